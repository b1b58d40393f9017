#pragma once
/// The grounds on which this module refuses.
#include "base/result.h"

namespace zr::accounts {

inline constexpr Refusal no_such_parent{"no_such_parent", "上级机构不存在、已停用，或类型不同",
                                        "The head office is unknown, closed or of another kind"};
inline constexpr Refusal uscc_known{"uscc_known", "该统一社会信用代码已登记",
                                    "This credit code is already registered"};
inline constexpr Refusal uscc_form{"uscc_form", "统一社会信用代码应为18位，由数字和大写字母组成",
                                   "A credit code has 18 digits and capital letters"};
inline constexpr Refusal no_such_region{"no_such_region", "区划代码不存在或当时无效",
                                        "The district code is unknown or not valid on that day"};
inline constexpr Refusal region_known{"region_known", "该区划代码在这一生效日已经发布",
                                      "This code is already published for that day"};
inline constexpr Refusal no_region_given{"no_region_given", "请至少填写一个区划",
                                         "Give at least one district or zone"};
inline constexpr Refusal organisation_closed{"organisation_closed", "该机构已停用",
                                             "The organisation is closed"};
inline constexpr Refusal has_open_branches{"has_open_branches", "该机构还有未停用的分支，请先处理",
                                           "The organisation still has open branches"};
inline constexpr Refusal login_taken{"login_taken", "登录名已被使用", "The login name is taken"};
inline constexpr Refusal login_form{
    "login_form", "登录名由小写字母、数字和 . _ - 组成，以字母开头，2 至 40 位",
    "A login starts with a letter; small letters, digits and . _ - only"};
inline constexpr Refusal no_such_person{"no_such_person", "人员不存在", "There is no such person"};
inline constexpr Refusal no_such_organisation{"no_such_organisation", "机构不存在或不属于您管理",
                                              "The organisation is unknown or not yours to keep"};
inline constexpr Refusal weak_password{
    "weak_password", "密码至少12位，不得为常见密码，不得包含登录名",
    "At least 12 characters, not a common one, without the login", RefusalKind::bad_input};
inline constexpr Refusal wrong_old_password{"wrong_old_password", "原密码不正确",
                                            "The present password is wrong"};
inline constexpr Refusal same_password{"same_password", "新密码不能与原密码相同",
                                       "The new password equals the old one"};
inline constexpr Refusal already_disabled{"already_disabled", "该账号已停用",
                                          "The account is already disabled"};
inline constexpr Refusal own_account{"own_account", "不能停用或重置自己的账号",
                                     "You cannot disable or reset your own account"};
inline constexpr Refusal watching_account{
    "watching_account",
    "安全管理员、审计管理员的密码不能由系统管理员重置，请按运维手册在服务器上办理",
    "Security and audit administrators are not the system administrator's to reset: see "
    "operations"};
inline constexpr Refusal account_active{"account_active",
                                        "该人员还有未停用的账号，请先停用再删除个人信息",
                                        "The person still has an active account: disable it first"};
inline constexpr Refusal already_erased{"already_erased", "该人员的个人信息已删除",
                                        "The personal data has been erased already"};
inline constexpr Refusal no_such_role{"no_such_role", "角色不存在，或不适用于该机构类型",
                                      "The role is unknown or not for this kind of organisation"};
inline constexpr Refusal role_held{"role_held", "该账号已有此角色",
                                   "The account already has this role"};
inline constexpr Refusal role_not_held{"role_not_held", "该账号没有此角色",
                                       "The account has no such role"};
inline constexpr Refusal roles_conflict{
    "roles_conflict", "系统、安全、审计三员不得由同一人兼任",
    "Nobody may be two of system, security and audit administrator"};

// What is said of a row of imported institutions.
inline constexpr Refusal kind_not_importable{
    "kind_not_importable", "平台运行单位和企业不在此导入",
    "The platform operator and enterprises are not imported here"};
inline constexpr Refusal uscc_check{"uscc_check", "统一社会信用代码的校验位不符，请核对",
                                    "A check character of the credit code is wrong: look again"};
inline constexpr Refusal institution_twice{"institution_twice", "同一机构在文件中出现两次",
                                           "The same institution stands twice in the file"};
inline constexpr Refusal head_office_fixed{"head_office_fixed",
                                           "已登记机构的上级机构不能通过导入变更",
                                           "The head office of a registered institution is fixed"};
inline constexpr Refusal uscc_fixed{
    "uscc_fixed", "该机构登记时没有信用代码，不能通过导入补登，请核对是否同一机构",
    "The institution is registered without a code, which an import cannot add: is it the same?"};

}  // namespace zr::accounts
