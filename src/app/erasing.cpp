#include "app/erasing.h"

#include "journal/store.h"

namespace zr::app {

Consumer erasing(journal::Journal& journal, const db::Url& url) {
  const auto cursor = std::make_shared<std::int64_t>(0);
  return {.name = "erasing", .catch_up = [&journal, url, cursor] {
            const std::int64_t head = journal.head();
            if (head == *cursor) return;
            const std::int64_t erased = journal.read(
                [&](db::Tx& tx) { return journal::store::last_of(tx, "people.erase", *cursor); });
            if (erased > 0)
              db::purge_deleted(*db::connect(url, db::Access::write),
                                journal::store::personal_table.name);
            *cursor = head;
          }};
}

}  // namespace zr::app
