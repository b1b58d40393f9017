#!/usr/bin/env bash
# zhirong-verify over a record of a million entries; the promise is 5 s of CPU.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export ZR_VERIFY=$PWD/build/release/zhirong-verify
build/release/tests/verify/zr_verify_test --no-skip --test-case="speed: a million*" --success |
  awk -v load="$(cut -d' ' -f1 /proc/loadavg)" '/cpu_ms/ { ms = $NF } END {
    if (ms == "") exit 1
    printf "{\"bench\":\"verify\",\"records\":1000000,\"cpu_ms\":%d,\"limit_cpu_ms\":5000,\"load\":%s}\n", ms, load }'
