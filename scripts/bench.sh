#!/usr/bin/env bash
# Measures the lists and the changes of many on SQLite and PostgreSQL, and prints
# tables. Optimised; on a machine that does nothing else.
# bench.sh [NAME]: only the measurements whose name has NAME in it.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

pick_toolchain
scripts/with-postgres.sh cargo test --release --no-default-features --features ssr \
    --test routes -- "bench::${1:-}" --ignored --nocapture --test-threads 1
