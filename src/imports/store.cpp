#include "imports/store.h"

#include "access/party.h"
#include "imports/imports.h"

namespace zr::imports {

namespace store {

std::optional<StoredImport> import(db::Tx& tx, std::int64_t id) {
  return tx.row<StoredImport>("SELECT {StoredImport} FROM imports_import WHERE id = $1", id);
}

std::optional<StoredImport> visible_import(db::Tx& tx, const access::Actor& actor,
                                           std::int64_t id) {
  return tx.row<StoredImport>(
      "SELECT {i.StoredImport} FROM imports_import i JOIN access_party p ON p.id = i.organisation"
      " WHERE i.id = $1 AND (p.path LIKE $2 OR i.entered_by = $3)",
      id, actor.path + "%", actor.organisation);
}

std::optional<StoredImport> same_file(db::Tx& tx, const StoredImport& import, State one,
                                      State other) {
  return tx.row<StoredImport>(
      "SELECT {StoredImport} FROM imports_import WHERE organisation = $1 AND kind = $2"
      " AND digest = $3 AND id <> $4 AND state IN ($5, $6) ORDER BY id LIMIT 1",
      import.organisation, import.kind, import.digest, import.id, one, other);
}

void add_import(db::Tx& tx, const StoredImport& import) {
  tx.insert(import_table, import);
}

void keep_import(db::Tx& tx, const StoredImport& import) {
  tx.update(import_table, import);
}

void add_corrections(db::Tx& tx, const std::vector<Correction>& corrections) {
  tx.insert_all(correction_table, corrections);
}

std::vector<Correction> corrections(db::Tx& tx, std::int64_t import) {
  return tx.rows<Correction>(
      "SELECT {StoredCorrection} FROM imports_correction WHERE import = $1"
      " ORDER BY line, field, sequence",
      import);
}

void add_answers(db::Tx& tx, const std::vector<Answer>& answers) {
  tx.insert_all(answer_table, answers);
}

std::map<std::string, std::string, std::less<>> answers(db::Tx& tx, std::int64_t import) {
  std::map<std::string, std::string, std::less<>> last;
  for (Answer& each : tx.rows<Answer>(
           "SELECT {StoredAnswer} FROM imports_answer WHERE import = $1 ORDER BY sequence", import))
    last.insert_or_assign(std::move(each.question), std::move(each.answer));
  return last;
}

std::vector<Mapping> remembered(db::Tx& tx, std::int64_t organisation, std::string_view kind) {
  std::vector<Mapping> mappings;
  const auto rows = tx.rows<RememberedMapping>(
      "SELECT {RememberedMapping} FROM imports_mapping WHERE organisation = $1 AND kind = $2"
      " ORDER BY sequence DESC",
      organisation, kind);
  for (const RememberedMapping& row : rows) mappings.push_back(mapping_in(row.mapping));
  return mappings;
}

void remember(db::Tx& tx, const RememberedMapping& mapping) {
  const auto known = tx.number(
      "SELECT COUNT(*) FROM imports_mapping WHERE organisation = $1 AND kind = $2"
      " AND signature = $3",
      mapping.organisation, mapping.kind, mapping.signature);
  if (known > 0)
    tx.update(mapping_table, mapping);
  else
    tx.insert(mapping_table, mapping);
}

void add_application(db::Tx& tx, const Application& application) {
  tx.insert(application_table, application);
}

std::vector<Application> applications(db::Tx& tx, std::int64_t import) {
  return tx.rows<Application>(
      "SELECT {Application} FROM imports_application WHERE import = $1 ORDER BY sequence", import);
}

bool stands(db::Tx& tx, const std::string& fingerprint) {
  return tx.number(
             "SELECT COUNT(*) FROM imports_application a JOIN imports_import i ON i.id = a.import"
             " WHERE a.fingerprint = $1 AND i.state <> 'undone'",
             fingerprint) > 0;
}

}  // namespace store

std::vector<std::int64_t> unsigned_imports(db::Tx& tx, std::int64_t organisation) {
  std::vector<std::int64_t> ids;
  const auto party = access::party(tx, organisation);
  if (!party) return ids;
  for (const StoredImport& each : tx.rows<StoredImport>(
           "SELECT {i.StoredImport} FROM imports_import i JOIN access_party p"
           " ON p.id = i.organisation WHERE p.path LIKE $1 AND i.entered_by <> i.organisation"
           " AND i.confirmed IS NULL AND i.scan IS NULL AND i.state IN ('partly', 'applied')"
           " ORDER BY i.id",
           party->path + "%"))
    ids.push_back(each.id);
  return ids;
}

}  // namespace zr::imports
