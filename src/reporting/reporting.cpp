#include "reporting/reporting.h"

#include <algorithm>

#include "forms/forms.h"
#include "journal/store.h"
#include "reporting/city.h"
#include "reporting/counted.h"
#include "reporting/lists.h"
#include "reporting/opened.h"
#include "reporting/own_table.h"
#include "reporting/page.h"
#include "reporting/returns.h"
#include "reporting/sheets.h"
#include "reporting/store.h"

namespace zr::reporting {

std::vector<journal::Command> commands() {
  return return_commands();
}

std::vector<api::Read> reads() {
  std::vector<api::Read> all = list_reads();
  for (auto& more : page_reads()) all.push_back(std::move(more));
  for (auto& more : sheet_reads()) all.push_back(std::move(more));
  for (auto& more : own_table_reads()) all.push_back(std::move(more));
  for (auto& more : opened_reads()) all.push_back(std::move(more));
  for (auto& more : counted_reads()) all.push_back(std::move(more));
  for (auto& more : city_reads()) all.push_back(std::move(more));
  return all;
}

std::vector<rulebook::RuleSet> rule_sets() {
  return {forms::set_of({.code = form_code,
                         .zh = "季度专项统计表",
                         .en = "Quarterly return",
                         .cells_file = "return_form.csv",
                         .rules_file = "return_rules.csv",
                         .effective = Date(2022, 1, 1),
                         .clause = "知识产权质押融资专项统计；银保监发〔2019〕34号",
                         .confidence = rulebook::Confidence::ours}),
          terms_set()};
}

std::vector<duty::DutyKind> duty_kinds() {
  return {{.code = file_duty,
           .zh = "报送季度专项统计表",
           .en = "File the quarterly return",
           .path = "/returns/{subject}"},
          {.code = decide_duty,
           .zh = "接受或退回季度专项统计表",
           .en = "Accept the quarterly return or send it back",
           .path = "/returns/{subject}"}};
}

std::optional<json::Value> opening_after(db::Tx& tx, Date closed) {
  const Quarter quarter = Quarter::of(closed + 1).previous();
  const bool was_there = journal::store::known_at(tx, quarter.last()) > 0;
  if (!was_there || forms::round_of(tx, form_code, quarter.text())) return std::nullopt;
  if (store::banks(tx, {.as_of = closed}).empty()) return std::nullopt;
  return json::Object{{"period", quarter.text()}};
}

bool rests_on(db::Tx& tx, const std::vector<std::int64_t>& records) {
  return std::ranges::any_of(records,
                             [&](std::int64_t record) { return store::submitted_on(tx, record); });
}

}  // namespace zr::reporting
