#include "http/event_stream.h"

#include <utility>

namespace zr::http {

namespace {

/// A value that stays on its line: a line end in an id or a name would forge a field.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
  return out;
}

std::string wire_text(const Event& event) {
  std::string out;
  if (!event.id.empty()) out += "id:" + one_line(event.id) + "\n";
  if (!event.kind.empty()) out += "event:" + one_line(event.kind) + "\n";
  std::string_view rest = event.data;
  for (bool more = true; more;) {
    const auto end = rest.find('\n');
    more = end != std::string_view::npos;
    out += "data:" + one_line(rest.substr(0, end)) + "\n";
    if (more) rest.remove_prefix(end + 1);
  }
  return out + "\n";
}

}  // namespace

bool EventStream::push(const Event& event) {
  const std::string text = wire_text(event);
  const std::lock_guard lock(mutex_);
  if (ended_ || detached_) return false;
  if (waiting_.size() + text.size() > most_waiting_bytes) {
    ended_ = true;
  } else {
    waiting_ += text;
  }
  if (wake_) wake_();
  return !ended_;
}

void EventStream::end() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  if (wake_) wake_();
}

bool EventStream::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_ || detached_;
}

void EventStream::attach(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

std::string EventStream::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

void EventStream::detach() {
  const std::lock_guard lock(mutex_);
  detached_ = true;
  wake_ = nullptr;
  waiting_.clear();
}

}  // namespace zr::http
