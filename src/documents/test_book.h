#pragma once
/// For tests only: workbooks put together part by part, sound and hostile ones, and readers that
/// keep every row as text. The program never includes this.
#include <zip.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "documents/documents.h"

namespace zr::documents::made {

using Parts = std::map<std::string, std::string>;

/// A zip archive of these members, in memory.
inline std::string zip_of(const Parts& parts, zip_int32_t method = ZIP_CM_DEFLATE) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(bytes);
  zip_t* zip = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("cannot make a zip");
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
    const auto at = zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (at < 0 || zip_set_file_compression(zip, static_cast<zip_uint64_t>(at), method, 1) != 0)
      throw std::runtime_error("cannot add to the zip");
  }
  if (zip_close(zip) != 0) throw std::runtime_error("cannot close the zip");
  zip_stat_t facts;
  zip_source_stat(bytes, &facts);
  std::string out(facts.size, '\0');
  zip_source_open(bytes);
  zip_source_read(bytes, out.data(), out.size());
  zip_source_close(bytes);
  zip_source_free(bytes);
  return out;
}

inline const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
inline const std::string main_space =
    R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
inline const std::string link_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string link(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + link_space + "/" + type + "\" Target=\"" +
         target + "\"/>";
}

inline std::string links(const std::string& inside) {
  return head +
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
         inside + "</Relationships>";
}

/// A worksheet around the text of its sheetData and what follows it.
inline std::string sheet(const std::string& data, const std::string& after = "") {
  return head + "<worksheet" + main_space + "><sheetData>" + data + "</sheetData>" + after +
         "</worksheet>";
}

/// The parts of a sound book: one shown sheet 台账 with this XML, shared strings and styles.
inline Parts book(const std::string& sheet_xml) {
  return {
      {"[Content_Types].xml",
       head + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
      {"_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", head + "<workbook" + main_space + " xmlns:r=\"" + link_space +
                              "\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/>"
                              "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", links(link("rId1", "worksheet", "worksheets/sheet1.xml") +
                                           link("rId2", "sharedStrings", "sharedStrings.xml") +
                                           link("rId3", "styles", "styles.xml"))},
      {"xl/worksheets/sheet1.xml", sheet_xml},
      {"xl/sharedStrings.xml", head + "<sst" + main_space +
                                   "><si><t>借据号</t></si><si><t xml:space=\"preserve\"> 郑州 "
                                   "</t></si></sst>"},
      {"xl/styles.xml",
       head + "<styleSheet" + main_space +
           "><numFmts count=\"1\"><numFmt numFmtId=\"176\" "
           "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>"
           "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/>"
           "<xf numFmtId=\"4\"/></cellXfs></styleSheet>"},
  };
}

/// "3: a|b" for each row, dates in brackets behind their serial, unread formulas as ?.
struct Read {
  std::vector<std::string> rows;
  RowSink sink() {
    return [this](const Row& row) {
      std::string line = std::to_string(row.number) + ":";
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        line.append(i == 0 ? " " : "|").append(cell.text);
        if (cell.kind == CellKind::date) line += "[" + (cell.date ? cell.date->text() : "") + "]";
        if (cell.kind == CellKind::unread) line += "?";
      }
      rows.push_back(line);
      return Continue::yes;
    };
  }
};

inline Result<TableFacts> read(std::string_view bytes, Read& into,
                               const ReadOptions& options = {}) {
  return read_table(Source::memory(bytes), options, into.sink());
}

/// Only the outcome, for files that are to be refused.
inline Result<TableFacts> outcome(std::string_view bytes, const Limits& limits = {}) {
  return read_table(Source::memory(bytes), {.sheet = {}, .limits = limits},
                    [](const Row&) { return Continue::yes; });
}

}  // namespace zr::documents::made
