//! Opening the database, reading from it and writing to it.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{Any, AnyPool, ConnectOptions, Connection as _, Executor, Transaction};

use super::dialect::{Engine, LOCK_WAIT};
use super::{Connection, Result, StoreError};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// How many connections read at once on SQLite.
const SQLITE_READERS: u32 = 8;
/// How many connections one server has to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 20;

/// The database.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    options: AnyConnectOptions,
    writers: AnyPool,
    readers: AnyPool,
}

/// A connection that reads one moment of the database.
pub struct Reader(Transaction<'static, Any>);

/// A transaction that writes; dropped without [`Writer::commit`], nothing of it
/// happened.
pub struct Writer(Transaction<'static, Any>);

impl Store {
    /// Opens `sqlite://PATH`, whose folder and file are made when missing, or
    /// `postgres://…`.
    ///
    /// # Errors
    /// [`StoreError::Address`] for another kind of address,
    /// [`StoreError::Unavailable`] when nothing answers there.
    pub async fn open(url: &str) -> Result<Self> {
        sqlx::any::install_default_drivers();
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            // What other programs ask for, and this one does anyway.
            let path = path.strip_suffix("?mode=rwc").unwrap_or(path);
            return Self::open_sqlite(Path::new(path)).await;
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Self::open_postgres(url).await;
        }
        Err(StoreError::Address)
    }

    async fn open_sqlite(path: &Path) -> Result<Self> {
        if path.as_os_str().is_empty() || path.to_string_lossy().contains([':', '?', '\0']) {
            return Err(StoreError::Address);
        }
        let path =
            make_private_file(path).map_err(|error| StoreError::from(sqlx::Error::Io(error)))?;
        let options = parse(&format!("sqlite://{}?mode=rw", encode(&path)))?;
        let engine = Engine::Sqlite;
        // One writer: a second one could only wait for the first.
        let writers = settled(AnyPoolOptions::new(), engine.writer_settings())
            .max_connections(1)
            .test_before_acquire(false)
            .connect_with(options.clone())
            .await?;
        let readers = settled(AnyPoolOptions::new(), engine.reader_settings())
            .max_connections(SQLITE_READERS)
            .test_before_acquire(false)
            .connect_lazy_with(options.clone());
        Ok(Self {
            engine,
            options,
            writers,
            readers,
        })
    }

    async fn open_postgres(url: &str) -> Result<Self> {
        let options = parse(url)?;
        let engine = Engine::Postgres;
        let pool = settled(AnyPoolOptions::new(), engine.writer_settings())
            .max_connections(POSTGRES_CONNECTIONS)
            .connect_with(options.clone())
            .await?;
        Ok(Self {
            engine,
            options,
            writers: pool.clone(),
            readers: pool,
        })
    }

    /// Prepares the database for this version of Llavero. Several servers may
    /// do so at once.
    ///
    /// # Errors
    /// [`StoreError::Migration`], also when a newer version prepared it.
    pub async fn migrate(&self) -> Result<()> {
        let migrator = match self.engine {
            Engine::Sqlite => &SQLITE,
            Engine::Postgres => &POSTGRES,
        };
        // A connection of its own: this one may wait as long as it takes.
        let mut conn = self.options.connect().await?;
        let migrated = migrator.run(&mut conn).await.map_err(StoreError::Migration);
        conn.close().await?;
        migrated
    }

    /// A connection that reads.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    pub async fn read(&self) -> Result<Reader> {
        Ok(Reader(
            self.readers.begin_with(self.engine.begin_read()).await?,
        ))
    }

    /// A transaction that writes. On SQLite there is one at a time.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    pub async fn write(&self) -> Result<Writer> {
        Ok(Writer(
            self.writers.begin_with(self.engine.begin_write()).await?,
        ))
    }

    /// Ends every connection; the last of them tidies SQLite's files up.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

impl Writer {
    /// Makes all that was written true, for good.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the disk is full or the database went
    /// away: then nothing of it happened.
    pub async fn commit(self) -> Result<()> {
        Ok(self.0.commit().await?)
    }
}

fn parse(url: &str) -> Result<AnyConnectOptions> {
    AnyConnectOptions::from_str(url).map_err(|_| StoreError::Address)
}

fn settled(pool: AnyPoolOptions, settings: &'static [&'static str]) -> AnyPoolOptions {
    pool.acquire_timeout(LOCK_WAIT)
        .after_connect(move |conn, _| {
            Box::pin(async move {
                for setting in settings {
                    conn.execute(*setting).await?;
                }
                Ok(())
            })
        })
        // When the disk is full, SQLite ends a transaction by itself, and sqlx
        // waits for its end for ever: such a connection is replaced.
        .before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
}

/// Makes the file, readable by its owner only, and says where it is.
fn make_private_file(path: &Path) -> std::io::Result<PathBuf> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::fs::OpenOptions::new();
    file.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path)?;
    path.canonicalize()
}

/// The path as a URL writes it.
fn encode(path: &Path) -> String {
    path.to_string_lossy()
        .bytes()
        .map(|byte| match byte {
            b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

macro_rules! lends_a_connection {
    ($($name:ident),*) => { $(
        impl Deref for $name {
            type Target = Connection;

            fn deref(&self) -> &Connection {
                &self.0
            }
        }

        impl DerefMut for $name {
            fn deref_mut(&mut self) -> &mut Connection {
                &mut self.0
            }
        }
    )* };
}

lends_a_connection!(Reader, Writer);
