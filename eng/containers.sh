#!/usr/bin/env bash
# A Docker engine for the tests that need one, on a Debian machine that has none and reaches no image registry:
# dockerd, containerd and runc from Debian's packages, unpacked into a private folder. Nothing is installed, no
# service is started, and two engines of two checkouts do not meet. Needs root.
#
#   eng/containers.sh up [PID]      start an engine, print what to export; it ends with the process PID at the latest
#   eng/containers.sh run CMD...    start one, run CMD with the exports set, end it; exits with CMD's status
#   eng/containers.sh down          end the engine of $GRAFLOW_CONTAINERS, its containers, mounts and files
#
# An engine of your own serves as well: set GRAFLOW_TEST_BUSYBOX, GRAFLOW_TEST_RUNTIME and GRAFLOW_TEST_RUNTIME_2 to
# the names of images that it has (busybox; twice the .NET runtime, in images with different /etc/graflow-image),
# and `up` starts nothing.
set -euo pipefail
shopt -s inherit_errexit

readonly cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/graflow/containers
readonly root=$cache/root
readonly packages=(docker.io containerd runc tini libdevmapper1.02.1 libseccomp2 busybox-static)
# With 'localhost/' no engine takes a name for one on a public registry.
readonly busybox=localhost/graflow-test/busybox:1
readonly runtime=localhost/graflow-test/dotnet-runtime:10
readonly runtime2=localhost/graflow-test/dotnet-runtime-2:10

main() {
    case ${1:-} in
        up) up "${2:-}" ;;
        run) shift; run "$@" ;;
        down) down ;;
        *) echo "usage: $0 up [PID] | run CMD... | down" >&2; exit 2 ;;
    esac
}

up() {
    has_images && return
    can_start || return
    unpack
    # A Unix socket's path holds 107 bytes, so not in a checkout.
    state=$(mktemp -d /tmp/graflow-containers.XXXXXX)
    trap '(($? == 0)) || GRAFLOW_CONTAINERS=$state down' EXIT
    [[ -z ${1:-} ]] || end_with "$1"
    start
    import_images >&2
    print_exports
}

run() {
    local exports
    exports=$(up "$$")
    eval "$exports"
    trap down EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    "$@"
}

has_images() { [[ -n ${GRAFLOW_TEST_BUSYBOX:-} && -n ${GRAFLOW_TEST_RUNTIME:-} && -n ${GRAFLOW_TEST_RUNTIME_2:-} ]]; }

can_start() {
    [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null && return
    echo "eng/containers.sh: an engine for the tests needs root on Debian. Or name the images of your own engine by GRAFLOW_TEST_BUSYBOX, GRAFLOW_TEST_RUNTIME and GRAFLOW_TEST_RUNTIME_2; the head of eng/containers.sh says which." >&2
    return 1
}

print_exports() {
    echo "export GRAFLOW_CONTAINERS=$state"
    echo "export DOCKER_HOST=unix://$state/docker.sock"
    echo "export PATH=$cache/bin:$PATH"
    echo "export GRAFLOW_TEST_BUSYBOX=$busybox"
    echo "export GRAFLOW_TEST_RUNTIME=$runtime"
    echo "export GRAFLOW_TEST_RUNTIME_2=$runtime2"
}

# No maintainer script runs and dpkg's lock is not held; whoever comes second waits for the first.
unpack() {
    mkdir -p "$root" "$cache/bin" "$cache/deb"
    (
        flock 9
        local missing=() package
        for package in "${packages[@]}"; do [[ -e $cache/deb/$package.unpacked ]] || missing+=("$package"); done
        ((${#missing[@]})) || exit 0
        cd "$cache/deb"
        apt-get -qq download "${missing[@]}" 2>/dev/null || { apt-get -qq update && apt-get -qq download "${missing[@]}"; }
        for package in "${missing[@]}"; do
            dpkg -x "$package"_*.deb "$root"
            rm -f "$package"_*.deb
            touch "$package.unpacked"
        done
        # The command line alone, so that a PATH with it has nothing else of the packages.
        ln -sf ../root/usr/bin/docker "$cache/bin/docker"
    ) 9>"$cache/lock" >&2
}

# A trap in the caller does not run when it is killed; this does.
end_with() {
    GRAFLOW_CONTAINERS=$state setsid bash -c 'tail --pid="$1" -f /dev/null; exec "$2" down' - "$1" "$(realpath "$0")" </dev/null >/dev/null 2>&1 &
}

# In a pid and mount namespace of its own: when this one process ends, so do the daemon, every container and every mount.
start() {
    local libraries
    libraries=$(printf %s: "$root"/lib/*-linux-gnu "$root"/usr/lib/*-linux-gnu)
    mkdir -p "$state/data" "$state/exec"
    PATH=$root/usr/sbin:$root/usr/bin:$PATH LD_LIBRARY_PATH=${libraries%:} setsid unshare --mount --pid --fork --kill-child --mount-proc \
        tini -- dockerd --host "unix://$state/docker.sock" --data-root "$state/data" --exec-root "$state/exec" --pidfile "$state/dockerd.pid" \
        --bridge none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false --userland-proxy=false \
        --storage-driver "${GRAFLOW_STORAGE_DRIVER:-overlay2}" --exec-opt native.cgroupdriver=cgroupfs \
        --cgroup-parent "/$(basename "$state")" --log-level warn </dev/null >"$state/engine.log" 2>&1 &
    echo $! >"$state/engine.pid"
    local i
    for ((i = 0; i < 400; i++)); do
        docker version >/dev/null 2>&1 && return
        is_alive || break
        sleep 0.05
    done
    echo "eng/containers.sh: the engine did not come up; the end of its log:" >&2
    tail -20 "$state/engine.log" >&2
    return 1
}

docker() { DOCKER_HOST=unix://$state/docker.sock "$cache/bin/docker" "$@"; }

# A zombie is not alive.
is_alive() { grep -qsP '^State:\t[^ZX]' "/proc/$(cat "$state/engine.pid" 2>/dev/null)/status"; }

import_images() {
    make_busybox "$state/rootfs"
    import "$busybox" 'CMD ["/bin/sh"]'
    add_dotnet "$state/rootfs"
    import "$runtime" 'ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1' 'ENV PATH=/usr/bin:/bin' 'WORKDIR /work'
    rm -rf "$state/rootfs"
    derive "$runtime2" "$runtime"
}

import() {
    local image=$1 change changes=()
    shift
    for change in "$@"; do changes+=(--change "$change"); done
    echo "$image" >"$state/rootfs/etc/graflow-image"
    tar -C "$state/rootfs" --numeric-owner --owner=0 --group=0 -c . | docker import "${changes[@]}" - "$image" >/dev/null
}

# The same layers under another name, and one file that tells them apart.
derive() {
    local container
    container=$(docker create --network none "$2" true)
    echo "$1" >"$state/graflow-image"
    docker cp "$state/graflow-image" "$container:/etc/graflow-image"
    docker commit "$container" "$1" >/dev/null
    docker rm "$container" >/dev/null
}

make_busybox() {
    local applet
    mkdir -p "$1"/{bin,etc,tmp,proc,sys,dev,work,usr/bin}
    chmod 1777 "$1/tmp"
    cp "$root/bin/busybox" "$1/bin/busybox"
    for applet in $("$1/bin/busybox" --list); do [[ $applet == busybox ]] || ln -sf busybox "$1/bin/$applet"; done
    printf 'root:x:0:0:root:/:/bin/sh\napp:x:1654:1654:app:/work:/bin/sh\n' >"$1/etc/passwd"
    printf 'root:x:0:\napp:x:1654:\n' >"$1/etc/group"
}

# The runtime of the machine's own SDK, and the libraries that it needs.
add_dotnet() {
    local source framework=$1/usr/share/dotnet version name
    source=$(dirname "$(readlink -f "$(command -v dotnet)")")
    version=$(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" && $2 ~ /^10\./ { v = $2 } END { print v }')
    mkdir -p "$framework/host/fxr"
    cp "$source/dotnet" "$framework/"
    cp -r "$source/host/fxr/$version" "$framework/host/fxr/"
    for name in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
        mkdir -p "$framework/shared/$name"
        cp -r "$source/shared/$name/$version" "$framework/shared/$name/"
    done
    ln -s ../share/dotnet/dotnet "$1/usr/bin/dotnet"
    copy_libraries "$1" "$framework/dotnet" "$framework/host/fxr/$version/libhostfxr.so" "$framework/shared/Microsoft.NETCore.App/$version/"*.so
}

copy_libraries() {
    local target=$1 library
    shift
    ldd "$@" 2>/dev/null | grep -oE '/(lib|lib64|usr)/[^ ]+\.so[^ ]*' | grep -v /dotnet/ | sort -u | while read -r library; do
        mkdir -p "$target$(dirname "$library")"
        [[ -e $target$library ]] || cp -L "$library" "$target$library"
    done
}

down() {
    state=${GRAFLOW_CONTAINERS:-}
    [[ $state == /tmp/graflow-containers.* && -d $state ]] || return 0
    local i
    if is_alive; then
        # --kill-child takes the whole pid namespace along, and its mounts go with it.
        kill -KILL "$(cat "$state/engine.pid")"
        for ((i = 0; i < 500; i++)); do is_alive && sleep 0.02 || break; done
    fi
    remove_cgroups
    rm -rf "$state"
}

remove_cgroups() {
    local i
    for ((i = 0; i < 20; i++)); do
        find /sys/fs/cgroup -mindepth 1 -depth -type d -path "*/$(basename "$state")*" -exec rmdir {} + 2>/dev/null || true
        [[ -n $(find /sys/fs/cgroup -mindepth 1 -maxdepth 2 -name "$(basename "$state")" 2>/dev/null) ]] || return 0
        sleep 0.1
    done
}

main "$@"
