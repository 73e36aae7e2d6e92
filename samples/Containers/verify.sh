#!/usr/bin/env bash
# Needs a container engine with two images: as root on Debian, `eng/containers.sh run` brings both.
set -euo pipefail

: "${GRAFLOW_TEST_RUNTIME:?no container engine; eng/containers.sh says how to get one}"
rm -rf texts reports
READER_IMAGE=$GRAFLOW_TEST_RUNTIME WRITER_IMAGE=$GRAFLOW_TEST_RUNTIME_2 "$@" >stdout.txt
diff -u "$(dirname "${BASH_SOURCE[0]}")/expected.txt" stdout.txt
