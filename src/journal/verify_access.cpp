/// Access events against the digests in the record.
#include <fmt/format.h>

#include <charconv>

#include "access/session.h"
#include "crypto/digest.h"
#include "db/table.h"
#include "journal/verify_parts.h"

namespace zr::journal {

namespace {

/// The number in "access_event<TAB>[number]<TAB>{…}"; 0 where the line is none.
std::int64_t number_of(std::string_view line) {
  const auto open = line.find("\t[");
  std::int64_t number = 0;
  if (open != std::string_view::npos)
    std::from_chars(line.data() + open + 2, line.data() + line.size(), number);
  return number;
}

class Comparison {
 public:
  Comparison(const std::vector<AccessClaim>& claims, Verification& out)
      : claims_(claims), out_(out) {}

  void take(const std::string& line) {
    const std::int64_t number = number_of(line);
    while (at_ < claims_.size() && claims_[at_].last < number) finish_claim();
    if (at_ == claims_.size()) return;
    digest_.add(line);
    digest_.add("\n");
  }

  void finish() {
    while (at_ < claims_.size()) finish_claim();
  }

 private:
  void finish_claim() {
    const AccessClaim& claim = claims_[at_];
    if (digest_.finish_hex() != claim.sha256 || claim.first != expected_)
      out_.add(
          {.kind = FindingKind::rows,
           .table = std::string(access::event_table.name),
           .record = claim.record,
           .text_zh = fmt::format("访问日志第 {} 至 {} 条与记录 {} 的摘要不符：有改动、缺失或增加",
                                  claim.first, claim.last, claim.record),
           .text_en = fmt::format("access events {} to {} differ from the digest in record {}: "
                                  "changed, missing or added",
                                  claim.first, claim.last, claim.record)});
    expected_ = claim.last + 1;
    ++at_;
  }

  const std::vector<AccessClaim>& claims_;
  Verification& out_;
  crypto::Sha256 digest_;
  std::size_t at_ = 0;
  std::int64_t expected_ = 1;
};

}  // namespace

void judge_access(db::Connection& connection, const std::vector<AccessClaim>& claims,
                  Verification& out) {
  if (claims.empty()) return;
  Comparison comparison(claims, out);
  db::each_line(connection, access::event_table,
                [&](const std::string& line) { comparison.take(line); });
  comparison.finish();
}

}  // namespace zr::journal
