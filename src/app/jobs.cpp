#include "app/jobs.h"

#include "access/session.h"
#include "app/log.h"
#include "journal/access_digest.h"
#include "journal/clock.h"
#include "journal/store.h"

namespace zr::app {

namespace {

bool taken(db::Tx& tx, const std::string& key) {
  return journal::store::key(tx, access::Actor::program().organisation, key).has_value();
}

Instant start_of_hour(Instant now) {
  constexpr std::int64_t hour = std::chrono::microseconds(std::chrono::hours(1)).count();
  return {now.micros - now.micros % hour};
}

Step settling(std::string key) {
  return {.command = "duties.settle", .body = json::Object{}, .key = std::move(key)};
}

Result<journal::Answer> take(journal::Journal& journal, const Step& step) {
  return journal.submit({.actor = access::Actor::program(),
                         .command = journal.find(step.command),
                         .body = step.body,
                         .key = step.key});
}

}  // namespace

void Agenda::look(db::Tx& tx) {
  const std::int64_t head = journal::store::chain(tx).sequence;
  if (head == seen_) return;
  for (const auto& last : journal::store::last_of_each(tx, seen_)) {
    if (last.action == "day.close") closed_ = last.sequence;
    if (last.action == "rules.publish") published_ = last.sequence;
    if (last.action == "duties.settle") settled_ = last.sequence;
    if (last.action != "access.digest") continue;
    digest_ = last.sequence;
    last_event_ = journal::last_digested(tx, digest_);
  }
  seen_ = head;
}

std::optional<Step> Agenda::after_close(db::Tx& tx, Date closed) const {
  const std::string day = "day " + closed.text() + " ";
  for (const DayEnd& end : day_ends_) {
    const std::string key = day + std::string(end.command);
    if (taken(tx, key)) continue;
    if (auto body = end.body(tx, closed))
      return Step{.command = std::string(end.command), .body = std::move(*body), .key = key};
  }
  if (!taken(tx, day + "duties.settle")) return settling(day + "duties.settle");
  return std::nullopt;
}

std::optional<Step> Agenda::next(db::Tx& tx, Instant now) {
  look(tx);
  const Date today = journal::store::chain(tx).business_date;
  if (closed_ > 0)
    if (auto step = after_close(tx, today - 1)) return step;
  if (published_ > settled_) {
    auto step = settling("rules " + std::to_string(published_) + " duties.settle");
    if (!taken(tx, step.key)) return step;
  }
  const Instant hour = start_of_hour(now);
  if (const auto noted = access::event_noted(tx, last_event_ + 1); noted && *noted < hour)
    return Step{.command = "access.digest",
                .body = json::Object{{"previous", digest_}, {"before", hour.text()}},
                .key = "access " + std::to_string(last_event_ + 1)};
  if (now >= Instant::start_of(today + 1) + after_midnight)
    return Step{.command = "day.close",
                .body = json::Object{{"day", today.text()}},
                .key = "day " + today.text() + " day.close"};
  return std::nullopt;
}

Consumer jobs(journal::Journal& journal, std::vector<DayEnd> day_ends,
              std::function<bool()> stopped) {
  const auto agenda = std::make_shared<Agenda>(std::move(day_ends));
  return {
      .name = "jobs", .catch_up = [&journal, agenda, stopped = std::move(stopped)] {
        std::string refused;  // no step is tried twice in a row
        while (!stopped()) {
          const auto step =
              journal.read([&](db::Tx& tx) { return agenda->next(tx, journal.clock().now()); });
          if (!step) return;
          const auto answer = take(journal, *step);
          if (answer) continue;
          const Problem& problem = answer.problem();
          log_event("job_refused", {{"command", step->command}, {"code", problem.refusal.code}});
          if (problem.refusal.kind != RefusalKind::rule || step->key == refused) return;
          refused = step->key;
        }
      }};
}

}  // namespace zr::app
