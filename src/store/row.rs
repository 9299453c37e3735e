//! Reading a row: what a column holds, or an error that names the row.

use std::str::FromStr;

use sqlx::any::{AnyQueryResult, AnyRow};
use sqlx::{Any, Decode, Row, Type};

use super::{Result, StoreError};
use crate::domain::time::Timestamp;

/// Whether a compare-and-set found its row: none with that version is a
/// conflict.
pub(super) fn found(written: &AnyQueryResult) -> Result<()> {
    match written.rows_affected() {
        0 => Err(StoreError::VersionConflict),
        _ => Ok(()),
    }
}

/// A row of a table.
pub(super) struct Fields<'r> {
    row: &'r AnyRow,
    table: &'static str,
}

impl<'r> Fields<'r> {
    pub(super) const fn of(table: &'static str, row: &'r AnyRow) -> Self {
        Self { row, table }
    }

    /// The error that this row's columns disagree.
    pub(super) fn inconsistent(&self) -> StoreError {
        StoreError::Inconsistent {
            table: self.table,
            id: self.row.try_get("id").unwrap_or_default(),
        }
    }

    /// A column as the database holds it.
    pub(super) fn get<T>(&self, column: &str) -> Result<T>
    where
        T: for<'a> Decode<'a, Any> + Type<Any>,
    {
        Ok(self.row.try_get(column)?)
    }

    /// A column whose text is the name of something.
    pub(super) fn parsed<T: FromStr>(&self, column: &str) -> Result<T> {
        self.parsed_or_null(column)?
            .ok_or_else(|| self.inconsistent())
    }

    /// The same where it may be NULL.
    pub(super) fn parsed_or_null<T: FromStr>(&self, column: &str) -> Result<Option<T>> {
        self.coded_or_null(column, |text| text.parse().ok())
    }

    /// A column whose text is one of a few words.
    pub(super) fn coded<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        self.coded_or_null(column, read)?
            .ok_or_else(|| self.inconsistent())
    }

    /// The same where it may be NULL.
    pub(super) fn coded_or_null<T>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>> {
        self.get::<Option<String>>(column)?
            .map(|text| read(&text).ok_or_else(|| self.inconsistent()))
            .transpose()
    }

    /// A column that is a number of a narrower kind.
    pub(super) fn number<T: TryFrom<i64>>(&self, column: &str) -> Result<T> {
        T::try_from(self.get(column)?).map_err(|_| self.inconsistent())
    }

    /// The same where it may be NULL.
    pub(super) fn number_or_null<T: TryFrom<i64>>(&self, column: &str) -> Result<Option<T>> {
        self.get::<Option<i64>>(column)?
            .map(|number| T::try_from(number).map_err(|_| self.inconsistent()))
            .transpose()
    }

    /// A column that is 1 or 0.
    pub(super) fn flag(&self, column: &str) -> Result<bool> {
        Ok(self.number::<i64>(column)? == 1)
    }

    /// A column that is an instant.
    pub(super) fn time(&self, column: &str) -> Result<Timestamp> {
        self.get(column).map(Timestamp::from_micros)
    }

    /// The same where it may be NULL.
    pub(super) fn time_or_null(&self, column: &str) -> Result<Option<Timestamp>> {
        Ok(self.get::<Option<i64>>(column)?.map(Timestamp::from_micros))
    }

    /// A column that is a SHA-256.
    pub(super) fn hash(&self, column: &str) -> Result<[u8; 32]> {
        let bytes: Vec<u8> = self.get(column)?;
        bytes.try_into().map_err(|_| self.inconsistent())
    }
}

/// A number that a query counted.
pub(super) fn counted<T: TryFrom<i64>>(number: i64) -> Result<T> {
    T::try_from(number).map_err(|_| super::error::out_of_range())
}

/// A name as a column holds it, or NULL.
pub(super) fn text_or_null<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// An instant as a column holds it, or NULL.
pub(super) fn micros_or_null(at: Option<Timestamp>) -> Option<i64> {
    at.map(Timestamp::as_micros)
}
