#include "http/forwarded.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "http/negotiate.h"
#include "http/refusals.h"

namespace zr::http {

namespace {

using Bytes = std::array<std::uint8_t, 16>;
constexpr std::size_t most_hops = 32;

std::optional<Bytes> address_bytes(std::string_view text) {
  const std::string plain(text);
  Bytes out{};
  if (inet_pton(AF_INET6, plain.c_str(), out.data()) == 1) return out;
  out = {};
  out[10] = out[11] = 0xFF;
  if (inet_pton(AF_INET, plain.c_str(), out.data() + 12) == 1) return out;
  return std::nullopt;
}

bool is_ipv4(const Bytes& address) {
  constexpr Bytes mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  return std::equal(mapped.begin(), mapped.begin() + 12, address.begin());
}

bool same_prefix(const Bytes& a, const Bytes& b, unsigned bits) {
  const unsigned whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + whole, b.begin())) return false;
  if (bits % 8 == 0) return true;
  const unsigned mask = 0xFF00u >> (bits % 8);
  return ((a[whole] ^ b[whole]) & mask & 0xFFu) == 0;
}

/// An address as written by proxies: bare, "1.2.3.4:80", "[::1]:80" or quoted; else empty.
std::string bare_address(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  if (text.starts_with('[')) {
    const auto close = text.find(']');
    if (close == std::string_view::npos) return {};
    text = text.substr(1, close - 1);
  } else if (std::count(text.begin(), text.end(), ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  return address_bytes(text) ? std::string(text) : std::string();
}

/// One hop as a proxy noted it; an address that cannot be read is empty.
struct Hop {
  std::string address;
  bool https = false;
};

/// All values of a repeated header as one list, in order.
std::string joined(const std::vector<Field>& headers, std::string_view name) {
  std::string out;
  for (const Field& field : headers) {
    if (field.name != name) continue;
    if (!out.empty()) out += ',';
    out += field.value;
  }
  return out;
}

std::vector<Hop> plain_hops(const std::vector<Field>& headers) {
  const std::string list = joined(headers, "x-forwarded-for");
  std::vector<Hop> hops;
  for (std::string_view rest = list; !rest.empty();)
    hops.push_back({bare_address(next_element(rest))});
  return hops;
}

std::vector<Hop> standard_hops(const std::vector<Field>& headers) {
  const std::string list = joined(headers, "forwarded");
  std::vector<Hop> hops;
  for (std::string_view rest = list; !rest.empty();) {
    Hop hop;
    auto element = next_element(rest);
    while (!element.empty()) {
      const auto end = element.find(';');
      const auto pair = trim(element.substr(0, end));
      element = end == std::string_view::npos ? std::string_view() : element.substr(end + 1);
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos) continue;
      const auto value = pair.substr(equals + 1);
      if (same_word(pair.substr(0, equals), "for")) hop.address = bare_address(value);
      if (same_word(pair.substr(0, equals), "proto")) hop.https = same_word(value, "https");
    }
    hops.push_back(std::move(hop));
  }
  return hops;
}

/// The right-most hop that is no listed proxy. An unreadable one ends the search: whatever stands
/// left of it was written by nobody we trust.
Hop client_of(const Proxies& proxies, std::string_view peer, std::vector<Hop> hops) {
  Hop client{std::string(peer)};
  if (hops.size() > most_hops) hops.erase(hops.begin(), hops.end() - most_hops);
  while (!hops.empty() && !hops.back().address.empty()) {
    client = std::move(hops.back());
    hops.pop_back();
    if (!proxies.lists(client.address)) break;
  }
  return client;
}

constexpr std::string_view side_doors[] = {
    "forwarded",          "x-forwarded-for",   "x-forwarded-proto", "x-forwarded-host",
    "x-forwarded-port",   "x-forwarded-user",  "x-forwarded-email", "x-forwarded-server",
    "x-forwarded-prefix", "x-real-ip",         "x-client-ip",       "x-cluster-client-ip",
    "true-client-ip",     "x-original-url",    "x-original-uri",    "x-rewrite-url",
    "x-remote-user",      "remote-user",       "x-auth-user",       "x-http-method-override",
    "x-http-method",      "x-method-override",
};

}  // namespace

Result<Proxies> Proxies::of(const std::vector<std::string>& networks) {
  Proxies out;
  for (const std::string& text : networks) {
    const auto slash = text.find('/');
    const auto address = address_bytes(std::string_view(text).substr(0, slash));
    if (!address) return bad_proxy_list;
    const unsigned most = is_ipv4(*address) ? 32 : 128;
    unsigned bits = most;
    if (slash != std::string::npos) {
      const char* end = text.data() + text.size();
      const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, bits);
      if (error != std::errc() || stop != end || bits > most) return bad_proxy_list;
    }
    out.networks_.push_back({*address, bits + (128 - most)});
  }
  return out;
}

bool Proxies::lists(std::string_view address) const {
  if (networks_.empty()) return false;
  const auto bytes = address_bytes(address);
  return bytes && std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
           return same_prefix(*bytes, network.address, network.bits);
         });
}

Result<Origin> origin_of(const Proxies& proxies, std::string_view peer,
                         const std::vector<Field>& headers) {
  if (!proxies.lists(peer)) return Origin{std::string(peer), false};
  const auto plain = plain_hops(headers);
  const auto standard = standard_hops(headers);
  const Hop by_plain = client_of(proxies, peer, plain);
  const Hop by_standard = client_of(proxies, peer, standard);
  if (!plain.empty() && !standard.empty() && by_plain.address != by_standard.address)
    return bad_forwarding;
  // Several values of X-Forwarded-Proto: the nearest proxy wrote the last one.
  const std::string protocols = joined(headers, "x-forwarded-proto");
  std::string_view last = protocols;
  if (const auto comma = last.rfind(','); comma != std::string_view::npos)
    last.remove_prefix(comma + 1);
  const Hop& client = plain.empty() ? by_standard : by_plain;
  return Origin{client.address, client.https || same_word(trim(last), "https")};
}

void drop_side_doors(std::vector<Field>& headers) {
  std::erase_if(headers, [](const Field& field) {
    return std::find(std::begin(side_doors), std::end(side_doors), field.name) !=
           std::end(side_doors);
  });
}

}  // namespace zr::http
