#!/usr/bin/env bash
# A dry run of 200,000 rows of loan ledgers with every check beside the same checks in DuckDB's SQL, in pairs, with equal
# counts of each fault; then rows stored a CPU second (performance promises of issue 2).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH=$PWD/build/node/node_modules/.bin:$PATH
[ -d bench/peers/node_modules ] || (cd bench/peers && npm ci --no-audit --no-fund >/dev/null)
exec node bench/imports.mjs "${ZR_ROUNDS:-5}"
