#!/usr/bin/env bash
# Runs the end-to-end tests and keeps their pictures in target/screenshots.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/build.sh
scripts/setup-test-tools.sh
say "End-to-end tests, with pictures"
export SCREENSHOTS=$ROOT/target/screenshots
rm -rf "$SCREENSHOTS"
mkdir -p "$SCREENSHOTS"
CHROMIUM=$(find_chromium) || die "no Chromium. Debian: apt-get install chromium"
export CHROMIUM LLAVERO_BINARY=$ROOT/target/release/llavero
rc=0
(cd end2end && node_modules/.bin/playwright test --reporter=list) || rc=$?
note "$(find "$SCREENSHOTS" -name '*.png' | wc -l) pictures in target/screenshots"
exit $rc
