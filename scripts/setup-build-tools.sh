#!/usr/bin/env bash
# Everything that building needs; the steps say what was there already.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

have cc || die "A C compiler is missing (SQLite is compiled in). Debian: apt-get install build-essential"
scripts/setup-wasm-target.sh
scripts/setup-cargo-tools.sh
scripts/setup-wasm-opt.sh
