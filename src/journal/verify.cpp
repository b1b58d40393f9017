#include "journal/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/digest.h"
#include "db/schema.h"
#include "journal/store.h"
#include "journal/verify_parts.h"

namespace zr::journal {

namespace {

void judge_keys(const ChainFacts& chain, const Evidence& evidence, Verification& out) {
  if (chain.keys.empty())
    out.add({.record = 1,
             .text_zh = "记录链没有写明签名公钥",
             .text_en = "the chain names no public key"});
  else if (evidence.public_key && chain.keys.back().public_key != *evidence.public_key)
    out.add({.kind = FindingKind::anchor,
             .record = chain.keys.back().since,
             .text_zh = "记录链写明的签名公钥与密钥文件不符：另一城市的密钥，或记录链被整体重算",
             .text_en = "the chain names another public key than the key file has: another city's "
                        "key, or a chain made anew"});
}

/// What is wrong with an anchor, in both languages; empty if nothing.
struct Fault {
  std::string_view zh;
  std::string_view en;
};
Fault fault_of(const crypto::Anchor& anchor, const ChainFacts& chain) {
  const auto key = std::ranges::find_if(chain.keys, [&](const IntroducedKey& one) {
    return crypto::key_id(one.public_key) == anchor.key && one.since <= anchor.point.seq;
  });
  if (key == chain.keys.end())
    return {"所用密钥未在该记录之前写入记录链：另一城市的锚定，或记录链被整体重算",
            "is signed with a key that the chain does not introduce by then: another city's, or a "
            "chain made anew"};
  if (!crypto::anchor_fits(anchor, key->public_key)) return {"签名不符", "has a wrong signature"};
  if (anchor.point.seq > chain.last)
    return {"超出最后一条记录：记录链尾部被截断",
            "is beyond the last record: the tail was cut off"};
  const auto digest = chain.digests.find(anchor.point.seq);
  if (digest != chain.digests.end() && digest->second != anchor.point.head)
    return {"与该记录的哈希值不符：记录链被重算",
            "signs another digest than the record has: the chain was recomputed"};
  return {};
}

void judge_anchors(const std::vector<crypto::Anchor>& anchors, const ChainFacts& chain,
                   Verification& out) {
  for (const crypto::Anchor& anchor : anchors) {
    const Fault fault = fault_of(anchor, chain);
    const std::int64_t record = anchor.point.seq;
    if (fault.en.empty()) {
      if (chain.digests.contains(record)) out.anchored = std::max(out.anchored, record);
      continue;
    }
    out.add({.kind = FindingKind::anchor,
             .record = record,
             .text_zh = fmt::format("记录 {} 的锚定{}", record, fault.zh),
             .text_en = fmt::format("the anchor of record {} {}", record, fault.en)});
  }
}

void judge_tables(db::Connection& connection, std::span<const db::Table* const> tables,
                  const ChainFacts& chain, Verification& out) {
  static const std::vector<Claim> none;
  for (const db::Table* table : tables) {
    if (table->keeping != db::Keeping::covered) continue;
    const auto claims = chain.claims.find(table->name);
    judge_rows(connection, *table, claims == chain.claims.end() ? none : claims->second, out);
  }
  for (const auto& [name, claims] : chain.claims) {
    const bool known = std::ranges::any_of(tables, [&](const db::Table* table) {
      return table->name == name && table->keeping == db::Keeping::covered;
    });
    if (!known)
      out.add(
          {.kind = FindingKind::schema,
           .table = name,
           .text_zh = fmt::format("本程序不认识受证明的表 {}，其中的行未能核对", name),
           .text_en = fmt::format(
               "this program does not know the covered table {}: its rows are unproved", name)});
  }
}

/// A value that does not fit its commitment was put under it by somebody else.
void judge_personal(db::Connection& connection, Verification& out) {
  crypto::Sha256 digest;
  store::each_personal(connection, [&](const StoredPersonal& kept) {
    if (digest.add(kept.salt).add(kept.value).finish_hex() == kept.commitment) return;
    out.add({.kind = FindingKind::personal,
             .table = std::string(store::personal_table.name),
             .text_zh = fmt::format("承诺值 {} 下的个人信息已被改动", kept.commitment),
             .text_en = fmt::format("the personal value under commitment {} was changed",
                                    kept.commitment)});
  });
}

void judge_values(db::Connection& connection, std::span<const db::Table* const> tables,
                  Verification& out) {
  for (const db::UnknownValue& one : db::unknown_values(connection, tables))
    out.add(
        {.kind = FindingKind::value,
         .table = std::string(one.table),
         .text_zh = fmt::format("表 {} 的 {} 栏有未知的值“{}”", one.table, one.column, one.value),
         .text_en = fmt::format("table {}, column {}: unknown value \"{}\"", one.table, one.column,
                                one.value)});
}

}  // namespace

std::span<const Name> names_of(FindingKind) {
  static constexpr Name names[] = {
      named(FindingKind::chain, "chain", "记录链", "Chain"),
      named(FindingKind::rows, "rows", "受证明的行", "Covered rows"),
      named(FindingKind::anchor, "anchor", "锚定", "Anchor"),
      named(FindingKind::personal, "personal", "个人信息", "Personal value"),
      named(FindingKind::value, "value", "代码值", "Code value"),
      named(FindingKind::schema, "schema", "表结构", "Schema"),
      named(FindingKind::file, "file", "文件", "File")};
  return names;
}

const json::Struct& describe(const Finding*) {
  static const json::Struct table(
      "ProofFinding",
      {{"kind", &Finding::kind, "类别", "Kind"},
       {"table", &Finding::table, "表", "Table"},
       {"record", &Finding::record, "记录号", "Record"},
       {"text_zh", &Finding::text_zh, "说明", "In Chinese", {.max_length = 4000}},
       {"text_en", &Finding::text_en, "英文说明", "In English", {.max_length = 4000}}});
  return table;
}

std::optional<std::int64_t> Verification::first_bad() const {
  std::optional<std::int64_t> first;
  for (const Finding& finding : findings)
    if (finding.record && (!first || *finding.record < *first)) first = finding.record;
  return first;
}

void Verification::add(Finding finding) {
  ++found;
  if (findings.size() < most_findings_kept) findings.push_back(std::move(finding));
}

Verification verify(db::Connection& connection, std::span<const db::Table* const> tables,
                    const Evidence& evidence) {
  Verification out;
  const auto differences = db::differences(connection, tables);
  for (const std::string& difference : differences)
    out.add({.kind = FindingKind::schema,
             .text_zh = fmt::format("表结构与程序不符：{}", difference),
             .text_en = fmt::format("the schema differs from the program: {}", difference)});
  // Rows cannot be read by a description that does not fit them.
  if (!differences.empty()) return out;

  std::set<std::int64_t> wanted;
  for (const crypto::Anchor& anchor : evidence.anchors) wanted.insert(anchor.point.seq);
  const ChainFacts chain = walk_chain(connection, wanted, out);
  judge_keys(chain, evidence, out);
  judge_anchors(evidence.anchors, chain, out);
  judge_tables(connection, tables, chain, out);
  judge_access(connection, chain.access, out);
  judge_personal(connection, out);
  judge_values(connection, tables, out);
  return out;
}

}  // namespace zr::journal
