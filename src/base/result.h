#pragma once
/// Expected refusals as values: a Refusal is declared once as a constant with a stable code and a
/// sentence a clerk can act on; a Problem is one occurrence of it, with the fields concerned.
/// Exceptions are only for broken infrastructure; assert only for our own mistakes.
#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace zr {

/// The reader's language. Chinese is the default everywhere.
enum class Language { zh, en };

/// What a refusal means to the caller; the HTTP edge maps it to a status and the command line to an
/// exit code.
enum class RefusalKind {
  bad_input,      ///< 400, exit 2
  not_signed_in,  ///< 401
  no_right,       ///< 403
  unknown,        ///< 404: unknown or not yours, alike
  running,        ///< 409
  stale,          ///< 412
  no_version,     ///< 428
  too_large,      ///< 413
  rule,           ///< 422, exit 1: refused by state or rule
  too_many,       ///< 429
  unavailable,    ///< 503, exit 3
  full,           ///< 507, exit 3
};

/// A ground on which something is refused. Declared as a constant; compared by code.
struct Refusal {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
  RefusalKind kind = RefusalKind::rule;
};

/// One fault of one field. `pointer` is a JSON pointer ("/rights/1/number"), "" for the whole.
struct FieldError {
  std::string pointer;
  std::string code;
  std::string zh;
  std::string en;
  bool operator==(const FieldError&) const = default;
};

/// One occurrence of a refusal: the ground, what is particular to this case, and every field at
/// fault.
struct Problem {
  Refusal refusal;
  std::string detail_zh;
  std::string detail_en;
  std::vector<FieldError> errors;

  Problem(const Refusal& ground) : refusal(ground) {}
  Problem(const Refusal& ground, std::vector<FieldError> faults)
      : refusal(ground), errors(std::move(faults)) {}
  /// The refusal placed on one field.
  static Problem at(std::string pointer, const Refusal& ground) {
    return {ground,
            {{std::move(pointer), std::string(ground.code), std::string(ground.zh),
              std::string(ground.en)}}};
  }
};

/// The value of an operation that answers nothing.
struct Done {
  bool operator==(const Done&) const = default;
};

/// Either a value or a Problem. Test with `if (!result) return result.problem();`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, std::move(problem)) {}
  Result(const Refusal& ground) : state_(std::in_place_index<1>, ground) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  /// A copy: a reference into a temporary would dangle, as in `for (x : *parse(text)->list())`.
  T operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() & { return &std::get<0>(state_); }
  const T* operator->() const& { return &std::get<0>(state_); }
  T* operator->() && = delete;
  const Problem& problem() const& { return std::get<1>(state_); }
  Problem problem() && { return std::get<1>(std::move(state_)); }

  /// Refused on this ground?
  friend bool operator==(const Result& result, const Refusal& ground) {
    return !result && result.problem().refusal.code == ground.code;
  }
  friend bool operator==(const Result& result,
                         const T& value) requires std::equality_comparable<T> {
    return result && *result == value;
  }

 private:
  std::variant<T, Problem> state_;
};

/// Field of the request did not fit its description; the errors say which and why.
inline constexpr Refusal bad_input{"bad_input", "填写内容有误，请按提示修改",
                                   "Some fields need correcting", RefusalKind::bad_input};
/// Unknown, or not visible to the caller: deliberately one answer.
inline constexpr Refusal not_found{"not_found", "没有找到，或您无权查看",
                                   "Not found, or not yours to see", RefusalKind::unknown};

}  // namespace zr
