#!/usr/bin/env bash
# with-postgres.sh COMMAND...: runs COMMAND beside a PostgreSQL server of its own,
# which is gone afterwards. COMMAND finds it in LLAVERO_TEST_POSTGRES_URL.
#
# The role there may create databases and roles but is no superuser, as in
# production: a superuser would walk through row-level security unnoticed.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -gt 0 ] || die "usage: scripts/with-postgres.sh COMMAND..."
bin=$(find_postgres) || die "PostgreSQL's server programs are missing. Debian: apt-get install postgresql"

cluster=$(mktemp -d "${TMPDIR:-/tmp}/llavero-postgres.XXXXXX")
server=''
stop() {
    if [ -n "$server" ] && kill -INT "$server" 2>/dev/null; then wait "$server" 2>/dev/null || true; fi
    rm -rf "$cluster"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 141' PIPE

# PostgreSQL refuses to run as root, so then it is somebody else's. Should this
# script be killed outright, the kernel stops the server (pdeathsig).
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
    owner=nobody
    if id postgres >/dev/null 2>&1; then owner=postgres; fi
    chown "$owner" "$cluster"
    as_owner=(setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups --pdeathsig INT)
elif have setpriv; then
    as_owner=(setpriv --pdeathsig INT)
fi
cd "$cluster" || exit

if ! "${as_owner[@]}" "$bin/initdb" -D "$cluster/data" -U postgres --auth=trust --encoding=UTF8 --locale=C \
    --no-sync --no-instructions >"$cluster/initdb.log" 2>&1; then
    cat "$cluster/initdb.log" >&2
    die "initdb failed"
fi

# A port that happens to be taken makes the server end at once: try another.
for _ in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 12000))
    "${as_owner[@]}" "$bin/postgres" -D "$cluster/data" -p $port \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories="$cluster" \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
        >"$cluster/server.log" 2>&1 &
    server=$!
    for _ in $(seq 150); do
        if "$bin/pg_isready" -q -h "$cluster" -p $port; then break 2; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    kill -INT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=''
done
if [ -z "$server" ]; then
    cat "$cluster/server.log" >&2
    die "PostgreSQL did not start"
fi

"$bin/psql" -q -h "$cluster" -p "$port" -U postgres -d postgres \
    -c 'CREATE ROLE llavero LOGIN CREATEDB CREATEROLE' -c 'CREATE DATABASE llavero OWNER llavero'
export LLAVERO_TEST_POSTGRES_URL=postgres://llavero@127.0.0.1:$port/llavero
note "PostgreSQL $("$bin/postgres" --version | sed 's/[^0-9]*\([0-9.]*\).*/\1/') for these tests: $LLAVERO_TEST_POSTGRES_URL"

cd "$ROOT" || exit
"$@"
