#include "http/pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <latch>

using zr::http::Pool;

TEST_CASE("a pool takes what its threads and its queue hold, and refuses the next") {
  std::latch running(2);
  std::latch release(1);
  std::atomic<int> done{0};
  Pool pool({.threads = 2, .queue = 3});
  for (int i = 0; i < 2; ++i)
    CHECK(pool.submit([&] {
      running.count_down();
      release.wait();
      ++done;
    }));
  running.wait();
  for (int i = 0; i < 3; ++i) CHECK(pool.submit([&] { ++done; }));
  CHECK_FALSE(pool.submit([&] { ++done; }));
  CHECK(pool.waiting() == 3);
  release.count_down();
  pool.close();
  CHECK(done == 5);
  CHECK_FALSE(pool.submit([&] { ++done; }));
}
