#!/usr/bin/env bash
# Start on the demo city until it answers, and what the idle server holds (performance promises of issue 2).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH=$PWD/build/node/node_modules/.bin:$PATH
exec node bench/start.mjs
