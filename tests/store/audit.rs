use llavero::domain::audit::{AuditAction, AuditOrigin, AuditOutcome, AuditReason};
use llavero::domain::id::{AuditId, CompanyId, OperationId, TokenId, UserId};
use llavero::domain::table::AuditQuery;
use llavero::domain::token::{ActionKind, TokenStatus};
use llavero::server::{DatabaseLocation, verify_audit, write_checkpoint};
use llavero::service::log_checkpoint::{ChainEnd, Checkpoint};
use llavero::service::verify_log::{VerifiedLog, verify_logs};
use llavero::store::audit::{ActorKind, AuditActor, AuditEntry, Chain};
use llavero::store::{self, Connection};
use sha2::{Digest, Sha256};

use crate::engine::{Db, Engine};
use crate::fixture::*;

fn an_entry(company: CompanyId) -> AuditEntry {
    AuditEntry {
        id: AuditId::new(NOW, unique()),
        company,
        at: NOW,
        actor: AuditActor {
            kind: ActorKind::Person,
            user: Some(UserId::new(NOW, unique())),
            name: "José \"el jefe\"".to_owned(),
            origin: Some(AuditOrigin::Console {
                address: "203.0.113.7".to_owned(),
                user_agent: "Firefox".to_owned(),
            }),
        },
        action: ActionKind::Assign.into(),
        outcome: AuditOutcome::Done,
        token: Some(TokenId::new(NOW, unique())),
        serial: Some(unique_serial()),
        user: Some(UserId::new(NOW, unique())),
        username: Some("ana1".to_owned()),
        from: Some(TokenStatus::Available),
        to: Some(TokenStatus::Assigned),
        operation: Some(OperationId::new(NOW, unique())),
        detail: String::new(),
    }
}

async fn write(conn: &mut Connection, company: CompanyId, count: usize) -> Vec<AuditEntry> {
    let mut entries = Vec::new();
    for _ in 0..count {
        let entry = an_entry(company);
        store::audit::append(conn, &entry).await.unwrap();
        entries.push(entry);
    }
    entries
}

/// Changes the log as somebody would who may do anything to the database.
async fn tamper(db: &Db, change: &str) {
    let statements = match db.engine {
        Engine::Sqlite => [
            "DROP TRIGGER IF EXISTS audit_entry_is_not_changed".to_owned(),
            "DROP TRIGGER IF EXISTS audit_entry_is_not_deleted".to_owned(),
            change.to_owned(),
        ],
        Engine::Postgres => [
            "ALTER TABLE audit_entry DISABLE TRIGGER USER".to_owned(),
            "SELECT 1".to_owned(),
            change.to_owned(),
        ],
    };
    for statement in statements {
        db.execute(statement).await.unwrap();
    }
}

on_both_engines! {
    async fn what_happened_to_a_token_is_told_newest_first(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let mut first = an_entry(company);
        let second = AuditEntry {
            id: AuditId::new(NOW, unique()),
            at: after(5),
            actor: AuditActor::system(),
            action: AuditAction::OperationExpired,
            outcome: AuditOutcome::Failed(AuditReason::Expired),
            serial: None,
            user: None,
            username: None,
            from: None,
            to: None,
            operation: None,
            ..first.clone()
        };
        first.detail = "resent".to_owned();
        for entry in [&first, &an_entry(company), &second] {
            store::audit::append(&mut writer, entry).await.unwrap();
        }
        let token = first.token.unwrap();
        let told = store::audit::of_token(&mut writer, company, token, 10).await.unwrap();
        assert_eq!(told, [second.clone(), first]);
        assert_eq!(store::audit::of_token(&mut writer, company, token, 1).await.unwrap(), [second]);
    }

    async fn an_entry_can_be_neither_changed_nor_deleted(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        write(&mut writer, company, 2).await;
        writer.commit().await.unwrap();
        assert!(db.execute("UPDATE audit_entry SET detail = 'x'").await.is_err());
        assert!(db.execute("DELETE FROM audit_entry").await.is_err());
        if db.engine == Engine::Postgres {
            assert!(db.execute("TRUNCATE audit_entry").await.is_err());
        }
        let chain = store::audit::verify(&mut *db.read().await, company).await.unwrap();
        assert_eq!(chain, Chain::Whole { entries: 2 });
    }

    async fn each_company_has_a_chain_of_its_own(db: &Db) {
        let mut writer = db.write().await;
        let (here, there) = (company(&mut writer).await, company(&mut writer).await);
        assert_eq!(store::audit::verify(&mut writer, here).await.unwrap(), Chain::Whole { entries: 0 });
        for _ in 0..3 {
            write(&mut writer, here, 1).await;
            write(&mut writer, there, 1).await;
        }
        assert_eq!(store::audit::verify(&mut writer, here).await.unwrap(), Chain::Whole { entries: 3 });
        writer.commit().await.unwrap();
        tamper(db, &format!("UPDATE audit_entry SET detail = 'x' WHERE company_id = '{there}'")).await;
        let mut reader = db.read().await;
        assert_eq!(store::audit::verify(&mut reader, here).await.unwrap(), Chain::Whole { entries: 3 });
        assert!(matches!(store::audit::verify(&mut reader, there).await.unwrap(), Chain::BrokenAt { .. }));
    }

    async fn the_first_changed_row_is_named_whichever_column_was_changed(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let entries = write(&mut writer, company, 5).await;
        writer.commit().await.unwrap();
        let id = entries[2].id;
        for (change, back) in [
            ("happened_at = happened_at + 1", "happened_at = happened_at - 1"),
            ("actor_name = 'otro'", "actor_name = 'José \"el jefe\"'"),
            ("actor_kind = 'nobody'", "actor_kind = 'person'"),
            ("username = NULL", "username = 'ana1'"),
            ("to_status = 'active'", "to_status = 'assigned'"),
            ("serial = serial + 1", "serial = serial - 1"),
            ("origin_address = NULL", "origin_address = '203.0.113.7'"),
            ("origin_client = 'Chrome'", "origin_client = 'Firefox'"),
            ("outcome = NULL", "outcome = 'done'"),
            ("reason = 'wrong_pin'", "reason = NULL"),
        ] {
            tamper(db, &format!("UPDATE audit_entry SET {change} WHERE id = '{id}'")).await;
            let chain = store::audit::verify(&mut *db.read().await, company).await.unwrap();
            assert_eq!(chain, Chain::BrokenAt { entry: id.to_string() }, "{change}");
            tamper(db, &format!("UPDATE audit_entry SET {back} WHERE id = '{id}'")).await;
            let chain = store::audit::verify(&mut *db.read().await, company).await.unwrap();
            assert_eq!(chain, Chain::Whole { entries: 5 }, "{back}");
        }
    }

    async fn a_row_from_before_the_later_columns_keeps_its_hash(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        writer.commit().await.unwrap();
        let id = AuditId::new(NOW, unique());
        // The form in which such a row was bound: its columns by name, as RFC 8785
        // writes them.
        let row = format!(
            "{{\"action\":\"grant\",\"actor_kind\":\"system\",\"actor_name\":\"\",\"actor_user_id\":null,\
             \"company_id\":\"{company}\",\"detail\":\"\",\"from_status\":null,\
             \"happened_at\":\"1800000000000000\",\"id\":\"{id}\",\"operation_id\":null,\
             \"serial\":null,\"to_status\":\"available\",\"token_id\":null,\"user_id\":null,\
             \"username\":null}}"
        );
        let mut hasher = Sha256::new();
        hasher.update([0; 32]);
        hasher.update(1_i64.to_be_bytes());
        hasher.update(row);
        let hash: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let hash = match db.engine {
            Engine::Sqlite => format!("x'{hash}'"),
            Engine::Postgres => format!("'\\x{hash}'::bytea"),
        };
        for statement in [
            format!(
                "INSERT INTO audit_entry (id, company_id, sequence, hash, happened_at, actor_kind,
                     actor_name, action, to_status, detail)
                 VALUES ('{id}', '{company}', 1, {hash}, 1800000000000000, 'system', '', 'grant',
                     'available', '')"
            ),
            format!("INSERT INTO audit_head (company_id, entries, hash) VALUES ('{company}', 1, {hash})"),
        ] {
            db.execute(statement).await.unwrap();
        }
        let mut writer = db.write().await;
        write(&mut writer, company, 2).await;
        assert_eq!(store::audit::verify(&mut writer, company).await.unwrap(), Chain::Whole { entries: 3 });
        let log = store::audit_table::page(&mut writer, company, &AuditQuery::default()).await.unwrap();
        let oldest = log.page.rows.last().unwrap();
        assert_eq!((oldest.outcome, &oldest.origin), (AuditOutcome::Done, &None));
    }

    async fn a_row_taken_out_is_noticed_wherever_it_was(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let entries = write(&mut writer, company, 5).await;
        writer.commit().await.unwrap();
        tamper(db, &format!("DELETE FROM audit_entry WHERE id = '{}'", entries[4].id)).await;
        let chain = store::audit::verify(&mut *db.read().await, company).await.unwrap();
        assert_eq!(chain, Chain::EndsElsewhere { entries: 4 });
        tamper(db, &format!("DELETE FROM audit_entry WHERE id = '{}'", entries[1].id)).await;
        let chain = store::audit::verify(&mut *db.read().await, company).await.unwrap();
        assert_eq!(chain, Chain::BrokenAt { entry: entries[2].id.to_string() });
    }

    async fn a_checkpoint_remembers_what_a_log_that_was_written_anew_forgets(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        write(&mut writer, company, 5).await;
        writer.commit().await.unwrap();
        let checkpoint = Checkpoint::take(&db.store, NOW).await.unwrap();
        let mut writer = db.write().await;
        write(&mut writer, company, 3).await;
        writer.commit().await.unwrap();
        let verified = verify_logs(&db.store, None, Some(&checkpoint)).await.unwrap().unwrap();
        assert!(verified.iter().all(VerifiedLog::is_whole), "{verified:?}");

        let mut with_another = checkpoint.clone();
        with_another.chains.push(ChainEnd {
            company: CompanyId::new(NOW, unique()),
            slug: "gone".to_owned(),
            entries: 2,
            hash: vec![7; 32],
        });
        let verified = verify_logs(&db.store, None, Some(&with_another)).await.unwrap().unwrap();
        let gone = verified.iter().find(|log| log.company == "gone").unwrap();
        assert_eq!(gone.keeps_checkpoint, Some(false), "a company that was taken out whole");
        assert!(!gone.is_whole());

        for table in ["audit_entry", "audit_head"] {
            tamper(db, &format!("DELETE FROM {table} WHERE company_id = '{company}'")).await;
        }
        let mut writer = db.write().await;
        write(&mut writer, company, 8).await;
        writer.commit().await.unwrap();
        let verified = verify_logs(&db.store, None, Some(&checkpoint)).await.unwrap().unwrap();
        assert_eq!(verified[0].chain, Chain::Whole { entries: 8 });
        assert_eq!(verified[0].keeps_checkpoint, Some(false));
        assert!(!verified[0].is_whole());
    }

    async fn the_command_tells_a_whole_log_from_one_that_was_changed_and_takes_checkpoints(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let entries = write(&mut writer, company, 3).await;
        let slug = store::company::find(&mut writer, company).await.unwrap().unwrap().slug;
        writer.commit().await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let database = DatabaseLocation {
            data_dir: folder.path().to_owned(),
            database_url: Some(db.url.clone()),
        };
        let file = folder.path().join("checkpoint.json");
        write_checkpoint(&database, &file).await.unwrap();
        assert!(write_checkpoint(&database, &file).await.is_err(), "the file is there");
        assert!(verify_audit(&database, Some(&slug), Some(&file), None).await.unwrap());
        assert!(verify_audit(&database, Some("nadie"), None, None).await.is_err());
        assert!(verify_audit(&database, None, Some(&file), Some("04")).await.is_err());
        tamper(db, &format!("UPDATE audit_entry SET detail = 'x' WHERE id = '{}'", entries[1].id)).await;
        assert!(!verify_audit(&database, None, None, None).await.unwrap());
    }

    async fn a_chain_longer_than_one_batch_is_walked_whole(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        write(&mut writer, company, 1_003).await;
        assert_eq!(store::audit::verify(&mut writer, company).await.unwrap(), Chain::Whole { entries: 1_003 });
    }

    async fn an_entry_that_was_rolled_back_leaves_the_chain_as_it_was(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        write(&mut writer, company, 1).await;
        writer.commit().await.unwrap();
        write(&mut *db.write().await, company, 3).await;
        let mut writer = db.write().await;
        write(&mut writer, company, 1).await;
        assert_eq!(store::audit::verify(&mut writer, company).await.unwrap(), Chain::Whole { entries: 2 });
    }

    async fn many_who_write_at_once_make_one_chain(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        writer.commit().await.unwrap();
        let writers: Vec<_> = (0..20).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut writer = store.write().await.unwrap();
                write(&mut writer, company, 2).await;
                writer.commit().await.unwrap();
            })
        }).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let chain = store::audit::verify(&mut *db.read().await, company).await.unwrap();
        assert_eq!(chain, Chain::Whole { entries: 40 });
    }
}
