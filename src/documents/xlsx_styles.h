#pragma once
/// Which cell styles of a workbook show a number as a date. Nothing else of its styles is read.
#include <string_view>
#include <vector>

#include "documents/archive.h"

namespace zr::documents {

class DateStyles {
 public:
  /// An empty part name is a book without styles.
  static Result<DateStyles> read(Archive& archive, std::string_view part);
  bool shows_date(std::uint64_t style) const { return style < dates_.size() && dates_[style]; }

 private:
  std::vector<bool> dates_;
};

}  // namespace zr::documents
