#pragma once
/// The five-level class as a published set: limits of each class, the other grounds, and among
/// them the tolerance of IP pledge loans (order 1 of 2023; 银保监发〔2019〕34号). Both tables are
/// published together, for they must agree.
#include <optional>
#include <string>

#include "access/party.h"
#include "base/money.h"
#include "db/tx.h"
#include "ledger/rules/class_rules.h"
#include "rulebook/rule_set.h"

namespace zr::ledger {

inline constexpr std::string_view class_code = "loan_class";

/// A row of data/loan_classes.csv.
struct ClassLimitRow {
  std::int64_t order = 0;
  LoanClass loan_class = LoanClass::pass;
  std::string zh;
  bool npl = false;
  std::optional<std::int64_t> overdue_days_over = {};
  std::optional<std::int64_t> expected_loss_bp_over = {};
  std::optional<std::int64_t> debtor_overdue90_share_bp_over = {};
  std::optional<std::int64_t> provision_bp = {};
  Date valid_from;
  std::optional<std::string> source = {};
  std::optional<rulebook::Confidence> confidence = {};
};
const json::Struct& describe(const ClassLimitRow*);

/// A row of data/loan_class_rules.csv: a ground, or the tolerance.
struct ClassGroundRow {
  std::string id;
  std::string effect;  ///< Of GroundEffect, or `npl_tolerance`.
  std::string title_zh;
  std::string title_en;
  std::optional<std::int64_t> threshold = {};
  std::optional<std::string> unit = {};
  std::optional<std::string> source = {};
  std::optional<rulebook::Confidence> confidence = {};
};
const json::Struct& describe(const ClassGroundRow*);

struct ClassTables {
  ClassRules rules;
  Ppm npl_tolerance;
};

/// Refused with every fault at its place in the content.
Result<ClassTables> class_tables_from(const json::Value& content);
/// The tables published for a moment; refused `no_such_set` where none are in force.
Result<ClassTables> class_tables(db::Tx& tx, access::Moment moment);
rulebook::RuleSet class_set();

}  // namespace zr::ledger
