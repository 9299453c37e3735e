//! What every search of a list asks of its text.

use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::table::LONGEST_SEARCH;

/// Checks that a search is not overlong.
///
/// # Errors
/// [`RequestError::Invalid`] when it is.
pub(super) fn check(search: &str) -> Result<(), RequestError> {
    if search.chars().count() > LONGEST_SEARCH {
        return Err(RequestError::field(
            FieldName::Search,
            FieldProblem::TooLong,
        ));
    }
    Ok(())
}
