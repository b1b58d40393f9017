#include "accounts/sessions.h"

namespace zr::accounts {

namespace {

using journal::Changed;

Result<Changed> end(journal::Context& in, const EndSession& input) {
  if (!access::end_session(in.tx, in.actor.account, input.id, in.received)) return not_found;
  in.raise("sessions.ended", {in.actor.account});
  return Changed{.id = input.id, .version = in.sequence};
}

Result<api::Page<OwnSession>> list(api::ReadContext& in, const api::NoQuery&) {
  api::Page<OwnSession> page;
  for (const access::Session& session : access::sessions_of(in.tx, in.actor.account))
    page.rows.push_back({.id = session.id,
                         .started = session.started,
                         .seen = session.seen,
                         .address = session.address,
                         .current = session.id == in.actor.session});
  return page;
}

}  // namespace

journal::Command end_session_command() {
  return journal::command<EndSession, Changed>(
      {"sessions", "end", "结束本人会话", "End one's own session", journal::Eyes::two, {}}, end);
}

api::Read sessions_read() {
  return api::read_list<api::NoQuery, OwnSession>({"/sessions", "", "我的会话", "My sessions"},
                                                  list);
}

const json::Struct& describe(const OwnSession*) {
  static const json::Struct table("OwnSession",
                                  {{"id", &OwnSession::id, "编号", "Id"},
                                   {"started", &OwnSession::started, "登录时间", "Started"},
                                   {"seen", &OwnSession::seen, "最近活动", "Last seen"},
                                   {"address", &OwnSession::address, "来源地址", "Address"},
                                   {"current", &OwnSession::current, "当前会话", "This one"}});
  return table;
}

const json::Struct& describe(const EndSession*) {
  static const json::Struct table("EndSession", {{"id", &EndSession::id, "会话", "Session"}});
  return table;
}

}  // namespace zr::accounts
