#pragma once
/// One client's stream of server-sent events: any thread pushes, the server writes. A client that
/// reads too slowly loses the stream, not events: it comes back with Last-Event-ID.
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace zr::http {

struct Event {
  std::string id;    ///< What the client sends as Last-Event-ID when it resumes; may be empty.
  std::string kind;  ///< Name of the event; empty means "message".
  std::string data;
};

class EventStream {
 public:
  /// Bytes that may wait for a slow client before the stream is given up.
  static constexpr std::size_t most_waiting_bytes = 1024 * 1024;

  /// False once the stream has ended on either side: the source may forget it.
  bool push(const Event& event);
  /// The source has no more to say (session ended, right withdrawn); what was pushed still goes
  /// out.
  void end();
  /// Over on either side.
  bool ended() const;

  /// For the server: `wake` is called under the lock whenever there is something new, and must not
  /// call back into the stream.
  void attach(std::function<void()> wake);
  /// For the server: what waits, as text of the wire; empties the queue.
  std::string take();
  /// For the server: the client is gone. No wake happens after this returns.
  void detach();

 private:
  mutable std::mutex mutex_;
  std::string waiting_;
  std::function<void()> wake_;
  bool ended_ = false;
  bool detached_ = false;
};

}  // namespace zr::http
