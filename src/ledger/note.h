#pragma once
/// A drawdown note 借据 as the readers give it, and what moved in a quarter. Field names are the
/// facts "note.*" and "movement.*" that figures, forms and rules name; they are never renamed.
#include <optional>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "json/describe.h"
#include "ledger/rules/class_rules.h"
#include "ledger/rules/note_kinds.h"

namespace zr::ledger {

/// What the bank said of a note as of a date, as known then.
struct Note {
  std::int64_t id = 0;
  std::int64_t bank = 0;
  std::optional<std::int64_t> branch = {};
  std::int64_t enterprise = 0;
  std::optional<std::string> region = {};  ///< Of the enterprise: district code.
  std::optional<std::string> zone = {};    ///< Its development zone.
  bool in_park = false;
  std::optional<std::string> note_number = {};
  std::optional<std::string> contract_number = {};
  std::optional<std::string> credit_line = {};
  RightKind right_kind = RightKind::patent;
  std::string rights;  ///< Every kind pledged, by name.
  SecurityMode security_mode = SecurityMode::pure_ip;
  Date disbursed_on = {};
  Date matures_on = {};
  std::optional<SecuredAmount> secured_fen = {};
  std::optional<GrantedAmount> granted_fen = {};
  DisbursedAmount disbursed_fen = {};
  BalanceAmount balance_fen = {};
  std::optional<BalanceAmount> balance_secured_fen = {};  ///< Both parts or neither.
  std::optional<BalanceAmount> balance_unsecured_fen = {};
  std::int64_t overdue_days = 0;
  LoanClass loan_class = LoanClass::pass;        ///< The bank's own: what returns count.
  std::optional<LoanClass> class_floor = {};     ///< From overdue days, where limits were in force.
  std::optional<std::string> class_reason = {};  ///< Why the bank's is better than the floor.
  Date fact_date = {};                           ///< The data date that this was said for.
  std::optional<LegalBasis> basis = {};
  std::int64_t import = 0;
  std::int64_t version = 0;  ///< Sequence of the record that said so.
};
const json::Struct& describe(const Note*);

struct Movement {
  std::int64_t note = 0;
  std::int64_t bank = 0;
  std::optional<std::int64_t> branch = {};
  std::int64_t enterprise = 0;
  MovementKind kind = MovementKind::drawdown;
  Money amount_fen = {};  ///< A repayment is negative where the balance rose.
  std::optional<Date> day = {};
  bool in_quarter = false;
  bool in_year = false;
};
const json::Struct& describe(const Movement*);

}  // namespace zr::ledger
