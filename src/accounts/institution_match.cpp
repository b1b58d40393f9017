#include "accounts/institution_match.h"

#include <algorithm>

#include "accounts/grounds.h"
#include "base/identifier.h"

namespace zr::accounts {

namespace {

using access::PartyKind;
using imports::Effect;
using imports::Finding;
using imports::Gravity;

class Matching {
 public:
  Matching(db::Tx& tx, const imports::Batch& batch);
  InstitutionMatch done();

 private:
  void match(std::size_t place);
  void say(int row, std::string_view field, const Refusal& ground) {
    out_.findings.push_back(Finding::of(row, field, ground));
  }
  const KnownInstitution* known(const InstitutionLine& line) const;
  std::optional<std::string> region_of(int row, std::string_view field,
                                       const std::optional<std::string>& said);
  void find_head_office(MatchedInstitution& match);
  void compare(MatchedInstitution& match);
  std::optional<std::size_t> in_file(std::string_view said, PartyKind kind) const;

  db::Tx& tx_;
  const imports::Batch& batch_;
  std::vector<KnownInstitution> all_;
  std::vector<access::Region> regions_;
  std::map<std::string, std::size_t, std::less<>> by_uscc_;
  std::map<std::pair<PartyKind, std::string>, std::size_t> by_name_;
  std::map<std::string, int> seen_;  ///< identity → row of this file
  InstitutionMatch out_;
};

Matching::Matching(db::Tx& tx, const imports::Batch& batch)
    : tx_(tx),
      batch_(batch),
      all_(store::institutions(tx, batch.data_date)),
      regions_(access::regions(tx, batch.data_date)) {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].uscc) by_uscc_.emplace(*all_[i].uscc, i);
    by_name_.emplace(std::pair(all_[i].kind, all_[i].facts.name), i);
    if (all_[i].facts.short_name)
      by_name_.emplace(std::pair(all_[i].kind, *all_[i].facts.short_name), i);
  }
}

const KnownInstitution* Matching::known(const InstitutionLine& line) const {
  if (line.uscc)
    if (const auto found = by_uscc_.find(*line.uscc); found != by_uscc_.end())
      return &all_[found->second];
  const auto found = by_name_.find({line.kind, line.name});
  if (found == by_name_.end()) return nullptr;
  const KnownInstitution& named = all_[found->second];
  // A short name alone does not make two the same, nor does a name under another code.
  if (named.facts.name != line.name || (line.uscc && named.uscc)) return nullptr;
  return &named;
}

std::optional<std::string> Matching::region_of(int row, std::string_view field,
                                               const std::optional<std::string>& said) {
  if (!said) return std::nullopt;
  for (const access::Region& each : regions_)
    if (each.code == *said || each.name == *said || each.short_name == *said) return each.code;
  auto finding = Finding::of(row, field, no_such_region);
  for (const access::Region& each : regions_)
    if (said->find(each.short_name) != std::string::npos) finding.suggestion = each.name;
  out_.findings.push_back(std::move(finding));
  return std::nullopt;
}

std::optional<std::size_t> Matching::in_file(std::string_view said, PartyKind kind) const {
  for (std::size_t i = 0; i < batch_.rows.size(); ++i) {
    const auto& line = batch_.rows[i].as<InstitutionLine>();
    if (line.kind == kind && (line.name == said || line.short_name == said || line.uscc == said))
      return i;
  }
  return std::nullopt;
}

void Matching::find_head_office(MatchedInstitution& match) {
  const InstitutionLine& line = *match.line;
  if (!line.head_office) return;
  const std::string& said = *line.head_office;
  const auto by_code = by_uscc_.find(said);
  const auto by_name = by_name_.find({line.kind, said});
  const KnownInstitution* found = by_code != by_uscc_.end()   ? &all_[by_code->second]
                                  : by_name != by_name_.end() ? &all_[by_name->second]
                                                              : nullptr;
  if (found) {
    const bool open = found->standing != access::Standing::closed && found->kind == line.kind;
    if (!open) return say(match.row, "head_office", no_such_parent);
    match.head_office = found->id;
    return;
  }
  match.head_office_row = in_file(said, line.kind);
  const bool itself =
      match.head_office_row && batch_.rows[*match.head_office_row].number == match.row;
  // One level of branches is what a file can say; deeper ones follow in a second file.
  const bool branch = match.head_office_row &&
                      batch_.rows[*match.head_office_row].as<InstitutionLine>().head_office;
  if (!match.head_office_row || itself || branch) {
    match.head_office_row.reset();
    say(match.row, "head_office", no_such_parent);
  }
}

void Matching::compare(MatchedInstitution& match) {
  const KnownInstitution& known = *match.known;
  if (known.kind != match.line->kind) return say(match.row, "kind", uscc_known);
  if (known.standing == access::Standing::closed)
    return say(match.row, "name", organisation_closed);
  if (match.line->head_office && (match.head_office_row || match.head_office != known.parent))
    return say(match.row, "head_office", head_office_fixed);
  if (match.line->uscc && !known.uscc) return say(match.row, "uscc", uscc_fixed);
  // An empty cell says nothing.
  const access::PartyFacts& now = known.facts;
  if (!match.facts.short_name) match.facts.short_name = now.short_name;
  if (!match.facts.region) match.facts.region = now.region;
  if (!match.facts.zone) match.facts.zone = now.zone;
  match.facts.park = now.park;
  const bool same = now.name == match.facts.name && now.short_name == match.facts.short_name &&
                    now.region == match.facts.region && now.zone == match.facts.zone;
  match.effect = same ? Effect::same : Effect::changed;
}

void Matching::match(std::size_t place) {
  const imports::Row& row = batch_.rows[place];
  const auto& line = row.as<InstitutionLine>();
  MatchedInstitution match{.line = &line, .row = row.number, .facts = {}};
  if (line.kind == PartyKind::enterprise || line.kind == PartyKind::platform)
    say(row.number, "kind", kind_not_importable);
  if (line.uscc && uscc_verdict(*line.uscc) == IdentifierVerdict::warning)
    out_.findings.push_back(Finding::of(row.number, "uscc", uscc_check).with(Gravity::warning));
  const std::string identity =
      line.uscc ? *line.uscc : std::string(name_of(line.kind)) + " " + line.name;
  if (const auto [first, fresh] = seen_.emplace(identity, row.number); !fresh)
    out_.findings.push_back(Finding::of(row.number, line.uscc ? "uscc" : "name", institution_twice)
                                .saying("（第 " + std::to_string(first->second) + " 行）",
                                        " (row " + std::to_string(first->second) + ")"));
  match.facts.name = line.name;
  match.facts.short_name = line.short_name;
  match.facts.region = region_of(row.number, "region", line.region);
  match.facts.zone = region_of(row.number, "zone", line.zone);
  find_head_office(match);
  if (const KnownInstitution* found = known(line)) {
    match.known = *found;
    compare(match);
  } else if (line.uscc && access::party_by_uscc(tx_, *line.uscc)) {
    // An enterprise, or an organisation whose registration was taken back.
    const auto party = access::party_by_uscc(tx_, *line.uscc);
    if (party->kind != line.kind) say(row.number, "uscc", uscc_known);
  }
  out_.rows.push_back(std::move(match));
}

InstitutionMatch Matching::done() {
  for (std::size_t place = 0; place < batch_.rows.size(); ++place) match(place);
  return std::move(out_);
}

}  // namespace

InstitutionMatch match_institutions(db::Tx& tx, const imports::Batch& batch) {
  return Matching(tx, batch).done();
}

}  // namespace zr::accounts
