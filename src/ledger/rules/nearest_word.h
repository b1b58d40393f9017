#pragma once
/// The word of a list that was probably meant 最接近的词: a suggestion to take, never taken by
/// itself.
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zr::ledger {

/// The one word with the fewest characters to change, at most a third of the longer; empty where
/// two are as near or none is near.
std::optional<std::string> nearest_word(std::string_view text, std::span<const std::string> words);

}  // namespace zr::ledger
