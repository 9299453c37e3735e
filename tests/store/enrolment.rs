use llavero::domain::id::DeviceId;
use llavero::store::enrolment::{EnrolmentRecord, EnrolmentState, Offer};
use llavero::store::{self, Connection, StoreError, Unique};

use crate::fixture::*;

async fn invited(conn: &mut Connection) -> EnrolmentRecord {
    let company = company(conn).await;
    let holder = member(conn, company).await.id;
    let token = assigned(conn, company, holder).await;
    let enrolment = an_enrolment(&token, holder);
    store::enrolment::insert(conn, &enrolment).await.unwrap();
    enrolment
}

fn an_offer() -> Offer {
    Offer {
        device: DeviceId::new(NOW, unique()),
        nonce: vec![3; 32],
        server_key: vec![5; 60],
    }
}

on_both_engines! {
    async fn an_invitation_is_found_by_its_codes_hash(db: &Db) {
        let mut writer = db.write().await;
        let enrolment = invited(&mut writer).await;
        let found = store::enrolment::find_by_code_hash(&mut writer, &enrolment.code_hash).await.unwrap();
        assert_eq!(found.as_ref(), Some(&enrolment));
        let open = store::enrolment::open_of_token(&mut writer, enrolment.token).await.unwrap();
        assert_eq!(open.as_ref(), Some(&enrolment));
        assert_eq!(store::enrolment::find_by_code_hash(&mut writer, &[9; 32]).await.unwrap(), None);
    }

    async fn an_invitation_is_used_once_and_its_offer_destroyed(db: &Db) {
        let mut writer = db.write().await;
        let enrolment = invited(&mut writer).await;
        let offer = an_offer();
        assert!(store::enrolment::set_offer(&mut writer, enrolment.id, &offer).await.unwrap());
        let found = store::enrolment::open_of_token(&mut writer, enrolment.token).await.unwrap().unwrap();
        assert_eq!(found.offer, Some(offer.clone()));

        assert!(store::enrolment::use_up(&mut writer, enrolment.id, after(1)).await.unwrap());
        assert!(!store::enrolment::use_up(&mut writer, enrolment.id, after(1)).await.unwrap());
        assert!(!store::enrolment::set_offer(&mut writer, enrolment.id, &offer).await.unwrap());
        let found = store::enrolment::find_by_code_hash(&mut writer, &enrolment.code_hash).await.unwrap().unwrap();
        assert_eq!((found.state, found.offer), (EnrolmentState::Used, None));
        assert!(!store::enrolment::void_open_of_token(&mut writer, enrolment.token, after(2)).await.unwrap());
    }

    async fn an_expired_invitation_is_not_used(db: &Db) {
        let mut writer = db.write().await;
        let enrolment = invited(&mut writer).await;
        assert!(!store::enrolment::use_up(&mut writer, enrolment.id, enrolment.expires_at).await.unwrap());
        let expired = store::enrolment::unused_expired_before(&mut writer, after(72 * 3_600 + 1), 10).await.unwrap();
        assert_eq!(expired, [enrolment]);
        assert_eq!(store::enrolment::unused_expired_before(&mut writer, NOW, 10).await.unwrap(), []);
    }

    async fn a_token_has_one_open_invitation(db: &Db) {
        let mut writer = db.write().await;
        let first = invited(&mut writer).await;
        writer.commit().await.unwrap();
        let mut second = EnrolmentRecord { code_hash: [7; 32], ..first.clone() };
        second.id = llavero::domain::id::EnrolmentId::new(NOW, unique());
        let refused = store::enrolment::insert(&mut *db.write().await, &second).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::OpenEnrolmentOfToken))));

        let mut writer = db.write().await;
        assert!(store::enrolment::void_open_of_token(&mut writer, first.token, after(1)).await.unwrap());
        store::enrolment::insert(&mut writer, &second).await.unwrap();
        assert!(!store::enrolment::use_up(&mut writer, first.id, after(1)).await.unwrap());
    }
}
