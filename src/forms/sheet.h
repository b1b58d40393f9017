#pragma once
/// An answer on paper 报表打印: the same sheet as a workbook and as a page for the browser's print
/// dialogue, A4, with who filled in, checked and is responsible, telephone, day of filing and the
/// place for the seal. Amounts are shown in wan yuan with two decimals; the workbook keeps the fen.
/// It shows what stands in a version and computes nothing.
#include <optional>
#include <string>
#include <vector>

#include "forms/forms.h"

namespace zr::forms {

struct Sheet {
  Language language = Language::zh;
  std::string title;         ///< "知识产权质押融资季度专项统计表"
  std::string organisation;  ///< 填报机构
  std::string period;
  const Form* form = nullptr;
  Cells cells = {};
  Cells previous = {};
  Cover cover = {};
  std::vector<Finding> findings = {};
  json::Any reasons = {json::Object{}};
  std::optional<std::int64_t> number = {};  ///< None of a draft, which says that it is one.
  std::optional<std::string> digest = {};
  std::optional<std::string> prepared_by = {};  ///< 填表人
  std::optional<std::string> checked_by = {};   ///< 复核人
  std::optional<std::string> entered_by = {};   ///< 代录机构
  std::optional<Instant> received = {};         ///< 报出日期
  std::optional<std::int64_t> receipt = {};     ///< Number of the record.
  Instant made = {};
};

/// XLSX: the sheet, and beside it what the rules say with the reasons given.
Result<std::string> workbook_of(const Sheet& sheet);
/// A whole HTML page; its style is /print.css.
std::string page_of(const Sheet& sheet);

/// "户", "households": the unit of a cell as it is read.
std::string unit_text(std::string_view unit, Language language);
/// "1234.57" (wan yuan), "3", "1.2345%", the text itself; "" where it is missing.
std::string shown_value(const FormCell& cell, const Cells& cells);

}  // namespace zr::forms
