#pragma once
/// The closed lists of words about one loan 贷款: kinds of pledged right, how it is secured, on
/// what ground it may be shown, what moves its balance. Labels of both languages stand here only.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.h"

namespace zr::ledger {

/// Pledged rights of one loan; two or more kinds make it mixed 混合.
enum class RightKind { patent, trademark, copyright, ic_layout, gi, mixed };
std::span<const Name> names_of(RightKind);

/// How a loan is secured 担保方式: the pledge alone, or with other security.
enum class SecurityMode { pure_ip, ip_guarantee, ip_insurance, ip_other };
std::span<const Name> names_of(SecurityMode);

/// On what ground the city bureau may see a row 提供依据; without one it sees totals only.
enum class LegalBasis { customer_authorisation, fund_filing, subsidy_application };
std::span<const Name> names_of(LegalBasis);

/// Where a loan stands on a day.
enum class NoteState {
  open,
  overdue,  ///< Open with overdue days.
  settled,  ///< Nothing is outstanding.
};
std::span<const Name> names_of(NoteState);

enum class MovementKind { drawdown, repayment };
std::span<const Name> names_of(MovementKind);

/// The set as stored: names in the order of the list, one blank between them. Kinds named twice
/// count once; `mixed` stands only where that is all that is known.
std::string rights_text(const std::vector<RightKind>& kinds);
std::vector<RightKind> rights_of(std::string_view text);
/// The one kind, or mixed; empty for an empty set.
std::optional<RightKind> right_kind(const std::vector<RightKind>& kinds);

}  // namespace zr::ledger
