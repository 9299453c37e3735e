//! How long the lists and the changes of many take in a small company and in one
//! of 10,000 users and 5,000 tokens. It measures, so it is run by hand, optimised
//! and with nothing else: `make bench`.
//!
//! A list is measured as the browser asks for it: through the router, with the
//! session looked up, the page found and written as JSON.

#![allow(clippy::disallowed_methods, reason = "it measures")]

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use llavero::service::carry_out_batches::carry_out_batches;
use serde_json::{Value, json};

use crate::support::large::{ADMINS, SLUG, Sizes, fill};
use crate::support::{PIN, Phone, Server, Session, on_each_engine};

const RUNS: usize = 31;
const SMALL: Sizes = Sizes {
    free: 5,
    pending: 2,
    active: 3,
    available: 5,
};
/// 10,000 users and 5,000 tokens, most of them in use.
const LARGE: Sizes = Sizes {
    free: 5_500,
    pending: 500,
    active: 4_000,
    available: 500,
};

/// A list as the browser asks for it: its function, its columns, the filters
/// worth measuring, and where in the answer the page is.
struct List {
    name: &'static str,
    path: &'static str,
    columns: &'static [&'static str],
    filters: Vec<(&'static str, Value)>,
    page: &'static [&'static str],
}

/// Add a list here and it is measured with the others.
fn lists() -> Vec<List> {
    let token = |status: Value, from: Value| json!({"status": status, "updated_from": from, "updated_until": null});
    let user = |changes: Value| {
        let mut filter = json!({"search": "", "status": null, "role": null, "contact": null,
                                "token": null});
        let (Some(filter_of), Some(changes)) = (filter.as_object_mut(), changes.as_object()) else {
            return filter;
        };
        filter_of.extend(changes.clone());
        filter
    };
    let physical = |search: &str, status: Value| json!({"search": search, "status": status});
    vec![
        List {
            name: "Token Virtual",
            path: "/api/token/list",
            columns: &["assigned_at", "username", "serial", "updated_at", "status"],
            filters: vec![
                ("all", token(Value::Null, Value::Null)),
                ("active", token(json!("active"), Value::Null)),
                ("pending", token(json!("pending_activation"), Value::Null)),
            ],
            page: &["page"],
        },
        List {
            name: "Usuarios",
            path: "/api/user/list",
            columns: &["username", "full_name", "role", "status", "confirmed_at"],
            filters: vec![
                ("all", user(json!({}))),
                ("secondary", user(json!({"role": "member"}))),
                ("inactive", user(json!({"status": "inactive"}))),
                ("with token", user(json!({"token": "with"}))),
                ("without token", user(json!({"token": "without"}))),
                ("fresh", user(json!({"contact": "fresh"}))),
                ("stale", user(json!({"contact": "stale"}))),
                ("missing", user(json!({"contact": "missing"}))),
                ("search many", user(json!({"search": "persona"}))),
                ("search one", user(json!({"search": "activo00002"}))),
            ],
            page: &[],
        },
        List {
            name: "Token Físico",
            path: "/api/physical-token/list",
            columns: &["username", "serial", "updated_at", "status"],
            filters: vec![
                ("all", physical("", Value::Null)),
                ("active", physical("", json!("active"))),
                ("disabled", physical("", json!("disabled"))),
                ("search one", physical("activo00002", Value::Null)),
            ],
            page: &["page"],
        },
    ]
}

/// The session of the first administrator of a company of that size.
async fn company(server: &Server, sizes: Sizes) -> (Session, Phone) {
    fill(server, sizes).await;
    server.admin(SLUG, ADMINS[0]).await
}

async fn median(server: &Server, session: &Session, path: &str, body: &Value) -> (Duration, Value) {
    let mut times = Vec::new();
    let mut answer = Value::Null;
    for _ in 0..RUNS {
        let begun = Instant::now();
        let found = server.post(path, Some(session), body).await;
        times.push(begun.elapsed());
        answer = found.ok();
    }
    times.sort();
    (times[RUNS / 2], answer)
}

/// First page, a page in the middle, and the last one.
async fn pages(
    server: &Server,
    session: &Session,
    list: &List,
    filter: &Value,
    column: &str,
) -> [Duration; 3] {
    let body = |place: Value| {
        json!({"query": {"filter": filter, "sort": {"column": column, "direction": "ascending"},
                         "page": {"place": place, "number": 2, "size": 10}}})
    };
    let (first, answer) = median(server, session, list.path, &body(json!("first"))).await;
    let (last, _) = median(server, session, list.path, &body(json!("last"))).await;
    let mut next = next_of(&answer, list);
    let mut cursor = next.clone();
    // A few pages on: a walk begins beside a row, wherever that lies.
    for _ in 0..20 {
        let Some(at) = next else { break };
        cursor = Some(at.clone());
        let answer = server
            .post(list.path, Some(session), &body(json!({"after": at})))
            .await
            .ok();
        next = next_of(&answer, list);
    }
    let middle = match cursor {
        Some(at) => {
            median(server, session, list.path, &body(json!({"after": at})))
                .await
                .0
        }
        None => first,
    };
    [first, middle, last]
}

fn next_of(answer: &Value, list: &List) -> Option<Value> {
    let page = list.page.iter().fold(answer, |value, name| &value[*name]);
    Some(page["next"].clone()).filter(|next| !next.is_null())
}

async fn measure(server: &Server, session: &Session, times: &mut Vec<(String, [Duration; 3])>) {
    for list in lists() {
        for (name, filter) in &list.filters {
            for column in list.columns {
                let pages = pages(server, session, &list, filter, column).await;
                times.push((format!("{} | {name} | {column}", list.name), pages));
            }
        }
    }
    for (name, search) in [
        ("all", ""),
        ("search many", "persona"),
        ("search one", "libre00002"),
    ] {
        let body = json!({"search": search, "page": {"place": "first", "number": 1, "size": 10}});
        let (first, _) = median(server, session, "/api/candidate/list", &body).await;
        times.push((format!("wizard | {name} | username"), [first; 3]));
    }
    let (home, _) = median(server, session, "/api/home/show", &json!({})).await;
    times.push(("Inicio | |".to_owned(), [home; 3]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures"]
async fn the_lists() {
    for engine in ["SQLite", "PostgreSQL"] {
        let mut both = Vec::new();
        for sizes in [SMALL, LARGE] {
            let server = match engine {
                "SQLite" => Some(Server::start().await),
                _ => Server::start_on_postgres().await,
            };
            let Some(server) = server else { return };
            let (session, _) = company(&server, sizes).await;
            analyse(&server).await;
            let mut times = Vec::new();
            measure(&server, &session, &mut times).await;
            both.push(times);
        }
        println!("\n{engine}: pages of 10, medians of {RUNS} in microseconds");
        println!("| list | filter | sorted by | 10 users | 10,000: first | middle | last |");
        println!("|---|---|---|---:|---:|---:|---:|");
        let ms = |time: Duration| time.as_micros();
        for ((name, small), (_, large)) in both[0].iter().zip(&both[1]) {
            let [first, middle, last] = large.map(ms);
            println!(
                "| {name} | {} | {first} | {middle} | {last} |",
                ms(small[0])
            );
        }
    }
}

/// What the engines do by themselves in the course of a day.
async fn analyse(server: &Server) {
    let mut writer = server.context.store.write().await.unwrap();
    sqlx::query("ANALYZE").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

/// Runs `work` while another person reads and another writes, again and again;
/// how long the slowest of their requests took.
async fn beside<T>(
    server: &Server,
    session: &Session,
    work: impl Future<Output = T>,
) -> (T, Duration, [Duration; 2]) {
    let done = AtomicBool::new(false);
    let read = async {
        let mut slowest = Duration::ZERO;
        while !done.load(Ordering::Relaxed) {
            let begun = Instant::now();
            server.tokens(session).await;
            slowest = slowest.max(begun.elapsed());
        }
        slowest
    };
    let write = async {
        let mut slowest = Duration::ZERO;
        while !done.load(Ordering::Relaxed) {
            let begun = Instant::now();
            server.is_there(session).await;
            slowest = slowest.max(begun.elapsed());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        slowest
    };
    let begun = Instant::now();
    let work = async {
        let result = work.await;
        done.store(true, Ordering::Relaxed);
        (result, begun.elapsed())
    };
    let ((result, took), reads, writes) = tokio::join!(work, read, write);
    (result, took, [reads, writes])
}

fn row(name: &str, took: Duration, [reads, writes]: [Duration; 2]) {
    println!(
        "| {name} | {:.2} s | {} ms | {} ms |",
        took.as_secs_f64(),
        reads.as_millis(),
        writes.as_millis()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures"]
async fn five_thousand() {
    on_each_engine(async |server| {
        let sizes = Sizes {
            free: 5_000,
            pending: 0,
            active: 5_000,
            available: 5_000,
        };
        let (session, phone) = company(&server, sizes).await;
        let other = server.sign_in("andina", "AuditoraP").await;
        println!("\n| 5,000 tokens | took | slowest read beside it | slowest write |");
        println!("|---|---:|---:|---:|");
        let filter = json!({"filter": {"search": "", "status": null, "role": "member",
                                       "contact": "fresh", "token": "without"}});
        let (users, took, slow) = beside(&server, &other, async {
            server
                .post("/api/user/assignable", Some(&session), &filter)
                .await
                .ok()
        })
        .await;
        row("who may get one", took, slow);
        let body = json!({"users": users["users"]});
        let (operation, took, slow) = beside(&server, &other, async {
            server
                .post("/api/operation/request-assignments", Some(&session), &body)
                .await
                .ok()
        })
        .await;
        row("asking for it", took, slow);
        phone
            .approve(&server, operation["number"].as_str().unwrap(), PIN)
            .await
            .unwrap();
        let ((), took, slow) = beside(&server, &other, async {
            carry_out_batches(&server.context).await.unwrap();
        })
        .await;
        row("assigning them, 50 at a time", took, slow);
        let query = json!({"filter": {"status": null, "updated_from": null, "updated_until": null},
                           "action": "block"});
        let (all, took, slow) = beside(&server, &other, async {
            server
                .post("/api/token/matching", Some(&session), &query)
                .await
                .ok()
        })
        .await;
        row("which can be blocked", took, slow);
        let seen: Vec<Value> = all["tokens"]
            .as_array()
            .unwrap()
            .iter()
            .map(|token| json!({"token": token["token"], "version": token["version"]}))
            .collect();
        let (blocked, took, slow) = beside(&server, &other, async {
            let mut blocked = 0;
            for piece in seen.chunks(100) {
                let body = json!({"seen": piece, "reason": "lost"});
                let answer = server
                    .post("/api/token/block", Some(&session), &body)
                    .await
                    .ok();
                let outcomes = answer.as_array().unwrap();
                blocked += outcomes
                    .iter()
                    .filter(|outcome| outcome["error"].is_null())
                    .count();
            }
            blocked
        })
        .await;
        row(
            &format!("blocking {blocked} of them, 100 at a time"),
            took,
            slow,
        );
    })
    .await;
}
