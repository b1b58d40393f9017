#include "documents/sniff.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "documents/bytes.h"

namespace zr::documents {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at = 64u << 10;  ///< Bytes read at either end.

std::string piece(const Source& source, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  bytes.resize(source.read(offset, bytes));
  return bytes;
}

/// An OLE file is an encrypted Office document if its directory names the stream EncryptedPackage
/// (MS-OFFCRYPTO 1.3.2); the directory's place is in the header.
FileKind ole_kind(const Source& source, std::string_view head) {
  constexpr auto name = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"sv;
  const unsigned shift = little_endian(head, 0x1E, 2) == 12 ? 12 : 9;
  const std::uint64_t sector = little_endian(head, 0x30, 4);
  const std::string directory = piece(source, (sector + 1) << shift, 4096);
  return directory.find(name) != std::string::npos ? FileKind::encrypted : FileKind::xls;
}

/// The names of an archive's members stand at its end, and one by one before the members, so that
/// a cut workbook is still known as one.
FileKind zip_kind(const Source& source, std::string_view head) {
  const std::uint64_t from = source.size() > looked_at ? source.size() - looked_at : 0;
  const std::string tail = piece(source, from, looked_at);
  const auto holds = [&](std::string_view name) {
    return head.find(name) != std::string_view::npos || tail.find(name) != std::string::npos;
  };
  const bool workbook = holds("xl/") || !(holds("word/") || holds("ppt/"));
  return workbook && holds("[Content_Types].xml") ? FileKind::xlsx : FileKind::zip;
}

FileKind text_kind(std::string_view head) {
  if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
  const bool binary = std::any_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
  });
  if (binary) return FileKind::unknown;
  const auto text = trim(head);
  const std::string start = upper(text.substr(0, 16));
  for (const auto opening : {"<!DOCTYPE"sv, "<HTML"sv, "<TABLE"sv, "<?XML"sv, "<META"sv, "<HEAD"sv})
    if (start.starts_with(opening)) return FileKind::markup;
  return FileKind::text;
}

constexpr std::array kind_names{
    named(FileKind::unknown, "unknown", "未知格式", "unknown"),
    named(FileKind::empty, "empty", "空文件", "empty file"),
    named(FileKind::text, "text", "文本（CSV）", "text (CSV)"),
    named(FileKind::markup, "markup", "网页或 XML", "web page or XML"),
    named(FileKind::xlsx, "xlsx", "Excel 工作簿（.xlsx）", "Excel workbook (.xlsx)"),
    named(FileKind::xls, "xls", "旧版 Excel（.xls）", "old Excel (.xls)"),
    named(FileKind::encrypted, "encrypted", "设密码的 Office 文件", "encrypted Office file"),
    named(FileKind::zip, "zip", "压缩包", "archive"),
    named(FileKind::pdf, "pdf", "PDF", "PDF"),
    named(FileKind::png, "png", "PNG 图片", "PNG image"),
    named(FileKind::jpeg, "jpeg", "JPEG 图片", "JPEG image"),
};

}  // namespace

std::span<const Name> names_of(FileKind) {
  return kind_names;
}

FileKind kind_of(const Source& source) {
  const std::string head = piece(source, 0, looked_at);
  const std::string_view start = head;
  if (start.empty()) return FileKind::empty;
  if (start.starts_with("PK\x03\x04"sv) || start.starts_with("PK\x05\x06"sv))
    return zip_kind(source, start);
  if (start.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return ole_kind(source, start);
  if (start.starts_with("%PDF-"sv)) return FileKind::pdf;
  if (start.starts_with("\x89PNG\r\n\x1A\n"sv)) return FileKind::png;
  if (start.starts_with("\xFF\xD8\xFF"sv)) return FileKind::jpeg;
  return text_kind(start);
}

FileKind kind_of(std::string_view bytes) {
  return kind_of(Source::memory(bytes));
}

}  // namespace zr::documents
