#pragma once
/// What the commands of this module take and answer.
#include "duty/duty.h"

namespace zr::duty {

inline constexpr Refusal duty_closed{"duty_closed", "该待办已办结，不必再处理",
                                     "This duty is closed already"};
inline constexpr Refusal urged_today{"urged_today", "该待办今日已催办，每日最多催办一次",
                                     "This duty has been urged today; once a day is enough"};
inline constexpr Refusal not_assignable{"not_assignable",
                                        "该人员在本机构没有办理此事项的有效账号和权限",
                                        "This person has no active account here with the right"};

/// POST /duties/{id}/urge by an authority.
struct UrgeDuty {
  std::int64_t id = 0;
  std::optional<std::string> remark;
};
const json::Struct& describe(const UrgeDuty*);

/// POST /duties/{id}/assign; without a person the duty goes back to the organisation.
struct AssignDuty {
  std::int64_t id = 0;
  std::optional<std::int64_t> person;
};
const json::Struct& describe(const AssignDuty*);

/// duties.settle: the module's own job.
struct Settle {};
const json::Struct& describe(const Settle*);

struct Settled {
  std::int64_t reminded = 0;  ///< reminders given
  std::int64_t moved = 0;     ///< provisional dates that are settled or moved
  std::int64_t opened = 0;    ///< calendars asked for
  std::int64_t closed = 0;    ///< calendars that are there
};
const json::Struct& describe(const Settled*);

/// Reminders, provisional dates and the missing calendar, as of the business date.
Result<Settled> settle(journal::Context& in, const Settle&);

/// May this person do the duty, through any account in its organisation?
bool may_do(db::Tx& tx, std::int64_t person, const Duty& duty, Date today);

}  // namespace zr::duty
