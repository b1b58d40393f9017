/// The screens of this module as reads.
#include <algorithm>

#include "duty/store.h"

namespace zr::duty {

namespace {

using api::Page;
using api::ReadContext;

/// The registered kinds, and what is shown of one.
class Kinds {
 public:
  explicit Kinds(std::vector<DutyKind> kinds) : kinds_(std::move(kinds)) {}

  std::string title(const ListedDuty& duty, Language language) const {
    const DutyKind* kind = find(duty.kind);
    if (!kind) return duty.kind;
    return std::string(language == Language::zh ? kind->zh : kind->en);
  }

  std::string path(const ListedDuty& duty) const {
    const DutyKind* kind = find(duty.kind);
    if (!kind) return "/todo";
    std::string path(kind->path);
    replace(path, "{subject}", std::to_string(duty.subject));
    replace(path, "{id}", std::to_string(duty.id));
    replace(path, "{period}", duty.period.value_or(""));
    return path;
  }

 private:
  const DutyKind* find(std::string_view code) const {
    const auto found = std::ranges::find(kinds_, code, &DutyKind::code);
    return found == kinds_.end() ? nullptr : &*found;
  }

  static void replace(std::string& text, std::string_view part, const std::string& with) {
    if (const auto at = text.find(part); at != std::string::npos)
      text.replace(at, part.size(), with);
  }

  std::vector<DutyKind> kinds_;
};

DutyState state_of(const ListedDuty& duty, Date today) {
  if (duty.outcome) return DutyState::closed;
  return duty.due < today ? DutyState::overdue : DutyState::open;
}

bool mine(const ReadContext& in, const ListedDuty& duty) {
  return !duty.outcome && duty.organisation == in.actor.organisation && in.actor.may(duty.action) &&
         (!duty.assignee || *duty.assignee == in.actor.person);
}

DutyRow shown(const ReadContext& in, const Kinds& kinds, ListedDuty duty) {
  DutyRow row{.duty = std::move(duty), .title = {}, .path = {}};
  row.title = kinds.title(row.duty, in.language);
  row.path = kinds.path(row.duty);
  row.days_left = row.duty.due - in.today;
  row.state = state_of(row.duty, in.today);
  if (row.duty.closed_at) row.timeliness = timeliness(row.duty.due, *row.duty.closed_at);
  row.mine = mine(in, row.duty);
  return row;
}

Result<Page<DutyRow>> list_duties(ReadContext& in, const DutyQuery& query, const Kinds& kinds) {
  std::vector<DutyRow> rows;
  for (ListedDuty& duty : store::duties(in, query))
    rows.push_back(shown(in, kinds, std::move(duty)));
  return api::page_of(std::move(rows), query.listing, [](const DutyRow& row) {
    return row.duty.due.text() + "." + std::to_string(row.duty.id);
  });
}

Result<Page<HistoryRow>> duty_history(ReadContext& in, const api::OneQuery& query) {
  if (!store::listed(in, query.id)) return not_found;
  const auto duty = store::duty(in.tx, query.id);
  auto rows = store::history(in, query.id);
  Date first_due = duty->due;
  for (const HistoryRow& row : rows)
    if (row.due_before) {
      first_due = *row.due_before;
      break;
    }
  rows.push_back({.sequence = duty->sequence,
                  .at = duty->opened_at,
                  .event = Event::opened,
                  .due = first_due});
  if (!duty->open())
    rows.push_back({.sequence = *duty->closed_by,
                    .at = *duty->closed_at,
                    .event = Event::closed,
                    .due = duty->due,
                    .outcome = duty->outcome,
                    .timeliness = duty->timeliness()});
  std::ranges::stable_sort(rows, [](const HistoryRow& a, const HistoryRow& b) {
    return std::pair(a.sequence, a.event) < std::pair(b.sequence, b.event);
  });
  return Page<HistoryRow>{.rows = std::move(rows)};
}

TodoRow todo_of(const ReadContext& in, const Kinds& kinds, const ListedDuty& duty) {
  return {.source = Source::duty,
          .id = duty.id,
          .name = duty.kind,
          .title = kinds.title(duty, in.language),
          .path = kinds.path(duty),
          .due = duty.due,
          .days_left = duty.due - in.today,
          .state = state_of(duty, in.today),
          .provisional = duty.provisional,
          .period = duty.period,
          .organisation = duty.organisation,
          .organisation_name = duty.organisation_name,
          .about_name = duty.about_name,
          .assignee = duty.assignee,
          .last_urged = duty.last_urged,
          .since = duty.opened_at,
          .version = duty.version};
}

TodoRow todo_of(const ReadContext& in, const TitleOf& title_of, const ListedCommand& waiting) {
  const Title title = title_of(waiting.command);
  const std::string_view text = in.language == Language::zh ? title.zh : title.en;
  return {.source = Source::command,
          .id = waiting.id,
          .name = waiting.command,
          .title = text.empty() ? waiting.command : std::string(text),
          .path = "/todo?command=" + std::to_string(waiting.id),
          .organisation = waiting.organisation,
          .organisation_name = waiting.organisation_name,
          .since = waiting.made_at,
          .maker_name = waiting.maker_name,
          .version = waiting.version};
}

/// Commands of others first: they have no due date and somebody waits; then duties by due date.
Result<Page<TodoRow>> list_todo(ReadContext& in, const api::Listing& listing, const Kinds& kinds,
                                const TitleOf& title_of) {
  const Place after = place_of(listing.cursor);
  std::vector<TodoRow> rows;
  if (after.due.empty())
    for (const ListedCommand& waiting : store::to_check(in, after.id, listing.limit))
      rows.push_back(todo_of(in, title_of, waiting));
  const Place first = after.due.empty() ? Place{} : after;
  for (const ListedDuty& duty : store::to_do(in, first, listing.limit))
    rows.push_back(todo_of(in, kinds, duty));
  return api::page_of(std::move(rows), listing, [](const TodoRow& row) {
    return (row.due ? row.due->text() : std::string()) + "." + std::to_string(row.id);
  });
}

}  // namespace

std::vector<api::Read> reads(std::vector<DutyKind> all_kinds, const TitleOf& title_of) {
  const Kinds kinds(std::move(all_kinds));
  return {
      api::read_list<DutyQuery, DutyRow>({"/duties", "duties.read", "待办与期限", "Duties"},
                                         [kinds](ReadContext& in, const DutyQuery& query) {
                                           return list_duties(in, query, kinds);
                                         }),
      api::read_list<api::OneQuery, HistoryRow>(
          {"/duties/{id}/history", "duties.read", "待办经过", "History of a duty"}, duty_history),
      api::read_list<api::Listing, TodoRow>(
          {"/todo", "", "我的待办", "To do"},
          [kinds, title_of](ReadContext& in, const api::Listing& listing) {
            return list_todo(in, listing, kinds, title_of);
          })};
}

}  // namespace zr::duty
