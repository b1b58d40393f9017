#pragma once
/// What people send about an answer. A module that owns a form makes commands of these under its
/// own noun ("returns.fill"); {id} is the answer.
#include <optional>
#include <string>

#include "duty/rules/timeliness.h"
#include "forms/answer.h"

namespace zr::forms {

/// Saves the draft: the cover as a whole; of `cells` and `reasons` only what changes, null empties.
struct FillAnswer {
  std::int64_t id = 0;
  Cover cover = {};
  std::optional<json::Any> cells = {};  ///< {"all_balance":123400}
  std::optional<json::Any> reasons = {};  ///< {"V12":"个别大额贷款转为不良，已制定清收方案"}
  std::optional<std::string> scan = {};  ///< On behalf: the digest of the stamped scan.
};
const json::Struct& describe(const FillAnswer*);

struct PrepareAnswer {
  std::int64_t id = 0;
};
const json::Struct& describe(const PrepareAnswer*);

/// What was frozen; `version` is the ETag of the answer.
struct Prepared {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::string digest = {};
  std::int64_t known_at = 0;
  std::int64_t version = 0;
};
const json::Struct& describe(const Prepared*);

/// Names the version that the signatory has seen.
struct SubmitAnswer {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::string digest = {};
};
const json::Struct& describe(const SubmitAnswer*);

/// 回执. `receipt` is the number of the record that received it. A correction that nobody asked for
/// has no due date and is not judged.
struct Receipt {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::int64_t receipt = 0;
  Instant received = {};
  std::optional<Date> due = {};
  std::optional<duty::Timeliness> timeliness = {};
  std::int64_t version = 0;
};
const json::Struct& describe(const Receipt*);

/// A submission made outside: by mail, on paper, in the regulator's own system.
struct RecordOutside {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::string digest = {};
  Channel channel = Channel::mail;
  Instant received = {};
  std::optional<std::string> receipt = {};
  std::optional<std::string> scan = {};  ///< Digest of the receipt or of the paper.
};
const json::Struct& describe(const RecordOutside*);

struct AcceptAnswer {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::optional<std::string> remark = {};
};
const json::Struct& describe(const AcceptAnswer*);

struct SendBackAnswer {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::optional<std::string> remark = {};
  std::optional<json::Any> remarks = {};  ///< {"balance_end":"与台账不符"}
  std::optional<Date> due = {};  ///< Until when it is to be corrected; else the round's due date,
                                 ///< or today where that has passed.
};
const json::Struct& describe(const SendBackAnswer*);

}  // namespace zr::forms
