#!/usr/bin/env bash
# Installs what is missing, builds everything once, runs every test project and ends with one line of totals.
#   ./test.sh          the whole suite (at most 15 minutes on two cores)
#   ./test.sh --long   also the long forms: many seeds, long kill storms
set -uo pipefail
cd "$(dirname "$0")"

while [ $# -gt 0 ]; do
  case "$1" in
    --long) export SUPPLIERBOT_LONG=1 ;;
    *) echo "usage: ./test.sh [--long]" >&2; exit 2 ;;
  esac
  shift
done
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
configuration=Debug

stop() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

# The real clients need Node and, for the journeys in a browser, Chromium.
clients() {
  command -v node >/dev/null && command -v npm >/dev/null || stop "Node.js 20 or later is needed for the tests with real clients: https://nodejs.org"
  [ -f tests/clients/package-lock.json ] || return 0
  local stamp=tests/clients/node_modules/.installed
  cmp -s tests/clients/package-lock.json "$stamp" && return 0
  echo "Installing the test clients …"
  (cd tests/clients && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null) || stop "npm ci in tests/clients failed"
  cp tests/clients/package-lock.json "$stamp"
}

browser() {
  [ -n "${CHROMIUM:-}" ] && return 0
  local name
  for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null && return 0; done
  command -v apt-get >/dev/null || return 0
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  echo "Installing Chromium …"
  "${root[@]}" apt-get update -qq </dev/null >/dev/null && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium </dev/null >/dev/null \
    || echo "Chromium could not be installed." >&2
}

clients
browser
dotnet build SupplierBot.sln -c "$configuration" -v q -nologo </dev/null || stop "The build failed."

passed=0 failed=0 skipped=0
count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$2" | tail -1; }

# One test project: its own executable (Microsoft.Testing.Platform), whose summary is counted.
run() {
  local project=$1 name log code ok bad skip
  name=$(basename "$project" .csproj)
  log=$(mktemp)
  echo "== $name"
  dotnet "$(dirname "$project")/bin/$configuration/net10.0/$name.dll" --no-progress --no-ansi </dev/null 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  ok=$(count succeeded "$log") bad=$(count failed "$log") skip=$(count skipped "$log")
  rm -f "$log"
  # 8: there is no test in the project. Any other failure without a failed test is a crash, and counts as one.
  [ "$code" -ne 0 ] && [ "$code" -ne 8 ] && [ "${bad:-0}" -eq 0 ] && { echo "$name ended with exit code $code" >&2; bad=1; }
  passed=$((passed + ${ok:-0})) failed=$((failed + ${bad:-0})) skipped=$((skipped + ${skip:-0}))
}

for project in tests/*/*.csproj; do
  grep -q '<TestProject>false' "$project" || run "$project"
done

line="$passed passed, $failed failed"
[ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
