use llavero::domain::batch::{BatchProgress, ItemOutcome};
use llavero::domain::error::RequestError;
use llavero::domain::id::{CompanyId, UserId};
use llavero::domain::operation::{Operation, OperationEvent, OperationKind, Subject, TokenSubject};
use llavero::domain::view::WantedItems;
use llavero::store::{self, Connection, StoreError, Unique};

use crate::fixture::*;

/// An assignment of so many tokens to as many users, stored.
async fn a_batch(
    conn: &mut Connection,
    company: CompanyId,
    boss: UserId,
    count: u32,
) -> (Operation, Vec<TokenSubject>) {
    let mut items = Vec::new();
    let mut like = None;
    for _ in 0..count {
        let ana = member(conn, company).await.id;
        let token = available(conn, company).await;
        items.push(TokenSubject {
            token: token.id,
            version: token.version,
            holder: ana,
        });
        like = Some(an_operation(&token, OperationKind::Assign, ana, boss));
    }
    let operation = Operation {
        subject: Subject::Batch { items: count },
        ..like.unwrap()
    };
    store::operation::insert_batch(conn, &operation, b"list", &items)
        .await
        .unwrap();
    (operation, items)
}

on_both_engines! {
    async fn a_batch_is_found_by_each_of_its_tokens_and_users(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let (batch, items) = a_batch(&mut writer, company, boss, 3).await;
        for item in &items {
            let open = store::operation::open_of_token(&mut writer, item.token).await.unwrap();
            assert_eq!(open, Some(batch.clone()));
            let open = store::operation::open_assignment_of(&mut writer, item.holder).await.unwrap();
            assert_eq!(open, Some(batch.clone()));
        }
        let list = store::operation::list_of(&mut writer, batch.id).await.unwrap();
        assert_eq!(list.as_deref(), Some(b"list".as_slice()));
    }

    async fn no_token_and_no_user_is_in_two_open_operations(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let (_, items) = a_batch(&mut writer, company, boss, 2).await;
        let eva = member(&mut writer, company).await.id;
        let other = available(&mut writer, company).await;
        writer.commit().await.unwrap();

        let taken = Operation {
            subject: Subject::Token(TokenSubject { holder: eva, ..items[1] }),
            ..an_operation(&other, OperationKind::Assign, eva, boss)
        };
        let refused = store::operation::insert(&mut *db.write().await, &taken).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::OpenOperationOfToken))));
        let twice = an_operation(&other, OperationKind::Assign, items[0].holder, boss);
        let refused = store::operation::insert(&mut *db.write().await, &twice).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::OpenAssignmentOfUser))));
    }

    async fn each_item_is_settled_once_and_told_with_its_outcome(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let (batch, items) = a_batch(&mut writer, company, boss, 3).await;
        let open = store::operation_item::open_of(&mut writer, batch.id, 2).await.unwrap();
        assert_eq!(open.iter().map(|item| item.position).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(open[1].subject, items[1]);

        let failed = ItemOutcome::Failed(RequestError::NotFound);
        store::operation_item::settle(&mut writer, batch.id, 0, &ItemOutcome::Done, NOW).await.unwrap();
        store::operation_item::settle(&mut writer, batch.id, 2, &failed, NOW).await.unwrap();
        let again = store::operation_item::settle(&mut writer, batch.id, 2, &ItemOutcome::Done, NOW).await;
        assert!(matches!(again, Err(StoreError::VersionConflict)));

        let progress = store::operation_item::progress(&mut writer, batch.id).await.unwrap();
        assert_eq!(progress, BatchProgress { items: 3, done: 1, failed: 1 });
        let open = store::operation_item::open_of(&mut writer, batch.id, 9).await.unwrap();
        assert_eq!(open.iter().map(|item| item.position).collect::<Vec<_>>(), [1]);
        let page = store::operation_item::page(&mut writer, batch.id, WantedItems::Failed, 0, 9).await.unwrap();
        assert_eq!(page.len(), 1);
        assert_eq!((page[0].position, page[0].outcome.clone()), (2, Some(failed)));
        let page = store::operation_item::page(&mut writer, batch.id, WantedItems::All, 1, 9).await.unwrap();
        assert_eq!(page.len(), 2);
    }

    async fn an_operation_that_ends_frees_what_it_held(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let (batch, items) = a_batch(&mut writer, company, boss, 2).await;
        assert_eq!(store::token::count_free(&mut writer, company).await.unwrap(), 0);
        let cancelled = batch.clone().step(OperationEvent::Cancel, after(1)).unwrap();
        store::operation::save(&mut writer, &cancelled, batch.version).await.unwrap();
        assert_eq!(store::operation::open_of_token(&mut writer, items[0].token).await.unwrap(), None);
        assert_eq!(store::token::count_free(&mut writer, company).await.unwrap(), 2);
        let free = store::token::next_available_many(&mut writer, company, 9).await.unwrap();
        assert_eq!(free.len(), 2);
    }

    async fn a_confirmed_batch_waits_to_be_carried_out(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let (batch, _) = a_batch(&mut writer, company, boss, 1).await;
        let confirmed = batch.clone().step(OperationEvent::Confirm { complete: true }, after(1)).unwrap();
        store::operation::save(&mut writer, &confirmed, batch.version).await.unwrap();
        let waiting = store::operation::confirmed_batches(&mut writer, 1_000).await.unwrap();
        assert!(waiting.contains(&confirmed));
        let past = store::operation::open_past(&mut writer, after(100_000), 1_000).await.unwrap();
        assert!(!past.iter().any(|operation| operation.id == batch.id));
    }
}
