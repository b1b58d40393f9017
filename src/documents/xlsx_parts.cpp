#include "documents/xlsx_parts.h"

#include <algorithm>
#include <utility>

#include "documents/refusals.h"
#include "documents/xml.h"

namespace zr::documents {

namespace {

constexpr std::size_t links_allowed = 4'096;
constexpr std::size_t name_bytes = 1'024;  ///< Of a sheet, a part or a relationship.

struct Link {
  std::string id;
  std::string type;  ///< Last word of the type's address: worksheet, styles, externalLink …
  std::string target;
};

class Links : public XmlReader {
 public:
  explicit Links(std::string part) : part_(std::move(part)) {}

  void open(std::string_view element, const Attributes& attributes) override {
    if (element != "Relationship") return;
    const auto type = attributes["Type"];
    const auto target = attributes["Target"];
    const auto id = attributes["Id"];
    if (std::max({type.size(), target.size(), id.size()}) > name_bytes) return refuse(damaged_file);
    if (links.size() == links_allowed) return refuse(too_complex);
    links.push_back({.id = std::string(id),
                     .type = std::string(type.substr(type.rfind('/') + 1)),
                     .target = resolve(part_, target)});
  }
  void text(std::string_view) override {}
  void close(std::string_view) override {}

  /// Target of the first link of this type; empty if there is none.
  std::string of_type(std::string_view type) const {
    const auto at = std::ranges::find(links, type, &Link::type);
    return at == links.end() ? std::string() : at->target;
  }

  std::vector<Link> links;

 private:
  std::string part_;
};

class BookReader : public XmlReader {
 public:
  BookReader(const Links& links, int sheets_allowed)
      : links_(links), sheets_allowed_(static_cast<std::size_t>(sheets_allowed)) {}

  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "workbookPr") {
      const auto flag = attributes["date1904"];
      if (flag == "1" || flag == "true") book.date_system = DateSystem::from_1904;
    } else if (element == "sheet") {
      add_sheet(attributes);
    }
  }
  void text(std::string_view) override {}
  void close(std::string_view) override {}

  BookParts book;

 private:
  void add_sheet(const Attributes& attributes) {
    const auto link = std::ranges::find(links_.links, attributes.prefixed("id"), &Link::id);
    if (link == links_.links.end() || attributes["name"].size() > name_bytes)
      return refuse(damaged_file);
    if (link->type != "worksheet") return;  // charts and dialogues have no rows
    if (book.sheets.size() == sheets_allowed_) return refuse(too_many_sheets);
    const auto state = attributes["state"];
    const bool hidden = state == "hidden" || state == "veryHidden";
    book.sheets.push_back({.name = std::string(attributes["name"]),
                           .visibility = hidden ? Visibility::hidden : Visibility::shown,
                           .part = link->target});
  }

  const Links& links_;
  std::size_t sheets_allowed_;
};

/// "xl/workbook.xml" → "xl/_rels/workbook.xml.rels".
std::string links_of(std::string_view part) {
  const auto slash = part.rfind('/');
  const auto folder = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) +
         ".rels";
}

}  // namespace

std::string resolve(std::string_view from, std::string_view target) {
  std::vector<std::string_view> folders;
  const auto walk = [&](std::string_view path) {
    while (!path.empty()) {
      const auto step = path.substr(0, path.find('/'));
      path.remove_prefix(std::min(path.size(), step.size() + 1));
      if (step == ".." && !folders.empty()) folders.pop_back();
      if (!step.empty() && step != "." && step != "..") folders.push_back(step);
    }
  };
  const auto slash = from.rfind('/');
  if (!target.starts_with('/') && slash != std::string_view::npos) walk(from.substr(0, slash));
  walk(target);
  std::string name;
  for (const auto folder : folders) name.append(name.empty() ? "" : "/").append(folder);
  return name;
}

Result<BookParts> find_parts(Archive& archive) {
  if (archive.has_name_with("vbaProject.bin")) return has_macros;
  if (archive.has_name_with("externalLinks/")) return has_external_links;
  Links package("");
  if (const auto read = read_xml(archive, "_rels/.rels", package); !read) return read.problem();
  const std::string workbook = package.of_type("officeDocument");
  if (workbook.ends_with(".bin")) return old_spreadsheet;
  if (!archive.has(workbook)) return damaged_file;
  Links links(workbook);
  if (const auto read = read_xml(archive, links_of(workbook), links); !read) return read.problem();
  for (const Link& link : links.links) {
    if (link.type == "vbaProject") return has_macros;
    if (link.type == "externalLink") return has_external_links;
  }
  BookReader reader(links, archive.limits().sheets);
  if (const auto read = read_xml(archive, workbook, reader); !read) return read.problem();
  reader.book.shared_strings = links.of_type("sharedStrings");
  reader.book.styles = links.of_type("styles");
  return std::move(reader.book);
}

}  // namespace zr::documents
