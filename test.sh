#!/usr/bin/env bash
# Builds and checks everything, from the compiler to the packed nupkg. The last line is "N passed, N failed".
#   ./test.sh           all of it
#   ./test.sh --quick   build and tests only: no containers, no formatting, no package, no samples
set -euo pipefail
shopt -s nullglob
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off
# Samples print numbers and dates; their expected output is the invariant culture's.
export LC_ALL=C.UTF-8

readonly solution=Graflow.Generators.sln
readonly artifacts=$PWD/artifacts
# The tests that need a container engine; eng/containers.sh says where one comes from.
readonly container_tests=tests/Graflow.Containers.Tests/Graflow.Containers.Tests.csproj
# Command, Debian package.
readonly tools=(chromium:chromium docker-compose:docker-compose dot:graphviz node:nodejs redis-server:redis-server systemd-analyze:systemd)

passed=0
failed=0
tests=0

main() {
    local quick=false
    case "${1:-}" in
        '') ;;
        --quick) quick=true ;;
        *) echo "usage: ./test.sh [--quick]" >&2; exit 2 ;;
    esac

    trap finish EXIT
    require_sdk
    $quick || install_tools
    build || { fail "the build"; exit 1; }
    run_tests
    if $quick; then
        printf '\nLeft out by --quick: %s, formatting, package, samples\n' "$container_tests"
        return
    fi
    run_container_tests
    check "formatting" verify_format
    check "packing" pack
    run_samples
}

step() { printf '\n== %s\n' "$1"; }
pass() { passed=$((passed + ${1:-1})); }
fail() { failed=$((failed + ${2:-1})); echo "FAILED: $1" >&2; }

check() {
    local what=$1
    shift
    step "$what"
    if "$@"; then pass; else fail "$what"; fi
}

finish() {
    local status=$?
    eng/containers.sh down || fail "ending the container engine"
    ((tests > 0 || failed > 0)) || fail "no test ran"
    ((status == 0 || failed > 0)) || fail "stopped with status $status"
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0)) || exit 1
}

require_sdk() {
    command -v dotnet >/dev/null && dotnet --version >/dev/null && return
    fail "the .NET SDK that global.json asks for is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
    exit 1
}

install_tools() {
    local tool packages=()
    for tool in "${tools[@]}"; do
        command -v "${tool%%:*}" >/dev/null || packages+=("${tool##*:}")
    done
    ((${#packages[@]})) || return 0
    step "install ${packages[*]}"
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        fail "missing programs, please install: ${packages[*]}"
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}

build() {
    step "build"
    dotnet build "$solution" -c Release -v quiet
}

run_tests() {
    local project
    for project in tests/*.Tests/*.csproj; do
        [[ $project == "$container_tests" ]] && continue
        step "test $project"
        run_test_project "$project"
    done
}

# A hang is a failure that names its test.
run_test_project() {
    local log=$artifacts/test.log status=0 counts bad good
    mkdir -p "$artifacts"
    timeout 900 dotnet test "$1" -c Release --no-build -v quiet --logger "console;verbosity=minimal" \
        --blame-hang-timeout 5m --blame-hang-dump-type none --results-directory "$artifacts/results" | tee "$log" || status=$?
    counts=$(sed -nE 's/^(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+),.*/\2 \3/p' "$log")
    read -r bad good <<<"${counts:-0 0}"
    tests=$((tests + bad + good))
    pass "$good"
    ((bad == 0)) || fail "$bad tests of $1" "$bad"
    ((bad + good > 0)) || { fail "$1 ran no test"; return; }
    ((status == 0 || bad > 0)) || fail "$1 ended with status $status"
}

# The engine stays for the samples; without one, theirs fails by itself.
run_container_tests() {
    step "test $container_tests"
    if start_engine; then
        run_test_project "$container_tests"
    else
        fail "no container engine, so that no test of $container_tests ran"
    fi
}

start_engine() {
    local exports
    exports=$(eng/containers.sh up $$) || return
    eval "$exports"
}

# The formatter runs the generator, from the configuration that was built: without it, what uses generated code looks unused.
verify_format() {
    Configuration=Release dotnet format "$solution" --verify-no-changes --no-restore
}

pack() {
    rm -rf "$artifacts/packages"
    local project
    for project in src/*/*.csproj; do
        dotnet pack "$project" -c Release -v quiet || return
    done
}

run_samples() {
    step "samples, built from the package"
    # Entries of a package have one fixed time, so an older build would look up to date.
    rm -rf "$artifacts"/samples/{bin,obj,run} "$artifacts"/samples/packages/graflow*
    dotnet build samples/Samples.proj -p:GraflowFromPackage=true -v quiet || fail "building the samples"
    local folder
    for folder in samples/*/; do
        check "${folder%/}" run_sample "$(basename "$folder")"
    done
}

# A sample's output is its expected.txt; one whose output cannot be, has a verify.sh that gets the command to run.
run_sample() {
    local folder=$PWD/samples/$1 work=$artifacts/samples/run/$1
    local command=(timeout 120 dotnet "$artifacts/samples/bin/$1/$1.dll")
    mkdir -p "$work"
    if [[ -f $folder/verify.sh ]]; then
        (cd "$work" && bash "$folder/verify.sh" "${command[@]}" </dev/null)
    else
        (cd "$work" && "${command[@]}" </dev/null >stdout.txt) && diff -u "$folder/expected.txt" "$work/stdout.txt"
    fi
}

main "$@"
