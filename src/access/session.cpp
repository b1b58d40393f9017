#include "access/session.h"

#include "crypto/password.h"

namespace zr::access {

const json::Struct& describe(const Session*) {
  static const json::Struct table(
      "Session", {{"token_digest", &Session::token_digest, "会话摘要", "Token digest"},
                  {"id", &Session::id, "编号", "Id"},
                  {"account", &Session::account, "账号", "Account"},
                  {"csrf", &Session::csrf, "防伪令牌", "CSRF token"},
                  {"started", &Session::started, "登录时间", "Started"},
                  {"seen", &Session::seen, "最近活动", "Last seen"},
                  {"ended", &Session::ended, "结束时间", "Ended"},
                  {"address", &Session::address, "来源地址", "Address"}});
  return table;
}

const json::Struct& describe(const AccessEvent*) {
  static const json::Struct table(
      "AccessEvent", {{"id", &AccessEvent::id, "编号", "Id"},
                      {"at", &AccessEvent::at, "时间", "At"},
                      {"kind", &AccessEvent::kind, "事件", "Event"},
                      {"account", &AccessEvent::account, "账号", "Account"},
                      {"organisation", &AccessEvent::organisation, "机构", "Organisation"},
                      {"address", &AccessEvent::address, "来源地址", "Address"},
                      {"request", &AccessEvent::request, "请求号", "Request"},
                      {"detail", &AccessEvent::detail, "说明", "Detail"}});
  return table;
}

bool fits(const Candidate& candidate, const Credentials& given, Instant now) {
  const bool usable = candidate.account && !candidate.locked &&
                      candidate.account->standing == AccountStanding::active &&
                      (candidate.account->password_state == PasswordState::chosen ||
                       candidate.account->password_until.value_or(now) >= now);
  if (!usable) return crypto::password_fits_nobody(given.password);
  return crypto::password_fits(given.password, candidate.account->password_hash);
}

}  // namespace zr::access
