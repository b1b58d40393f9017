#include "app/dump.h"

#include <algorithm>

#include "db/transaction.h"

namespace zr::app {

void dump(db::Connection& connection, const std::vector<const db::Table*>& tables,
          const std::function<void(const std::string&)>& each) {
  const db::Transaction snapshot(connection);
  std::vector<const db::Table*> sorted = tables;
  std::sort(sorted.begin(), sorted.end(),
            [](const db::Table* a, const db::Table* b) { return a->name < b->name; });
  for (const db::Table* table : sorted) {
    if (table->keeping == db::Keeping::unlisted) continue;
    // Key order is not byte order of the lines: 10 stands before 9 in text.
    std::vector<std::string> lines;
    db::each_line(connection, *table, [&](std::string line) { lines.push_back(std::move(line)); });
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) each(line);
  }
}

}  // namespace zr::app
