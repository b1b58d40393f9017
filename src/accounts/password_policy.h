#pragma once
/// Which passwords may be set, at every path that sets one (security 6): at least 12 characters,
/// not in the shipped list, not built from the login or a name.
#include <string_view>

namespace zr::accounts {

/// Is this password strong enough for this login?
bool strong(std::string_view password, std::string_view login);

}  // namespace zr::accounts
