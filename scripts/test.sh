#!/usr/bin/env bash
# All checks and tests, one stage after the other. A stage that fails does not
# keep the others from running. The last line sums up: "N passed, M failed".
# The stages' output is kept in target/test/.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

logs=target/test
mkdir -p "$logs"
rm -f "$logs"/*
total_passed=0
total_failed=0
summary=()
group='' # process group of the stage that is running
guard='' # and of the one that ends it when time is up

# run NAME MINUTES COMMAND...: output goes to the screen and to a log. The command
# has a process group of its own, so that it ends as a whole when time is up or
# somebody presses Ctrl-C.
run() {
    local name=$1 minutes=$2 rc=0
    shift 2
    set -m
    { "$@" 2>&1 </dev/null | tee "$logs/$name.log"; } &
    group=$!
    { sleep $((minutes * 60)); echo "!!! $name took longer than $minutes minutes"; kill -TERM -- "-$group"; } 2>/dev/null &
    guard=$!
    set +m
    wait "$group" || rc=$?
    group=''
    stop_guard
    return $rc
}
stop_guard() {
    [ -z "$guard" ] || kill -TERM -- "-$guard" 2>/dev/null || true
    wait "$guard" 2>/dev/null || true
    guard=''
}
interrupted() {
    [ -z "$group" ] || kill -TERM -- "-$group" 2>/dev/null || true
    stop_guard
    exit 130
}
trap interrupted INT TERM

# stage NAME COUNT MINUTES COMMAND...: COUNT NAME EXIT_STATUS sets $passed and $failed.
stage() {
    local name=$1 count=$2 minutes=$3 started=$SECONDS rc=0
    shift 3
    say "Stage $name"
    run "$name" "$minutes" "$@" || rc=$?
    $count "$name" $rc
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    summary+=("$(printf '%-16s %5d passed %5d failed   %s' "$name" "$passed" "$failed" "$(duration $((SECONDS - started)))")")
    note "${summary[-1]}"
}

# A check is one test.
as_one() {
    if [ "$2" -eq 0 ]; then passed=1 failed=0; else passed=0 failed=1; fi
}

# A step that is no check counts only when it fails.
if_failed() {
    as_one "$@"
    passed=0
}

# Cargo's "test result: ok. 12 passed; 0 failed; …", one line a test program.
cargo_results() {
    read -r passed failed < <(
        sed 's/\x1b\[[0-9;]*m//g' "$logs/$1.log" | awk '
            /^test result: / { for (i = 2; i <= NF; i++) { if ($i == "passed;") p += $(i-1); if ($i == "failed;") f += $(i-1) } }
            END { print p + 0, f + 0 }'
    )
    no_silent_failure "$2"
}

# Playwright's JSON report. A test that passed on a second try has passed, but is named.
playwright_results() {
    # shellcheck disable=SC2016  # the dollars are JavaScript's
    read -r passed failed < <(node -e '
        const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        if (stats.flaky) console.error(`    ${stats.flaky} of them passed only when tried again`);
        console.log(stats.expected + stats.flaky, stats.unexpected);
    ' "$playwright_json" 2>/dev/null || echo 0 0)
    no_silent_failure "$2"
}

# Neither a crash nor a stage without a single test may look like success.
no_silent_failure() {
    if [ "$failed" -eq 0 ] && { [ "$1" -ne 0 ] || [ "$passed" -eq 0 ]; }; then failed=1; fi
}

playwright_json=$ROOT/$logs/playwright.json
end_to_end() {
    local browser
    browser=$(find_chromium) || die "no Chromium. Debian: apt-get install chromium"
    [ -x target/release/llavero ] || die "target/release/llavero was not built"
    [ -d end2end/node_modules ] || die "the npm packages of end2end are missing"
    cd end2end || return
    CHROMIUM=$browser LLAVERO_BINARY=$ROOT/target/release/llavero \
        PLAYWRIGHT_JSON_OUTPUT_NAME=$playwright_json \
        node_modules/.bin/playwright test --reporter=list,json
}

build_fresh() {
    # An older program must not stand in for one that no longer compiles.
    scripts/build.sh || { rm -f target/release/llavero; return 1; }
}

pick_toolchain
stage tools if_failed 30 scripts/setup-build-tools.sh
stage test-tools if_failed 15 scripts/setup-test-tools.sh
stage format as_one 2 scripts/lint.sh format
stage clippy-server as_one 20 scripts/lint.sh server
stage clippy-browser as_one 20 scripts/lint.sh browser
stage tests cargo_results 30 scripts/with-postgres.sh \
    cargo test --no-default-features --features ssr --no-fail-fast
stage build if_failed 30 build_fresh
stage end-to-end playwright_results 30 end_to_end

say "Summary (after $(duration $SECONDS))"
for line in "${summary[@]}"; do note "$line"; done
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ]
