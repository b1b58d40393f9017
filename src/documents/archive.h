#pragma once
/// The parts of an XLSX: members of a zip archive, read one at a time and only those asked for by
/// name. Nothing is unpacked to disk, no name is followed, and every unpacked byte is counted
/// against one budget, whatever sizes the archive claims.
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "documents/limits.h"
#include "documents/source.h"

namespace zr::documents {

/// What may still be spent on one file.
struct Budget {
  std::uint64_t unpacked_bytes;
  std::uint64_t xml_marks;
};

/// One member being unpacked; it must not outlive its archive.
class Part {
 public:
  /// Fills `into` in part or whole; 0 at the end.
  Result<std::size_t> read(std::span<char> into);

 private:
  friend class Archive;
  struct Member;
  explicit Part(std::shared_ptr<Member> member) : member_(std::move(member)) {}
  std::shared_ptr<Member> member_;
};

class Archive {
 public:
  static Result<Archive> open(const Source& source, const Limits& limits);

  /// Is there a member whose name contains this text, whatever its case?
  bool has_name_with(std::string_view text) const;
  bool has(std::string_view name) const { return find(name).has_value(); }
  Result<Part> part(std::string_view name);

  const Limits& limits() const;
  Budget& budget();

 private:
  struct Zip;
  explicit Archive(std::shared_ptr<Zip> zip) : zip_(std::move(zip)) {}
  std::optional<std::uint64_t> find(std::string_view name) const;
  std::shared_ptr<Zip> zip_;
};

}  // namespace zr::documents
