#pragma once
/// A condition as a sentence for people, in both languages, with the labels of its facts and
/// values. The tree is what counts: nothing ever reads a sentence back.
#include <span>
#include <string>

#include "rulebook/rules/fact.h"
#include "rulebook/rules/predicate.h"

namespace zr::rulebook {

struct Sentence {
  std::string zh;
  std::string en;
  bool operator==(const Sentence&) const = default;
};

/// A fact that is not described is called by its name, so that a faulty tree can be shown too.
Sentence sentence(const Predicate& predicate, std::span<const Fact> facts);

}  // namespace zr::rulebook
