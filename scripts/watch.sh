#!/usr/bin/env bash
# Serves with demo data and rebuilds and reloads on every change.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup-build-tools.sh
pick_toolchain
say "Watching (Ctrl-C ends it)"
exec cargo leptos watch --split -- serve --demo --data-dir data ${LISTEN:+--listen "$LISTEN"}
