#!/usr/bin/env bash
# A redis-server and a worker of this sample's own: the report must be the Quickstart's, word for word. Then the manifests, by their own tools.
set -euo pipefail
readonly here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

main() {
    local tool
    for tool in redis-server redis-cli systemd-analyze docker-compose; do
        command -v "$tool" >/dev/null || fail "verify.sh needs $tool"
    done
    trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT
    start_redis
    export GRAFLOW_REDIS=127.0.0.1:$port
    run_flow "$@"
    check_program
    check_manifests
}

fail() { echo "FAILED: $1" >&2; exit 1; }

start_redis() {
    local server
    for port in $(shuf -i 20000-60000 -n 20); do
        redis-server --port "$port" --bind 127.0.0.1 --save '' --maxmemory-policy noeviction >redis.txt &
        server=$!
        while kill -0 "$server" 2>/dev/null; do
            [[ $(redis-cli -p "$port" ping 2>/dev/null) == PONG ]] && return
            sleep 0.1
        done
    done
    fail "redis-server does not start: $(tail -n 3 redis.txt)"
}

run_flow() {
    local worker command=("$@")
    # The trap above ends it in time. timeout would pass a signal on twice, and a second one ends a worker at once.
    [[ $1 == timeout ]] && command=("${@:3}")
    HEALTH_PORT=$((port + 1)) "${command[@]}" worker >worker.txt 2>&1 &
    worker=$!
    # As Docker asks.
    until HEALTH_PORT=$((port + 1)) bash -c "$(health_check)" 2>/dev/null; do
        kill -0 "$worker" 2>/dev/null || fail "the worker ended: $(<worker.txt)"
        sleep 0.1
    done

    rm -rf report
    "$@" report >run.txt || fail "the run: $(tail -n 3 run.txt)"
    [[ $(tail -n 1 run.txt) == "Report: $PWD/report/report.html" ]] || fail "the last line is '$(tail -n 1 run.txt)'"
    diff -u "$here/expected.md" report/report.md

    kill -TERM "$worker"
    wait "$worker" || fail "the worker's exit code is $?"
    [[ $(redis-cli -p "$port" exists '{gf:0}:lease' '{gf:0}:queues') == 0 ]] || fail "something is left in the queues"
}

health_check() { sed -n 's/^ *CMD \["bash", "-c", "\(.*\)"\]$/\1/p' "$here/Dockerfile" | sed 's/\\\\/\\/g'; }

# The flow is the Quickstart's file; the program has one more line, and a worker's command.
check_program() {
    local more
    more=$(diff "$here/../Quickstart/Program.cs" "$here/Program.cs" | grep '^[<>]' | grep -v 'Usage:' || true)
    [[ $more == '> if (args is ["worker", ..])
> {
>     return await GraflowHost.RunAsync(args);
> }
> 
>         options.UseRedis(Environment.GetEnvironmentVariable("GRAFLOW_REDIS") ?? "localhost:6379");' ]] || fail "the programs differ in: $more"
}

check_manifests() {
    docker-compose -f "$here/docker-compose.yml" config -q
    # The program is not installed here.
    sed 's#^ExecStart=/opt/graflow/Distributed#ExecStart=/bin/true#' "$here/graflow-worker@.service" >'graflow-worker@.service'
    systemd-analyze verify "$PWD/graflow-worker@.service"
}

main "$@"
