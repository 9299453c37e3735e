#!/usr/bin/env bash
# Builds what has changed and serves it with demo data, which is kept in data/.
# LISTEN=host:port serves elsewhere than at 127.0.0.1:3000.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/build.sh
say "Serving (Ctrl-C ends it)"
exec target/release/llavero serve --demo --data-dir data ${LISTEN:+--listen "$LISTEN"}
