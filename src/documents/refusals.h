#pragma once
/// Every ground on which a file from outside is refused, with what its sender can do about it.
/// A refusal for one row carries that row in its detail.
#include <string>

#include "base/result.h"

namespace zr::documents {

inline constexpr Refusal file_too_large{"file_too_large", "文件过大，请拆分后再上传",
                                        "The file is too large; please split it",
                                        RefusalKind::too_large};
inline constexpr Refusal empty_file{"empty_file", "文件是空的", "The file is empty",
                                    RefusalKind::bad_input};
inline constexpr Refusal not_a_table{"not_a_table", "这不是表格文件，请上传 .xlsx 或 .csv 文件",
                                     "This is not a table; please upload an .xlsx or .csv file",
                                     RefusalKind::bad_input};
inline constexpr Refusal old_spreadsheet{
    "old_spreadsheet", "这是旧版或二进制 Excel 文件，请另存为 .xlsx 后再上传",
    "This is an old or binary Excel file; please save it as .xlsx", RefusalKind::bad_input};
inline constexpr Refusal web_page{
    "web_page", "这是扩展名为表格的网页或 XML 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传",
    "This is a web page or XML named as a spreadsheet; please open it and save it as .xlsx",
    RefusalKind::bad_input};
inline constexpr Refusal encrypted_file{"encrypted_file", "文件设有打开密码，请取消密码后再上传",
                                        "The file is protected by a password; please remove it",
                                        RefusalKind::bad_input};
inline constexpr Refusal damaged_file{
    "damaged_file", "文件已损坏或不完整，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传",
    "The file is damaged or cut; please open it and save it again as .xlsx",
    RefusalKind::bad_input};
inline constexpr Refusal has_macros{
    "has_macros", "文件含有宏，请另存为不含宏的 .xlsx 后再上传",
    "The file contains macros; please save it as .xlsx without macros", RefusalKind::bad_input};
inline constexpr Refusal has_external_links{
    "has_external_links", "文件链接到其他文件，请先断开外部链接（数据→编辑链接）后再上传",
    "The file links to other files; please break the links first", RefusalKind::bad_input};
inline constexpr Refusal has_document_type{
    "has_document_type", "文件内部含有不允许的文档类型声明（DTD），已拒绝读取",
    "The file contains a document type declaration (DTD) and is not read", RefusalKind::bad_input};
inline constexpr Refusal unpacked_too_large{"unpacked_too_large", "文件解压后过大，请拆分后再上传",
                                            "The file is too large once unpacked; please split it",
                                            RefusalKind::too_large};
inline constexpr Refusal too_complex{
    "too_complex", "文件内部结构过于复杂，请只保留数据工作表，另存为新的 .xlsx 后再上传",
    "The file is too complex inside; please keep only the data sheet and save it anew",
    RefusalKind::too_large};
inline constexpr Refusal too_many_sheets{"too_many_sheets", "工作表过多，请只保留需要导入的工作表",
                                         "Too many sheets; please keep only those to import",
                                         RefusalKind::too_large};
inline constexpr Refusal no_such_sheet{"no_such_sheet", "文件中没有这个工作表",
                                       "The file has no such sheet", RefusalKind::bad_input};
inline constexpr Refusal too_many_rows{"too_many_rows", "行数超过上限，请拆分后再上传",
                                       "Too many rows; please split the file",
                                       RefusalKind::too_large};
inline constexpr Refusal too_many_columns{
    "too_many_columns", "有内容的列数超过上限，请删去多余的列后再上传",
    "Too many columns; please delete those not needed", RefusalKind::too_large};
inline constexpr Refusal text_too_long{"text_too_long", "单元格或一行的文字过长，请缩短后再上传",
                                       "The text of a cell or row is too long; please shorten it",
                                       RefusalKind::too_large};
inline constexpr Refusal bad_encoding{
    "bad_encoding", "文件不是 UTF-8 或 GB18030（GBK）编码的文本，请另存为 UTF-8 CSV 或 .xlsx",
    "The text is neither UTF-8 nor GB18030; please save it as UTF-8 CSV or .xlsx",
    RefusalKind::bad_input};
inline constexpr Refusal unclosed_quote{
    "unclosed_quote", "有一个双引号没有配对，请补全或删去后再上传",
    "A quotation mark is never closed; please complete or delete it", RefusalKind::bad_input};

/// The refusal with the row at which reading ended.
inline Problem in_row(const Refusal& ground, int row) {
  Problem problem(ground);
  problem.detail_zh = "第 " + std::to_string(row) + " 行";
  problem.detail_en = "row " + std::to_string(row);
  return problem;
}

}  // namespace zr::documents
