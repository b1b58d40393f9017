#include "app/data_files.h"

#include <filesystem>
#include <vector>

#include "app/init.h"
#include "app/options.h"
#include "documents/csv_read.h"

namespace zr::app {

Result<json::List> rows_of(const std::string& file) {
  if (!std::filesystem::is_regular_file(file)) return no_data;
  std::vector<std::string> names;
  json::List rows;
  const auto facts =
      documents::read_csv(documents::Source::file(file), [&](const documents::Row& row) {
        if (names.empty()) {
          for (const documents::Cell& cell : row.cells) names.emplace_back(cell.text);
          return documents::Continue::yes;
        }
        json::Object object;
        for (std::size_t i = 0; i < names.size(); ++i)
          if (!row.at(i).text.empty()) object.emplace_back(names[i], row.at(i).text);
        rows.emplace_back(std::move(object));
        return documents::Continue::yes;
      });
  if (!facts) return facts.problem();
  return rows;
}

std::string data_folder(const std::string& named) {
  namespace fs = std::filesystem;
  std::error_code missing;
  if (named != Settings{}.data_folder || fs::is_directory(named, missing)) return named;
  const fs::path home = fs::read_symlink("/proc/self/exe", missing).parent_path();
  for (const char* candidate : {"../../data", "../share/zhirong/data"})
    if (fs::is_directory(home / candidate, missing)) return (home / candidate).string();
  return named;
}

}  // namespace zr::app
