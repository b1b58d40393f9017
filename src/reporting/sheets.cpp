#include "reporting/sheets.h"

#include <fmt/format.h>

#include "forms/sheet.h"
#include "reporting/page.h"

namespace zr::reporting {

namespace {

using api::Download;
using api::ReadContext;

constexpr std::string_view workbook_media =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A sheet and the form it looks into.
struct Filled {
  forms::Case shown;
  forms::Sheet sheet;
};

void add_version(ReadContext& in, const VersionAt& at, forms::Sheet& sheet) {
  const VersionRow row = version_row(in.tx, at, nullptr);
  sheet.cover = at.version.cover;
  sheet.reasons = at.version.reasons;
  sheet.number = row.number;
  sheet.digest = row.digest;
  sheet.prepared_by = row.prepared_by;
  sheet.checked_by = row.checked_by;
  sheet.entered_by = row.entered_by_name;
  sheet.received = row.received;
  if (at.state.stage != forms::Stage::prepared) sheet.receipt = at.state.sequence;
}

Result<Filled> filled(ReadContext& in, const PageQuery& query) {
  const auto of = return_of(in.tx, in.scope, query.id);
  if (!of) return of.problem();
  const Told known = told(in, of->answer);
  const VersionAt* frozen = version_shown(known, query.number);
  if (!frozen && (query.number || !sees_draft(in, *of, known))) return not_found;
  const auto found = compute(of->figures, rows_shown(in, *of), of->quarter);
  auto looked = looked_at(in, *of, known, frozen, found);
  if (!looked) return looked.problem();
  Filled out{.shown = std::move(looked->shown), .sheet = {}};
  const bool zh = in.language == Language::zh;
  out.sheet.language = in.language;
  out.sheet.title =
      zh ? "知识产权质押融资季度专项统计表" : "Quarterly return of IP pledge financing";
  out.sheet.organisation = party_name(in.tx, of->answer.organisation).value_or("");
  out.sheet.period = of->round.period;
  out.sheet.cells = out.shown.cells;
  out.sheet.previous = out.shown.previous_cells;
  out.sheet.findings = forms::judge(out.shown.form, out.shown.evidence());
  out.sheet.made = in.now;
  if (frozen) {
    add_version(in, *frozen, out.sheet);
  } else if (known.draft) {
    out.sheet.cover = known.draft->cover;
    out.sheet.reasons = known.draft->reasons;
  }
  return out;
}

/// "季度专项统计表_示例银行甲_2026Q3_v1.xlsx"
std::string file_name(const forms::Sheet& sheet, std::string_view ending) {
  const std::string version = sheet.number ? fmt::format("v{}", *sheet.number) : "draft";
  return fmt::format("{}_{}_{}_{}.{}", sheet.title, sheet.organisation, sheet.period, version,
                     ending);
}

Result<Download> workbook(ReadContext& in, const PageQuery& query) {
  auto made = filled(in, query);
  if (!made) return made.problem();
  made->sheet.form = &made->shown.form;
  auto bytes = forms::workbook_of(made->sheet);
  if (!bytes) return bytes.problem();
  return Download{.name = file_name(made->sheet, "xlsx"),
                  .media = std::string(workbook_media),
                  .bytes = std::move(*bytes)};
}

Result<Download> printed(ReadContext& in, const PageQuery& query) {
  auto made = filled(in, query);
  if (!made) return made.problem();
  made->sheet.form = &made->shown.form;
  return Download{.name = file_name(made->sheet, "html"),
                  .media = "text/html; charset=utf-8",
                  .bytes = forms::page_of(made->sheet),
                  .shown = Download::Shown::inside};
}

}  // namespace

std::vector<api::Read> sheet_reads() {
  return {
      api::read_file<PageQuery>(
          {"/returns/{id}/workbook", "returns.read", "统计表电子表格", "Return as a workbook"},
          workbook),
      api::read_file<PageQuery>(
          {"/returns/{id}/print", "returns.read", "打印统计表", "Return to be printed"}, printed)};
}

}  // namespace zr::reporting
