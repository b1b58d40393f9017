#include "journal/access_digest.h"

#include <algorithm>

#include "access/session.h"
#include "crypto/digest.h"
#include "db/table.h"
#include "journal/store.h"

namespace zr::journal {

namespace {

Result<AccessDigest> digest_access(Context& in, const DigestAccess& input) {
  const std::int64_t first = last_digested(in.tx, input.previous) + 1;
  const std::int64_t last =
      std::min(access::last_event(in.tx, first, input.before), first + most_events - 1);
  if (last < first) return nothing_noted;
  crypto::Sha256 digest;
  for (const access::AccessEvent& event : access::events_between(in.tx, first, last)) {
    digest.add(db::line(access::event_table,
                        db::values_of(json::struct_of<access::AccessEvent>(), &event)));
    digest.add("\n");
  }
  return AccessDigest{.first = first, .last = last, .sha256 = digest.finish_hex()};
}

}  // namespace

const json::Struct& describe(const DigestAccess*) {
  static const json::Struct table(
      "DigestAccess", {{"previous", &DigestAccess::previous, "上次摘要记录", "Last digest"},
                       {"before", &DigestAccess::before, "截止时间", "Before"}});
  return table;
}

const json::Struct& describe(const AccessDigest*) {
  static const json::Struct table(
      "AccessDigest",
      {{"first", &AccessDigest::first, "首条编号", "First event"},
       {"last", &AccessDigest::last, "末条编号", "Last event"},
       {"sha256", &AccessDigest::sha256, "摘要", "Digest", {.min_length = 64, .max_length = 64}}});
  return table;
}

std::int64_t last_digested(db::Tx& tx, std::int64_t record) {
  const auto stored = store::record(tx, record);
  if (!stored || stored->action != "access.digest") return 0;
  const auto bytes = json::parse(stored->bytes);
  const json::Value* result = bytes ? bytes->find("result") : nullptr;
  if (!result) return 0;
  const auto digest = json::read<AccessDigest>(*result);
  return digest ? digest->last : 0;
}

Command access_digest_command() {
  return command<DigestAccess, AccessDigest>({.noun = "access",
                                              .verb = "digest",
                                              .zh = "访问日志摘要",
                                              .en = "Digest the access log",
                                              .eyes = Eyes::two,
                                              .refuses = {nothing_noted},
                                              .callers = Traits::Callers::program},
                                             digest_access);
}

}  // namespace zr::journal
