#include "app/proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/anchoring.h"
#include "app/city.h"
#include "app/upload_file.h"
#include "db/transaction.h"
#include "files/verify.h"

namespace zr::app {

namespace {

/// What the reader of the record asks for; `first_bad` is null where nothing was found.
struct ProofAnswer {
  bool ok = false;
  std::int64_t records = 0;
  std::string head;
  std::optional<std::int64_t> first_bad{};
  std::int64_t anchored = 0;
  std::int64_t found = 0;
  std::vector<journal::Finding> findings{};
};
const json::Struct& describe(const ProofAnswer*) {
  static const json::Struct table(
      "ProofAnswer", {{"ok", &ProofAnswer::ok, "相符", "Proved"},
                      {"records", &ProofAnswer::records, "记录数", "Records"},
                      {"head", &ProofAnswer::head, "链首哈希值", "Head"},
                      {"first_bad", &ProofAnswer::first_bad, "首条有误的记录", "First bad record"},
                      {"anchored", &ProofAnswer::anchored, "已锚定至", "Anchored up to"},
                      {"found", &ProofAnswer::found, "发现数", "Number of findings"},
                      {"findings", &ProofAnswer::findings, "发现", "Findings"}});
  return table;
}

/// Findings told over HTTP; the command line tells more.
constexpr std::size_t most_told = 100;

json::Value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::Value(*number) : json::Value();
}

std::string body_of(const journal::Verification& proof) {
  json::List findings;
  for (const journal::Finding& finding :
       std::span(proof.findings).first(std::min(proof.findings.size(), most_told))) {
    json::Value told;
    told.set("kind", name_of(finding.kind));
    if (finding.table) told.set("table", *finding.table);
    if (finding.record) told.set("record", *finding.record);
    told.set("text_zh", finding.text_zh).set("text_en", finding.text_en);
    findings.push_back(std::move(told));
  }
  return json::write(json::Value(json::Object{{"ok", proof.ok()},
                                              {"records", proof.records},
                                              {"head", proof.head},
                                              {"first_bad", or_null(proof.first_bad())},
                                              {"anchored", proof.anchored},
                                              {"found", proof.found},
                                              {"findings", std::move(findings)}}));
}

/// Files are asked for only where the rows that name them can be read.
journal::Verification proof_of(db::Connection& connection, const journal::Evidence& evidence,
                               const files::Folder& folder,
                               const std::vector<std::filesystem::path>& lying) {
  auto proof = journal::verify(connection, tables(), evidence);
  if (proof.records > 0) {
    db::Tx tx(connection, nullptr);
    files::verify(tx, folder, lying, proof);
  }
  return proof;
}

}  // namespace

Result<journal::Verification> prove(const Settings& settings, const std::string& key_file) {
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  auto anchors = kept_anchors(settings);
  if (!anchors) return anchors.problem();
  journal::Evidence evidence{.anchors = std::move(*anchors)};
  if (!key_file.empty()) {
    const auto key = crypto::SigningKey::load(key_file);
    if (!key) return key.problem();
    evidence.public_key = key->public_key();
  }
  const files::Folder folder(files_folder(settings));
  const auto lying = files::listed(folder);
  const auto connection = db::connect(*url, db::Access::read);
  const db::Transaction snapshot(*connection);
  return proof_of(*connection, evidence, folder, lying);
}

int print_proof(const journal::Verification& proof) {
  for (const journal::Finding& finding : proof.findings)
    std::cout << "found: " << finding.text_en << "\n       " << finding.text_zh << "\n";
  if (proof.anchored < proof.records)
    std::cout << fmt::format("note: no good anchor after record {}\n", proof.anchored);
  if (proof.ok()) {
    std::cout << fmt::format("ok: {} records, head {}\n", proof.records, proof.head);
    return 0;
  }
  std::cout << fmt::format("bad: {} findings", proof.found);
  if (const auto first = proof.first_bad())
    std::cout << fmt::format(", first bad record {}", *first);
  std::cout << "\n";
  return 1;
}

api::Read proof_read(const Settings& settings) {
  auto read = api::read_one<api::NoQuery, ProofAnswer>(
      {"/journal/verify", "journal.read", "核验记录链", "Prove the record"}, nullptr);
  read.run = [settings](api::ReadContext& in, const void*) -> Result<api::ReadAnswer> {
    // This is before the first statement of the read, so before its snapshot.
    const auto anchors = kept_anchors(settings);
    if (!anchors) return anchors.problem();
    const files::Folder folder(files_folder(settings));
    const auto lying = files::listed(folder);
    return api::ReadAnswer{
        .body = body_of(proof_of(in.tx.connection(), {.anchors = *anchors}, folder, lying))};
  };
  return read;
}

}  // namespace zr::app
