#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include "http/head.h"
#include "http/refusals.h"

namespace zr::http {

namespace {

namespace beast = boost::beast;
using Code = beast::error_code;
using Text = beast::string_view;

/// Beast's grammar filling our own head. It reads heads only: its decoder of chunks asserts on
/// hostile splits ("0\r\n" then "\r" ends the process in 1.81), so bodies have their own (body.h).
class GrammarParser final : public beast::http::basic_parser<true> {
 public:
  Head head;

 private:
  void on_request_impl(beast::http::verb, Text method, Text target, int version,
                       Code& error) override {
    head.target.assign(target.data(), target.size());
    head.minor_version = version % 10;
    for (const auto known : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                             Method::delete_, Method::options}) {
      if (name_of(known) != std::string_view(method.data(), method.size())) continue;
      head.method = known;
      return;
    }
    error = beast::http::error::bad_method;
    unknown_method = true;
  }
  void on_field_impl(beast::http::field, Text name, Text value, Code&) override {
    Field field{std::string(name.data(), name.size()), std::string(value.data(), value.size())};
    for (char& c : field.name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    head.headers.push_back(std::move(field));
  }
  void on_header_impl(Code&) override {}
  void on_response_impl(int, Text, int, Code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, Code&) override {}
  std::size_t on_body_impl(Text, Code&) override { return 0; }
  void on_chunk_header_impl(std::uint64_t, Text, Code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, Text, Code&) override { return 0; }
  void on_finish_impl(Code&) override {}

 public:
  bool unknown_method = false;
};

}  // namespace

Result<Head> read_head(std::string_view text) {
  if (text.starts_with("\r\n")) text.remove_prefix(2);
  GrammarParser parser;
  parser.header_limit(static_cast<std::uint32_t>(text.size()));
  parser.body_limit(boost::none);
  Code error;
  const auto used = parser.put(boost::asio::buffer(text.data(), text.size()), error);
  if (parser.unknown_method) return method_not_allowed;
  if (error || used != text.size() || !parser.is_header_done()) return bad_request;
  parser.head.keeps_alive = parser.head.minor_version == 1 && parser.keep_alive();
  if (const auto judged = judge_head(parser.head); !judged) return judged.problem();
  return std::move(parser.head);
}

}  // namespace zr::http
