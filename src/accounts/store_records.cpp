/// SQL over the record for its auditor. Only the conditions that a query asks for are written, so
/// that each finds its index; every value is bound.
#include <fmt/format.h>

#include "accounts/store.h"
#include "db/as_of.h"

namespace zr::accounts::store {

namespace {

/// What is shown of the records `from`, one table or query named r; names as of $1.
std::string record_rows(std::string_view more, std::string_view from) {
  return fmt::format(
      "SELECT r.sequence, r.received, r.business_date, r.action, v.name AS organisation_name,"
      " p.name AS person_name, c.name AS checker_name, r.outcome, r.hash{} FROM {}"
      " LEFT JOIN access_person p ON p.id = r.person LEFT JOIN access_person c ON c.id = r.checker"
      " LEFT JOIN access_party_version v ON {}",
      more, from,
      db::holds({.versions = "access_party_version",
                 .subject = "party",
                 .as_of = "$1",
                 .known_at = "9223372036854775807"},
                "v", "r.organisation"));
}

/// A condition on one parameter; where it is not asked for, that the parameter is `blank`, so that
/// the engine finds an index for the others.
std::string asked(std::string_view parameter, bool given, std::string_view condition,
                  std::string_view blank) {
  if (given) return fmt::format(fmt::runtime(condition), parameter);
  return fmt::format("{} = {}", parameter, blank);
}

template <class Value>
db::Scalar text_or_blank(const std::optional<Value>& value) {
  return value ? db::scalar(*value) : db::Scalar(std::string());
}

/// An id as it stands in a record's bytes: a whole number in a member or a list.
constexpr std::string_view names_subject =
    "(lower(r.bytes) LIKE '%:' || {0} || ',%' OR lower(r.bytes) LIKE '%:' || {0} || '}}%'"
    " OR lower(r.bytes) LIKE '%[' || {0} || ',%' OR lower(r.bytes) LIKE '%[' || {0} || ']%'"
    " OR lower(r.bytes) LIKE '%,' || {0} || ',%' OR lower(r.bytes) LIKE '%,' || {0} || ']%')";

std::string chosen_records(const RecordQuery& query, bool continued) {
  const auto text = [](std::string_view parameter, bool given, std::string_view condition) {
    return asked(parameter, given, condition, "''");
  };
  const auto id = [](std::string_view parameter, bool given, std::string_view condition) {
    return asked(parameter, given, condition, "0");
  };
  return fmt::format(
      "(SELECT r.* FROM journal_record r WHERE {} AND {} AND {} AND {} AND {} AND {} AND {} AND {}"
      " AND {} ORDER BY r.sequence DESC LIMIT $11) r",
      id("$2", continued, "r.sequence < {}"), text("$3", query.action.has_value(), "r.action = {}"),
      text("$4", query.outcome.has_value(), "r.outcome = {}"),
      text("$5", query.from.has_value(), "r.received >= {}"),
      text("$6", query.to.has_value(), "r.received < {}"),
      id("$7", query.person.has_value(), "(r.person = {0} OR r.checker = {0})"),
      id("$8", query.organisation.has_value(), "r.organisation = {}"),
      text("$9", query.subject.has_value(), names_subject),
      id("$10", query.subject.has_value(), "r.sequence >= {}"));
}

}  // namespace

std::vector<RecordRow> records(api::ReadContext& in, const RecordQuery& query) {
  const std::int64_t before = query.listing.after();
  const auto of_day = [](std::optional<Date> day, int more) -> std::optional<Instant> {
    return day ? std::optional(Instant::start_of(*day + more)) : std::nullopt;
  };
  const std::string sql =
      record_rows("", chosen_records(query, before > 0)) + " ORDER BY r.sequence DESC";
  return in.tx.rows<RecordRow>(sql, in.today, before, text_or_blank(query.action),
                               query.outcome ? name_of(*query.outcome) : std::string_view(),
                               text_or_blank(of_day(query.from, 0)),
                               text_or_blank(of_day(query.to, 1)), query.person.value_or(0),
                               query.organisation.value_or(0),
                               query.subject ? std::to_string(*query.subject) : std::string(),
                               // No record before the one that made it can name it.
                               query.subject.value_or(0) >> 17, query.listing.limit + 1);
}

std::optional<RecordView> record(api::ReadContext& in, std::int64_t sequence) {
  static const std::string sql =
      record_rows(", r.organisation, r.person, r.checker, r.bytes", "journal_record r") +
      " WHERE r.sequence = $2";
  return in.tx.row<RecordView>(sql, in.today, sequence);
}

}  // namespace zr::accounts::store
