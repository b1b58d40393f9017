#pragma once
/// Who sends a request: sessions from their cookie, signing in and out. Remembers live sessions so
/// that a read costs one statement; a change of accounts, grants or roles forgets them all, so a
/// withdrawn right is gone at the very next call.
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

struct SignedIn {
  access::Actor actor;
  access::Session session;
};

/// What the record keeps of where a command came from.
journal::Sender sender_of(const Request& request);

class Sessions {
 public:
  Sessions(journal::Journal& journal, access::SignInPolicy policy)
      : journal_(journal), policy_(policy) {}

  /// The actor of a request; refused where there is no live session.
  Result<std::shared_ptr<const SignedIn>> of(const Request& request);
  /// The digest under which the session of a request is known.
  static std::string token_of(const Request& request);
  /// Does that session still live? Asking is no use of it.
  bool alive(const std::string& token);
  /// Changing requests carry the session's token and come from our own pages.
  static Result<Done> genuine(const Request& request, const SignedIn& who);

  Response sign_in(const Request& request);
  Response sign_out(const Request& request);
  /// Forgets who is signed in; the next request asks the database again.
  void forget();
  /// A refusal or sign-in for the access log that every administrator of audit can read.
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
  std::shared_ptr<const SignedIn> remembered(const std::string& token, Instant now);

  journal::Journal& journal_;
  access::SignInPolicy policy_;
  std::atomic<std::uint64_t> generation_{0};
  std::mutex mutex_;
  std::unordered_map<std::string, Remembered> live_;
};

}  // namespace zr::http
