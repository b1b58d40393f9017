#include "http/static_files.h"

#include <fstream>

#include "http/problem.h"
#include "http/test_kit.h"

using namespace zr;
using namespace zr::http;
using test::Client;
using test::serve;
namespace fs = std::filesystem;

namespace {

/// A small web/dist, and beside and in it what must never be served.
class Dist {
 public:
  Dist() : root_(fs::temp_directory_path() / ("zr-dist-" + std::to_string(::getpid()))) {
    write("secret.txt", "canary");
    write("dist/index.html", "<style nonce=\"__CSP_NONCE__\"></style><p id=\"__CSP_NONCE__\">");
    write("dist/favicon.ico", "icon");
    write("dist/assets/app-1a2b.js", "plain script");
    write("dist/assets/app-1a2b.js.br", "brotli script");
    write("dist/assets/app-1a2b.js.gz", "gzip script");
    write("dist/assets/app-1a2b.css", "style");
    write("dist/.env", "canary");
    write("dist/.git/config", "canary");
    fs::create_symlink(root_ / "secret.txt", root_ / "dist/link.txt");
    fs::create_directory_symlink(root_, root_ / "dist/up");
  }
  ~Dist() { fs::remove_all(root_); }
  Dist(const Dist&) = delete;
  Dist& operator=(const Dist&) = delete;
  fs::path path() const { return root_ / "dist"; }

 private:
  void write(const char* name, std::string_view text) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  fs::path root_;
};

/// A server as the house runs it: one API route, the page, and 404 for the rest.
std::unique_ptr<Server> site_of(const Dist& dist) {
  const auto files = std::make_shared<StaticFiles>(*StaticFiles::load(dist.path()));
  return serve({.handle = [files](const Request& request) {
    if (request.path == "/api/v1/loans" && request.method == Method::get)
      return Response{.body = "canary of the API"};
    if (auto file = files->answer(request)) return std::move(*file);
    return problem_response(not_found, request);
  }});
}

test::Answer ask(const Server& server, std::string_view target, std::string_view headers = {}) {
  Client client(server.port());
  client.get(target, headers);
  return client.answer();
}

/// Spellings by which a side door or a way out of the directory is tried.
constexpr const char* side_paths[] = {
    "/api/v1/loans/",
    "/api//v1/loans",
    "//api/v1/loans",
    "/api/v1/./loans",
    "/api/v1/x/../loans",
    "/API/v1/loans",
    "/api/V1/loans",
    "/Api/v1/loans",
    "/api/v1/loans;x=1",
    "/api;/v1/loans",
    "/api/v1/loans%00",
    "/api/v1/loans%2f",
    "/api%2fv1%2floans",
    "/api/v1/loans.json",
    "/api/v1/loans.html",
    "/api/v1/loans%20",
    "/api/v1/%6coans/",
    "/api/v1\\loans",
    "/api/v1%5cloans",
    "/api/v1/loans%0a",
    "/%2e/api/v1/loans",
    "/api/v1/loans/.",
    "/api/v1/loans/..",
    "/api",
    "/api/",
    "/api/v2/loans",
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/....//secret.txt",
    "/..;/secret.txt",
    "/%252e%252e/secret.txt",
    "/assets/../../secret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/..%c0%afsecret.txt",
    "/secret.txt",
    "/link.txt",
    "/up/secret.txt",
    "/up/dist/.env",
    "/.env",
    "/%2eenv",
    "/.git/config",
    "/.git",
    "/assets",
    "/assets/",
    "/assets/app-1a2b.js/",
    "/assets/app-1a2b.js.br",
    "/assets/app-1a2b.js%00.png",
    "/assets/app-1A2B.js",
    "/index.html/x",
    "/index.html",
    "/metrics",
    "/healthz",
    "/etc/passwd.",
    "/file:///etc/passwd",
    "/c:/windows/win.ini",
    "/proc/self/environ.",
    "/loans/",
};

}  // namespace

TEST_CASE("a hashed asset is served in the best coding the client takes, for good") {
  const Dist dist;
  const auto server = site_of(dist);
  const auto plain = ask(*server, "/assets/app-1a2b.js");
  CHECK(plain.body == "plain script");
  CHECK(plain.header("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(plain.header("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(plain.header("Vary") == "Accept-Encoding");
  CHECK(plain.header("Content-Encoding") == "");
  const auto brotli = ask(*server, "/assets/app-1a2b.js", "Accept-Encoding: gzip, deflate, br\r\n");
  CHECK(brotli.body == "brotli script");
  CHECK(brotli.header("Content-Encoding") == "br");
  CHECK(brotli.header("ETag") != plain.header("ETag"));
  const auto gzip = ask(*server, "/assets/app-1a2b.js", "Accept-Encoding: gzip, br;q=0\r\n");
  CHECK(gzip.body == "gzip script");
  CHECK(gzip.header("Content-Encoding") == "gzip");
  CHECK(ask(*server, "/assets/app-1a2b.css", "Accept-Encoding: br\r\n").body == "style");
}

TEST_CASE("a file the client already has is answered 304 without a body") {
  const Dist dist;
  const auto server = site_of(dist);
  Client client(server->port());
  client.get("/favicon.ico");
  const auto first = client.answer();
  CHECK(first.header("Cache-Control") == "no-cache");
  client.get("/favicon.ico", "If-None-Match: " + first.header("ETag") + "\r\n");
  const auto second = client.answer();
  CHECK(second.status == 304);
  CHECK(second.header("Content-Length") == "");
  CHECK(second.header("ETag") == first.header("ETag"));
  client.get("/favicon.ico", "If-None-Match: \"other\"\r\n");
  CHECK(client.answer().body == "icon");
}

TEST_CASE("the page is served for its own navigation with a fresh nonce in text and policy") {
  const Dist dist;
  const auto server = site_of(dist);
  const auto page = ask(*server, "/");
  const auto policy = page.header("Content-Security-Policy");
  const auto at = policy.find("style-src 'self' 'nonce-");
  REQUIRE(at != std::string::npos);
  const auto nonce = policy.substr(at + 24, 32);
  CHECK(page.body == "<style nonce=\"" + nonce + "\"></style><p id=\"" + nonce + "\">");
  CHECK(page.header("Cache-Control") == "no-store");
  CHECK(ask(*server, "/").body != page.body);
  for (const auto* path : {"/loans", "/loans/01HX-7", "/sign-in", "/returns/2026Q3/lines"})
    CHECK_MESSAGE(ask(*server, path).header("Content-Type") == "text/html; charset=utf-8", path);
  Client client(server->port());
  client.send("HEAD /loans HTTP/1.1\r\nHost: zr\r\n\r\n");
  CHECK(client.answer(Client::Body::none).status == 200);
  client.post("/loans", "");
  CHECK(client.answer().status == 404);
}

TEST_CASE("rows 17 and 43: no side door and no traversal ever answers 2xx or shows a canary") {
  const Dist dist;
  const auto server = site_of(dist);
  CHECK(ask(*server, "/api/v1/loans").body == "canary of the API");
  for (const auto* target : side_paths) {
    const auto answer = ask(*server, target);
    CHECK_MESSAGE((answer.status == 400 || answer.status == 404), target);
    CHECK_MESSAGE(answer.body.find("canary") == std::string::npos, target);
  }
  for (const auto* header :
       {"X-Original-URL: /api/v1/loans", "X-Rewrite-URL: /api/v1/loans",
        "X-Forwarded-Prefix: /api/v1/loans", "X-Forwarded-User: admin", "X-Real-IP: 127.0.0.1"})
    CHECK_MESSAGE(ask(*server, "/api/v1/other", std::string(header) + "\r\n").status == 404,
                  header);
  for (const auto* method : {"PUT", "PATCH", "DELETE", "POST", "OPTIONS", "HEAD"}) {
    Client client(server->port());
    client.send(std::string(method) + " /api/v1/loans HTTP/1.1\r\nHost: zr\r\n\r\n");
    CHECK_MESSAGE(client.answer(Client::Body::none).status == 404, method);
    // An override is not read: the request stays the GET that it is.
    CHECK(ask(*server, "/api/v1/loans", "X-HTTP-Method-Override: " + std::string(method) + "\r\n")
              .status == 200);
  }
}

TEST_CASE("without a built page there are no files, and the server still starts") {
  const auto none = StaticFiles::load("/nonexistent/dist");
  REQUIRE(none);
  Request request;
  request.path = "/";
  CHECK_FALSE(none->answer(request));
}
