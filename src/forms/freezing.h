#pragma once
/// From a draft and the owner's figures to the cells that are frozen, what they are judged by, and
/// the digest over it. Shared by the trial and by the freezing itself, so both say the same.
#include <memory>
#include <optional>
#include <string>

#include "forms/forms.h"

namespace zr::forms {

/// Is a figure that its owner gives for this source not to be typed?
bool enterable(const FormCell& cell, Source source, const Enterable& also);

/// Every cell of the form with this draft and these figures.
Cells assembled(const Form& form, const Draft& draft, const Given& given);

/// An answer with what its rules look at, kept together so that the evidence stays valid.
struct Case {
  Form form;
  Round round;
  Cells cells;
  std::optional<Version> previous = {};  ///< The period before.
  Cells previous_cells = {};
  std::optional<Cells> ledger = {};
  Submission submission = {};

  Evidence evidence() const;
};
Result<Case> case_of(db::Tx& tx, const Answer& answer, const Draft& draft, const Given& given,
                     Date today);
/// The case of a version as it was frozen.
Result<Case> case_of(db::Tx& tx, const Answer& answer, const Version& version, Date submitted_on);

/// Over everything that a version freezes but its id and personal values.
std::string digest_of(const Version& version);

}  // namespace zr::forms
