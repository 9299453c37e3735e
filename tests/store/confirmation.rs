use llavero::domain::id::ConfirmationId;
use llavero::domain::operation::{Operation, OperationEvent, OperationKind};
use llavero::domain::protocol::Decision;
use llavero::store::confirmation::ConfirmationRecord;
use llavero::store::{self, Connection, StoreError, Unique};

use crate::fixture::*;

async fn asked(conn: &mut Connection) -> (Operation, ConfirmationRecord) {
    let company = company(conn).await;
    let (boss, ana) = (
        admin(conn, company).await.id,
        member(conn, company).await.id,
    );
    let own = available(conn, company).await;
    let device = a_device(&own, boss);
    store::device::insert(conn, &device).await.unwrap();
    let token = available(conn, company).await;
    let operation = an_operation(&token, OperationKind::Assign, ana, boss);
    store::operation::insert(conn, &operation).await.unwrap();
    let confirmation = a_confirmation(&operation, device.id);
    store::confirmation::insert(conn, &confirmation)
        .await
        .unwrap();
    (operation, confirmation)
}

on_both_engines! {
    async fn a_confirmation_waits_for_its_device_until_it_is_settled(db: &Db) {
        let mut writer = db.write().await;
        let (operation, asked) = asked(&mut writer).await;
        let waiting = store::confirmation::waiting_for(&mut writer, asked.device, NOW).await.unwrap();
        assert_eq!(waiting, std::slice::from_ref(&asked));
        assert_eq!(store::confirmation::of_operation(&mut writer, operation.id).await.unwrap(), std::slice::from_ref(&asked));
        assert_eq!(store::confirmation::waiting_for(&mut writer, asked.device, asked.expires_at).await.unwrap(), []);

        let settle = async |conn: &mut Connection, decision| {
            store::confirmation::settle(conn, asked.id, decision, after(5), b"payload", b"signature").await.unwrap()
        };
        assert!(settle(&mut writer, Decision::Approve).await);
        assert!(!settle(&mut writer, Decision::Reject).await);
        let found = store::confirmation::find(&mut writer, asked.id).await.unwrap().unwrap();
        assert_eq!(found, ConfirmationRecord {
            decision: Some(Decision::Approve),
            decided_at: Some(after(5)),
            evidence_payload: Some(b"payload".to_vec()),
            evidence_signature: Some(b"signature".to_vec()),
            ..asked.clone()
        });
        assert_eq!(store::confirmation::waiting_for(&mut writer, asked.device, NOW).await.unwrap(), []);
    }

    async fn nothing_waits_for_a_settled_operation(db: &Db) {
        let mut writer = db.write().await;
        let (operation, asked) = asked(&mut writer).await;
        let cancelled = operation.clone().step(OperationEvent::Cancel, after(1)).unwrap();
        store::operation::save(&mut writer, &cancelled, operation.version).await.unwrap();
        assert_eq!(store::confirmation::waiting_for(&mut writer, asked.device, NOW).await.unwrap(), []);
    }

    async fn wrong_numbers_are_counted(db: &Db) {
        let mut writer = db.write().await;
        let (_, asked) = asked(&mut writer).await;
        for count in 1..=3 {
            assert_eq!(store::confirmation::record_wrong_number(&mut writer, asked.id).await.unwrap(), count);
        }
        let nobody = ConfirmationId::new(NOW, unique());
        let refused = store::confirmation::record_wrong_number(&mut writer, nobody).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
    }

    async fn a_device_is_asked_once_about_an_operation(db: &Db) {
        let mut writer = db.write().await;
        let (operation, asked) = asked(&mut writer).await;
        let again = a_confirmation(&operation, asked.device);
        let refused = store::confirmation::insert(&mut writer, &again).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::ConfirmationOfDevice))));
    }

    async fn an_answer_without_its_evidence_is_an_error(db: &Db) {
        let mut writer = db.write().await;
        let (_, asked) = asked(&mut writer).await;
        writer.commit().await.unwrap();
        assert!(db.execute("UPDATE confirmation SET decision = 'approve'").await.is_err());
        db.execute_unchecked("confirmation", &["confirmation_settled"], "UPDATE confirmation SET decision = 'approve'").await;
        let found = store::confirmation::find(&mut *db.read().await, asked.id).await;
        assert!(matches!(found, Err(StoreError::Inconsistent { table: "confirmation", .. })));
    }
}
