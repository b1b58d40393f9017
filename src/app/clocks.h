#pragma once
/// The clock that the program runs by: the machine's, or for a demo or test city one that begins at
/// a stated moment and runs on. A city in use never gets another clock than the machine's.
#include <memory>
#include <string>

#include "app/city_facts.h"
#include "journal/clock.h"

namespace zr::app {

inline constexpr Refusal clock_form{"clock_form", "时刻应写作 2026-10-05T09:00，按北京时间",
                                    "Write a moment as 2026-10-05T09:00, in China's time",
                                    RefusalKind::bad_input};
inline constexpr Refusal clock_not_here{
    "clock_not_here", "只有演示或测试城市可以指定时钟，正式城市只按本机时间运行",
    "Only a demo or test city may be given a clock; a city in use runs by the machine's",
    RefusalKind::unavailable};
inline constexpr Refusal clock_needs_loopback{
    "clock_needs_loopback", "指定时钟时只能监听本机地址",
    "With a clock of its own the server listens on loopback only", RefusalKind::unavailable};
inline constexpr Refusal clock_backwards{
    "clock_backwards", "指定的时刻早于最后一条记录的接收时间，时间不能倒退",
    "The moment lies before the last record was received: time does not run backwards",
    RefusalKind::unavailable};

/// "2026-10-05T09:00", with seconds, or in the record's full form.
Result<Instant> moment_of(const std::string& text);
/// The machine's where the text is empty.
Result<std::unique_ptr<journal::Clock>> clock_of(const std::string& text);

enum class Listening { loopback, beyond };
/// May the city run by a clock that begins then?
Result<Done> may_begin_at(db::Tx& tx, const CityFacts& facts, Instant moment, Listening listening);

}  // namespace zr::app
