#include "imports/rules/cell.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/rules/day_text.h"
#include "imports/rules/number_text.h"

namespace zr::imports {

namespace {

using documents::Cell;
using documents::CellKind;

constexpr std::size_t digits_of_a_sheet = 15;
constexpr std::size_t most_choices_told = 12;

CellReading held(const Refusal& ground, std::optional<std::string> suggestion = {}) {
  CellReading out;
  out.fault = CellFault{.code = std::string(ground.code),
                        .zh = std::string(ground.zh),
                        .en = std::string(ground.en),
                        .suggestion = std::move(suggestion)};
  return out;
}

bool ascii_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Full-width digits and letters as half width; brackets and punctuation of names stay. Line ends
/// and tabs inside are no part of a value.
std::string tidy_text(std::string_view text) {
  if (text.find_first_of("\xEF\r\n\t") == std::string_view::npos) return std::string(trim(text));
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with('\xEF') && i + 2 < text.size()) {
      const std::string half = half_width(text.substr(i, 3));
      const bool plain =
          half.size() == 1 && (ascii_letter(half[0]) || (half[0] >= '0' && half[0] <= '9'));
      out += plain ? std::string_view(half) : text.substr(i, 3);
      i += 3;
      continue;
    }
    const char c = text[i++];
    if (c != '\r' && c != '\n' && c != '\t') out += c;
  }
  return std::string(trim(out));
}

/// Codes only: also without blanks, in capitals.
std::string as_code(std::string_view text) {
  std::string out;
  const std::string half = upper(half_width(text));
  for (const char c : half)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') out += c;
  return out;
}

/// What people write where there is nothing.
bool stands_for_nothing(std::string_view text) {
  static constexpr std::string_view nothing[] = {"-", "--", "—", "——", "/", "\\", "无", "N/A"};
  return std::ranges::find(nothing, text) != std::end(nothing);
}

CellReading read_money(const Cell& cell, const CellContext& column) {
  const NumberText number = read_number(cell.text);
  if (!number.value) {
    if (!number.meant) return held(not_a_number);
    auto meant = number.meant;
    if (number.said_in && column.unit == Unit::wan) meant = meant->shifted(-4);
    return held(number_unclear, meant ? std::optional(meant->text()) : std::nullopt);
  }
  const auto fen = fen_of(*number.value, column.unit);
  if (!fen) {
    const auto whole = to_whole_fen(*number.value, column.unit);
    if (!whole) return held(amount_too_large);
    return held(part_of_a_fen, whole->text());
  }
  const std::int64_t least = column.field.limits.min.value_or(0);
  if (fen->fen < least && least <= 1) return held(least == 1 ? not_positive : negative_amount);
  return {.value = fen->fen, .tidied = number.tidied};
}

CellReading read_integer(const Cell& cell) {
  const NumberText number = read_number(cell.text);
  if (!number.value) {
    if (!number.meant || !number.meant->whole()) return held(not_a_number);
    return held(number_unclear, number.meant->text());
  }
  if (!number.value->whole()) return held(not_whole);
  return {.value = number.value->mantissa, .tidied = number.tidied};
}

/// Percent to ppm or bp: a bare number may mean 3.65 % or 365 %, so it is held.
CellReading read_share(const Cell& cell, int places) {
  std::string text = as_code(cell.text);
  if (!text.ends_with('%')) {
    const NumberText number = read_number(cell.text);
    if (!number.value) return held(not_a_share);
    return held(not_a_share, number.value->text() + "%");
  }
  text.pop_back();
  const auto percent = Decimal::parse(text);
  const auto parts = percent ? percent->shifted(places - 2) : std::nullopt;
  if (!parts || !parts->whole()) return held(not_a_share);
  return {.value = parts->mantissa};
}

CellReading read_date(const Cell& cell, const CellContext& column) {
  if (cell.kind == CellKind::date)
    return cell.date ? CellReading{.value = cell.date->text()} : held(not_a_day);
  const DayText read = cell.kind == CellKind::number ? read_day_number(cell.text, column.dates)
                                                     : read_day(cell.text);
  if (read.day) return {.value = read.day->text(), .tidied = read.tidied};
  if (read.meant) return held(day_unclear, read.meant->text());
  return held(not_a_day);
}

CellReading read_boolean(const Cell& cell) {
  static constexpr std::string_view yes[] = {"是", "有", "Y", "YES", "TRUE", "1", "√"};
  static constexpr std::string_view no[] = {"否", "无", "N", "NO", "FALSE", "0", "×"};
  const std::string text = as_code(cell.text);
  if (std::ranges::find(yes, text) != std::end(yes)) return {.value = std::int64_t{1}};
  if (std::ranges::find(no, text) != std::end(no)) return {.value = std::int64_t{0}};
  return held(not_yes_or_no);
}

bool alike(std::string_view text, const Name& choice) {
  return text == choice.zh || upper(text) == upper(choice.en) || upper(text) == upper(choice.name);
}

/// The one choice whose Chinese name is part of the text or holds it.
const Name* nearest(std::string_view text, std::span<const Name> choices) {
  const Name* found = nullptr;
  for (const Name& choice : choices) {
    const bool near = text.find(choice.zh) != std::string_view::npos ||
                      choice.zh.find(text) != std::string_view::npos;
    if (!near) continue;
    if (found) return nullptr;
    found = &choice;
  }
  return found;
}

CellReading read_choice(const Cell& cell, const json::Field& field) {
  const std::string text = tidy_text(cell.text);
  const auto choices = field.type->names;
  for (const Name& choice : choices)
    if (alike(text, choice))
      return {.value = std::string(choice.name), .tidied = text != cell.text};
  const Name* near = nearest(text, choices);
  auto out = held(not_a_choice, near ? std::optional(std::string(near->zh)) : std::nullopt);
  if (choices.size() > most_choices_told) return out;
  for (const Name& choice : choices) {
    const bool first = &choice == &choices.front();
    out.fault->zh += std::string(first ? "，应为：" : "、") + std::string(choice.zh);
    out.fault->en += std::string(first ? ": " : ", ") + std::string(choice.en);
  }
  return out;
}

CellReading read_quarter(const Cell& cell) {
  const std::string text = as_code(cell.text);
  if (const auto quarter = Quarter::parse(text)) return {.value = quarter->text()};
  const auto last = day_spoken_of({text});
  if (!last || Quarter::of(*last).last() != *last) return held(not_a_quarter);
  if (text.find("季度") == std::string::npos) return held(not_a_quarter, Quarter::of(*last).text());
  return {.value = Quarter::of(*last).text(), .tidied = true};
}

CellReading read_text(const Cell& cell, const json::Field& field) {
  if (cell.kind == CellKind::date && cell.date) return {.value = cell.date->text()};
  if (cell.kind == CellKind::number) {
    const auto digits =
        std::ranges::count_if(cell.text, [](char c) { return c >= '0' && c <= '9'; });
    if (static_cast<std::size_t>(digits) > digits_of_a_sheet) return held(digits_lost);
  }
  std::string text = tidy_text(cell.text);
  if (field.limits.check) {
    std::string code = as_code(text);
    if (!field.limits.check(code)) text = std::move(code);
  }
  const bool tidied = text != cell.text;
  return {.value = std::move(text), .tidied = tidied};
}

CellReading read_by_kind(const Cell& cell, const CellContext& column) {
  switch (column.field.type->kind) {
    case json::Kind::money:
      return read_money(cell, column);
    case json::Kind::integer:
      return read_integer(cell);
    case json::Kind::ppm:
      return read_share(cell, 6);
    case json::Kind::share:
      return read_share(cell, 4);
    case json::Kind::date:
      return read_date(cell, column);
    case json::Kind::boolean:
      return read_boolean(cell);
    case json::Kind::enumeration:
      return read_choice(cell, column.field);
    case json::Kind::quarter:
      return read_quarter(cell);
    case json::Kind::text:
    case json::Kind::instant:
    case json::Kind::object:
    case json::Kind::list:
    case json::Kind::any:
      return read_text(cell, column.field);
  }
  return {};
}

bool formula_error(const Cell& cell) {
  return cell.kind == CellKind::text && cell.text.starts_with('#') &&
         (cell.text.ends_with('!') || cell.text.ends_with('?') || cell.text == "#N/A");
}

}  // namespace

CellReading read_cell(const documents::Cell& cell, const CellContext& column) {
  if (cell.kind == CellKind::unread) return held(formula_unread);
  if (formula_error(cell)) return held(sheet_error);
  const std::string_view text = trim(cell.text);
  const bool empty = cell.kind == CellKind::empty || text.empty() ||
                     (column.field.type->nullable && stands_for_nothing(text));
  if (empty)
    return column.field.type->nullable ? CellReading{.tidied = !text.empty()} : held(cell_empty);
  CellReading out = read_by_kind(cell, column);
  if (out.fault) return out;
  std::vector<FieldError> errors;
  json::check(column.field, out.value, {}, errors);
  if (!errors.empty())
    out.fault =
        CellFault{.code = errors.front().code, .zh = errors.front().zh, .en = errors.front().en};
  return out;
}

std::string shown(const json::Field& field, const json::Scalar& value, Unit unit,
                  Language language) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    switch (field.type->kind) {
      case json::Kind::money:
        return in_unit({*number}, unit).text();
      case json::Kind::ppm:
        return Decimal{*number, 0}.shifted(-4)->text() + "%";
      case json::Kind::share:
        return Decimal{*number, 0}.shifted(-2)->text() + "%";
      case json::Kind::boolean:
        if (language == Language::en) return *number ? "yes" : "no";
        return *number ? "是" : "否";
      default:
        return std::to_string(*number);
    }
  }
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return {};
  for (const Name& choice : field.type->names)
    if (choice.name == *text) return std::string(language == Language::zh ? choice.zh : choice.en);
  return *text;
}

}  // namespace zr::imports
