use llavero::store::{self, Store, StoreError};

use crate::engine::run;
use crate::fixture::*;

on_both_engines! {
    async fn what_is_not_committed_did_not_happen(db: &Db) {
        let mut writer = db.write().await;
        let id = company(&mut writer).await;
        drop(writer);
        assert_eq!(store::company::find(&mut *db.read().await, id).await.unwrap(), None);
        assert_eq!(store::company::all(&mut *db.read().await).await.unwrap(), []);
    }

    async fn what_is_committed_is_there_when_the_database_is_opened_again(db: &Db) {
        let mut writer = db.write().await;
        let id = company(&mut writer).await;
        writer.commit().await.unwrap();
        db.store.close().await;

        let again = Store::open(&db.url).await.unwrap();
        again.migrate().await.unwrap();
        let mut reader = again.read().await.unwrap();
        let found = store::company::find(&mut reader, id).await.unwrap();
        drop(reader);
        assert!(found.is_some());
        again.close().await;
    }

    async fn a_reader_sees_one_moment(db: &Db) {
        let mut reader = db.read().await;
        assert_eq!(store::company::all(&mut reader).await.unwrap(), []);
        let mut writer = db.write().await;
        company(&mut writer).await;
        writer.commit().await.unwrap();
        assert_eq!(store::company::all(&mut reader).await.unwrap(), []);
        assert_eq!(store::company::all(&mut *db.read().await).await.unwrap().len(), 1);
    }

    async fn a_reader_cannot_write(db: &Db) {
        let id = { let mut writer = db.write().await; let id = company(&mut writer).await; writer.commit().await.unwrap(); id };
        let user = a_user(id, "ana", llavero::domain::user::Role::Member);
        let refused = store::user::insert(&mut *db.read().await, &user, "hash", NOW).await;
        assert!(refused.is_err());
    }

    async fn a_row_that_another_holds_makes_the_database_unavailable_not_faulty(db: &Db) {
        let mut writer = db.write().await;
        let id = company(&mut writer).await;
        let ana = member(&mut writer, id).await;
        writer.commit().await.unwrap();

        let mut first = db.write().await;
        store::user::save(&mut first, &ana, 1).await.unwrap();
        let other = Store::open(&db.url).await.unwrap();
        let refused = async {
            let mut second = other.write().await?;
            store::user::save(&mut second, &ana, 1).await?;
            second.commit().await
        };
        assert!(matches!(refused.await, Err(StoreError::Unavailable(_))));

        first.commit().await.unwrap();
        let mut second = other.write().await.unwrap();
        store::user::save(&mut second, &ana, 2).await.unwrap();
        second.commit().await.unwrap();
        other.close().await;
    }

    async fn two_who_write_the_same_version_at_once_are_told_apart(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let token = available(&mut writer, company).await;
        writer.commit().await.unwrap();
        for version in 1..20 {
            let race = || {
                let (store, token) = (db.store.clone(), token.clone());
                tokio::spawn(async move {
                    let mut writer = store.write().await?;
                    store::token::save(&mut writer, &token, version).await?;
                    writer.commit().await
                })
            };
            let (one, two) = (race(), race());
            let results = [one.await.unwrap(), two.await.unwrap()];
            let won = results.iter().filter(|result| result.is_ok()).count();
            let lost = results
                .iter()
                .filter(|result| matches!(result, Err(StoreError::VersionConflict)))
                .count();
            assert_eq!((won, lost), (1, 1), "{results:?}");
        }
    }
}

#[test]
fn an_address_of_another_kind_is_refused() {
    run(async {
        for url in [
            "",
            "llavero.db",
            "mysql://localhost/llavero",
            "sqlite:",
            "sqlite::memory:",
            "postgres://a b:99999/x",
        ] {
            assert!(
                matches!(Store::open(url).await, Err(StoreError::Address)),
                "{url}"
            );
        }
    });
}

#[test]
fn a_server_that_is_away_is_unavailable() {
    run(async {
        let opened = Store::open("postgres://nobody@127.0.0.1:9/llavero").await;
        assert!(matches!(opened, Err(StoreError::Unavailable(_))));
    });
}

#[test]
fn the_folder_of_a_new_database_is_made_and_its_file_is_the_owners_alone() {
    run(async {
        let folder = std::env::temp_dir().join(format!("llavero ñ {}", std::process::id()));
        let path = folder.join("más").join("llavero 1%.db");
        let store = Store::open(&format!("sqlite://{}", path.display()))
            .await
            .unwrap();
        store.migrate().await.unwrap();
        assert!(path.exists());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        store.close().await;
        std::fs::remove_dir_all(folder).unwrap();
    });
}
