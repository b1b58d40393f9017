#include "duty/store.h"

#include "db/as_of.h"

namespace zr::duty {

const json::Struct& describe(const Reminder*) {
  static const json::Struct table(
      "Reminder", {{"duty", &Reminder::duty, "待办", "Duty"},
                   {"days", &Reminder::days, "提前天数", "Days before"},
                   {"reminded_on", &Reminder::reminded_on, "提醒日期", "Reminded on"},
                   {"sequence", &Reminder::sequence, "记录号", "Record"}});
  return table;
}

const json::Struct& describe(const Urge*) {
  static const json::Struct table(
      "Urge", {{"duty", &Urge::duty, "待办", "Duty"},
               {"urged_on", &Urge::urged_on, "催办日期", "Urged on"},
               {"sequence", &Urge::sequence, "记录号", "Record"},
               {"organisation", &Urge::organisation, "催办机构", "Urging organisation"},
               {"person", &Urge::person, "催办人", "Urged by"},
               {"remark", &Urge::remark, "催办意见", "Remark", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const Change*) {
  static const json::Struct table("Change",
                                  {{"id", &Change::id, "编号", "Id"},
                                   {"duty", &Change::duty, "待办", "Duty"},
                                   {"sequence", &Change::sequence, "记录号", "Record"},
                                   {"event", &Change::event, "事项", "Event"},
                                   {"due", &Change::due, "到期日", "Due"},
                                   {"due_before", &Change::due_before, "原到期日", "Due before"},
                                   {"person", &Change::person, "承办人", "Person"}});
  return table;
}

namespace store {

const db::Table duty_table{"duty_duty", &json::struct_of<Duty>, {"id"}};
const db::Table reminder_table{"duty_reminder", &json::struct_of<Reminder>, {"duty", "days"}};
const db::Table urge_table{"duty_urge", &json::struct_of<Urge>, {"duty", "urged_on"}};
const db::Table change_table{"duty_change", &json::struct_of<Change>, {"id"}};

std::optional<Duty> duty(db::Tx& tx, std::int64_t id) {
  return tx.row<Duty>("SELECT {Duty} FROM duty_duty WHERE id = $1", id);
}

std::optional<Duty> open_duty(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.row<Duty>(
      "SELECT {Duty} FROM duty_duty WHERE kind = $1 AND subject = $2 AND outcome IS NULL", kind,
      subject);
}

std::optional<Duty> last_duty(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.row<Duty>(
      "SELECT {Duty} FROM duty_duty WHERE kind = $1 AND subject = $2"
      " ORDER BY CASE WHEN outcome IS NULL THEN 0 ELSE 1 END, id DESC LIMIT 1",
      kind, subject);
}

std::vector<Duty> open_of_kind(db::Tx& tx, std::string_view kind) {
  return tx.rows<Duty>(
      "SELECT {Duty} FROM duty_duty WHERE kind = $1 AND outcome IS NULL ORDER BY id", kind);
}

std::vector<Duty> open_provisional(db::Tx& tx) {
  return tx.rows<Duty>(
      "SELECT {Duty} FROM duty_duty WHERE outcome IS NULL AND provisional = 1 ORDER BY id");
}

std::vector<Duty> open_between(db::Tx& tx, Date first, Date last) {
  return tx.rows<Duty>(
      "SELECT {Duty} FROM duty_duty WHERE outcome IS NULL AND due >= $1 AND due <= $2 ORDER BY id",
      first, last);
}

std::vector<Duty> open_assigned(db::Tx& tx, std::int64_t person, std::int64_t organisation) {
  return tx.rows<Duty>(
      "SELECT {Duty} FROM duty_duty WHERE assignee = $1 AND organisation = $2"
      " AND outcome IS NULL ORDER BY id",
      person, organisation);
}

std::vector<Reminder> reminders(db::Tx& tx, std::int64_t duty) {
  return tx.rows<Reminder>(
      "SELECT {Reminder} FROM duty_reminder WHERE duty = $1 ORDER BY days DESC", duty);
}

bool urged_on(db::Tx& tx, std::int64_t duty, Date day) {
  return tx.number("SELECT COUNT(*) FROM duty_urge WHERE duty = $1 AND urged_on = $2", duty, day) >
         0;
}

std::int64_t bureau(db::Tx& tx, Date day) {
  static const std::string sql =
      "SELECT MIN(p.id) FROM access_party p JOIN " +
      db::as_of({.versions = "access_party_version",
                 .subject = "party",
                 .as_of = "$1",
                 .known_at = "9223372036854775807"}) +
      " v ON v.party = p.id WHERE p.kind = 'city_bureau' AND p.parent IS NULL"
      " AND v.standing <> 'closed'";
  return tx.number(sql, day);
}

}  // namespace store
}  // namespace zr::duty
