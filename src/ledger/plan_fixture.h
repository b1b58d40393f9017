#pragma once
/// A file of loans and what is known of its bank, for the tests of an import's plan.
#include <doctest/doctest.h>

#include "ledger/plan.h"
#include "ledger/rules/class_fixture.h"
#include "ledger/test_codes.h"

namespace zr::ledger::fixture {

inline constexpr Date june{2026, 6, 30};
inline constexpr Date september{2026, 9, 30};

inline const std::string maker = test::checked_code("91410105MA3X000000");
inline const std::string designer = test::checked_code("91410105MA3X000100");

inline LoanRow sound_row() {
  return {.branch = "东支行",
          .note_number = "J1",
          .contract_number = "HT-1",
          .enterprise = "示例企业一",
          .uscc = maker,
          .district = "金水区",
          .rights = "专利、商标",
          .disbursed_on = Date(2026, 2, 1),
          .matures_on = Date(2027, 2, 1),
          .disbursed_fen = DisbursedAmount{Money{10'000}},
          .balance_fen = BalanceAmount{Money{6'000}}};
}

/// The bank, two branches, two districts, one borrower.
inline Known city() {
  Known known{.today = Date(2026, 10, 5), .organisation_path = "/10/", .bank = 10};
  known.offices = {{10, "/10/", "示例银行甲", "甲行"},
                   {11, "/10/11/", "示例银行甲东支行", "东支行"},
                   {12, "/10/12/", "示例银行甲西支行", "西支行"},
                   {12, "/10/12/", "示例银行甲老西支行", std::nullopt}};
  const auto region = [](std::string region_code, std::string name, std::string short_name) {
    return access::Region{.code = std::move(region_code),
                          .valid_from = Date(2020, 1, 1),
                          .valid_to = {},
                          .name = std::move(name),
                          .english = "Sample",
                          .host = {},
                          .short_name = std::move(short_name)};
  };
  known.regions = {region("410105", "金水区", "金水"), region("410173", "航空港区", "航空港")};
  known.regions[1].kind = access::RegionKind::zone;
  known.regions[1].host = "410184";
  known.borrowers.emplace(maker, Borrower{31, maker, "示例企业一"});
  known.classes = ClassTables{fixture::class_rules(), {}};
  return known;
}

/// What the ledger knows of sound_row's note, said for the end of June: 8,000 fen outstanding.
inline Known with_note(std::int64_t balance = 8'000) {
  Known known = city();
  KnownFacts then{.note = 101,
                  .effective = june,
                  .facts = {.branch = 11,
                            .enterprise = 31,
                            .contract_number = "HT-1",
                            .rights = "patent trademark",
                            .disbursed_on = Date(2026, 2, 1),
                            .matures_on = Date(2027, 2, 1),
                            .disbursed_fen = DisbursedAmount{Money{10'000}},
                            .balance_fen = BalanceAmount{Money{balance}},
                            .class_floor = LoanClass::pass}};
  known.notes.emplace("note:J1",
                      KnownNote{.subject = {.id = 101, .identity = "note:J1", .note_number = "J1"},
                                .then = then,
                                .latest = then});
  return known;
}

struct File {
  imports::Batch batch{.import = 5, .organisation = 10, .data_date = september};
  std::vector<imports::Row> rows = {};
  std::vector<imports::Row> held = {};

  File& with(const LoanRow& row) {
    rows.push_back(
        {.number = static_cast<int>(rows.size()) + 2, .typed = std::make_shared<LoanRow>(row)});
    return *this;
  }
  Plan plan(const Known& known = city()) {
    batch.rows = rows;
    batch.held = held;
    return plan_of(batch, known);
  }
};

inline Plan plan_of_row(const LoanRow& row, const Known& known = city()) {
  return File().with(row).plan(known);
}

/// "row field code gravity" of each finding.
inline std::string said(const Plan& plan) {
  std::string text;
  for (const imports::Finding& finding : plan.findings) {
    text += std::to_string(finding.row) + " " + finding.field + " " + finding.code + " " +
            std::string(name_of(finding.gravity));
    if (finding.suggestion) text += " → " + *finding.suggestion;
    text += "; ";
  }
  return text;
}

inline LoanRow changed(const std::function<void(LoanRow&)>& change) {
  LoanRow row = sound_row();
  change(row);
  return row;
}

}  // namespace zr::ledger::fixture
