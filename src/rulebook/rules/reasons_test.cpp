#include "rulebook/rules/reasons.h"

#include <doctest/doctest.h>

#include "rulebook/rules/condition_fixture.h"

using zr::rulebook::Op;
using zr::rulebook::Predicate;
using zr::rulebook::Reason;
using zr::rulebook::Sentence;
using zr::rulebook::Truth;
namespace fixture = zr::rulebook::fixture;

namespace {

std::vector<Reason> reasons_of(Predicate predicate) {
  const auto facts = fixture::facts();
  const auto condition = zr::rulebook::Condition::of(std::move(predicate), facts);
  REQUIRE(condition);
  return zr::rulebook::reasons(*condition, facts, fixture::data());
}

}  // namespace

TEST_CASE("§5a: every comparison says what it asked and what it found, in both languages") {
  using namespace zr::rulebook;
  const auto found =
      reasons_of(all_of({compare("note.balance_fen", Op::more, std::int64_t{500'000'000}),
                         negation(compare("ent.size", Op::equal, "large")),
                         any_of({compare("note.first_time", Op::equal, true),
                                 compare("loan.rate_ppm", Op::at_most, std::int64_t{34'500})})}));
  REQUIRE(found.size() == 4);
  CHECK(found[0].truth == Truth::no);
  CHECK(found[0].asked ==
        Sentence{"贷款余额大于 500 万元", "Balance is more than 5000000.00 yuan"});
  CHECK(found[0].found == Sentence{"500 万元", "5000000.00 yuan"});
  CHECK(found[1].truth == Truth::no);  // by itself; the tree turns it round
  CHECK(found[1].found == Sentence{"小型", "Small"});
  CHECK(found[2].found == Sentence{"是", "yes"});
  CHECK(found[3].truth == Truth::yes);
  CHECK(found[3].found == Sentence{"3.45%", "3.45%"});
}

TEST_CASE("§5a: a missing datum is said to be missing, and nothing is concluded from it") {
  using namespace zr::rulebook;
  const auto found = reasons_of(compare("loan.product", Op::equal, "知易贷"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].truth == Truth::unknown);
  CHECK_FALSE(found[0].found);
}

TEST_CASE("§5a: what always holds compares nothing") {
  CHECK(reasons_of(zr::rulebook::always()).empty());
}
