#!/usr/bin/env bash
# Runs the sample with the given command and checks what it wrote: ./verify.sh dotnet run --project samples/Quickstart --
set -euo pipefail
for tool in node chromium; do
    command -v "$tool" >/dev/null || { echo "verify.sh needs $tool" >&2; exit 1; }
done
exec node "$(dirname "${BASH_SOURCE[0]}")/verify/main.mjs" "$@"
