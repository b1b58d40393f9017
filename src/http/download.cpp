#include "http/download.h"

#include <fmt/format.h>

#include <array>
#include <fstream>

#include "crypto/digest.h"
#include "http/problem.h"
#include "journal/download.h"

namespace zr::http {

namespace {

/// The digest of what will be sent, and how much it is.
struct Weighed {
  std::string digest;
  std::int64_t bytes = 0;
};

Result<Weighed> weigh(const api::Download& file) {
  if (file.path.empty())
    return Weighed{crypto::sha256_hex(file.bytes), static_cast<std::int64_t>(file.bytes.size())};
  std::ifstream in(file.path, std::ios::binary);
  if (!in) return not_found;
  crypto::Sha256 digest;
  Weighed weighed;
  std::array<char, 64 * 1024> piece{};
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    digest.add({piece.data(), static_cast<std::size_t>(in.gcount())});
    weighed.bytes += in.gcount();
  }
  weighed.digest = digest.finish_hex();
  return weighed;
}

/// The read has been asked for its own right; recording it is the program's duty, done in the
/// reader's name.
access::Actor taking_out(access::Actor actor) {
  actor.rights = std::make_shared<access::Rights>(access::Rights{"downloads.record"});
  return actor;
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
         c == '-' || c == '_';
}

/// What a browser opens inside itself may use our style sheets and nothing else; no script runs.
constexpr std::string_view inside_policy =
    "sandbox allow-same-origin allow-modals; default-src 'none'; style-src 'self'; img-src 'self' "
    "data:; frame-ancestors 'none'";
constexpr std::string_view saved_policy = "sandbox; default-src 'none'; frame-ancestors 'none'";

}  // namespace

std::string content_disposition(std::string_view name, api::Download::Shown shown) {
  std::string ascii;
  std::string encoded;
  for (const char c : name.substr(0, 600)) {
    if (is_plain(c)) {
      ascii += c;
      encoded += c;
    } else {
      // One underscore a character: the bytes that continue it add none.
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ascii += '_';
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}",
                     shown == api::Download::Shown::inside ? "inline" : "attachment", ascii,
                     encoded);
}

Response send_download(journal::Journal& journal, const Request& request, const SignedIn& who,
                       api::Download file) {
  const auto weighed = weigh(file);
  if (!weighed) return problem_response(weighed.problem(), request);
  json::Object body{{"path", request.path.substr(std::string_view("/api/v1").size())},
                    {"digest", weighed->digest},
                    {"bytes", weighed->bytes}};
  if (const auto asked = request.target.find('?'); asked != std::string::npos)
    body.emplace_back("query", request.target.substr(asked + 1, 2000));
  const auto recorded = journal.submit({.actor = taking_out(who.actor),
                                        .command = journal.find("downloads.record"),
                                        .body = std::move(body),
                                        .key = "download " + request.id,
                                        .sender = sender_of(request)});
  if (!recorded) return problem_response(recorded.problem(), request);
  Response response{
      .status = 200,
      .headers = {{"Content-Type", file.media},
                  {"Content-Disposition", content_disposition(file.name, file.shown)},
                  {"Content-Security-Policy",
                   std::string(file.shown == api::Download::Shown::inside ? inside_policy
                                                                          : saved_policy)}}};
  if (file.path.empty())
    response.body = std::move(file.bytes);
  else
    response.body = FileBody{.path = std::move(file.path), .owner = std::move(file.owner)};
  return response;
}

}  // namespace zr::http
