#!/usr/bin/env bash
# The pipeline by itself and through HTTP; a record read through session and scope beside the bare
# statement (performance promises of issue 2).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build/release/zhirong bench submit
build/release/zhirong bench http 2>/dev/null
