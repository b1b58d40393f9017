#pragma once
/// What has happened in the demo city: four quarters of ledgers and returns, filed on time, late,
/// not at all, sent back, by rows, by form, nil and on behalf; and what waits on somebody's desk
/// today.
#include "app/demo_cast.h"

namespace zr::app {

/// Three quarters whose returns are over by today, and the month since then whose ledgers are in.
struct DemoTimes {
  Date today;
  std::vector<Quarter> quarters = {};
  std::optional<Date> month_end = {};

  Date begins() const { return quarters.front().first() + 7; }
  /// The day that the banks' last ledgers are as of.
  Date last_data() const { return month_end ? *month_end : quarters.back().last(); }
};
DemoTimes demo_times(Date today);

/// Plays from the beginning until the morning of today.
void play_history(DemoStage& stage, const DemoWorld& world, const std::vector<DemoOffice>& offices,
                  const DemoTimes& times);

}  // namespace zr::app
