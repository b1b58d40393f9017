#pragma once
/// The built web page (web/dist), read into memory at start. A request is looked up in a map of
/// what was found there: hidden files and ways out of the directory cannot be named at all.
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace zr::http {

class StaticFiles {
 public:
  static constexpr std::size_t most_files = 4096;
  static constexpr std::uint64_t most_bytes = 128ull * 1024 * 1024;

  /// No directory means no files: a server without its page still serves the API. Refused above the
  /// limits or when a file cannot be read. Symbolic links and hidden files are passed over.
  static Result<StaticFiles> load(const std::filesystem::path& directory);

  /// The file of this path, else the page for a path of the page's own navigation, else nothing.
  /// GET and HEAD only.
  std::optional<Response> answer(const Request& request) const;
  bool has(std::string_view path) const { return files_.find(path) != files_.end(); }

 private:
  /// One coding of a file, with its own entity tag.
  struct Variant {
    Shared bytes;
    std::string tag;
  };
  struct File {
    std::string type;
    Variant plain;
    std::optional<Variant> brotli;
    std::optional<Variant> gzip;
  };
  Result<Done> take_in(const std::filesystem::path& file, const std::string& url_path);
  Response page() const;

  std::map<std::string, File, std::less<>> files_;
  Shared index_;  ///< index.html with its placeholder for the nonce.
  std::uint64_t bytes_ = 0;
};

/// Could the page's own router know this path? Never /api, and none of the spellings by which a
/// side door is tried: other case, suffix, parameter, trailing slash.
bool is_navigation(std::string_view path);

}  // namespace zr::http
