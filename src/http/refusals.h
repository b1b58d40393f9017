#pragma once
/// Every ground on which the server itself turns a request away, before any handler is asked.
/// The sentences reach people through error pages and logs of integrators; codes never change.
#include "base/result.h"

namespace zr::http {

inline constexpr Refusal bad_request{"bad_request", "请求格式不正确", "Malformed request",
                                     RefusalKind::bad_input};
inline constexpr Refusal bad_target{"bad_target", "请求地址不正确", "Malformed request address",
                                    RefusalKind::bad_input};
inline constexpr Refusal bad_forwarding{"bad_forwarding", "代理转发的来源地址互相矛盾",
                                        "Forwarding headers contradict each other",
                                        RefusalKind::bad_input};
inline constexpr Refusal method_not_allowed{"method_not_allowed", "不支持该请求方法",
                                            "Request method not supported", RefusalKind::bad_input};
inline constexpr Refusal request_timeout{"request_timeout", "请求发送过慢，连接已关闭",
                                         "The request arrived too slowly", RefusalKind::bad_input};
inline constexpr Refusal body_too_large{"body_too_large", "提交内容超过大小上限",
                                        "The body is larger than allowed", RefusalKind::too_large};
inline constexpr Refusal target_too_long{"target_too_long", "请求地址过长", "Address too long",
                                         RefusalKind::bad_input};
inline constexpr Refusal encoded_body{"encoded_body", "不接受压缩的请求内容，请直接提交",
                                      "Encoded request bodies are not accepted",
                                      RefusalKind::bad_input};
inline constexpr Refusal unsupported_media_type{
    "unsupported_media_type", "请求内容须以 application/json 提交",
    "The body must be sent as application/json", RefusalKind::bad_input};
inline constexpr Refusal bad_expectation{"bad_expectation", "无法满足 Expect 要求",
                                         "Expectation cannot be met", RefusalKind::bad_input};
inline constexpr Refusal headers_too_large{"headers_too_large", "请求头过大或过多",
                                           "Request headers too large or too many",
                                           RefusalKind::bad_input};
inline constexpr Refusal too_many_connections{"too_many_connections", "来自同一地址的连接过多",
                                              "Too many connections from one address",
                                              RefusalKind::too_many};
inline constexpr Refusal busy{"busy", "系统繁忙，请稍后重试", "Busy, please try again shortly",
                              RefusalKind::unavailable};
inline constexpr Refusal storage_full{"storage_full", "存储空间不足，文件未保存",
                                      "Storage is full, the file was not kept", RefusalKind::full};
inline constexpr Refusal disk_full{"disk_full", "存储空间不足，操作未保存",
                                   "The disk is full; nothing was stored", RefusalKind::full};
inline constexpr Refusal internal{"internal", "系统内部错误，请凭请求编号联系管理员",
                                  "Internal error; quote the request id to the administrator",
                                  RefusalKind::unavailable};
inline constexpr Refusal cannot_listen{"cannot_listen", "无法监听所配置的地址",
                                       "Cannot listen on the configured address",
                                       RefusalKind::unavailable};
inline constexpr Refusal bad_proxy_list{"bad_proxy_list", "可信代理列表中有无法识别的地址",
                                        "The list of trusted proxies holds no valid address",
                                        RefusalKind::bad_input};

/// The HTTP status of a refusal: by its code where HTTP has its own word, else by its kind.
int status_of(const Refusal& refusal);

}  // namespace zr::http
