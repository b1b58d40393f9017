#include "ledger/rules/secured_part.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace zr::ledger {

namespace {

bool one_contract(const SecuredNote& a, const SecuredNote& b) {
  return a.bank == b.bank && !a.contract.empty() && a.contract == b.contract;
}

}  // namespace

std::vector<std::optional<BalanceParts>> secured_parts(std::span<const SecuredNote> notes) {
  std::vector<std::size_t> order(notes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) {
    const SecuredNote& note = notes[at];
    return std::tuple(note.bank, note.contract, note.disbursed_on, note.id);
  });
  std::vector<std::optional<BalanceParts>> parts(notes.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && one_contract(notes[order[begin]], notes[order[end]])) ++end;
    std::optional<SecuredAmount> left;
    for (std::size_t i = begin; i < end; ++i) left = std::max(left, notes[order[i]].secured);
    for (; begin < end; ++begin) {
      if (!left) continue;
      const Money balance = notes[order[begin]].balance.money;
      const Money secured = std::min(balance, left->money);
      left->money -= secured;
      parts[order[begin]] = {.secured = {secured}, .unsecured = {balance - secured}};
    }
  }
  return parts;
}

}  // namespace zr::ledger
