#pragma once
/// One description per struct (ARCHITECTURE, idea 3): a table of fields with labels, limits and
/// privacy, from which reading with all errors at once, writing, schema, store columns and labels
/// follow. A struct takes part by declaring, in its own namespace,
///   const json::Struct& describe(const Offer*);
/// and defining it once, so that nothing is instantiated elsewhere.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/names.h"
#include "base/result.h"
#include "json/value.h"

namespace zr::json {

/// What a field holds; decides widget, unit, format and wire form.
enum class Kind {
  text,
  integer,
  boolean,
  money,
  ppm,
  share,
  date,
  instant,
  quarter,
  enumeration,
  object,
  list,
  any,
};

/// Who may ever see a field.
enum class Privacy {
  open,
  personal,  ///< Recorded and stored as a salted commitment; masked in lists; can be erased.
  secret,    ///< Taken in, never recorded, stored or shown (a password).
};

/// One stored value: what a column, a bound parameter and a row's text line hold.
using Scalar = std::variant<std::monostate, std::int64_t, std::string>;

/// What a value may be. Lengths count code points.
struct Limits {
  std::optional<std::int64_t> min = {};
  std::optional<std::int64_t> max = {};
  std::size_t min_length = 1;
  std::size_t max_length = 200;
  std::size_t max_items = 1000;
  Privacy privacy = Privacy::open;
  /// A further test of a text; answers the ground on which it is refused, or null.
  const Refusal* (*check)(std::string_view) = nullptr;
};

class Struct;

/// The run-time face of a C++ type. One static object per type.
struct Type {
  Kind kind;
  bool nullable = false;
  std::span<const Name> names{};                ///< enumeration
  const Struct& (*object)() = nullptr;          ///< object
  const Type* item = nullptr;                   ///< list
  Scalar (*get)(const void*) = nullptr;         ///< scalar and any: monostate when absent
  bool (*set)(void*, const Scalar&) = nullptr;  ///< false if the value is outside the domain
  std::size_t (*size)(const void*) = nullptr;   ///< list; optional object: 0 or 1
  const void* (*at)(const void*, std::size_t) = nullptr;
  void* (*append)(void*) =
      nullptr;  ///< list: a new last item; object: the object itself, made present
};

template <class T>
const Type& type_of();

/// One field of a struct.
struct Field {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
  Limits limits;
  const Type* type;
  std::size_t offset;
  bool embedded = false;

  template <class C, class M>
  Field(std::string_view field_name, M C::*member, std::string_view label_zh,
        std::string_view label_en, Limits field_limits = {})
      : name(field_name),
        zh(label_zh),
        en(label_en),
        limits(field_limits),
        type(&type_of<M>()),
        offset(offset_of(member)) {}

  const void* of(const void* object) const { return static_cast<const char*>(object) + offset; }
  void* of(void* object) const { return static_cast<char*>(object) + offset; }

  template <class C, class M>
  static std::size_t offset_of(M C::*member) {
    alignas(C) static char place[sizeof(C)];
    const auto* object = reinterpret_cast<const C*>(place);
    return static_cast<std::size_t>(reinterpret_cast<const char*>(&(object->*member)) - place);
  }
};

/// The fields of a struct written once and used inside another, flattened.
template <class C, class M>
Field embed(M C::*member) {
  Field field("", member, "", "");
  field.embedded = true;
  return field;
}

/// The description of one struct. Throws std::logic_error at start-up where it breaks the house's
/// rules: money named other than …_fen, rates …_ppm, shares …_bp, a name used twice.
class Struct {
 public:
  Struct(std::string_view name, std::initializer_list<Field> fields);

  std::string_view name() const { return name_; }
  const std::vector<Field>& fields() const { return fields_; }
  const Field* find(std::string_view field) const;

 private:
  std::string_view name_;
  std::vector<Field> fields_;
};

template <class T>
const Struct& struct_of() {
  return describe(static_cast<const T*>(nullptr));
}

/// A JSON value stored as its text; never computed with (reported columns, definitions held as
/// data).
struct Any {
  Value value;
  bool operator==(const Any&) const = default;
};

/// Fills `object` from a JSON object and appends every fault found, with its pointer.
void read(const Struct& table, const Value& from, void* object, std::vector<FieldError>& errors,
          const std::string& pointer = "");
/// Appends the canonical text: fields in table order, absent ones left out.
void write(const Struct& table, const void* object, std::string& out);
/// One scalar against its field's type and limits; appends the faults.
void check(const Field& field, const Scalar& value, const std::string& pointer,
           std::vector<FieldError>& errors);
/// A typed text (a query parameter, a table's cell) as the JSON value its field expects; a text
/// that does not fit stays a text, so that the check names it. Truth is written true or false.
Value from_text(const Type& type, const std::string& text);
/// The JSON form of a stored scalar (booleans as true/false, the rest as it is).
Value to_value(const Type& type, const Scalar& scalar);
/// The schema of a struct for OpenAPI 3.1, with labels in both languages and the structs it names
/// collected into `components`.
Value schema_of(const Struct& table, Object& components);

/// A described struct from JSON text or value: everything wrong with it at once.
template <class T>
Result<T> read(const Value& from) {
  T object{};
  std::vector<FieldError> errors;
  read(struct_of<T>(), from, &object, errors);
  if (!errors.empty()) return Problem(bad_input, std::move(errors));
  return object;
}
template <class T>
Result<T> read_text(std::string_view text, const ParseLimits& limits = {}) {
  auto value = parse(text, limits);
  if (!value) return value.problem();
  return read<T>(*value);
}
template <class T>
std::string write(const T& object) {
  std::string out;
  write(struct_of<T>(), &object, out);
  return out;
}

}  // namespace zr::json

#include "json/types.h"  // IWYU pragma: export
