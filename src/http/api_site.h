#pragma once
/// One handler over the table of commands and reads. A path is looked up, never parsed by hand; an
/// endpoint that fits neither shape (upload, download, event stream) is listed as odd.
#include <string>
#include <unordered_map>
#include <vector>

#include "api/read.h"
#include "http/event_hub.h"
#include "http/server.h"
#include "http/signed_in.h"
#include "journal/journal.h"

namespace zr::http {

/// An endpoint of its own. It is asked for a signed-in actor holding `right`, and for the session's
/// token where it changes anything.
struct OddEndpoint {
  Method method = Method::get;
  std::string_view path;   ///< "/imports/{id}/file"
  std::string_view right;  ///< empty: anybody signed in
  BodyTo body = BodyTo::memory;
  std::function<Response(const Request&, const SignedIn&, std::int64_t id)> answer;
};

struct SiteOptions {
  std::vector<api::Read> reads;
  std::vector<OddEndpoint> odd;
  std::string city;
  enum class Kind { production, demo } kind = Kind::production;
  Fault fault{};
};

class ApiSite {
 public:
  ApiSite(journal::Journal& journal, SiteOptions options);

  /// Everything below /api/v1.
  Response handle(const Request& request);
  Route classify(const Request& request) const;
  Sessions& sessions() { return sessions_; }
  EventHub& events() { return events_; }

 private:
  struct Target {
    const journal::Command* command = nullptr;
    const api::Read* read = nullptr;
    const OddEndpoint* odd = nullptr;
    std::string route;
  };
  struct Match {
    const Target* target;
    std::int64_t id = 0;   ///< for {id}
    std::string key = {};  ///< for {key}
  };
  void add(std::string_view method, std::string_view path, Target target);
  std::optional<Match> match(const Request& request) const;
  Response session(const Request& request);
  Response run_command(const Request& request, const SignedIn& who, const Match& match);
  Response run_read(const Request& request, const SignedIn& who, const Match& match);
  Response refused(const Request& request, const SignedIn& who, const Problem& problem,
                   std::string_view action);

  journal::Journal& journal_;
  SiteOptions options_;
  Sessions sessions_;
  EventHub events_;
  std::unordered_map<std::string, Target> targets_;
};

}  // namespace zr::http
