#pragma once
/// What reads along with the record: consumers with a cursor of their own, on one thread that no
/// commit waits for. Each is called once at the start, for what it missed, soon after commits, and
/// every now and then.
#include <functional>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include "journal/journal.h"

namespace zr::app {

struct Consumer {
  std::string_view name;
  /// Does what is new since its cursor. What it throws is logged, and it is called again later.
  std::function<void()> catch_up;
};

class Consumers {
 public:
  Consumers(journal::Journal& journal, std::vector<Consumer> consumers);
  Consumers(const Consumers&) = delete;
  Consumers& operator=(const Consumers&) = delete;
  /// Lets each catch up once more and ends; before the journal is closed.
  ~Consumers();

 private:
  struct Bell;
  std::shared_ptr<Bell> bell_;  ///< the journal rings it for as long as it lives
  std::thread thread_;
};

}  // namespace zr::app
