#pragma once
/// The quarterly return as it is shipped in data/, and a small bank's second quarter in which every
/// rule holds. For tests only.
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "documents/csv_read.h"
#include "forms/forms.h"

namespace zr::forms::fixture {

inline json::List rows_of_file(const std::string& name) {
  const char* source = std::getenv("ZR_SOURCE");
  if (!source) throw std::runtime_error("run the test through ctest, or set ZR_SOURCE");
  std::vector<std::string> columns;
  json::List rows;
  const auto facts =
      documents::read_csv(documents::Source::file(std::string(source) + "/data/" + name),
                          [&](const documents::Row& row) {
                            json::Object object;
                            const bool head = columns.empty();
                            for (std::size_t i = 0; i < row.cells.size(); ++i)
                              if (head)
                                columns.emplace_back(row.at(i).text);
                              else if (!row.at(i).text.empty())
                                object.emplace_back(columns[i], row.at(i).text);
                            if (!head) rows.emplace_back(std::move(object));
                            return documents::Continue::yes;
                          });
  if (!facts) throw std::runtime_error("cannot read " + name);
  return rows;
}

inline rulebook::RuleSet return_set() {
  return set_of({.code = "quarterly_return",
                 .zh = "季度专项统计表",
                 .en = "Quarterly return",
                 .cells_file = "return_form.csv",
                 .rules_file = "return_rules.csv",
                 .effective = Date(2022, 1, 1),
                 .clause = "示例"});
}

inline json::Value return_content() {
  json::Value content;
  for (const rulebook::RuleTable& table : return_set().tables)
    content.set(table.name, rulebook::typed_rows(table, rows_of_file(std::string(table.file))));
  return content;
}

inline Form return_form() {
  auto form = form_from(return_content());
  if (!form)
    throw std::runtime_error("the shipped return is refused at " +
                             form.problem().errors.at(0).pointer + " " +
                             form.problem().errors.at(0).en);
  return std::move(*form);
}

/// 0.01 wan yuan: the least amount a bank's own table can say.
inline constexpr std::int64_t unit = 10'000;

/// What the rules of a bank's second quarter of 2026 are asked about.
struct Situation {
  Cells cells;
  Cells previous;
  Cells ledger;
  Submission submission;
  bool has_previous = true;
  bool has_ledger = true;

  void put(std::string_view cell, std::int64_t value) {
    cells.insert_or_assign(std::string(cell), json::Scalar(value));
  }
  void clear(std::string_view cell) { cells.erase(std::string(cell)); }
  Evidence evidence() const {
    return {.cells = &cells,
            .previous = has_previous ? &previous : nullptr,
            .ledger = has_ledger ? &ledger : nullptr,
            .submission = submission};
  }
};

inline Cells amounts(const std::vector<std::pair<std::string_view, std::int64_t>>& units) {
  Cells cells;
  for (const auto& [id, value] : units) cells.emplace(id, json::Scalar(value * unit));
  return cells;
}

inline Situation second_quarter(const Form& form) {
  Situation out;
  out.cells = amounts({{"balance_begin", 1000},      {"disbursed_q", 500},
                       {"transferred_in_q", 0},      {"repaid_q", 300},
                       {"written_off_q", 0},         {"transferred_out_q", 0},
                       {"prior_correction_q", 0},    {"balance_end", 1200},
                       {"disbursed_ytd", 900},       {"balance_patent", 700},
                       {"balance_trademark", 300},   {"balance_copyright", 100},
                       {"balance_ic_layout", 0},     {"balance_gi", 0},
                       {"balance_mixed", 100},       {"balance_pure_ip", 1000},
                       {"balance_ip_plus", 150},     {"balance_unsecured_part", 50},
                       {"balance_small_micro", 800}, {"balance_special_mention", 10},
                       {"balance_substandard", 6},   {"balance_doubtful", 0},
                       {"balance_loss", 0},          {"all_balance", 100'000},
                       {"all_npl_balance", 1000},    {"plan_amount", 1000},
                       {"plan_used", 900},           {"balance_insured", 100},
                       {"balance_guaranteed", 100}});
  const std::vector<std::pair<std::string_view, std::int64_t>> counts{
      {"loans_end", 3},
      {"households_end", 2},
      {"loans_disbursed_ytd", 4},
      {"households_disbursed_ytd", 3},
      {"households_disbursed_q", 1},
      {"households_first_time", 1},
      {"whitelist_pushed", 10},
      {"whitelist_contacted", 5},
      {"whitelist_granted", 3},
      {"projects_q", 2},
      {"rights_pledged_q", 3}};
  for (const auto& [id, value] : counts) out.put(id, value);
  out.cells = computed(form, std::move(out.cells));
  out.previous = amounts({{"balance_end", 1000}, {"disbursed_ytd", 400}});
  out.previous.emplace("households_disbursed_ytd", json::Scalar(std::int64_t{2}));
  out.ledger = amounts({{"balance_end", 1200}, {"disbursed_q", 500}});
  out.submission = {
      .period_end = Date(2026, 6, 30), .quarter = 2, .submitted_on = Date(2026, 7, 10)};
  return out;
}

}  // namespace zr::forms::fixture
