/// The screens of this module as reads. The tables of law are open to everybody who has signed in.
#include "rulebook/queries.h"
#include "rulebook/rulebook.h"
#include "rulebook/store.h"

namespace zr::rulebook {

namespace {

Result<api::Page<SetRow>> list_sets(api::ReadContext& in, const api::MomentQuery& query) {
  const auto moment = api::moment_of(in, query);
  if (!moment) return moment.problem();
  return api::Page<SetRow>{.rows = store::sets_at(in.tx, *moment)};
}

Result<SetAt> one_set(api::ReadContext& in, const SetQuery& query) {
  const auto moment = api::moment_of(in, query.moment);
  if (!moment) return moment.problem();
  auto found = store::set_at(in.tx, query.id, *moment);
  if (!found) return not_found;
  return std::move(*found);
}

Result<api::Page<SetVersionRow>> history(api::ReadContext& in, const api::OneQuery& query) {
  auto rows = store::versions(in.tx, query.id);
  if (rows.empty()) return not_found;
  return api::Page<SetVersionRow>{.rows = std::move(rows)};
}

}  // namespace

const json::Struct& describe(const SetQuery*) {
  static const json::Struct table(
      "SetQuery", {{"id", &SetQuery::id, "编号", "Id"}, json::embed(&SetQuery::moment)});
  return table;
}

std::vector<api::Read> reads() {
  return {
      api::read_list<api::MomentQuery, SetRow>({"/rules", "", "规则表", "Sets of rules"},
                                               list_sets),
      api::read_one<SetQuery, SetAt>({"/rules/{id}", "", "规则表内容", "Set of rules"}, one_set),
      api::read_list<api::OneQuery, SetVersionRow>(
          {"/rules/{id}/history", "", "规则表版本", "Versions of a set"}, history)};
}

}  // namespace zr::rulebook
