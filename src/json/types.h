#pragma once
/// type_of for every C++ type that may stand in a described struct. Included by json/describe.h.
#include <utility>

#include "json/describe.h"

namespace zr::json {

/// How a scalar type is stored. `get` is total; `set` refuses what lies outside the domain.
template <class T>
struct ScalarForm;

template <>
struct ScalarForm<std::string> {
  static constexpr Kind kind = Kind::text;
  static Scalar get(const std::string& v) { return v; }
  static bool set(std::string& v, const Scalar& s) {
    const auto* text = std::get_if<std::string>(&s);
    if (text) v = *text;
    return text != nullptr;
  }
};

/// The one integer behind a value, and back.
constexpr std::int64_t number_of(std::int64_t v) {
  return v;
}
constexpr std::int64_t number_of(bool v) {
  return v ? 1 : 0;
}
constexpr std::int64_t number_of(Money v) {
  return v.fen;
}
template <class Meaning>
constexpr std::int64_t number_of(Amount<Meaning> v) {
  return v.money.fen;
}
constexpr std::int64_t number_of(Ppm v) {
  return v.value;
}
constexpr std::int64_t number_of(Share v) {
  return v.bp;
}
constexpr void assign(std::int64_t& v, std::int64_t n) {
  v = n;
}
constexpr void assign(bool& v, std::int64_t n) {
  v = n != 0;
}
constexpr void assign(Money& v, std::int64_t n) {
  v.fen = n;
}
template <class Meaning>
constexpr void assign(Amount<Meaning>& v, std::int64_t n) {
  v.money.fen = n;
}
constexpr void assign(Ppm& v, std::int64_t n) {
  v.value = n;
}
constexpr void assign(Share& v, std::int64_t n) {
  v.bp = n;
}

/// A type that is one integer.
template <class T, Kind K>
struct IntegerForm {
  static constexpr Kind kind = K;
  static Scalar get(const T& v) { return number_of(v); }
  static bool set(T& v, const Scalar& s) {
    const auto* number = std::get_if<std::int64_t>(&s);
    if (number) assign(v, *number);
    return number != nullptr;
  }
};
template <>
struct ScalarForm<std::int64_t> : IntegerForm<std::int64_t, Kind::integer> {};
template <>
struct ScalarForm<bool> : IntegerForm<bool, Kind::boolean> {};
template <>
struct ScalarForm<Money> : IntegerForm<Money, Kind::money> {};
template <class Meaning>
struct ScalarForm<Amount<Meaning>> : IntegerForm<Amount<Meaning>, Kind::money> {};
template <>
struct ScalarForm<Ppm> : IntegerForm<Ppm, Kind::ppm> {};
template <>
struct ScalarForm<Share> : IntegerForm<Share, Kind::share> {};

/// A type with one text form: T::parse and text().
template <class T, Kind K>
struct ParsedForm {
  static constexpr Kind kind = K;
  static Scalar get(const T& v) { return v.text(); }
  static bool set(T& v, const Scalar& s) {
    const auto* text = std::get_if<std::string>(&s);
    const auto parsed = text ? T::parse(*text) : std::nullopt;
    if (parsed) v = *parsed;
    return parsed.has_value();
  }
};
template <>
struct ScalarForm<Date> : ParsedForm<Date, Kind::date> {};
template <>
struct ScalarForm<Instant> : ParsedForm<Instant, Kind::instant> {};
template <>
struct ScalarForm<Quarter> : ParsedForm<Quarter, Kind::quarter> {};

template <Named E>
struct ScalarForm<E> {
  static constexpr Kind kind = Kind::enumeration;
  static Scalar get(const E& v) { return std::string(name_of(v)); }
  static bool set(E& v, const Scalar& s) {
    const auto* text = std::get_if<std::string>(&s);
    const auto named = text ? value_named<E>(*text) : std::nullopt;
    if (named) v = *named;
    return named.has_value();
  }
};

template <>
struct ScalarForm<Any> {
  static constexpr Kind kind = Kind::any;
  static Scalar get(const Any& v) { return write(v.value); }
  static bool set(Any& v, const Scalar& s) {
    const auto* text = std::get_if<std::string>(&s);
    auto parsed =
        text ? parse(*text, {.bytes = 16 << 20, .keys = 1 << 20}) : Result<Value>(malformed_json);
    if (parsed) v.value = std::move(*parsed);
    return static_cast<bool>(parsed);
  }
};

template <class T>
concept Scalarlike = requires(T& v, const Scalar& s) {
  { ScalarForm<T>::get(v) } -> std::same_as<Scalar>;
  { ScalarForm<T>::set(v, s) } -> std::same_as<bool>;
};

template <class T>
struct TypeMaker;

template <Scalarlike T>
struct TypeMaker<T> {
  static Type make() {
    Type type{.kind = ScalarForm<T>::kind};
    type.get = [](const void* at) { return ScalarForm<T>::get(*static_cast<const T*>(at)); };
    type.set = [](void* at, const Scalar& s) {
      return ScalarForm<T>::set(*static_cast<T*>(at), s);
    };
    if constexpr (Named<T>) type.names = names_of(T{});
    return type;
  }
};

template <Scalarlike T>
struct TypeMaker<std::optional<T>> {
  static Type make() {
    Type type = type_of<T>();
    type.nullable = true;
    type.get = [](const void* at) {
      const auto& value = *static_cast<const std::optional<T>*>(at);
      return value ? ScalarForm<T>::get(*value) : Scalar{};
    };
    type.set = [](void* at, const Scalar& s) {
      auto& value = *static_cast<std::optional<T>*>(at);
      if (s.index() == 0) {
        value.reset();
        return true;
      }
      T inner{};
      if (!ScalarForm<T>::set(inner, s)) return false;
      value = std::move(inner);
      return true;
    };
    return type;
  }
};

template <class T>
concept Described = requires(const T* t) {
  { describe(t) } -> std::same_as<const Struct&>;
};

template <Described T>
struct TypeMaker<T> {
  static Type make() {
    Type type{.kind = Kind::object};
    type.object = []() -> const Struct& { return struct_of<T>(); };
    type.size = [](const void*) { return std::size_t{1}; };
    type.at = [](const void* at, std::size_t) { return at; };
    type.append = [](void* at) { return at; };
    return type;
  }
};

template <Described T>
struct TypeMaker<std::optional<T>> {
  static Type make() {
    Type type = type_of<T>();
    type.nullable = true;
    type.size = [](const void* at) {
      return std::size_t{static_cast<const std::optional<T>*>(at)->has_value()};
    };
    type.at = [](const void* at, std::size_t) -> const void* {
      return &**static_cast<const std::optional<T>*>(at);
    };
    type.append = [](void* at) -> void* { return &static_cast<std::optional<T>*>(at)->emplace(); };
    return type;
  }
};

template <class T>
struct TypeMaker<std::vector<T>> {
  static Type make() {
    Type type{.kind = Kind::list};
    type.item = &type_of<T>();
    type.size = [](const void* at) { return static_cast<const std::vector<T>*>(at)->size(); };
    type.at = [](const void* at, std::size_t i) -> const void* {
      return &(*static_cast<const std::vector<T>*>(at))[i];
    };
    type.append = [](void* at) -> void* {
      return &static_cast<std::vector<T>*>(at)->emplace_back();
    };
    return type;
  }
};

template <class T>
const Type& type_of() {
  static const Type type = TypeMaker<T>::make();
  return type;
}

}  // namespace zr::json
