/// SQL for this module's screens. Duties are read under the reader's own path, by an authority all.
#include "db/as_of.h"
#include "duty/store.h"

namespace zr::duty::store {

namespace {

std::string parties() {
  return db::as_of({.versions = "access_party_version",
                    .subject = "party",
                    .as_of = "$1",
                    .known_at = "9223372036854775807"});
}

const std::string& duty_columns() {
  static const std::string sql =
      "SELECT d.id, d.kind, d.subject, d.period, d.clause, d.organisation,"
      " v.name AS organisation_name, a.name AS about_name, d.action, d.due, d.provisional, "
      "d.opened_at, d.assignee,"
      " p.name AS assignee_name,"
      " (SELECT COUNT(*) FROM duty_urge u WHERE u.duty = d.id) AS urged,"
      " (SELECT MAX(u.urged_on) FROM duty_urge u WHERE u.duty = d.id) AS last_urged,"
      " (SELECT MIN(r.days) FROM duty_reminder r WHERE r.duty = d.id) AS reminded,"
      " d.outcome, d.closed_at, d.version FROM duty_duty d"
      " JOIN access_party o ON o.id = d.organisation JOIN " +
      parties() + " v ON v.party = d.organisation LEFT JOIN " + parties() +
      " a ON a.party = d.about LEFT JOIN access_person p ON p.id = d.assignee";
  return sql;
}

/// "|name|name|" of the rights that end so, without the ending.
std::string rights_text(const access::Actor& actor, std::string_view ending) {
  std::string text = "|";
  if (!actor.rights) return text;
  for (const std::string& right : *actor.rights)
    if (right.ends_with(ending)) text.append(right, 0, right.size() - ending.size()) += '|';
  return text;
}

std::string seen_path(const api::ReadContext& in) {
  return (in.scope.sees_all_rows() ? "/" : in.actor.path) + "%";
}

}  // namespace

std::vector<ListedDuty> duties(api::ReadContext& in, const DutyQuery& query) {
  static const std::string sql =
      duty_columns() +
      " WHERE o.path LIKE $2 AND ($3 = '' OR d.kind = $3) AND ($4 = '' OR d.period = $4)"
      " AND ($5 = 0 OR d.organisation = $5)"
      " AND ($6 = '' OR ($6 = 'closed' AND d.outcome IS NOT NULL)"
      " OR ($6 = 'open' AND d.outcome IS NULL)"
      " OR ($6 = 'overdue' AND d.outcome IS NULL AND d.due < $1))"
      " AND (d.due > $7 OR (d.due = $7 AND d.id > $8)) ORDER BY d.due, d.id LIMIT $9";
  const Place after = place_of(query.listing.cursor);
  return in.tx.rows<ListedDuty>(sql, in.today, seen_path(in), query.kind.value_or(""),
                                query.period.value_or(""), query.organisation.value_or(0),
                                query.state ? name_of(*query.state) : std::string_view(), after.due,
                                after.id, query.listing.limit + 1);
}

std::optional<ListedDuty> listed(api::ReadContext& in, std::int64_t id) {
  static const std::string sql = duty_columns() + " WHERE o.path LIKE $2 AND d.id = $3";
  return in.tx.row<ListedDuty>(sql, in.today, seen_path(in), id);
}

std::vector<ListedDuty> to_do(api::ReadContext& in, const Place& after, std::int64_t limit) {
  static const std::string sql =
      duty_columns() +
      " WHERE d.organisation = $2 AND d.outcome IS NULL"
      " AND replace($3, '|' || d.action || '|', '') <> $3"
      " AND (d.assignee IS NULL OR d.assignee = $4)"
      " AND (d.due > $5 OR (d.due = $5 AND d.id > $6)) ORDER BY d.due, d.id LIMIT $7";
  return in.tx.rows<ListedDuty>(sql, in.today, in.actor.organisation, rights_text(in.actor, ""),
                                in.actor.person, after.due, after.id, limit + 1);
}

std::vector<ListedCommand> to_check(api::ReadContext& in, std::int64_t after, std::int64_t limit) {
  static const std::string sql =
      "SELECT w.id, w.command, w.organisation, v.name AS organisation_name, w.made_at,"
      " p.name AS maker_name, w.sequence AS version FROM journal_waiting w"
      " JOIN access_person p ON p.id = w.maker_person JOIN " +
      parties() +
      " v ON v.party = w.organisation"
      " WHERE w.organisation = $2 AND w.state = 'awaiting' AND w.maker_person <> $3"
      " AND replace($4, '|' || w.command || '|', '') <> $4 AND w.id > $5 ORDER BY w.id LIMIT $6";
  return in.tx.rows<ListedCommand>(sql, in.today, in.actor.organisation, in.actor.person,
                                   rights_text(in.actor, "/check"), after, limit + 1);
}

std::vector<HistoryRow> history(api::ReadContext& in, std::int64_t duty) {
  auto all = in.tx.rows<HistoryRow>(
      "SELECT c.sequence, r.received AS at, c.event, c.due, c.due_before, NULL AS days,"
      " p.name AS person_name, NULL AS organisation_name, NULL AS remark, NULL AS outcome,"
      " NULL AS timeliness FROM duty_change c JOIN journal_record r ON r.sequence = c.sequence"
      " LEFT JOIN access_person p ON p.id = c.person WHERE c.duty = $1 ORDER BY c.id",
      duty);
  const auto reminders = in.tx.rows<HistoryRow>(
      "SELECT m.sequence, r.received AS at, 'reminded' AS event, NULL AS due,"
      " NULL AS due_before, m.days, NULL AS person_name, NULL AS organisation_name,"
      " NULL AS remark, NULL AS outcome, NULL AS timeliness FROM duty_reminder m"
      " JOIN journal_record r ON r.sequence = m.sequence WHERE m.duty = $1 ORDER BY m.sequence",
      duty);
  static const std::string urges =
      "SELECT u.sequence, r.received AS at, 'urged' AS event, NULL AS due, NULL AS due_before,"
      " NULL AS days, p.name AS person_name, v.name AS organisation_name, u.remark,"
      " NULL AS outcome, NULL AS timeliness FROM duty_urge u"
      " JOIN journal_record r ON r.sequence = u.sequence"
      " JOIN access_person p ON p.id = u.person JOIN " +
      parties() + " v ON v.party = u.organisation WHERE u.duty = $2 ORDER BY u.sequence";
  const auto urged = in.tx.rows<HistoryRow>(urges, in.today, duty);
  all.insert(all.end(), reminders.begin(), reminders.end());
  all.insert(all.end(), urged.begin(), urged.end());
  return all;
}

}  // namespace zr::duty::store
