#pragma once
/// For tests: the third quarter of 2026 sent out to the banks, with a ledger whose sums are done by
/// hand, and short ways to fill in, freeze and submit.
#include "forms/store.h"
#include "reporting/test_returns.h"

namespace zr::test {

inline constexpr std::int64_t wan = 1'000'000;  // 10,000 yuan in fen

/// Three notes of the first bank. 100 wan drawn in February, 80 left at mid-year, 60 at the end of
/// September; 50 drawn in August, special mention; 30 of last year, repaid in the quarter.
inline void small_ledger(Quarterly& city) {
  city.note(201, {.enterprise = Who::maker,
                  .disbursed_on = {2026, 2, 1},
                  .secured_fen = SecuredAmount{Money{100 * wan}},
                  .disbursed_fen = {Money{100 * wan}}});
  city.note(202, {.enterprise = Who::designer,
                  .rights = "trademark",
                  .security_mode = ledger::SecurityMode::ip_guarantee,
                  .disbursed_on = {2026, 8, 15},
                  .secured_fen = SecuredAmount{Money{40 * wan}},
                  .disbursed_fen = {Money{50 * wan}},
                  .overdue_days = 9,
                  .loan_class = "special_mention"});
  city.note(203, {.enterprise = Who::maker,
                  .disbursed_on = {2025, 11, 1},
                  .secured_fen = SecuredAmount{Money{30 * wan}},
                  .disbursed_fen = {Money{30 * wan}}});
  city.say({201, {2026, 6, 30}, 80 * wan});
  city.say({203, {2026, 6, 30}, 30 * wan});
  city.say({201, {2026, 9, 30}, 60 * wan});
  city.say({202, {2026, 9, 30}, 50 * wan});
  city.say({203, {2026, 9, 30}, 0});
}

inline json::Value id(std::int64_t of) {
  return json::Object{{"id", of}};
}

inline Quarterly::Parameters one(std::int64_t of) {
  return {{"id", std::to_string(of)}};
}
inline Quarterly::Parameters opened_cell(std::int64_t of, const std::string& cell) {
  return {{"id", std::to_string(of)}, {"cell", cell}};
}

/// What a bank enters: nothing was written off, transferred or corrected.
inline json::Object zeros() {
  return {{"transferred_in_q", 0},
          {"written_off_q", 0},
          {"transferred_out_q", 0},
          {"prior_correction_q", 0}};
}

inline json::Value filled(std::int64_t of, const char* source, json::Value cells = {}) {
  json::Value body = id(of);
  body.set("source", source);
  body.set("edition", "final");
  body.set("responsible", "示例负责人");
  body.set("phone", "0371-00000000");
  if (!cells.is_null()) body.set("cells", std::move(cells));
  return body;
}

/// The code of the refusal, or "".
inline std::string refused(const Result<json::Value>& answer) {
  return answer ? std::string() : std::string(answer.problem().refusal.code);
}

inline std::string number(const json::Value& answer, std::string_view name) {
  const json::Value* member = answer.find(name);
  return member ? json::write(*member) : "none";
}

/// A city whose third quarter has been sent out.
class OpenQuarter : public Quarterly {
 public:
  explicit OpenQuarter(const db::Url& url) : Quarterly(url) {
    REQUIRE(run("returns.open", json::Object{{"period", "2026Q3"}}, Who::regulator,
                "2026-10-01T00:05:00.000000+08:00"));
    of = return_of(Who::first);
  }
  /// Filled in and frozen; submitted at that moment.
  json::Value file(std::string_view at = "2026-10-09T10:00:00.000000+08:00") {
    REQUIRE(run("returns.fill", filled(of, "ledger", zeros()), Who::first));
    const auto prepared = run("returns.prepare", id(of), Who::first);
    REQUIRE(prepared);
    return submitted(*prepared, at);
  }
  json::Value submitted(const json::Value& prepared, std::string_view at) {
    json::Value body = id(of);
    body.set("number", *prepared.find("number"));
    body.set("digest", *prepared.find("digest"));
    const auto receipt = run("returns.submit", body, Who::first, at);
    REQUIRE(receipt);
    return *receipt;
  }
  forms::Cells frozen() { return forms::cells_of(forms::frozen_version(tx, of)->cells.value); }
  std::int64_t of = 0;
};

inline void in_the_quarter(const std::function<void(OpenQuarter&)>& each) {
  on_both_engines([&](const db::Url& url) {
    OpenQuarter city(url);
    small_ledger(city);
    each(city);
  });
}

}  // namespace zr::test
