#include "forms/store.h"

#include "access/tables.h"
#include "db/transaction.h"
#include "files/files.h"
#include "forms/rules/form_tables.h"
#include "forms/tables.h"
#include "journal/tables.h"
#include "unit/engines.h"

using namespace zr::forms;  // NOLINT: a test of this namespace's small vocabulary

namespace {

zr::json::Any object(std::string_view text) {
  return {*zr::json::parse(text)};
}

}  // namespace

TEST_CASE("each stored struct of a form has its table, column by column") {
  zr::test::on_both_engines([](const zr::db::Url& url) {
    auto connection = zr::test::opened(url, {zr::access::schema(), zr::journal::schema(),
                                             zr::files::schema(), zr::forms::schema()});
    for (const zr::db::Table* table : tables()) {
      CAPTURE(table->name);
      CHECK_NOTHROW(zr::db::each_line(*connection, *table, [](const std::string&) {}));
    }
  });
}

TEST_CASE("cells are kept as one text, whatever order they were typed in") {
  const Cells one = cells_of(object(R"({"b":2,"a":1,"c":"2026-09-30"})").value);
  const Cells other = cells_of(object(R"({"c":"2026-09-30","a":1,"b":2})").value);
  CHECK(zr::json::write(to_json(one)) == R"({"a":1,"b":2,"c":"2026-09-30"})");
  CHECK(one == other);
  CHECK(number_in(one, "a") == 1);
  CHECK_FALSE(number_in(one, "c"));
  CHECK_FALSE(number_in(one, "d"));
}

TEST_CASE("the difference of two versions names each cell that changed, with the amount") {
  const Cells before = cells_of(object(R"({"a":1,"b":2,"d":"甲"})").value);
  const Cells after = cells_of(object(R"({"a":1,"b":5,"c":7,"d":"乙"})").value);
  const std::vector<CellChange> changes = difference(before, after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].cell == "b");
  CHECK(changes[0].difference == 3);
  CHECK(changes[1].cell == "c");
  CHECK_FALSE(changes[1].difference);
  CHECK(changes[2].cell == "d");
  CHECK_FALSE(changes[2].difference);
}
