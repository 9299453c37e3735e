use llavero::domain::company::Approvals;
use llavero::domain::id::{CompanyId, UserId};
use llavero::domain::operation::{Operation, OperationEvent, OperationKind, Rejection};
use llavero::domain::table::{ApprovalList, ApprovalQuery};
use llavero::domain::time::Timestamp;
use llavero::domain::view::ApprovalRow;
use llavero::store::{self, Connection};

use crate::fixture::*;

const CONFIRM: OperationEvent = OperationEvent::Confirm { complete: false };

/// A company with control dual, and three administrators.
async fn dual(conn: &mut Connection) -> (CompanyId, [UserId; 3]) {
    let company = company(conn).await;
    store::company::set_approvals(conn, company, Approvals::Two, 1)
        .await
        .unwrap();
    let admins = [
        admin(conn, company).await.id,
        admin(conn, company).await.id,
        admin(conn, company).await.id,
    ];
    (company, admins)
}

/// Moves an operation and writes it.
async fn step(
    conn: &mut Connection,
    operation: Operation,
    event: OperationEvent,
    at: Timestamp,
) -> Operation {
    let version = operation.version;
    let next = operation.step(event, at).unwrap();
    store::operation::save(conn, &next, version).await.unwrap();
    next
}

/// An operation that waits for a second administrator since `at`.
async fn waiting(
    conn: &mut Connection,
    company: CompanyId,
    by: UserId,
    holder: UserId,
    at: u64,
) -> Operation {
    let token = available(conn, company).await;
    let asked = Operation {
        approvals: Approvals::Two,
        requested_at: after(at),
        ..an_operation(&token, OperationKind::Unassign, holder, by)
    };
    store::operation::insert(conn, &asked).await.unwrap();
    step(conn, asked, CONFIRM, after(at + 1)).await
}

/// Everything of a list, piece by piece.
async fn all(
    conn: &mut Connection,
    company: CompanyId,
    reader: UserId,
    list: ApprovalList,
    now: Timestamp,
) -> Vec<ApprovalRow> {
    let mut query = ApprovalQuery { list, after: None };
    let mut found = Vec::new();
    loop {
        let (rows, next) = store::approval::page(conn, company, reader, &query, now, 2)
            .await
            .unwrap();
        assert!(rows.len() <= 2);
        found.extend(rows);
        query.after = next;
        if query.after.is_none() {
            return found;
        }
    }
}

on_both_engines! {
    async fn what_waits_is_listed_from_what_waits_longest_and_counted(db: &Db) {
        let mut writer = db.write().await;
        let (company, [ana, eva, _]) = dual(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let mut expected = Vec::new();
        for at in [30, 10, 20, 40, 50] {
            expected.push((at, waiting(&mut writer, company, ana, holder, at).await.id));
        }
        waiting(&mut writer, company, eva, holder, 60).await;
        expected.sort_by_key(|(at, _)| *at);
        let ids: Vec<_> = expected.into_iter().map(|(_, id)| id).collect();
        let now = after(100);
        let found = all(&mut writer, company, eva, ApprovalList::Waiting, now).await;
        assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
        assert_eq!(store::approval::waiting_for(&mut writer, company, eva, now).await.unwrap(), 5);
        assert_eq!(store::approval::waiting_for(&mut writer, company, ana, now).await.unwrap(), 1);
        let late = after(2 * 86_400);
        assert_eq!(store::approval::waiting_for(&mut writer, company, eva, late).await.unwrap(), 0);
    }

    async fn what_is_about_one_s_own_token_is_told_and_not_counted(db: &Db) {
        let mut writer = db.write().await;
        let (company, [ana, eva, _]) = dual(&mut writer).await;
        let operation = waiting(&mut writer, company, ana, eva, 1).await;
        let found = all(&mut writer, company, eva, ApprovalList::Waiting, after(9)).await;
        assert!(found[0].is_about_reader);
        assert!(store::operation::is_about(&mut writer, operation.id, eva).await.unwrap());
        assert_eq!(store::approval::waiting_for(&mut writer, company, eva, after(9)).await.unwrap(), 0);
    }

    async fn what_was_decided_is_listed_from_the_newest_with_who_decided(db: &Db) {
        let mut writer = db.write().await;
        let (company, [ana, eva, _]) = dual(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let mut ids = Vec::new();
        for at in [10, 20, 30] {
            let operation = Operation {
                second: Some(eva),
                ..waiting(&mut writer, company, ana, holder, at).await
            };
            let event = OperationEvent::Reject(Rejection::BySecond);
            ids.push(step(&mut writer, operation, event, after(at + 5)).await.id);
        }
        ids.reverse();
        let found = all(&mut writer, company, eva, ApprovalList::Decided, after(99)).await;
        assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
        assert!(found.iter().all(|row| row.second_username.is_some()));
        let asked = all(&mut writer, company, ana, ApprovalList::Mine, after(99)).await;
        assert_eq!(asked.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
    }

    async fn the_database_knows_that_nobody_is_second_to_themselves(db: &Db) {
        let mut writer = db.write().await;
        let (company, [ana, ..]) = dual(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let own = Operation {
            second: Some(ana),
            ..waiting(&mut writer, company, ana, holder, 1).await
        };
        assert!(store::operation::save(&mut writer, &own, own.version).await.is_err());
    }

    async fn the_database_knows_that_two_are_needed(db: &Db) {
        let mut writer = db.write().await;
        let (company, [ana, ..]) = dual(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let operation = waiting(&mut writer, company, ana, holder, 1).await;
        let alone = operation
            .clone()
            .step(OperationEvent::Confirm { complete: true }, after(9))
            .unwrap();
        let refused = store::operation::save(&mut writer, &alone, operation.version).await;
        assert!(refused.is_err());
    }

    async fn a_company_s_approvals_are_set_over_the_version_that_was_read(db: &Db) {
        let mut writer = db.write().await;
        let (company, _) = dual(&mut writer).await;
        let stale = store::company::set_approvals(&mut writer, company, Approvals::One, 1).await;
        assert!(stale.is_err());
        let found = store::company::find(&mut writer, company).await.unwrap().unwrap();
        assert_eq!((found.approvals, found.version), (Approvals::Two, 2));
    }
}
