#pragma once
/// `zhirong verify` and GET /journal/verify: the proof of the city (journal/verify.h), with the
/// anchors kept beside it.
#include <string>

#include "api/read.h"
#include "app/options.h"
#include "journal/verify.h"

namespace zr::app {

/// Proves the city over one snapshot of its database. Where a key file is named, its public part
/// must be the chain's newest.
Result<journal::Verification> prove(const Settings& settings, const std::string& key_file);
/// Prints the findings and the verdict; answers the exit code.
int print_proof(const journal::Verification& proof);

/// GET /journal/verify: {"ok","records","head","first_bad"} and the findings.
api::Read proof_read(const Settings& settings);

}  // namespace zr::app
