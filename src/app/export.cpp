#include "app/export.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/anchoring.h"
#include "crypto/digest.h"
#include "db/transaction.h"
#include "documents/temporary_file.h"
#include "http/problem.h"
#include "journal/store.h"

namespace zr::app {

namespace {

using Anchors = std::vector<crypto::Anchor>;

Result<Exported> write_export(db::Connection& connection, const Anchors& anchors,
                              const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  out << "zhirong-journal 1\n";
  Exported exported{.head = std::string(64, '0')};
  crypto::Sha256 digest;
  journal::store::each_record(connection, [&](const db::Row& row) {
    const std::string bytes = std::get<std::string>(row.at(9));
    out << "R " << bytes << '\n';
    exported.head = digest.add(bytes).finish_hex();
    ++exported.records;
  });
  for (const crypto::Anchor& anchor : anchors) out << "A " << crypto::anchor_line(anchor) << '\n';
  out << "E " << exported.records << ' ' << exported.head << '\n';
  out.close();
  if (!out) return cannot_write;
  return exported;
}

/// The endpoint has asked for the right to read the record; the command takes its place here.
access::Actor exporting(access::Actor actor) {
  actor.rights = std::make_shared<access::Rights>(access::Rights{"journal.export"});
  return actor;
}

}  // namespace

Result<Exported> export_record(const Settings& settings, const std::string& file) {
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  if (std::filesystem::exists(file)) return file_exists;
  const auto anchors = kept_anchors(settings);
  if (!anchors) return anchors.problem();
  const auto connection = db::connect(*url, db::Access::read);
  const db::Transaction snapshot(*connection);
  auto exported = write_export(*connection, *anchors, file);
  std::error_code ignored;
  if (!exported) std::filesystem::remove(file, ignored);
  return exported;
}

http::OddEndpoint export_endpoint(journal::Journal& journal, const Settings& settings) {
  return {.method = http::Method::get,
          .path = "/journal/export",
          .right = "journal.read",
          .answer = [&journal, settings](const http::Request& request, const http::SignedIn& who,
                                         std::int64_t) -> http::Response {
            const auto recorded = journal.submit({.actor = exporting(who.actor),
                                                  .command = journal.find("journal.export"),
                                                  .body = json::Object{},
                                                  .key = "export " + request.id,
                                                  .sender = http::sender_of(request)});
            if (!recorded) return http::problem_response(recorded.problem(), request);
            const auto anchors = kept_anchors(settings);
            if (!anchors) return http::problem_response(anchors.problem(), request);
            const auto file = std::make_shared<const documents::TemporaryFile>();
            const auto written = journal.read(
                [&](db::Tx& tx) { return write_export(tx.connection(), *anchors, file->path()); });
            if (!written) return http::problem_response(written.problem(), request);
            return {.status = 200,
                    .headers = {{"Content-Type", "text/plain; charset=utf-8"},
                                {"Content-Disposition",
                                 fmt::format("attachment; filename=\"zhirong-journal-{}.txt\"",
                                             written->records)}},
                    .body = http::FileBody{.path = file->path(), .owner = file}};
          }};
}

}  // namespace zr::app
