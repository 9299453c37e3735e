use llavero::domain::id::DeviceId;
use llavero::domain::token::TokenStatus;
use llavero::store::device::{DeviceRecord, DeviceState};
use llavero::store::{self, Connection, StoreError, Unique};

use crate::fixture::*;

async fn bound(conn: &mut Connection) -> DeviceRecord {
    let company = company(conn).await;
    let holder = member(conn, company).await.id;
    let token = available(conn, company).await;
    let device = a_device(&token, holder);
    store::device::insert(conn, &device).await.unwrap();
    device
}

on_both_engines! {
    async fn a_device_is_read_as_it_was_written(db: &Db) {
        let mut writer = db.write().await;
        let device = bound(&mut writer).await;
        assert_eq!(store::device::find(&mut writer, device.id).await.unwrap(), Some(device));
        let nobody = DeviceId::new(NOW, unique());
        assert_eq!(store::device::find(&mut writer, nobody).await.unwrap(), None);
    }

    async fn a_revoked_device_has_no_secrets_left(db: &Db) {
        let mut writer = db.write().await;
        let device = bound(&mut writer).await;
        assert!(store::device::revoke(&mut writer, device.id, after(1)).await.unwrap());
        assert!(!store::device::revoke(&mut writer, device.id, after(2)).await.unwrap());
        let found = store::device::find(&mut writer, device.id).await.unwrap().unwrap();
        assert_eq!(found.state, DeviceState::Revoked { at: after(1) });
        writer.commit().await.unwrap();
        let left = db.execute("DELETE FROM device WHERE one_time_secret IS NOT NULL OR pin_secret IS NOT NULL").await;
        assert_eq!(left.unwrap(), 0);
    }

    async fn a_token_has_one_live_device(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let token = available(&mut writer, company).await;
        let token = hand_over(&mut writer, &token, holder, TokenStatus::Active, NOW).await;
        writer.commit().await.unwrap();

        let second = a_device(&token, holder);
        let refused = store::device::insert(&mut *db.write().await, &second).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::LiveDeviceOfToken))));
        let mut writer = db.write().await;
        store::device::revoke(&mut writer, token.state.device().unwrap(), NOW).await.unwrap();
        store::device::insert(&mut writer, &second).await.unwrap();
    }

    async fn wrong_pins_and_codes_are_counted_until_a_right_one(db: &Db) {
        let mut writer = db.write().await;
        let id = bound(&mut writer).await.id;
        for count in 1..=3 {
            assert_eq!(store::device::record_wrong_pin(&mut writer, id).await.unwrap(), count);
            assert_eq!(store::device::record_wrong_code(&mut writer, id).await.unwrap(), count);
        }
        store::device::reset_wrong_pins(&mut writer, id).await.unwrap();
        let found = store::device::find(&mut writer, id).await.unwrap().unwrap();
        assert_eq!((found.wrong_pins, found.wrong_codes), (0, 3));
        assert!(store::device::accept_step(&mut writer, id, 7).await.unwrap());
        let found = store::device::find(&mut writer, id).await.unwrap().unwrap();
        assert_eq!((found.wrong_codes, found.last_step), (0, Some(7)));
        let nobody = store::device::record_wrong_pin(&mut writer, DeviceId::new(NOW, unique())).await;
        assert!(matches!(nobody, Err(StoreError::VersionConflict)));
    }

    async fn no_step_is_accepted_twice_nor_an_earlier_one(db: &Db) {
        let mut writer = db.write().await;
        let id = bound(&mut writer).await.id;
        for (step, accepted) in [(10, true), (10, false), (9, false), (11, true), (11, false)] {
            assert_eq!(store::device::accept_step(&mut writer, id, step).await.unwrap(), accepted, "{step}");
        }
        store::device::revoke(&mut writer, id, NOW).await.unwrap();
        assert!(!store::device::accept_step(&mut writer, id, 12).await.unwrap());
        assert!(store::device::accept_step(&mut writer, id, u64::MAX).await.is_err());
    }

    async fn of_two_who_use_the_same_code_at_once_one_is_accepted(db: &Db) {
        let mut writer = db.write().await;
        let id = bound(&mut writer).await.id;
        writer.commit().await.unwrap();
        for step in 1..20 {
            let race = || {
                let store = db.store.clone();
                tokio::spawn(async move {
                    let mut writer = store.write().await.unwrap();
                    let accepted = store::device::accept_step(&mut writer, id, step).await.unwrap();
                    writer.commit().await.unwrap();
                    accepted
                })
            };
            let (one, two) = (race(), race());
            assert!(one.await.unwrap() != two.await.unwrap());
        }
    }

    async fn a_device_with_half_of_its_secrets_is_an_error(db: &Db) {
        let mut writer = db.write().await;
        let id = bound(&mut writer).await.id;
        writer.commit().await.unwrap();
        db.execute_unchecked("device", &["device_state"], "UPDATE device SET pin_secret = NULL").await;
        let found = store::device::find(&mut *db.read().await, id).await;
        assert!(matches!(found, Err(StoreError::Inconsistent { table: "device", .. })));
    }

    async fn a_nonce_is_good_for_one_request_of_its_device(db: &Db) {
        let mut writer = db.write().await;
        let (one, two) = (bound(&mut writer).await.id, bound(&mut writer).await.id);
        assert!(store::device_nonce::use_once(&mut writer, one, &[1; 16], after(120)).await.unwrap());
        assert!(!store::device_nonce::use_once(&mut writer, one, &[1; 16], after(120)).await.unwrap());
        assert!(store::device_nonce::use_once(&mut writer, two, &[1; 16], after(120)).await.unwrap());
        assert!(store::device_nonce::use_once(&mut writer, one, &[2; 16], after(240)).await.unwrap());
        assert_eq!(store::device_nonce::forget_before(&mut writer, after(121)).await.unwrap(), 2);
        assert!(!store::device_nonce::use_once(&mut writer, one, &[2; 16], after(240)).await.unwrap());
    }
}
