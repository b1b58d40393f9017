/// Reading JSON: Boost.JSON's streaming parser with our own handler, so that no number is rounded,
/// no member repeats and every cap is counted while reading.
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

#include "json/value.h"

namespace zr::json {

namespace {

using boost::json::error_code;
using View = boost::json::string_view;

const error_code too_many_keys = make_error_code(boost::system::errc::argument_list_too_long);
const error_code repeated_key = make_error_code(boost::system::errc::file_exists);
const error_code bad_text = make_error_code(boost::system::errc::illegal_byte_sequence);

/// Builds a Value from the parser's events.
struct Builder {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  std::size_t keys_left = 0;
  std::vector<Value> open;          ///< containers not yet closed, outermost first
  std::vector<std::string> key_of;  ///< the key under which each open container will stand
  std::string pending_key;
  std::string partial;
  Value result;

  void place(Value value) {
    if (open.empty()) {
      result = std::move(value);
    } else if (List* list = open.back().list()) {
      list->push_back(std::move(value));
    } else {
      open.back().object()->emplace_back(std::move(pending_key), std::move(value));
      pending_key.clear();
    }
  }
  bool start(Value container) {
    key_of.push_back(std::move(pending_key));
    pending_key.clear();
    open.push_back(std::move(container));
    return true;
  }
  bool finish() {
    Value done = std::move(open.back());
    open.pop_back();
    pending_key = std::move(key_of.back());
    key_of.pop_back();
    place(std::move(done));
    return true;
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return start(Object{}); }
  bool on_object_end(std::size_t, error_code&) { return finish(); }
  bool on_array_begin(error_code&) { return start(List{}); }
  bool on_array_end(std::size_t, error_code&) { return finish(); }
  bool on_key_part(View part, std::size_t, error_code&) {
    partial.append(part.data(), part.size());
    return true;
  }
  bool on_key(View part, std::size_t, error_code& ec) {
    partial.append(part.data(), part.size());
    if (keys_left-- == 0) {
      ec = too_many_keys;
      return false;
    }
    if (partial.find('\0') != std::string::npos) {
      ec = bad_text;
      return false;
    }
    if (open.back().find(partial)) {
      ec = repeated_key;
      return false;
    }
    pending_key = std::move(partial);
    partial.clear();
    return true;
  }
  bool on_string_part(View part, std::size_t, error_code&) {
    partial.append(part.data(), part.size());
    return true;
  }
  bool on_string(View part, std::size_t, error_code& ec) {
    partial.append(part.data(), part.size());
    if (partial.find('\0') != std::string::npos) {
      ec = bad_text;
      return false;
    }
    place(std::move(partial));
    partial.clear();
    return true;
  }
  bool on_number_part(View part, error_code&) {
    partial.append(part.data(), part.size());
    return true;
  }
  std::string number_text(View part) {
    partial.append(part.data(), part.size());
    return std::exchange(partial, {});
  }
  bool on_int64(std::int64_t number, View part, error_code&) {
    number_text(part);
    place(number);
    return true;
  }
  bool on_uint64(std::uint64_t, View part, error_code&) {
    place(OddNumber{number_text(part)});
    return true;
  }
  bool on_double(double, View part, error_code&) {
    place(OddNumber{number_text(part)});
    return true;
  }
  bool on_bool(bool truth, error_code&) {
    place(truth);
    return true;
  }
  bool on_null(error_code&) {
    place(Value{});
    return true;
  }
  bool on_comment_part(View, error_code&) { return true; }
  bool on_comment(View, error_code&) { return true; }
};

}  // namespace

Result<Value> parse(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return malformed_json;
  boost::json::parse_options options;
  options.max_depth = limits.depth;
  boost::json::basic_parser<Builder> parser(options);
  parser.handler().keys_left = limits.keys;
  error_code ec;
  const auto used = parser.write_some(false, text.data(), text.size(), ec);
  if (ec == too_many_keys) return json_too_many_keys;
  if (ec == repeated_key) return json_repeated_key;
  if (ec == boost::json::error::too_deep) return json_too_deep;
  if (ec || used != text.size() || !parser.done()) return malformed_json;
  return std::move(parser.handler().result);
}

}  // namespace zr::json
