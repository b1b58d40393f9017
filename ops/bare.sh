#!/usr/bin/env bash
# Proves the README on a bare machine: a minimal Debian 12 in a folder of its own, a clone of this
# repository's last commit, then ./dev run until it answers, and ./dev test. Run as root, by hand;
# its findings go into docs/testing.md. ops/bare.sh [run|test]: only that command.
# Everything happens in mount and process namespaces of its own, so whatever ends this script also
# ends every process in the chroot and every mount.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
repository=$PWD
listen=127.0.0.1:${ZR_BARE_PORT:-8099}

say() { printf '\n== bare: %s (%s s)\n' "$*" "$SECONDS"; }
fail() { printf 'bare: %s\n' "$*" >&2; exit 1; }

if [ -z "${ZR_BARE_CHILD:-}" ]; then
  [ "$(id -u)" -eq 0 ] || fail "needs root: it makes a chroot"
  if ! command -v mmdebstrap >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends mmdebstrap
  fi
  folder=$(mktemp -d "${ZR_BARE_FOLDER:-/tmp}/zr-bare.XXXXXX")
  # Its mounts went with its namespace, so this removes nothing but its own files.
  trap 'rm -rf --one-file-system "$folder"' EXIT
  trap 'exit 130' INT TERM
  ZR_BARE_CHILD=$folder unshare --mount --propagation private --pid --fork --kill-child \
    bash "$repository/ops/bare.sh" "$@"
  exit
fi

folder=$ZR_BARE_CHILD
chroot_folder=$folder/debian
home=/srv/zhirong

# This machine's Debian sources, not its other ones: only they make it a Debian 12.
debian_sources() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -f "$file" ] || continue
    if grep -qE '^(Suites:|deb ).*\bbookworm\b' "$file" && ! grep -qE '[a-z]-bookworm\b' "$file"; then
      printf '%s\n' "$file"
    fi
  done
}

make_debian() {
  local sources settings=() setting file
  mapfile -t sources < <(debian_sources)
  [ ${#sources[@]} -gt 0 ] || fail "no Debian 12 among this machine's apt sources"
  while read -r setting; do settings+=(--aptopt="$setting"); done < <(
    apt-config dump --format '%f "%v";%n' | grep -E '^Acquire::(http|https|Check|Retries)' || true)
  say "a minimal Debian 12 from ${sources[*]}"
  mmdebstrap --quiet --variant=minbase --dpkgopt=force-unsafe-io "${settings[@]}" bookworm "$chroot_folder" "${sources[@]}"
  # Services of installed packages stay down: nothing here starts a daemon behind our back.
  printf '#!/bin/sh\nexit 101\n' >"$chroot_folder/usr/sbin/policy-rc.d"
  chmod +x "$chroot_folder/usr/sbin/policy-rc.d"
  for file in /etc/resolv.conf /etc/hosts; do cp -L "$file" "$chroot_folder$file"; done
}

# How this machine reaches the npm registry: certificates and npm's own settings, read from where
# npm says they are. The bundle gets a name that ca-certificates does not write itself.
copy_settings() {
  local bundle=/etc/ssl/certs/ca-certificates.crt kept=/etc/ssl/machine-certificates.crt file
  mkdir -p "$chroot_folder/etc/ssl"
  if [ -f "$bundle" ]; then cp -L "$bundle" "$chroot_folder$kept"; fi
  command -v npm >/dev/null || return 0
  for file in "$(npm config get globalconfig)" "$(npm config get userconfig)"; do
    if [ -f "$file" ]; then sed "s#$bundle#$kept#" "$file" >>"$chroot_folder/$HOME/.npmrc"; fi
  done
  chmod 600 "$chroot_folder/$HOME/.npmrc" 2>/dev/null || true
}

mount_system() {
  mount -t proc proc "$chroot_folder/proc"
  mount --rbind /dev "$chroot_folder/dev"
  mount --rbind /sys "$chroot_folder/sys"
  mkdir -p "$chroot_folder/dev/shm"
  mount -t tmpfs tmpfs "$chroot_folder/dev/shm"
}

# Runs a command line in the chroot in place of the calling subshell, whose process id it keeps.
inside() {
  local kept=() name
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ZR_JOBS; do
    [ -z "${!name:-}" ] || kept+=("$name=${!name}")
  done
  exec chroot "$chroot_folder" env -i HOME="$HOME" LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    NODE_EXTRA_CA_CERTS=/etc/ssl/machine-certificates.crt ZR_LISTEN="$listen" "${kept[@]}" \
    bash -c "cd $home && $1"
}

is_healthy() {
  (
    exec 3<>"/dev/tcp/${listen%:*}/${listen#*:}" || exit 1
    printf 'GET /healthz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$listen" >&3
    head -n 1 <&3 | grep -q ' 200 '
  ) 2>/dev/null
}

try_run() {
  local runner
  say "./dev run"
  (inside "exec ./dev run") &
  runner=$!
  until is_healthy; do
    kill -0 "$runner" 2>/dev/null || fail "./dev run ended before it answered"
    sleep 1
  done
  say "/healthz answered; stopping"
  kill -TERM "$runner"
  wait "$runner" || fail "./dev run ended with $?"
}

try_test() {
  say "./dev test"
  (inside "exec ./dev test")
}

make_debian
copy_settings
mount_system
say "cloning"
git clone --quiet "file://$repository" "$chroot_folder$home"
case ${1:-all} in
  run) try_run ;;
  test) try_test ;;
  all)
    try_run
    try_test
    ;;
  *) fail "run or test?" ;;
esac
say "done: commit $(git rev-parse --short HEAD)"
