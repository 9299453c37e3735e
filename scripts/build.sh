#!/usr/bin/env bash
# Builds target/release/llavero and target/site, optimised, unless nothing has
# changed since the last time.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

# Two empty files: their dates are the build's start and end.
begun=target/.build-begun
ended=target/.build-ended
sources=(src style public migrations Cargo.toml Cargo.lock rust-toolchain.toml)

# Nothing edited since the build began (folders count too: a deleted file changes
# its folder's date), and nothing overwritten since it ended, as `make watch` does.
up_to_date() {
    [ -e "$ended" ] && [ -x target/release/llavero ] && [ -d target/site/pkg ] &&
        [ -z "$(find "${sources[@]}" -newer "$begun" -print -quit)" ] &&
        [ -z "$(find target/site target/release/llavero -newer "$ended" -print -quit)" ]
}

say "Optimised build"
if up_to_date; then
    found "target/release/llavero, nothing has changed since"
    exit 0
fi
scripts/setup-build-tools.sh
pick_toolchain

say "Compiling (the first time takes some minutes)"
started=$SECONDS
mkdir -p target
rm -f "$ended"
touch "$begun"
cargo leptos build --release --split --precompress
touch "$ended"
note "built target/release/llavero in $(duration $((SECONDS - started)))"
