#include "ledger/class_tables.h"

#include <doctest/doctest.h>

#include "ledger/rules/class_fixture.h"

using namespace zr::ledger;  // NOLINT: a test of this namespace's small vocabulary

namespace {

/// The published tables of order 1 of 2023 as content.
zr::json::Value published() {
  zr::json::List limits;
  for (const ClassLimit& each : fixture::class_limits()) {
    zr::json::Object row{{"order", static_cast<std::int64_t>(each.loan_class)},
                         {"class", zr::name_of(each.loan_class)},
                         {"zh", "类别"},
                         {"npl", each.bad},
                         {"valid_from", each.valid_from.text()}};
    const auto add = [&](std::string_view name, std::optional<std::int64_t> value) {
      if (value) row.emplace_back(name, *value);
    };
    add("overdue_days_over", each.overdue_days_over);
    add("expected_loss_bp_over", each.expected_loss_bp_over);
    add("debtor_overdue90_share_bp_over", each.debtor_overdue90_share_bp_over);
    add("provision_bp", each.provision_bp);
    limits.emplace_back(std::move(row));
  }
  zr::json::List grounds;
  for (const ClassGround& each : fixture::class_grounds()) {
    zr::json::Object row{{"id", each.id},
                         {"effect", zr::name_of(each.effect)},
                         {"title_zh", each.title_zh},
                         {"title_en", each.title_en}};
    if (each.threshold) row.emplace_back("threshold", *each.threshold);
    grounds.emplace_back(std::move(row));
  }
  grounds.emplace_back(zr::json::Object{{"id", "LC10"},
                                        {"effect", "npl_tolerance"},
                                        {"title_zh", "容忍度"},
                                        {"title_en", "Tolerance"},
                                        {"threshold", 30'000}});
  return zr::json::Object{{"limits", std::move(limits)}, {"grounds", std::move(grounds)}};
}

zr::json::Value& cell(zr::json::Value& content, std::string_view table, std::size_t row) {
  for (auto& [name, rows] : *content.object())
    if (name == table) return (*rows.list())[row];
  return content;
}

std::string faults(const zr::json::Value& content) {
  std::string all;
  const auto answer = zr::rulebook::check(class_set(), content);
  if (!answer)
    for (const auto& error : answer.problem().errors) all += error.pointer + " " + error.code + " ";
  return all;
}

}  // namespace

TEST_CASE("order 1 of 2023: limits, grounds and the tolerance are read from one published set") {
  const auto tables = class_tables_from(published());
  REQUIRE(tables);
  CHECK(tables->npl_tolerance == zr::Ppm{30'000});
  CHECK(tables->rules.ground("LC9").threshold == 6);
  const ClassLimits* limits = tables->rules.limits({2026, 1, 1});
  REQUIRE(limits);
  CHECK((*limits)[4].overdue_days_over == 360);
  CHECK((*limits)[4].bad);
  CHECK(faults(published()) == "");
}

TEST_CASE("a class under another's number, a share and its ground that disagree are refused") {
  auto content = published();
  cell(content, "limits", 0).set("order", 2);
  CHECK(faults(content) == "/limits/0/order wrong_order ");
  content = published();
  cell(content, "limits", 2).set("debtor_overdue90_share_bp_over", 3'000);
  CHECK(faults(content) == "/grounds/LC6/threshold disagrees ");
  content = published();
  cell(content, "limits", 2).set("overdue_days_over", -1);
  CHECK(faults(content) == "/limits/2/overdue_days_over min ");
}

TEST_CASE("the tolerance stands exactly once, from 0 to 1,000,000 ppm") {
  auto content = published();
  cell(content, "grounds", 10).set("threshold", 1'000'001);
  CHECK(faults(content) == "/grounds/10/threshold wrong_threshold ");
  cell(content, "grounds", 10).set("threshold", 1'000'000);
  CHECK(faults(content) == "");
  cell(content, "grounds", 10).set("effect", "at_least_special_mention");
  CHECK(faults(content).starts_with("/grounds not_once "));
  content = published();
  cell(content, "grounds", 8).set("effect", "npl_tolerance");
  CHECK(faults(content) == "/grounds/10 not_once ");
  content = published();
  cell(content, "grounds", 0).set("effect", "forgiven");
  CHECK(faults(content) == "/grounds/0/effect enum ");
}
