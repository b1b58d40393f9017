#include "rulebook/store.h"

#include "access/tables.h"
#include "db/transaction.h"
#include "journal/tables.h"
#include "rulebook/calendar_table.h"
#include "rulebook/rulebook.h"
#include "rulebook/tables.h"
#include "unit/engines.h"

using namespace zr::rulebook;  // NOLINT: a test of this namespace's small vocabulary
using zr::Date;

namespace {

zr::json::Any content(std::string_view day) {
  return {zr::json::Object{{"days", zr::json::List{zr::json::Object{
                                        {"date", day}, {"kind", "holiday"}, {"name", "元旦"}}}}}};
}

struct Said {
  Date effective;
  std::int64_t sequence;
  std::string_view day;
};

void say(zr::db::Tx& tx, const Said& said) {
  store::add_version(tx, {.subject = 7,
                          .effective = said.effective,
                          .sequence = said.sequence,
                          .facts = {.clause = "通知", .content = content(said.day)}});
}

/// The only year that the calendar of that moment knows; 0 where none is in force.
int year(zr::db::Tx& tx, zr::access::Moment moment) {
  const auto found = calendar(tx, moment);
  return found ? *found->last_year() : 0;
}

}  // namespace

TEST_CASE("a set is what was published for the day, as known at the record asked for") {
  zr::test::on_both_engines([](const zr::db::Url& url) {
    auto connection = zr::test::opened(
        url, {zr::access::schema(), zr::journal::schema(), zr::rulebook::schema()});
    zr::db::Transaction transaction(*connection);
    zr::db::Tx tx(*connection, nullptr);
    store::add_set(
        tx, {.id = 7, .sequence = 4, .code = "calendar", .zh = "工作日历", .en = "Calendar"});
    say(tx, {.effective = {2022, 1, 1}, .sequence = 4, .day = "2022-01-03"});
    say(tx, {.effective = {2026, 1, 1}, .sequence = 9, .day = "2026-01-01"});
    say(tx, {.effective = {2026, 1, 1}, .sequence = 12, .day = "2027-01-01"});
    CHECK(year(tx, {.as_of = {2021, 12, 31}}) == 0);
    CHECK(year(tx, {.as_of = {2022, 1, 1}}) == 2022);
    CHECK(year(tx, {.as_of = {2025, 12, 31}}) == 2022);
    CHECK(year(tx, {.as_of = {2026, 1, 1}}) == 2027);
    CHECK(year(tx, {.as_of = {2026, 1, 1}, .known_at = 11}) == 2026);
    CHECK(year(tx, {.as_of = {2026, 1, 1}, .known_at = 8}) == 2022);
    CHECK(year(tx, {.as_of = {2026, 1, 1}, .known_at = 3}) == 0);
    CHECK(content(tx, "loan_class", {.as_of = {2026, 1, 1}}) == no_such_set);

    const auto now = store::sets_at(tx, {.as_of = {2023, 1, 1}});
    REQUIRE(now.size() == 1);
    CHECK(now[0].version == 4);
    CHECK(now[0].next_effective == Date(2026, 1, 1));
    CHECK_FALSE(store::sets_at(tx, {.as_of = {2026, 1, 1}}).at(0).next_effective);
    CHECK(store::sets_at(tx, {.as_of = {2021, 1, 1}}).empty());
  });
}

TEST_CASE("a withdrawn version lets the one before show again") {
  zr::test::on_both_engines([](const zr::db::Url& url) {
    auto connection = zr::test::opened(
        url, {zr::access::schema(), zr::journal::schema(), zr::rulebook::schema()});
    zr::db::Transaction transaction(*connection);
    zr::db::Tx tx(*connection, nullptr);
    store::add_set(
        tx, {.id = 7, .sequence = 4, .code = "calendar", .zh = "工作日历", .en = "Calendar"});
    say(tx, {.effective = {2022, 1, 1}, .sequence = 4, .day = "2022-01-03"});
    say(tx, {.effective = {2026, 1, 1}, .sequence = 9, .day = "2026-01-01"});
    store::add_version(tx, {.subject = 7,
                            .effective = {2026, 1, 1},
                            .sequence = 10,
                            .facts = {.clause = "通知", .content = content("2026-01-01")},
                            .withdrawn = true});
    CHECK(year(tx, {.as_of = {2026, 6, 1}}) == 2022);
    CHECK(year(tx, {.as_of = {2026, 6, 1}, .known_at = 9}) == 2026);
    CHECK_FALSE(store::sets_at(tx, {.as_of = {2023, 1, 1}}).at(0).next_effective);
  });
}
