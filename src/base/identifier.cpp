#include "base/identifier.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "base/uscc.h"

namespace zr {

namespace {

/// Longest text that is looked at, in bytes: 18 full-width characters with blanks fit several
/// times.
constexpr std::size_t text_limit = 256;

constexpr std::array identifier_kinds{
    named(IdentifierKind::uscc, "uscc", "统一社会信用代码", "Unified social credit code"),
    named(IdentifierKind::patent, "patent", "专利号", "Patent number"),
    named(IdentifierKind::trademark, "trademark", "商标注册号", "Trademark registration number"),
    named(IdentifierKind::software_copyright, "software_copyright", "软件著作权登记号",
          "Software copyright registration number"),
    named(IdentifierKind::ic_layout, "ic_layout", "集成电路布图设计登记号",
          "Layout design registration number"),
    named(IdentifierKind::pledge_registration, "pledge_registration", "质押登记号",
          "Pledge registration number"),
};

constexpr std::array identifier_verdicts{
    named(IdentifierVerdict::valid, "valid", "有效", "Valid"),
    named(IdentifierVerdict::warning, "warning", "存疑", "Doubtful"),
    named(IdentifierVerdict::invalid, "invalid", "无效", "Invalid"),
};

constexpr std::array patent_kinds{
    named(PatentKind::invention, "invention", "发明专利", "Invention"),
    named(PatentKind::utility_model, "utility_model", "实用新型", "Utility model"),
    named(PatentKind::design, "design", "外观设计", "Design"),
};

constexpr bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  for (const char c : text)
    if (!digit(c)) return false;
  return true;
}

std::string without_blanks(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    if (text.substr(i, 2) == no_break_space) {
      ++i;
      continue;
    }
    out += c;
  }
  return out;
}

Identified refused(std::string normalised, std::string_view zh, std::string_view en) {
  return {.normalised = std::move(normalised),
          .verdict = IdentifierVerdict::invalid,
          .reasons = {{"wrong_form", std::string(zh), std::string(en)}}};
}

Identified accepted(std::string normalised) {
  return {.normalised = std::move(normalised), .verdict = IdentifierVerdict::valid};
}

Reason wrong_check(char expected, char found) {
  return {"wrong_check", fmt::format("校验位应为 {}，现为 {}，请核对号码", expected, found),
          fmt::format("The check character should be {}, not {}: please compare the number",
                      expected, found)};
}

Identified identify_uscc(std::string normal) {
  const UsccReading reading = read_uscc(normal);
  if (!reading.well_formed)
    return refused(std::move(normal), "应为 18 位数字和字母（不含 I、O、S、V、Z）",
                   "Expected 18 digits and letters without I, O, S, V and Z");
  Identified out = accepted(normal);
  if (!reading.region_of_digits)
    out.reasons.push_back({"region_not_digits", "第 3 至 8 位应为登记机关行政区划代码（数字）",
                           "Characters 3 to 8 should be the digits of the registering region"});
  if (!reading.organisation_holds)
    out.reasons.push_back(
        {"wrong_organisation_check",
         fmt::format("第 17 位（组织机构代码校验位）应为 {}，现为 {}，请核对",
                     reading.organisation_check, normal[16]),
         fmt::format("Character 17 (check of the organisation code) should be {}, not {}",
                     reading.organisation_check, normal[16])});
  if (!reading.last_holds)
    out.reasons.push_back(
        {"wrong_check",
         fmt::format("第 18 位校验位应为 {}，现为 {}，请核对", reading.last_check, normal[17]),
         fmt::format("Character 18 (check) should be {}, not {}", reading.last_check, normal[17])});
  if (!out.reasons.empty()) out.verdict = IdentifierVerdict::warning;
  return out;
}

/// Weights 2 … 9, then 2 … 5; the sum mod 11, 10 written X.
char patent_check(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i)
    sum += (digits[i] - '0') * static_cast<int>(2 + i % 8);
  return sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
}

/// Digits and check character of a number written with or without the dot before the check.
struct Checked {
  std::string_view digits;
  char check;
};

std::optional<Checked> split_check(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const char check = text.back();
  if (!digit(check) && check != 'X') return std::nullopt;
  text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  if (!all_digits(text)) return std::nullopt;
  return Checked{text, check};
}

/// The kind digit stands after a year of four (from 2003-10-01) or of two digits.
std::optional<PatentKind> patent_kind(std::string_view digits) {
  if (digits.size() != 12 && digits.size() != 8) return std::nullopt;
  switch (digits[digits.size() == 12 ? 4 : 2]) {
    case '1':
    case '8':
      return PatentKind::invention;
    case '2':
    case '9':
      return PatentKind::utility_model;
    case '3':
      return PatentKind::design;
    default:
      return std::nullopt;
  }
}

/// CN + 7 to 9 digits + a kind letter: printed on the gazette, often typed for the patent number.
bool publication_number(std::string_view text) {
  if (text.size() < 10 || text.size() > 12 || !text.starts_with("CN")) return false;
  return all_digits(text.substr(2, text.size() - 3)) &&
         std::string_view("ABCUYS").find(text.back()) != std::string_view::npos;
}

Identified identify_patent(std::string normal) {
  std::string_view number = normal;
  if (number.starts_with("ZL") || number.starts_with("CN")) number.remove_prefix(2);
  const auto parts = split_check(number);
  const auto kind = parts ? patent_kind(parts->digits) : std::nullopt;
  if (!kind && publication_number(normal))
    return refused(std::move(normal), "这是授权公告号，请填写专利号（ZL 开头）",
                   "This is a publication number: please give the patent number (ZL…)");
  if (!kind)
    return refused(std::move(normal), "应为 ZL 加 12 位（旧号 8 位）数字、小数点和校验位",
                   "Expected ZL, 12 digits (8 in old numbers), a dot and the check character");
  const char expected = patent_check(parts->digits);
  Identified out = accepted(fmt::format("ZL{}.{}", parts->digits, parts->check));
  out.right_kind = kind;
  if (parts->check != expected) {
    out.verdict = IdentifierVerdict::invalid;
    out.reasons.push_back(wrong_check(expected, parts->check));
  }
  return out;
}

Identified identify_ic_layout(std::string normal) {
  std::string_view number = normal;
  std::optional<Checked> parts;
  if (number.starts_with("BS")) {
    number.remove_prefix(2);
    if (number.starts_with('.')) number.remove_prefix(1);
    parts = split_check(number);
  }
  if (!parts || parts->digits.size() != 8 || parts->digits[2] != '5')
    return refused(std::move(normal), "应为 BS. 加两位年份、5、五位数字、小数点和校验位",
                   "Expected BS., two digits of the year, 5, five digits, a dot and the check");
  const char expected = patent_check(parts->digits);
  Identified out = accepted(fmt::format("BS.{}.{}", parts->digits, parts->check));
  if (parts->check != expected) {
    out.verdict = IdentifierVerdict::warning;
    out.reasons.push_back(wrong_check(expected, parts->check));
  }
  return out;
}

bool is_trademark(std::string_view text) {
  if (text.starts_with('G'))
    return (text.size() == 7 || text.size() == 8) && all_digits(text.substr(1));
  if (!text.empty() && text.back() >= 'A' && text.back() <= 'Z') text.remove_suffix(1);
  return !text.empty() && text.size() <= 8 && all_digits(text);
}

bool is_software_copyright(std::string_view text) {
  return (text.size() == 12 || text.size() == 13) && text.substr(4, 2) == "SR" &&
         all_digits(text.substr(0, 4)) && all_digits(text.substr(6));
}

bool is_pledge_registration(std::string_view text) {
  if (text.starts_with('Y')) text.remove_prefix(1);
  return text.size() == 13 && all_digits(text);
}

}  // namespace

std::span<const Name> names_of(IdentifierKind) {
  return identifier_kinds;
}

std::span<const Name> names_of(IdentifierVerdict) {
  return identifier_verdicts;
}

std::span<const Name> names_of(PatentKind) {
  return patent_kinds;
}

Identified identify(IdentifierKind kind, std::string_view text) {
  if (text.size() > text_limit) return refused({}, "号码过长", "The number is too long");
  std::string normal = without_blanks(upper(half_width(text)));
  switch (kind) {
    case IdentifierKind::uscc:
      return identify_uscc(std::move(normal));
    case IdentifierKind::patent:
      return identify_patent(std::move(normal));
    case IdentifierKind::ic_layout:
      return identify_ic_layout(std::move(normal));
    case IdentifierKind::trademark:
      if (is_trademark(normal)) return accepted(std::move(normal));
      return refused(std::move(normal),
                     "应为 1 至 8 位数字（可带一个字母），国际注册为 G 加 6 至 7 位",
                     "Expected 1 to 8 digits (a letter may follow), or G and 6 to 7 digits");
    case IdentifierKind::software_copyright:
      if (is_software_copyright(normal)) return accepted(std::move(normal));
      return refused(std::move(normal), "应为四位年份、SR 和 6 至 7 位数字的登记号（不是证书号）",
                     "Expected a year, SR and 6 to 7 digits: not the number of the certificate");
    case IdentifierKind::pledge_registration:
      if (is_pledge_registration(normal)) return accepted(std::move(normal));
      return refused(std::move(normal), "应为 Y 加 13 位数字，旧号为 13 位数字",
                     "Expected Y and 13 digits, or 13 digits in old numbers");
  }
  return refused(std::move(normal), "不认识的号码种类", "Unknown kind of number");
}

IdentifierVerdict uscc_verdict(std::string_view text) {
  const UsccReading reading = read_uscc(text);
  if (!reading.well_formed) return IdentifierVerdict::invalid;
  return reading.region_of_digits && reading.organisation_holds && reading.last_holds
             ? IdentifierVerdict::valid
             : IdentifierVerdict::warning;
}

}  // namespace zr
