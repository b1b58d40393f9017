#pragma once
/// The grounds on which an act on a round or an answer is refused.
#include "base/result.h"

namespace zr::forms {

inline constexpr Refusal no_such_period{"no_such_period",
                                        "报告期应为年（2026）、季度（2026Q3）或月（2026-09）",
                                        "A period is a year (2026), a quarter (2026Q3) or a month "
                                        "(2026-09)",
                                        RefusalKind::bad_input};
inline constexpr Refusal round_open{"round_open", "该报告期的表已经下发，不必再次下发",
                                    "The form has already been sent out for this period"};
inline constexpr Refusal nobody_asked{"nobody_asked", "没有需要填报的机构",
                                      "There is no organisation to fill it in"};
inline constexpr Refusal no_draft{"no_draft", "还没有填写任何内容，请先选择数据来源并保存",
                                  "Nothing has been filled in: choose the source and save first"};
inline constexpr Refusal not_entered{"not_entered", "该指标由系统计算，不能填写",
                                     "This cell is computed and cannot be entered",
                                     RefusalKind::bad_input};
inline constexpr Refusal no_such_cell{"no_such_cell", "表中没有这一指标",
                                      "The form has no such cell", RefusalKind::bad_input};
inline constexpr Refusal no_such_rule{"no_such_rule", "表中没有这一校验规则",
                                      "The form has no such rule", RefusalKind::bad_input};
inline constexpr Refusal wrong_value{"wrong_value", "该指标的填写内容不符合要求",
                                     "The value does not fit this cell", RefusalKind::bad_input};
inline constexpr Refusal checks_failed{"checks_failed", "强制性校验未通过，请按提示更正后再冻结",
                                       "Mandatory checks do not hold: correct the cells named"};
inline constexpr Refusal reasons_missing{
    "reasons_missing", "核实性、提示性校验未通过，请逐条填写说明",
    "Checks to be justified do not hold: give a reason for each that is named"};
inline constexpr Refusal nothing_prepared{"nothing_prepared", "没有可报送的版本，请先冻结",
                                          "There is no version to submit: prepare one first"};
inline constexpr Refusal version_changed{
    "version_changed", "该版本已不是最新冻结的版本，或内容与所见不符，请刷新后再试",
    "This is no longer the latest version, or not the one that was seen: reload first"};
inline constexpr Refusal nothing_submitted{"nothing_submitted", "该版本未报送或已处理",
                                           "This version is not waiting for a decision"};
inline constexpr Refusal superseded{"superseded", "该版本之后已有新版本报送，请办理最新的版本",
                                    "A later version has come in: decide on that one"};
inline constexpr Refusal unconfirmed{
    "unconfirmed", "代录的报表须由填报机构确认报送，或附盖章扫描件",
    "What was entered on behalf needs the organisation's own submission or a stamped scan"};
inline constexpr Refusal remark_missing{"remark_missing", "退回时请至少说明一处问题",
                                        "Say what is wrong when sending back"};
inline constexpr Refusal not_outside{
    "not_outside", "线下报送请选择本系统以外的渠道：邮件、纸质或监管系统",
    "A submission made outside came by mail, on paper or through the regulator's system",
    RefusalKind::bad_input};
inline constexpr Refusal received_ahead{"received_ahead", "收到时间不能晚于现在",
                                        "The time of receipt lies ahead", RefusalKind::bad_input};

}  // namespace zr::forms
