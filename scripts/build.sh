#!/usr/bin/env bash
# Builds target/release/llavero and target/site, optimised, unless nothing has
# changed since the last time.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

stamp=target/.llavero-built
sources=(src style public migrations Cargo.toml Cargo.lock rust-toolchain.toml)

# Folders count too: a file that was deleted changes its folder's date.
up_to_date() {
    [ -e "$stamp" ] && [ -x target/release/llavero ] && [ -d target/site/pkg ] &&
        [ -z "$(find "${sources[@]}" -newer "$stamp" -print -quit)" ]
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
# Dated before the build, so that what is edited meanwhile counts as changed.
touch "$stamp.new"
cargo leptos build --release --precompress
mv "$stamp.new" "$stamp"
note "built target/release/llavero in $(duration $((SECONDS - started)))"
