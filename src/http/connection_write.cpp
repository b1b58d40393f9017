#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "http/connection.h"
#include "http/problem.h"
#include "http/secure_headers.h"

namespace zr::http {

namespace asio = boost::asio;

namespace {

/// A client has write_time for each of these.
constexpr std::size_t progress_bytes = 64 * 1024;
constexpr std::uint64_t piece_bytes = 256 * 1024;

std::string_view text_of(const Response& response) {
  if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
  if (const auto* shared = std::get_if<Shared>(&response.body)) return **shared;
  return {};
}

}  // namespace

void Connection::respond(Response response) {
  if (phase_ == Phase::closed) return;
  response_ = std::move(response);
  if (!std::all_of(response_.headers.begin(), response_.headers.end(), is_safe)) {
    error_ = "a handler set a header that would split the answer";
    response_ = problem_response(internal, request_);
  }
  if (site_->draining) keeps_alive_ = false;
  phase_ = Phase::writing;
  if (std::holds_alternative<FileBody>(response_.body)) return send_file();
  if (std::holds_alternative<Events>(response_.body)) return stream_events();
  const auto body = text_of(response_);
  const bool sized = response_.status != 204 && response_.status != 304;
  out_ = head_text(response_, {.content_length = body.size(),
                               .sized = sized,
                               .keeps_alive = keeps_alive_,
                               .https = request_.https,
                               .request_id = request_.id});
  const bool sends_body = sized && request_.method != Method::head;
  write(sends_body ? body : std::string_view(), &Connection::finish);
}

void Connection::send_file() {
  sending_ = std::make_unique<FileSending>();
  const bool accepted = run(
      site_->files,
      [this] {
        const auto& path = std::get<FileBody>(response_.body).path;
        std::error_code error;
        sending_->size = sending_->left = std::filesystem::file_size(path, error);
        sending_->file.open(path, std::ios::binary);
        sending_->failed = error || !sending_->file;
      },
      &Connection::on_file_opened);
  if (!accepted) respond(problem_response(busy, request_));
}

void Connection::on_file_opened() {
  if (sending_->failed) {
    error_ = "a handler's file cannot be opened";
    return respond(problem_response(internal, request_));
  }
  out_ = head_text(response_, {.content_length = sending_->size,
                               .sized = true,
                               .keeps_alive = keeps_alive_,
                               .https = request_.https,
                               .request_id = request_.id});
  if (request_.method == Method::head) sending_->left = 0;
  write({}, &Connection::next_piece);
}

void Connection::next_piece() {
  if (sending_->left == 0) return finish();
  clear_deadline();
  const bool accepted = run(
      site_->files,
      [this] {
        auto& sending = *sending_;
        sending.piece.resize(static_cast<std::size_t>(std::min(sending.left, piece_bytes)));
        sending.file.read(sending.piece.data(), static_cast<std::streamsize>(sending.piece.size()));
        sending.failed = !sending.file;
        sending.left -= sending.piece.size();
      },
      &Connection::on_piece);
  if (!accepted) close();
}

void Connection::on_piece() {
  if (sending_->failed) return close();  // Shorter than promised: the client sees the cut.
  write(sending_->piece, &Connection::next_piece);
}

/// Sends out_ and then `body`, which must stay where it is until `then`.
void Connection::write(std::string_view body, Step then) {
  out_left_ = out_;
  body_left_ = body;
  written_ = then;
  since_deadline_ = progress_bytes;
  write_on();
}

void Connection::write_on() {
  if (phase_ == Phase::closed) return;
  while (!out_left_.empty() || !body_left_.empty()) {
    const std::array<asio::const_buffer, 2> buffers{
        asio::buffer(out_left_.data(), out_left_.size()),
        asio::buffer(body_left_.data(), body_left_.size())};
    Code error;
    const auto sent = socket_.write_some(buffers, error);
    if (error == asio::error::would_block) {
      if (since_deadline_ >= progress_bytes) {
        since_deadline_ = 0;
        set_deadline(site_->options.limits.write_time);
      }
      socket_.async_wait(Socket::wait_write, [self = shared_from_this()](const Code& failed) {
        if (failed) return self->close();
        self->write_on();
      });
      return;
    }
    if (error) return close();
    const auto of_out = std::min(sent, out_left_.size());
    out_left_.remove_prefix(of_out);
    body_left_.remove_prefix(sent - of_out);
    body_bytes_ += sent - of_out;
    since_deadline_ += sent;
  }
  out_.clear();
  (this->*written_)();
}

void Connection::report() {
  const auto micros =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_).count();
  site_->report({.method = has_request_ ? name_of(request_.method) : std::string_view(),
                 .route = response_.route,
                 .status = response_.status,
                 .micros = micros,
                 .bytes = body_bytes_,
                 .request_id = request_.id,
                 .error = error_});
}

void Connection::finish() {
  report();
  phase_ = Phase::idle;
  sending_.reset();
  response_ = {};
  request_.upload.reset();
  if (!keeps_alive_) return linger();
  // Through the queue: a client that pipelines must not deepen the stack.
  if (in_.empty()) return next_request();
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->next_request(); });
}

}  // namespace zr::http
