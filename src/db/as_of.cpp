#include "db/as_of.h"

#include <fmt/format.h>

namespace zr::db {

std::string as_of(const AsOf& wanted) {
  return fmt::format(
      "(SELECT b.* FROM (SELECT a.*,"
      " ROW_NUMBER() OVER (PARTITION BY a.{1} ORDER BY a.effective DESC) AS nth_date"
      " FROM (SELECT v.*, ROW_NUMBER() OVER (PARTITION BY v.{1}, v.effective"
      " ORDER BY v.sequence DESC) AS nth_word"
      " FROM {0} v WHERE v.effective <= {2} AND v.sequence <= {3}) a"
      " WHERE a.nth_word = 1 AND a.withdrawn = 0) b WHERE b.nth_date = 1)",
      wanted.versions, wanted.subject, wanted.as_of, wanted.known_at);
}

}  // namespace zr::db
