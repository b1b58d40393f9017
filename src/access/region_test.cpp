#include "access/region.h"

#include "access/tables.h"
#include "db/transaction.h"
#include "unit/engines.h"

using namespace zr;

namespace {

access::Region district(Date valid_from, const std::string& name) {
  return {.code = "410105",
          .valid_from = valid_from,
          .valid_to = {},
          .name = name,
          .english = "Example District",
          .host = {},
          .short_name = "示例"};
}

/// The names that hold on a day.
std::string on(db::Tx& tx, Date day) {
  std::string names;
  for (const access::Region& region : access::regions(tx, day)) names += region.name + " ";
  return names;
}

}  // namespace

TEST_CASE("区划: a district is one row on any day, in whatever order its rows were published") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {access::schema()});
    const db::Transaction transaction(*connection);
    db::Tx tx(*connection, nullptr);
    CHECK(access::publish_region(tx, district({2022, 1, 1}, "一")));
    CHECK(access::publish_region(tx, district({2026, 9, 1}, "三")));
    CHECK(access::publish_region(tx, district({2025, 1, 1}, "二")));
    CHECK_FALSE(access::publish_region(tx, district({2026, 9, 1}, "四")));
    CHECK(on(tx, {2021, 12, 31}).empty());
    CHECK(on(tx, {2024, 12, 31}) == "一 ");
    CHECK(on(tx, {2025, 1, 1}) == "二 ");
    CHECK(on(tx, {2026, 8, 31}) == "二 ");
    CHECK(on(tx, {2026, 9, 1}) == "三 ");
    CHECK(access::region(tx, "410105", {2030, 1, 1})->name == "三");
  });
}
