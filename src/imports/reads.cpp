/// The screens of this module as reads, and the workbooks it gives out.
#include <algorithm>

#include "imports/desk.h"
#include "imports/grounds.h"
#include "imports/workbook.h"

namespace zr::imports {

namespace {

using Shared = std::shared_ptr<const Kinds>;
constexpr std::string_view xlsx_media =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Result<api::Page<CorrectionRow>> list_corrections(api::ReadContext& in,
                                                  const CorrectionQuery& query, const Kinds&) {
  if (!store::import_row(in, query.id)) return not_found;
  return api::page_of(store::corrections_made(in, query), query.listing, store::cursor_behind);
}

Result<api::Page<ImportRow>> list_imports(api::ReadContext& in, const ImportQuery& query,
                                          const Kinds&) {
  return api::page_of(store::imports(in, query), query.listing,
                      [](const ImportRow& row) { return std::to_string(row.facts.id); });
}

std::vector<Choice> choices_in(std::span<const Name> names) {
  std::vector<Choice> choices;
  for (const Name& name : names)
    choices.push_back({std::string(name.name), std::string(name.zh), std::string(name.en)});
  return choices;
}

std::string_view form_of(json::Kind kind) {
  switch (kind) {
    case json::Kind::money:
      return "money";
    case json::Kind::date:
      return "date";
    case json::Kind::integer:
      return "integer";
    case json::Kind::boolean:
      return "boolean";
    case json::Kind::ppm:
    case json::Kind::share:
      return "percent";
    case json::Kind::quarter:
      return "quarter";
    case json::Kind::enumeration:
      return "choice";
    case json::Kind::text:
    case json::Kind::instant:
    case json::Kind::object:
    case json::Kind::list:
    case json::Kind::any:
      break;
  }
  return "text";
}

/// The kinds that the reader may import, for itself or for others.
Result<api::Page<KindRow>> list_kinds(api::ReadContext& in, const api::NoQuery&,
                                      const Kinds& kinds) {
  api::Page<KindRow> page;
  for (const Kind& kind : kinds.all()) {
    if (!kind.right.empty() && !in.actor.may(kind.right)) continue;
    KindRow row{
        .code = std::string(kind.code),
        .zh = std::string(kind.zh),
        .en = std::string(kind.en),
        .data_date = kind.data_date == DataDate::asked,
        .reported_kept = kind.reported == Reported::kept,
        .own = std::ranges::find(kind.organisations, in.actor.kind) != kind.organisations.end(),
        .on_behalf =
            in.actor.kind == access::PartyKind::city_bureau && kind.on_behalf == OnBehalf::allowed,
        .bases = kind.bases};
    if (!row.own && !row.on_behalf) continue;
    for (const json::Field& field : kind.row().fields())
      row.fields.push_back({.field = std::string(field.name),
                            .zh = std::string(field.zh),
                            .en = std::string(field.en),
                            .required = !field.type->nullable,
                            .form = std::string(form_of(field.type->kind)),
                            .choices = choices_in(field.type->names)});
    page.rows.push_back(std::move(row));
  }
  return page;
}

Result<api::Download> blank_template(api::ReadContext& in, const TemplateQuery& query,
                                     const Kinds& kinds) {
  const Kind* kind = kinds.find(query.kind);
  if (!kind || (!kind->right.empty() && !in.actor.may(kind->right))) return not_found;
  auto bytes = template_of(*kind, {.created = in.now, .language = in.language});
  if (!bytes) return bytes.problem();
  const std::string_view name = in.language == Language::zh ? kind->zh : kind->en;
  return api::Download{.name = std::string(name) + ".xlsx",
                       .media = std::string(xlsx_media),
                       .bytes = std::move(*bytes)};
}

Result<api::Download> annotated_file(api::ReadContext& in, const api::OneQuery& query,
                                     const Kinds& kinds) {
  const auto desk = desk_of(in, query.id, kinds);
  if (!desk) return desk.problem();
  if (!desk->staging) return import_closed;
  auto bytes = annotated(
      *desk->staging,
      {.kind = *desk->kind, .import = desk->import, .answers = desk->answers, .today = in.today},
      corrections_of(in.tx, query.id), {.created = in.now, .language = in.language});
  if (!bytes) return bytes.problem();
  const auto dot = desk->import.file_name.rfind('.');
  return api::Download{.name = desk->import.file_name.substr(0, dot) + "-核对.xlsx",
                       .media = std::string(xlsx_media),
                       .bytes = std::move(*bytes)};
}

}  // namespace

std::vector<api::Read> reads(const std::vector<Kind>& all) {
  const auto kinds = std::make_shared<const Kinds>(all);
  const auto with = [&kinds](auto run) {
    return [run, kinds](api::ReadContext& in, const auto& query) { return run(in, query, *kinds); };
  };
  using api::read_file;
  using api::read_list;
  using api::read_one;
  constexpr std::string_view right = "imports.read";
  return {
      read_list<ImportQuery, ImportRow>({"/imports", right, "导入", "Imports"}, with(list_imports)),
      read_one<api::OneQuery, ImportView>({"/imports/{id}", right, "导入", "Import"},
                                          with(one_import)),
      read_list<FindingQuery, FindingRow>(
          {"/imports/{id}/findings", right, "导入的问题", "What is to be said about an import"},
          with(list_findings)),
      read_list<StagedQuery, StagedRow>(
          {"/imports/{id}/rows", right, "导入的行", "Rows of an import"}, with(list_rows)),
      read_list<CorrectionQuery, CorrectionRow>(
          {"/imports/{id}/corrections", right, "导入的更正", "Corrections of an import"},
          with(list_corrections)),
      read_file<api::OneQuery>(
          {"/imports/{id}/annotated", right, "带提示的文件", "The file with remarks"},
          with(annotated_file)),
      read_list<api::NoQuery, KindRow>({"/imports/kinds", right, "导入种类", "Kinds of import"},
                                       with(list_kinds)),
      read_file<TemplateQuery>({"/imports/template", right, "导入模板", "Template of a kind"},
                               with(blank_template)),
  };
}

}  // namespace zr::imports
