#include "app/options.h"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace zr::app {

namespace {

/// A settings file and one variable of the environment, both gone afterwards.
class Surroundings {
 public:
  explicit Surroundings(const std::string& text)
      : file_(std::filesystem::temp_directory_path() /
              ("zr-settings-" + std::to_string(::getpid()) + ".toml")) {
    std::ofstream(file_) << text;
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;
  ~Surroundings() {
    std::filesystem::remove(file_);
    ::unsetenv("ZHIRONG_LISTEN");
  }
  std::string file() const { return file_.string(); }
  void say(const char* listen) { ::setenv("ZHIRONG_LISTEN", listen, 1); }

 private:
  std::filesystem::path file_;
};

struct Told {
  Settings settings;
  std::string text;
};

Told tell(std::vector<std::string> line) {
  std::vector<char*> words;
  for (std::string& word : line) words.push_back(word.data());
  auto before = settings_before(words);
  REQUIRE(before);
  CLI::App app("test");
  city_verb(app, *before, {"serve", ""}, {"listen", "proxy"});
  app.parse(static_cast<int>(words.size()), words.data());
  return {*before, settings_text(*before, words)};
}

Problem refused(const std::string& text) {
  const Surroundings around(text);
  std::vector<std::string> line{"zhirong", "serve", "--config=" + around.file()};
  std::vector<char*> words;
  for (std::string& word : line) words.push_back(word.data());
  const auto before = settings_before(words);
  REQUIRE(!before);
  return before.problem();
}

bool has(const std::string& text, const std::string& line) {
  return text.find(line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE(
    "issue 2 (8): a setting comes from file, environment or flag, the later before the earlier") {
  Surroundings around("listen = \"127.0.0.1:1\"\nproxy = [\"10.0.0.1\", \"10.0.0.2\"]\n");
  Told told = tell({"zhirong", "serve", "--config", around.file()});
  CHECK(told.settings.listen == "127.0.0.1:1");
  CHECK(told.settings.proxies == std::vector<std::string>{"10.0.0.1", "10.0.0.2"});
  CHECK(has(told.text, "listen = '127.0.0.1:1'  # " + around.file()));
  CHECK(has(told.text, "metrics-listen = '127.0.0.1:9080'  # default"));
  around.say("127.0.0.1:2");
  told = tell({"zhirong", "serve", "--config", around.file()});
  CHECK(told.settings.listen == "127.0.0.1:2");
  CHECK(has(told.text, "listen = '127.0.0.1:2'  # ZHIRONG_LISTEN"));
  told = tell({"zhirong", "serve", "--config", around.file(), "--listen=127.0.0.1:3"});
  CHECK(told.settings.listen == "127.0.0.1:3");
  CHECK(has(told.text, "listen = '127.0.0.1:3'  # --listen"));
}

TEST_CASE("what is printed is a settings file again, without the password of an address") {
  const Told told = tell({"zhirong", "serve", "--db", "postgresql://city:secret@127.0.0.1/zr"});
  CHECK(told.settings.db == "postgresql://city:secret@127.0.0.1/zr");
  CHECK(told.text.find("secret") == std::string::npos);
  const Surroundings around(told.text);
  CHECK(tell({"zhirong", "serve", "--config", around.file()}).settings.listen == "127.0.0.1:8080");
}

TEST_CASE(
    "a settings file with an unknown name, a wrong value or a fault is refused with the place") {
  CHECK(refused("lissten = \"127.0.0.1:1\"\n").detail_en.starts_with("lissten"));
  CHECK(refused("listen = 8080\n").detail_en.starts_with("listen"));
  CHECK(refused("proxy = \"10.0.0.1\"\n").detail_en.starts_with("proxy"));
  CHECK(refused("listen = \n").detail_en.find(".toml:1") != std::string::npos);
  CHECK(refused("listen = 8080\n").refusal.code == "bad_settings");
}

}  // namespace zr::app
