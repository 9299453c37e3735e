//! The few things that SQLite and PostgreSQL say differently.

use std::time::Duration;

use sqlx::error::{DatabaseError, ErrorKind};

use super::{Connection, Result, Unique};

/// How long a statement waits for another's lock.
pub(super) const LOCK_WAIT: Duration = Duration::from_secs(5);

/// Which engine a store speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(super) fn of(conn: &Connection) -> Self {
        if conn.backend_name() == "SQLite" {
            Self::Sqlite
        } else {
            Self::Postgres
        }
    }

    /// What a connection that writes is told when it is made.
    pub(super) const fn writer_settings(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => &[
                "PRAGMA busy_timeout = 5000",
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                "PRAGMA foreign_keys = ON",
            ],
            Self::Postgres => &[
                "SET lock_timeout = '5s'",
                "SET idle_in_transaction_session_timeout = '60s'",
            ],
        }
    }

    /// What a connection that only reads is told when it is made.
    pub(super) const fn reader_settings(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => &["PRAGMA busy_timeout = 5000", "PRAGMA query_only = ON"],
            Self::Postgres => self.writer_settings(),
        }
    }

    /// SQLite takes the write lock at once: a transaction that read first could
    /// not take it later.
    pub(super) const fn begin_write(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// What asks for a query's plan, and the column that it is told in.
    pub(super) const fn explain(self) -> (&'static str, &'static str) {
        match self {
            Self::Sqlite => ("EXPLAIN QUERY PLAN ", "detail"),
            Self::Postgres => ("EXPLAIN ", "QUERY PLAN"),
        }
    }

    /// What stands before a column whose index must not be walked. SQLite does
    /// not know which of two indexes has fewer rows to offer; PostgreSQL does.
    pub(super) const fn aside(self) -> &'static str {
        match self {
            Self::Sqlite => "+",
            Self::Postgres => "",
        }
    }

    /// A reader sees one moment, whatever is written meanwhile.
    pub(super) const fn begin_read(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN DEFERRED",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }
}

/// Makes the transaction wait for others that changed the same company's kept
/// figures. SQLite has one writer, who waited already.
pub(super) async fn lock_company(conn: &mut Connection, company: &str) -> Result<()> {
    if Engine::of(conn) == Engine::Postgres {
        sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
            .bind(company)
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// Whether the database is locked, full or away, so that trying again may help.
pub(super) fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(error) => code_means_unavailable(error.as_ref()),
        _ => false,
    }
}

fn code_means_unavailable(error: &dyn DatabaseError) -> bool {
    let Some(code) = error.code() else {
        return false;
    };
    if error
        .try_downcast_ref::<sqlx::sqlite::SqliteError>()
        .is_some()
    {
        // https://www.sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR,
        // FULL, CANTOPEN; the upper bits say which kind.
        let primary = code.parse::<u32>().map(|code| code & 0xff);
        return matches!(primary, Ok(5 | 6 | 8 | 10 | 13 | 14));
    }
    // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection,
    // resources, operator's intervention; serialization, deadlock, lock timeout,
    // a standby that takes no writes, an idle transaction that was ended.
    ["08", "53", "57"]
        .iter()
        .any(|class| code.starts_with(class))
        || ["40001", "40P01", "55P03", "25006", "25P03"].contains(&code.as_ref())
}

/// Each rule's name in PostgreSQL and its columns in SQLite's message.
const UNIQUES: [(Unique, &str, &str); 16] = [
    (Unique::CompanySlug, "company_slug", "company.slug"),
    (Unique::Bank, "company_one_bank", "company.kind"),
    (
        Unique::OpenTokenRequestOfCompany,
        "token_request_one_open",
        "token_request.company_id",
    ),
    (
        Unique::OpenPasswordLinkOfUser,
        "password_link_one_open_for_user",
        "password_link.user_id",
    ),
    (
        Unique::Username,
        "app_user_username",
        "app_user.company_id, app_user.username_key",
    ),
    (Unique::Serial, "serial_number_pkey", "serial_number.serial"),
    (
        Unique::Serial,
        "virtual_token_serial",
        "virtual_token.serial",
    ),
    (
        Unique::Serial,
        "physical_token_serial",
        "physical_token.serial",
    ),
    (
        Unique::LiveTokenOfUser,
        "virtual_token_one_for_user",
        "virtual_token.holder_id",
    ),
    (
        Unique::TokenOfDevice,
        "virtual_token_one_for_device",
        "virtual_token.device_id",
    ),
    (
        Unique::LiveDeviceOfToken,
        "device_one_for_token",
        "device.token_id",
    ),
    (
        Unique::OpenEnrolmentOfToken,
        "enrolment_one_open_for_token",
        "enrolment.token_id",
    ),
    (
        Unique::EnrolmentCode,
        "enrolment_code",
        "enrolment.code_hash",
    ),
    (
        Unique::OpenOperationOfToken,
        "operation_item_one_open_for_token",
        "operation_item.token_id",
    ),
    (
        Unique::OpenAssignmentOfUser,
        "operation_item_one_open_assignment_for_user",
        "operation_item.holder_id",
    ),
    (
        Unique::ConfirmationOfDevice,
        "confirmation_one_for_device",
        "confirmation.operation_id, confirmation.device_id",
    ),
];

/// Which "only one" rule the error says was broken.
pub(super) fn broken_unique(error: &sqlx::Error) -> Option<Unique> {
    let error = error.as_database_error()?;
    if error.kind() != ErrorKind::UniqueViolation {
        return None;
    }
    let columns = error
        .message()
        .rsplit_once(": ")
        .map(|(_, columns)| columns);
    let known = UNIQUES.iter().find(|(_, constraint, sqlite)| {
        error.constraint() == Some(constraint) || columns == Some(sqlite)
    });
    Some(known.map_or(Unique::Identity, |(unique, _, _)| *unique))
}
