#include "app/init.h"

#include <filesystem>

#include "app/data_files.h"
#include "journal/clock.h"
#include "journal/test_city.h"

namespace app = zr::app;

TEST_CASE("init makes the folder that its anchors stand in, and draws three secrets") {
  const zr::test::Folder folder;
  const auto place = [&](const char* name) { return (folder.path() / name).string(); };
  zr::journal::VirtualClock clock(zr::Instant::start_of({2026, 9, 30}));
  auto journal = app::open_city({zr::db::Engine::sqlite, place("city.db")}, clock);
  REQUIRE(journal);
  const app::Beginning beginning{.mode = app::Mode::test,
                                 .key_file = place("key"),
                                 .data_folder = app::data_folder("data"),
                                 .anchors_file = place("var/anchors")};
  const auto secrets = app::begin_city(**journal, beginning);
  REQUIRE(secrets);
  CHECK(secrets->size() == 3);
  CHECK(std::filesystem::exists(beginning.anchors_file));
  CHECK(app::begin_city(**journal, beginning).problem().refusal.code == "city_exists");
}
