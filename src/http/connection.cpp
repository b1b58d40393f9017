#include "http/connection.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <utility>

#include "http/problem.h"
#include "http/secure_headers.h"

namespace zr::http {

namespace asio = boost::asio;

namespace {

/// One read takes at most this much; the buffer belongs to the thread, so an idle connection has
/// none.
constexpr std::size_t read_bytes = 64 * 1024;
/// Read and thrown away after a refusal, so that the client gets to see it.
constexpr std::size_t most_lingering_bytes = 4 * 1024 * 1024;

}  // namespace

Connection::Connection(std::shared_ptr<Site> site, Socket socket, std::string peer)
    : site_(std::move(site)),
      socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      peer_(std::move(peer)),
      scanner_(site_->options.limits.head) {}

Connection::~Connection() {
  if (events_) events_->detach();
  site_->doors.leave(this);
}

/// A crowd at the door must cost nothing: no waiting, so the answer may be lost to a client that
/// has sent much already.
void Connection::turn_away(const Problem& problem) {
  site_->count_turned_away(problem.refusal);
  const auto id = site_->next_request_id();
  const auto response = problem_response(problem, Language::zh, id);
  const auto& body = std::get<std::string>(response.body);
  const auto text =
      head_text(response, {.content_length = body.size(), .keeps_alive = false, .request_id = id}) +
      body;
  std::array<char, 4096> unread;
  Code ignored;
  socket_.read_some(asio::buffer(unread), ignored);
  socket_.write_some(asio::buffer(text), ignored);
  close();
}

void Connection::start() {
  asio::dispatch(socket_.get_executor(), [self = shared_from_this()] { self->next_request(); });
}

void Connection::drain() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    Code error;
    const bool silent = self->in_.empty() && self->socket_.available(error) == 0;
    if (self->phase_ == Phase::idle && silent) self->close();
    if (self->phase_ == Phase::lingering) self->close();
    if (self->phase_ == Phase::streaming) self->events_->end();
  });
}

void Connection::drop() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->close(); });
}

/// The timer is only touched when it would fire too late; firing early, it looks at the deadline
/// again. So a busy connection moves its deadline for the price of an assignment.
void Connection::set_deadline_at(Clock::time_point deadline) {
  deadline_ = deadline;
  if (!timer_armed_ || timer_at_ > deadline_) arm_timer();
}

void Connection::arm_timer() {
  timer_armed_ = true;
  timer_at_ = deadline_;
  timer_.expires_at(deadline_);
  timer_.async_wait([self = shared_from_this()](const Code& error) { self->on_timer(error); });
}

void Connection::on_timer(const Code& error) {
  if (error || phase_ == Phase::closed) return;
  timer_armed_ = false;
  if (deadline_ == Clock::time_point::max()) return;
  if (deadline_ > Clock::now()) return arm_timer();
  on_expiry();
}

void Connection::on_expiry() {
  switch (phase_) {
    case Phase::head:
    case Phase::body: {
      expired_ = true;
      Code ignored;
      socket_.cancel(ignored);  // The waiting read comes back and refuses.
      return;
    }
    case Phase::streaming:
      if (writing_events_) return close();
      return write_events(":\n\n");  // Nothing happened for a while: a heartbeat.
    case Phase::idle:
    case Phase::writing:
    case Phase::lingering:
      return close();
    case Phase::storing:
    case Phase::handling:
    case Phase::closed:
      return;
  }
}

void Connection::read_more(Step then) {
  socket_.async_wait(Socket::wait_read, [self = shared_from_this(), then](const Code& error) {
    self->on_readable(error, then);
  });
}

void Connection::on_readable(const Code& error, Step then) {
  thread_local std::array<char, read_bytes> buffer;
  if (phase_ == Phase::closed) return;
  if (std::exchange(expired_, false)) return refuse(request_timeout);
  if (error) return close();
  Code failed;
  const auto n = socket_.read_some(asio::buffer(buffer), failed);
  if (failed == asio::error::would_block) return read_more(then);
  if (failed) return close();
  in_.append(buffer.data(), n);
  (this->*then)();
}

bool Connection::run(Pool& pool, std::function<void()> task, Step then) {
  return pool.submit([self = shared_from_this(), task = std::move(task), then] {
    task();
    asio::post(self->socket_.get_executor(), [self, then] {
      if (self->phase_ != Phase::closed) ((*self).*then)();
    });
  });
}

/// Says that nothing more will be sent and reads on for a while: closing with unread bytes would
/// reset the connection and could take the answer with it.
void Connection::linger() {
  phase_ = Phase::lingering;
  Code error;
  const bool all_read = in_.empty() && has_request_ && decoder_.done();
  if (site_->draining && all_read && socket_.available(error) == 0) return close();
  socket_.shutdown(Socket::shutdown_send, error);
  if (error) return close();
  set_deadline(site_->options.limits.linger_time);
  on_lingering();
}

void Connection::on_lingering() {
  lingered_bytes_ += in_.size();
  in_.clear();
  if (lingered_bytes_ > most_lingering_bytes) return close();
  read_more(&Connection::on_lingering);
}

void Connection::close() {
  if (phase_ == Phase::closed) return;
  if (phase_ == Phase::writing || phase_ == Phase::streaming) report();
  phase_ = Phase::closed;
  if (events_) events_->detach();
  Code ignored;
  timer_.cancel();
  socket_.shutdown(Socket::shutdown_both, ignored);
  socket_.close(ignored);
  site_->doors.leave(this);
}

}  // namespace zr::http
