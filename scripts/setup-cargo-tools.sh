#!/usr/bin/env bash
# cargo-leptos (builds server and browser halves together) and wasm-bindgen.
# Tools of the right version on PATH are used as they are; others are compiled
# into target/tools/bin, and nothing is put into your home.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

# right_version VERSION COMMAND...: does `COMMAND --version` say VERSION?
right_version() {
    local version=$1
    shift
    have "$1" || return 1
    [[ " $("$@" --version 2>/dev/null | head -1) " == *" $version "* ]]
}

# install CRATE VERSION HOW_LONG: compiles it into target/tools/bin.
install() {
    note "compiling $1 $2 (about $3 on two cores; this happens once)"
    # How fast these tools are does not matter, how fast they compile does: their
    # own release profile takes 20 minutes on two cores.
    # The build folder outlives an interrupted run, so that the next one goes on.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0 \
        CARGO_TARGET_DIR="$TOOLS/build" RUSTFLAGS='' \
        cargo install "$1" --locked --version "=$2" --root "$TOOLS" >"$TOOLS/$1.log" 2>&1 || {
        tail -20 "$TOOLS/$1.log" | sed 's/^/    /' >&2
        die "$1 $2 could not be installed: cargo install $1 --locked --version $2   (whole log: target/tools/$1.log)"
    }
    rm -rf "$TOOLS/build"
}

say "cargo-leptos $CARGO_LEPTOS_VERSION and wasm-bindgen $WASM_BINDGEN_VERSION"
pick_toolchain
only_one cargo-tools

if right_version "$CARGO_LEPTOS_VERSION" cargo-leptos; then
    found "$(command -v cargo-leptos)"
else
    install cargo-leptos "$CARGO_LEPTOS_VERSION" "9 minutes"
fi
if right_version "$WASM_BINDGEN_VERSION" wasm-bindgen; then
    found "$(command -v wasm-bindgen)"
else
    install wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "3 minutes"
fi
