//! A database of its own for each test, on either engine.

use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use llavero::store::{Connection, Reader, Store, Writer};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestRunner};
use sqlx::{AssertSqlSafe, Connection as _};

/// A database that is gone after the test.
pub struct Db {
    pub store: Store,
    pub engine: Engine,
    pub url: String,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

enum Place {
    Folder(PathBuf),
    Schema { server: String, name: String },
}

/// Defines a test for each engine, `on_sqlite` and `on_postgres`, in a module
/// with the test's name.
macro_rules! on_both_engines {
    ($( $(#[$attribute:meta])* async fn $name:ident($db:ident: &Db) $body:block )*) => { $(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($db: &$crate::engine::Db) $body

            $(#[$attribute])*
            #[test]
            fn on_sqlite() {
                $crate::engine::run(async {
                    let db = $crate::engine::Db::sqlite().await;
                    body(&db).await;
                    db.remove().await;
                });
            }

            $(#[$attribute])*
            #[test]
            fn on_postgres() {
                $crate::engine::run(async {
                    let Some(db) = $crate::engine::Db::postgres().await else { return };
                    body(&db).await;
                    db.remove().await;
                });
            }
        }
    )* };
}

/// Runs a test on two threads, so that what should happen at once does.
pub fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!(
        "llavero_{}_{}",
        process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

impl Db {
    pub async fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(unique_name());
        let url = format!("sqlite://{}", folder.join("llavero.db").display());
        Self::prepared(Engine::Sqlite, url, Place::Folder(folder)).await
    }

    /// `None` when there is no PostgreSQL to test with, which is said; an error
    /// where one is required.
    pub async fn postgres() -> Option<Self> {
        let Ok(server) = std::env::var("LLAVERO_TEST_POSTGRES_URL") else {
            let required = ["CI", "LLAVERO_TEST_REQUIRE_POSTGRES"]
                .iter()
                .any(|name| std::env::var_os(name).is_some());
            assert!(!required, "LLAVERO_TEST_POSTGRES_URL is not set");
            eprintln!("NOT TESTED on PostgreSQL: LLAVERO_TEST_POSTGRES_URL is not set");
            return None;
        };
        let name = unique_name();
        execute_at(&server, format!("CREATE SCHEMA {name}")).await;
        let separator = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{separator}options[search_path]={name}");
        Some(Self::prepared(Engine::Postgres, url, Place::Schema { server, name }).await)
    }

    async fn prepared(engine: Engine, url: String, place: Place) -> Self {
        let store = Store::open(&url).await.unwrap();
        store.migrate().await.unwrap();
        Self {
            store,
            engine,
            url,
            place,
        }
    }

    pub async fn read(&self) -> Reader {
        self.store.read().await.unwrap()
    }

    pub async fn write(&self) -> Writer {
        self.store.write().await.unwrap()
    }

    /// A connection that goes past the store, as a person with a database
    /// client would.
    pub async fn raw(&self) -> Connection {
        let url = match self.engine {
            Engine::Sqlite => format!("{}?mode=rw", self.url),
            Engine::Postgres => self.url.clone(),
        };
        Connection::connect(&url).await.unwrap()
    }

    /// Runs a statement past the store.
    pub async fn execute(&self, sql: impl Into<String>) -> Result<u64, sqlx::Error> {
        let mut raw = self.raw().await;
        let done = sqlx::query(AssertSqlSafe(sql.into()))
            .execute(&mut raw)
            .await?;
        raw.close().await?;
        Ok(done.rows_affected())
    }

    /// What the engine does by itself in the course of a day, of these tables
    /// alone: of all of them it would also be of another test's, which come and go.
    pub async fn analyse(&self, tables: &[&str]) {
        for table in tables {
            self.execute(match self.engine {
                Engine::Sqlite => format!("ANALYZE {table}"),
                Engine::Postgres => format!("VACUUM ANALYZE {table}"),
            })
            .await
            .unwrap();
        }
    }

    /// Runs a statement past the store and past a table's `CHECK`s.
    pub async fn execute_unchecked(&self, table: &str, checks: &[&str], sql: &str) {
        let mut raw = self.raw().await;
        let mut statements = match self.engine {
            Engine::Sqlite => vec!["PRAGMA ignore_check_constraints = ON".to_owned()],
            Engine::Postgres => checks
                .iter()
                .map(|check| format!("ALTER TABLE {table} DROP CONSTRAINT {check}"))
                .collect(),
        };
        statements.push(sql.to_owned());
        for statement in statements {
            sqlx::query(AssertSqlSafe(statement))
                .execute(&mut raw)
                .await
                .unwrap();
        }
        raw.close().await.unwrap();
    }

    pub async fn remove(self) {
        self.store.close().await;
        match self.place {
            Place::Folder(folder) => std::fs::remove_dir_all(folder).unwrap(),
            Place::Schema { server, name } => {
                execute_at(&server, format!("DROP SCHEMA {name} CASCADE")).await;
            }
        }
    }
}

async fn execute_at(url: &str, sql: String) {
    sqlx::any::install_default_drivers();
    let mut conn = Connection::connect(url).await.unwrap();
    sqlx::query(AssertSqlSafe(sql))
        .execute(&mut conn)
        .await
        .unwrap();
    conn.close().await.unwrap();
}

/// Tries a test with many values; of those that fail it tells the simplest.
pub fn for_all<S: Strategy>(cases: u32, strategy: S, test: impl AsyncFn(S::Value)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let runtime = tokio::runtime::Handle::current();
    TestRunner::new(config)
        .run(&strategy, |value| {
            tokio::task::block_in_place(|| runtime.block_on(test(value)));
            Ok(())
        })
        .unwrap();
}
