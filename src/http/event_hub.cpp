#include "http/event_hub.h"

#include <algorithm>
#include <condition_variable>

#include "access/party.h"
#include "api/read.h"
#include "http/problem.h"

namespace zr::http {

namespace {

constexpr std::size_t streams_per_session = 10;
constexpr std::int64_t records_at_once = 500;
/// A client that comes back from further behind is told from now on and reloads.
constexpr std::int64_t longest_way_back = 10'000;
/// How long a session that has ended may still hold its stream.
constexpr std::chrono::seconds watch{1};

/// The record's own events; none in most records of administration.
json::List events_of(const journal::StoredRecord& record) {
  const auto parsed = json::parse(record.bytes, {.bytes = 64 << 20, .keys = 1 << 20});
  const json::Value* events = parsed ? parsed->find("events") : nullptr;
  return events && events->list() ? *events->list() : json::List{};
}

}  // namespace

struct EventHub::Bell {
  std::mutex mutex;
  std::condition_variable changed;
  bool rung = false;
  bool ending = false;

  void ring() {
    const std::lock_guard lock(mutex);
    rung = true;
    changed.notify_one();
  }
};

EventHub::EventHub(journal::Journal& journal, Sessions& sessions, Fault fault)
    : journal_(journal),
      sessions_(sessions),
      fault_(std::move(fault)),
      bell_(std::make_shared<Bell>()) {
  journal.follow([bell = bell_](std::int64_t) { bell->ring(); });
  journal.follow_progress([this](const journal::Progress& progress) { tell(progress); });
  thread_ = std::thread([this] { run(); });
}

EventHub::~EventHub() {
  journal_.follow_progress({});
  {
    const std::lock_guard lock(bell_->mutex);
    bell_->ending = true;
    bell_->changed.notify_one();
  }
  thread_.join();
  for (const Listener& listener : listeners_) listener.stream->end();
}

Response EventHub::open(const Request& request, const SignedIn& who) {
  const std::int64_t head = journal_.head();
  std::int64_t cursor =
      api::cursor_number(request.header("last-event-id").value_or("")).value_or(-1);
  if (cursor < 0 || cursor > head || head - cursor > longest_way_back) cursor = head;
  auto stream = std::make_shared<EventStream>();
  {
    const std::lock_guard lock(mutex_);
    std::size_t open = 0;
    for (const Listener& listener : listeners_)
      if (listener.session == who.actor.session && !listener.stream->ended()) ++open;
    if (open >= streams_per_session) return problem_response(Problem(too_many_streams), request);
    listeners_.push_back({.stream = stream,
                          .session = who.actor.session,
                          .token = Sessions::token_of(request),
                          .actor = who.actor,
                          .cursor = cursor});
  }
  bell_->ring();
  return {.status = 200, .headers = {}, .body = stream};
}

void EventHub::tell(const journal::Progress& progress) {
  const json::Object data{{"subject", progress.subject},
                          {"step", std::string(progress.step)},
                          {"done", progress.done},
                          {"total", progress.total}};
  const std::lock_guard lock(mutex_);
  for (const Listener& listener : listeners_)
    if (listener.session == progress.session)
      listener.stream->push({.id = "", .kind = "progress", .data = json::write(json::Value(data))});
}

void EventHub::run() {
  for (;;) {
    {
      std::unique_lock lock(bell_->mutex);
      bell_->changed.wait_for(lock, watch, [&] { return bell_->rung || bell_->ending; });
      if (bell_->ending) return;
      bell_->rung = false;
    }
    // Whatever fails (every reader busy, a connection lost) is tried again a moment later: each
    // listener knows what it has been told.
    try {
      tell_all();
    } catch (const std::exception& error) {
      if (fault_) fault_("events", error.what());
    }
  }
}

std::vector<EventHub::Listener*> EventHub::present() {
  const std::lock_guard lock(mutex_);
  std::erase_if(listeners_, [](const Listener& listener) { return listener.stream->ended(); });
  std::vector<Listener*> all;
  for (Listener& listener : listeners_) all.push_back(&listener);
  return all;
}

void EventHub::tell_all() {
  for (Listener* listener : present()) {
    if (const auto who = sessions_.still(listener->token))
      listener->actor = who->actor;
    else
      listener->stream->end();
  }
  const auto listeners = present();
  while (tell_news(listeners)) {
  }
}

/// One page of records to all who have not had them; false when there is no more.
bool EventHub::tell_news(const std::vector<Listener*>& listeners) {
  std::int64_t told = journal_.head();
  for (const Listener* listener : listeners) told = std::min(told, listener->cursor);
  return journal_.read([&](db::Tx& tx) {
    const auto page = journal::store::records_after(tx, told, records_at_once);
    for (const auto& record : page) tell(tx, listeners, record);
    return !page.empty();
  });
}

void EventHub::tell(db::Tx& tx, const std::vector<Listener*>& listeners,
                    const journal::StoredRecord& record) {
  std::optional<json::List> events;
  for (Listener* listener : listeners) {
    if (listener->cursor >= record.sequence) continue;
    if (concerns(tx, *listener, record)) {
      if (!events) events = events_of(record);
      for (const json::Value& event : *events)
        listener->stream->push(
            {.id = std::to_string(record.sequence), .kind = "record", .data = json::write(event)});
    }
    listener->cursor = record.sequence;
  }
}

const std::string& EventHub::path_of(db::Tx& tx, std::int64_t organisation) {
  const auto known = paths_.find(organisation);
  if (known != paths_.end()) return known->second;
  const auto party = access::party(tx, organisation);
  return paths_.emplace(organisation, party ? party->path : std::string()).first->second;
}

bool EventHub::concerns(db::Tx& tx, const Listener& listener, const journal::StoredRecord& record) {
  if (listener.actor.may("journal.read")) return true;
  if (record.organisation == 0) return record.action == "day.close";
  return path_of(tx, record.organisation).starts_with(listener.actor.path);
}

}  // namespace zr::http
