#include <boost/asio/post.hpp>

#include "http/connection.h"
#include "http/secure_headers.h"

namespace zr::http {

namespace {
/// A client of a stream has nothing to say; one that talks this much is no such client.
constexpr std::size_t most_chatter_bytes = 64 * 1024;
}  // namespace

void Connection::stream_events() {
  keeps_alive_ = false;  // The stream has no length: its end is the end of the connection.
  response_.headers.push_back({"Content-Type", "text/event-stream"});
  response_.headers.push_back({"X-Accel-Buffering", "no"});  // nginx passes each event on at once.
  out_ = head_text(response_, {.content_length = 0,
                               .sized = false,
                               .keeps_alive = false,
                               .https = request_.https,
                               .request_id = request_.id});
  events_ = std::get<Events>(response_.body);
  if (request_.method == Method::head || site_->draining) events_->end();
  phase_ = Phase::streaming;
  writing_events_ = true;
  events_->attach([weak = weak_from_this(), executor = socket_.get_executor()] {
    boost::asio::post(executor, [weak] {
      const auto self = weak.lock();
      if (self && !self->writing_events_) self->send_events();
    });
  });
  read_more(&Connection::on_chatter);
  write({}, &Connection::on_events_sent);
}

/// Reads only to learn that the client has gone.
void Connection::on_chatter() {
  chatter_bytes_ += in_.size();
  in_.clear();
  if (chatter_bytes_ > most_chatter_bytes) return close();
  read_more(&Connection::on_chatter);
}

/// Sends what waits; ends the answer once the source has ended and all of it is sent.
void Connection::send_events() {
  if (phase_ != Phase::streaming) return;
  writing_events_ = false;
  const bool ended = events_->ended();  // Asked first: what is taken after it is the whole rest.
  auto waiting = events_->take();
  if (!waiting.empty()) return write_events(std::move(waiting));
  if (!ended) return set_deadline(site_->options.limits.heartbeat);
  events_->detach();
  finish();
}

void Connection::write_events(std::string text) {
  writing_events_ = true;
  out_ = std::move(text);
  body_bytes_ += out_.size();
  write({}, &Connection::on_events_sent);
}

/// Through the queue: a source that never pauses must not deepen the stack.
void Connection::on_events_sent() {
  boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->send_events(); });
}

}  // namespace zr::http
