#pragma once
/// The backup's container: a POSIX tar (ustar) that any tar opens, of which no byte is free: names,
/// sizes, padding and end are exactly what the writer writes, and the last member SHA256SUMS holds
/// the digest of every other one. Reading refuses the first byte that is not so. See
/// docs/adr/0007.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "crypto/digest.h"
#include "documents/source.h"
#include "files/durable.h"

namespace zr::files {

inline constexpr Refusal broken_archive{
    "broken_archive", "备份文件不完整或已被改动，未恢复任何内容",
    "The backup is incomplete or was changed; nothing restored", RefusalKind::bad_input};

/// The member of all digests, as sha256sum prints and checks them.
inline constexpr std::string_view sums_name = "SHA256SUMS";

/// A member's place in the archive.
struct Member {
  std::string name;
  std::uint64_t size = 0;
};

/// Writes beside the final name and takes it only when everything is on disk. What a crash leaves
/// ends in `.partial-…` and is no archive.
class ArchiveWriter {
 public:
  explicit ArchiveWriter(const std::filesystem::path& target);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  void add(std::string_view name, std::string_view bytes);
  /// A member from a file, which must still be of this digest.
  Result<Done> add_file(std::string_view name, const std::filesystem::path& file,
                        std::string_view digest);
  /// False if the final name has been taken by somebody else meanwhile.
  [[nodiscard]] bool finish();

 private:
  void begin(const Member& member);
  void end(const Member& member, const std::string& digest);

  std::filesystem::path target_;
  OpenFile file_;
  std::string sums_;
  bool finished_ = false;
};

/// Reads member after member; each must be read to its end before the next.
class ArchiveReader {
 public:
  explicit ArchiveReader(const std::filesystem::path& file);

  /// The next member; empty after SHA256SUMS, which is judged here and not shown.
  Result<std::optional<Member>> next();
  /// A piece of the present member's bytes; 0 at its end.
  std::size_t read(std::span<char> into);
  /// The whole member, if it is no longer than `most`.
  Result<std::string> all(std::size_t most);
  /// SHA-256 of the present member, once read to its end.
  std::string digest() const { return digest_; }

 private:
  Result<Done> close_member();
  bool zeros(std::uint64_t bytes);
  Result<Done> judge_end(const Member& sums);

  documents::Source source_;
  std::uint64_t at_ = 0;
  std::optional<Member> member_;
  std::uint64_t left_ = 0;
  crypto::Sha256 running_;
  std::string digest_;
  std::string sums_;
};

}  // namespace zr::files
