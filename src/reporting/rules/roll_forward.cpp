#include "reporting/rules/roll_forward.h"

#include <array>

#include "base/money.h"

namespace zr::reporting {

namespace {

constexpr std::string_view transferred_in = "transferred_in_q";
constexpr std::string_view prior_correction = "prior_correction_q";

/// A cell and how it moves the balance.
struct Term {
  std::string_view cell;
  int sign;
};
constexpr std::array ledger_terms{Term{"balance_begin", 1}, Term{"disbursed_q", 1},
                                  Term{"balance_end", -1}};
constexpr std::array entered_terms{Term{transferred_in, 1}, Term{prior_correction, 1},
                                   Term{"written_off_q", -1}, Term{"transferred_out_q", -1}};

Money signed_amount(std::int64_t fen, int sign) {
  return sign > 0 ? Money{fen} : -Money{fen};
}

}  // namespace

std::optional<std::int64_t> repaid(const forms::Cells& figures, const forms::Cells& entered) {
  Money rest;
  for (const Term& term : ledger_terms) {
    const auto value = forms::number_in(figures, term.cell);
    if (!value) return std::nullopt;
    rest += signed_amount(*value, term.sign);
  }
  for (const Term& term : entered_terms) {
    const auto given = forms::number_in(figures, term.cell);
    const auto value = given ? given : forms::number_in(entered, term.cell);
    rest += signed_amount(value.value_or(0), term.sign);
  }
  return rest.fen;
}

std::vector<Rise> rises(const std::vector<NoteEnds>& notes) {
  std::vector<Rise> out;
  for (const NoteEnds& note : notes) {
    const std::int64_t before = note.begin.value_or(0) + note.disbursed.value_or(0);
    if (note.end > before) out.push_back({.note = note.note, .amount = note.end - before});
  }
  return out;
}

bool explains(const forms::Cells& entered, const std::vector<Rise>& rises) {
  std::int64_t rose = 0;
  for (const Rise& rise : rises) rose += rise.amount;
  return rose == 0 || forms::number_in(entered, transferred_in).value_or(0) +
                              forms::number_in(entered, prior_correction).value_or(0) >=
                          rose;
}

}  // namespace zr::reporting
