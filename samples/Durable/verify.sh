#!/usr/bin/env bash
# The first start is killed in the middle; the second one finishes the run; the third one finds it finished. No effect happens twice.
set -euo pipefail

rm -rf runs crashed effects.txt
if "$@" >first.txt 2>first.err; then
    echo "the first start was to be killed" >&2
    exit 1
fi

"$@" >second.txt
"$@" >third.txt
{
    cat second.txt
    echo
    cat third.txt
    echo
    sort effects.txt
} >stdout.txt
diff -u "$(dirname "${BASH_SOURCE[0]}")/expected.txt" stdout.txt
