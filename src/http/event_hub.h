#pragma once
/// GET /events: news of the record for whoever has a page open. Each client gets the events of its
/// own organisation's records and below, the readers of the record all of them; an event names its
/// kind and ids, nothing more. Resumable: its id is the sequence of the record.
#include <list>
#include <mutex>
#include <thread>

#include "http/event_stream.h"
#include "http/signed_in.h"
#include "journal/journal.h"
#include "journal/store.h"

namespace zr::http {

class EventHub {
 public:
  EventHub(journal::Journal& journal, Sessions& sessions, Fault fault = {});
  EventHub(const EventHub&) = delete;
  EventHub& operator=(const EventHub&) = delete;
  /// Ends every stream.
  ~EventHub();

  /// Opens a stream from the event after Last-Event-ID, or from now on.
  Response open(const Request& request, const SignedIn& who);

 private:
  struct Listener {
    Events stream;
    std::int64_t session;
    std::string token;    ///< digest, to see that the session still lives
    access::Actor actor;  ///< as of the last look at the session; the hub's own thread's
    std::int64_t cursor;  ///< last record told; the hub's own thread's
  };
  void run();
  /// Ends the streams of sessions that have ended, gives the others the rights of now and the news.
  void tell_all();
  /// To the pages of the session that waits.
  void tell(const journal::Progress& progress);
  /// Whoever listens; forgets the streams that are over. They stay where they are: only the hub's
  /// own thread takes any away, so it works on them without the lock.
  std::vector<Listener*> present();
  bool tell_news(const std::vector<Listener*>& listeners);
  void tell(db::Tx& tx, const std::vector<Listener*>& listeners,
            const journal::StoredRecord& record);
  /// The path of a record's organisation; kept, for paths never change.
  const std::string& path_of(db::Tx& tx, std::int64_t organisation);
  bool concerns(db::Tx& tx, const Listener& listener, const journal::StoredRecord& record);

  struct Bell;
  journal::Journal& journal_;
  Sessions& sessions_;
  Fault fault_;
  std::mutex mutex_;  ///< of the list; never held while the database is asked
  std::list<Listener> listeners_;
  std::unordered_map<std::int64_t, std::string> paths_;
  std::shared_ptr<Bell> bell_;  ///< the journal rings it for as long as it lives
  std::thread thread_;
};

inline constexpr Refusal too_many_streams{"too_many_streams", "同一账号打开的页面过多，请关闭一些",
                                          "Too many open pages of this account",
                                          RefusalKind::too_many};

}  // namespace zr::http
