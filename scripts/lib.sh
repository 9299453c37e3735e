# Shared by the scripts of this folder: where things are, and how they speak.
# Source it (". scripts/lib.sh"), do not run it.
# shellcheck shell=bash disable=SC2034,SC2012

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS=$ROOT/target/tools
export CARGO_TARGET_DIR=$ROOT/target
export PATH="$TOOLS/bin:$PATH"
cd "$ROOT"

# The versions of the tools. wasm-bindgen's must be its crate's in Cargo.lock.
RUST_VERSION=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
CARGO_LEPTOS_VERSION=0.3.10
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    _blue=$'\033[1;34m' _grey=$'\033[90m' _red=$'\033[1;31m' _off=$'\033[0m'
else
    _blue='' _grey='' _red='' _off=''
fi

say() { printf '%s==> %s%s\n' "$_blue" "$*" "$_off"; }       # what I do
found() { printf '%s    found: %s%s\n' "$_grey" "$*" "$_off"; } # what was already there
note() { printf '    %s\n' "$*"; }
missing() { printf '%s!!! %s%s\n' "$_red" "$*" "$_off" >&2; }  # what is missing, how to get it
die() {
    missing "$@"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The toolchain that rust-toolchain.toml names, or an installed one under
# another name (such as "stable") that holds the very same compiler.
pick_toolchain() {
    have cargo || die "cargo is missing. Install Rust $RUST_VERSION through rustup (see the Rust web site), then run this again."
    if ! have rustup; then
        case $(rustc --version) in
        "rustc $RUST_VERSION "*) return ;;
        *) die "rustc is $(rustc --version); this project is built with $RUST_VERSION. Install it through rustup." ;;
        esac
    fi
    [ -z "${RUSTUP_TOOLCHAIN:-}" ] || return 0
    if cargo --version >/dev/null 2>&1; then return; fi

    local name
    for name in $(rustup toolchain list | sed 's/ .*//'); do
        case $(rustup run "$name" rustc --version 2>/dev/null) in
        "rustc $RUST_VERSION "*)
            export RUSTUP_TOOLCHAIN=$name
            found "Rust $RUST_VERSION as the toolchain $name"
            return
            ;;
        esac
    done
    say "Installing Rust $RUST_VERSION"
    timeout 600 rustup toolchain install "$RUST_VERSION" --profile minimal -c rustfmt -c clippy ||
        die "Rust $RUST_VERSION is not installed and rustup could not fetch it: rustup toolchain install $RUST_VERSION"
}

# only_one NAME: wait until no other script of this project does the same step.
only_one() {
    mkdir -p "$TOOLS"
    have flock || return 0
    exec 9>"$TOOLS/.$1.lock"
    if ! flock -n 9; then
        note "waiting for another run that is doing this just now"
        flock 9
    fi
}

# seconds → "3 min 20 s"
duration() {
    if [ "$1" -ge 60 ]; then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi
}

# as_root COMMAND...: as root, through sudo if need be. Only for Debian's packages.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        return 127
    fi
}

need_node() {
    { have npm && have node; } ||
        die "Node.js with npm is missing (20 or newer). Debian: the packages nodejs and npm; or from the Node.js web site."
}

# npm_ci FROM [INTO]: puts the packages of FROM's lock file into INTO/node_modules.
npm_ci() {
    local from=$1 into=${2:-$1} installed log
    installed=$into/node_modules/.installed-from
    [ -e "$from/package-lock.json" ] || die "$from/package-lock.json is missing"
    if cmp -s "$from/package-lock.json" "$installed"; then
        found "the npm packages of $from"
        return
    fi
    need_node
    note "installing the npm packages of $from"
    [ "$from" = "$into" ] || cp "$from/package.json" "$from/package-lock.json" "$into/"
    log=$(mktemp)
    if ! (cd "$into" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error) >"$log" 2>&1; then
        sed 's/^/    /' "$log" >&2
        rm -f "$log"
        die "npm could not install what $from/package-lock.json names. Is npm's registry in reach?"
    fi
    rm -f "$log"
    cp "$from/package-lock.json" "$installed"
}

# Where a browser for the end-to-end tests is. Prints its path.
find_chromium() {
    local name
    if [ -n "${CHROMIUM:-}" ]; then
        command -v "$CHROMIUM"
        return
    fi
    for name in chromium chromium-browser google-chrome; do
        if command -v $name; then return; fi
    done
    return 1
}

# Where PostgreSQL's server programs are: Debian keeps them off PATH. Prints the folder.
find_postgres() {
    local dir
    for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
        "$(dirname "$(command -v initdb 2>/dev/null || echo /none)")" \
        "$(pg_config --bindir 2>/dev/null || true)"; do
        if [ -x "$dir/initdb" ] && [ -x "$dir/postgres" ]; then
            echo "$dir"
            return
        fi
    done
    return 1
}
