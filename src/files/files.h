#pragma once
/// Evidence 文件库: files that came from outside, kept unchanged under the SHA-256 of their bytes.
/// An upload is no command and nobody's until a command attaches it; from then on it belongs to an
/// organisation and every reading of it is a record. What a file is, its bytes say; its name is
/// only text.
#include <optional>
#include <string>
#include <vector>

#include "api/read.h"
#include "db/schema.h"
#include "documents/sniff.h"
#include "files/folder.h"
#include "journal/journal.h"

namespace zr::files {

inline constexpr Refusal bad_file_name{
    "bad_file_name", "文件名应为 1 至 200 个字符，且不含换行等控制字符",
    "A file name has 1 to 200 characters and no control characters", RefusalKind::bad_input};
inline constexpr Refusal unsuitable_file{
    "unsuitable_file", "只接收 .xlsx、.csv、PDF、PNG、JPEG 文件，请另存后再上传",
    "Only .xlsx, .csv, PDF, PNG and JPEG files are accepted; please save it as one of these",
    RefusalKind::bad_input};
inline constexpr Refusal unknown_file{
    "unknown_file", "该文件尚未由贵单位上传，请先上传文件",
    "Your organisation has not uploaded this file; please upload it first", RefusalKind::bad_input};
inline constexpr Refusal not_a_scan{
    "not_a_scan", "盖章扫描件应为 PDF、JPEG 或 PNG 文件，请扫描或拍照后上传",
    "A stamped scan is a PDF, JPEG or PNG file: scan or photograph the paper and upload that",
    RefusalKind::bad_input};

/// Sheets may be as large as an import reads; scans and papers less.
inline constexpr std::uint64_t most_sheet_bytes = 256u << 20;
inline constexpr std::uint64_t most_paper_bytes = 20u << 20;

/// The folder of the city that this process works on; set once, before the journal is opened.
const Folder& home();
void set_home(Folder folder);

/// A file that a record names.
struct File {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::string digest;
  std::string name;
  std::int64_t size = 0;
  documents::FileKind media = documents::FileKind::unknown;
  std::int64_t organisation = 0;  ///< whose file it is
  std::int64_t entered_by = 0;    ///< who sent it: another where it was entered on behalf
};
const json::Struct& describe(const File*);

/// A file as it came in, still under a name of its own in `Folder::incoming`.
struct Arrival {
  std::filesystem::path file;
  std::string name;  ///< as its sender calls it
  std::int64_t organisation = 0;
};
/// What the sender is told; a command then names the digest.
struct Received {
  std::string digest;
  std::string name;
  std::int64_t size = 0;
  documents::FileKind kind = documents::FileKind::unknown;
};
const json::Struct& describe(const Received*);
/// Keeps an upload: judged by its bytes, noted for the organisation, then on disk.
Result<Received> receive(journal::Journal& journal, const Arrival& arrival);

struct Attachment {
  std::string digest;
  std::optional<std::string> name{};  ///< as uploaded, where it is not said
  std::int64_t organisation = 0;      ///< whose file it becomes
};
/// Inside a command: the file, which the acting organisation has uploaded, belongs to this
/// organisation from now on. Answers its id; refused `unknown_file` at /digest.
Result<std::int64_t> attach(journal::Context& in, const Attachment& attachment);
/// The same of a stamped scan 盖章扫描件, which is a picture of paper by its bytes; else refused
/// `not_a_scan` at /digest.
Result<std::int64_t> attach_scan(journal::Context& in, const Attachment& attachment);

/// For a module that has decided by itself who may see the row naming the file.
std::optional<File> file(db::Tx& tx, std::int64_t id);
/// The file if this actor may read it: its own organisation's and below, what it entered itself, or
/// everybody's where rows are seen without a stated basis. Foreign is missing.
std::optional<File> readable_file(db::Tx& tx, const access::Actor& actor, std::int64_t id);
/// The file as a reader takes it; refused where its bytes are missing or have changed.
Result<api::Download> download_of(const File& file);

const db::Schema& schema();
std::vector<const db::Table*> tables();
/// GET /files/{id}
std::vector<api::Read> reads();

}  // namespace zr::files
