#pragma once
/// `zhirong keys check|rotate`: the signing key that the record names, and its successor. A key
/// file is never replaced or printed.
#include <string>

#include "app/city.h"
#include "app/options.h"
#include "crypto/anchor.h"

namespace zr::app {

/// The key file is the one that the record names last; an anchor of the head is signed with it.
Result<crypto::Anchor> check_key(const Settings& settings);
/// Makes a new key in `new_file`, records its public part and anchors the head with it; from then
/// on the city is served with the new file. May be repeated after a crash. No server may run.
Result<crypto::Anchor> rotate_key(const Settings& settings, const std::string& new_file);

}  // namespace zr::app
