#include "journal/store.h"

#include <limits>

namespace zr::journal {

std::span<const Name> names_of(WaitingState) {
  static constexpr Name names[] = {
      named(WaitingState::awaiting, "awaiting", "待复核", "Awaiting approval"),
      named(WaitingState::approved, "approved", "已通过", "Approved"),
      named(WaitingState::returned, "returned", "已退回", "Returned")};
  return names;
}

const json::Struct& describe(const WaitingCommand*) {
  static const json::Struct table(
      "WaitingCommand",
      {{"id", &WaitingCommand::id, "编号", "Id"},
       {"sequence", &WaitingCommand::sequence, "记录号", "Record"},
       {"command", &WaitingCommand::command, "事项", "Command"},
       {"body", &WaitingCommand::body, "内容", "Content"},
       {"organisation", &WaitingCommand::organisation, "机构", "Organisation"},
       {"maker_person", &WaitingCommand::maker_person, "经办人", "Maker"},
       {"maker_account", &WaitingCommand::maker_account, "经办账号", "Maker's account"},
       {"made_at", &WaitingCommand::made_at, "提交时间", "Made at"},
       {"expected_version", &WaitingCommand::expected_version, "所见版本", "Version seen"},
       {"state", &WaitingCommand::state, "状态", "State"},
       {"remark", &WaitingCommand::remark, "意见", "Remark", {.max_length = 500}},
       {"decided_by", &WaitingCommand::decided_by, "复核人", "Checker"},
       {"decided_at", &WaitingCommand::decided_at, "复核时间", "Decided at"}});
  return table;
}

const json::Struct& describe(const KeptKey*) {
  static const json::Struct table(
      "KeptKey", {{"organisation", &KeptKey::organisation, "机构", "Organisation"},
                  {"idempotency_key", &KeptKey::idempotency_key, "幂等键", "Idempotency key"},
                  {"digest", &KeptKey::digest, "内容摘要", "Digest of the body"},
                  {"sequence", &KeptKey::sequence, "记录号", "Record"},
                  {"state", &KeptKey::state, "结果", "Outcome"},
                  {"answer", &KeptKey::answer, "答复", "Answer"}});
  return table;
}

const json::Struct& describe(const StoredRecord*) {
  static const json::Struct table(
      "StoredRecord", {{"sequence", &StoredRecord::sequence, "记录号", "Record"},
                       {"received", &StoredRecord::received, "接收时间", "Received"},
                       {"business_date", &StoredRecord::business_date, "业务日期", "Business date"},
                       {"action", &StoredRecord::action, "操作", "Action"},
                       {"organisation", &StoredRecord::organisation, "机构", "Organisation"},
                       {"person", &StoredRecord::person, "经办人", "Maker"},
                       {"checker", &StoredRecord::checker, "复核人", "Checker"},
                       {"outcome", &StoredRecord::outcome, "结果", "Outcome"},
                       {"hash", &StoredRecord::hash, "哈希值", "Hash"},
                       {"bytes", &StoredRecord::bytes, "原文", "Bytes"}});
  return table;
}

const json::Struct& describe(const StoredPersonal*) {
  static const json::Struct table(
      "StoredPersonal", {{"commitment", &StoredPersonal::commitment, "承诺值", "Commitment"},
                         {"salt", &StoredPersonal::salt, "盐", "Salt"},
                         {"value", &StoredPersonal::value, "值", "Value"}});
  return table;
}

const json::Struct& describe(const StoredDay*) {
  static const json::Struct table(
      "StoredDay", {{"id", &StoredDay::id, "编号", "Id"},
                    {"business_date", &StoredDay::business_date, "业务日期", "Business date"}});
  return table;
}

const json::Struct& describe(const Changed*) {
  static const json::Struct table("Changed", {{"id", &Changed::id, "编号", "Id"},
                                              {"version", &Changed::version, "版本", "Version"}});
  return table;
}

std::int64_t Context::new_id() {
  return (sequence << 17) | ids_given++;
}

namespace store {

/// Rows read at once where all are read.
static constexpr std::int64_t page_rows = 1000;

const db::Table record_table{"journal_record", &json::struct_of<StoredRecord>, {"sequence"}};
const db::Table personal_table{
    "journal_personal", &json::struct_of<StoredPersonal>, {"commitment"}};
const db::Table day_table{"journal_day", &json::struct_of<StoredDay>, {"id"}};
const db::Table waiting_table{"journal_waiting", &json::struct_of<WaitingCommand>, {"id"}};
const db::Table key_table{
    "journal_key", &json::struct_of<KeptKey>, {"organisation", "idempotency_key"}};

std::optional<KeptKey> key(db::Tx& tx, std::int64_t organisation, const std::string& key) {
  return tx.row<KeptKey>(
      "SELECT {KeptKey} FROM journal_key WHERE organisation = $1 AND idempotency_key = $2",
      organisation, key);
}

void keep_key(db::Tx& tx, const KeptKey& kept) {
  tx.insert(key_table, kept);
}

void insert_record(db::Connection& connection, std::span<const db::Scalar> columns) {
  connection.run(
      "INSERT INTO journal_record (sequence, received, business_date, action, organisation, person,"
      " checker, outcome, hash, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      columns, {});
}

std::optional<StoredRecord> record(db::Tx& tx, std::int64_t sequence) {
  return tx.row<StoredRecord>("SELECT {StoredRecord} FROM journal_record WHERE sequence = $1",
                              sequence);
}

std::int64_t last_of(db::Tx& tx, std::string_view action, std::int64_t after) {
  return tx.number(
      "SELECT MAX(sequence) FROM journal_record"
      " WHERE sequence > $1 AND action = $2 AND outcome = 'done'",
      after, action);
}

const json::Struct& describe(const LastOf*) {
  static const json::Struct table("LastOf", {{"action", &LastOf::action, "操作", "Action"},
                                             {"sequence", &LastOf::sequence, "记录号", "Record"}});
  return table;
}

std::vector<LastOf> last_of_each(db::Tx& tx, std::int64_t after) {
  return tx.rows<LastOf>(
      "SELECT action, MAX(sequence) AS sequence FROM journal_record WHERE sequence > $1"
      " AND outcome = 'done' GROUP BY action ORDER BY action",
      after);
}

void keep_personal(db::Tx& tx, const StoredPersonal& kept) {
  tx.run("INSERT INTO journal_personal (commitment, salt, value) VALUES ($1, $2, $3)",
         kept.commitment, kept.salt, kept.value);
}

std::optional<std::string> personal_value(db::Tx& tx, const std::string& commitment) {
  const auto value =
      tx.value("SELECT value FROM journal_personal WHERE commitment = $1", commitment);
  const auto* text = std::get_if<std::string>(&value);
  return text ? std::optional(*text) : std::nullopt;
}

std::vector<std::string> equal_values(db::Tx& tx, const std::string& commitment) {
  std::vector<std::string> equal;
  for (const auto& kept : tx.rows<StoredPersonal>(
           "SELECT {o.StoredPersonal} FROM journal_personal o JOIN journal_personal p"
           " ON p.value = o.value WHERE p.commitment = $1 AND o.commitment <> $1"
           " ORDER BY o.commitment",
           commitment))
    equal.push_back(kept.commitment);
  return equal;
}

bool taken_in_by(db::Tx& tx, std::span<const std::string_view> nouns,
                 const std::string& commitment) {
  for (const std::string_view noun : nouns)
    if (tx.number("SELECT COUNT(*) FROM journal_record WHERE lower(action) LIKE $1"
                  " AND replace(bytes, $2, '') <> bytes",
                  std::string(noun) + ".%", commitment) > 0)
      return true;
  return false;
}

std::int64_t delete_personal(db::Tx& tx, const std::string& commitment) {
  return tx.run("DELETE FROM journal_personal WHERE commitment = $1", commitment);
}

std::string public_key(db::Tx& tx) {
  const auto bytes = tx.value(
      "SELECT bytes FROM journal_record WHERE action IN ('init', 'keys.rotate')"
      " AND outcome = 'done' ORDER BY sequence DESC LIMIT 1");
  const auto* text = std::get_if<std::string>(&bytes);
  const auto read = text ? json::parse(*text) : Result<json::Value>(not_found);
  const json::Value* body = read ? read->find("body") : nullptr;
  const json::Value* key = body ? body->find("public_key") : nullptr;
  return key && key->text() ? *key->text() : std::string();
}

std::int64_t last_to_anchor(db::Tx& tx, std::int64_t after) {
  return tx.number(
      "SELECT MAX(sequence) FROM journal_record WHERE sequence > $1 AND outcome = 'done'"
      " AND (action IN ('init', 'day.close', 'keys.rotate') OR lower(action) LIKE '%.publish')",
      after);
}

std::vector<StoredRecord> records_after(db::Tx& tx, std::int64_t sequence, std::int64_t most) {
  return tx.rows<StoredRecord>(
      "SELECT {StoredRecord} FROM journal_record WHERE sequence > $1 ORDER BY sequence LIMIT $2",
      sequence, most);
}

void each_record(db::Connection& connection, const db::Each& each) {
  std::vector<db::Scalar> page{std::numeric_limits<std::int64_t>::min(), page_rows};
  for (std::int64_t rows = page_rows; rows == page_rows;) {
    rows = 0;
    db::Scalar last = page[0];
    connection.run(
        "SELECT sequence, received, business_date, action, organisation, person, checker, outcome,"
        " hash, bytes FROM journal_record WHERE sequence > $1 ORDER BY sequence LIMIT $2",
        page, [&](const db::Row& row) {
          last = row.at(0);
          ++rows;
          each(row);
        });
    page[0] = std::move(last);
  }
}

void each_personal(db::Connection& connection,
                   const std::function<void(const StoredPersonal&)>& each) {
  std::vector<db::Scalar> page{std::string(), page_rows};
  for (std::int64_t rows = page_rows; rows == page_rows;) {
    rows = 0;
    db::Scalar last = page[0];
    connection.run(
        "SELECT commitment, salt, value FROM journal_personal WHERE commitment > $1"
        " ORDER BY commitment LIMIT $2",
        page, [&](const db::Row& row) {
          last = row.at(0);
          ++rows;
          each({.commitment = std::get<std::string>(row.at(0)),
                .salt = std::get<std::string>(row.at(1)),
                .value = std::get<std::string>(row.at(2))});
        });
    page[0] = std::move(last);
  }
}

std::optional<WaitingCommand> waiting(db::Tx& tx, std::int64_t id) {
  return tx.row<WaitingCommand>("SELECT {WaitingCommand} FROM journal_waiting WHERE id = $1", id);
}

void decide_waiting(db::Tx& tx, const Decision& decision) {
  tx.run(
      "UPDATE journal_waiting SET state = $2, decided_by = $3, decided_at = $4, remark = $5"
      " WHERE id = $1",
      decision.id, decision.state, decision.by, decision.at, decision.remark);
}

Chain chain(db::Tx& tx) {
  Chain chain;
  const auto date = tx.value("SELECT business_date FROM journal_day WHERE id = 1");
  if (const auto* text = std::get_if<std::string>(&date)) chain.business_date = *Date::parse(*text);
  chain.sequence = tx.number("SELECT MAX(sequence) FROM journal_record");
  if (chain.sequence > 0)
    chain.hash = std::get<std::string>(
        tx.value("SELECT hash FROM journal_record WHERE sequence = $1", chain.sequence));
  return chain;
}

void set_business_date(db::Tx& tx, Date date) {
  if (tx.run("UPDATE journal_day SET business_date = $1 WHERE id = 1", date) == 0)
    tx.run("INSERT INTO journal_day (id, business_date) VALUES (1, $1)", date);
}

std::int64_t known_at(db::Tx& tx, Date day) {
  return tx.number("SELECT MAX(sequence) FROM journal_record WHERE received < $1",
                   Instant::start_of(day + 1));
}

}  // namespace store
}  // namespace zr::journal
