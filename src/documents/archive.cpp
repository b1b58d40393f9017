#include "documents/archive.h"

#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <new>
#include <string>

#include "base/text.h"
#include "documents/bytes.h"
#include "documents/refusals.h"

namespace zr::documents {

namespace {

constexpr std::size_t tail_bytes =
    (64u << 10) + 22 + 20;              ///< Longest comment and both end records.
constexpr int end_records_allowed = 4;  ///< One, and a few that chance or an embedded file brings.

/// Members of the archive by the 64-bit end record to which the locator at `at` points.
std::uint64_t members_64(const Source& source, std::string_view tail, std::size_t at) {
  std::string record(56, '\0');
  record.resize(source.read(little_endian(tail, at + 8, 8), record));
  return little_endian(record, 32, 8);
}

/// Rationale: libzip builds a list of all members before we could count them, and tries each end
/// record it finds; a hostile list of millions would cost a gigabyte. So the counts are read here
/// first, from every end record.
Result<Done> check_end_records(const Source& source, const Limits& limits) {
  const std::uint64_t from = source.size() > tail_bytes ? source.size() - tail_bytes : 0;
  std::string tail(tail_bytes, '\0');
  tail.resize(source.read(from, tail));
  const auto most = static_cast<std::uint64_t>(limits.archive_entries);
  int records = 0;
  for (std::size_t at = tail.find("PK\x05\x06"); at != std::string::npos;
       at = tail.find("PK\x05\x06", at + 4)) {
    if (++records > end_records_allowed) return damaged_file;
    std::uint64_t members = little_endian(tail, at + 10, 2);
    if (at >= 20 && std::string_view(tail).substr(at - 20, 4) == "PK\x06\x07")
      members = std::max(members == 0xFFFF ? 0 : members, members_64(source, tail, at - 20));
    if (members > most) return too_complex;
  }
  if (records == 0) return damaged_file;
  return Done{};
}

zip_t* open_zip(const Source& source) {
  int error = 0;
  if (const int descriptor = source.duplicate(); descriptor >= 0) {
    zip_t* zip = zip_fdopen(descriptor, 0, &error);
    if (zip == nullptr) ::close(descriptor);
    return zip;
  }
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* bytes =
      zip_source_buffer_create(source.bytes().data(), source.bytes().size(), 0, &why);
  if (bytes == nullptr) throw std::bad_alloc();
  zip_t* zip = zip_open_from_source(bytes, ZIP_RDONLY, &why);
  if (zip == nullptr) zip_source_free(bytes);
  zip_error_fini(&why);
  return zip;
}

}  // namespace

struct Archive::Zip {
  zip_t* handle = nullptr;
  Limits limits;
  Budget budget;

  Zip(zip_t* opened, const Limits& caps)
      : handle(opened),
        limits(caps),
        budget{.unpacked_bytes = caps.unpacked_bytes, .xml_marks = caps.xml_marks} {}
  ~Zip() { zip_discard(handle); }
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;
};

struct Part::Member {
  zip_file_t* handle = nullptr;
  Budget& budget;
  std::uint64_t claimed;  ///< Size by the archive's directory.
  std::uint64_t given = 0;

  Member(zip_file_t* opened, Budget& shared, std::uint64_t size)
      : handle(opened), budget(shared), claimed(size) {}
  ~Member() { zip_fclose(handle); }
  Member(const Member&) = delete;
  Member& operator=(const Member&) = delete;
};

Result<std::size_t> Part::read(std::span<char> into) {
  const zip_int64_t got = zip_fread(member_->handle, into.data(), into.size());
  if (got < 0) return damaged_file;
  const auto bytes = static_cast<std::uint64_t>(got);
  if (bytes > member_->budget.unpacked_bytes) return unpacked_too_large;
  member_->budget.unpacked_bytes -= bytes;
  member_->given += bytes;
  if (bytes == 0 && member_->given != member_->claimed) return damaged_file;
  return static_cast<std::size_t>(bytes);
}

Result<Archive> Archive::open(const Source& source, const Limits& limits) {
  if (source.size() > limits.file_bytes) return file_too_large;
  if (const auto sound = check_end_records(source, limits); !sound) return sound.problem();
  zip_t* zip = open_zip(source);
  if (zip == nullptr) return damaged_file;
  return Archive(std::make_shared<Zip>(zip, limits));
}

bool Archive::has_name_with(std::string_view text) const {
  const std::string wanted = upper(text);
  const zip_int64_t count = zip_get_num_entries(zip_->handle, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(zip_->handle, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    if (name != nullptr && upper(name).find(wanted) != std::string::npos) return true;
  }
  return false;
}

/// Part names do not tell case (ECMA-376 part 2, 6.2.2.3).
std::optional<std::uint64_t> Archive::find(std::string_view name) const {
  const auto at = zip_name_locate(zip_->handle, std::string(name).c_str(), ZIP_FL_NOCASE);
  if (at < 0) return std::nullopt;
  return static_cast<std::uint64_t>(at);
}

Result<Part> Archive::part(std::string_view name) {
  const auto at = find(name);
  if (!at) return damaged_file;
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (zip_stat_index(zip_->handle, *at, 0, &facts) != 0) return damaged_file;
  if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE)
    return encrypted_file;
  // Only what spreadsheets write; other methods may want gigabytes to unpack.
  if (facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE) return damaged_file;
  if (facts.size > zip_->budget.unpacked_bytes) return unpacked_too_large;
  zip_file_t* file = zip_fopen_index(zip_->handle, *at, 0);
  if (file == nullptr) return damaged_file;
  return Part(std::make_shared<Part::Member>(file, zip_->budget, facts.size));
}

const Limits& Archive::limits() const {
  return zip_->limits;
}

Budget& Archive::budget() {
  return zip_->budget;
}

}  // namespace zr::documents
