#include "rulebook/rules/condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace zr::rulebook {

namespace {

constexpr std::array truths{
    named(Truth::no, "no", "不满足", "No"),
    named(Truth::yes, "yes", "满足", "Yes"),
    named(Truth::unknown, "unknown", "缺数据", "Data missing"),
};

/// The pointer of a node's i-th part, as its JSON form has it.
std::string part_pointer(const std::string& pointer, Predicate::Kind kind, std::size_t i) {
  if (kind == Predicate::Kind::negation) return pointer + "/not";
  return fmt::format("{}/{}/{}", pointer, kind == Predicate::Kind::all ? "all" : "any", i);
}

Truth truth_of(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

Truth opposite(Truth truth) {
  switch (truth) {
    case Truth::no:
      return Truth::yes;
    case Truth::yes:
      return Truth::no;
    case Truth::unknown:
      break;
  }
  return Truth::unknown;
}

}  // namespace

std::span<const Name> names_of(Truth) {
  return truths;
}

/// Walks the tree once, collects every fault and builds the checked nodes.
struct Condition::Checker {
  std::span<const Fact> facts;
  std::vector<FieldError> errors = {};
  std::vector<std::size_t> asked = {};
  std::size_t nodes = 0;

  void fault(std::string pointer, std::string_view code, std::string zh, std::string en) {
    errors.push_back({std::move(pointer), std::string(code), std::move(zh), std::move(en)});
  }

  Node comparison(const Comparison& from, const std::string& pointer) {
    Node node{.kind = Predicate::Kind::comparison, .op = from.op};
    const auto fact = std::find_if(facts.begin(), facts.end(),
                                   [&](const Fact& each) { return each.name == from.fact; });
    if (fact == facts.end()) {
      fault(pointer + "/fact", "unknown_fact", fmt::format("没有“{}”这个数据项", from.fact),
            fmt::format("There is no fact {}", from.fact));
      return node;
    }
    node.fact = static_cast<std::size_t>(fact - facts.begin());
    asked.push_back(node.fact);
    if (!op_fits(from.op, fact->kind))
      fault(pointer + "/op", "wrong_operator",
            fmt::format("“{}”不能用“{}”比较", fact->zh, name_of(from.op)),
            fmt::format("{} cannot be compared by {}", fact->en, name_of(from.op)));
    values(node, from, *fact, pointer + "/value");
    return node;
  }

  void values(Node& node, const Comparison& from, const Fact& fact, const std::string& pointer) {
    const bool list = from.op == Op::in;
    if (from.values.empty() || from.values.size() > (list ? predicate_value_limit : 1)) {
      fault(pointer, "wrong_count",
            fmt::format("应有 1 至 {} 个值", list ? predicate_value_limit : 1),
            fmt::format("1 to {} values are needed", list ? predicate_value_limit : 1));
      return;
    }
    for (std::size_t i = 0; i < from.values.size(); ++i) {
      auto value = scalar_of(from.values[i], fact);
      if (value)
        node.values.push_back(*std::move(value));
      else
        fault(list ? fmt::format("{}/{}", pointer, i) : pointer, "wrong_value",
              fmt::format("不是“{}”可有的值", fact.zh),
              fmt::format("{} has no such value", fact.en));
    }
  }

  Node group(const Predicate& from, const std::string& pointer, std::size_t depth) {
    Node node{.kind = from.kind};
    const bool single = from.kind == Predicate::Kind::negation;
    if (from.parts.empty() || (single && from.parts.size() > 1))
      fault(pointer, "wrong_count", single ? "“非”之下应恰有一个条件" : "至少应有一个条件",
            single ? "Exactly one condition is needed" : "At least one condition is needed");
    for (std::size_t i = 0; i < from.parts.size() && nodes <= predicate_node_limit; ++i)
      node.parts.push_back(walk(from.parts[i], part_pointer(pointer, from.kind, i), depth + 1));
    return node;
  }

  Node walk(const Predicate& from, const std::string& pointer, std::size_t depth) {
    ++nodes;
    if (depth > predicate_depth_limit || nodes > predicate_node_limit) {
      fault(pointer, "too_large",
            fmt::format("条件超过 {} 层或 {} 个节点", predicate_depth_limit, predicate_node_limit),
            fmt::format("The condition exceeds {} levels or {} nodes", predicate_depth_limit,
                        predicate_node_limit));
      return {};
    }
    switch (from.kind) {
      case Predicate::Kind::always:
      case Predicate::Kind::never:
        return {.kind = from.kind};
      case Predicate::Kind::comparison:
        return comparison(from.comparison, pointer);
      case Predicate::Kind::all:
      case Predicate::Kind::any:
      case Predicate::Kind::negation:
        return group(from, pointer, depth);
    }
    return {};
  }
};

Result<Condition> Condition::of(Predicate predicate, std::span<const Fact> facts,
                                const std::string& pointer) {
  Checker checker{.facts = facts};
  Condition condition;
  condition.root_ = checker.walk(predicate, pointer, 1);
  if (!checker.errors.empty()) return Problem{bad_predicate, std::move(checker.errors)};
  std::sort(checker.asked.begin(), checker.asked.end());
  checker.asked.erase(std::unique(checker.asked.begin(), checker.asked.end()), checker.asked.end());
  condition.facts_asked_ = std::move(checker.asked);
  condition.predicate_ = std::move(predicate);
  return condition;
}

/// One evaluation over one subject's data.
struct Condition::Evaluation {
  std::span<const json::Scalar> data;

  Truth compare(const Node& node) const {
    const json::Scalar& datum = data[node.fact];
    if (datum.index() == 0) return Truth::unknown;
    const json::Scalar& value = node.values.front();
    assert(datum.index() == value.index());  // the row's own description says so
    switch (node.op) {
      case Op::equal:
        return truth_of(datum == value);
      case Op::not_equal:
        return truth_of(datum != value);
      case Op::less:
        return truth_of(datum < value);
      case Op::at_most:
        return truth_of(datum <= value);
      case Op::more:
        return truth_of(datum > value);
      case Op::at_least:
        return truth_of(datum >= value);
      case Op::in:
        return truth_of(std::find(node.values.begin(), node.values.end(), datum) !=
                        node.values.end());
    }
    return Truth::unknown;
  }

  /// Kleene's logic: one part decides with `deciding`, else one unknown part leaves it open.
  Truth group(const Node& node, Truth deciding) const {
    Truth answer = opposite(deciding);
    for (const Node& part : node.parts) {
      const Truth truth = judge(part);
      if (truth == deciding) return deciding;
      if (truth == Truth::unknown) answer = Truth::unknown;
    }
    return answer;
  }

  Truth judge(const Node& node) const {
    switch (node.kind) {
      case Predicate::Kind::always:
        return Truth::yes;
      case Predicate::Kind::never:
        return Truth::no;
      case Predicate::Kind::comparison:
        return compare(node);
      case Predicate::Kind::all:
        return group(node, Truth::no);
      case Predicate::Kind::any:
        return group(node, Truth::yes);
      case Predicate::Kind::negation:
        return opposite(judge(node.parts.front()));
    }
    return Truth::unknown;
  }

  Trace trace(const Node& node, const Predicate& predicate, std::string pointer) const {
    Trace out{.pointer = std::move(pointer), .truth = judge(node)};
    if (node.kind == Predicate::Kind::comparison) {
      out.fact = predicate.comparison.fact;
      out.datum = data[node.fact];
    }
    for (std::size_t i = 0; i < node.parts.size(); ++i)
      out.parts.push_back(
          trace(node.parts[i], predicate.parts[i], part_pointer(out.pointer, node.kind, i)));
    return out;
  }
};

Truth Condition::judge(std::span<const json::Scalar> data) const {
  return Evaluation{data}.judge(root_);
}

Trace Condition::trace(std::span<const json::Scalar> data) const {
  return Evaluation{data}.trace(root_, predicate_, "");
}

}  // namespace zr::rulebook
