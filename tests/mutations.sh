#!/usr/bin/env bash
# Changes the core in one place at a time and asks whether its tests notice. Ends with a score for each room; below 85 % it fails.
#   tests/mutations.sh              Cases, Requests, Risk and Roles (hours on two cores)
#   tests/mutations.sh Roles Risk   these rooms only
set -uo pipefail
cd "$(dirname "$0")/SupplierBot.Onboarding.Tests"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

[ $# -gt 0 ] || set -- Cases Requests Risk Roles
rooms=()
for room in "$@"; do
  [ -d "../../src/SupplierBot.Onboarding/$room" ] || { echo "$room is no room of src/SupplierBot.Onboarding." >&2; exit 2; }
  rooms+=(--mutate "$room/**/*.cs")
done

output=../../artifacts/mutations
rm -rf "$output"
dotnet tool restore >/dev/null || { echo "The tools of .config/dotnet-tools.json could not be restored." >&2; exit 1; }
dotnet stryker --skip-version-check --output "$output" "${rooms[@]}" </dev/null || exit 1

# Mutants that no test reaches count as survivors; those that don't compile don't count.
node - "$output/reports/mutation-report.json" <<'JS'
const { files } = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
const rooms = new Map();
for (const [file, { mutants }] of Object.entries(files)) {
  const room = /(\w+)(?:\/Proofs)?\/\w+\.cs$/.exec(file)[1];
  const count = rooms.get(room) ?? { noticed: 0, all: 0 };
  for (const { status } of mutants) {
    if (["Killed", "Timeout"].includes(status)) count.noticed++;
    if (["Killed", "Timeout", "Survived", "NoCoverage"].includes(status)) count.all++;
  }
  if (count.all > 0) rooms.set(room, count);
}
for (const [room, { noticed, all }] of rooms) {
  const score = (100 * noticed) / all;
  console.log(`${room}: ${noticed} of ${all} noticed, ${score.toFixed(1)} %`);
  if (score < 85) process.exitCode = 1;
}
JS
