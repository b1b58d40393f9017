#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "http/connection.h"
#include "http/problem.h"
#include "http/target.h"

namespace zr::http {

namespace asio = boost::asio;

namespace {
/// Decoded bytes of an upload are written to their file in blocks of about this size.
constexpr std::size_t block_bytes = 256 * 1024;
}  // namespace

void Connection::next_request() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::idle;
  request_ = {};
  response_ = {};
  error_.clear();
  has_request_ = false;
  expects_continue_ = false;
  stored_ = true;
  body_bytes_ = 0;
  scanner_ = HeadScanner(site_->options.limits.head);
  decoder_ = {};
  began_ = Clock::now();
  if (!in_.empty()) return on_head();
  if (site_->draining) return close();
  std::string().swap(in_);
  std::string().swap(out_);
  set_deadline(site_->options.limits.idle_time);
  read_more(&Connection::on_head);
}

void Connection::on_head() {
  const bool first_bytes = phase_ == Phase::idle;
  if (first_bytes) {
    phase_ = Phase::head;
    began_ = Clock::now();
    request_.id = site_->next_request_id();
    request_.remote = peer_;
  }
  const auto length = scanner_.scan(in_);
  if (!length) return refuse(length.problem());
  if (*length == 0) {
    if (first_bytes) set_deadline(site_->options.limits.head_time);
    return read_more(&Connection::on_head);
  }
  auto head = read_head(std::string_view(in_).substr(0, *length));
  if (!head) return refuse(head.problem());
  in_.erase(0, *length);
  if (const auto taken = take_head(std::move(*head)); !taken) return refuse(taken.problem());
  begin_body();
}

/// Turns the head into the request that handlers see and decides on its class.
Result<Done> Connection::take_head(Head head) {
  request_.method = head.method;
  keeps_alive_ = head.keeps_alive;
  auto origin = origin_of(site_->proxies, peer_, head.headers);
  if (!origin) return origin.problem();
  request_.remote = std::move(origin->address);
  request_.https = origin->https;
  drop_side_doors(head.headers);
  request_.headers = std::move(head.headers);
  auto target = read_target(head.target);
  if (!target) return target.problem();
  request_.path = std::move(target->path);
  request_.query = std::move(target->query);
  request_.target = std::move(head.target);
  has_request_ = true;
  route_ = site_->options.classify ? site_->options.classify(request_) : Route{};
  const auto& limits = site_->options.limits;
  const auto usual = route_.body == BodyTo::file ? limits.upload_bytes : limits.body_bytes;
  const auto limit = route_.body_limit > 0 ? route_.body_limit : usual;
  if (head.content_length > limit) return body_too_large;
  decoder_ = BodyDecoder(head, limit);
  expects_continue_ = head.expects_continue;
  return Done{};
}

void Connection::begin_body() {
  if (decoder_.done()) return dispatch();
  phase_ = Phase::body;
  body_began_ = Clock::now();
  if (expects_continue_ && in_.empty()) {
    // The socket of a client that waits for this line is empty, so it never blocks.
    Code error;
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    if (socket_.write_some(asio::buffer(go_on), error) != go_on.size() || error) return close();
  }
  on_body();
}

void Connection::on_body() {
  auto& sink = route_.body == BodyTo::file ? block_ : request_.body;
  const auto used = decoder_.feed(in_, sink);
  if (!used) return refuse(used.problem());
  in_.erase(0, *used);
  if (route_.body == BodyTo::file && (decoder_.done() || block_.size() >= block_bytes))
    return store_block();
  if (decoder_.done()) return dispatch();
  const auto& limits = site_->options.limits;
  const std::chrono::milliseconds earned(decoder_.decoded() * 1000 / limits.body_rate);
  set_deadline_at(body_began_ + limits.body_grace + earned);
  read_more(&Connection::on_body);
}

/// Writes what was decoded to the upload's file, while the client waits its turn.
void Connection::store_block() {
  phase_ = Phase::storing;
  clear_deadline();
  const bool accepted = run(
      site_->files,
      [this] {
        if (!request_.upload) {
          auto created = Upload::create(site_->options.upload_directory);
          if (created) request_.upload = std::move(*created);
        }
        stored_ = request_.upload && request_.upload->append(block_);
        block_.clear();
      },
      &Connection::on_stored);
  if (!accepted) refuse(busy);
}

void Connection::on_stored() {
  if (!stored_) return refuse(storage_full);
  if (decoder_.done()) return dispatch();
  phase_ = Phase::body;
  on_body();
}

void Connection::dispatch() {
  phase_ = Phase::handling;
  clear_deadline();
  request_.received = site_->now();
  const auto call = [this] { response_ = site_->call_handler(request_, error_); };
  if (route_.lane == Lane::immediate) {
    call();
    return on_handled();
  }
  Pool& pool = route_.lane == Lane::commands ? site_->commands : site_->reads;
  if (!run(pool, call, &Connection::on_handled)) respond(problem_response(busy, request_));
}

void Connection::on_handled() {
  respond(std::move(response_));
}

void Connection::refuse(const Problem& problem) {
  keeps_alive_ = false;
  respond(problem_response(problem, request_));
}

}  // namespace zr::http
