//! Lists of a large company: what is kept is what is there, and no page of a list
//! is found by reading all of it. A new list with filters and pages belongs here.

use llavero::domain::id::{CompanyId, TokenId};
use llavero::domain::table::{
    ContactFilter, Cursor, Direction, PageRequest, PhysicalColumn, PhysicalFilter, PhysicalQuery,
    Place, Sort, TokenHolding, UserColumn, UserFilter, UserQuery,
};
use llavero::domain::token::{PhysicalState, PhysicalToken, TokenStatus};
use llavero::domain::user::{Role, UserStatus};
use llavero::store::{self, Connection};
use proptest::prelude::*;
use sqlx::AssertSqlSafe;

use crate::engine::{Db, Engine, for_all};
use crate::fixture::*;

/// A day before which confirmations are stale, in the middle of those of the
/// people below.
const STALE_BEFORE: u64 = 40 * 3_600;

/// Who somebody is, and what they are changed to.
type Seed = (Role, UserStatus, bool, Option<u64>);

fn any_seed() -> impl Strategy<Value = Seed> {
    (
        prop::sample::select(vec![Role::Admin, Role::Member, Role::Auditor]),
        prop::sample::select(UserStatus::ALL.to_vec()),
        any::<bool>(),
        prop::option::of((0..12_u64).prop_map(|step| step * 8 * 3_600)),
    )
}

fn put_on(user: &mut llavero::domain::user::User, (role, status, has_mobile, confirmed): Seed) {
    user.role = role;
    user.status = status;
    user.contact.mobile = has_mobile.then(|| "+573001234567".to_owned());
    user.contact.confirmed_at = confirmed.map(after);
}

fn every_filter() -> Vec<UserFilter> {
    let mut filters = Vec::new();
    for status in [None, Some(UserStatus::Inactive)] {
        for role in [None, Some(Role::Member)] {
            for contact in [
                None,
                Some(ContactFilter::Fresh),
                Some(ContactFilter::Stale),
                Some(ContactFilter::Missing),
            ] {
                for token in [None, Some(TokenHolding::With), Some(TokenHolding::Without)] {
                    filters.push(UserFilter {
                        search: String::new(),
                        status,
                        role,
                        contact,
                        token,
                    });
                }
            }
        }
    }
    filters
}

/// Counts row by row what the kept figures should say.
async fn count(conn: &mut Connection, company: CompanyId, filter: &UserFilter) -> u64 {
    let mut query = UserQuery {
        filter: filter.clone(),
        ..UserQuery::default()
    };
    query.page.size = 100;
    let page = store::user_table::page(conn, company, &query, after(STALE_BEFORE))
        .await
        .unwrap();
    page.rows.len() as u64
}

/// What keeps the planner of a table of a few rows from reading it whole: whether
/// it need not is the question.
async fn as_if_large(db: &Db, conn: &mut Connection) {
    if db.engine == Engine::Postgres {
        for setting in [
            "SET LOCAL enable_seqscan = off",
            "SET LOCAL enable_sort = off",
            "SET LOCAL enable_bitmapscan = off",
            "SET LOCAL enable_hashjoin = off",
            "SET LOCAL enable_mergejoin = off",
        ] {
            sqlx::query(AssertSqlSafe(setting))
                .execute(&mut *conn)
                .await
                .unwrap();
        }
    }
}

/// Reading a table whole, or sorting what was read.
const UNWANTED: [&str; 6] = [
    "SCAN u\n",
    "SCAN p\n",
    "Seq Scan",
    "TEMP B-TREE",
    "Sort",
    "SCAN app_user",
];

fn assert_walks(plan: &[String], of: &str) {
    let plan = plan.join("\n") + "\n";
    for bad in UNWANTED {
        assert!(!plan.contains(bad), "{of}\n{plan}");
    }
}

fn places(key: &str, id: &str) -> [Place; 4] {
    let cursor = Cursor {
        key: key.to_owned(),
        id: id.to_owned(),
    };
    [
        Place::First,
        Place::Last,
        Place::After(cursor.clone()),
        Place::Before(cursor),
    ]
}

async fn a_physical_token(
    conn: &mut Connection,
    company: CompanyId,
) -> (PhysicalToken, llavero::domain::user::User) {
    let holder = member(conn, company).await;
    let token = PhysicalToken {
        id: TokenId::new(NOW, unique()),
        company,
        serial: unique_serial(),
        state: PhysicalState::InUse { holder: holder.id },
        updated_at: NOW,
        version: 1,
    };
    store::physical_token::insert(conn, &token).await.unwrap();
    (token, holder)
}

on_both_engines! {
    async fn the_kept_figures_of_users_are_what_counting_says(db: &Db) {
        for_all(8, prop::collection::vec((any_seed(), any_seed(), any::<bool>()), 0..20), async |seeds| {
            let mut writer = db.write().await;
            let (here, there) = (company(&mut writer).await, company(&mut writer).await);
            member(&mut writer, there).await;
            for (first, then, holds) in seeds {
                let mut user = a_user(here, &format!("u{}", unique_number()), first.0);
                put_on(&mut user, first);
                store::user::insert(&mut writer, &user, "hash", NOW).await.unwrap();
                put_on(&mut user, then);
                store::user::save(&mut writer, &user, 1).await.unwrap();
                if holds {
                    assigned(&mut writer, here, user.id).await;
                }
            }
            for filter in every_filter() {
                let kept = store::user_table::total(&mut writer, here, &filter, after(STALE_BEFORE)).await.unwrap();
                assert_eq!(kept, count(&mut writer, here, &filter).await, "{filter:?}");
            }
        });
    }

    async fn the_kept_figures_of_physical_tokens_follow_their_status(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (token, holder) = a_physical_token(&mut writer, company).await;
        a_physical_token(&mut writer, company).await;
        let replacement = assigned(&mut writer, company, holder.id).await;
        let disabled = token.disabled_by(replacement.id, after(9));
        store::physical_token::save(&mut writer, &disabled, 1).await.unwrap();
        for (status, tokens) in [(None, 2), (Some(TokenStatus::Active), 1), (Some(TokenStatus::Disabled), 1)] {
            let filter = PhysicalFilter { search: String::new(), status };
            let total = store::physical_table::total(&mut writer, company, &filter).await.unwrap();
            assert_eq!(total, tokens, "{status:?}");
        }
    }

    async fn a_physical_token_stands_where_its_holder_s_name_of_now_says(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (_, mut first) = a_physical_token(&mut writer, company).await;
        let (_, _) = a_physical_token(&mut writer, company).await;
        first.username = "zzz".to_owned();
        store::user::save(&mut writer, &first, 1).await.unwrap();
        let page = store::physical_table::page(&mut writer, company, &PhysicalQuery::default()).await.unwrap();
        assert_eq!(page.rows[1].username, "zzz");
    }

    async fn no_page_of_users_is_found_by_reading_them_all(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        member(&mut writer, company).await;
        as_if_large(db, &mut writer).await;
        for column in UserColumn::ALL {
            for direction in [Direction::Ascending, Direction::Descending] {
                for place in places("0", "u") {
                    let query = UserQuery {
                        sort: Sort { column, direction },
                        page: PageRequest { place, ..PageRequest::default() },
                        ..UserQuery::default()
                    };
                    let plan = store::user_table::explain(&mut writer, company, &query, NOW).await.unwrap();
                    assert_walks(&plan, &format!("{query:?}"));
                }
            }
        }
    }

    async fn no_page_of_physical_tokens_is_found_by_reading_them_all(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        a_physical_token(&mut writer, company).await;
        as_if_large(db, &mut writer).await;
        for status in [None, Some(TokenStatus::Active)] {
            for column in PhysicalColumn::ALL {
                for place in places("0", "1") {
                    let query = PhysicalQuery {
                        filter: PhysicalFilter { search: String::new(), status },
                        sort: Sort { column, direction: Direction::Descending },
                        page: PageRequest { place, ..PageRequest::default() },
                    };
                    let plan = store::physical_table::explain(&mut writer, company, &query).await.unwrap();
                    assert_walks(&plan, &format!("{query:?}"));
                }
            }
        }
    }
}
