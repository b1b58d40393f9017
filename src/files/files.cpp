#include "files/files.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "documents/refusals.h"
#include "files/store.h"
#include "journal/clock.h"

namespace zr::files {

namespace {

std::optional<Folder>& kept_home() {
  static std::optional<Folder> home;
  return home;
}

/// What lies before U+0020, U+007F to U+009F, and the marks that turn the direction of writing, by
/// which a name can show another ending than it has.
bool hidden(std::string_view name, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < name.size() ? static_cast<unsigned char>(name[i]) : 0u;
  };
  if (byte(at) < 0x20 || byte(at) == 0x7F) return true;
  if (byte(at) == 0xC2) return byte(at + 1) < 0xA0;
  if (byte(at) != 0xE2) return false;
  const unsigned last = byte(at + 2);
  return (byte(at + 1) == 0x80 && last >= 0xAA && last <= 0xAE) ||
         (byte(at + 1) == 0x81 && last >= 0xA6 && last <= 0xA9);
}

bool suitable_name(std::string_view name) {
  if (name.empty() || !valid_utf8(name) || length(name) > 200) return false;
  for (std::size_t at = 0; at < name.size(); ++at)
    if (hidden(name, at)) return false;
  return true;
}

/// By its bytes: may a file of this kind be kept, at this size?
Result<Done> suitable(documents::FileKind kind, std::uint64_t size) {
  using enum documents::FileKind;
  switch (kind) {
    case xlsx:
    case text:
      return size <= most_sheet_bytes ? Result<Done>(Done{}) : documents::file_too_large;
    case pdf:
    case png:
    case jpeg:
      return size <= most_paper_bytes ? Result<Done>(Done{}) : documents::file_too_large;
    case empty:
      return documents::empty_file;
    case xls:
      return documents::old_spreadsheet;
    case markup:
      return documents::web_page;
    case encrypted:
      return documents::encrypted_file;
    case zip:
    case unknown:
      return unsuitable_file;
  }
  return unsuitable_file;
}

bool any(documents::FileKind) {
  return true;
}

/// A picture of paper.
bool scanned(documents::FileKind kind) {
  using enum documents::FileKind;
  return kind == pdf || kind == png || kind == jpeg;
}

/// No part of a path, and not hidden: what a careless receiver might make of the name.
std::string saved_name(std::string name) {
  for (char& c : name)
    if (c == '/' || c == '\\' || c == ':') c = '_';
  if (name.starts_with('.')) name.front() = '_';
  return name;
}

std::string_view media_type(documents::FileKind kind) {
  using enum documents::FileKind;
  switch (kind) {
    case text:
      return "text/csv";
    case xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case pdf:
      return "application/pdf";
    case png:
      return "image/png";
    case jpeg:
      return "image/jpeg";
    case unknown:
    case empty:
    case markup:
    case xls:
    case encrypted:
    case zip:
      break;
  }
  return "application/octet-stream";
}

Result<std::int64_t> attach_if(journal::Context& in, const Attachment& attachment,
                               bool (*fits)(documents::FileKind)) {
  const std::string& digest = attachment.digest;
  if (!home().has(digest)) return Problem::at("/digest", unknown_file);
  const auto sent = store::upload(in.tx, in.actor.organisation, digest);
  const auto owned = store::own_file(in.tx, in.actor.organisation, digest);
  if (!sent && !owned && !in.actor.is_program()) return Problem::at("/digest", unknown_file);
  std::string name = attachment.name.value_or(sent ? sent->name : owned ? owned->name : digest);
  if (!suitable_name(name)) return Problem::at("/name", bad_file_name);
  const auto source = documents::Source::file(home().path_of(digest));
  const auto kind = documents::kind_of(source);
  if (!fits(kind)) return Problem::at("/digest", not_a_scan);
  const std::int64_t id = in.new_id();
  store::add_file(in.tx, {.id = id,
                          .sequence = in.sequence,
                          .digest = digest,
                          .name = std::move(name),
                          .size = static_cast<std::int64_t>(source.size()),
                          .media = kind,
                          .organisation = attachment.organisation,
                          .entered_by = in.actor.is_program() ? attachment.organisation
                                                              : in.actor.organisation});
  return id;
}

Result<api::Download> download(api::ReadContext& in, const api::OneQuery& query) {
  const auto found = readable_file(in.tx, in.actor, query.id);
  if (!found) return not_found;
  return download_of(*found);
}

}  // namespace

const Folder& home() {
  if (!kept_home()) throw std::logic_error("no folder of files has been named");
  return *kept_home();
}

void set_home(Folder folder) {
  kept_home() = std::move(folder);
}

Result<Received> receive(journal::Journal& journal, const Arrival& arrival) {
  const auto name = trim(arrival.name);
  if (!suitable_name(name)) return Problem::at("/name", bad_file_name);
  const auto source = documents::Source::file(arrival.file);
  const auto kind = documents::kind_of(source);
  if (const auto fine = suitable(kind, source.size()); !fine) return fine.problem();
  Received received{.digest = digest_of(arrival.file),
                    .name = std::string(name),
                    .size = static_cast<std::int64_t>(source.size()),
                    .kind = kind};
  // Noted first: after a crash in between, nothing lies in the folder that nobody knows of.
  journal.note([&](db::Tx& tx) {
    store::note_upload(tx, {.organisation = arrival.organisation,
                            .digest = received.digest,
                            .name = received.name,
                            .received = journal.clock().now()});
  });
  if (const auto kept = home().keep(arrival.file, received.digest); !kept) return kept.problem();
  return received;
}

Result<std::int64_t> attach(journal::Context& in, const Attachment& attachment) {
  return attach_if(in, attachment, any);
}

Result<std::int64_t> attach_scan(journal::Context& in, const Attachment& attachment) {
  return attach_if(in, attachment, scanned);
}

std::optional<File> file(db::Tx& tx, std::int64_t id) {
  return store::file(tx, id);
}

std::optional<File> readable_file(db::Tx& tx, const access::Actor& actor, std::int64_t id) {
  if (actor.is_program()) return store::file(tx, id);
  const auto scope = access::scope_of(actor);
  // A file holds all its rows; who sees only those with a stated basis does not see it.
  const std::string rows = scope.basis == access::Basis::not_asked ? scope.rows : "";
  return store::file_seen(tx, rows, actor.organisation, id);
}

Result<api::Download> download_of(const File& file) {
  if (const auto sound = home().check(file.digest); !sound) return sound.problem();
  return api::Download{.name = saved_name(file.name),
                       .media = std::string(media_type(file.media)),
                       .path = home().path_of(file.digest)};
}

std::vector<api::Read> reads() {
  return {api::read_file<api::OneQuery>(
      {"/files/{id}", "files.download", "下载文件", "Download a file"}, download)};
}

}  // namespace zr::files
