#!/usr/bin/env bash
# Builds everything and runs every test; ends with one line of totals.
set -euo pipefail
cd "$(dirname "$0")"
dotnet build SupplierBot.sln -v q -nologo
