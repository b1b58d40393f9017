#pragma once
/// One cell as its field reads it: the stored scalar, or what is wrong and what would be right.
/// Nothing is guessed: what is only probable is a suggestion.
#include <optional>
#include <string>

#include "base/result.h"
#include "documents/table.h"
#include "imports/rules/unit.h"
#include "json/describe.h"

namespace zr::imports {

inline constexpr Refusal cell_empty{"cell_empty", "必须填写", "Must be filled in"};
inline constexpr Refusal not_a_number{"not_a_number", "应为数字，如 1234.50",
                                      "Must be a number such as 1234.50"};
inline constexpr Refusal number_unclear{"number_unclear",
                                        "请只写数字，不要用科学计数法，不要写单位或多余的符号",
                                        "Write digits only: no exponent, unit or other signs"};
inline constexpr Refusal part_of_a_fen{
    "part_of_a_fen", "金额不是整分，请核对金额和单位",
    "The amount is no whole number of fen: check it and its unit"};
inline constexpr Refusal amount_too_large{"amount_too_large", "金额超出可受理的范围，请核对单位",
                                          "The amount is out of range: check its unit"};
inline constexpr Refusal not_positive{"not_positive", "应大于 0", "Must be more than 0"};
inline constexpr Refusal negative_amount{"negative_amount", "不得为负数", "Must not be negative"};
inline constexpr Refusal not_whole{"not_whole", "应为整数", "Must be a whole number"};
inline constexpr Refusal not_a_day{"not_a_day", "应为存在的日期，如 2026-01-05",
                                   "Must be a real date such as 2026-01-05"};
inline constexpr Refusal day_unclear{"day_unclear", "日期写法不明确，请写成 2026-01-05 的样子",
                                     "The date is unclear; write it as 2026-01-05"};
inline constexpr Refusal not_a_choice{"not_a_choice", "不在可选范围内",
                                      "Is not one of the choices"};
inline constexpr Refusal not_yes_or_no{"not_yes_or_no", "应为是或否", "Must be yes or no"};
inline constexpr Refusal not_a_quarter{"not_a_quarter", "应为季度，如 2026Q3",
                                       "Must be a quarter such as 2026Q3"};
inline constexpr Refusal not_a_share{"not_a_share", "请写百分数，如 3.65%",
                                     "Write a percentage such as 3.65%"};
inline constexpr Refusal digits_lost{
    "digits_lost", "该编号存成了数字，第 15 位以后已被表格软件改成 0，请把单元格设为文本后重填",
    "Stored as a number, the places after the 15th were lost; make it a text and type it again"};
inline constexpr Refusal formula_unread{
    "formula_unread", "公式没有保存结果，请用 Excel 或 WPS 打开并保存后再上传",
    "The formula was saved without its value; open the file, save it and upload again"};
inline constexpr Refusal sheet_error{"sheet_error", "单元格是表格公式错误，请填入实际内容",
                                     "The cell holds a formula error; fill in the content"};

struct CellFault {
  std::string code;
  std::string zh;
  std::string en;
  std::optional<std::string> suggestion{};
};

struct CellReading {
  json::Scalar value{};  ///< monostate: empty
  bool tidied = false;   ///< the text had to be normalised
  std::optional<CellFault> fault{};
};

/// How the cells of one column are read.
struct CellContext {
  const json::Field& field;
  Unit unit = Unit::yuan;  ///< of money
  documents::DateSystem dates = documents::DateSystem::from_1900;
};
CellReading read_cell(const documents::Cell& cell, const CellContext& column);

/// A stored scalar as people read it in a column of this unit: 12.5, 专利权, 是.
std::string shown(const json::Field& field, const json::Scalar& value, Unit unit,
                  Language language);

}  // namespace zr::imports
