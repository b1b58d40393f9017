#include "journal/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "crypto/digest.h"
#include "journal/store.h"

namespace zr::journal {

namespace {

void member(std::string& out, std::string_view name) {
  out += out.size() > 1 ? ",\"" : "\"";
  out += name;
  out += "\":";
}

void actor_json(std::string& out, const access::Actor& actor) {
  fmt::format_to(std::back_inserter(out), R"({{"person":{},"account":{},"organisation":{}}})",
                 actor.person, actor.account, actor.organisation);
}

void sender_json(std::string& out, const Sender& sender) {
  out += R"({"address":)";
  json::write_text(sender.address, out);
  out += R"(,"request":)";
  json::write_text(sender.request, out);
  out += '}';
}

std::string events_json(const std::vector<Event>& events) {
  std::string out = "[";
  for (const Event& event : events) {
    if (out.size() > 1) out += ',';
    out += R"({"kind":)";
    json::write_text(event.kind, out);
    fmt::format_to(std::back_inserter(out), R"(,"subjects":[{}]}})",
                   fmt::join(event.subjects, ","));
  }
  return out + "]";
}

}  // namespace

void Recorder::inserted(const db::Table& table, std::string line) {
  if (table.keeping == db::Keeping::covered) lines_[table.name].push_back(std::move(line));
  changed(table);
}

void Recorder::changed(const db::Table& table) {
  touched_access_ = touched_access_ || table.name.starts_with("access_");
}

void Recorder::clear() {
  lines_.clear();
  touched_access_ = false;
}

std::string Recorder::rows_json() {
  if (lines_.empty()) return {};
  std::string out = "[";
  for (auto& [table, lines] : lines_) {
    std::sort(lines.begin(), lines.end());
    crypto::Sha256 digest;
    for (const std::string& line : lines) {
      digest.add(line);
      digest.add("\n");
    }
    if (out.size() > 1) out += ',';
    fmt::format_to(std::back_inserter(out), R"({{"table":"{}","count":{},"sha256":"{}"}})", table,
                   lines.size(), digest.finish_hex());
  }
  return out + "]";
}

void append(db::Connection& connection, Chain& chain, const Entry& entry,
            const std::vector<Event>& events, Recorder& recorder) {
  const std::int64_t sequence = chain.sequence + 1;
  std::string out = "{";
  out.reserve(512 + entry.body.size());
  fmt::format_to(std::back_inserter(out), R"("v":1,"alg":"sha256","seq":{},"prev":"{}")", sequence,
                 chain.hash);
  fmt::format_to(std::back_inserter(out), R"(,"received":"{}","business_date":"{}","action":"{}")",
                 entry.received.text(), chain.business_date.text(), entry.action);
  if (!entry.key.empty()) {
    member(out, "key");
    json::write_text(entry.key, out);
  }
  member(out, "actor");
  actor_json(out, entry.actor);
  if (entry.checker) {
    member(out, "checker");
    actor_json(out, *entry.checker);
  }
  if (!entry.standing.empty())
    fmt::format_to(std::back_inserter(out), R"(,"standing":"{}")", entry.standing);
  if (entry.sender) {
    member(out, "from");
    sender_json(out, *entry.sender);
  }
  member(out, "body");
  out += entry.body;
  fmt::format_to(std::back_inserter(out), R"(,"outcome":"{}")", entry.outcome);
  if (!entry.refusal.empty())
    fmt::format_to(std::back_inserter(out), R"(,"refusal":"{}")", entry.refusal);
  if (!entry.result.empty()) {
    member(out, "result");
    out += entry.result;
  }
  if (!events.empty()) {
    member(out, "events");
    out += events_json(events);
  }
  if (const std::string rows = recorder.rows_json(); !rows.empty()) {
    member(out, "rows");
    out += rows;
  }
  out += '}';

  crypto::Sha256 digest;
  digest.add(out);
  const std::string hash = digest.finish_hex();
  const std::vector<db::Scalar> values{
      sequence,
      entry.received.text(),
      chain.business_date.text(),
      std::string(entry.action),
      entry.actor.organisation,
      entry.actor.person,
      entry.checker ? db::Scalar(entry.checker->person) : db::Scalar{},
      std::string(entry.outcome),
      hash,
      std::move(out)};
  store::insert_record(connection, values);
  chain.sequence = sequence;
  chain.hash = hash;
}

}  // namespace zr::journal
