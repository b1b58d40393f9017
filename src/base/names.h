#pragma once
/// One table per enumeration: value, stable name, 中文, English. The wire, the store and the labels
/// read this table; nothing else spells the names.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace zr {

/// One row of an enumeration's table.
struct Name {
  std::int64_t value;
  std::string_view name;  ///< snake_case; in the API and the store
  std::string_view zh;
  std::string_view en;
};

/// A row from an enumerator.
template <class E>
constexpr Name named(E value, std::string_view name, std::string_view zh, std::string_view en) {
  return {static_cast<std::int64_t>(value), name, zh, en};
}

/// An enumeration takes part by defining, in its own namespace, `std::span<const Name>
/// names_of(E)`.
template <class E>
concept Named = requires(E e) {
  { names_of(e) } -> std::convertible_to<std::span<const Name>>;
};

template <Named E>
std::string_view name_of(E value) {
  for (const Name& row : names_of(value))
    if (row.value == static_cast<std::int64_t>(value)) return row.name;
  return {};
}

template <Named E>
std::optional<E> value_named(std::string_view name) {
  for (const Name& row : names_of(E{}))
    if (row.name == name) return static_cast<E>(row.value);
  return std::nullopt;
}

}  // namespace zr
