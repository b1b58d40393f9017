#pragma once
/// A predicate tree checked against the facts it may ask about, and its evaluation: the one
/// evaluator of conditions in the house. Missing data make an answer unknown, never yes or no.
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/names.h"
#include "base/result.h"
#include "json/describe.h"
#include "rulebook/rules/fact.h"
#include "rulebook/rules/predicate.h"

namespace zr::rulebook {

enum class Truth { no, yes, unknown };

std::span<const Name> names_of(Truth);

/// What one node of the tree answered, and the datum that a comparison looked at.
struct Trace {
  std::string pointer;  ///< JSON pointer of the node in the tree's JSON form.
  Truth truth = Truth::unknown;
  std::string fact = {};    ///< Of a comparison; else empty.
  json::Scalar datum = {};  ///< Empty where it is missing.
  std::vector<Trace> parts = {};
};

inline constexpr Refusal bad_predicate{"bad_predicate", "条件有误，请按提示修改",
                                       "The condition has faults", RefusalKind::bad_input};

class Condition {
 public:
  /// Refused with every fault at its place below `pointer`: a fact that is not described, an
  /// operator or a constant that does not fit its kind, an empty group, a tree that is too large.
  static Result<Condition> of(Predicate predicate, std::span<const Fact> facts,
                              const std::string& pointer = "");

  const Predicate& predicate() const { return predicate_; }
  /// Places in the list of facts that are asked, ascending.
  const std::vector<std::size_t>& facts_asked() const { return facts_asked_; }

  /// `data` stands in the order of the facts given to `of`; a missing datum is the empty scalar.
  Truth judge(std::span<const json::Scalar> data) const;
  /// The same answer with that of every node, none left out.
  Trace trace(std::span<const json::Scalar> data) const;

 private:
  /// A node of the tree with its fact found and its constants in the form of data.
  struct Node {
    Predicate::Kind kind = Predicate::Kind::always;
    Op op = Op::equal;
    std::size_t fact = 0;
    std::vector<json::Scalar> values = {};
    std::vector<Node> parts = {};
  };
  struct Checker;
  struct Evaluation;

  Condition() = default;

  Predicate predicate_;
  Node root_;
  std::vector<std::size_t> facts_asked_;
};

}  // namespace zr::rulebook
