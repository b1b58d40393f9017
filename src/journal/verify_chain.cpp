/// The chain of records: digests, predecessors, numbers, and the columns that lists show.
#include <fmt/format.h>

#include <array>

#include "crypto/digest.h"
#include "journal/access_digest.h"
#include "journal/store.h"
#include "journal/verify_parts.h"

namespace zr::journal {

namespace {

constexpr json::ParseLimits record_limits{.bytes = 64 << 20, .depth = 64, .keys = 1 << 22};

class Walk {
 public:
  Walk(const std::set<std::int64_t>& wanted, Verification& out) : wanted_(wanted), out_(out) {}

  void take(const db::Row& row) {
    const std::int64_t record = std::get<std::int64_t>(row.at(0));
    const std::string bytes = std::get<std::string>(row.at(9));
    const std::string digest = digest_.add(bytes).finish_hex();
    ++out_.records;
    if (record > facts_.last + 1) missing(facts_.last + 1, record - 1);
    const bool in_place = record == facts_.last + 1 && last_said_ != facts_.last;
    const bool kept = row.at(8) == db::Scalar(digest);
    if (!kept)
      say(record, "的内容与其哈希值不符，已被改动",
          "was changed: its bytes do not have the digest stored beside them");
    const auto read = json::parse(bytes, record_limits);
    if (!read)
      say(record, "无法读取", "is not readable");
    else
      judge(row, *read, record, in_place && kept);
    facts_.last = record;
    out_.head = digest;
    if (wanted_.contains(record)) facts_.digests.emplace(record, digest);
  }

  ChainFacts finish() {
    if (out_.records == 0) out_.add({.text_zh = "没有任何记录", .text_en = "there is no record"});
    return std::move(facts_);
  }

 private:
  void say(std::int64_t record, std::string_view zh, std::string_view en) {
    last_said_ = record;
    out_.add({.record = record,
              .text_zh = fmt::format("记录 {} {}", record, zh),
              .text_en = fmt::format("record {} {}", record, en)});
  }

  void missing(std::int64_t from, std::int64_t to) {
    const std::string range = from == to ? fmt::to_string(from) : fmt::format("{}–{}", from, to);
    out_.add({.record = from,
              .text_zh = fmt::format("记录 {} 缺失", range),
              .text_en = fmt::format("record {} missing", range)});
  }

  /// `in_place`: its predecessor stands before it, and nothing has been said yet of the two.
  void judge(const db::Row& row, const json::Value& read, std::int64_t record, bool in_place) {
    const json::Value* seq = read.find("seq");
    const json::Value* prev = read.find("prev");
    if (!seq || *seq != json::Value(record)) {
      say(record, "处存放的是另一条记录的内容", "holds the bytes of another record");
      return;
    }
    const std::string before = record == 1 ? std::string(64, '0') : out_.head;
    if (in_place && (!prev || *prev != json::Value(before)))
      say(record == 1 ? 1 : record - 1, "与其后一条记录不相衔接，二者之一已被改动",
          "is not the one that its successor names: one of the two was changed");
    judge_columns(row, read, record);
    gather(read, record);
  }

  /// Lists and searches show the columns, so they must say what the bytes say.
  void judge_columns(const db::Row& row, const json::Value& read, std::int64_t record) {
    const auto of = [&](std::string_view object, std::string_view name) {
      const json::Value* whole = read.find(object);
      const json::Value* part = whole && !name.empty() ? whole->find(name) : whole;
      return part ? *part : json::Value();
    };
    const std::array<json::Value, 7> said{of("received", ""),    of("business_date", ""),
                                          of("action", ""),      of("actor", "organisation"),
                                          of("actor", "person"), of("checker", "person"),
                                          of("outcome", "")};
    for (std::size_t i = 0; i < said.size(); ++i) {
      const db::Scalar stored = row.at(i + 1);
      const auto* text = std::get_if<std::string>(&stored);
      const auto* number = std::get_if<std::int64_t>(&stored);
      const json::Value here = text     ? json::Value(*text)
                               : number ? json::Value(*number)
                                        : json::Value();
      if (here != said[i])
        say(record, fmt::format("的“{}”一栏与其内容不符", row.name(i + 1)),
            fmt::format("has another {} in its column than in its bytes", row.name(i + 1)));
    }
  }

  /// Keys, covered tables and row digests that a record brings in.
  void gather(const json::Value& read, std::int64_t record) {
    const auto is = [&](std::string_view name, std::string_view text) {
      const json::Value* member = read.find(name);
      return member && member->text() && *member->text() == text;
    };
    if (is("action", "init") != (record == 1))
      say(record, record == 1 ? "不是初始化" : "再次初始化",
          record == 1 ? "is not init" : "is a second init");
    const json::Value* body = read.find("body");
    if (!is("outcome", "done") || !body) return;
    if (const json::Value* key = body->find("public_key");
        key && key->text() && (is("action", "init") || is("action", "keys.rotate")))
      facts_.keys.push_back({.since = record, .public_key = *key->text()});
    if (const json::Value* covered = body->find("covered"); record == 1 && covered)
      for (const json::Value& table : covered->list() ? *covered->list() : json::List())
        if (table.text()) facts_.claims.try_emplace(*table.text());
    if (is("action", "access.digest")) gather_access(read, record);
    const json::Value* rows = read.find("rows");
    for (const json::Value& row : rows && rows->list() ? *rows->list() : json::List()) {
      const json::Value* table = row.find("table");
      const json::Value* count = row.find("count");
      const json::Value* sha256 = row.find("sha256");
      if (!table || !table->text() || !count || !count->integer() || !sha256 || !sha256->text())
        say(record, "的行摘要无法读取", "has unreadable row digests");
      else
        facts_.claims[*table->text()].push_back(
            {.record = record, .count = *count->integer(), .sha256 = *sha256->text()});
    }
  }

  void gather_access(const json::Value& read, std::int64_t record) {
    const json::Value* result = read.find("result");
    const auto digest =
        result ? json::read<AccessDigest>(*result) : Result<AccessDigest>(not_found);
    if (!digest) {
      say(record, "的访问日志摘要无法读取", "has an unreadable digest of access events");
      return;
    }
    facts_.access.push_back(
        {.record = record, .first = digest->first, .last = digest->last, .sha256 = digest->sha256});
  }

  const std::set<std::int64_t>& wanted_;
  Verification& out_;
  ChainFacts facts_;
  crypto::Sha256 digest_;
  std::int64_t last_said_ = -1;  ///< of two records that do not fit, one finding is enough
};

}  // namespace

ChainFacts walk_chain(db::Connection& connection, const std::set<std::int64_t>& wanted,
                      Verification& out) {
  Walk walk(wanted, out);
  store::each_record(connection, [&](const db::Row& row) { walk.take(row); });
  return walk.finish();
}

}  // namespace zr::journal
