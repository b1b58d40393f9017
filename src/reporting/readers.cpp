#include "reporting/readers.h"

namespace zr::reporting {

std::span<const FactShape> shapes() {
  // What a note says of its borrower is also a fact about the enterprise.
  static const std::vector<Carried> borrower{
      {.prefix = "ent", .fields = {"region", "zone", "in_park"}}};
  static const std::vector<FactShape> all{
      {std::string(notes_begin_reader), json::struct_of<ledger::Note>(), "note", borrower},
      {std::string(notes_reader), json::struct_of<ledger::Note>(), "note", borrower},
      {std::string(movements_reader), json::struct_of<ledger::Movement>(), "movement"}};
  return all;
}

LedgerRows ledger_rows(db::Tx& tx, const access::Scope& scope, const Asked& asked) {
  return {
      .begin = ledger::notes(
          tx, scope, {.as_of = asked.quarter.previous().last(), .known_at = asked.known_at}),
      .end = ledger::notes(tx, scope, {.as_of = asked.quarter.last(), .known_at = asked.known_at}),
      .movements = ledger::movements(tx, scope, asked.quarter, asked.known_at)};
}

std::vector<FactRows> facts_of(const LedgerRows& rows) {
  return {fact_rows(shapes()[0], rows.begin), fact_rows(shapes()[1], rows.end),
          fact_rows(shapes()[2], rows.movements)};
}

}  // namespace zr::reporting
