#include "http/event_hub.h"

#include <atomic>
#include <latch>
#include <thread>

#include "http/event_stream.h"
#include "journal/test_city.h"

using namespace zr;

namespace {

/// Every reader of the city, held until it is released.
class BusyReaders {
 public:
  explicit BusyReaders(journal::Journal& journal) {
    for (std::ptrdiff_t i = 0; i < readers; ++i)
      threads_.emplace_back([&] {
        journal.read([&](db::Tx&) {
          held_.count_down();
          release_.wait();
          return 0;
        });
      });
    held_.wait();
  }
  ~BusyReaders() {
    release_.count_down();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  static constexpr std::ptrdiff_t readers = 4;
  std::latch held_{readers};
  std::latch release_{1};
  std::vector<std::thread> threads_;
};

bool soon(const std::function<bool()>& holds) {
  for (int i = 0; i < 250 && !holds(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return holds();
}

}  // namespace

TEST_CASE("news waits while every reader is busy: the server lives on and nothing is lost") {
  test::on_both_engines([](const db::Url& url) {
    test::TestCity city(url);
    city.patience = std::chrono::milliseconds(50);
    city.open();
    std::atomic<int> faults = 0;
    const auto fault = [&](auto, auto) { ++faults; };
    http::Sessions sessions(*city.journal);
    http::EventHub hub(*city.journal, sessions, fault);
    http::Request request;
    request.headers = {{"cookie", "zhirong=" + city.session()}};
    const auto who = sessions.of(request);
    REQUIRE(who);
    const auto response = hub.open(request, **who);
    const auto stream = std::get<http::Events>(response.body);
    {
      const BusyReaders busy(*city.journal);
      city.clock.advance(std::chrono::seconds(1));
      // A program's record of its own that everybody hears of.
      city.submit("day.close", json::Object{{"day", "2026-01-06"}});
      CHECK(soon([&] { return faults > 0; }));
    }
    std::string heard;
    CHECK(soon([&] { return (heard += stream->take()).find("day.closed") != std::string::npos; }));
  });
}
