/// The sheet as a page for the browser's print dialogue.
#include <fmt/format.h>

#include "forms/sheet_words.h"

namespace zr::forms {

namespace {

/// Text as HTML holds it; nothing that was typed is ever markup.
std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string said(std::string_view list, const std::vector<Said>& items) {
  std::string out = fmt::format("<dl class=\"{}\">\n", list);
  for (const auto& [label, value] : items)
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(label), escaped(value));
  return out + "</dl>\n";
}

std::string table_of(const Sheet& sheet) {
  const auto head = [&](std::string_view column, std::string_view zh, std::string_view en) {
    return fmt::format("<th class=\"{}\" scope=\"col\">{}</th>", column,
                       worded(sheet.language, zh, en));
  };
  std::string out = "<table>\n<thead><tr>" + head("nth", "序号", "No.") +
                    head("line", "指标", "Line") + head("unit", "单位", "Unit") +
                    head("value", "本期", "This period") + head("value", "上期", "Period before") +
                    "</tr></thead>\n<tbody>\n";
  int nth = 0;
  for (const FormCell& cell : sheet.form->cells()) {
    const auto kind = kind_of(cell);
    const bool number =
        kind == CellKind::amount || kind == CellKind::count || kind == CellKind::ratio;
    const std::string_view column = number ? "value" : "text";
    out += fmt::format(
        "<tr><td class=\"nth\">{}</td><td class=\"line\">{}</td><td class=\"unit\">{}</td>"
        "<td class=\"{}\">{}</td><td class=\"{}\">{}</td></tr>\n",
        ++nth, escaped(title_of(cell, sheet.language)),
        escaped(unit_text(cell.unit, sheet.language)), column,
        escaped(shown_value(cell, sheet.cells)), column,
        escaped(shown_value(cell, sheet.previous)));
  }
  return out + "</tbody>\n</table>\n";
}

std::string remarks_list(const Sheet& sheet) {
  const auto remarks = remarks_of(sheet);
  if (remarks.empty()) return {};
  std::string out = fmt::format("<section class=\"remarks\">\n<h2>{}</h2>\n<ol>\n",
                                worded(sheet.language, "校验说明", "Checks"));
  for (const Remark& each : remarks) {
    out += fmt::format("<li>{}{}{}", escaped(each.rule), worded(sheet.language, "：", ": "),
                       escaped(each.says));
    if (!each.reason.empty())
      out += fmt::format("<p>{}{}</p>", worded(sheet.language, "说明：", "Reason: "),
                         escaped(each.reason));
    out += "</li>\n";
  }
  return out + "</ol>\n</section>\n";
}

}  // namespace

std::string page_of(const Sheet& sheet) {
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{} {} {}</title>\n<link rel=\"stylesheet\" href=\"/print.css\">\n</head>\n<body>\n"
      "<main>\n<h1>{}</h1>\n",
      worded(sheet.language, "zh-CN", "en"), escaped(sheet.title), escaped(sheet.organisation),
      escaped(sheet.period), escaped(sheet.title));
  out += said("head", head_of(sheet));
  out += table_of(sheet);
  out += remarks_list(sheet);
  out += "<footer>\n" + said("signatures", signatures_of(sheet));
  out += fmt::format("<p class=\"seal\">{}</p>\n<p class=\"foot\">{}</p>\n</footer>\n",
                     escaped(seal_of(sheet.language)), escaped(foot_of(sheet)));
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace zr::forms
