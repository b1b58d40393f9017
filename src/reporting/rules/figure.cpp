#include "reporting/rules/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/money.h"
#include "rulebook/rules/predicate_json.h"

namespace zr::reporting {

namespace {

using forms::FormCell;
using forms::Measure;
using rulebook::Truth;

Problem lacking(std::string pointer, std::string_view name) {
  return {not_published,
          {{std::move(pointer), "not_published", fmt::format("系统暂无数据项 {}", name),
            fmt::format("Nothing publishes {}", name)}}};
}

/// "contract_rate_ppm by amount_fen": the field and its weight.
struct FieldNames {
  std::string_view field;
  std::string_view weight;
};

FieldNames names_in(std::string_view text) {
  constexpr std::string_view by = " by ";
  const std::size_t at = text.find(by);
  if (at == std::string_view::npos) return {.field = text, .weight = {}};
  return {.field = text.substr(0, at), .weight = text.substr(at + by.size())};
}

bool is_number(json::Kind kind) {
  return kind == json::Kind::integer || kind == json::Kind::money || kind == json::Kind::ppm ||
         kind == json::Kind::share;
}

const FactShape* shape_of(std::span<const FactShape> shapes, const std::optional<std::string>& of) {
  if (!of) return nullptr;
  const auto found = std::find_if(shapes.begin(), shapes.end(),
                                  [&](const FactShape& shape) { return shape.reader() == *of; });
  return found == shapes.end() ? nullptr : &*found;
}

/// The place of a field that this measure can use; numbers are asked of everything but a distinct
/// count.
std::optional<std::size_t> usable(const FactShape& shape, Measure measure, std::string_view name) {
  const auto place = shape.field(name);
  if (!place) return std::nullopt;
  if (measure != Measure::distinct && !is_number(shape.facts()[*place].kind)) return std::nullopt;
  return place;
}

Result<Done> find_fields(Figure& figure, const FormCell& cell) {
  if (figure.measure == Measure::count) return Done{};
  const FieldNames names = names_in(cell.field ? *cell.field : std::string_view());
  figure.field = usable(*figure.shape, figure.measure, names.field);
  if (!figure.field) return lacking("/field", names.field);
  if (figure.measure != Measure::weighted) return Done{};
  figure.weight = usable(*figure.shape, figure.measure, names.weight);
  if (!figure.weight) return lacking("/field", names.weight);
  return Done{};
}

/// Collects what rows give to one figure.
class Collector {
 public:
  explicit Collector(const Figure& figure) : figure_(figure) {}

  void row(std::size_t index, const std::vector<json::Scalar>& facts) {
    const Truth counts = figure_.filter ? figure_.filter->judge(facts) : Truth::yes;
    if (counts == Truth::no) return;
    if (counts == Truth::unknown)
      out_.undecided.push_back(index);
    else if (lacks(facts))
      out_.lacking.push_back(index);
    else
      out_.parts.push_back({.row = index, .amount = amount(facts)});
  }

  Total finish() && {
    if (out_.lacking.empty() && out_.undecided.empty()) out_.value = value();
    return std::move(out_);
  }

 private:
  bool lacks(const std::vector<json::Scalar>& facts) const {
    return (figure_.field && facts[*figure_.field].index() == 0) ||
           (figure_.weight && facts[*figure_.weight].index() == 0);
  }

  std::int64_t amount(const std::vector<json::Scalar>& facts) {
    switch (figure_.measure) {
      case Measure::count:
        return 1;
      case Measure::sum:
        return std::get<std::int64_t>(facts[*figure_.field]);
      case Measure::distinct:
        return seen_.insert(facts[*figure_.field]).second ? 1 : 0;
      case Measure::weighted: {
        const std::int64_t weight = std::get<std::int64_t>(facts[*figure_.weight]);
        weighted_ += static_cast<__int128>(std::get<std::int64_t>(facts[*figure_.field])) * weight;
        return weight;
      }
      case Measure::ratio:
      case Measure::formula:
      case Measure::entered:
        break;
    }
    throw std::logic_error("no rows give this measure");
  }

  std::optional<std::int64_t> value() const {
    std::int64_t sum = 0;
    for (const Part& part : out_.parts)
      if (__builtin_add_overflow(sum, part.amount, &sum)) throw std::overflow_error("figure sum");
    if (figure_.measure != Measure::weighted) return sum;
    if (sum <= 0) return std::nullopt;
    return static_cast<std::int64_t>(half_even(weighted_, sum));
  }

  const Figure& figure_;
  Total out_;
  std::set<json::Scalar> seen_;
  __int128 weighted_ = 0;
};

}  // namespace

Result<Figure> figure_of(const FormCell& cell, std::span<const FactShape> shapes) {
  switch (cell.measure) {
    case Measure::sum:
    case Measure::count:
    case Measure::distinct:
    case Measure::weighted:
      break;
    case Measure::ratio:
    case Measure::formula:
    case Measure::entered:
      return lacking("/measure", name_of(cell.measure));
  }
  Figure figure{.cell = cell.id, .shape = shape_of(shapes, cell.reader), .measure = cell.measure};
  if (!figure.shape) return lacking("/reader", cell.reader ? *cell.reader : std::string_view());
  if (const auto found = find_fields(figure, cell); !found) return found.problem();
  if (!cell.filter) return figure;
  auto filter = rulebook::read_condition(cell.filter->value, figure.shape->facts(), "/filter");
  if (!filter) return Problem(not_published, filter.problem().errors);
  figure.filter = std::move(*filter);
  return figure;
}

Total total(const Figure& figure, const FactRows& rows) {
  Collector collector(figure);
  for (std::size_t i = 0; i < rows.rows.size(); ++i) collector.row(i, rows.rows[i]);
  return std::move(collector).finish();
}

std::vector<Total> totals(std::span<const Figure> figures, std::span<const FactRows> rows) {
  std::vector<Total> out;
  std::set<std::pair<const FactShape*, std::size_t>> lacking_fields;
  for (const Figure& figure : figures) {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const FactRows& each) { return each.shape == figure.shape; });
    out.push_back(found == rows.end() ? Total{} : total(figure, *found));
    if (figure.field && !out.back().lacking.empty())
      lacking_fields.emplace(figure.shape, *figure.field);
  }
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (figures[i].field && lacking_fields.contains({figures[i].shape, *figures[i].field}))
      out[i].value.reset();
  return out;
}

}  // namespace zr::reporting
