#include "export.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "crypto/digest.h"

namespace verify_test {

namespace crypto = zr::crypto;
namespace fs = std::filesystem;

namespace {

std::string dump_line(std::string_view table, const std::string& key, const std::string& columns) {
  return fmt::format("{}\t{}\t{}", table, key, columns);
}

std::string note_line(int record) {
  return dump_line(
      "note", fmt::format(R"(["B{:02}"])", record),
      fmt::format(R"({{"balance_fen":{},"bank":"甲银行","sequence":{}}})", record * 100, record));
}

std::string version_line(int number) {
  return dump_line("note_version", fmt::format(R"(["B04",{}])", number),
                   R"({"class":"pass","sequence":4})");
}

/// A folder of this process for the files given to the verifier.
const fs::path& folder() {
  struct Folder {
    fs::path path = fs::temp_directory_path() / ("zr_verify_" + std::to_string(::getpid()));
    Folder() { fs::create_directory(path); }
    ~Folder() { fs::remove_all(path); }
  };
  static const Folder made;
  return made.path;
}

std::string stored(const char* name, const std::string& text) {
  const auto path = folder() / name;
  std::ofstream(path, std::ios::binary) << text;
  return "'" + path.string() + "'";
}

}  // namespace

Draft init(std::string_view public_key) {
  return {.action = "init",
          .body = fmt::format(
              R"({{"public_key":"{}","covered":["note","note_version"],"city":"示例市"}})",
              public_key)};
}

std::string row_digests(std::string_view table, const std::vector<std::string>& lines) {
  return fmt::format(R"({{"table":"{}","count":{},"sha256":"{}"}})", table, lines.size(),
                     crypto::sha256_hex(lines_of(lines)));
}

std::vector<std::string> linked(const std::vector<Draft>& drafts) {
  std::vector<std::string> records;
  std::string prev(64, '0');
  for (const Draft& draft : drafts) {
    records.push_back(fmt::format(
        R"({{"v":1,"alg":"sha256","seq":{},"prev":"{}","received":"2026-01-05T08:00:00.000000+08:00",)"
        R"("business_date":"2026-01-05","action":"{}","key":"k-{}","actor":{{"person":1,"account":1,)"
        R"("organisation":2}}{},"body":{},"outcome":"{}","result":{{"text":"a \"quoted\" \\ text"}},)"
        R"("events":[{{"kind":"changed","subjects":[1,2]}}]{}}})",
        records.size() + 1, prev, draft.action, records.size() + 1,
        draft.from.empty() ? "" : R"(,"from":)" + draft.from, draft.body, draft.outcome,
        draft.rows.empty() ? "" : R"(,"rows":[)" + draft.rows + "]"));
    prev = crypto::sha256_hex(records.back());
  }
  return records;
}

void Export::close() {
  const std::string head =
      records.empty() ? std::string(64, '0') : crypto::sha256_hex(records.back());
  end = fmt::format("{} {}", records.size(), head);
}

std::string Export::text() const {
  std::string out = "zhirong-journal 1\n";
  for (const auto& record : records) out += "R " + record + '\n';
  for (const auto& anchor : anchors) out += "A " + crypto::anchor_line(anchor) + '\n';
  return out + "E " + end + '\n';
}

City::City() {
  drafts.push_back(init(key.public_key()));
  for (int record = 2; record <= 10; ++record) {
    dump.push_back(note_line(record));
    Draft draft;
    if (record % 2 == 0) draft.from = R"({"address":"192.0.2.7","request":"a-1"})";
    draft.rows = row_digests("note", {note_line(record)});
    if (record == 4) {
      dump.push_back(version_line(1));
      dump.push_back(version_line(2));
      draft.rows += "," + row_digests("note_version", {version_line(1), version_line(2)});
    }
    drafts.push_back(draft);
  }
  dump.push_back("plain\t[1]\t{\"name\":\"not covered\"}");
  relink();
}

void City::relink() {
  file.records = linked(drafts);
  file.close();
}

crypto::Anchor City::anchor(std::size_t seq) const {
  return crypto::sign_anchor(key, {.seq = static_cast<std::int64_t>(seq),
                                   .head = crypto::sha256_hex(file.records.at(seq - 1)),
                                   .at = "2026-01-05T18:00:00.000000+08:00"});
}

Answer verify_words(const std::string& words) {
  const char* program = std::getenv("ZR_VERIFY");
  REQUIRE_MESSAGE(program != nullptr, "ZR_VERIFY names the program; ctest sets it");
  std::FILE* pipe = ::popen(fmt::format("'{}' {} 2>&1", program, words).c_str(), "r");
  REQUIRE(pipe != nullptr);
  Answer answer;
  std::array<char, 4096> piece;
  while (const auto got = std::fread(piece.data(), 1, piece.size(), pipe))
    answer.said.append(piece.data(), got);
  const int status = ::pclose(pipe);
  answer.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

Answer verify(const Files& files) {
  std::string words = stored("export", files.text);
  if (!files.anchors.empty()) words += " --anchor " + stored("anchors", files.anchors);
  if (!files.rows.empty()) words += " --rows " + stored("dump", files.rows);
  return verify_words(words);
}

std::string lines_of(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

std::string lines_of(const std::vector<crypto::Anchor>& anchors) {
  std::string out;
  for (const auto& anchor : anchors) out += crypto::anchor_line(anchor) + '\n';
  return out;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, "the text to replace is missing: " << from);
  return text.replace(at, from.size(), to);
}

}  // namespace verify_test
