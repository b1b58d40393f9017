#pragma once
/// The words of a printed sheet, alike on paper and in the workbook.
#include <string>
#include <utility>
#include <vector>

#include "forms/sheet.h"

namespace zr::forms {

/// The one of two that the reader reads.
std::string_view worded(Language language, std::string_view zh, std::string_view en);
std::string_view title_of(const FormCell& cell, Language language);

/// A label with what stands behind it; "" is left to be written by hand.
using Said = std::pair<std::string, std::string>;
/// Above the table: who, which period, unit, version, source.
std::vector<Said> head_of(const Sheet& sheet);
/// Below: 填表人、复核人、负责人、联系电话、报出日期.
std::vector<Said> signatures_of(const Sheet& sheet);
/// Last: digest and receipt; says of a draft that it is one.
std::string foot_of(const Sheet& sheet);
std::string seal_of(Language language);

/// Findings worth paper: broken rules with the reason given, if any.
struct Remark {
  std::string rule;
  std::string says;
  std::string reason;
};
std::vector<Remark> remarks_of(const Sheet& sheet);

}  // namespace zr::forms
