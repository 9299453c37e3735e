#!/usr/bin/env bash
# wasm-opt, which makes the browser's program smaller, from npm's binaryen
# package (locked in scripts/tools) into target/tools.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

version=$(sed -n 's/.*"binaryen": "\([0-9]*\)\..*/\1/p' scripts/tools/package.json)

say "wasm-opt (binaryen $version)"
right_wasm_opt() { have wasm-opt && [[ "$(wasm-opt --version 2>/dev/null) " == "wasm-opt version $version "* ]]; }
if right_wasm_opt; then
    found "$(command -v wasm-opt)"
    exit 0
fi

only_one wasm-opt
mkdir -p "$TOOLS/npm" "$TOOLS/bin"
npm_ci scripts/tools "$TOOLS/npm"
ln -sf ../npm/node_modules/.bin/wasm-opt "$TOOLS/bin/wasm-opt"
hash -r
right_wasm_opt || die "npm installed binaryen, but 'wasm-opt --version' does not say $version. Remove target/tools/npm and try again."
