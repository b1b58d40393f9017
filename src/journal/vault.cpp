#include "journal/vault.h"

#include "base/text.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "journal/store.h"

namespace zr::journal {

namespace {

constexpr std::string_view commitment_member = "commitment";

/// Replaces the personal fields of a written object by their commitments.
void commit_fields(db::Tx& tx, const json::Struct& table, json::Value& written) {
  for (auto& [name, value] : *written.object()) {
    const json::Field* field = table.find(name);
    if (!field) continue;
    if (field->limits.privacy == json::Privacy::personal && value.text()) {
      json::Value commitment;
      commitment.set(commitment_member, tx.vault()->keep(tx, *value.text()));
      value = std::move(commitment);
    } else if (field->type->kind == json::Kind::object && value.object()) {
      commit_fields(tx, field->type->object(), value);
    } else if (field->type->kind == json::Kind::list &&
               field->type->item->kind == json::Kind::object) {
      for (json::Value& item : *value.list()) commit_fields(tx, field->type->item->object(), item);
    }
  }
}

bool holds_personal(const json::Struct& table) {
  for (const json::Field& field : table.fields()) {
    if (field.limits.privacy == json::Privacy::personal) return true;
    const json::Type& inner =
        field.type->kind == json::Kind::list ? *field.type->item : *field.type;
    if (inner.kind == json::Kind::object && holds_personal(inner.object())) return true;
  }
  return false;
}

}  // namespace

std::string PersonalVault::keep(db::Tx& tx, const std::string& value) {
  if (const auto found = kept_.find(value); found != kept_.end()) return found->second;
  const std::string salt = hex(crypto::random_bytes(16));
  crypto::Sha256 digest;
  digest.add(salt);
  digest.add(value);
  const std::string commitment = digest.finish_hex();
  store::keep_personal(tx, {.commitment = commitment, .salt = salt, .value = value});
  kept_.emplace(value, commitment);
  return commitment;
}

std::optional<std::string> PersonalVault::reveal(db::Tx& tx, const std::string& commitment) {
  return store::personal_value(tx, commitment);
}

std::int64_t erase(db::Tx& tx, const Erasure& erasure) {
  std::int64_t deleted = 0;
  for (const std::string& commitment : erasure.commitments) {
    for (const std::string& equal : store::equal_values(tx, commitment))
      if (!erasure.shown(equal) && store::taken_in_by(tx, erasure.nouns, equal))
        deleted += store::delete_personal(tx, equal);
    deleted += store::delete_personal(tx, commitment);
  }
  return deleted;
}

std::string recorded_body(db::Tx& tx, const json::Struct& table, const void* object) {
  std::string plain;
  json::write(table, object, plain);
  if (!holds_personal(table)) return plain;
  auto written = json::parse(plain, {.bytes = 64 << 20, .keys = 1 << 22});
  commit_fields(tx, table, *written);
  return json::write(*written);
}

json::Value revealed(db::Tx& tx, const json::Value& body) {
  if (const auto* list = body.list()) {
    json::List out;
    for (const json::Value& item : *list) out.push_back(revealed(tx, item));
    return out;
  }
  if (const auto* object = body.object()) {
    if (object->size() == 1 && object->front().first == commitment_member)
      return tx.vault()->reveal(tx, *object->front().second.text()).value_or("已删除");
    json::Object out;
    for (const auto& [name, member] : *object) out.emplace_back(name, revealed(tx, member));
    return out;
  }
  return body;
}

}  // namespace zr::journal
