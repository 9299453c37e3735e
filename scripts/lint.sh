#!/usr/bin/env bash
# lint.sh [format|server|browser]...: the named checks, or all of them.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

format() {
    say "Format"
    cargo fmt --check
}

server() {
    say "Clippy, the server's half and all tests"
    cargo clippy --all-targets --no-default-features --features ssr -- -D warnings
}

browser() {
    scripts/setup-wasm-target.sh
    say "Clippy, the browser's half"
    cargo clippy --lib --target wasm32-unknown-unknown --no-default-features --features hydrate -- -D warnings
}

pick_toolchain
failed=()
[ $# -gt 0 ] || set -- format server browser
for check in "$@"; do
    "$check" || failed+=("$check")
done
[ ${#failed[@]} -eq 0 ] || die "failed: ${failed[*]}"
