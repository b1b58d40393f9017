#include "reporting/city.h"

#include <algorithm>
#include <map>

#include "access/party.h"
#include "journal/store.h"
#include "reporting/filings.h"
#include "reporting/rules/city_sum.h"
#include "reporting/store.h"
#include "reporting/terms.h"

namespace zr::reporting {

namespace {

using forms::Cells;

/// Sees every bank's return: regulator and city bureau. Others see published totals.
bool is_authority(const access::Scope& scope) {
  return scope.rows == "/" && scope.sees_city_totals();
}
bool sees_totals(const access::Scope& scope) {
  return !scope.totals.empty();
}

Cells sum_over(const ReturnRound& round, const std::vector<Cells>& each) {
  std::vector<const Cells*> all;
  for (const Cells& cells : each) all.push_back(&cells);
  return sum_of(round.form, all);
}

std::vector<Cells> cells_of(const std::vector<Filing>& filings) {
  std::vector<Cells> out;
  for (const Filing& filing : filings) out.push_back(filing.cells);
  return out;
}

std::vector<Cells> backed_of(const ReturnRound& round, const std::vector<Filing>& filings) {
  std::vector<Cells> out;
  for (const Filing& filing : filings)
    if (filing.rows) out.push_back(backed_cells(round, *filing.rows, filing.cells));
  return out;
}

/// What the ledger says today, bank by bank as the returns count, households too.
std::vector<Cells> ledger_of(const ReturnRound& round, const LedgerRows& rows,
                             const std::vector<Filing>& filings) {
  std::map<std::int64_t, const Cells*> entered;
  for (const Filing& filing : filings)
    if (filing.rows) entered[filing.standing.organisation] = &filing.cells;
  std::vector<Cells> out;
  for (const auto& [bank, each] : by_bank(rows)) {
    const auto filed = entered.find(bank);
    out.push_back(backed_cells(round, each, filed == entered.end() ? Cells{} : *filed->second));
  }
  return out;
}

std::int64_t organisations_in(const std::vector<Cells>& each, const std::string& cell) {
  return std::count_if(each.begin(), each.end(), [&](const Cells& cells) {
    return forms::number_in(cells, cell).value_or(0) != 0;
  });
}

CityCell blank(const forms::FormCell& cell) {
  return {.cell = cell.id, .title_zh = cell.title_zh, .title_en = cell.title_en, .unit = cell.unit};
}

bool is_sum(const forms::FormCell& cell) {
  const auto kind = forms::kind_of(cell);
  return kind == forms::CellKind::amount || kind == forms::CellKind::count;
}

/// A line for an authority: the sum, what of it rows back, and the ledger beside it.
CityCell full_line(const forms::FormCell& cell, const Cells& sum, const Cells& backed,
                   const Cells& ledger) {
  CityCell line = blank(cell);
  line.value = forms::number_in(sum, cell.id);
  line.ledger = forms::number_in(ledger, cell.id);
  if (!is_sum(cell) || !line.value) return line;
  line.backed = forms::number_in(backed, cell.id).value_or(0);
  line.rest = *line.value - *line.backed;
  if (const auto share = ratio({*line.backed}, {*line.value})) line.backed_ppm = *share;
  if (line.ledger) line.difference = *line.ledger - *line.backed;
  return line;
}

CityFigures head(const ReturnRound& round, std::int64_t asked) {
  return {.period = round.quarter, .due = round.round.due, .perimeter = "lender", .asked = asked};
}

void count_sources(CityFigures& out, const std::vector<Filing>& filings) {
  for (const Filing& filing : filings) {
    ++out.filed;
    switch (filing.standing.version.cover.source) {
      case forms::Source::ledger:
        ++out.by_ledger;
        break;
      case forms::Source::form:
        ++out.by_form;
        break;
      case forms::Source::nil:
        ++out.nil;
        break;
    }
  }
}

CityReturn return_line(db::Tx& tx, const Filing& filing, Date day) {
  const forms::Version& version = filing.standing.version;
  const auto bank = access::party_at(tx, filing.standing.organisation, {.as_of = day});
  return {.id = version.answer,
          .organisation = filing.standing.organisation,
          .name = bank ? bank->facts.name : std::string(),
          .number = version.number,
          .source = version.cover.source,
          .edition = version.cover.edition,
          .stage = filing.standing.stage,
          .cells = version.cells};
}

CityFigures for_authority(api::ReadContext& in, const ReturnRound& round) {
  const auto all = filings(in.tx, round);
  CityFigures out = head(round, store::asked(in.tx, round.round.id));
  out.known_at = journal::store::chain(in.tx).sequence;
  count_sources(out, all);
  const auto cells = cells_of(all);
  const Cells sum = sum_over(round, cells);
  const Cells backed = sum_over(round, backed_of(round, all));
  const Cells ledger = sum_over(
      round,
      ledger_of(round, ledger_rows(in.tx, {.rows = "/", .totals = "*"}, {.quarter = round.quarter}),
                all));
  for (const forms::FormCell& cell : round.form.cells()) {
    out.cells.push_back(full_line(cell, sum, backed, ledger));
    out.cells.back().organisations = organisations_in(cells, cell.id);
  }
  for (const Filing& filing : all)
    out.returns.push_back(return_line(in.tx, filing, round.quarter.last()));
  return out;
}

/// What may be shown of one level, and its sums.
struct Shown {
  Published what = {};
  Cells sum = {};
};

Shown shown_at(db::Tx& tx, const ReturnRound& round, const std::optional<std::string>& region) {
  const forms::FormTables tables{.cells = round.form.cells(), .rules = round.form.rules()};
  const auto steps = contributions(tx, round, region);
  Shown out;
  // By the rule of the quarter's own last day: no later one shows what two totals tell between
  // them.
  if (const auto rule = disclosure(tx, {.as_of = round.quarter.last()}))
    out.what =
        published(grids_of(tables), steps, static_cast<std::size_t>(rule->fewest_organisations));
  if (!out.what.sequence) return out;
  std::map<std::int64_t, Cells> counted;
  for (const Contribution& step : steps)
    if (step.sequence <= *out.what.sequence) counted[step.organisation] = step.cells;
  std::vector<Cells> each;
  for (auto& [organisation, cells] : counted) each.push_back(std::move(cells));
  out.sum = sum_over(round, each);
  for (std::string& ratio : ratios_shown(tables, out.what.cells))
    out.what.cells.push_back(std::move(ratio));
  return out;
}

std::optional<std::int64_t> value_shown(const Shown& shown, const std::string& cell) {
  if (std::find(shown.what.cells.begin(), shown.what.cells.end(), cell) == shown.what.cells.end())
    return std::nullopt;
  return forms::number_in(shown.sum, cell);
}

/// Totals for whoever is no authority: his own district first where he has one, then the city.
CityFigures for_others(api::ReadContext& in, const ReturnRound& round) {
  CityFigures out = head(round, store::asked(in.tx, round.round.id));
  std::optional<Shown> district;
  if (!in.scope.sees_city_totals()) {
    out.region = in.scope.totals;
    district = shown_at(in.tx, round, in.scope.totals);
  }
  const Shown city = shown_at(in.tx, round, std::nullopt);
  out.known_at = city.what.sequence.value_or(0);
  for (const forms::FormCell& cell : round.form.cells()) {
    CityCell line = blank(cell);
    line.level = Level::district;
    if (district) line.value = value_shown(*district, cell.id);
    if (!line.value) {
      line.level = Level::city;
      line.value = value_shown(city, cell.id);
    }
    if (!line.value) line.level = Level::withheld;
    out.cells.push_back(std::move(line));
  }
  count_sources(out, filings(in.tx, round, out.known_at));
  return out;
}

Result<CityFigures> city_figures(api::ReadContext& in, const CityQuery& query) {
  if (!sees_totals(in.scope)) return not_found;
  const auto round = return_round(in.tx, query.period);
  if (!round) return round.problem();
  return is_authority(in.scope) ? for_authority(in, *round) : for_others(in, *round);
}

}  // namespace

std::span<const Name> names_of(Level) {
  static constexpr Name names[] = {named(Level::city, "city", "全市", "City"),
                                   named(Level::district, "district", "本区县", "District"),
                                   named(Level::withheld, "withheld", "不予显示", "Withheld")};
  return names;
}

const json::Struct& describe(const CityQuery*) {
  static const json::Struct table("CityQuery",
                                  {{"period", &CityQuery::period, "报告期", "Period"}});
  return table;
}

const json::Struct& describe(const CityCell*) {
  static const json::Struct table(
      "CityCell", {{"cell", &CityCell::cell, "指标", "Cell"},
                   {"title_zh", &CityCell::title_zh, "中文名称", "Title in Chinese"},
                   {"title_en", &CityCell::title_en, "英文名称", "Title in English"},
                   {"unit", &CityCell::unit, "单位", "Unit"},
                   {"level", &CityCell::level, "显示层级", "Level"},
                   {"value", &CityCell::value, "合计", "Sum"},
                   {"organisations", &CityCell::organisations, "机构数", "Organisations"},
                   {"backed", &CityCell::backed, "逐笔可核部分", "Backed by rows"},
                   {"rest", &CityCell::rest, "无逐笔数据部分", "Not backed by rows"},
                   {"backed_ppm", &CityCell::backed_ppm, "逐笔可核比例", "Share backed by rows"},
                   {"ledger", &CityCell::ledger, "台账当前数", "Ledger today"},
                   {"difference", &CityCell::difference, "台账与报送之差", "Ledger less returns"}});
  return table;
}

const json::Struct& describe(const CityReturn*) {
  static const json::Struct table(
      "CityReturn", {{"id", &CityReturn::id, "统计表", "Return"},
                     {"organisation", &CityReturn::organisation, "机构编号", "Organisation"},
                     {"name", &CityReturn::name, "机构", "Name"},
                     {"number", &CityReturn::number, "版本号", "Version"},
                     {"source", &CityReturn::source, "数据来源", "Source"},
                     {"edition", &CityReturn::edition, "报次", "Edition"},
                     {"stage", &CityReturn::stage, "状态", "Stage"},
                     {"cells", &CityReturn::cells, "指标值", "Cells"}});
  return table;
}

const json::Struct& describe(const CityFigures*) {
  static const json::Struct table(
      "CityFigures", {{"period", &CityFigures::period, "报告期", "Period"},
                      {"due", &CityFigures::due, "报送期限", "Due"},
                      {"perimeter", &CityFigures::perimeter, "口径", "Perimeter"},
                      {"region", &CityFigures::region, "区县", "District"},
                      {"known_at", &CityFigures::known_at, "截至记录", "As of record"},
                      {"asked", &CityFigures::asked, "应报家数", "Asked"},
                      {"filed", &CityFigures::filed, "已报家数", "Filed"},
                      {"by_ledger", &CityFigures::by_ledger, "台账报送家数", "By ledger"},
                      {"by_form", &CityFigures::by_form, "填表报送家数", "By form"},
                      {"nil", &CityFigures::nil, "零报告家数", "Nil"},
                      {"cells", &CityFigures::cells, "指标", "Cells"},
                      {"returns", &CityFigures::returns, "各行", "Banks"}});
  return table;
}

std::vector<api::Read> city_reads() {
  return {api::read_one<CityQuery, CityFigures>(
      {"/figures/city", "figures.read", "全市合计", "City figures"}, city_figures)};
}

}  // namespace zr::reporting
