//! What a page costs where there are 100,000 tokens. It measures, so it is run
//! by hand, optimised and with nothing else:
//!
//! `scripts/with-postgres.sh cargo test --release --no-default-features
//! --features ssr --test store token_table_cost -- --ignored --nocapture
//! --test-threads 1`

use std::time::{Duration, Instant};

use sqlx::{AssertSqlSafe, Row as _};

use super::*;
use crate::engine::Db;

const TOKENS: u64 = 100_000;
const RUNS: usize = 101;

/// Makes the rows inside the database: users, tokens assigned to them over a
/// thousand days, and devices for nine of ten, whose tokens are then active.
async fn fill(db: &Db) -> CompanyId {
    let mut writer = db.write().await;
    let company = company(&mut writer).await;
    writer.commit().await.unwrap();
    let numbers = format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {TOKENS})"
    );
    let id = |kind: u8| {
        format!(
            "'00000000-0000-7000-800{kind}-' || substr('000000000000' || CAST(i AS TEXT),
             length(CAST(i AS TEXT)) + 1, 12)"
        )
    };
    let (user, token, device) = (id(1), id(2), id(3));
    let bytes = match db.engine {
        Engine::Sqlite => "x'00'",
        Engine::Postgres => "'\\x00'::bytea",
    };
    let at = format!("{} + (i * 7919 % 1000) * 86400000000 + i", NOW.as_micros());
    let name = "'u' || CAST(i * 7919 % 100003 AS TEXT)";
    for statement in [
        format!(
            "{numbers} INSERT INTO app_user (id, company_id, username, username_key, full_name,
                 search_text, role, status, password_hash, created_at, version)
             SELECT {user}, '{company}', {name}, {name}, 'Persona', {name}, 'member', 'active',
                    'hash', 0, 1 FROM n"
        ),
        format!(
            "{numbers} INSERT INTO virtual_token (id, company_id, serial, status, holder_id,
                 activation, updated_at, version, holder_username, holder_key, holder_name,
                 holder_role, assigned_at)
             SELECT {token}, '{company}', 9000000 + i, 'assigned', {user}, 'by_administrator',
                    {at}, 1, {name}, {name}, 'Persona', 'member', {at} FROM n"
        ),
        format!(
            "{numbers} INSERT INTO device (id, company_id, token_id, holder_id, name, signing_key,
                 one_time_secret, pin_secret, enrolled_at, wrong_pins, wrong_codes)
             SELECT {device}, '{company}', {token}, {user}, 'x', {bytes}, {bytes}, {bytes}, 0, 0, 0
             FROM n WHERE i % 10 <> 0"
        ),
        "UPDATE virtual_token SET status = 'active', activation = NULL,
                device_id = '00000000-0000-7000-8003-' || substr(id, 25)
         WHERE serial % 10 <> 0"
            .to_owned(),
    ] {
        db.execute(statement).await.unwrap();
    }
    db.analyse(&["virtual_token", "device", "app_user"]).await;
    company
}

/// The place before the row in the middle of the list.
async fn middle(conn: &mut Connection, company: CompanyId, query: &TokenQuery) -> Cursor {
    let column = match query.sort.column {
        TokenColumn::AssignedAt => "assigned_at",
        TokenColumn::Username => "holder_key",
        TokenColumn::Serial => "serial",
        TokenColumn::UpdatedAt => "updated_at",
        TokenColumn::Status => "status_rank",
    };
    let total = store::token_table::total(conn, company, &query.filter)
        .await
        .unwrap();
    let mut filter = String::new();
    if let Some(status) = query.filter.status {
        filter += &format!(" AND status = '{}'", status.code());
    }
    if let Some(day) = query.filter.updated_from {
        filter += &format!(" AND updated_day >= {}", day.count());
    }
    if let Some(day) = query.filter.updated_until {
        filter += &format!(" AND updated_day <= {}", day.count());
    }
    let sql = format!(
        "SELECT id, CAST({column} AS TEXT) AS sort_key FROM virtual_token
         WHERE company_id = $1{filter} ORDER BY {column}, id LIMIT 1 OFFSET {}",
        total / 2
    );
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(company.to_string())
        .fetch_one(conn)
        .await
        .unwrap();
    Cursor {
        key: row.get("sort_key"),
        id: row.get("id"),
    }
}

/// The median of what fetching each page takes, in turn so that all meet the
/// same weather.
#[allow(clippy::disallowed_methods)]
async fn medians(db: &Db, company: CompanyId, queries: &[TokenQuery; 3]) -> [Duration; 3] {
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..RUNS {
        for (query, times) in queries.iter().zip(&mut times) {
            let mut reader = db.read().await;
            let begun = Instant::now();
            let found = page(&mut reader, company, query).await;
            times.push(begun.elapsed());
            assert!(!found.rows.is_empty());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[RUNS / 2]
    })
}

/// The filters that are measured, and what they are called.
fn filters() -> [(&'static str, TokenFilter); 4] {
    let none = TokenFilter::default();
    let day = Day::from_count(NOW.day().count() + 500);
    let active = TokenFilter {
        status: Some(TokenStatus::Active),
        ..none
    };
    let from = TokenFilter {
        updated_from: Some(day),
        ..none
    };
    let one_day = TokenFilter {
        updated_until: Some(day),
        ..from
    };
    [
        ("-", none),
        ("active", active),
        ("one day", one_day),
        ("500 days", from),
    ]
}

async fn plan(db: &Db, company: CompanyId, query: &TokenQuery) -> String {
    let mut reader = db.read().await;
    let steps = store::token_table::explain(&mut reader, company, query)
        .await
        .unwrap();
    // Rows that are in order but for equals need no sort of all.
    steps.join("\n").replace("Incremental Sort", "")
}

/// Measures one order under one filter: its first, middle and last page.
async fn measure(db: &Db, company: CompanyId, name: &str, query: TokenQuery) -> [Duration; 3] {
    let place = Place::After(middle(&mut *db.read().await, company, &query).await);
    let queries = [Place::First, place, Place::Last].map(|place| at(&query, place, 5_001));
    for query in &queries {
        let plan = plan(db, company, query).await;
        let unwanted = ["Seq Scan", "SCAN virtual_token", "Sort  (", "TEMP B-TREE"];
        // A range of days may be sorted when it is short.
        let days = query.filter.updated_from.is_some();
        for bad in &unwanted[..if days { 2 } else { 4 }] {
            assert!(!plan.contains(bad), "{plan}");
        }
    }
    let medians = medians(db, company, &queries).await;
    let [first, middle, last] = medians.map(|median| median.as_micros());
    println!(
        "{:<14}{name:<10}{first:>8}{middle:>8}{last:>8}",
        query.sort.column.code()
    );
    medians
}

on_both_engines! {
    #[ignore = "measures"]
    async fn token_table_cost(db: &Db) {
        let company = fill(db).await;
        println!("\n{:?}, {TOKENS} tokens, pages of 10, medians of {RUNS} in µs", db.engine);
        println!("{:<14}{:<10}{:>8}{:>8}{:>8}", "sorted by", "filter", "first", "middle", "last");
        for (name, filter) in filters() {
            let mut sums = [Duration::ZERO; 3];
            for column in TokenColumn::ALL {
                let sort = TokenSort { column, direction: Direction::Ascending };
                let query = TokenQuery { filter, sort, page: PageRequest::default() };
                let medians = measure(db, company, name, query).await;
                sums.iter_mut().zip(medians).for_each(|(sum, median)| *sum += median);
            }
            let ratio = sums[2].as_secs_f64() / sums[0].as_secs_f64();
            println!("all of them, {name}: the last page costs {ratio:.2} of the first");
            assert!(filter.updated_from.is_some() || (0.8..1.2).contains(&ratio), "{sums:?}");
        }
    }
}
