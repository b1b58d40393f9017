#include "ledger/rules/nearest_word.h"

#include <doctest/doctest.h>

#include <vector>

using zr::ledger::nearest_word;

namespace {
const std::vector<std::string> offices{"示例银行甲东支行", "示例银行甲西支行", "金水", "二七"};
}  // namespace

TEST_CASE("a suggestion is the one nearest word, at most a third of it changed") {
  CHECK(nearest_word("示例银行甲东支", offices) == "示例银行甲东支行");
  CHECK(nearest_word("示例银甲西支行", offices) == "示例银行甲西支行");
  CHECK(nearest_word("金水区", offices) == "金水");
  CHECK(nearest_word("金水区域", offices) == std::nullopt);
  CHECK(nearest_word("", offices) == std::nullopt);
  CHECK(nearest_word("金水", {}) == std::nullopt);
}

TEST_CASE("where two words are as near, neither is suggested") {
  CHECK(nearest_word("示例银行甲南支行", offices) == std::nullopt);
}

TEST_CASE("a nearer word is suggested after two that were as near") {
  const std::vector<std::string> words{"甲东支行", "甲西支行", "甲南支行"};
  CHECK(nearest_word("甲南支", words) == "甲南支行");
}
