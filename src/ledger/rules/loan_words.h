#pragma once
/// What banks write where the ledger has a closed list: "专利权、商标", "正常类",
/// "知识产权质押＋保证". Only what is written without doubt is read; the rest is left to whoever
/// mends the row.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/rules/class_rules.h"
#include "ledger/rules/note_kinds.h"

namespace zr::ledger {

inline constexpr Refusal unknown_right{
    "unknown_right",
    "看不出是哪种知识产权，请写专利、商标、著作权、集成电路布图设计或地理标志，多种用顿号分开",
    "Write patent, trademark, copyright, layout design or geographical indication"};

/// The kinds named in a list; empty where one of its words is none.
std::optional<std::vector<RightKind>> read_rights(std::string_view text);
/// The same as the test of a described text.
const Refusal* check_rights(std::string_view text);

/// "关注类", "正常一级", "次级贷款".
std::optional<LoanClass> read_class(std::string_view text);
/// "知识产权质押+保证": the pledge, and one kind of other security beside it.
std::optional<SecurityMode> read_security(std::string_view text);
/// "授权书", "基金备案".
std::optional<LegalBasis> read_basis(std::string_view text);

}  // namespace zr::ledger
