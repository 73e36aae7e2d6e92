#!/usr/bin/env bash
# Starts the sample again and again, as people come and go: ./verify.sh dotnet run --project samples/Approval --
set -euo pipefail

rm -rf runs

expect() {
    local want=$1 status=0 got
    shift
    got=$("${program[@]}" runs "$@") || status=$?
    if [[ $got != "$want" ]]; then
        printf '%s\n  yields   %s (exit code %d)\n  expected %s\n' "$*" "$got" "$status" "$want" >&2
        exit 1
    fi
    echo "$got"
}

program=("$@")

# Both answer while no program runs. The run is finished by the fourth process.
expect 'desk: waits for auditor and manager' ask desk 'A desk' 300
expect 'desk: the answer of the manager is stored' answer desk manager yes
expect 'desk: the answer of the auditor is stored' answer desk auditor yes
expect 'desk: A desk is bought: the manager said yes, the auditor agrees' finish desk

# One objects.
expect 'yacht: waits for auditor and manager' ask yacht 'A yacht' 2000000
expect 'yacht: the answer of the auditor is stored' answer yacht auditor no
expect 'yacht: the answer of the manager is stored' answer yacht manager yes
expect 'yacht: A yacht is not bought: the manager said yes, the auditor objects' finish yacht

# One is late. The policy tolerates it, and the flow says what that means.
expect 'lamp: waits for auditor and manager' ask lamp 'A lamp' 40
expect 'lamp: the answer of the manager is stored' answer lamp manager yes
expect 'lamp: A lamp is bought: the manager said yes, the auditor did not answer in time' finish lamp

# What ended, takes no answer; what was answered once, is what it was.
expect 'refused: Run desk does not take the signal "manager": it has ended.' answer desk manager no
expect 'desk: A desk is bought: the manager said yes, the auditor agrees' finish desk
