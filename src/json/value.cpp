#include "json/value.h"

#include <fmt/format.h>

#include <iterator>

namespace zr::json {

const Value* Value::find(std::string_view key) const {
  const Object* members = object();
  if (!members) return nullptr;
  for (const auto& [name, value] : *members)
    if (name == key) return &value;
  return nullptr;
}

Value& Value::set(std::string_view key, Value value) {
  if (is_null()) held_ = Object{};
  for (auto& [name, old] : *object())
    if (name == key) return old = std::move(value);
  return object()->emplace_back(key, std::move(value)).second;
}

void write_text(std::string_view text, std::string& out) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void write(const Value& value, std::string& out) {
  if (const bool* truth = value.truth()) {
    out += *truth ? "true" : "false";
  } else if (const auto* number = value.integer()) {
    fmt::format_to(std::back_inserter(out), "{}", *number);
  } else if (const auto* text = value.text()) {
    write_text(*text, out);
  } else if (const auto* odd = value.odd_number()) {
    out += odd->text;
  } else if (const List* list = value.list()) {
    out += '[';
    for (const Value& item : *list) {
      if (&item != &list->front()) out += ',';
      write(item, out);
    }
    out += ']';
  } else if (const Object* object = value.object()) {
    out += '{';
    bool first = true;
    for (const auto& [key, member] : *object) {
      if (!first) out += ',';
      first = false;
      write_text(key, out);
      out += ':';
      write(member, out);
    }
    out += '}';
  } else {
    out += "null";
  }
}

std::string write(const Value& value) {
  std::string out;
  write(value, out);
  return out;
}

}  // namespace zr::json
