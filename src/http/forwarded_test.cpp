#include "http/forwarded.h"

#include <doctest/doctest.h>

#include "http/refusals.h"

using namespace zr;
using http::Field;
using http::Proxies;

namespace {

std::string client_seen(const Proxies& proxies, std::string_view peer, std::vector<Field> headers) {
  const auto origin = http::origin_of(proxies, peer, headers);
  if (!origin) return std::string(origin.problem().refusal.code);
  return origin->address + (origin->https ? " https" : "");
}

}  // namespace

TEST_CASE("row 2: forwarded headers of anyone but a listed proxy are ignored") {
  const auto proxies = *Proxies::of({"10.0.0.1", "192.168.0.0/16", "2001:db8::/32"});
  const std::vector<Field> forged{{"x-forwarded-for", "1.2.3.4"},
                                  {"x-forwarded-proto", "https"},
                                  {"forwarded", "for=1.2.3.4;proto=https"},
                                  {"x-real-ip", "1.2.3.4"}};
  CHECK(client_seen(proxies, "10.0.0.2", forged) == "10.0.0.2");
  CHECK(client_seen(Proxies{}, "10.0.0.1", forged) == "10.0.0.1");
  CHECK(client_seen(proxies, "10.0.0.1", forged) == "1.2.3.4 https");
  CHECK(client_seen(proxies, "192.168.7.7", forged) == "1.2.3.4 https");
  CHECK(client_seen(proxies, "::ffff:10.0.0.1", forged) == "1.2.3.4 https");
  CHECK(client_seen(proxies, "2001:db8:1::1", forged) == "1.2.3.4 https");
  CHECK(client_seen(proxies, "2001:db9::1", forged) == "2001:db9::1");
}

TEST_CASE("the right-most address that is no listed proxy is the client") {
  const auto proxies = *Proxies::of({"10.0.0.0/8"});
  const auto by = [&](std::string list) {
    return client_seen(proxies, "10.0.0.1", {{"x-forwarded-for", std::move(list)}});
  };
  CHECK(by("6.6.6.6, 1.2.3.4") == "1.2.3.4");
  CHECK(by("6.6.6.6, 1.2.3.4, 10.0.0.9") == "1.2.3.4");
  CHECK(by("10.0.0.8, 10.0.0.9") == "10.0.0.8");
  CHECK(by("6.6.6.6, evil, 10.0.0.9") == "10.0.0.9");
  CHECK(by("") == "10.0.0.1");
  CHECK(by("1.2.3.4:5555") == "1.2.3.4");
  CHECK(by("[2001:db8::7]:443") == "2001:db8::7");
  CHECK(client_seen(proxies, "10.0.0.1",
                    {{"x-forwarded-for", "6.6.6.6"}, {"x-forwarded-for", "1.2.3.4"}}) == "1.2.3.4");
}

TEST_CASE("the standard header is read, and one that contradicts the other is refused") {
  const auto proxies = *Proxies::of({"10.0.0.0/8"});
  CHECK(client_seen(proxies, "10.0.0.1",
                    {{"forwarded", "for=6.6.6.6, For=\"[2001:db8::7]:1\";Proto=HTTPS;by=x"}}) ==
        "2001:db8::7 https");
  CHECK(client_seen(proxies, "10.0.0.1", {{"forwarded", "for=_hidden;proto=https"}}) == "10.0.0.1");
  CHECK(client_seen(proxies, "10.0.0.1",
                    {{"forwarded", "for=6.6.6.6"}, {"x-forwarded-for", "1.2.3.4"}}) ==
        http::bad_forwarding.code);
  CHECK(client_seen(proxies, "10.0.0.1",
                    {{"x-forwarded-for", "1.2.3.4"}, {"x-forwarded-proto", "https, http"}}) ==
        "1.2.3.4");
}

TEST_CASE("a proxy list holds addresses and networks and nothing else") {
  for (const auto* wrong :
       {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::1/129", "1.2.3.4/x"})
    CHECK_MESSAGE(Proxies::of({wrong}) == http::bad_proxy_list, wrong);
  CHECK((*Proxies::of({"10.1.2.0/23"})).lists("10.1.3.255"));
  CHECK_FALSE((*Proxies::of({"10.1.2.0/23"})).lists("10.1.4.0"));
  CHECK((*Proxies::of({"0.0.0.0/0"})).lists("8.8.8.8"));
  CHECK_FALSE((*Proxies::of({"0.0.0.0/0"})).lists("2001:db8::1"));
}

TEST_CASE("row 17: headers that speak for a proxy or another method reach no handler") {
  std::vector<Field> headers{{"host", "zr"},
                             {"x-original-url", "/admin"},
                             {"x-http-method-override", "DELETE"},
                             {"x-forwarded-user", "root"},
                             {"x-forwarded-for", "1.2.3.4"},
                             {"accept", "*/*"}};
  http::drop_side_doors(headers);
  CHECK(headers == std::vector<Field>{{"host", "zr"}, {"accept", "*/*"}});
}
