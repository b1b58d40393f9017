#pragma once
/// What somebody who is no authority may see of totals (control row 18 of security.md): the share
/// of one or two organisations is read neither off a total nor off the difference between two.
/// Lines that add up to another are a grid: it is shown whole or not at all, and then only its
/// total.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/rules/form_tables.h"

namespace zr::reporting {

/// What one organisation's cells are from a record on.
struct Contribution {
  std::int64_t sequence = 0;
  std::int64_t organisation = 0;
  forms::Cells cells;
};

/// Lines shown together.
using Grid = std::vector<std::string>;

/// The grids of a form: the right side of every rule "line == line + line …", and of formulas, is
/// one; any other line is alone. Lines of two such rules stand in one grid; ratios in none.
std::vector<Grid> grids_of(const forms::FormTables& form);

/// What is shown.
struct Published {
  std::optional<std::int64_t> sequence = {};  ///< The record up to which versions count.
  std::vector<std::string> cells = {};        ///< Lines that may be shown, by name.
};

/// Totals move only when at least `fewest` organisations have moved since they last did, so the
/// latest state may wait; then each grid is shown if every line of it has none or at least so many
/// organisations, and was moved by none or at least so many since it was last shown. `steps` stand
/// in order of sequence.
Published published(const std::vector<Grid>& grids, const std::vector<Contribution>& steps,
                    std::size_t fewest);

/// Ratios whose every line is among those shown.
std::vector<std::string> ratios_shown(const forms::FormTables& form,
                                      const std::vector<std::string>& lines);

}  // namespace zr::reporting
