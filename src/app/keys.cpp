#include "app/keys.h"

#include <filesystem>

#include "app/anchoring.h"
#include "db/transaction.h"
#include "journal/clock.h"

namespace zr::app {

namespace {

/// A crash may have left the new key without its record: then it is taken up again.
Result<crypto::SigningKey> new_key(const std::string& file) {
  if (std::filesystem::exists(file)) return crypto::SigningKey::load(file);
  auto key = crypto::SigningKey::create();
  if (const auto saved = key.save(file); !saved) return saved.problem();
  return key;
}

}  // namespace

Result<crypto::Anchor> check_key(const Settings& settings) {
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  const auto connection = db::connect(*url, db::Access::read);
  const db::Transaction snapshot(*connection);
  db::Tx tx(*connection, nullptr);
  const auto key = city_key(tx, settings.key_file);
  if (!key) return key.problem();
  return anchor_head(tx, *key, anchors_file(settings));
}

Result<crypto::Anchor> rotate_key(const Settings& settings, const std::string& new_file) {
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  journal::MachineClock clock;
  auto journal = open_city(*url, clock);
  if (!journal) return journal.problem();
  const auto old = (*journal)->read([&](db::Tx& tx) { return city_key(tx, settings.key_file); });
  if (!old) return old.problem();
  const auto key = new_key(new_file);
  if (!key) return key.problem();
  const auto done = (*journal)->submit({.actor = access::Actor::program(),
                                        .command = (*journal)->find("keys.rotate"),
                                        .body = json::Object{{"public_key", key->public_key()}},
                                        .key = "keys.rotate " + key->id()});
  if (!done) return done.problem();
  return (*journal)->read(
      [&](db::Tx& tx) { return anchor_head(tx, *key, anchors_file(settings)); });
}

}  // namespace zr::app
