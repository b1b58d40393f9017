#pragma once
/// What the program does by itself as time goes on: at 00:05 in China it closes the business day,
/// runs the commands that follow a day's end, and settles duties; after a publication of rules it
/// settles duties; every hour it digests the access events. What is due is read from the record
/// alone and every step has a key of its own, so a killed program goes on where it stopped and
/// comes to the same record.
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/consumers.h"
#include "journal/journal.h"

namespace zr::app {

/// A program's command that follows the end of a day, between `day.close` and `duties.settle`.
struct DayEnd {
  std::string_view command;
  /// The command's body for the day that was closed; empty where it does not follow that day.
  std::optional<json::Value> (*body)(db::Tx& tx, Date closed);
};

struct Step {
  std::string command;
  json::Value body;
  std::string key;
};

/// The business day is closed this long after it has ended.
inline constexpr std::chrono::minutes after_midnight{5};

class Agenda {
 public:
  explicit Agenda(std::vector<DayEnd> day_ends) : day_ends_(std::move(day_ends)) {}
  /// The first step that is due and has not been taken; empty where all is done.
  std::optional<Step> next(db::Tx& tx, Instant now);

 private:
  void look(db::Tx& tx);
  std::optional<Step> after_close(db::Tx& tx, Date closed) const;

  std::vector<DayEnd> day_ends_;
  std::int64_t seen_ = 0;  ///< record up to which the following are known
  std::int64_t closed_ = 0;
  std::int64_t published_ = 0;
  std::int64_t settled_ = 0;
  std::int64_t digest_ = 0;      ///< record of the last digest of access events
  std::int64_t last_event_ = 0;  ///< last event in it
};

/// Takes what is due, one step after the other; `stopped` is asked between them. A step that is
/// turned away without a record is logged and tried again at the next call.
Consumer jobs(journal::Journal& journal, std::vector<DayEnd> day_ends,
              std::function<bool()> stopped);

}  // namespace zr::app
