#include "files/archive.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <numeric>

namespace zr::files {

namespace {

constexpr std::uint64_t block = 512;
/// The largest size that a plain ustar header can tell.
constexpr std::uint64_t most_member_bytes = (std::uint64_t{1} << 33) - 1;
constexpr std::size_t longest_name = 100;
constexpr std::size_t archive_piece_bytes = 1u << 20;

std::uint64_t padding_of(std::uint64_t size) {
  return (block - size % block) % block;
}

void put(std::string& header, std::size_t at, std::string_view text) {
  header.replace(at, text.size(), text);
}

/// The one header that a member of this name and size has: mode 0600, nobody's, at no time.
std::string header_of(const Member& member) {
  std::string header(block, '\0');
  put(header, 0, member.name);
  put(header, 100, "0000600");
  put(header, 108, "0000000");
  put(header, 116, "0000000");
  put(header, 124, fmt::format("{:011o}", member.size));
  put(header, 136, "00000000000");
  put(header, 148, "        ");
  put(header, 156, "0");
  put(header, 257,
      std::string_view("ustar\0"
                       "00",
                       8));
  const unsigned sum =
      std::accumulate(header.begin(), header.end(), 0u,
                      [](unsigned total, char c) { return total + static_cast<unsigned char>(c); });
  put(header, 148, fmt::format("{:06o}", sum));
  put(header, 154, std::string_view("\0 ", 2));
  return header;
}

/// What a header says, if it is the very header that its name and size have.
std::optional<Member> member_of(std::string_view header) {
  Member member;
  member.name = header.substr(0, header.substr(0, longest_name).find('\0'));
  for (const char digit : header.substr(124, 11)) {
    if (digit < '0' || digit > '7') return std::nullopt;
    member.size = member.size * 8 + static_cast<std::uint64_t>(digit - '0');
  }
  if (member.name.empty() || member.name.size() >= longest_name || header_of(member) != header)
    return std::nullopt;
  return member;
}

std::string sum_line(std::string_view digest, std::string_view name) {
  return fmt::format("{}  {}\n", digest, name);
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
}

}  // namespace

ArchiveWriter::ArchiveWriter(const std::filesystem::path& target)
    : target_(target),
      file_(OpenFile::fresh(folder_of(target), target.filename().string() + ".partial-")) {}

ArchiveWriter::~ArchiveWriter() {
  if (!finished_) ::unlink(file_.path().c_str());
}

void ArchiveWriter::begin(const Member& member) {
  if (member.size > most_member_bytes || member.name.size() >= longest_name)
    throw std::logic_error("no member of an archive: " + member.name);
  file_.write(header_of(member));
}

void ArchiveWriter::end(const Member& member, const std::string& digest) {
  file_.write(std::string(padding_of(member.size), '\0'));
  sums_ += sum_line(digest, member.name);
}

void ArchiveWriter::add(std::string_view name, std::string_view bytes) {
  const Member member{std::string(name), bytes.size()};
  begin(member);
  file_.write(bytes);
  end(member, crypto::sha256_hex(bytes));
}

Result<Done> ArchiveWriter::add_file(std::string_view name, const std::filesystem::path& file,
                                     std::string_view digest) {
  const auto source = documents::Source::file(file);
  const Member member{std::string(name), source.size()};
  begin(member);
  std::string piece(archive_piece_bytes, '\0');
  crypto::Sha256 running;
  for (std::uint64_t at = 0; at < member.size;) {
    const std::size_t got = source.read(at, std::span(piece));
    if (got == 0) return broken_archive;
    file_.write(std::string_view(piece).substr(0, got));
    running.add(std::string_view(piece).substr(0, got));
    at += got;
  }
  if (running.finish_hex() != digest) return broken_archive;
  end(member, std::string(digest));
  return Done{};
}

bool ArchiveWriter::finish() {
  const std::string sums = sums_;  // add() writes to it
  add(sums_name, sums);
  file_.write(std::string(2 * block, '\0'));
  file_.sync();
  if (::link(file_.path().c_str(), target_.c_str()) != 0) {
    if (errno == EEXIST) return false;
    throw std::system_error(errno, std::generic_category(), target_.string());
  }
  ::unlink(file_.path().c_str());
  finished_ = true;
  sync_folder(folder_of(target_));
  return true;
}

ArchiveReader::ArchiveReader(const std::filesystem::path& file)
    : source_(documents::Source::file(file)) {}

Result<std::optional<Member>> ArchiveReader::next() {
  if (const auto closed = close_member(); !closed) return closed.problem();
  std::string header(block, '\0');
  if (source_.read(at_, std::span(header)) != block) return broken_archive;
  at_ += block;
  auto member = member_of(header);
  if (!member || member->size > source_.size() - at_) return broken_archive;
  if (member->name == sums_name) {
    if (const auto ended = judge_end(*member); !ended) return ended.problem();
    return std::optional<Member>();
  }
  left_ = member->size;
  member_ = member;
  return member;
}

std::size_t ArchiveReader::read(std::span<char> into) {
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), left_));
  const std::size_t got = source_.read(at_, into.first(wanted));
  running_.add(std::string_view(into.data(), got));
  at_ += got;
  left_ -= got;
  if (left_ == 0 && member_) {
    digest_ = running_.finish_hex();
    sums_ += sum_line(digest_, member_->name);
    if (!zeros(padding_of(member_->size))) at_ = source_.size() + 1;
    member_.reset();
  }
  return got;
}

Result<std::string> ArchiveReader::all(std::size_t most) {
  if (left_ > most) return broken_archive;
  std::string bytes(left_, '\0');
  std::size_t got = 0;
  do {
    const std::size_t piece = read(std::span(bytes).subspan(got));
    got += piece;
    if (piece == 0) break;
  } while (got < bytes.size());
  if (got != bytes.size()) return broken_archive;
  return bytes;
}

/// A member that was not read through, or whose padding held something, ends here.
Result<Done> ArchiveReader::close_member() {
  if (member_ && left_ == 0) read({});
  if (member_ || at_ > source_.size()) return broken_archive;
  return Done{};
}

bool ArchiveReader::zeros(std::uint64_t bytes) {
  std::array<char, 2 * block> found{};
  const std::size_t got = source_.read(at_, std::span(found).first(bytes));
  at_ += got;
  return got == bytes && std::all_of(found.begin(), found.end(), [](char c) { return c == 0; });
}

Result<Done> ArchiveReader::judge_end(const Member& sums) {
  if (sums.size != sums_.size()) return broken_archive;
  std::string told(sums.size, '\0');
  if (source_.read(at_, std::span(told)) != told.size() || told != sums_) return broken_archive;
  at_ += sums.size;
  if (!zeros(padding_of(sums.size)) || !zeros(2 * block) || at_ != source_.size())
    return broken_archive;
  return Done{};
}

}  // namespace zr::files
