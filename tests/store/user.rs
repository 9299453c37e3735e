use llavero::domain::contact::Contact;
use llavero::domain::token::TokenStatus;
use llavero::domain::user::{Role, User, UserStatus};
use llavero::store::{self, StoreError, Unique};

use crate::fixture::*;

on_both_engines! {
    async fn a_user_is_read_as_it_was_written(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        // Operators are the bank's alone.
        let roles = Role::ALL.into_iter().filter(|role| *role != Role::Operator);
        for (number, role) in roles.enumerate() {
            let user = User {
                contact: Contact::default(),
                ..a_user(company, &format!("Usuario{number}"), role)
            };
            store::user::insert(&mut writer, &user, "phc", NOW).await.unwrap();
            let found = store::user::find(&mut writer, company, user.id).await.unwrap();
            assert_eq!(found, Some(user.clone()));
            let hash = store::user::password_hash(&mut writer, user.id).await.unwrap();
            assert_eq!(hash.as_deref(), Some("phc"));
        }
    }

    async fn a_username_is_found_whatever_its_case(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let user = user(&mut writer, company, "VictorP1", Role::Member).await;
        for text in ["VictorP1", "victorp1", "VICTORP1", " victorp1 "] {
            let found = store::user::find_by_username(&mut writer, company, text).await.unwrap();
            assert_eq!(found, Some(user.clone()), "{text}");
        }
        for text in ["", "victorp", "victorp1\0", "victor%"] {
            let found = store::user::find_by_username(&mut writer, company, text).await.unwrap();
            assert_eq!(found.is_some(), text == "victorp1\0", "{text}");
        }
    }

    async fn a_username_is_taken_once_in_a_company(db: &Db) {
        let mut writer = db.write().await;
        let (here, there) = (company(&mut writer).await, company(&mut writer).await);
        user(&mut writer, here, "José1", Role::Member).await;
        user(&mut writer, there, "José1", Role::Member).await;
        let again = a_user(here, "JOSE1", Role::Member);
        let refused = store::user::insert(&mut writer, &again, "hash", NOW).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::Username))));
    }

    async fn a_slug_is_taken_once(db: &Db) {
        let mut writer = db.write().await;
        let id = company(&mut writer).await;
        let mut company = store::company::find(&mut writer, id).await.unwrap().unwrap();
        let found = store::company::find_by_slug(&mut writer, &company.slug.to_uppercase()).await.unwrap();
        assert_eq!(found.as_ref(), Some(&company));
        company.id = llavero::domain::id::CompanyId::new(NOW, unique());
        let refused = store::company::insert(&mut writer, &company).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::CompanySlug))));
    }

    async fn a_user_is_saved_only_over_the_version_that_was_read(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let ana = member(&mut writer, company).await;
        let inactive = User { status: UserStatus::Inactive, ..ana.clone() };
        store::user::save(&mut writer, &inactive, 1).await.unwrap();
        let refused = store::user::save(&mut writer, &ana, 1).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
        let found = store::user::find(&mut writer, company, ana.id).await.unwrap().unwrap();
        assert_eq!(found, User { version: 2, ..inactive });
    }

    async fn another_companys_user_is_not_found(db: &Db) {
        let mut writer = db.write().await;
        let (here, there) = (company(&mut writer).await, company(&mut writer).await);
        let ana = member(&mut writer, there).await;
        assert_eq!(store::user::find(&mut writer, here, ana.id).await.unwrap(), None);
        let stolen = User { company: here, ..ana };
        let refused = store::user::save(&mut writer, &stolen, 1).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
    }

    async fn only_other_active_administrators_with_an_active_token_are_counted(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let me = admin(&mut writer, company).await;
        let token = available(&mut writer, company).await;
        hand_over(&mut writer, &token, me.id, TokenStatus::Active, NOW).await;
        for status in [TokenStatus::Active, TokenStatus::Blocked, TokenStatus::Assigned] {
            let other = admin(&mut writer, company).await;
            let token = available(&mut writer, company).await;
            hand_over(&mut writer, &token, other.id, status, NOW).await;
        }
        let member = member(&mut writer, company).await;
        let token = available(&mut writer, company).await;
        hand_over(&mut writer, &token, member.id, TokenStatus::Active, NOW).await;

        let count = store::user::other_admins_with_active_token(&mut writer, company, me.id).await;
        assert_eq!(count.unwrap(), 1);
        assert_eq!(store::user::admins(&mut writer, company).await.unwrap().len(), 4);
    }
}
