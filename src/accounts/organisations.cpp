#include "accounts/organisations.h"

#include "access/region.h"
#include "accounts/grounds.h"
#include "accounts/store.h"
#include "base/identifier.h"

namespace zr::accounts {

namespace {

using access::PartyAt;
using access::PartyKind;
using access::Standing;

const Refusal* check_uscc(std::string_view text) {
  return uscc_verdict(text) == IdentifierVerdict::invalid ? &uscc_form : nullptr;
}

/// The organisation as it is today, with the version the caller has seen.
Result<PartyAt> current(journal::Context& in, std::int64_t id) {
  const auto found = access::party_at(in.tx, id, {.as_of = in.today});
  if (!found || found->kind == PartyKind::enterprise) return not_found;
  if (in.expected_version && *in.expected_version != found->version) return journal::version_stale;
  if (found->standing == Standing::closed) return organisation_closed;
  return *found;
}

/// What holds of it from that day on, before the change: not today's facts, for a change may have
/// been announced in between.
Result<PartyAt> holding_from(journal::Context& in, const PartyAt& today, Date day) {
  auto then = access::party_at(in.tx, today.id, {.as_of = day});
  if (!then) return today;
  if (then->standing == Standing::closed) return organisation_closed;
  return std::move(*then);
}

/// Versions announced for later days must not open again what closes before them.
void close_later_versions(journal::Context& in, const CloseOrganisation& input) {
  std::optional<Date> seen;
  for (access::PartyVersion later : access::party_versions(in.tx, input.id)) {
    if (later.effective <= input.effective) break;
    const bool last_word = seen != later.effective;
    seen = later.effective;
    if (!last_word || later.withdrawn || later.standing == Standing::closed) continue;
    later.sequence = in.sequence;
    later.standing = Standing::closed;
    later.successor = input.successor;
    access::add_version(in.tx, later);
  }
}

Result<Done> regions_exist(journal::Context& in, const access::PartyFacts& facts, Date day) {
  if (facts.region && !access::region(in.tx, *facts.region, day))
    return Problem::at("/region", no_such_region);
  if (facts.zone && !access::region(in.tx, *facts.zone, day))
    return Problem::at("/zone", no_such_region);
  return Done{};
}

}  // namespace

Result<journal::Changed> create_organisation(journal::Context& in,
                                             const CreateOrganisation& input) {
  const Date effective = input.effective.value_or(in.today);
  if (const auto known = regions_exist(in, input.facts, effective); !known) return known.problem();
  if (input.uscc && access::party_by_uscc(in.tx, *input.uscc))
    return Problem::at("/uscc", uscc_known);
  const std::int64_t id = in.new_id();
  std::string path = "/" + std::to_string(id) + "/";
  if (input.parent) {
    const auto parent = access::party_at(in.tx, *input.parent, {.as_of = effective});
    if (!parent || parent->kind != input.kind || parent->standing == Standing::closed)
      return Problem::at("/parent", no_such_parent);
    path = parent->path + std::to_string(id) + "/";
  }
  access::add_party(in.tx,
                    {.id = id,
                     .sequence = in.sequence,
                     .kind = input.kind,
                     .parent = input.parent,
                     .path = path,
                     .uscc = input.uscc},
                    {.party = id,
                     .effective = effective,
                     .sequence = in.sequence,
                     .facts = input.facts,
                     .standing = Standing::registered,
                     .successor = std::nullopt});
  in.raise("organisations.created", {id});
  return journal::Changed{.id = id, .version = in.sequence};
}

Result<journal::Changed> rename_organisation(journal::Context& in,
                                             const RenameOrganisation& input) {
  const auto before = current(in, input.id);
  if (!before) return before.problem();
  const auto then = holding_from(in, *before, input.effective);
  if (!then) return then.problem();
  access::PartyFacts facts = then->facts;
  facts.name = input.name;
  facts.short_name = input.short_name;
  access::add_version(in.tx, {.party = input.id,
                              .effective = input.effective,
                              .sequence = in.sequence,
                              .facts = facts,
                              .standing = then->standing,
                              .successor = std::nullopt});
  in.raise("organisations.renamed", {input.id});
  return journal::Changed{.id = input.id, .version = in.sequence};
}

Result<journal::Changed> close_organisation(journal::Context& in, const CloseOrganisation& input) {
  const auto before = current(in, input.id);
  if (!before) return before.problem();
  const auto then = holding_from(in, *before, input.effective);
  if (!then) return then.problem();
  if (store::open_branches(in.tx, input.id, input.effective) > 0) return has_open_branches;
  if (input.successor) {
    const auto successor = access::party_at(in.tx, *input.successor, {.as_of = input.effective});
    if (!successor || successor->kind != before->kind || successor->id == input.id)
      return Problem::at("/successor", no_such_organisation);
  }
  access::add_version(in.tx, {.party = input.id,
                              .effective = input.effective,
                              .sequence = in.sequence,
                              .facts = then->facts,
                              .standing = Standing::closed,
                              .successor = input.successor});
  close_later_versions(in, input);
  in.raise("organisations.closed", {input.id});
  return journal::Changed{.id = input.id, .version = in.sequence};
}

Result<journal::Changed> publish_regions(journal::Context& in, const PublishRegions& input) {
  if (input.regions.empty()) return Problem::at("/regions", no_region_given);
  for (const PublishedRegion& region : input.regions) {
    const auto kind = value_named<access::RegionKind>(region.kind);
    if (!kind) return Problem::at("/regions", no_such_region);
    const bool published = access::publish_region(in.tx, {.code = region.code,
                                                          .valid_from = input.valid_from,
                                                          .valid_to = std::nullopt,
                                                          .name = region.name,
                                                          .english = region.english,
                                                          .kind = *kind,
                                                          .host = region.statutory_code,
                                                          .tile_column = region.tile_column,
                                                          .tile_row = region.tile_row,
                                                          .short_name = region.short_name});
    if (!published) return Problem::at("/regions", region_known);
  }
  in.raise("regions.published", {});
  return journal::Changed{.id = in.new_id(), .version = in.sequence};
}

const json::Struct& describe(const CreateOrganisation*) {
  static const json::Struct table(
      "CreateOrganisation",
      {{"kind", &CreateOrganisation::kind, "机构类型", "Kind"},
       {"parent", &CreateOrganisation::parent, "上级机构", "Head office"},
       {"uscc",
        &CreateOrganisation::uscc,
        "统一社会信用代码",
        "Credit code",
        {.min_length = 18, .max_length = 18, .check = check_uscc}},
       json::embed(&CreateOrganisation::facts),
       {"effective", &CreateOrganisation::effective, "生效日期", "Effective"}});
  return table;
}

const json::Struct& describe(const RenameOrganisation*) {
  static const json::Struct table(
      "RenameOrganisation",
      {{"id", &RenameOrganisation::id, "机构", "Organisation"},
       {"name", &RenameOrganisation::name, "新名称", "New name", {.max_length = 120}},
       {"short_name", &RenameOrganisation::short_name, "简称", "Short name", {.max_length = 40}},
       {"effective", &RenameOrganisation::effective, "生效日期", "Effective"}});
  return table;
}

const json::Struct& describe(const CloseOrganisation*) {
  static const json::Struct table(
      "CloseOrganisation", {{"id", &CloseOrganisation::id, "机构", "Organisation"},
                            {"effective", &CloseOrganisation::effective, "停用日期", "Closed from"},
                            {"successor", &CloseOrganisation::successor, "承继机构", "Successor"}});
  return table;
}

const json::Struct& describe(const PublishedRegion*) {
  static const json::Struct table(
      "PublishedRegion",
      {{"code", &PublishedRegion::code, "区划代码", "Code", {.max_length = 12}},
       {"name", &PublishedRegion::name, "名称", "Name", {.max_length = 60}},
       {"english", &PublishedRegion::english, "英文名", "English name", {.max_length = 80}},
       {"kind", &PublishedRegion::kind, "类型", "Kind"},
       {"statutory_code", &PublishedRegion::statutory_code, "所在区县代码", "Host district"},
       {"tile_column",
        &PublishedRegion::tile_column,
        "示意图列",
        "Tile column",
        {.min = 1, .max = 40}},
       {"tile_row", &PublishedRegion::tile_row, "示意图行", "Tile row", {.min = 1, .max = 40}},
       {"short_name", &PublishedRegion::short_name, "简称", "Short name", {.max_length = 20}}});
  return table;
}

const json::Struct& describe(const PublishRegions*) {
  static const json::Struct table(
      "PublishRegions",
      {{"valid_from", &PublishRegions::valid_from, "有效自", "Valid from"},
       {"regions", &PublishRegions::regions, "区划", "Regions", {.max_items = 200}}});
  return table;
}

}  // namespace zr::accounts
