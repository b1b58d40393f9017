#pragma once
/// Who sends a request: sessions from their cookie, signing in and out. Remembers live sessions so
/// that a read costs one statement; a record that touched who may do what (module access) forgets
/// them all before it is acknowledged, so a withdrawn right is gone at the very next call.
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "access/session.h"
#include "http/message.h"
#include "journal/journal.h"

namespace zr::http {

inline constexpr Refusal csrf_missing{"csrf_missing", "请求缺少有效的防伪令牌，请刷新页面",
                                      "The request lacks its CSRF token; reload the page",
                                      RefusalKind::no_right};
inline constexpr Refusal foreign_origin{"foreign_origin", "请求来自其他网站，已拒绝",
                                        "The request comes from another site",
                                        RefusalKind::no_right};
inline constexpr Refusal must_change_password{"must_change_password", "请先修改初始密码",
                                              "Change your initial password first",
                                              RefusalKind::no_right};

/// Told what went wrong where no request is there to answer for it: what, and why.
using Fault = std::function<void(std::string_view what, std::string_view why)>;

struct SignedIn {
  access::Actor actor;
  access::Session session;
};

/// What the record keeps of where a command came from.
journal::Sender sender_of(const Request& request);

class Sessions {
 public:
  explicit Sessions(journal::Journal& journal, Fault fault = {});

  /// The actor of a request; refused where there is no live session.
  Result<std::shared_ptr<const SignedIn>> of(const Request& request);
  /// The digest under which the session of a request is known.
  static std::string token_of(const Request& request);
  /// Whose session that is while it lives, with the rights of now. Asking is no use of it.
  std::shared_ptr<const SignedIn> still(const std::string& token);
  /// Changing requests carry the session's token and come from our own pages.
  static Result<Done> genuine(const Request& request, const SignedIn& who);

  Response sign_in(const Request& request);
  Response sign_out(const Request& request);
  /// A refusal or sign-in for the access log, which GET /access-events shows to its auditors.
  void event(const Request& request, std::string_view kind, const access::Actor& actor,
             std::string_view detail);

 private:
  struct Remembered {
    std::shared_ptr<const SignedIn> who;
    std::uint64_t generation;
    Date today;
    Instant seen;
    Instant stored;  ///< when `seen` was last written down
  };
  /// Is it still of the present generation, and neither idle too long nor too old?
  bool fresh(const Remembered& known, Instant now) const;
  std::shared_ptr<const SignedIn> remembered(const std::string& token, Instant now);
  /// Looked up in the database, and remembered as seen then.
  std::shared_ptr<const SignedIn> stored(const std::string& token, Instant now);
  void touch(const std::string& token, Instant now);
  /// Forgets who is signed in; the next request asks the database again.
  void forget() { generation_->fetch_add(1); }

  journal::Journal& journal_;
  const access::SignInPolicy policy_;
  Fault fault_;
  /// The journal moves it on for as long as it lives.
  std::shared_ptr<std::atomic<std::uint64_t>> generation_;
  std::mutex mutex_;
  std::unordered_map<std::string, Remembered> live_;
};

}  // namespace zr::http
