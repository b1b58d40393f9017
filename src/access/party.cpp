#include "access/party.h"

namespace zr::access {

std::span<const Name> names_of(Standing) {
  static constexpr Name names[] = {
      named(Standing::registered, "registered", "已登记", "Registered"),
      named(Standing::reported, "reported", "银行报送", "Reported by a bank"),
      named(Standing::closed, "closed", "已停用", "Closed")};
  return names;
}

const json::Struct& describe(const Party*) {
  static const json::Struct table("Party",
                                  {{"id", &Party::id, "编号", "Id"},
                                   {"sequence", &Party::sequence, "记录号", "Record"},
                                   {"kind", &Party::kind, "类型", "Kind"},
                                   {"parent", &Party::parent, "上级机构", "Head office"},
                                   {"path", &Party::path, "机构路径", "Path"},
                                   {"uscc", &Party::uscc, "统一社会信用代码", "Credit code"}});
  return table;
}

const json::Struct& describe(const PartyFacts*) {
  static const json::Struct table(
      "PartyFacts",
      {{"name", &PartyFacts::name, "名称", "Name", {.max_length = 120}},
       {"short_name", &PartyFacts::short_name, "简称", "Short name", {.max_length = 40}},
       {"region", &PartyFacts::region, "区县（市）", "District", {.max_length = 12}},
       {"zone", &PartyFacts::zone, "开发区", "Development zone", {.max_length = 12}},
       {"park", &PartyFacts::park, "园区", "Park"}});
  return table;
}

const json::Struct& describe(const PartyVersion*) {
  static const json::Struct table("PartyVersion",
                                  {{"party", &PartyVersion::party, "主体", "Party"},
                                   {"effective", &PartyVersion::effective, "生效日期", "Effective"},
                                   {"sequence", &PartyVersion::sequence, "记录号", "Record"},
                                   json::embed(&PartyVersion::facts),
                                   {"standing", &PartyVersion::standing, "状态", "Standing"},
                                   {"successor", &PartyVersion::successor, "承继机构", "Successor"},
                                   {"withdrawn", &PartyVersion::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}

const json::Struct& describe(const PartyAt*) {
  static const json::Struct table("PartyAt",
                                  {{"id", &PartyAt::id, "编号", "Id"},
                                   {"kind", &PartyAt::kind, "类型", "Kind"},
                                   {"parent", &PartyAt::parent, "上级机构", "Head office"},
                                   {"path", &PartyAt::path, "机构路径", "Path"},
                                   {"uscc", &PartyAt::uscc, "统一社会信用代码", "Credit code"},
                                   json::embed(&PartyAt::facts),
                                   {"standing", &PartyAt::standing, "状态", "Standing"},
                                   {"version", &PartyAt::version, "版本", "Version"}});
  return table;
}

ReportedParty report_enterprise(db::Tx& tx, const Reported& reported) {
  if (const auto known = party_by_uscc(tx, reported.uscc))
    return {.id = known->id, .created = false};
  return report_enterprises(tx, {reported}).front();
}

std::vector<ReportedParty> report_enterprises(db::Tx& tx, const std::vector<Reported>& reported) {
  std::unordered_map<std::string, std::int64_t> known = party_codes(tx);
  std::vector<ReportedParty> out;
  std::vector<Party> parties;
  std::vector<PartyVersion> versions;
  for (const Reported& each : reported) {
    const auto [entry, created] = known.emplace(each.uscc, each.new_id);
    out.push_back({.id = entry->second, .created = created});
    if (!created) continue;
    parties.push_back({.id = each.new_id,
                       .sequence = each.sequence,
                       .kind = PartyKind::enterprise,
                       .parent = std::nullopt,
                       .path = "/" + std::to_string(each.new_id) + "/",
                       .uscc = each.uscc});
    versions.push_back({.party = each.new_id,
                        .effective = each.effective,
                        .sequence = each.sequence,
                        .facts = {.name = each.name,
                                  .short_name = std::nullopt,
                                  .region = each.region,
                                  .zone = each.zone,
                                  .park = std::nullopt},
                        .standing = Standing::reported,
                        .successor = std::nullopt});
  }
  add_parties(tx, parties, versions);
  return out;
}

}  // namespace zr::access
