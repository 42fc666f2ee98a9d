# Shared by the scripts of this folder: `. "$(dirname "$0")/lib.sh"`. Changes to the repository root.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
# shellcheck disable=SC2034
target=${CARGO_TARGET_DIR:-target} # where cargo builds

say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $*"
  exit 1
}

# step NAME COMMAND…: one line before, one line with the duration after; the command's own output between them.
step() {
  local name=$1 begin=$EPOCHREALTIME status=0
  shift
  say "→ $name"
  "$@" || status=$?
  local seconds
  seconds=$(awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
  if [ "$status" -eq 0 ]; then
    say "✓ $name: $seconds s"
  else
    say "✗ $name: failed with exit code $status after $seconds s"
  fi
  return "$status"
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root, directly or through sudo without a password; fails where neither is possible.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif have sudo && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# apt_install PACKAGE…: installs from the system's packages where that is allowed, else names them and fails.
apt_install() {
  have apt-get || {
    say "not Debian or Ubuntu: install the equivalent of: $*"
    return 1
  }
  as_root true || {
    say "not root and no sudo without a password: run 'sudo apt-get install $*' and try again"
    return 1
  }
  local log
  log=$(mktemp)
  if { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "apt-get could not install: $*"
    return 1
  fi
}

# A port of 127.0.0.1 that nobody listens on.
free_port() {
  node -e 'const s = require("node:net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# run_group COMMAND…: runs COMMAND in a process group of its own and hands INT, TERM and HUP to the whole group, so
# that the caller's EXIT trap runs only when nothing is left of it. Call it last; it returns COMMAND's exit code.
run_group() {
  local status=0 sent=''
  set -m
  "$@" &
  local child=$!
  set +m
  # shellcheck disable=SC2064
  trap "sent=INT; kill -INT -- -$child 2>/dev/null" INT
  # shellcheck disable=SC2064
  trap "sent=TERM; kill -TERM -- -$child 2>/dev/null" TERM HUP
  # A signal interrupts `wait`, so wait again until the child itself has gone.
  while :; do
    status=0
    wait "$child" || status=$?
    kill -0 "$child" 2>/dev/null || break
  done
  trap - INT TERM HUP
  if [ -n "$sent" ]; then
    kill -KILL -- "-$child" 2>/dev/null || :
    if [ "$status" -eq 0 ]; then status=130; fi
  fi
  return "$status"
}
