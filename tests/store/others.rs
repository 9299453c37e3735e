use llavero::domain::id::{CompanyId, UserId};
use llavero::store;
use llavero::store::session::{SessionRecord, SessionStage};

use crate::fixture::*;

fn a_session(company: CompanyId, user: UserId, number: u8) -> SessionRecord {
    SessionRecord {
        hash: [number; 32],
        user,
        company,
        stage: SessionStage::PasswordOnly,
        created_at: after(u64::from(number)),
        last_seen_at: after(u64::from(number)),
        user_agent: "Firefox".to_owned(),
        address: "192.0.2.1".to_owned(),
    }
}

on_both_engines! {
    async fn a_session_is_replaced_once(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let user = member(&mut writer, company).await.id;
        let first = a_session(company, user, 1);
        store::session::insert(&mut writer, &first).await.unwrap();
        let second = SessionRecord { stage: SessionStage::Full, ..a_session(company, user, 2) };
        assert!(store::session::replace(&mut writer, &first.hash, &second).await.unwrap());
        assert!(!store::session::replace(&mut writer, &first.hash, &a_session(company, user, 3)).await.unwrap());
        assert_eq!(store::session::find(&mut writer, &first.hash).await.unwrap(), None);
        assert_eq!(store::session::of_user(&mut writer, user).await.unwrap(), [second]);
    }

    async fn a_session_remembers_when_it_was_last_seen(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let user = member(&mut writer, company).await.id;
        store::session::insert(&mut writer, &a_session(company, user, 1)).await.unwrap();
        for (at, seen) in [(after(9), after(9)), (after(5), after(9))] {
            assert!(store::session::touch(&mut writer, &[1; 32], at).await.unwrap());
            let found = store::session::find(&mut writer, &[1; 32]).await.unwrap().unwrap();
            assert_eq!(found.last_seen_at, seen);
        }
        assert!(!store::session::touch(&mut writer, &[2; 32], NOW).await.unwrap());
    }

    async fn idle_and_old_sessions_are_forgotten(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let user = member(&mut writer, company).await.id;
        for number in 1..=4 {
            store::session::insert(&mut writer, &a_session(company, user, number)).await.unwrap();
        }
        store::session::touch(&mut writer, &[1; 32], after(9)).await.unwrap();
        assert_eq!(store::session::forget(&mut writer, after(3), after(2)).await.unwrap(), 2);
        let left = store::session::of_user(&mut writer, user).await.unwrap();
        assert_eq!(left.iter().map(|session| session.hash[0]).collect::<Vec<_>>(), [4, 3]);
        assert!(store::session::delete(&mut writer, &[4; 32]).await.unwrap());
        assert_eq!(store::session::delete_of_user(&mut writer, user).await.unwrap(), 1);
    }

    async fn what_a_browser_calls_itself_cannot_break_the_database(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let user = member(&mut writer, company).await.id;
        let session = SessionRecord { user_agent: "a\0b".to_owned(), ..a_session(company, user, 1) };
        store::session::insert(&mut writer, &session).await.unwrap();
        assert!(store::session::find(&mut writer, &session.hash).await.unwrap().is_some());
    }

    async fn failed_sign_ins_are_counted_by_key_and_time(db: &Db) {
        let mut writer = db.write().await;
        for seconds in [1, 2, 3] {
            store::sign_in_attempt::record_failure(&mut writer, "acme/\0ana", after(seconds)).await.unwrap();
        }
        store::sign_in_attempt::record_failure(&mut writer, "acme/eva", after(3)).await.unwrap();
        assert_eq!(store::sign_in_attempt::failures_since(&mut writer, "acme/\0ana", after(2)).await.unwrap(), 2);
        assert_eq!(store::sign_in_attempt::forget_before(&mut writer, after(2)).await.unwrap(), 1);
        store::sign_in_attempt::clear(&mut writer, "acme/\0ana").await.unwrap();
        assert_eq!(store::sign_in_attempt::failures_since(&mut writer, "acme/\0ana", NOW).await.unwrap(), 0);
        assert_eq!(store::sign_in_attempt::failures_since(&mut writer, "acme/eva", NOW).await.unwrap(), 1);
    }
}
