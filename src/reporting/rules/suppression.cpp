#include "reporting/rules/suppression.h"

#include <algorithm>
#include <map>
#include <set>

namespace zr::reporting {

namespace {

using forms::Cells;
using forms::FormCell;
using forms::FormRule;
using forms::FormTables;
using forms::Measure;

bool is_ratio(const FormCell& cell) {
  return cell.measure == Measure::ratio || cell.measure == Measure::weighted;
}

/// Cells of each organisation at one record.
using State = std::map<std::int64_t, Cells>;

bool name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// The lines of "a + b - c"; empty where the text is anything else.
std::vector<std::string> added_lines(std::string_view text, const FormTables& form) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '+' || text[at] == '-') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && name_character(text[end])) ++end;
    const std::string name(text.substr(at, end - at));
    const bool line = std::any_of(form.cells.begin(), form.cells.end(),
                                  [&](const FormCell& cell) { return cell.id == name; });
    if (!line) return {};
    lines.push_back(name);
    at = end;
  }
  return lines;
}

/// Lines standing in one grid find the same root.
class Groups {
 public:
  explicit Groups(const FormTables& form) {
    for (const FormCell& cell : form.cells) parent_[cell.id] = cell.id;
  }
  void join(const std::vector<std::string>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) parent_[root(lines[i])] = root(lines[0]);
  }
  std::string root(std::string line) const {
    while (parent_.at(line) != line) line = parent_.at(line);
    return line;
  }

 private:
  std::map<std::string, std::string> parent_;
};

bool holds_something(const Cells& cells, const std::string& line) {
  return forms::number_in(cells, line).value_or(0) != 0;
}

bool shown_count(std::size_t organisations, std::size_t fewest) {
  return organisations == 0 || organisations >= fewest;
}

/// Every line of the grid has none or enough organisations behind it.
bool enough_behind(const Grid& grid, const State& state, std::size_t fewest) {
  return std::all_of(grid.begin(), grid.end(), [&](const std::string& line) {
    return shown_count(
        static_cast<std::size_t>(std::count_if(
            state.begin(), state.end(),
            [&](const auto& organisation) { return holds_something(organisation.second, line); })),
        fewest);
  });
}

bool same_line(const Cells* before, const Cells* after, const std::string& line) {
  const auto value = [&](const Cells* cells) {
    return cells ? forms::number_in(*cells, line).value_or(0) : 0;
  };
  return value(before) == value(after);
}

const Cells* cells_in(const State& state, std::int64_t organisation) {
  const auto found = state.find(organisation);
  return found == state.end() ? nullptr : &found->second;
}

std::set<std::int64_t> organisations_in(const State& first, const State& second) {
  std::set<std::int64_t> all;
  for (const auto& [organisation, cells] : first) all.insert(organisation);
  for (const auto& [organisation, cells] : second) all.insert(organisation);
  return all;
}

/// Every line of the grid was moved by none or enough organisations.
bool enough_moved(const Grid& grid, const State& before, const State& after, std::size_t fewest) {
  const auto all = organisations_in(before, after);
  return std::all_of(grid.begin(), grid.end(), [&](const std::string& line) {
    return shown_count(static_cast<std::size_t>(
                           std::count_if(all.begin(), all.end(),
                                         [&](std::int64_t organisation) {
                                           return !same_line(cells_in(before, organisation),
                                                             cells_in(after, organisation), line);
                                         })),
                       fewest);
  });
}

}  // namespace

std::vector<Grid> grids_of(const FormTables& form) {
  Groups groups(form);
  for (const FormRule& rule : form.rules)
    if (rule.comparison == "==" && added_lines(rule.left, form).size() == 1)
      groups.join(added_lines(rule.right, form));
    else if (rule.comparison == "==" && added_lines(rule.right, form).size() == 1)
      groups.join(added_lines(rule.left, form));
  for (const FormCell& cell : form.cells)
    if (cell.measure == Measure::formula && cell.field) groups.join(added_lines(*cell.field, form));
  std::map<std::string, Grid> by_root;
  for (const FormCell& cell : form.cells)
    if (!is_ratio(cell)) by_root[groups.root(cell.id)].push_back(cell.id);
  std::vector<Grid> grids;
  for (auto& [root, lines] : by_root) grids.push_back(std::move(lines));
  return grids;
}

Published published(const std::vector<Grid>& grids, const std::vector<Contribution>& steps,
                    std::size_t fewest) {
  Published out;
  State current;
  State base;                                   // at the last time totals moved
  std::vector<State> last_shown(grids.size());  // of each grid
  std::vector<bool> shown(grids.size());
  std::set<std::int64_t> moved;
  for (const Contribution& each : steps) {
    current[each.organisation] = each.cells;
    moved.insert(each.organisation);
    if (moved.size() < fewest) continue;
    base = current;
    moved.clear();
    out.sequence = each.sequence;
    for (std::size_t i = 0; i < grids.size(); ++i) {
      shown[i] = enough_behind(grids[i], base, fewest) &&
                 enough_moved(grids[i], last_shown[i], base, fewest);
      if (shown[i]) last_shown[i] = base;
    }
  }
  for (std::size_t i = 0; i < grids.size(); ++i)
    if (shown[i]) out.cells.insert(out.cells.end(), grids[i].begin(), grids[i].end());
  std::sort(out.cells.begin(), out.cells.end());
  return out;
}

std::vector<std::string> ratios_shown(const FormTables& form,
                                      const std::vector<std::string>& lines) {
  const auto shown = [&](const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  std::vector<std::string> out;
  for (const FormCell& cell : form.cells) {
    if (cell.measure != Measure::ratio || !cell.field) continue;
    std::string sides = *cell.field;
    std::replace(sides.begin(), sides.end(), '/', '+');
    const auto divided = added_lines(sides, form);
    if (!divided.empty() && std::all_of(divided.begin(), divided.end(), shown))
      out.push_back(cell.id);
  }
  return out;
}

}  // namespace zr::reporting
