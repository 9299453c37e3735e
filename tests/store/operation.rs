use llavero::domain::company::Approvals;
use llavero::domain::operation::{
    Operation, OperationEvent, OperationKind, OperationState, Rejection,
};
use llavero::domain::time::Timestamp;
use llavero::domain::token::TokenStatus;
use llavero::store::{self, Connection, StoreError, Unique};

use crate::fixture::*;

async fn settled(
    conn: &mut Connection,
    operation: &Operation,
    events: &[OperationEvent],
    at: Timestamp,
) {
    store::operation::insert(conn, operation).await.unwrap();
    let mut now = operation.clone();
    for event in events {
        let next = now.clone().step(*event, at).unwrap();
        store::operation::save(conn, &next, now.version)
            .await
            .unwrap();
        now = next;
    }
    let found = store::operation::find(conn, operation.company, operation.id)
        .await
        .unwrap();
    assert_eq!(found, Some(now));
}

const APPLIED: [OperationEvent; 2] = [
    OperationEvent::Confirm { complete: true },
    OperationEvent::Apply,
];
const REJECTED: [OperationEvent; 1] = [OperationEvent::Reject(Rejection::OnDevice)];
const WRONG: [OperationEvent; 1] = [OperationEvent::Reject(Rejection::WrongNumbers)];
const EXPIRED: [OperationEvent; 1] = [OperationEvent::Expire];
const CANCELLED: [OperationEvent; 1] = [OperationEvent::Cancel];

on_both_engines! {
    async fn an_operation_is_saved_only_over_the_version_that_was_read(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (boss, ana) = (admin(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let token = available(&mut writer, company).await;
        let operation = an_operation(&token, OperationKind::Assign, ana, boss);
        settled(&mut writer, &operation, &APPLIED, after(9)).await;
        let late = operation.clone().step(OperationEvent::Expire, after(10)).unwrap();
        let refused = store::operation::save(&mut writer, &late, operation.version).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
    }

    async fn a_token_has_one_open_operation(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (boss, ana) = (admin(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let eva = member(&mut writer, company).await.id;
        let token = available(&mut writer, company).await;
        settled(&mut writer, &an_operation(&token, OperationKind::Assign, ana, boss), &CANCELLED, after(1)).await;
        let open = an_operation(&token, OperationKind::Assign, ana, boss);
        store::operation::insert(&mut writer, &open).await.unwrap();
        assert_eq!(store::operation::open_of_token(&mut writer, token.id).await.unwrap(), Some(open.clone()));
        assert_eq!(store::operation::open_assignment_of(&mut writer, ana).await.unwrap(), Some(open.clone()));
        assert_eq!(store::operation::open_of_requester(&mut writer, boss).await.unwrap(), std::slice::from_ref(&open));
        assert_eq!(store::operation::open_of_company(&mut writer, company, 9).await.unwrap(), [open]);
        let second = an_operation(&token, OperationKind::Assign, eva, boss);
        let refused = store::operation::insert(&mut writer, &second).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::OpenOperationOfToken))));
    }

    async fn a_user_has_one_open_assignment(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (boss, ana) = (admin(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let (one, two) = (available(&mut writer, company).await, available(&mut writer, company).await);
        store::operation::insert(&mut writer, &an_operation(&one, OperationKind::Assign, ana, boss)).await.unwrap();
        let refused = store::operation::insert(&mut writer, &an_operation(&two, OperationKind::Assign, ana, boss)).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::OpenAssignmentOfUser))));
    }

    async fn only_open_operations_whose_time_is_over_are_to_expire(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let mut operations = Vec::new();
        for seconds in [30, 10, 20] {
            let ana = member(&mut writer, company).await.id;
            let token = available(&mut writer, company).await;
            let operation = Operation { expires_at: after(seconds), ..an_operation(&token, OperationKind::Assign, ana, boss) };
            store::operation::insert(&mut writer, &operation).await.unwrap();
            operations.push(operation);
        }
        let past = store::operation::open_past(&mut writer, after(20), 10).await.unwrap();
        assert_eq!(past, [operations[1].clone(), operations[2].clone()]);
        assert_eq!(store::operation::open_past(&mut writer, after(9), 10).await.unwrap(), []);
        let theirs = store::operation::open_past_of_company(&mut writer, company, after(20), 10).await.unwrap();
        assert_eq!(theirs.len(), 2);
        let (other, none) = (crate::fixture::company(&mut writer).await, Vec::new());
        assert_eq!(store::operation::open_past_of_company(&mut writer, other, after(20), 10).await.unwrap(), none);
        assert_eq!(store::operation::open_past(&mut writer, after(99), 1).await.unwrap().len(), 1);
    }

    async fn requests_that_were_not_approved_are_counted(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (boss, ana) = (admin(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let token = available(&mut writer, company).await;
        let story: [(&[OperationEvent], u32, u32); 7] = [
            (&REJECTED, 1, 1),
            (&EXPIRED, 2, 1),
            (&WRONG, 3, 2),
            (&CANCELLED, 3, 2),
            (&APPLIED, 3, 0),
            (&REJECTED, 4, 1),
            (&REJECTED, 5, 2),
        ];
        for (number, (events, unapproved, in_a_row)) in story.into_iter().enumerate() {
            let operation = an_operation(&token, OperationKind::Assign, ana, boss);
            settled(&mut writer, &operation, events, after(number as u64)).await;
            let newest = store::operation::nth_unapproved(&mut writer, boss, NOW, 1).await.unwrap();
            assert!(newest.is_some(), "{number}");
            let oldest = store::operation::nth_unapproved(&mut writer, boss, NOW, unapproved).await.unwrap();
            assert_eq!(oldest, Some(after(0)), "{number}");
            assert_eq!(store::operation::nth_unapproved(&mut writer, boss, NOW, unapproved + 1).await.unwrap(), None);
            assert_eq!(store::operation::rejections_in_a_row(&mut writer, boss).await.unwrap(), in_a_row, "{number}");
        }
        assert_eq!(store::operation::nth_unapproved(&mut writer, boss, after(6), 1).await.unwrap(), Some(after(6)));
        assert_eq!(store::operation::nth_unapproved(&mut writer, boss, after(6), 2).await.unwrap(), None);
        assert_eq!(store::operation::rejections_in_a_row(&mut writer, ana).await.unwrap(), 0);
        store::user::unlock_requests(&mut writer, boss, after(6)).await.unwrap();
        assert_eq!(store::operation::rejections_in_a_row(&mut writer, boss).await.unwrap(), 0);
    }

    async fn an_operation_that_is_settled_and_open_at_once_is_an_error(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (boss, ana) = (admin(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let token = available(&mut writer, company).await;
        let token = hand_over(&mut writer, &token, ana, TokenStatus::Active, NOW).await;
        let operation = an_operation(&token, OperationKind::Unassign, ana, boss);
        store::operation::insert(&mut writer, &operation).await.unwrap();
        writer.commit().await.unwrap();
        assert!(db.execute("UPDATE operation SET settled_at = 1").await.is_err());
        db.execute_unchecked("operation", &["operation_settled"], "UPDATE operation SET settled_at = 1").await;
        let found = store::operation::find(&mut *db.read().await, company, operation.id).await;
        assert!(matches!(found, Err(StoreError::Inconsistent { table: "operation", .. })));
    }

    async fn every_kind_and_state_survives_being_stored(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (boss, ana) = (admin(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let other = admin(&mut writer, company).await.id;
        for kind in OperationKind::ALL {
            for state in OperationState::ALL {
                let token = available(&mut writer, company).await;
                let kind = if state.is_open() { OperationKind::Activate } else { kind };
                let by_second = state == OperationState::Rejected { reason: Rejection::BySecond };
                let operation = Operation {
                    state,
                    approvals: if by_second { Approvals::Two } else { Approvals::One },
                    second: by_second.then_some(other),
                    settled_at: (!state.is_open()).then_some(after(1)),
                    ..an_operation(&token, kind, ana, boss)
                };
                store::operation::insert(&mut writer, &operation).await.unwrap();
                let found = store::operation::find(&mut writer, company, operation.id).await.unwrap();
                assert_eq!(found, Some(operation));
            }
        }
    }
}
