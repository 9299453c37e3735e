//! Many users of a company at once.

use std::collections::HashMap;

use super::many::fetch_by_keys;
use super::row::Fields;
use super::statement::Key;
use super::{Connection, Result, candidate, user};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::text::folded;
use crate::domain::user::{Holdings, User};

/// Users as a file names them: found whatever the case and the accents.
#[derive(Debug, Default)]
pub struct UsersByName(HashMap<String, (User, Holdings)>);

impl UsersByName {
    /// The user with this username, and what decides whether they may get a
    /// token.
    pub fn get(&self, username: &str) -> Option<&(User, Holdings)> {
        self.0.get(&folded(username))
    }
}

/// The users of that company with these usernames.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn by_usernames(
    conn: &mut Connection,
    company: CompanyId,
    usernames: &[&str],
) -> Result<UsersByName> {
    let select = concat!(
        "SELECT ",
        candidate::columns!(),
        " FROM app_user u WHERE u.company_id = $1 AND u.username_key"
    );
    let keys = usernames
        .iter()
        .map(|username| Key::Text(folded(username)))
        .collect();
    let rows = fetch_by_keys(conn, select, company, keys).await?;
    let users = rows.iter().map(|row| {
        let key = Fields::of("app_user", row).get("username_key")?;
        Ok((key, candidate::with_holdings(row)?))
    });
    users.collect::<Result<_>>().map(UsersByName)
}

/// The users of that company with these names inside Llavero.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn by_ids(
    conn: &mut Connection,
    company: CompanyId,
    ids: &[UserId],
) -> Result<HashMap<UserId, User>> {
    let select = concat!(
        "SELECT ",
        candidate::columns!(),
        " FROM app_user u WHERE u.company_id = $1 AND u.id"
    );
    let keys = ids.iter().map(|id| Key::Text(id.to_string())).collect();
    let rows = fetch_by_keys(conn, select, company, keys).await?;
    rows.iter()
        .map(|row| user::read(row).map(|user| (user.id, user)))
        .collect()
}
