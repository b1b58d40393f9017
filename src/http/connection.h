#pragma once
/// One client's connection: reads a request, has it handled, writes the answer, and again. Callback
/// style; everything runs on the socket's strand except the handler. Included by the sources that
/// see Asio only.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "http/body.h"
#include "http/event_stream.h"
#include "http/head.h"
#include "http/site.h"
#include "http/upload.h"

namespace zr::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::ip::tcp::socket;

  Connection(std::shared_ptr<Site> site, Socket socket, std::string peer);
  ~Connection();

  /// Before start, instead of it: one answer without reading or waiting, then the end.
  void turn_away(const Problem& problem);
  /// These three may be called from any thread.
  void start();
  void drain();  ///< Graceful stop: no further request; an idle connection or a stream ends now.
  void drop();   ///< Ends at once, whatever it is doing.

 private:
  using Clock = std::chrono::steady_clock;
  using Code = boost::system::error_code;
  using Step = void (Connection::*)();
  enum class Phase { idle, head, body, storing, handling, writing, streaming, lingering, closed };

  // connection.cpp: deadlines, the socket, the end.
  void set_deadline(std::chrono::milliseconds after) { set_deadline_at(Clock::now() + after); }
  void set_deadline_at(Clock::time_point deadline);
  void clear_deadline() { deadline_ = Clock::time_point::max(); }
  void arm_timer();
  void on_timer(const Code& error);
  void on_expiry();
  void read_more(Step then);
  void on_readable(const Code& error, Step then);
  void linger();
  void on_lingering();
  void close();
  /// Runs `task` on the pool and then `then` here; false if the pool is full.
  bool run(Pool& pool, std::function<void()> task, Step then);

  // connection_read.cpp: from the first byte to the handler.
  void next_request();
  void on_head();
  Result<Done> take_head(Head head);
  void begin_body();
  void on_body();
  void store_block();
  void on_stored();
  void dispatch();
  void on_handled();
  void refuse(const Problem& problem);

  // connection_write.cpp: from the response to the last byte.
  void respond(Response response);
  void send_file();
  void on_file_opened();
  void next_piece();
  void on_piece();
  void write(std::string_view body, Step then);
  void write_on();
  void finish();
  void report();

  // connection_events.cpp: a response that stays open.
  void stream_events();
  void on_chatter();
  void send_events();
  void write_events(std::string text);
  void on_events_sent();

  struct FileSending {
    std::ifstream file;
    std::uint64_t size = 0;
    std::uint64_t left = 0;
    std::string piece;
    bool failed = false;
  };

  const std::shared_ptr<Site> site_;
  Socket socket_;
  boost::asio::steady_timer timer_;
  const std::string peer_;
  Phase phase_ = Phase::idle;

  Clock::time_point deadline_ = Clock::time_point::max();
  Clock::time_point timer_at_;
  bool timer_armed_ = false;
  bool expired_ = false;

  std::string in_;  ///< Received and not yet used.
  HeadScanner scanner_;
  Clock::time_point began_;
  Request request_;
  bool has_request_ = false;  ///< The head was accepted.
  bool keeps_alive_ = true;
  bool expects_continue_ = false;
  Route route_;
  BodyDecoder decoder_;
  Clock::time_point body_began_;
  std::string block_;  ///< Decoded and waiting to be stored.
  bool stored_ = true;

  Response response_;
  std::string error_;
  std::string out_;            ///< Head of the answer, or events.
  std::string_view out_left_;  ///< Of out_.
  std::string_view body_left_;
  std::uint64_t body_bytes_ = 0;  ///< Sent, for the log.
  std::size_t since_deadline_ = 0;
  Step written_ = nullptr;
  std::unique_ptr<FileSending> sending_;
  Events events_;
  bool writing_events_ = false;
  std::size_t chatter_bytes_ = 0;
  std::size_t lingered_bytes_ = 0;
};

}  // namespace zr::http
