#pragma once
/// The one query of covered subjects: among the versions with effective <= as_of and sequence <=
/// known_at, each effective date keeps its last sequence, those withdrawn drop out, and the latest
/// effective date wins.
#include <string>
#include <string_view>

namespace zr::db {

/// A derived table "(SELECT …)" with the columns of `versions` and one row for each subject that
/// has a version then. `subject` is its column naming the subject; as_of and known_at are
/// placeholders ("$1") or literals.
struct AsOf {
  std::string_view versions;
  std::string_view subject;
  std::string_view as_of;
  std::string_view known_at;
};
std::string as_of(const AsOf& wanted);

/// The same choice as a condition on `row`, an alias of the table `versions` in a join; `of` is the
/// subject as the rest of the statement has it ("n.id"). Looks along the key's index for each
/// subject instead of comparing all its versions: for readers of whole tables (measured on 400,000
/// versions: half the time on SQLite, no more on PostgreSQL).
std::string holds(const AsOf& wanted, std::string_view row, std::string_view of);

}  // namespace zr::db
