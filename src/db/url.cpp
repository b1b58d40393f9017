#include "db/db.h"

namespace zr::db {

Result<Url> parse_url(std::string_view text) {
  constexpr std::string_view sqlite = "sqlite:";
  if (text.starts_with(sqlite)) {
    const auto path = text.substr(sqlite.size());
    // SQLite reads ":memory:" and "file:…" as something other than a path.
    if (path.empty() || path.starts_with(':') || path.starts_with("file:")) return bad_database_url;
    return Url{Engine::sqlite, std::string(path)};
  }
  if (text.starts_with("postgresql://") || text.starts_with("postgres://"))
    return Url{Engine::postgresql, std::string(text)};
  return bad_database_url;
}

}  // namespace zr::db
