#pragma once
/// Who is behind the connection. Forwarded headers count only when the peer is a listed proxy; read
/// from the right, the first address that is no listed proxy is the client. From anyone else they
/// are ignored, so no client can name its own address (security.md rows 2 and 17).
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace zr::http {

/// The addresses and networks (10.0.0.0/8, ::1) whose forwarding headers are believed.
class Proxies {
 public:
  static Result<Proxies> of(const std::vector<std::string>& networks);
  bool lists(std::string_view address) const;

 private:
  /// IPv4 as its IPv4-mapped IPv6 address, so one comparison serves both.
  struct Network {
    std::array<std::uint8_t, 16> address{};
    unsigned bits = 128;
  };
  std::vector<Network> networks_;
};

struct Origin {
  std::string address;
  bool https = false;
};

/// Refused when a proxy sends Forwarded and X-Forwarded-For that name different clients: one of the
/// two came through from the client unread.
Result<Origin> origin_of(const Proxies& proxies, std::string_view peer,
                         const std::vector<Field>& headers);

/// Takes out every header by which a client could speak for a proxy or change method or path.
void drop_side_doors(std::vector<Field>& headers);

}  // namespace zr::http
