#pragma once
/// Totals rows of a sheet: skipped as rows, checked against the sums of the rows above them. A
/// column with an unreadable amount above is not checked until it is mended.
#include <map>
#include <string>
#include <vector>

#include "imports/imports.h"
#include "imports/rules/unit.h"

namespace zr::imports {

class Totals {
 public:
  void add(const std::string& field, Money amount);
  void unreadable(const std::string& field);
  /// A totals row states an amount: a warning where it is neither the sum of all rows so far nor of
  /// those since the last totals row.
  void stated(int row, const std::string& field, Money amount, Unit unit,
              std::vector<Finding>& findings) const;
  /// The totals row is over: parts begin anew.
  void next_part();

 private:
  struct Sums {
    __int128 all = 0;
    __int128 part = 0;
    bool known = true;
  };
  std::map<std::string, Sums, std::less<>> sums_;
};

}  // namespace zr::imports
