#include "db/as_of.h"

#include <fmt/format.h>

namespace zr::db {

namespace {

/// The version `name` is the last word, as known then, on its effective date.
std::string last_word(const AsOf& wanted, std::string_view name) {
  return fmt::format(
      "NOT EXISTS (SELECT 1 FROM {0} later WHERE later.{1} = {2}.{1} AND later.effective ="
      " {2}.effective AND later.sequence > {2}.sequence AND later.sequence <= {3})",
      wanted.versions, wanted.subject, name, wanted.known_at);
}

}  // namespace

std::string as_of(const AsOf& wanted) {
  // Without window functions, so that a query for one subject, or a page of them, reads only
  // theirs.
  return fmt::format(
      "(SELECT v.* FROM {0} v WHERE v.effective <= {2} AND v.sequence <= {3} AND v.withdrawn = 0"
      " AND {4} AND NOT EXISTS (SELECT 1 FROM {0} newer WHERE newer.{1} = v.{1} AND"
      " newer.effective > v.effective AND newer.effective <= {2} AND newer.sequence <= {3} AND"
      " newer.withdrawn = 0 AND {5}))",
      wanted.versions, wanted.subject, wanted.as_of, wanted.known_at, last_word(wanted, "v"),
      last_word(wanted, "newer"));
}

std::string holds(const AsOf& wanted, std::string_view row, std::string_view of) {
  return fmt::format(
      "{4}.{1} = {5} AND {4}.effective = (SELECT d.effective FROM {0} d WHERE d.{1} = {5}"
      " AND d.effective <= {2} AND d.sequence <= {3} AND d.withdrawn = 0 AND NOT EXISTS"
      " (SELECT 1 FROM {0} w WHERE w.{1} = d.{1} AND w.effective = d.effective"
      " AND w.sequence > d.sequence AND w.sequence <= {3}) ORDER BY d.effective DESC LIMIT 1)"
      " AND {4}.sequence = (SELECT MAX(w.sequence) FROM {0} w WHERE w.{1} = {4}.{1}"
      " AND w.effective = {4}.effective AND w.sequence <= {3})",
      wanted.versions, wanted.subject, wanted.as_of, wanted.known_at, row, of);
}

}  // namespace zr::db
