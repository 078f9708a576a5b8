#!/usr/bin/env bash
# Installs what is missing, builds everything once, runs every test project and ends with one line of totals.
#   ./test.sh          the whole suite (at most 12 minutes on two cores)
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
  local folder stamp
  for folder in tests/clients tests/clients/slack; do
    stamp=$folder/node_modules/.installed
    cmp -s "$folder/package-lock.json" "$stamp" && continue
    echo "Installing the test clients …"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null) || stop "npm ci in $folder failed"
    cp "$folder/package-lock.json" "$stamp"
  done
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

# Documents are printed by LibreOffice and read by poppler; an audit pack is checked by the script in it.
office() {
  # Documents are read by Writer, workbooks by Calc: a package each, and either may be missing.
  local program
  program=$(dirname "$(readlink -f "$(command -v soffice)")")
  ls "$program"/libswlo.* "$program"/libsclo.* >/dev/null 2>&1 && command -v pdftotext >/dev/null && command -v python3 >/dev/null && return 0
  command -v apt-get >/dev/null || return 0
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  echo "Installing LibreOffice …"
  "${root[@]}" apt-get update -qq </dev/null >/dev/null && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils python3 </dev/null >/dev/null || echo "LibreOffice could not be installed." >&2
}

# One style everywhere, written by CSharpier: `dotnet csharpier format src tests` puts it right.
style() {
  dotnet tool restore </dev/null >/dev/null || stop "The tools of .config/dotnet-tools.json could not be restored."
  dotnet csharpier check src tests </dev/null || stop "The code is not formatted: run dotnet csharpier format src tests"
}

clients
browser
office
style
# Only the packages of the lock files: a pin that moved without them stops here, and `dotnet restore` writes them.
dotnet build SupplierBot.sln -c "$configuration" -v q -nologo -p:RestoreLockedMode=true </dev/null || stop "The build failed."

limit=
[ -z "${SUPPLIERBOT_LONG:-}" ] && command -v timeout >/dev/null && limit="timeout --kill-after=30 7200"
passed=0 failed=0 skipped=0
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# One attribute of the assembly in the results of one project; empty where there are none.
count() { sed -n 's/.*<assembly [^>]*[ ]'"$1"'="\([0-9][0-9]*\)".*/\1/p' "$2" 2>/dev/null | head -1; }

# The failed tests of one result file, a line each: many lines of many tests stand between a failure and the end of a run.
failures() { grep -o '<test [^>]*result="Fail"[^>]*><failure[^>]*><message>[^<]*' "$1" 2>/dev/null | sed 's/.* name="\([^"]*\)" result=.*<message>/FAILED \1: /; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | cut -c1-400; }

# One test project is one executable. A test that takes long is named while it runs; a project that never ends fails
# after two hours, and the others still run.
run() {
  local name
  name=$(basename "$1" .csproj)
  $limit dotnet "$(dirname "$1")/bin/$configuration/net10.0/$name.dll" -noColor -noLogo -longRunning 180 -result-xml "$results/$name.xml" </dev/null >"$results/$name.log" 2>&1
  echo $? >"$results/$name.code"
  echo "  $name is done after $SECONDS s"
}

# The result file is counted; a run that fails without a failed test counts as one.
tell() {
  local name code ok bad errors skip
  name=$(basename "$1" .csproj) code=$(cat "$results/$name.code" 2>/dev/null || echo 1)
  echo "== $name"
  cat "$results/$name.log"
  ok=$(count passed "$results/$name.xml") bad=$(count failed "$results/$name.xml") errors=$(count errors "$results/$name.xml") skip=$(count skipped "$results/$name.xml")
  bad=$((${bad:-0} + ${errors:-0}))
  [ "$code" -eq 0 ] || [ "$bad" -gt 0 ] || { echo "$name ended with exit code $code" >&2; bad=1; }
  passed=$((passed + ${ok:-0})) failed=$((failed + bad)) skipped=$((skipped + ${skip:-0}))
}

# Two projects at a time: most of them wait as much as they compute. The longest begin first.
projects=()
for name in SupplierBot.Conversations SupplierBot.Chat.Tests; do projects+=("tests/$name/$name.csproj"); done
for project in tests/*/*.csproj; do
  grep -q '<IsTestProject>false' "$project" || [[ " ${projects[*]} " == *" $project "* ]] || projects+=("$project")
done
echo "Running ${#projects[@]} test projects, two at a time …"
for project in "${projects[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
  run "$project" &
done
wait
for project in "${projects[@]}"; do tell "$project"; done

for file in "$results"/*.xml; do failures "$file"; done
line="$passed passed, $failed failed"
[ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
