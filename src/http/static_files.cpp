#include "http/static_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "crypto/digest.h"
#include "http/negotiate.h"
#include "http/secure_headers.h"

namespace zr::http {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view nonce_mark = "__CSP_NONCE__";
constexpr Refusal unreadable_page{"unreadable_page", "网页文件目录无法读取或超过上限",
                                  "The directory of the web page cannot be read or is too large",
                                  RefusalKind::unavailable};

struct Type {
  std::string_view suffix;
  std::string_view type;
};
constexpr Type types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
};

std::string type_of(std::string_view path) {
  for (const Type& row : types)
    if (path.ends_with(row.suffix)) return std::string(row.type);
  return "application/octet-stream";
}

/// Half a digest tells versions of our own files apart.
std::string tag_of(std::string_view bytes) {
  return '"' + crypto::sha256_hex(bytes).substr(0, 32) + '"';
}

std::optional<std::string> content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return std::nullopt;
  return out;
}

/// Names with a hash of their content, so that they never change (Vite puts them here).
bool never_changes(std::string_view path) {
  return path.starts_with("/assets/");
}

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

bool is_navigation(std::string_view path) {
  if (path == "/") return true;
  if (!path.starts_with('/') || path.ends_with('/')) return false;
  const auto first = path.substr(1, path.find('/', 1) - 1);
  if (!std::all_of(first.begin(), first.end(), word_char)) return false;
  if (first == "api" || first == "assets" || first == "healthz" || first == "metrics") return false;
  return std::all_of(path.begin(), path.end(), [](char c) {
    return word_char(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '/';
  });
}

Result<StaticFiles> StaticFiles::load(const fs::path& directory) {
  StaticFiles out;
  std::error_code error;
  if (!fs::is_directory(directory, error)) return out;
  fs::recursive_directory_iterator at(directory, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    const auto status = at->symlink_status(error);
    if (error) break;
    if (hidden || fs::is_symlink(status)) {
      at.disable_recursion_pending();
    } else if (fs::is_regular_file(status)) {
      const auto name = "/" + at->path().lexically_relative(directory).generic_string();
      if (const auto taken = out.take_in(at->path(), name); !taken) return taken.problem();
    }
  }
  if (error) return unreadable_page;
  std::erase_if(out.files_, [](const auto& entry) { return !entry.second.plain.bytes; });
  if (const auto page = out.files_.find("/index.html"); page != out.files_.end()) {
    out.index_ = page->second.plain.bytes;
    out.files_.erase(page);  // Only ever served with a nonce.
  }
  return out;
}

/// A file, or a compressed form of one that stands beside it.
Result<Done> StaticFiles::take_in(const fs::path& file, const std::string& url_path) {
  auto bytes = content_of(file);
  if (!bytes) return unreadable_page;
  bytes_ += bytes->size();
  if (bytes_ > most_bytes || files_.size() >= most_files) return unreadable_page;
  const bool brotli = url_path.ends_with(".br");
  const bool gzip = url_path.ends_with(".gz");
  File& entry = files_[brotli || gzip ? url_path.substr(0, url_path.size() - 3) : url_path];
  Variant variant{nullptr, tag_of(*bytes)};
  variant.bytes = std::make_shared<const std::string>(std::move(*bytes));
  if (brotli) {
    entry.brotli = std::move(variant);
  } else if (gzip) {
    entry.gzip = std::move(variant);
  } else {
    entry.plain = std::move(variant);
    entry.type = type_of(url_path);
  }
  return Done{};
}

/// The page with a fresh nonce in text and policy; kept by nobody.
Response StaticFiles::page() const {
  const std::string nonce = random_hex(16);
  std::string body = *index_;
  for (auto at = body.find(nonce_mark); at != std::string::npos;
       at = body.find(nonce_mark, at + nonce.size()))
    body.replace(at, nonce_mark.size(), nonce);
  return {.status = 200,
          .headers = {{"Content-Type", "text/html; charset=utf-8"},
                      {"Content-Security-Policy", content_policy(nonce)}},
          .body = std::move(body),
          .route = "/"};
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
  if (request.method != Method::get && request.method != Method::head) return std::nullopt;
  const auto found = files_.find(request.path);
  if (found == files_.end()) {
    if (!index_ || !is_navigation(request.path)) return std::nullopt;
    return page();
  }
  const File& file = found->second;
  const auto accepted = request.header("accept-encoding").value_or("");
  const Variant* chosen = &file.plain;
  std::string_view coding;
  if (file.brotli && accepts_encoding(accepted, "br")) {
    chosen = &*file.brotli;
    coding = "br";
  } else if (file.gzip && accepts_encoding(accepted, "gzip")) {
    chosen = &*file.gzip;
    coding = "gzip";
  }
  Response response{.status = 200, .headers = {}, .body = chosen->bytes, .route = found->first};
  auto& headers = response.headers;
  headers.push_back({"ETag", chosen->tag});
  headers.push_back({"Vary", "Accept-Encoding"});
  headers.push_back({"Cache-Control", never_changes(found->first)
                                          ? "public, max-age=31536000, immutable"
                                          : "no-cache"});
  if (lists_tag(request.header("if-none-match").value_or(""), chosen->tag)) {
    response.status = 304;
    response.body = std::string();
    return response;
  }
  headers.push_back({"Content-Type", file.type});
  if (!coding.empty()) headers.push_back({"Content-Encoding", std::string(coding)});
  return response;
}

}  // namespace zr::http
