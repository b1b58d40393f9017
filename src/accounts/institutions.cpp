#include "accounts/institutions.h"

#include <algorithm>

#include "accounts/grounds.h"
#include "accounts/institution_match.h"
#include "base/identifier.h"

namespace zr::accounts {

namespace {

using imports::Effect;
using journal::Context;

const Refusal* check_code(std::string_view text) {
  return uscc_verdict(text) == IdentifierVerdict::invalid ? &uscc_form : nullptr;
}

Result<imports::Judgement> judge(db::Tx& tx, const imports::Batch& batch) {
  InstitutionMatch match = match_institutions(tx, batch);
  imports::Judgement judgement{.findings = std::move(match.findings), .effects = {}};
  for (const MatchedInstitution& row : match.rows) judgement.effects.push_back(row.effect);
  return judgement;
}

/// Registers one row and answers its party. A registration that was taken back comes to life again.
access::Party registered(Context& in, const MatchedInstitution& row, const access::Party* head) {
  const auto before = row.line->uscc ? access::party_by_uscc(in.tx, *row.line->uscc) : std::nullopt;
  const access::PartyVersion version{.party = 0,
                                     .effective = in.today,
                                     .sequence = in.sequence,
                                     .facts = row.facts,
                                     .standing = access::Standing::registered,
                                     .successor = std::nullopt};
  if (before) {
    auto again = version;
    again.party = before->id;
    access::add_version(in.tx, again);
    return *before;
  }
  access::Party party{.id = in.new_id(),
                      .sequence = in.sequence,
                      .kind = row.line->kind,
                      .parent = std::nullopt,
                      .path = {},
                      .uscc = row.line->uscc};
  if (head) party.parent = head->id;
  party.path = (head ? head->path : "/") + std::to_string(party.id) + "/";
  auto first = version;
  first.party = party.id;
  access::add_party(in.tx, party, first);
  return party;
}

Result<Done> apply(Context& in, const imports::Batch& batch) {
  const InstitutionMatch match = match_institutions(in.tx, batch);
  std::vector<std::optional<access::Party>> made(match.rows.size());
  std::vector<std::int64_t> subjects;
  const auto store_row = [&](std::size_t place) {
    const MatchedInstitution& row = match.rows[place];
    if (row.effect == Effect::same) return;
    if (row.effect == Effect::changed) {
      access::add_version(in.tx, {.party = row.known->id,
                                  .effective = in.today,
                                  .sequence = in.sequence,
                                  .facts = row.facts,
                                  .standing = row.known->standing,
                                  .successor = std::nullopt});
      subjects.push_back(row.known->id);
      return;
    }
    std::optional<access::Party> head;
    if (row.head_office) head = access::party(in.tx, *row.head_office);
    if (row.head_office_row) head = made[*row.head_office_row];
    made[place] = registered(in, row, head ? &*head : nullptr);
    subjects.push_back(made[place]->id);
  };
  // Head offices first: a branch may stand above its own in the file.
  for (std::size_t place = 0; place < match.rows.size(); ++place)
    if (!match.rows[place].head_office_row) store_row(place);
  for (std::size_t place = 0; place < match.rows.size(); ++place)
    if (match.rows[place].head_office_row) {
      // The head office's own row was not accepted.
      if (!made[*match.rows[place].head_office_row] &&
          !match.rows[*match.rows[place].head_office_row].known)
        return no_such_parent;
      store_row(place);
    }
  in.raise("organisations.imported", std::move(subjects));
  return Done{};
}

Result<Done> undo(Context& in, const imports::Applied& applied) {
  const auto versions = store::versions_written(in.tx, applied.sequences);
  for (const access::PartyVersion& version : versions)
    if (store::depended_on(in.tx, version.party, applied.sequences)) return imports::undo_too_late;
  for (const access::PartyVersion& version : versions) {
    auto withdrawn = version;
    withdrawn.sequence = in.sequence;
    withdrawn.withdrawn = true;
    access::add_version(in.tx, withdrawn);
  }
  return Done{};
}

}  // namespace

const json::Struct& describe(const InstitutionLine*) {
  static const json::Struct table(
      "InstitutionLine",
      {{"name", &InstitutionLine::name, "机构名称", "Name", {.max_length = 120}},
       {"short_name", &InstitutionLine::short_name, "简称", "Short name", {.max_length = 40}},
       {"kind", &InstitutionLine::kind, "机构类型", "Kind"},
       {"uscc", &InstitutionLine::uscc, "统一社会信用代码", "Credit code", {.check = check_code}},
       {"head_office",
        &InstitutionLine::head_office,
        "上级机构",
        "Head office",
        {.max_length = 120}},
       {"region", &InstitutionLine::region, "区县（市）", "District", {.max_length = 60}},
       {"zone", &InstitutionLine::zone, "开发区", "Development zone", {.max_length = 60}}});
  return table;
}

imports::Kind institutions_kind() {
  return imports::of_rows<InstitutionLine>(
      {.code = "institutions",
       .zh = "机构与分支",
       .en = "Institutions and branches",
       .headings = {{"name", {"名称", "单位名称", "机构全称", "全称"}},
                    {"short_name", {"机构简称"}},
                    {"kind", {"类型", "机构类别", "单位类型"}},
                    {"uscc", {"信用代码", "社会信用代码", "统一信用代码", "USCC"}},
                    {"head_office", {"上级行", "总行", "所属总行", "上级单位", "管辖行"}},
                    {"region", {"区县", "所在区县", "所属区县", "行政区划"}},
                    {"zone", {"所在开发区"}}},
       .reported = imports::Reported::refused,
       .organisations = {access::PartyKind::platform},
       .right = "organisations.create",
       .judge = judge,
       .apply = apply,
       .refuses = {no_such_parent},
       .undo = undo});
}

}  // namespace zr::accounts
