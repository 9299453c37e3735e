#!/usr/bin/env bash
# Lets the compiler build for the browser (target wasm32-unknown-unknown).
#
# The ordinary way is `rustup target add`. Where rustup's server cannot be
# reached, the target's standard library is built from source: Debian's
# trixie-backports carries the sources of this very compiler, which unpack on
# any Debian. Its crates come from the crate registry, as always.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

target=wasm32-unknown-unknown

target_works() {
    local dir rc=0
    dir=$(mktemp -d)
    echo 'fn main() {}' >"$dir/probe.rs"
    rustc --target $target --emit link -o "$dir/probe.wasm" "$dir/probe.rs" >/dev/null 2>&1 || rc=1
    rm -rf "$dir"
    return $rc
}

by_rustup() {
    have rustup || return 1
    note "trying rustup target add $target (at most a minute)"
    # Only one attempt: a closed network should not make anyone wait.
    RUSTUP_MAX_RETRIES=0 timeout 60 rustup target add $target >"$work/rustup.log" 2>&1 && target_works
}

# Fetches the rust-src package into $work, signed, through Debian's own mirror as
# this machine knows it. The system's apt lists and caches are left alone.
fetch_source() {
    { have apt-get && have dpkg; } || {
        missing "no apt-get here, so Debian's rust-src package cannot be fetched"
        return 1
    }
    local mirror signed=''
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] &&
        signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] '
    mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    local options=(
        -o "Dir::Etc::sourcelist=$work/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$work/apt/lists" -o "Dir::Cache=$work/apt/cache"
        -o APT::Sandbox::User=root -o Acquire::Retries=2
    )
    # shellcheck disable=SC2016  # the dollar is apt's
    for mirror in $(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | sort -u); do
        case $mirror in *security*) continue ;; esac
        echo "deb $signed$mirror trixie-backports main" >"$work/apt/sources.list"
        timeout 180 apt-get update "${options[@]}" >"$work/apt.log" 2>&1 || continue
        (cd "$work" && timeout 300 apt-get download "${options[@]}" "rust-src=$version*") >>"$work/apt.log" 2>&1 || continue
        dpkg -x "$work"/rust-src_*.deb "$work/source"
        return 0
    done
    missing "Debian's trixie-backports has no rust-src $version that this machine can fetch"
    sed 's/^/    /' "$work/apt.log" >&2 || true
    return 1
}

from_source() {
    local sysroot
    sysroot=$(rustc --print sysroot)
    [ -w "$sysroot/lib/rustlib" ] || {
        missing "$sysroot is not writable for $(id -un)"
        return 1
    }

    # Cargo looks for the standard library's sources in the sysroot only; lend
    # them to it for as long as the build takes, if they are not there.
    local source=$sysroot/lib/rustlib/src/rust
    if [ ! -e "$source/library/std/Cargo.toml" ]; then
        note "fetching the standard library's sources (Debian's rust-src $version, 45 MB)"
        fetch_source || return 1
        [ ! -L "$source" ] || rm "$source"
        mkdir -p "$sysroot/lib/rustlib/src"
        ln -s "$work/source/usr/src/rustc-$version" "$source"
        lent=$source
    else
        found "the standard library's sources in the sysroot"
    fi

    note "building the standard library (about a minute)"
    mkdir -p "$work/empty/src"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$work/empty/Cargo.toml"
    : >"$work/empty/src/lib.rs"
    (
        cd "$work/empty"
        RUSTUP_TOOLCHAIN=${RUSTUP_TOOLCHAIN:-$RUST_VERSION} RUSTC_BOOTSTRAP=1 RUSTFLAGS='' CARGO_TARGET_DIR="$work/build" \
            cargo build --release --target $target -Zbuild-std=std,panic_abort,proc_macro
    ) >"$work/build.log" 2>&1 || {
        missing "building the standard library failed:"
        tail -20 "$work/build.log" | sed 's/^/    /' >&2
        return 1
    }

    local into=$sysroot/lib/rustlib/$target
    rm -rf "$into.new"
    mkdir -p "$into.new/lib"
    find "$work/build/$target/release/deps" -name '*.rlib' ! -name 'libempty-*' -exec cp {} "$into.new/lib/" \;
    rm -rf "$into"
    mv "$into.new" "$into"
    target_works
}

say "WebAssembly target for the compiler"
pick_toolchain
version=$(rustc --version | sed 's/^rustc \([^ ]*\) .*/\1/')
if target_works; then
    found "$target for rustc $version"
    exit 0
fi

only_one wasm-target
if target_works; then
    found "$target for rustc $version"
    exit 0
fi
work=$(mktemp -d)
lent=''
trap '[ -z "$lent" ] || { rm -f "$lent"; rmdir "${lent%/*}" 2>/dev/null || true; }; rm -rf "$work"' EXIT
if by_rustup; then
    note "added by rustup"
elif note "rustup cannot add it here; building it from source" && from_source; then
    note "built for rustc $version"
else
    die "the target $target is missing. With access to rustup's server: rustup target add $target"
fi
