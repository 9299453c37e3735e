//! What can go wrong with the database, without a word of anybody's data.

use super::dialect;

/// What a function of the store answers.
pub type Result<T> = std::result::Result<T, StoreError>;

/// A rule of the database that says "only one".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unique {
    /// One company for each slug.
    CompanySlug,
    /// One company of the bank's own.
    Bank,
    /// One user of a company for each username, whatever its case and accents.
    Username,
    /// One token of the bank for each serial.
    Serial,
    /// One live virtual token for each user.
    LiveTokenOfUser,
    /// One live device for each token.
    LiveDeviceOfToken,
    /// One token for each device.
    TokenOfDevice,
    /// One open invitation for each token.
    OpenEnrolmentOfToken,
    /// One invitation for each code.
    EnrolmentCode,
    /// One open operation for each token.
    OpenOperationOfToken,
    /// One open assignment for each user.
    OpenAssignmentOfUser,
    /// One confirmation of an operation for each device.
    ConfirmationOfDevice,
    /// One open request for more tokens for each company.
    OpenTokenRequestOfCompany,
    /// One open link to choose a password for each user.
    OpenPasswordLinkOfUser,
    /// One row for each name; only chance gone wrong breaks it.
    Identity,
}

/// What can go wrong with the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It is locked, full or away, or every connection is taken: try again.
    #[error("the database is not available")]
    Unavailable(#[source] sqlx::Error),
    /// Somebody changed the row first, or it is gone.
    #[error("the row has another version")]
    VersionConflict,
    /// There is one already.
    #[error("there is one already: {0:?}")]
    Duplicate(Unique),
    /// A row's columns disagree: nothing that Llavero wrote.
    #[error("the columns of {table} {id} disagree")]
    Inconsistent {
        /// The row's table.
        table: &'static str,
        /// The row's name, empty where a table has none.
        id: String,
    },
    /// The address of the database cannot be understood.
    #[error("the database's address must be sqlite://PATH or postgres://…")]
    Address,
    /// Preparing the database for this version failed.
    #[error("the database could not be migrated")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// A fault of ours.
    #[error("the database refused a query")]
    Other(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if dialect::is_unavailable(&error) {
            return Self::Unavailable(error);
        }
        match dialect::broken_unique(&error) {
            Some(unique) => Self::Duplicate(unique),
            None => Self::Other(error),
        }
    }
}

/// The value is out of what a column holds.
pub(super) fn out_of_range() -> StoreError {
    StoreError::Other(sqlx::Error::Encode("a number is out of range".into()))
}
