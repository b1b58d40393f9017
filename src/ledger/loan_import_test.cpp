#include "ledger/loan_import.h"

#include "journal/store.h"
#include "ledger/loan_row.h"
#include "ledger/test_codes.h"
#include "ledger/test_ledger.h"

using namespace zr::test;    // NOLINT: a test of this namespace's small vocabulary
using namespace zr::ledger;  // NOLINT: likewise
using zr::Date;
using zr::Done;
using zr::Money;
using zr::Result;
namespace parties = zr::access;
namespace imports = zr::imports;
namespace journal = zr::journal;

namespace {

using City = LedgerCity;

const std::string borrower_code = checked_code("91410100MA00000000");
constexpr Date june{2026, 6, 30};
constexpr Date september{2026, 9, 30};
const parties::Scope all{.rows = "/", .totals = "*"};
const parties::Scope stated{.rows = "/", .basis = parties::Basis::stated, .totals = "*"};

LoanRow row_of(std::string number, std::int64_t balance) {
  return {.branch = "示例银行甲东支行",
          .note_number = std::move(number),
          .contract_number = "HT-1",
          .enterprise = "示例企业四",
          .uscc = borrower_code,
          .rights = "专利",
          .disbursed_on = Date(2026, 2, 1),
          .matures_on = Date(2027, 2, 1),
          .disbursed_fen = {Money{10'000}},
          .balance_fen = {Money{balance}}};
}

/// Applies files and takes them back, as the imports' commands do.
class Desk {
 public:
  explicit Desk(zr::db::Tx& tx) : tx_(tx) {
    journal::store::set_business_date(tx, Date(2026, 10, 5));
  }

  /// A file with its rows.
  struct File {
    imports::Batch batch;
    std::vector<imports::Row> rows = {};
    operator imports::Batch() const {
      imports::Batch given = batch;
      given.rows = rows;
      return given;
    }
  };
  File file(std::int64_t import, Date data_date, const std::vector<LoanRow>& rows) {
    File made{.batch = {.import = import, .organisation = City::bank, .data_date = data_date}};
    for (const LoanRow& row : rows)
      made.rows.push_back({.number = static_cast<int>(made.rows.size()) + 2,
                           .typed = std::make_shared<LoanRow>(row)});
    return made;
  }
  /// The sequence of the record that applied it.
  std::int64_t apply(const imports::Batch& batch) {
    auto in = context();
    REQUIRE(kind.apply(in, batch));
    return in.sequence;
  }
  Result<Done> undo(std::int64_t import, std::int64_t sequence) {
    auto in = context();
    return kind.undo(in, {.import = import, .organisation = City::bank, .sequences = {sequence}});
  }
  /// "J1 5000@2026-06-30; …": what holds on a day.
  std::string held(Date as_of, const parties::Scope& scope = all) {
    std::string text;
    for (const Note& note : notes(tx_, scope, {.as_of = as_of}))
      text += *note.note_number + " " + std::to_string(note.balance_fen.money.fen) + "@" +
              note.fact_date.text() + "; ";
    return text;
  }
  std::int64_t count(std::string_view table) {
    return tx_.number("SELECT COUNT(*) FROM " + std::string(table));
  }
  zr::db::Tx& tx() { return tx_; }

  imports::Kind kind = loan_ledger({});

 private:
  journal::Context context() {
    static const parties::Actor program;
    return {.tx = tx_,
            .actor = program,
            .checker = nullptr,
            .scope = all,
            .today = Date(2026, 10, 5),
            .received = {},
            .sequence = ++sequence_,
            .expected_version = {}};
  }

  zr::db::Tx& tx_;
  std::int64_t sequence_ = 100;
};

void at_a_desk(const std::function<void(Desk&)>& each) {
  on_a_ledger([&](zr::db::Tx& tx) {
    Desk desk(tx);
    each(desk);
  });
}

}  // namespace

TEST_CASE("ledger import: rows become facts, unknown borrowers reported enterprises, once") {
  at_a_desk([](Desk& desk) {
    auto batch = desk.file(5, june, {row_of("J1", 9'000), row_of("J2", 8'000)});
    batch.batch.basis = "fund_filing";
    batch.rows[1].reported = {{"备注", "示例"}};
    desk.apply(batch);
    CHECK(desk.held(june) == "J1 9000@2026-06-30; J2 8000@2026-06-30; ");
    CHECK(desk.held(june - 1).empty());
    CHECK(desk.held(june, stated) == desk.held(june));
    const auto borrower = parties::party_by_uscc(desk.tx(), borrower_code);
    REQUIRE(borrower);
    const auto then = parties::party_at(desk.tx(), borrower->id, {.as_of = Date(2026, 2, 1)});
    REQUIRE(then);
    CHECK(then->standing == parties::Standing::reported);
    CHECK(then->facts.name == "示例企业四");
    const auto version = desk.tx().row<NoteVersion>(
        "SELECT {NoteVersion} FROM ledger_note_version WHERE source_row = 3");
    REQUIRE(version);
    CHECK(zr::json::write(version->reported->value) == R"({"备注":"示例"})");
    CHECK(version->import == 5);
  });
}

TEST_CASE("ledger import: the same file again changes nothing, the next data date adds facts") {
  at_a_desk([](Desk& desk) {
    const auto first = desk.file(5, june, {row_of("J1", 9'000)});
    desk.apply(first);
    auto again = first;
    again.batch.import = 6;
    const auto judged = desk.kind.judge(desk.tx(), again);
    REQUIRE(judged);
    CHECK(judged->effects == std::vector{imports::Effect::same});
    CHECK(judged->findings.empty());
    desk.apply(again);
    CHECK(desk.count("ledger_note_version") == 1);
    desk.apply(desk.file(7, september, {row_of("J1", 4'000)}));
    CHECK(desk.held(september - 1) == "J1 9000@2026-06-30; ");
    CHECK(desk.held(september) == "J1 4000@2026-09-30; ");
    CHECK(desk.count("ledger_note") == 1);
  });
}

TEST_CASE("ledger import: a missing note answered settled has a fact of 0, still open has none") {
  at_a_desk([](Desk& desk) {
    desk.apply(desk.file(5, june, {row_of("J1", 9'000), row_of("J2", 8'000), row_of("J3", 7'000)}));
    auto next = desk.file(6, september, {row_of("J3", 7'000)});
    const auto judged = desk.kind.judge(desk.tx(), next);
    REQUIRE(judged->findings.size() == 2);
    next.batch.answers.emplace(*judged->findings[0].key, "settled");
    next.batch.answers.emplace(*judged->findings[1].key, "still_open");
    desk.apply(next);
    CHECK(desk.held(september) == "J1 0@2026-09-30; J2 8000@2026-06-30; J3 7000@2026-09-30; ");
    CHECK(desk.held(june) == "J1 9000@2026-06-30; J2 8000@2026-06-30; J3 7000@2026-06-30; ");
  });
}

TEST_CASE("undo of an import: exactly its facts go, and what it had overwritten stands again") {
  at_a_desk([](Desk& desk) {
    desk.apply(desk.file(5, june, {row_of("J1", 9'000), row_of("J2", 8'000)}));
    const auto second = desk.apply(desk.file(6, june, {row_of("J1", 1'000), row_of("J3", 3'000)}));
    CHECK(desk.held(june) == "J1 1000@2026-06-30; J2 8000@2026-06-30; J3 3000@2026-06-30; ");
    CHECK(desk.undo(6, second));
    CHECK(desk.held(june) == "J1 9000@2026-06-30; J2 8000@2026-06-30; ");
    // What was known before is still known to have been known.
    CHECK(notes(desk.tx(), all, {.as_of = june, .known_at = second}).size() == 3);
    // A note whose facts were all withdrawn comes back as the same note.
    desk.apply(desk.file(7, june, {row_of("J1", 9'000), row_of("J2", 8'000), row_of("J3", 2'000)}));
    CHECK(desk.held(june) == "J1 9000@2026-06-30; J2 8000@2026-06-30; J3 2000@2026-06-30; ");
    CHECK(desk.count("ledger_note") == 3);
  });
}

TEST_CASE("undo of an import: a settled answer goes with it, and so does the basis it gave") {
  at_a_desk([](Desk& desk) {
    auto first = desk.file(5, june, {row_of("J1", 9'000), row_of("J2", 8'000)});
    first.batch.basis = "fund_filing";
    desk.apply(first);
    auto second = desk.file(6, september, {row_of("J2", 8'000)});
    second.batch.basis = "customer_authorisation";
    const auto judged = desk.kind.judge(desk.tx(), second);
    second.batch.answers.emplace(*judged->findings.at(0).key, "settled");
    const auto sequence = desk.apply(second);
    CHECK(desk.held(september) == "J1 0@2026-09-30; J2 8000@2026-09-30; ");
    CHECK(desk.undo(6, sequence));
    CHECK(desk.held(september) == "J1 9000@2026-06-30; J2 8000@2026-06-30; ");
    for (const Note& note : notes(desk.tx(), all, {.as_of = september}))
      CHECK(note.basis == LegalBasis::fund_filing);
  });
}

TEST_CASE("undo of an import: a basis given later by hand stays") {
  at_a_desk([](Desk& desk) {
    auto batch = desk.file(5, june, {row_of("J1", 9'000)});
    batch.batch.basis = "fund_filing";
    const auto sequence = desk.apply(batch);
    const auto note = notes(desk.tx(), all, {.as_of = june}).front().id;
    desk.tx().insert(store::basis_table, NoteBasis{.note = note,
                                                   .sequence = sequence + 10,
                                                   .basis = LegalBasis::subsidy_application});
    CHECK(desk.undo(5, sequence));
    CHECK(desk.count("ledger_note_basis") == 2);
  });
}

TEST_CASE("undo of an import is too late once a later import built on it, until that is undone") {
  at_a_desk([](Desk& desk) {
    const auto first = desk.apply(desk.file(5, june, {row_of("J1", 9'000)}));
    const auto second = desk.apply(desk.file(6, september, {row_of("J1", 4'000)}));
    CHECK(desk.undo(5, first) == imports::undo_too_late);
    CHECK(desk.undo(6, second));
    CHECK(desk.undo(5, first));
    CHECK(desk.held(september).empty());
  });
}

TEST_CASE("undo of an import asks what stands above the ledger, naming each record that spoke") {
  at_a_desk([](Desk& desk) {
    const auto sequence = desk.apply(desk.file(5, june, {row_of("J1", 9'000)}));
    // The rest of the file was mended and came in with a later record.
    const auto later = desk.apply(desk.file(5, june, {row_of("J1", 9'000), row_of("J2", 8'000)}));
    bool asked = false;
    desk.kind = loan_ledger([&](zr::db::Tx&, const Withdrawal& withdrawal) -> Result<Done> {
      CHECK(withdrawal.records == std::vector{sequence, later});
      asked = true;
      return imports::undo_too_late;
    });
    CHECK(desk.undo(5, sequence) == imports::undo_too_late);
    CHECK(asked);
    CHECK(desk.held(june) == "J1 9000@2026-06-30; J2 8000@2026-06-30; ");
  });
}

TEST_CASE("ledger import: an organisation that is no bank has no loans to import") {
  at_a_desk([](Desk& desk) {
    auto batch = desk.file(5, june, {row_of("J1", 9'000)});
    batch.batch.organisation = City::maker;
    CHECK(desk.kind.judge(desk.tx(), batch) == zr::not_found);
  });
}
