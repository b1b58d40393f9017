#include "http/upload.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "http/refusals.h"
#include "http/test_kit.h"

using namespace zr;
using namespace zr::http;
using test::Client;
using test::milliseconds;
using test::serve;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path path = fs::temp_directory_path() / ("zr-uploads-" + std::to_string(::getpid()));
  std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator(path), fs::directory_iterator());
  }
};

std::string content_of_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Route to_file(const Request& request) {
  return {.lane = Lane::commands,
          .body = request.path.starts_with("/files") ? BodyTo::file : BodyTo::memory,
          .body_limit = request.path == "/files/small" ? 1000u : 0u};
}

std::string sample(std::size_t bytes) {
  std::string out(bytes, '\0');
  for (std::size_t i = 0; i < bytes; ++i) out[i] = static_cast<char>(i * 31 % 251);
  return out;
}

}  // namespace

TEST_CASE(
    "a large body goes to a file of its own, sized or in chunks, and the file goes with the "
    "request") {
  const Folder folder;
  const std::string content = sample(3'000'000);
  fs::path seen;
  const auto server = serve({.upload_directory = folder.path,
                             .handle = [&](const Request& request) -> Response {
                               if (!request.upload) return {.body = "no file"};
                               seen = request.upload->path();
                               struct stat about {};
                               ::stat(seen.c_str(), &about);
                               const bool whole = content_of_file(seen) == content &&
                                                  request.upload->bytes() == content.size() &&
                                                  request.body.empty() &&
                                                  (about.st_mode & 0777) == 0600;
                               return {.body = whole ? "whole" : "broken"};
                             },
                             .classify = to_file});
  Client client(server->port());
  client.post("/files/1", content);
  CHECK(client.answer().body == "whole");
  client.send("POST /files/2 HTTP/1.1\r\nHost: zr\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (std::size_t at = 0; at < content.size(); at += 30'000)
    client.send("7530\r\n" + content.substr(at, 30'000) + "\r\n");
  client.send("0\r\n\r\n");
  CHECK(client.answer().body == "whole");
  client.post("/files/3", "");
  CHECK(client.answer().body == "no file");
  CHECK_FALSE(fs::exists(seen));
  CHECK(folder.files() == 0);
}

TEST_CASE("a file that a handler moved away stays") {
  const Folder folder;
  const auto kept = folder.path / "kept";
  const auto server = serve({.upload_directory = folder.path,
                             .handle = [&](const Request& request) -> Response {
                               fs::rename(request.upload->path(), kept);
                               return {.status = 201};
                             },
                             .classify = to_file});
  Client client(server->port());
  client.post("/files/1", "evidence");
  CHECK(client.answer().status == 201);
  server->stop(milliseconds(2000));
  CHECK(content_of_file(kept) == "evidence");
}

TEST_CASE("an upload above its limit, cut off or too slow leaves no file") {
  const Folder folder;
  const auto server = serve({.limits = {.upload_bytes = 2'000'000, .body_grace = milliseconds(800)},
                             .upload_directory = folder.path,
                             .classify = to_file});
  {
    Client client(server->port());
    client.post("/files/small", sample(1000));
    CHECK(client.answer().status == 200);
    client.send("POST /files/small HTTP/1.1\r\nHost: zr\r\nContent-Length: 1001\r\n\r\n");
    CHECK(client.answer().status == 413);
    const std::string million = "F4240\r\n" + sample(1'000'000) + "\r\n";
    Client chunks(server->port());
    chunks.send("POST /files/1 HTTP/1.1\r\nHost: zr\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 3; ++i) chunks.send(million);
    CHECK(chunks.answer().status == 413);
    Client cut(server->port());
    cut.send("POST /files/1 HTTP/1.1\r\nHost: zr\r\nContent-Length: 1000000\r\n\r\n" +
             sample(600'000));
    Client slow(server->port());
    slow.send("POST /files/1 HTTP/1.1\r\nHost: zr\r\nContent-Length: 1000\r\n\r\nx");
    CHECK(slow.answer().status == 408);
  }
  for (int i = 0; i < 100 && server->connections() > 0; ++i)
    std::this_thread::sleep_for(milliseconds(50));
  CHECK(server->connections() == 0);
  CHECK(folder.files() == 0);
}

TEST_CASE("what cannot be stored is refused with 507, and a start clears what a crash left") {
  const Folder folder;
  fs::create_directories(folder.path);
  std::ofstream(folder.path / "upload-stale") << "left behind";
  std::ofstream(folder.path / "other") << "not ours";
  const auto server = serve({.upload_directory = folder.path, .classify = to_file});
  CHECK_FALSE(fs::exists(folder.path / "upload-stale"));
  CHECK(fs::exists(folder.path / "other"));
  fs::remove_all(folder.path);
  Client client(server->port());
  client.post("/files/1", "x");
  const auto answer = client.answer();
  CHECK(answer.status == 507);
  CHECK(answer.body.find(storage_full.code) != std::string::npos);
}
