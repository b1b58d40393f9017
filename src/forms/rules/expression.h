#pragma once
/// A side of a form's rule, or a formula, as a tree: cells, the period before, the ledger, the
/// submission, whole numbers, sums, products, and a quotient only where it is rounded. Made by
/// grammar.h; nothing else reads expressions.
#include <cstdint>
#include <string>
#include <vector>

#include "forms/rules/form_tables.h"

namespace zr::forms {

/// What a name stands for: "balance_end", "prev.balance_end", "meta.submitted_on".
struct Reference {
  enum class Of {
    cell,
    previous,          ///< prev.: the latest submitted version of the period before.
    ledger,            ///< ledger.: what the owner's rows say.
    submission,        ///< meta.: of the version being judged.
    previous_version,  ///< prev_version.: of the version before it.
  };
  Of of = Of::cell;
  std::string id;
  bool operator==(const Reference&) const = default;
};
/// As it is written.
std::string text_of(const Reference& reference);

struct Expression {
  enum class Kind {
    number,
    days,  ///< A number of calendar days: "10 calendar_day".
    name,
    sum,
    difference,
    product,
    quotient,  ///< Only below `rounded`.
    rounded,   ///< Half even.
    empty,     ///< The right side of "is".
    each,      ///< The left side alone: each_amount, each_field except …
  };
  enum class Range { amounts, fields };

  Kind kind = Kind::number;
  std::int64_t number = 0;  ///< number, days
  Reference name = {};
  std::vector<Expression> parts = {};  ///< Two; of `rounded` one.
  Range range = Range::amounts;        ///< each
  std::vector<std::string> except = {};
};

/// Every name below, in the order written, each once.
std::vector<Reference> references_of(const Expression& expression);

/// What kind of value an expression has; `mixed` is a product or a sum of unlike things.
enum class Dimension { plain, amount, count, ratio, date, days, text, mixed };

/// How two sides are compared.
enum class Comparison { equal, not_equal, less, at_most, more, at_least, is, multiple_of };
std::span<const Name> names_of(Comparison);

}  // namespace zr::forms
