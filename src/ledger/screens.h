#pragma once
/// What the loan screens ask and get: the list, one loan with its reported columns, its history on
/// both time axes.
#include <optional>
#include <string>
#include <vector>

#include "api/moment.h"
#include "ledger/note.h"

namespace zr::ledger {

/// What stands out about a loan's class.
enum class ClassCheck {
  unexplained,  ///< Better than its overdue days allow, without a reason.
};
std::span<const Name> names_of(ClassCheck);

/// Which loans; open includes those that are overdue.
struct LoanFilter {
  api::MomentQuery moment = {};
  std::optional<std::int64_t> bank = {};
  std::optional<std::int64_t> branch = {};
  std::optional<std::string> region = {};  ///< The borrower's district or development zone.
  std::optional<RightKind> right_kind = {};
  std::optional<LoanClass> loan_class = {};
  std::optional<NoteState> state = {};
  std::optional<ClassCheck> class_check = {};
  std::optional<std::string> text = {};  ///< In borrower, code, note or contract number.
};
const json::Struct& describe(const LoanFilter*);

struct LoansQuery {
  api::Listing listing;
  LoanFilter filter;
};
const json::Struct& describe(const LoansQuery*);

struct LoanQuery {
  std::int64_t id = 0;
  api::MomentQuery moment = {};
};
const json::Struct& describe(const LoanQuery*);

/// What is personal in the bank's own columns, asked for with a reason.
struct PersonalQuery {
  LoanQuery loan;
  std::string reason;
};
const json::Struct& describe(const PersonalQuery*);

struct PersonalColumns {
  std::int64_t id = 0;
  json::Any columns;  ///< Heading -> text, of the personal columns alone.
};
const json::Struct& describe(const PersonalColumns*);

/// A row of the list.
struct LoanSummary {
  std::int64_t id = 0;
  std::optional<std::string> note_number = {};
  std::optional<std::string> contract_number = {};
  std::int64_t bank = 0;
  std::string bank_name;
  std::optional<std::int64_t> branch = {};
  std::optional<std::string> branch_name = {};
  std::int64_t enterprise = 0;
  std::string enterprise_name;
  std::optional<std::string> uscc = {};
  std::optional<std::string> region = {};
  RightKind right_kind = RightKind::patent;
  SecurityMode security_mode = SecurityMode::pure_ip;
  Date disbursed_on = {};
  Date matures_on = {};
  DisbursedAmount disbursed_fen = {};
  BalanceAmount balance_fen = {};
  std::int64_t overdue_days = 0;
  LoanClass loan_class = LoanClass::pass;
  std::optional<LoanClass> class_floor = {};
  std::optional<std::string> class_reason = {};
  NoteState state = NoteState::open;
  Date fact_date = {};
  std::optional<LegalBasis> basis = {};
  std::int64_t import = 0;
  std::int64_t version = 0;  ///< Of facts or basis, whichever was said last.
};
const json::Struct& describe(const LoanSummary*);

/// What the page adds; the list's fields stand before.
struct LoanDetails {
  std::optional<std::string> zone = {};
  bool in_park = false;
  std::string rights;
  std::optional<std::string> credit_line = {};
  std::optional<SecuredAmount> secured_fen = {};
  std::optional<GrantedAmount> granted_fen = {};
  std::optional<std::int64_t> source_row = {};
  std::optional<json::Any> reported = {};
};
const json::Struct& describe(const LoanDetails*);

/// A loan as the export has it.
struct LoanRecord {
  LoanSummary summary;
  LoanDetails details;
};
const json::Struct& describe(const LoanRecord*);

/// The page of one loan.
struct LoanPage {
  LoanRecord loan;
  std::optional<BalanceAmount> balance_secured_fen = {};
  std::optional<BalanceAmount> balance_unsecured_fen = {};
  std::int64_t personal_columns = 0;  ///< How many of the reported ones are not shown.
  std::int64_t version = 0;           ///< The summary's, for the ETag.
};
const json::Struct& describe(const LoanPage*);

/// One thing said of a loan: for which data date, in which record, received when.
struct LoanSaying {
  Date fact_date = {};
  std::int64_t version = 0;
  Instant received = {};
  std::optional<std::string> branch_name = {};
  std::string enterprise_name;
  std::string rights;
  SecurityMode security_mode = SecurityMode::pure_ip;
  Date disbursed_on = {};
  Date matures_on = {};
  std::optional<SecuredAmount> secured_fen = {};
  std::optional<GrantedAmount> granted_fen = {};
  DisbursedAmount disbursed_fen = {};
  BalanceAmount balance_fen = {};
  std::int64_t overdue_days = 0;
  LoanClass loan_class = LoanClass::pass;
  std::optional<LoanClass> class_floor = {};
  std::optional<std::string> class_reason = {};
  std::int64_t import = 0;
  std::optional<std::int64_t> source_row = {};
  bool withdrawn = false;
};
const json::Struct& describe(const LoanSaying*);

}  // namespace zr::ledger
