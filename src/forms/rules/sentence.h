#pragma once
/// The sentences of a finding, in Chinese and English: what should hold, what stands there, and
/// what to do. Amounts are shown in yuan with fen, for a difference of one fen must be seen.
#include <string>
#include <vector>

#include "forms/rules/compiled.h"
#include "forms/rules/evaluation.h"

namespace zr::forms {

struct Sentence {
  std::string zh;
  std::string en;
};

/// A value as it is read aloud: "123.45元", "1.2345%", "2026-10-10".
Sentence shown(Wide value, Dimension dimension);
/// The same as a bare decimal or a date, for a program.
std::string plain_text(Wide value, Dimension dimension);

Sentence says_holds();
Sentence says_not_applicable(const Form& form, const FormRule& rule);
Sentence says_missing(const Form& form, const std::vector<Reference>& missing);
Sentence says_no_quotient();
Sentence says_overflow();
Sentence says_not_empty(const Form& form, const CompiledRule& rule, Wide value);
Sentence says_broken(const Form& form, const FormRule& rule, const CompiledRule& compiled,
                     const Evidence& evidence, Wide left, Wide right);
/// Of a rule over each cell: those that break it.
Sentence says_broken_each(const Form& form, const CompiledRule& rule, Wide right,
                          const std::vector<std::string>& offenders, const Cells& cells);

}  // namespace zr::forms
