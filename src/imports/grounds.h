#pragma once
/// The grounds on which the engine refuses, and what it says of a file as a whole.
#include "base/result.h"

namespace zr::imports {

inline constexpr Refusal import_too_long{
    "import_too_long", "一次最多导入 20,000 行，请按机构或期间拆分成几个文件，分别导入",
    "At most 20,000 rows at once: split the file by organisation or period and import each part",
    RefusalKind::too_large};
inline constexpr Refusal no_such_kind{"no_such_kind", "没有这种导入",
                                      "There is no such kind of import", RefusalKind::bad_input};
inline constexpr Refusal kind_not_yours{"kind_not_yours", "贵单位不办理这种导入",
                                        "Your organisation does not import this kind"};
inline constexpr Refusal organisation_not_yours{
    "organisation_not_yours", "只能为本机构及下级机构导入，或由市局为银行代录",
    "Only for your own organisation and below, or by the city bureau for a bank"};
inline constexpr Refusal no_such_basis{"no_such_basis", "报送依据不在可选范围内",
                                       "This legal basis is not among the choices",
                                       RefusalKind::bad_input};
inline constexpr Refusal date_ahead{"date_ahead", "日期不得晚于今天",
                                    "The date must not be later than today"};
inline constexpr Refusal already_open{
    "already_open", "同一文件已有一项待导入，请继续办理该项",
    "The same file is already waiting to be imported; go on with it"};
inline constexpr Refusal already_imported{
    "already_imported", "同一文件以同样的对应、更正和答复已经导入过，没有新的内容",
    "The same file with the same mapping, corrections and answers has been imported already"};
inline constexpr Refusal import_closed{"import_closed", "该导入已经结束，不能再修改",
                                       "This import is closed"};
inline constexpr Refusal not_applied{"not_applied", "该导入尚未入库",
                                     "Nothing of this import has been stored"};
inline constexpr Refusal partly_applied{"partly_applied", "已有行入库，不能放弃；可撤销整批",
                                        "Some rows are stored already: undo the batch instead"};
inline constexpr Refusal has_errors{"has_errors",
                                    "还有未处理的错误，请先更正，或选择只导入无误的行",
                                    "Some rows are wrong: mend them, or import the good rows only"};
inline constexpr Refusal questions_open{"questions_open", "还有未答复的问题，请先逐项答复",
                                        "Some questions are not answered yet"};
inline constexpr Refusal nothing_to_import{"nothing_to_import", "没有可以导入的行",
                                           "There is no row to import"};
inline constexpr Refusal no_such_column{"no_such_column", "没有这一字段", "There is no such field"};
inline constexpr Refusal no_such_line{"no_such_line", "文件中没有这一数据行",
                                      "The file has no such row"};
inline constexpr Refusal sheet_corrected{
    "sheet_corrected",
    "已在原工作表上更正过单元格，不能改换工作表；请先办完或放弃本次导入，再上传另一张工作表",
    "Cells of this sheet have been mended: finish or give up this import before taking another"};
inline constexpr Refusal field_mapped_twice{"field_mapped_twice", "两列对应到了同一字段",
                                            "Two columns are mapped to the same field"};
inline constexpr Refusal no_such_question{"no_such_question", "没有这个问题",
                                          "There is no such question"};
inline constexpr Refusal no_such_choice{"no_such_choice", "答复不在可选范围内",
                                        "The answer is not among the choices"};
inline constexpr Refusal not_on_behalf{"not_on_behalf", "该导入由本机构自行录入，无须确认",
                                       "This was entered by the organisation itself"};
inline constexpr Refusal not_for_you_to_confirm{
    "not_for_you_to_confirm", "代录内容只能由数据所属的机构确认",
    "Only the organisation whose data it is can confirm what was entered for it"};
inline constexpr Refusal already_confirmed{"already_confirmed", "已经确认",
                                           "This has been confirmed already"};

// What is said of the file as a whole.
inline constexpr Refusal no_header{"no_header", "没有找到表头，请指定表头所在的行并对应各列",
                                   "No header row was found: say which row it is"};
inline constexpr Refusal column_missing{"column_missing",
                                        "文件缺少必需的列，请补上或对应到已有的列",
                                        "A required column is missing: add it or map one to it"};
inline constexpr Refusal column_twice{"column_twice", "有两列都像是这一字段，只取了靠前的一列",
                                      "Two columns look like this field; only the first is taken"};
inline constexpr Refusal column_unknown{"column_unknown", "不认识这一列，不会导入",
                                        "This column is not known and is not imported"};
inline constexpr Refusal no_rows{"no_rows", "表头下面没有数据行",
                                 "There is no row below the header"};
inline constexpr Refusal unit_unknown{"unit_unknown", "文件没有写明金额单位，请选择",
                                      "The file does not say in which unit its amounts are"};
inline constexpr Refusal data_date_unknown{"data_date_unknown", "请确认数据截止到哪一天",
                                           "Confirm as of which day the data are"};
inline constexpr Refusal total_differs{"total_differs", "合计与各行之和不符，请核对是否漏行或串行",
                                       "The total is not the sum of the rows: is a row missing?"};
inline constexpr Refusal row_skipped{"row_skipped", "该行没有可识别的内容，未当作数据行",
                                     "Nothing in this row is known; it is not taken for a row"};

}  // namespace zr::imports
