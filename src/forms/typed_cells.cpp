#include "forms/typed_cells.h"

#include <fmt/format.h>

#include "base/text.h"
#include "forms/freezing.h"
#include "forms/grounds.h"

namespace zr::forms {

namespace {

constexpr std::size_t text_limit = 2000;
constexpr std::size_t reason_limit = 500;

struct Fault {
  std::string zh;
  std::string en;
};

std::optional<Fault> number_fault(const Form& form, const FormCell& cell,
                                  const json::Value& value) {
  const auto* number = value.integer();
  if (!number) return Fault{"应为整数（金额以分为单位）", "must be a whole number, money in fen"};
  if (*number > money_limit.fen || *number < -money_limit.fen)
    return Fault{"数值过大", "is too large"};
  if (*number < 0 && !form.may_be_negative(cell.id))
    return Fault{"不得小于 0", "must not be below 0"};
  return std::nullopt;
}

bool is_choice(const FormCell& cell, std::string_view value) {
  std::string_view rest = cell.choices ? std::string_view(*cell.choices) : std::string_view();
  while (!rest.empty()) {
    const auto end = rest.find('|');
    if (rest.substr(0, end) == value) return true;
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return false;
}

bool plain_text(std::string_view text, std::size_t limit) {
  if (!valid_utf8(text) || trim(text).empty() || length(text) > limit) return false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) return false;
  }
  return true;
}

std::optional<Fault> text_fault(const FormCell& cell, const json::Value& value) {
  const auto* text = value.text();
  if (!text) return Fault{"应为文字", "must be a text"};
  switch (kind_of(cell)) {
    case CellKind::date:
      if (Date::parse(*text)) return std::nullopt;
      return Fault{"应为日期（2026-09-30）", "must be a date (2026-09-30)"};
    case CellKind::choice:
      if (is_choice(cell, *text)) return std::nullopt;
      return Fault{"不在可选范围内", "is not one of the choices"};
    case CellKind::file:
      if (text->size() == 64 && unhex(*text)) return std::nullopt;
      return Fault{"应为已上传文件的摘要", "must be the digest of an uploaded file"};
    case CellKind::text:
    case CellKind::amount:
    case CellKind::count:
    case CellKind::ratio:
      break;
  }
  if (plain_text(*text, text_limit)) return std::nullopt;
  return Fault{fmt::format("应为 1 至 {} 个字", text_limit),
               fmt::format("must have 1 to {} characters", text_limit)};
}

std::optional<Fault> fault_of(const Form& form, const FormCell& cell, const json::Value& value) {
  switch (kind_of(cell)) {
    case CellKind::amount:
    case CellKind::count:
    case CellKind::ratio:
      return number_fault(form, cell, value);
    case CellKind::date:
    case CellKind::choice:
    case CellKind::text:
    case CellKind::file:
      return text_fault(cell, value);
  }
  return std::nullopt;
}

FieldError error_of(std::string pointer, const Refusal& ground) {
  return {std::move(pointer), std::string(ground.code), std::string(ground.zh),
          std::string(ground.en)};
}

const json::Object* members_of(const json::Value& changes, const std::string& pointer,
                               std::vector<FieldError>& errors) {
  const json::Object* members = changes.object();
  if (!members) errors.push_back({pointer, "type", "应为对象", "Expected an object"});
  return members;
}

}  // namespace

Cells edited(const CellEdits& with, Cells typed, const json::Value& changes,
             const std::string& pointer, std::vector<FieldError>& errors) {
  const json::Object* members = members_of(changes, pointer, errors);
  if (!members) return typed;
  for (const auto& [id, value] : *members) {
    const std::string at = pointer + "/" + id;
    const FormCell* cell = with.form.cell(id);
    if (!cell) {
      errors.push_back(error_of(at, no_such_cell));
    } else if (value.is_null()) {
      typed.erase(id);
    } else if (!enterable(*cell, with.source, with.also)) {
      errors.push_back(error_of(at, not_entered));
    } else if (const auto fault = fault_of(with.form, *cell, value)) {
      errors.push_back({at, std::string(wrong_value.code), cell->title_zh + fault->zh,
                        cell->title_en + " " + fault->en});
    } else {
      typed.insert_or_assign(
          id, value.integer() ? json::Scalar(*value.integer()) : json::Scalar(*value.text()));
    }
  }
  return typed;
}

json::Value edited_texts(const Form& form, const NamedTexts& kind, json::Value texts,
                         const json::Value& changes, const std::string& pointer,
                         std::vector<FieldError>& errors) {
  const json::Object* members = members_of(changes, pointer, errors);
  if (!members) return texts;
  for (const auto& member : *members) {
    const std::string& id = member.first;
    const json::Value& value = member.second;
    const std::string at = pointer + "/" + id;
    if (!kind.known(form, id)) {
      errors.push_back(error_of(at, kind.unknown));
    } else if (value.is_null()) {
      std::erase_if(*texts.object(), [&](const auto& text) { return text.first == id; });
    } else if (!value.text() || !plain_text(*value.text(), reason_limit)) {
      errors.push_back({at, "too_long", fmt::format("应为 1 至 {} 个字", reason_limit),
                        fmt::format("1 to {} characters", reason_limit)});
    } else {
      texts.set(id, *value.text());
    }
  }
  return texts;
}

const NamedTexts& reasons_of_rules() {
  static const NamedTexts kind{
      .known = [](const Form& form, std::string_view id) { return form.rule(id) != nullptr; },
      .unknown = no_such_rule};
  return kind;
}

const NamedTexts& remarks_of_cells() {
  static const NamedTexts kind{
      .known = [](const Form& form, std::string_view id) { return form.cell(id) != nullptr; },
      .unknown = no_such_cell};
  return kind;
}

}  // namespace zr::forms
