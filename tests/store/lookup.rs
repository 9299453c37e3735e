//! Many users and tokens at once.

use llavero::domain::id::TokenId;
use llavero::domain::token::{PhysicalState, PhysicalToken, TokenStatus};
use llavero::domain::user::Role;
use llavero::store::audit::{AuditActor, AuditEntry, Chain};
use llavero::store::{self, audit, token_lookup, user_lookup};

use crate::fixture::{self, NOW};

on_both_engines! {
    async fn more_users_than_one_query_names_are_found_whatever_their_case(db: &Db) {
        let mut writer = db.store.write().await.unwrap();
        let company = fixture::company(&mut writer).await;
        let other = fixture::company(&mut writer).await;
        for number in 0..1_001 {
            fixture::user(&mut writer, company, &format!("Núñez{number}"), Role::Member).await;
        }
        fixture::user(&mut writer, other, "ajeno", Role::Member).await;
        let names: Vec<String> = (0..1_001).map(|number| format!("NUNEZ{number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).chain(["ajeno", "nadie", ""]).collect();
        let found = user_lookup::by_usernames(&mut writer, company, &names).await.unwrap();
        assert_eq!(found.get("nuñez1000").unwrap().0.username, "Núñez1000");
        assert!((0..1_001).all(|number| found.get(&format!("núñez{number}")).is_some()));
        assert!(found.get("ajeno").is_none() && found.get("").is_none());
        let none = user_lookup::by_usernames(&mut writer, company, &[]).await.unwrap();
        assert!(none.get("Núñez1").is_none());
    }

    async fn tokens_are_found_by_holder_and_by_serial_in_their_company_only(db: &Db) {
        let mut writer = db.store.write().await.unwrap();
        let company = fixture::company(&mut writer).await;
        let other = fixture::company(&mut writer).await;
        let holder = fixture::member(&mut writer, company).await;
        let stranger = fixture::member(&mut writer, other).await;
        let mine = fixture::assigned(&mut writer, company, holder.id).await;
        let free = fixture::available(&mut writer, company).await;
        let theirs = fixture::assigned(&mut writer, other, stranger.id).await;
        let conn = &mut *writer;
        let held = token_lookup::by_holders(conn, company, &[holder.id, stranger.id]).await.unwrap();
        assert_eq!(held.len(), 1);
        assert_eq!(held[&holder.id].id, mine.id);
        let serials = [mine.serial, free.serial, theirs.serial];
        let found = token_lookup::by_serials(conn, company, &serials).await.unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[&free.serial].state.status(), TokenStatus::Available);
        let taken = token_lookup::taken_serials(conn, company, &serials).await.unwrap();
        assert_eq!(taken.len(), 3);
        let open = token_lookup::with_open_operation(conn, company, &[mine.id]).await.unwrap();
        assert!(open.is_empty());
    }

    async fn physical_tokens_are_found_by_their_holders(db: &Db) {
        let mut writer = db.store.write().await.unwrap();
        let company = fixture::company(&mut writer).await;
        let holder = fixture::member(&mut writer, company).await;
        let id = TokenId::new(NOW, fixture::unique());
        let serial = fixture::unique_serial();
        let token = PhysicalToken::registered(id, company, serial, holder.id, None, NOW);
        store::physical_token::insert(&mut writer, &token).await.unwrap();
        let found = token_lookup::physical_by_holders(&mut writer, company, &[holder.id]).await.unwrap();
        assert_eq!(found[&holder.id], std::slice::from_ref(&token));
        assert_eq!(token.state, PhysicalState::InUse { holder: holder.id });
        let taken = token_lookup::taken_serials(&mut writer, company, &[serial]).await.unwrap();
        assert!(taken.contains(&serial));
    }

    async fn entries_that_are_added_together_make_the_same_chain(db: &Db) {
        let mut writer = db.store.write().await.unwrap();
        let company = fixture::company(&mut writer).await;
        let entry = |number: u32| AuditEntry {
            id: llavero::domain::id::AuditId::new(NOW, fixture::unique()),
            company,
            at: NOW,
            actor: AuditActor::system(),
            action: "x".to_owned(),
            token: None,
            serial: None,
            user: None,
            username: None,
            from: None,
            to: None,
            operation: None,
            detail: number.to_string(),
        };
        audit::append(&mut writer, &entry(0)).await.unwrap();
        let several: Vec<_> = (1..=20).map(entry).collect();
        audit::append_all(&mut writer, company, &several).await.unwrap();
        audit::append_all(&mut writer, company, &[]).await.unwrap();
        audit::append(&mut writer, &entry(21)).await.unwrap();
        let chain = audit::verify(&mut writer, company).await.unwrap();
        assert_eq!(chain, Chain::Whole { entries: 22 });
    }
}
