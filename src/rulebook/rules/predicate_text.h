#pragma once
/// A condition as a sentence for people, in both languages, with the labels of its facts and
/// values. The tree is what counts: nothing ever reads a sentence back.
#include <optional>
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

/// A datum of this fact as a sentence would name it; empty where it is missing.
std::optional<Sentence> datum_text(const json::Scalar& datum, const Fact& fact);

}  // namespace zr::rulebook
