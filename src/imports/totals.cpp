#include "imports/totals.h"

#include "imports/grounds.h"
#include "imports/rules/decimal.h"

namespace zr::imports {

void Totals::add(const std::string& field, Money amount) {
  Sums& sums = sums_[field];
  sums.all += amount.fen;
  sums.part += amount.fen;
}

void Totals::unreadable(const std::string& field) {
  sums_[field].known = false;
}

void Totals::stated(int row, const std::string& field, Money amount, Unit unit,
                    std::vector<Finding>& findings) const {
  const auto found = sums_.find(field);
  const Sums sums = found == sums_.end() ? Sums{} : found->second;
  if (!sums.known || sums.all == amount.fen || sums.part == amount.fen) return;
  auto finding = Finding::of(row, field, total_differs).with(Gravity::warning);
  finding.value = in_unit(amount, unit).text();
  if (sums.all <= money_limit.fen && sums.all >= -money_limit.fen)
    finding.suggestion = in_unit({static_cast<std::int64_t>(sums.all)}, unit).text();
  findings.push_back(std::move(finding));
}

void Totals::next_part() {
  for (auto& [field, sums] : sums_) sums.part = 0;
}

}  // namespace zr::imports
