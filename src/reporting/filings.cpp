#include "reporting/filings.h"

#include <set>

#include "reporting/returns.h"
#include "reporting/store.h"

namespace zr::reporting {

namespace {

/// Totals are of everybody; who may see them is the reader's question.
const access::Scope whole_city{.rows = "/", .totals = "*"};

bool lies_in(const ledger::Note& note, const std::string& region) {
  return note.region == region || note.zone == region;
}

std::vector<ledger::Note> notes_in(const std::vector<ledger::Note>& notes,
                                   const std::string& region) {
  std::vector<ledger::Note> out;
  for (const ledger::Note& note : notes)
    if (lies_in(note, region)) out.push_back(note);
  return out;
}

enum class Rows { asked, not_asked };

Filing filing_of(db::Tx& tx, forms::Standing standing, Rows rows) {
  Filing filing{.standing = std::move(standing), .cells = {}};
  const forms::Version& version = filing.standing.version;
  filing.cells = forms::cells_of(version.cells.value);
  if (rows == Rows::asked && version.cover.source == forms::Source::ledger)
    filing.rows = rows_of(store::frozen(tx, version.id));
  return filing;
}

/// What one filing gives to the totals of the city or of a district.
forms::Cells given_to(const ReturnRound& round, const Filing& filing,
                      const std::optional<std::string>& region) {
  if (!region) return filing.cells;
  if (!filing.rows) return {};
  // What a bank enters names no district, so of a fall in balances there nobody knows how much was
  // repaid and how much written off or transferred: no district says what was repaid.
  forms::Cells cells = backed_cells(round, in_region(*filing.rows, *region), {});
  cells.erase(std::string(repaid_cell));
  return cells;
}

}  // namespace

Result<ReturnRound> return_round(db::Tx& tx, Quarter quarter) {
  const auto found = forms::round_of(tx, form_code, quarter.text());
  if (!found) return not_found;
  auto form = forms::form_of(tx, *found);
  if (!form) return form.problem();
  Figures figures = figures_of(*form);
  return ReturnRound{
      .round = *found, .form = std::move(*form), .figures = std::move(figures), .quarter = quarter};
}

std::vector<Filing> filings(db::Tx& tx, const ReturnRound& round, std::int64_t known_at) {
  std::vector<Filing> out;
  for (forms::Standing& each : forms::standing_versions(tx, whole_city, round.round.id, known_at))
    out.push_back(filing_of(tx, std::move(each), Rows::asked));
  return out;
}

forms::Cells backed_cells(const ReturnRound& round, const LedgerRows& rows,
                          const forms::Cells& entered) {
  return forms::computed(round.form,
                         ledger_cells(compute(round.figures, rows, round.quarter), entered));
}

std::map<std::int64_t, LedgerRows> by_bank(const LedgerRows& rows) {
  std::map<std::int64_t, LedgerRows> banks;
  for (const ledger::Note& note : rows.begin) banks[note.bank].begin.push_back(note);
  for (const ledger::Note& note : rows.end) banks[note.bank].end.push_back(note);
  for (const ledger::Movement& moved : rows.movements) banks[moved.bank].movements.push_back(moved);
  return banks;
}

LedgerRows in_region(const LedgerRows& rows, const std::string& region) {
  LedgerRows out{
      .begin = notes_in(rows.begin, region), .end = notes_in(rows.end, region), .movements = {}};
  std::set<std::int64_t> notes;
  for (const ledger::Note& note : out.end) notes.insert(note.id);
  for (const ledger::Movement& moved : rows.movements)
    if (notes.contains(moved.note)) out.movements.push_back(moved);
  return out;
}

std::vector<Contribution> contributions(db::Tx& tx, const ReturnRound& round,
                                        const std::optional<std::string>& region) {
  std::vector<Contribution> out;
  std::map<std::int64_t, std::int64_t> counted;  // organisation -> version that counts
  for (const std::int64_t sequence : store::decided_at(tx, round.round.id)) {
    std::set<std::int64_t> seen;
    for (forms::Standing& each :
         forms::standing_versions(tx, whole_city, round.round.id, sequence)) {
      const std::int64_t organisation = each.organisation;
      seen.insert(organisation);
      if (counted[organisation] == each.version.id) continue;
      counted[organisation] = each.version.id;
      const Filing filing = filing_of(tx, std::move(each), region ? Rows::asked : Rows::not_asked);
      out.push_back({.sequence = sequence,
                     .organisation = organisation,
                     .cells = given_to(round, filing, region)});
    }
    for (auto& [organisation, version] : counted) {
      if (version == 0 || seen.contains(organisation)) continue;
      version = 0;  // sent back
      out.push_back({.sequence = sequence, .organisation = organisation, .cells = {}});
    }
  }
  return out;
}

}  // namespace zr::reporting
