#include "app/record_verbs.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/anchoring.h"
#include "app/export.h"
#include "app/keys.h"
#include "app/proof.h"

namespace zr::app {

namespace {

int verify(const Settings& settings, const std::string& key_file) {
  if (!settings.anchors_file.empty() && !std::filesystem::exists(settings.anchors_file))
    return report(crypto::no_anchor_file);
  const auto proof = prove(settings, key_file);
  return proof ? print_proof(*proof) : report(proof.problem());
}

int tell(const Result<crypto::Anchor>& anchor) {
  if (!anchor) return report(anchor.problem());
  std::cout << "ok: key " << anchor->key << ", anchored record " << anchor->point.seq << ", head "
            << anchor->point.head << "\n";
  return 0;
}

int export_to(const Settings& settings, const std::string& file) {
  const auto exported = export_record(settings, file);
  if (!exported) return report(exported.problem());
  std::cout << exported->records << " records, head " << exported->head << "\n";
  return 0;
}

}  // namespace

int exit_code_of(const Problem& problem) {
  switch (problem.refusal.kind) {
    case RefusalKind::rule:
      return 1;
    case RefusalKind::bad_input:
    case RefusalKind::too_large:
      return 2;
    default:
      return 3;
  }
}

std::string problem_text(const Problem& problem) {
  json::Value out;
  out.set("code", problem.refusal.code);
  out.set("title", problem.refusal.zh);
  out.set("title_en", problem.refusal.en);
  if (!problem.detail_zh.empty()) out.set("detail", problem.detail_zh);
  if (!problem.detail_en.empty()) out.set("detail_en", problem.detail_en);
  json::List errors;
  for (const FieldError& error : problem.errors)
    errors.emplace_back(
        json::Object{{"pointer", error.pointer}, {"code", error.code}, {"message", error.zh}});
  if (!errors.empty()) out.set("errors", std::move(errors));
  return json::write(out);
}

int report(const Problem& problem) {
  std::cerr << problem_text(problem) << "\n";
  return exit_code_of(problem);
}

void add_record_verbs(CLI::App& app, Settings& settings, int& exit_code) {
  const auto typed = [](CLI::App* verb, const char* name, const char* help) {
    const auto place = std::make_shared<std::string>();
    verb->add_option(name, *place, help)->required(std::string_view(name) != "--key");
    return place;
  };
  auto* verifying = city_verb(
      app, settings, {"verify", "prove the record, the rows that it covers and the anchors"},
      {"anchors", "files"});
  const auto key = typed(verifying, "--key", "the signing key: the chain must name it last");
  verifying->callback([&, key] { exit_code = verify(settings, *key); });

  auto* keys = app.add_subcommand("keys", "the key that signs anchors")->require_subcommand(1);
  auto* checking = city_verb(*keys, settings,
                             {"check", "is it the key that the record names last? Signs an anchor"},
                             {"key", "anchors"});
  checking->callback([&] { exit_code = tell(check_key(settings)); });
  auto* rotating = city_verb(*keys, settings, {"rotate", "record a new key; no server may run"},
                             {"key", "anchors"});
  const auto new_key = typed(rotating, "--new-key", "file for the new key");
  rotating->callback([&, new_key] { exit_code = tell(rotate_key(settings, *new_key)); });

  auto* journal = app.add_subcommand("journal", "the record")->require_subcommand(1);
  auto* exporting = city_verb(
      *journal, settings, {"export", "every record's exact bytes, and the anchors"}, {"anchors"});
  const auto file = typed(exporting, "FILE", "a new file");
  exporting->callback([&, file] { exit_code = export_to(settings, *file); });
}

}  // namespace zr::app
