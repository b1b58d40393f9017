#pragma once
/// `zhirong serve`: the API, the web page and the metrics, until the program is told to end.
#include "app/city.h"
#include "app/options.h"

namespace zr::app {

enum class Serving { production, demo };
inline constexpr Refusal not_a_demo{"not_a_demo", "该数据库不是演示城市，不能以 --demo 启动",
                                    "This database is not a demo city", RefusalKind::unavailable};
inline constexpr Refusal demo_needs_loopback{
    "demo_needs_loopback", "演示城市只能用 --demo 启动并只监听本机地址",
    "A demo city is served with --demo and on loopback only", RefusalKind::unavailable};
inline constexpr Refusal not_begun{"not_begun", "数据库尚未初始化，请先运行 zhirong init",
                                   "The database has not been initialised: run zhirong init first",
                                   RefusalKind::unavailable};

/// Blocks until SIGTERM or SIGINT; answers what kept it from starting.
Result<Done> serve(const Settings& settings, Serving serving);

}  // namespace zr::app
