#include "app/clocks.h"

#include "journal/store.h"

namespace zr::app {

Result<Instant> moment_of(const std::string& text) {
  for (const char* rest : {"", ".000000+08:00", ":00.000000+08:00"})
    if (const auto moment = Instant::parse(text + rest)) return *moment;
  return clock_form;
}

Result<std::unique_ptr<journal::Clock>> clock_of(const std::string& text) {
  std::unique_ptr<journal::Clock> clock;
  if (text.empty()) {
    clock = std::make_unique<journal::MachineClock>();
    return clock;
  }
  const auto moment = moment_of(text);
  if (!moment) return moment.problem();
  clock = std::make_unique<journal::RunningClock>(*moment);
  return clock;
}

Result<Done> may_begin_at(db::Tx& tx, const CityFacts& facts, Instant moment, Listening listening) {
  if (facts.mode == Mode::production) return clock_not_here;
  if (listening == Listening::beyond) return clock_needs_loopback;
  const auto last = journal::store::record(tx, journal::store::chain(tx).sequence);
  if (last && moment < last->received) return clock_backwards;
  return Done{};
}

}  // namespace zr::app
