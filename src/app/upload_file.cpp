#include "app/upload_file.h"

#include "app/anchoring.h"
#include "documents/refusals.h"
#include "files/files.h"
#include "http/problem.h"
#include "http/upload.h"

namespace zr::app {

namespace {

http::Response take_in(journal::Journal& journal, const http::Request& request,
                       const http::SignedIn& who) {
  // A request without a body has no file either.
  if (!request.upload) return http::problem_response(Problem(documents::empty_file), request);
  const auto received =
      files::receive(journal, {.file = request.upload->path(),
                               .name = std::string(request.parameter("name").value_or("")),
                               .organisation = who.actor.organisation});
  if (!received) return http::problem_response(received.problem(), request);
  return {.status = 200,
          .headers = {{"Content-Type", "application/json"}},
          .body = json::write(*received)};
}

}  // namespace

std::filesystem::path files_folder(const Settings& settings) {
  if (!settings.files_folder.empty()) return settings.files_folder;
  return beside_the_database(settings, ".files");
}

http::OddEndpoint upload_endpoint(journal::Journal& journal) {
  return {.method = http::Method::post,
          .path = "/files",
          .right = "files.create",
          .body = http::BodyTo::file,
          .answer = [&journal](const http::Request& request, const http::SignedIn& who,
                               std::int64_t) { return take_in(journal, request, who); }};
}

}  // namespace zr::app
