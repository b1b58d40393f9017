/// SQL for this module's screens: imports of the reader's organisation and below, and what it
/// entered for others.
#include <fmt/format.h>

#include "db/as_of.h"
#include "imports/views.h"

namespace zr::imports::store {

namespace {

std::string parties() {
  return db::as_of({.versions = "access_party_version",
                    .subject = "party",
                    .as_of = "$1",
                    .known_at = "9223372036854775807"});
}

const std::string& import_columns() {
  static const std::string sql =
      "SELECT i.id, i.kind, i.organisation, o.name AS organisation_name,"
      " CASE WHEN i.entered_by <> i.organisation THEN 1 ELSE 0 END AS on_behalf,"
      " CASE WHEN i.entered_by <> i.organisation THEN e.name END AS entered_by_name,"
      " i.file_name, i.file, i.data_date, i.basis, i.arrived_on, i.entered_on, i.scan, i.state,"
      " i.confirmed,"
      " (SELECT CAST(COALESCE(SUM(a.accepted), 0) AS BIGINT) FROM imports_application a WHERE "
      "a.import = i.id)"
      " AS accepted,"
      " (SELECT CAST(COALESCE(SUM(a.created), 0) AS BIGINT) FROM imports_application a WHERE "
      "a.import = i.id)"
      " AS created,"
      " (SELECT CAST(COALESCE(SUM(a.changed), 0) AS BIGINT) FROM imports_application a WHERE "
      "a.import = i.id)"
      " AS changed, i.version"
      " FROM imports_import i JOIN access_party p ON p.id = i.organisation JOIN " +
      parties() + " o ON o.party = i.organisation JOIN " + parties() +
      " e ON e.party = i.entered_by WHERE (p.path LIKE $2 OR i.entered_by = $3)";
  return sql;
}

/// A correction in the order of their list: the record that made it, its row and field.
struct Place {
  std::int64_t sequence = INT64_MAX;
  std::int64_t line = 0;
  std::string field{};
};

/// A text that is none begins at the beginning.
Place place_in(const std::string& cursor) {
  const auto first = cursor.find('.');
  const auto second = first == std::string::npos ? first : cursor.find('.', first + 1);
  if (second == std::string::npos) return {};
  const auto sequence = api::cursor_number(cursor.substr(0, first));
  const auto line = api::cursor_number(cursor.substr(first + 1, second - first - 1));
  if (!sequence || !line) return {};
  return {.sequence = *sequence, .line = *line, .field = cursor.substr(second + 1)};
}

}  // namespace

std::vector<ImportRow> imports(api::ReadContext& in, const ImportQuery& query) {
  static const std::string sql =
      import_columns() +
      " AND ($4 = '' OR i.kind = $4) AND ($5 = '' OR i.state = $5)"
      " AND ($6 = 0 OR i.organisation = $6) AND i.id < $7 ORDER BY i.id DESC LIMIT $8";
  return in.tx.rows<ImportRow>(
      sql, in.today, in.actor.path + "%", in.actor.organisation, query.kind.value_or(""),
      query.state ? name_of(*query.state) : std::string_view(), query.organisation.value_or(0),
      query.listing.after(INT64_MAX), query.listing.limit + 1);
}

std::optional<ImportRow> import_row(api::ReadContext& in, std::int64_t id) {
  static const std::string sql = import_columns() + " AND i.id = $4";
  return in.tx.row<ImportRow>(sql, in.today, in.actor.path + "%", in.actor.organisation, id);
}

std::vector<CorrectionRow> corrections_made(api::ReadContext& in, const CorrectionQuery& query) {
  const Place after = place_in(query.listing.cursor.value_or(""));
  return in.tx.rows<CorrectionRow>(
      "SELECT c.line AS row, c.field, c.old_text, c.new_text, p.name AS person_name,"
      " r.received AS at, c.sequence AS record FROM imports_correction c"
      " JOIN journal_record r ON r.sequence = c.sequence"
      " LEFT JOIN access_person p ON p.id = r.person WHERE c.import = $1"
      " AND (c.sequence < $2 OR (c.sequence = $2"
      " AND (c.line > $3 OR (c.line = $3 AND c.field > $4))))"
      " ORDER BY c.sequence DESC, c.line, c.field LIMIT $5",
      query.id, after.sequence, after.line, after.field, query.listing.limit + 1);
}

std::string cursor_behind(const CorrectionRow& row) {
  return fmt::format("{}.{}.{}", row.record, row.row, row.field);
}

}  // namespace zr::imports::store
