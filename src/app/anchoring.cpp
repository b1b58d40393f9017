#include "app/anchoring.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "journal/clock.h"
#include "journal/store.h"

namespace zr::app {

std::string beside_the_database(const Settings& settings, std::string_view ending) {
  const auto url = db::parse_url(settings.db);
  if (url && url->engine == db::Engine::sqlite) return url->location + std::string(ending);
  const std::string address = settings.db.substr(0, settings.db.find('?'));
  const auto slash = address.rfind('/');
  const std::string name = slash == std::string::npos ? "" : address.substr(slash + 1);
  const bool plain = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return "var/" + (plain ? name : "zhirong") + std::string(ending);
}

std::string anchors_file(const Settings& settings) {
  return settings.anchors_file.empty() ? beside_the_database(settings, ".anchors")
                                       : settings.anchors_file;
}

Result<std::vector<crypto::Anchor>> kept_anchors(const Settings& settings) {
  const std::string file = anchors_file(settings);
  if (!std::filesystem::exists(file)) return std::vector<crypto::Anchor>();
  return crypto::read_anchors(file);
}

Result<crypto::SigningKey> city_key(db::Tx& tx, const std::string& key_file) {
  auto key = crypto::SigningKey::load(key_file);
  if (!key) return key.problem();
  if (key->public_key() != journal::store::public_key(tx)) return foreign_key_file;
  return key;
}

crypto::Anchor anchor_head(db::Tx& tx, const crypto::SigningKey& key, const std::string& file) {
  const auto chain = journal::store::chain(tx);
  const auto anchor = crypto::sign_anchor(
      key, {.seq = chain.sequence, .head = chain.hash, .at = journal::MachineClock().now().text()});
  crypto::append_anchor(file, anchor);
  return anchor;
}

namespace {

/// The record of the file's last anchor; 0 where there is none yet.
std::int64_t last_anchored(const std::string& file) {
  if (!std::filesystem::exists(file)) return 0;
  const auto anchors = crypto::read_anchors(file);
  if (!anchors) throw std::runtime_error("the anchor file is damaged");
  return anchors->empty() ? 0 : anchors->back().point.seq;
}

}  // namespace

Consumer anchoring(journal::Journal& journal, crypto::SigningKey key, std::string file) {
  struct State {
    crypto::SigningKey key;
    std::string file;
    std::optional<std::int64_t> cursor{};
  };
  const auto state = std::make_shared<State>(State{.key = std::move(key), .file = std::move(file)});
  return {.name = "anchoring", .catch_up = [&journal, state] {
            if (!state->cursor) state->cursor = last_anchored(state->file);
            if (journal.head() == *state->cursor) return;
            journal.read([&](db::Tx& tx) {
              // The day's anchor takes in what follows a close of day.
              if (journal::store::last_to_anchor(tx, *state->cursor) > 0 ||
                  journal::store::last_of(tx, "duties.settle", *state->cursor) > 0)
                state->cursor = anchor_head(tx, state->key, state->file).point.seq;
              else
                state->cursor = journal::store::chain(tx).sequence;
              return 0;
            });
          }};
}

}  // namespace zr::app
