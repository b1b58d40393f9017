#include "documents/xlsx_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "documents/date_serial.h"
#include "documents/refusals.h"

namespace zr::documents {

namespace {

template <class Number>
std::optional<Number> whole(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Digits that a double holds exactly and writes back as they stand.
bool plain_integer(std::string_view text) {
  constexpr std::size_t exact_digits = 15;
  return !text.empty() && text.size() <= exact_digits && (text[0] != '0' || text.size() == 1) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Merged> merged_range(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto first = reference(text.substr(0, colon));
  const auto last = reference(text.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return Merged{.first_row = first->row,
                .last_row = last->row,
                .first_column = first->column - 1,
                .last_column = last->column - 1};
}

}  // namespace

std::optional<Reference> reference(std::string_view text) {
  constexpr std::size_t letters_allowed = 4;
  std::size_t letters = 0;
  int column = 0;
  while (letters < text.size() && letters < letters_allowed && text[letters] >= 'A' &&
         text[letters] <= 'Z')
    column = column * 26 + (text[letters++] - 'A' + 1);
  const auto row = whole<int>(text.substr(letters));
  if (letters == 0 || !row || *row < 1) return std::nullopt;
  return Reference{.column = column, .row = *row};
}

std::optional<std::string> shortest_decimal(std::string_view text) {
  constexpr std::size_t longest = 40;  // a double is written in 24 characters
  constexpr double largest = 1e21;     // beyond, and below the smallest, lie no amounts but
  constexpr double smallest = 1e-15;   // hundreds of digits
  if (plain_integer(text)) return std::string(text);
  if (text.size() > longest) return std::nullopt;
  const auto value = whole<double>(text);
  if (!value || !(std::fabs(*value) < largest)) return std::nullopt;
  if (*value == 0) return "0";
  if (std::fabs(*value) < smallest) return std::nullopt;
  std::array<char, 64> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), *value, std::chars_format::fixed);
  if (error != std::errc{}) return std::nullopt;
  return std::string(digits.data(), end);
}

SheetReader::SheetReader(const BookContext& book, const RowSink& sink, const Limits& limits,
                         Budget& budget)
    : book_(book), sink_(sink), limits_(limits), budget_(budget) {}

Problem SheetReader::in_row(const Refusal& ground) const {
  return documents::in_row(ground, number_);
}

void SheetReader::open(std::string_view element, const Attributes& attributes) {
  if (in_cell_) {
    open_in_cell(element);
  } else if (in_row_) {
    if (element == "c") open_cell(attributes);
  } else if (in_data_) {
    if (element == "row") open_row(attributes);
  } else if (element == "sheetData") {
    in_data_ = true;
  } else if (element == "mergeCell" &&
             merged_.size() < static_cast<std::size_t>(limits_.merged_kept)) {
    if (const auto range = merged_range(attributes["ref"])) merged_.push_back(*range);
  }
}

void SheetReader::open_row(const Attributes& attributes) {
  const auto text = attributes["r"];
  const auto number = text.empty() ? std::optional(number_ + 1) : whole<int>(text);
  if (!number || *number <= number_) return refuse_row(damaged_file);
  number_ = *number;
  if (number_ > limits_.rows) return refuse_row(too_many_rows);
  in_row_ = true;
  column_ = 0;
  cells_.clear();
  own_.clear();
  own_text_.clear();
}

void SheetReader::open_cell(const Attributes& attributes) {
  const auto place = attributes["r"];
  const auto at = reference(place);
  if (!place.empty() && !at) return refuse_row(damaged_file);
  column_ = at ? at->column : column_ + 1;
  if (column_ > limits_.columns) return refuse_row(too_many_columns);
  style_ = whole<std::uint64_t>(attributes["s"]).value_or(0);
  const auto type = attributes["t"];
  type_ = type == "s"           ? Type::shared
          : type == "inlineStr" ? Type::inline_text
          : type == "str"       ? Type::formula_text
          : type == "b"         ? Type::boolean
          : type == "e"         ? Type::error
          : type == "d"         ? Type::iso_date
                                : Type::number;
  formula_ = false;
  in_cell_ = true;
  value_.clear();
}

void SheetReader::open_in_cell(std::string_view element) {
  if (element == "v") {
    capturing_ = true;
  } else if (element == "t") {
    capturing_ = in_inline_ && !phonetic_;
  } else if (element == "is") {
    in_inline_ = true;
  } else if (element == "rPh") {
    phonetic_ = true;
  } else if (element == "f") {
    formula_ = true;
  }
}

void SheetReader::text(std::string_view piece) {
  if (!capturing_) return;
  value_.append(piece);
  if (value_.size() > limits_.cell_bytes) refuse_row(text_too_long);
}

void SheetReader::close(std::string_view element) {
  if (in_cell_) {
    if (element == "c") close_cell();
    if (element == "v" || element == "t") capturing_ = false;
    if (element == "is") in_inline_ = false;
    if (element == "rPh") phonetic_ = false;
  } else if (in_row_) {
    if (element == "row") close_row();
  } else if (element == "sheetData") {
    in_data_ = false;
  }
}

void SheetReader::close_cell() {
  in_cell_ = false;
  const std::string_view value = value_;
  if (value.empty()) {
    if (formula_ && type_ != Type::formula_text)
      put({.kind = CellKind::unread, .text = {}, .date = {}});
    return;
  }
  switch (type_) {
    case Type::shared:
      if (const auto text = shared_text(); text && !text->empty())
        put({.kind = CellKind::text, .text = *text, .date = {}});
      return;
    case Type::inline_text:
    case Type::formula_text:
      unescape(value_);
      return put_own({.kind = CellKind::text, .text = {}, .date = {}}, value_);
    case Type::error:
      return put_own({.kind = CellKind::text, .text = {}, .date = {}}, value);
    case Type::boolean:
      return put({.kind = CellKind::text, .text = value == "0" ? "FALSE" : "TRUE", .date = {}});
    case Type::iso_date: {
      const auto day = Date::parse(value.substr(0, 10));
      return put_own({.kind = day ? CellKind::date : CellKind::text, .text = {}, .date = day},
                     value);
    }
    case Type::number: {
      const Cell cell = number_cell();
      return put_own(cell, value_);
    }
  }
}

/// Leaves the number's text in value_; what is no number stays the text it is.
Cell SheetReader::number_cell() {
  auto decimal = shortest_decimal(trim(value_));
  if (!decimal) return {.kind = CellKind::text, .text = {}, .date = {}};
  value_ = std::move(*decimal);
  if (!book_.styles.shows_date(style_)) return {.kind = CellKind::number, .text = {}, .date = {}};
  return {.kind = CellKind::date, .text = {}, .date = date_of_serial(value_, book_.date_system)};
}

std::optional<std::string_view> SheetReader::shared_text() {
  const auto index = whole<std::uint64_t>(value_);
  const auto text = index ? book_.strings.at(*index) : std::nullopt;
  if (!text) {
    refuse_row(damaged_file);
    return std::nullopt;
  }
  if (text->size() > budget_.unpacked_bytes) {
    refuse_row(unpacked_too_large);
    return std::nullopt;
  }
  budget_.unpacked_bytes -= text->size();
  return text;
}

void SheetReader::put(Cell cell) {
  if (column_ > limits_.used_columns) return refuse_row(too_many_columns);
  const auto at = static_cast<std::size_t>(column_ - 1);
  if (cells_.size() <= at) {
    cells_.resize(at + 1);
    own_.resize(at + 1);
  }
  cells_[at] = cell;
  own_[at] = {};
}

void SheetReader::put_own(Cell cell, std::string_view text) {
  if (own_text_.size() + text.size() > limits_.row_bytes) return refuse_row(text_too_long);
  put(cell);
  if (ended()) return;
  own_[static_cast<std::size_t>(column_ - 1)] = {
      .offset = own_text_.size(), .size = text.size(), .used = true};
  own_text_.append(text);
}

void SheetReader::close_row() {
  in_row_ = false;
  if (cells_.empty()) return;
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (own_[i].used)
      cells_[i].text = std::string_view(own_text_).substr(own_[i].offset, own_[i].size);
  ++rows_;
  if (sink_({.number = number_, .cells = cells_}) == Continue::no) enough();
}

}  // namespace zr::documents
