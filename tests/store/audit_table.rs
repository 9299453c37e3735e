use std::collections::BTreeSet;

use llavero::domain::audit::{
    AuditAction, AuditGroup, AuditOrigin, AuditOutcome, AuditReason, OutcomeKind,
};
use llavero::domain::id::{AuditId, CompanyId, OperationId, TokenId};
use llavero::domain::serial::Serial;
use llavero::domain::table::{AuditFilter, AuditQuery, Direction, Place};
use llavero::domain::time::Timestamp;
use llavero::domain::token::ActionKind;
use llavero::domain::user::{Role, User};
use llavero::store::audit::{AuditActor, AuditEntry};
use llavero::store::audit_table::{self, LOOKED_AT};
use llavero::store::{self, Connection};

use crate::engine::Db;
use crate::fixture::*;

fn an_entry(
    company: CompanyId,
    actor: AuditActor,
    action: AuditAction,
    at: Timestamp,
) -> AuditEntry {
    AuditEntry {
        id: AuditId::new(at, unique()),
        company,
        at,
        actor,
        action,
        outcome: AuditOutcome::Done,
        token: None,
        serial: None,
        user: None,
        username: None,
        from: None,
        to: None,
        operation: None,
        detail: String::new(),
    }
}

fn by(user: &User) -> AuditActor {
    AuditActor::person(user.id, user.username.clone()).from(AuditOrigin::Console {
        address: "203.0.113.7".to_owned(),
        user_agent: "Firefox".to_owned(),
    })
}

struct Log {
    company: CompanyId,
    ana: User,
    serial: Serial,
    operation: OperationId,
}

/// Thirty entries of two people and of Llavero, over three days, written in
/// another order than that of the time.
async fn log(conn: &mut Connection) -> Log {
    let company = company(conn).await;
    let ana = user(conn, company, "AnaR", Role::Admin).await;
    let luis = user(conn, company, "LuisT", Role::Admin).await;
    let serial = unique_serial();
    let (token, operation) = (TokenId::new(NOW, unique()), OperationId::new(NOW, unique()));
    for number in 0..30_u64 {
        let at = after(number * 11 % 30 * 8_640);
        let mut entry = match number % 5 {
            0 => an_entry(company, by(&ana), AuditAction::SignIn, at),
            1 => an_entry(company, by(&luis), AuditAction::OperationRequested, at),
            2 => an_entry(
                company,
                AuditActor::system(),
                AuditAction::OperationExpired,
                at,
            ),
            3 => an_entry(company, by(&luis), ActionKind::Block.into(), at),
            _ => an_entry(
                company,
                AuditActor::device(ana.id, "Teléfono".to_owned()),
                ActionKind::Enrol.into(),
                at,
            ),
        };
        match number % 5 {
            0 if number % 2 == 0 => {
                entry.outcome = AuditOutcome::Refused(AuditReason::WrongPassword)
            }
            1 => entry.operation = Some(operation),
            2 => entry.outcome = AuditOutcome::Failed(AuditReason::Expired),
            3 => (entry.token, entry.serial) = (Some(token), Some(serial)),
            4 => (entry.user, entry.username) = (Some(ana.id), Some(ana.username.clone())),
            _ => {}
        }
        store::audit::append(conn, &entry).await.unwrap();
    }
    Log {
        company,
        ana,
        serial,
        operation,
    }
}

/// The numbers of the entries on all pages, and how many the pages say there are.
async fn walk(
    conn: &mut Connection,
    company: CompanyId,
    filter: &AuditFilter,
    direction: Direction,
    backwards: bool,
) -> (Vec<i64>, u64) {
    let mut query = AuditQuery {
        filter: filter.clone(),
        ..AuditQuery::default()
    };
    query.sort.direction = direction;
    query.page.place = if backwards { Place::Last } else { Place::First };
    let mut numbers = Vec::new();
    loop {
        let found = audit_table::page(conn, company, &query).await.unwrap();
        assert!(found.total_is_exact && found.looked_until.is_none());
        let rows = found.page.rows.iter().map(|row| row.sequence);
        if backwards {
            numbers.splice(0..0, rows);
        } else {
            numbers.extend(rows);
        }
        let next = if backwards {
            found.page.previous
        } else {
            found.page.next
        };
        query.page.number = found.page.number;
        query.page.place = match next {
            Some(cursor) if backwards => Place::Before(cursor),
            Some(cursor) => Place::After(cursor),
            None => return (numbers, found.page.total),
        };
    }
}

fn filters(log: &Log) -> Vec<(AuditFilter, usize)> {
    let all = AuditFilter::default();
    let day = NOW.day();
    let filter = |change: &dyn Fn(&mut AuditFilter)| {
        let mut filter = all.clone();
        change(&mut filter);
        filter
    };
    vec![
        (all.clone(), 30),
        (AuditFilter::of_token(log.serial), 6),
        (AuditFilter::of_user("anar"), 6),
        (AuditFilter::of_user("Persona"), 6),
        (AuditFilter::of_operation(log.operation), 6),
        (filter(&|filter| filter.who = "ANAR".to_owned()), 12),
        (filter(&|filter| filter.who = "persona luis".to_owned()), 12),
        (filter(&|filter| filter.who = "persona".to_owned()), 24),
        (filter(&|filter| filter.who = "Llavero".to_owned()), 6),
        (filter(&|filter| filter.who = "nadie".to_owned()), 0),
        (
            filter(&|filter| filter.group = Some(AuditGroup::Tokens)),
            12,
        ),
        (filter(&|filter| filter.group = Some(AuditGroup::Users)), 0),
        (
            filter(&|filter| filter.outcome = Some(OutcomeKind::Refused)),
            3,
        ),
        (
            filter(&|filter| filter.outcome = Some(OutcomeKind::Failed)),
            6,
        ),
        (
            filter(&|filter| filter.outcome = Some(OutcomeKind::Done)),
            21,
        ),
        (
            filter(&|filter| (filter.from, filter.until) = (Some(day.next()), Some(day.next()))),
            10,
        ),
        (
            filter(&|filter| {
                filter.who = "LuisT".to_owned();
                filter.serial = Some(log.serial);
                filter.group = Some(AuditGroup::Tokens);
                filter.outcome = Some(OutcomeKind::Done);
            }),
            6,
        ),
    ]
}

on_both_engines! {
    async fn every_filter_lets_through_what_it_says_on_however_many_pages_and_either_way(db: &Db) {
        let mut writer = db.write().await;
        let log = log(&mut writer).await;
        let other = company(&mut writer).await;
        for (filter, expected) in filters(&log) {
            let (newest_first, total) =
                walk(&mut writer, log.company, &filter, Direction::Descending, false).await;
            assert_eq!((newest_first.len(), total), (expected, expected as u64), "{filter:?}");
            let once: BTreeSet<_> = newest_first.iter().collect();
            assert_eq!(once.len(), expected, "{filter:?}");
            let (from_the_end, _) =
                walk(&mut writer, log.company, &filter, Direction::Descending, true).await;
            assert_eq!(from_the_end, newest_first, "{filter:?}");
            let (mut oldest_first, _) =
                walk(&mut writer, log.company, &filter, Direction::Ascending, false).await;
            oldest_first.reverse();
            assert_eq!(oldest_first, newest_first, "{filter:?}");
            assert_eq!(walk(&mut writer, other, &filter, Direction::Descending, false).await, (vec![], 0));
        }
    }

    async fn entries_are_told_with_who_from_where_and_what_became_of_it(db: &Db) {
        let mut writer = db.write().await;
        let log = log(&mut writer).await;
        let query = AuditQuery { filter: AuditFilter::of_user("AnaR"), ..AuditQuery::default() };
        let found = audit_table::page(&mut writer, log.company, &query).await.unwrap();
        let row = &found.page.rows[0];
        assert_eq!(row.who.user(), Some(log.ana.id));
        assert_eq!(row.user, Some((log.ana.id, "AnaR".to_owned())));
        assert_eq!(row.origin, Some(AuditOrigin::Device { name: "Teléfono".to_owned() }));
        assert_eq!(row.action, ActionKind::Enrol.into());
        assert_eq!(found.entries, 30);
    }

    async fn a_file_holds_what_its_filter_lets_through_and_nothing_that_came_later(db: &Db) {
        let mut writer = db.write().await;
        let log = log(&mut writer).await;
        for (filter, expected) in filters(&log) {
            let query = AuditQuery { filter: filter.clone(), ..AuditQuery::default() };
            let later = an_entry(log.company, by(&log.ana), AuditAction::SignOut, after(9_999_999));
            let entries = audit_table::entries(&mut writer, log.company).await.unwrap();
            let (mut rows, mut place) = (Vec::new(), None);
            loop {
                let (more, next) =
                    audit_table::stretch(&mut writer, log.company, &query, 30, place.as_ref(), 4).await.unwrap();
                rows.extend(more);
                match next {
                    Some(next) => place = Some(next),
                    None => break,
                }
            }
            assert_eq!(rows.len(), expected, "{filter:?} of {entries}");
            store::audit::append(&mut writer, &later).await.unwrap();
        }
    }

    async fn what_came_since_somebody_looked_is_counted_under_their_filter(db: &Db) {
        let mut writer = db.write().await;
        let log = log(&mut writer).await;
        let everything = AuditFilter::default();
        let news = |filter: AuditFilter, since| (filter, since);
        for ((filter, since), expected) in [
            (news(everything.clone(), 30), 0),
            (news(everything.clone(), 25), 5),
            (news(AuditFilter::of_token(log.serial), 25), 1),
            (news(AuditFilter { who: "persona".to_owned(), ..everything }, 20), 8),
        ] {
            let found = audit_table::news(&mut writer, log.company, &filter, since).await.unwrap();
            assert_eq!((found.count, found.or_more), (expected, false), "{filter:?} {since}");
        }
    }

    async fn refusals_of_a_person_are_counted_to_a_bound(db: &Db) {
        let mut writer = db.write().await;
        let log = log(&mut writer).await;
        for (most, expected) in [(10, 3), (2, 2)] {
            let found = store::audit::refusals_since(&mut writer, log.company, log.ana.id, NOW, most).await.unwrap();
            assert_eq!(found, expected);
        }
    }

    async fn a_search_looks_at_so_many_entries_and_says_where_it_stopped(db: &Db) {
        let company = filled(db, LOOKED_AT + 5_000).await;
        let mut reader = db.read().await;
        // Only the oldest of all are sign-ins.
        let filter = AuditFilter { group: Some(AuditGroup::Access), ..AuditFilter::default() };
        let mut query = AuditQuery { filter, ..AuditQuery::default() };
        let first = audit_table::page(&mut reader, company, &query).await.unwrap();
        assert!(first.page.rows.is_empty() && !first.total_is_exact);
        assert!(first.looked_until.is_some());
        query.page.place = Place::After(first.page.next.unwrap());
        query.page.number = 2;
        let second = audit_table::page(&mut reader, company, &query).await.unwrap();
        assert_eq!(second.page.rows.len(), 3);
        assert_eq!((second.looked_until, second.page.number), (None, 2));
        query.sort.direction = Direction::Ascending;
        query.page = Default::default();
        let oldest = audit_table::page(&mut reader, company, &query).await.unwrap();
        assert_eq!(oldest.page.rows.len(), 3);
    }

    async fn no_filter_reads_the_whole_log(db: &Db) {
        let company = filled(db, 50_000).await;
        let mut reader = db.read().await;
        let all = AuditFilter::default();
        let day = Some(NOW.day().next());
        for filter in [
            all.clone(),
            AuditFilter { from: day, until: day, ..all.clone() },
            AuditFilter { who: "ana".to_owned(), ..all.clone() },
            AuditFilter { user: "ana".to_owned(), ..all.clone() },
            AuditFilter { serial: Serial::from_number(7), ..all.clone() },
            AuditFilter { outcome: Some(OutcomeKind::Refused), ..all.clone() },
            AuditFilter { operation: Some(OperationId::new(NOW, unique())), ..all.clone() },
            AuditFilter { group: Some(AuditGroup::Log), who: "person".to_owned(), ..all.clone() },
        ] {
            let query = AuditQuery { filter, ..AuditQuery::default() };
            let plan = audit_table::explain(&mut reader, company, &query).await.unwrap().join("\n");
            for bad in ["Seq Scan on audit_entry", "SCAN audit_entry", "external"] {
                assert!(!plan.contains(bad), "{:?}\n{plan}", query.filter);
            }
            assert!(plan.contains("audit_entry_"), "{:?}\n{plan}", query.filter);
        }
    }
}

/// A company with so many entries, of which the first three are sign-ins.
async fn filled(db: &Db, entries: u32) -> CompanyId {
    use crate::engine::Engine;

    let mut writer = db.write().await;
    let company = company(&mut writer).await;
    let ana = user(&mut writer, company, "ana", Role::Admin).await;
    user(&mut writer, company, "person2", Role::Admin).await;
    user(&mut writer, company, "person3", Role::Admin).await;
    writer.commit().await.unwrap();
    let bytes = match db.engine {
        Engine::Sqlite => "x'00'",
        Engine::Postgres => "'\\x00'::bytea",
    };
    let id = "'00000000-0000-7000-8001-' || substr('000000000000' || CAST(i AS TEXT),
              length(CAST(i AS TEXT)) + 1, 12)";
    for statement in [
        format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {entries})
             INSERT INTO audit_entry (id, company_id, sequence, hash, happened_at, actor_kind,
                 actor_user_id, actor_name, action, serial, user_id, username, detail, outcome)
             SELECT {id}, '{company}', i, {bytes}, {} + CAST(i AS BIGINT) * 1000000, 'person', '{}', 'ana',
                 CASE WHEN i <= 3 THEN 'sign_in' ELSE 'block' END, i % 100, '{}', 'ana', '', 'done'
             FROM n",
            NOW.as_micros(),
            ana.id,
            ana.id,
        ),
        format!(
            "INSERT INTO audit_head (company_id, entries, hash) VALUES ('{company}', {entries}, {bytes})"
        ),
    ] {
        db.execute(statement).await.unwrap();
    }
    db.analyse(&["audit_entry", "audit_head"]).await;
    company
}
