#include "crypto/anchor.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace crypto = zr::crypto;
namespace fs = std::filesystem;

namespace {

crypto::AnchorPoint point(std::int64_t seq) {
  return {.seq = seq, .head = std::string(64, 'a'), .at = "2026-01-05T08:00:00.000000+08:00"};
}

struct Scratch {
  std::string path =
      (fs::temp_directory_path() / ("zr_anchor_" + std::to_string(::getpid()))).string();
  ~Scratch() { fs::remove(path); }
  std::string text() const {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
  }
  void add(std::string_view more) const { std::ofstream(path, std::ios::app) << more; }
};

}  // namespace

TEST_CASE("the signed bytes of an anchor are fixed") {
  CHECK(crypto::anchor_message(point(12)) ==
        "zhirong-anchor 1\n12\n" + std::string(64, 'a') + "\n2026-01-05T08:00:00.000000+08:00\n");
}

TEST_CASE("an anchor is one line that reads back and fits its key only") {
  const auto key = crypto::SigningKey::create();
  const auto anchor = crypto::sign_anchor(key, point(12));
  const std::string line = crypto::anchor_line(anchor);
  CHECK(line == R"({"v":1,"seq":12,"head":")" + std::string(64, 'a') +
                    R"(","at":"2026-01-05T08:00:00.000000+08:00","key":")" + key.id() +
                    R"(","signature":")" + anchor.signature + R"("})");
  const auto read = crypto::parse_anchor(line);
  REQUIRE(read);
  CHECK(*read == anchor);
  CHECK(crypto::anchor_fits(*read, key.public_key()));
  CHECK_FALSE(crypto::anchor_fits(*read, crypto::SigningKey::create().public_key()));
  auto moved = *read;
  moved.point.seq = 13;
  CHECK_FALSE(crypto::anchor_fits(moved, key.public_key()));
}

TEST_CASE("a line that differs from the anchor's form anywhere is refused") {
  const std::string line =
      crypto::anchor_line(crypto::sign_anchor(crypto::SigningKey::create(), point(1)));
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string broken = line;
    broken[i] = '~';
    CHECK(crypto::parse_anchor(broken) == crypto::not_an_anchor);
    CHECK(crypto::parse_anchor(line.substr(0, i)) == crypto::not_an_anchor);
  }
  CHECK(crypto::parse_anchor(line + " ") == crypto::not_an_anchor);
  std::string zero = line;
  zero.replace(zero.find("\"seq\":1"), 7, "\"seq\":0");
  CHECK(crypto::parse_anchor(zero) == crypto::not_an_anchor);
}

TEST_CASE("appended anchors are read in order") {
  const Scratch file;
  const auto key = crypto::SigningKey::create();
  CHECK(crypto::read_anchors(file.path) == crypto::no_anchor_file);
  crypto::append_anchor(file.path, crypto::sign_anchor(key, point(1)));
  crypto::append_anchor(file.path, crypto::sign_anchor(key, point(2)));
  const auto anchors = crypto::read_anchors(file.path);
  REQUIRE(anchors);
  REQUIRE(anchors->size() == 2);
  CHECK(anchors->at(1).point == point(2));
}

TEST_CASE("an anchor line cut off by a crash is left out and replaced by the next anchor") {
  const Scratch file;
  const auto key = crypto::SigningKey::create();
  const std::string first = crypto::anchor_line(crypto::sign_anchor(key, point(1))) + '\n';
  file.add(first);
  file.add(first.substr(0, 100));
  REQUIRE(crypto::read_anchors(file.path));
  CHECK((*crypto::read_anchors(file.path)).size() == 1);
  const auto second = crypto::sign_anchor(key, point(2));
  crypto::append_anchor(file.path, second);
  CHECK(file.text() == first + crypto::anchor_line(second) + '\n');
}

TEST_CASE(
    "a broken anchor line is refused with its number, and a file without lines is not touched") {
  const Scratch file;
  const auto anchor = crypto::sign_anchor(crypto::SigningKey::create(), point(1));
  crypto::append_anchor(file.path, anchor);
  file.add("nothing\n");
  const auto read = crypto::read_anchors(file.path);
  CHECK(read == crypto::not_an_anchor);
  CHECK(read.problem().detail_en == "line 2");
  const std::string long_text(5000, 'a');
  std::ofstream(file.path, std::ios::trunc) << long_text << '\n' << long_text;
  CHECK(crypto::read_anchors(file.path) == crypto::not_an_anchor);
  CHECK_THROWS(crypto::append_anchor(file.path, anchor));
  CHECK(file.text().size() == 2 * long_text.size() + 1);
}
