#pragma once
/// Numbers of enterprises, rights and registrations: normal form, check characters and what is
/// wrong with them. GB 32100-2015 with GB 11714, ZC 0006-2003 and the registries' own forms. A
/// wrong check character of a credit code never refuses anything: published real codes fail it.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.h"
#include "base/reason.h"

namespace zr {

enum class IdentifierKind {
  uscc,                 ///< Unified social credit code 统一社会信用代码.
  patent,               ///< Patent or application number 专利号、申请号.
  trademark,            ///< Registration number, unique only with its Nice class 商标注册号.
  software_copyright,   ///< The …SR… number 软件著作权登记号.
  ic_layout,            ///< Layout design of integrated circuits 布图设计登记号.
  pledge_registration,  ///< Patent pledge, old (13 digits) and new (Y…) form 质押登记号.
};

enum class IdentifierVerdict {
  valid,
  warning,  ///< Well formed, a check character disagrees: a person may insist on it.
  invalid,
};

/// The right that a patent number names.
enum class PatentKind { invention, utility_model, design };

std::span<const Name> names_of(IdentifierKind);
std::span<const Name> names_of(IdentifierVerdict);
std::span<const Name> names_of(PatentKind);

struct Identified {
  /// Half width, upper case, no blanks, with the dots of its kind; empty for an endless text.
  std::string normalised;
  IdentifierVerdict verdict = IdentifierVerdict::invalid;
  std::optional<PatentKind> right_kind = {};  ///< Of every well-formed patent number.
  std::vector<Reason> reasons = {};           ///< Empty exactly where the number is valid.
};

Identified identify(IdentifierKind kind, std::string_view text);

/// The verdict of `identify(uscc, text)` without allocating, for imports. The text must be free of
/// blanks and full-width letters.
IdentifierVerdict uscc_verdict(std::string_view text);

}  // namespace zr
