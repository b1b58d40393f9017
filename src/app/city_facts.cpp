#include "app/city_facts.h"

#include "journal/store.h"

namespace zr::app {

CityFacts city_facts(db::Tx& tx) {
  const auto first = journal::store::record(tx, 1);
  if (!first) return {};
  const auto bytes = json::parse(first->bytes);
  const json::Value* body = bytes ? bytes->find("body") : nullptr;
  if (!body) return {};
  const auto text = [&](std::string_view name) {
    const json::Value* member = body->find(name);
    return member && member->text() ? *member->text() : std::string();
  };
  return {.begun = true,
          .city = text("city"),
          .mode = value_named<Mode>(text("mode")).value_or(Mode::production),
          .public_key = text("public_key")};
}

}  // namespace zr::app
