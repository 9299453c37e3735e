use llavero::domain::id::{CompanyId, TokenId};
use llavero::domain::operation::OperationKind;
use llavero::domain::table::{
    Cursor, Direction, Page, PageRequest, Place, TokenColumn, TokenFilter, TokenQuery, TokenSort,
};
use llavero::domain::time::{Day, Timestamp};
use llavero::domain::token::{Circumstances, TokenStatus};
use llavero::domain::user::{Ineligibility, Role, UserStatus};
use llavero::domain::view::TokenRow;
use llavero::store::{self, Connection};
use proptest::prelude::*;

use crate::engine::{Engine, for_all};
use crate::fixture::*;

mod cost;

/// A token held by a secondary user, as the table should know it.
#[derive(Debug, Clone)]
struct Held {
    id: TokenId,
    serial: String,
    username: String,
    status: TokenStatus,
    assigned_at: Timestamp,
    updated_at: Timestamp,
}

/// What a token is made from: the hours are few, so that many are equal.
type Seed = (String, TokenStatus, u64, u64);

fn any_seed() -> impl Strategy<Value = Seed> {
    let status = prop::sample::select(TokenStatus::HELD.to_vec());
    ("[a-cñA-C]{1,2}", status, 0..3_u64, 0..4_u64)
}

async fn give(conn: &mut Connection, company: CompanyId, role: Role, seed: Seed) -> Held {
    let (name, status, assigned, updated) = seed;
    let username = format!("{name}{}", unique_number());
    let user = user(conn, company, &username, role).await;
    let assigned_at = after(assigned * 20 * 3_600);
    let updated_at = if status == TokenStatus::Assigned {
        assigned_at
    } else {
        after(updated * 15 * 3_600)
    };
    let token = available(conn, company).await;
    let token = hand_over(conn, &token, user.id, TokenStatus::Assigned, assigned_at).await;
    let token = if status == TokenStatus::Assigned {
        token
    } else {
        hand_over(conn, &token, user.id, status, updated_at).await
    };
    Held {
        id: token.id,
        serial: token.serial.to_string(),
        username,
        status,
        assigned_at,
        updated_at,
    }
}

fn rank(status: TokenStatus) -> usize {
    TokenStatus::ALL
        .iter()
        .position(|other| *other == status)
        .unwrap()
}

/// The rows that a query should list, in its order.
fn expected(held: &[Held], query: &TokenQuery) -> Vec<TokenId> {
    let filter = query.filter;
    let mut rows: Vec<&Held> = held
        .iter()
        .filter(|row| filter.status.is_none_or(|status| row.status == status))
        .filter(|row| {
            filter
                .updated_from
                .is_none_or(|day| row.updated_at.day() >= day)
        })
        .filter(|row| {
            filter
                .updated_until
                .is_none_or(|day| row.updated_at.day() <= day)
        })
        .collect();
    rows.sort_by_key(|row| {
        let (text, number) = match query.sort.column {
            TokenColumn::AssignedAt => (String::new(), row.assigned_at.as_micros()),
            TokenColumn::Username => (row.username.to_lowercase().replace('ñ', "n"), 0),
            TokenColumn::Serial => (row.serial.clone(), 0),
            TokenColumn::UpdatedAt => (String::new(), row.updated_at.as_micros()),
            TokenColumn::Status => (String::new(), rank(row.status) as i64),
        };
        (text, number, row.id)
    });
    if query.sort.direction == Direction::Descending {
        rows.reverse();
    }
    rows.into_iter().map(|row| row.id).collect()
}

fn every_query(size: u16) -> Vec<TokenQuery> {
    let from = after(20 * 3_600).day();
    let filters = [
        TokenFilter::default(),
        TokenFilter {
            status: Some(TokenStatus::Active),
            ..TokenFilter::default()
        },
        TokenFilter {
            updated_from: Some(from),
            updated_until: Some(from),
            ..TokenFilter::default()
        },
        TokenFilter {
            status: Some(TokenStatus::Blocked),
            updated_from: Some(from),
            updated_until: None,
        },
    ];
    let mut queries = Vec::new();
    for filter in filters {
        for column in TokenColumn::ALL {
            for direction in [Direction::Ascending, Direction::Descending] {
                queries.push(TokenQuery {
                    filter,
                    sort: TokenSort { column, direction },
                    page: PageRequest {
                        size,
                        ..PageRequest::default()
                    },
                });
            }
        }
    }
    queries
}

fn at(query: &TokenQuery, place: Place, number: u64) -> TokenQuery {
    TokenQuery {
        page: PageRequest {
            place,
            number,
            size: query.page.size,
        },
        ..query.clone()
    }
}

async fn page(conn: &mut Connection, company: CompanyId, query: &TokenQuery) -> Page<TokenRow> {
    store::token_table::page(conn, company, query)
        .await
        .unwrap()
}

fn ids(page: &Page<TokenRow>) -> Vec<TokenId> {
    page.rows.iter().map(|row| row.id).collect()
}

/// Goes through all pages forth and back; they must cut the list alike.
async fn walk(conn: &mut Connection, company: CompanyId, query: &TokenQuery, expected: &[TokenId]) {
    let size = usize::from(query.page.size);
    let mut pages: Vec<&[TokenId]> = expected.chunks(size).collect();
    if pages.is_empty() {
        pages.push(&[]);
    }
    let total = expected.len() as u64;
    let (mut place, mut number) = (Place::First, 1);
    for rows in &pages {
        let page = page(conn, company, &at(query, place, number)).await;
        assert_eq!(ids(&page), *rows, "{query:?}");
        assert_eq!((page.number, page.total), (number, total), "{query:?}");
        assert_eq!(page.previous.is_some(), number > 1);
        assert_eq!(page.next.is_some(), number < pages.len() as u64);
        let Some(next) = page.next else { break };
        (place, number) = (Place::After(next), number + 1);
    }
    let (mut place, mut number) = (Place::Last, pages.len() as u64);
    for rows in pages.iter().rev() {
        let page = page(conn, company, &at(query, place, number)).await;
        assert_eq!(ids(&page), *rows, "{query:?}");
        assert_eq!(
            (page.number, page.count()),
            (number, pages.len() as u64),
            "{query:?}"
        );
        let Some(previous) = page.previous else { break };
        (place, number) = (Place::Before(previous), number - 1);
    }
    assert_eq!(number, 1);
}

on_both_engines! {
    async fn pages_forth_and_back_show_every_row_once_in_every_order(db: &Db) {
        for_all(8, prop::collection::vec(any_seed(), 0..30), async |seeds| {
            let mut writer = db.write().await;
            let (here, there) = (company(&mut writer).await, company(&mut writer).await);
            let mut held = Vec::new();
            for seed in seeds {
                give(&mut writer, there, Role::Member, seed.clone()).await;
                if held.len() % 5 == 0 {
                    give(&mut writer, here, Role::Admin, seed.clone()).await;
                    available(&mut writer, here).await;
                }
                held.push(give(&mut writer, here, Role::Member, seed).await);
            }
            for query in every_query(4) {
                let expected = expected(&held, &query);
                walk(&mut writer, here, &query, &expected).await;
                let total = store::token_table::total(&mut writer, here, &query.filter).await;
                assert_eq!(total.unwrap(), expected.len() as u64);
            }
        });
    }

    async fn a_row_tells_what_the_token_and_its_holder_are(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let mut victor = user(&mut writer, company, "VictorP1", Role::Member).await;
        let token = available(&mut writer, company).await;
        let token = hand_over(&mut writer, &token, victor.id, TokenStatus::Active, after(7)).await;
        let mut row = TokenRow {
            id: token.id,
            serial: token.serial,
            holder: victor.id,
            username: "VictorP1".to_owned(),
            full_name: victor.full_name.clone(),
            status: TokenStatus::Active,
            updated_at: after(7),
            version: 2,
            circumstances: Circumstances::default(),
            awaits_approval: false,
        };
        let found = page(&mut writer, company, &TokenQuery::default()).await;
        assert_eq!(found.rows, [row.clone()]);

        victor.username = "VictorP2".to_owned();
        victor.full_name = "Víctor Peña".to_owned();
        store::user::save(&mut writer, &victor, 1).await.unwrap();
        row.username = victor.username.clone();
        row.full_name = victor.full_name.clone();
        let found = page(&mut writer, company, &TokenQuery::default()).await;
        assert_eq!(found.rows, [row]);

        victor.role = Role::Admin;
        store::user::save(&mut writer, &victor, 2).await.unwrap();
        let found = page(&mut writer, company, &TokenQuery::default()).await;
        assert_eq!((found.rows, found.total), (vec![], 0));
    }

    async fn a_row_tells_what_stands_in_the_way_of_a_change(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let mut victor = user(&mut writer, company, "VictorP1", Role::Member).await;
        let token = available(&mut writer, company).await;
        let token = hand_over(&mut writer, &token, victor.id, TokenStatus::Blocked, after(7)).await;
        give(&mut writer, company, Role::Member, ("zoe".to_owned(), TokenStatus::Active, 0, 3)).await;
        let operation = an_operation(&token, OperationKind::Unassign, victor.id, boss);
        store::operation::insert(&mut writer, &operation).await.unwrap();
        victor.status = UserStatus::Inactive;
        store::user::save(&mut writer, &victor, 1).await.unwrap();
        let found = page(&mut writer, company, &TokenQuery::default()).await;
        let told = |id| found.rows.iter().find(|row| row.id == id).unwrap().circumstances.clone();
        let circumstances = Circumstances {
            ineligibilities: vec![Ineligibility::Inactive],
            has_open_operation: true,
            holder_is_last_admin: false,
        };
        assert_eq!(told(token.id), circumstances);
        let other = found.rows.iter().find(|row| row.id != token.id).unwrap();
        assert_eq!(other.circumstances, Circumstances::default());
    }

    async fn the_time_of_assignment_stays_until_the_holder_changes(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let first = give(&mut writer, company, Role::Member, ("a".to_owned(), TokenStatus::Active, 0, 3)).await;
        let second = give(&mut writer, company, Role::Member, ("b".to_owned(), TokenStatus::Active, 1, 0)).await;
        let found = page(&mut writer, company, &TokenQuery::default()).await;
        assert_eq!(ids(&found), [second.id, first.id]);
    }

    async fn a_place_that_the_order_cannot_have_is_the_first_page(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let held = give(&mut writer, company, Role::Member, ("a".to_owned(), TokenStatus::Active, 0, 0)).await;
        for query in every_query(10).into_iter().take(10) {
            for (key, id) in [("ayer", held.id.to_string()), ("99999999999999999999", held.id.to_string()),
                              ("1", "x\0".to_owned()), ("", String::new()), ("a\0", held.id.to_string())] {
                let cursor = Cursor { key: key.to_owned(), id };
                for place in [Place::After(cursor.clone()), Place::Before(cursor.clone())] {
                    let page = page(&mut writer, company, &at(&query, place, 4_000_000_000)).await;
                    assert_eq!((page.number, ids(&page)), (1, vec![held.id]), "{query:?} {key}");
                }
            }
        }
    }

    async fn when_the_rows_after_a_place_are_gone_it_is_the_last_page(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        for _ in 0..5 {
            give(&mut writer, company, Role::Member, ("a".to_owned(), TokenStatus::Active, 0, 0)).await;
        }
        let query = TokenQuery {
            sort: TokenSort { column: TokenColumn::Serial, direction: Direction::Ascending },
            page: PageRequest { size: 2, ..PageRequest::default() },
            ..TokenQuery::default()
        };
        let cursor = Cursor { key: "9999999".to_owned(), id: TokenId::new(NOW, unique()).to_string() };
        let last = page(&mut writer, company, &at(&query, Place::After(cursor), 9)).await;
        assert_eq!((last.number, last.rows.len(), last.next), (3, 1, None));
    }

    async fn days_of_any_range_can_be_asked_for(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        give(&mut writer, company, Role::Member, ("a".to_owned(), TokenStatus::Active, 0, 0)).await;
        for (from, until, rows) in [(i64::MIN, i64::MAX, 1), (i64::MAX, i64::MIN, 0), (0, 0, 0)] {
            let filter = TokenFilter {
                updated_from: Some(Day::from_count(from)),
                updated_until: Some(Day::from_count(until)),
                ..TokenFilter::default()
            };
            let found = page(&mut writer, company, &TokenQuery { filter, ..TokenQuery::default() }).await;
            assert_eq!((found.total, found.rows.len()), (rows, rows as usize), "{from} {until}");
        }
    }

    async fn no_page_is_found_by_reading_the_whole_table(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        give(&mut writer, company, Role::Member, ("a".to_owned(), TokenStatus::Active, 0, 0)).await;
        if db.engine == Engine::Postgres {
            // A table of one row is read and sorted; that it need not be is the
            // question.
            for setting in ["SET LOCAL enable_seqscan = off", "SET LOCAL enable_sort = off",
                            "SET LOCAL enable_bitmapscan = off"] {
                sqlx::query(setting).execute(&mut *writer).await.unwrap();
            }
        }
        let id = TokenId::new(NOW, unique()).to_string();
        for query in every_query(10) {
            let cursor = Cursor { key: after(0).as_micros().to_string(), id: id.clone() };
            for place in [Place::First, Place::Last, Place::After(cursor.clone()), Place::Before(cursor.clone())] {
                let query = at(&query, place, 2);
                let plan = store::token_table::explain(&mut writer, company, &query).await.unwrap().join("\n");
                assert!(plan.contains("member_token_"), "{query:?}\n{plan}");
                // A short range of days is sorted unless it is in its own order.
                let sorted = query.filter.updated_from.is_some()
                    && query.sort.column != TokenColumn::UpdatedAt;
                let unwanted = ["SCAN virtual_token", "Seq Scan", "Filter", "TEMP B-TREE", "Sort"];
                for bad in &unwanted[..if sorted { 3 } else { 5 }] {
                    assert!(!plan.contains(bad), "{query:?}\n{plan}");
                }
            }
        }
    }
}
