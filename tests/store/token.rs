use llavero::domain::id::TokenId;
use llavero::domain::operation::OperationKind;
use llavero::domain::token::{
    ActivationRule, BlockReason, PhysicalState, PhysicalToken, Token, TokenState, TokenStatus,
};
use llavero::store::{self, StoreError, Unique};

use crate::fixture::*;

on_both_engines! {
    async fn every_state_is_read_as_it_was_written(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let mut token = available(&mut writer, company).await;
        let device = a_device(&token, holder);
        store::device::insert(&mut writer, &device).await.unwrap();
        let device = device.id;
        let mut states = vec![
            TokenState::Assigned { holder, activation: ActivationRule::ByAdministrator },
            TokenState::Assigned { holder, activation: ActivationRule::OnEnrolment },
            TokenState::PendingActivation { holder, device },
            TokenState::Active { holder, device },
        ];
        states.extend(BlockReason::ALL.map(|reason| TokenState::Blocked { holder, device, reason }));
        states.extend([TokenState::Available, TokenState::Retired]);
        for state in states {
            token = put(&mut writer, &token, state, after(1)).await;
            let found = store::token::find(&mut writer, company, token.id).await.unwrap();
            assert_eq!(found.as_ref(), Some(&token));
            let found = store::token::find_by_serial(&mut writer, company, token.serial).await.unwrap();
            assert_eq!(found.as_ref(), Some(&token));
            let live = store::token::find_live_of(&mut writer, holder).await.unwrap();
            assert_eq!(live.is_some(), state.holder().is_some());
        }
    }

    async fn a_token_is_saved_only_over_the_version_that_was_read(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let token = available(&mut writer, company).await;
        let retired = put(&mut writer, &token, TokenState::Retired, after(1)).await;
        let refused = store::token::save(&mut writer, &token, 1).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
        let found = store::token::find(&mut writer, company, token.id).await.unwrap();
        assert_eq!(found, Some(retired));
    }

    async fn another_companys_token_is_neither_found_nor_saved(db: &Db) {
        let mut writer = db.write().await;
        let (here, there) = (company(&mut writer).await, company(&mut writer).await);
        let token = available(&mut writer, there).await;
        assert_eq!(store::token::find(&mut writer, here, token.id).await.unwrap(), None);
        assert_eq!(store::token::find_by_serial(&mut writer, here, token.serial).await.unwrap(), None);
        let stolen = Token { company: here, ..token };
        let refused = store::token::save(&mut writer, &stolen, 1).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
    }

    async fn a_serial_is_taken_once_whichever_kind_of_token_has_it(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let token = available(&mut writer, company).await;
        writer.commit().await.unwrap();

        let again = Token { serial: token.serial, ..a_token(company, TokenState::Available) };
        let refused = store::token::insert(&mut *db.write().await, &again).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::Serial))));
        let physical = PhysicalToken {
            id: TokenId::new(NOW, unique()),
            company,
            serial: token.serial,
            state: PhysicalState::InUse { holder },
            updated_at: NOW,
            version: 1,
        };
        let refused = store::physical_token::insert(&mut *db.write().await, &physical).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::Serial))));
    }

    async fn a_user_has_one_live_virtual_token(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let (first, second) = (available(&mut writer, company).await, available(&mut writer, company).await);
        hand_over(&mut writer, &first, holder, TokenStatus::Assigned, NOW).await;
        let state = TokenState::Assigned { holder, activation: ActivationRule::ByAdministrator };
        let refused = store::token::save(&mut writer, &Token { state, ..second }, 1).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::LiveTokenOfUser))));
    }

    async fn a_device_speaks_for_its_own_token_only(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let (ana, eva) = (member(&mut writer, company).await.id, member(&mut writer, company).await.id);
        let (first, second) = (available(&mut writer, company).await, available(&mut writer, company).await);
        let first = hand_over(&mut writer, &first, ana, TokenStatus::Active, NOW).await;
        let device = first.state.device().unwrap();
        let state = TokenState::Active { holder: eva, device };
        let refused = store::token::save(&mut writer, &Token { state, ..second }, 1).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::TokenOfDevice))));
    }

    async fn a_holder_is_of_the_tokens_company(db: &Db) {
        let mut writer = db.write().await;
        let (here, there) = (company(&mut writer).await, company(&mut writer).await);
        let stranger = member(&mut writer, there).await.id;
        let token = available(&mut writer, here).await;
        let state = TokenState::Assigned { holder: stranger, activation: ActivationRule::ByAdministrator };
        let refused = store::token::save(&mut writer, &Token { state, ..token }, 1).await;
        assert!(matches!(refused, Err(StoreError::Other(_))));
    }

    async fn columns_that_disagree_are_refused_by_the_database(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        available(&mut writer, company).await;
        writer.commit().await.unwrap();
        for change in ["status = 'active'", "activation = 'on_enrolment'", "status = 'flying'",
                       "holder_key = 'ana'", "block_reason = 'lost'", "assigned_at = 1"] {
            let done = db.execute(format!("UPDATE virtual_token SET {change}")).await;
            assert!(done.is_err(), "{change}");
        }
    }

    async fn a_row_whose_columns_disagree_all_the_same_is_an_error_that_names_it(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let token = available(&mut writer, company).await;
        writer.commit().await.unwrap();
        db.execute_unchecked(
            "virtual_token",
            &["virtual_token_state", "virtual_token_holder"],
            "UPDATE virtual_token SET status = 'active'",
        ).await;
        let found = store::token::find(&mut *db.read().await, company, token.id).await;
        let Err(StoreError::Inconsistent { table, id }) = found else { panic!("{found:?}") };
        assert_eq!((table, id), ("virtual_token", token.id.to_string()));
    }

    async fn the_next_token_is_the_free_one_with_the_lowest_serial(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = admin(&mut writer, company).await.id;
        let holder = member(&mut writer, company).await.id;
        assert_eq!(store::token::next_available(&mut writer, company).await.unwrap(), None);
        assert_eq!(store::token::count_free(&mut writer, company).await.unwrap(), 0);
        let reserved = available(&mut writer, company).await;
        let free = available(&mut writer, company).await;
        available(&mut writer, company).await;
        let operation = an_operation(&reserved, OperationKind::Assign, holder, boss);
        store::operation::insert(&mut writer, &operation).await.unwrap();

        assert_eq!(store::token::next_available(&mut writer, company).await.unwrap(), Some(free));
        assert_eq!(store::token::count_free(&mut writer, company).await.unwrap(), 2);
        assert_eq!(store::stock::of_company(&mut writer, company).await.unwrap().available, 3);
    }

    async fn a_physical_token_is_disabled_and_restored(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let holder = member(&mut writer, company).await.id;
        let replacement = available(&mut writer, company).await.id;
        let token = PhysicalToken {
            id: TokenId::new(NOW, unique()),
            company,
            serial: unique_serial(),
            state: PhysicalState::InUse { holder },
            updated_at: NOW,
            version: 1,
        };
        store::physical_token::insert(&mut writer, &token).await.unwrap();
        let disabled = token.clone().disabled_by(replacement, after(1));
        store::physical_token::save(&mut writer, &disabled, 1).await.unwrap();
        let found = store::physical_token::of_holder(&mut writer, company, holder).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&disabled));
        let refused = store::physical_token::save(&mut writer, &token, 1).await;
        assert!(matches!(refused, Err(StoreError::VersionConflict)));
        let restored = disabled.restored_from(replacement, after(2));
        store::physical_token::save(&mut writer, &restored, 2).await.unwrap();
        let found = store::physical_token::of_holder(&mut writer, company, holder).await.unwrap();
        assert_eq!(found, [restored]);
    }
}
