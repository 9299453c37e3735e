#!/usr/bin/env bash
# What the tests need beside the compiler: PostgreSQL's server programs and a
# Chromium (both Debian packages) and the npm packages of end2end/.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

# debian WHAT PACKAGE...
debian() {
    local what=$1
    shift
    if ! have apt-get; then
        missing "$what is missing, and there is no apt-get here. Install it your system's way."
        return 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! have sudo; then
        missing "$what is missing. As root: apt-get install $*"
        return 1
    fi
    note "installing Debian's $*"
    local log install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
    log=$(mktemp)
    # Fresh lists only when the ones at hand do not do.
    if as_root "${install[@]}" >"$log" 2>&1 ||
        { as_root apt-get update >"$log" 2>&1 && as_root "${install[@]}" >>"$log" 2>&1; }; then
        rm -f "$log"
        return
    fi
    tail -20 "$log" | sed 's/^/    /' >&2
    rm -f "$log"
    missing "$what is missing and could not be installed. As root: apt-get install $*"
    return 1
}

failed=0

say "PostgreSQL's server programs, for the store's tests"
if dir=$(find_postgres); then
    found "$dir"
else
    debian "PostgreSQL" postgresql || failed=1
fi

say "Chromium, for the end-to-end tests"
if browser=$(find_chromium); then
    found "$browser"
else
    debian "Chromium" chromium fonts-liberation || failed=1
fi

say "npm packages, for the end-to-end tests"
if [ -e end2end/package-lock.json ]; then
    (npm_ci end2end) || failed=1
else
    missing "end2end/package-lock.json is missing"
    failed=1
fi
exit $failed
