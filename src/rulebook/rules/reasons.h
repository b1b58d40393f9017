#pragma once
/// Why a condition answered as it did: what each of its comparisons asked and what it found, in
/// words, in the order in which the condition is written.
#include <optional>
#include <span>
#include <vector>

#include "rulebook/rules/condition.h"
#include "rulebook/rules/predicate_text.h"

namespace zr::rulebook {

struct Reason {
  Truth truth = Truth::unknown;        ///< Of the comparison by itself, whatever stands around it.
  Sentence asked;                      ///< "贷款余额大于 0.00 元"
  std::optional<Sentence> found = {};  ///< "3 万元"; empty where the datum is missing.
};

/// `facts` are those the condition was checked against, `data` stand in their order.
std::vector<Reason> reasons(const Condition& condition, std::span<const Fact> facts,
                            std::span<const json::Scalar> data);

}  // namespace zr::rulebook
