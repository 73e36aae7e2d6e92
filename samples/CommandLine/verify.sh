#!/usr/bin/env bash
# Runs the sample's commands and checks what they write, and opens its pages in Chromium: ./verify.sh dotnet run --project samples/CommandLine --
set -euo pipefail
for tool in node chromium dot; do
    command -v "$tool" >/dev/null || { echo "verify.sh needs $tool" >&2; exit 1; }
done
exec node "$(dirname "${BASH_SOURCE[0]}")/verify/main.mjs" "$@"
