#include <atomic>
#include <latch>
#include <thread>

#include "access/tables.h"
#include "journal/clock.h"
#include "journal/commands.h"
#include "journal/journal.h"
#include "journal/tables.h"
#include "unit/engines.h"

namespace {

using namespace zr;
using journal::Changed;

struct Stone {
  std::int64_t weight = 0;
};
const json::Struct& describe(const Stone*) {
  static const json::Struct table("Stone", {{"weight", &Stone::weight, "重量", "Weight"}});
  return table;
}

Result<Changed> keep_stone(journal::Context& in, const Stone&) {
  return Changed{.id = in.new_id(), .version = in.sequence};
}

}  // namespace

TEST_CASE("commands that take long to prepare leave the readers alone") {
  test::on_both_engines([](const db::Url& url) {
    test::opened(url, {access::schema(), journal::schema()}).reset();
    constexpr int slow = 3;
    std::latch preparing(slow);
    std::latch weighed(1);
    const auto weigh = [&](journal::Preparation& before, Stone&) -> Result<Done> {
      CHECK(before.tx.number("SELECT COUNT(*) FROM journal_record") == 0);
      preparing.count_down();
      weighed.wait();
      return Done{};
    };
    journal::VirtualClock clock(Instant::start_of(Date(2026, 9, 30)));
    auto journal = journal::Journal::open(
        {.url = url,
         .commands = {journal::command<Stone, Changed>(
             {"stones", "keep", "收石", "Keep a stone", journal::Eyes::two, {}}, keep_stone,
             weigh)},
         .tables = journal::tables(),
         .readers = slow},
        clock);
    REQUIRE(journal);
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < slow; ++i)
      threads.emplace_back([&, i] {
        if ((*journal)->submit({.actor = access::Actor::program(),
                                .command = (*journal)->find("stones.keep"),
                                .body = json::Object{{"weight", i}},
                                .key = std::to_string(i)}))
          ++done;
      });
    preparing.wait();
    CHECK_NOTHROW((*journal)->read([](db::Tx& tx) { return tx.number("SELECT 1"); }));
    weighed.count_down();
    for (std::thread& thread : threads) thread.join();
    CHECK(done == slow);
  });
}
