#include "ledger/plan_fixture.h"

using namespace zr::ledger;           // NOLINT: a test of this namespace's small vocabulary
using namespace zr::ledger::fixture;  // NOLINT: likewise
using zr::BalanceAmount;
using zr::Date;
using zr::DisbursedAmount;
using zr::Money;
using zr::SecuredAmount;
namespace imports = zr::imports;

TEST_CASE("ledger import: a sound row of a new note is created, its names resolved") {
  const Plan plan = plan_of_row(sound_row());
  CHECK(said(plan).empty());
  REQUIRE(plan.rows.size() == 1);
  const PlannedRow& row = plan.rows.front();
  CHECK(row.effect == imports::Effect::created);
  CHECK(row.identity == "note:J1");
  CHECK(row.sound);
  CHECK(row.facts.branch == 11);
  CHECK(row.facts.enterprise == 31);
  CHECK(row.facts.rights == "patent trademark");
  CHECK(row.region == "410105");
  CHECK(row.facts.class_floor == LoanClass::pass);
}

TEST_CASE("ledger import: branches are known by name, short name and past name, else named") {
  const auto branch = [](std::optional<std::string> name) {
    return plan_of_row(changed([&](LoanRow& row) { row.branch = std::move(name); }));
  };
  CHECK(branch("示例银行甲东支行").rows[0].facts.branch == 11);
  CHECK(branch("示例银行甲老西支行").rows[0].facts.branch == 12);
  CHECK(branch("甲行").rows[0].facts.branch == std::nullopt);
  CHECK(branch("总行").rows[0].facts.branch == std::nullopt);
  CHECK(branch(std::nullopt).rows[0].facts.branch == std::nullopt);
  CHECK(said(branch("示例银行甲东支")) == "2 branch unknown_branch error → 示例银行甲东支行; ");
  CHECK_FALSE(branch("示例银行甲东支").rows[0].sound);
}

TEST_CASE("ledger import: the bank column may name the bank or one of its offices, no other bank") {
  const auto bank = [](std::string name) {
    return plan_of_row(changed([&](LoanRow& row) {
      row.bank = std::move(name);
      row.branch.reset();
    }));
  };
  CHECK(said(bank("示例银行甲")).empty());
  CHECK(bank("东支行").rows[0].facts.branch == 11);
  CHECK(said(bank("示例银行乙")) == "2 bank unknown_bank error; ");
}

TEST_CASE("ledger import: a branch imports for itself only") {
  Known known = with_note();
  known.organisation_path = "/10/12/";
  CHECK(said(plan_of_row(sound_row(), known)) ==
        "2 branch unknown_branch error; 2 note_number note_of_other_office error; ");
  const auto own = changed([](LoanRow& row) {
    row.branch.reset();
    row.note_number = "J2";
  });
  const Plan plan = plan_of_row(own, known);
  CHECK(said(plan).empty());
  CHECK(plan.rows[0].facts.branch == 12);
}

TEST_CASE("ledger import: a zone stands in its host district, an unknown name is suggested") {
  const auto place = [](std::optional<std::string> district, std::optional<std::string> zone) {
    return plan_of_row(changed([&](LoanRow& row) {
      row.district = std::move(district);
      row.zone = std::move(zone);
    }));
  };
  const Plan zoned = place("航空港区", {});
  CHECK(zoned.rows[0].zone == "410173");
  CHECK(zoned.rows[0].region == "410184");
  const Plan both = place("金水", "航空港");
  CHECK(both.rows[0].zone == "410173");
  CHECK(both.rows[0].region == "410105");
  CHECK(said(place("示例区", {})) == "2 district unknown_region error; ");
  CHECK(said(place("金水市", {})) == "2 district unknown_region error → 金水区; ");
  CHECK(said(place({}, "高新区")) == "2 zone unknown_region error; ");
}

TEST_CASE("domain 3: a wrong check character is a warning and the row is imported") {
  auto row = sound_row();
  row.uscc[17] = row.uscc[17] == '0' ? '1' : '0';
  const Plan plan = plan_of_row(row);
  CHECK(said(plan) == "2 uscc code_check warning; ");
  CHECK(plan.rows[0].sound);
  CHECK(plan.rows[0].facts.enterprise == 0);
}

TEST_CASE("ledger import: another name for a known code is worth a look") {
  CHECK(said(plan_of_row(changed([](LoanRow& row) { row.enterprise = "示例企业壹"; }))) ==
        "2 enterprise name_differs warning; ");
}

TEST_CASE("ledger import: identity is the note number, else contract, day and amount") {
  auto row = sound_row();
  CHECK(identity_of(row) == "note:J1");
  row.note_number.reset();
  CHECK(identity_of(row) == "drawn:HT-1:2026-02-01:10000");
  row.contract_number.reset();
  CHECK(identity_of(row).empty());
  CHECK(said(plan_of_row(row)) == "2 note_number no_identity error; ");
}

TEST_CASE("ledger import: the same note twice is repeated, another note of the contract is not") {
  auto other = sound_row();
  other.note_number = "J2";
  const Plan plan = File().with(sound_row()).with(other).with(sound_row()).plan();
  CHECK(said(plan) == "4 note_number repeated_row error; ");
  CHECK(plan.rows[1].sound);
  CHECK_FALSE(plan.rows[2].sound);
  // Without numbers: another amount under the contract is another note.
  auto first = sound_row();
  first.note_number.reset();
  auto second = first;
  second.disbursed_fen = DisbursedAmount{Money{20'000}};
  CHECK(said(File().with(first).with(second).plan()).empty());
  CHECK(said(File().with(first).with(first).plan()) == "3 note_number repeated_row error; ");
}

TEST_CASE("ledger import: different secured amounts under one contract are worth a look") {
  auto first = sound_row();
  first.secured_fen = SecuredAmount{Money{100}};
  auto second = first;
  second.note_number = "J2";
  CHECK(said(File().with(first).with(second).plan()).empty());
  second.secured_fen = SecuredAmount{Money{101}};
  CHECK(said(File().with(first).with(second).plan()) == "3 secured_fen secured_differs warning; ");
}

TEST_CASE("ledger import: a data date after today is refused for the file, today's is not") {
  File file;
  file.batch.data_date = Date(2026, 10, 5);
  CHECK(said(file.with(sound_row()).plan()).empty());
  file.batch.data_date = Date(2026, 10, 6);
  CHECK(said(file.plan()) == "0  data_date_ahead error; ");
}
