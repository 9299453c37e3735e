//! The people of a company.

use sqlx::any::AnyRow;

use super::row::{Fields, counted, found, micros_or_null};
use super::text::folded;
use super::{Connection, Result, token};
use crate::domain::contact::Contact;
use crate::domain::id::{CompanyId, UserId};
use crate::domain::locale::Locale;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;
use crate::domain::user::{Role, User, UserStatus};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, company_id, username, full_name, role, status, email, mobile,
                    contact_confirmed_at, version
             FROM app_user ",
            $rest
        )
    };
}

/// Adds a user. `password_hash` is the password's in PHC form.
///
/// # Errors
/// `Duplicate(Username)` when another of the company has that username but for
/// case and accents.
pub async fn insert(
    conn: &mut Connection,
    user: &User,
    password_hash: &str,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO app_user (id, company_id, username, username_key, full_name, search_text,
                               role, status, email, mobile, contact_confirmed_at, version,
                               password_hash, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(user.id.to_string())
    .bind(user.company.to_string())
    .bind(user.username.as_str())
    .bind(folded(&user.username))
    .bind(user.full_name.as_str())
    .bind(search_text(user))
    .bind(user.role.code())
    .bind(user.status.code())
    .bind(user.contact.email.as_deref())
    .bind(user.contact.mobile.as_deref())
    .bind(micros_or_null(user.contact.confirmed_at))
    .bind(user.version)
    .bind(password_hash)
    .bind(at.as_micros())
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes a changed user, whose version becomes `expected_version + 1`. What
/// the table of tokens shows of its holder follows by itself.
///
/// # Errors
/// `VersionConflict` when the stored version is not `expected_version`;
/// `Duplicate(Username)`.
pub async fn save(conn: &mut Connection, user: &User, expected_version: i64) -> Result<()> {
    let written = sqlx::query(
        "UPDATE app_user
         SET username = $1, username_key = $2, full_name = $3, search_text = $4, role = $5,
             status = $6, email = $7, mobile = $8, contact_confirmed_at = $9,
             version = version + 1
         WHERE id = $10 AND company_id = $11 AND version = $12",
    )
    .bind(user.username.as_str())
    .bind(folded(&user.username))
    .bind(user.full_name.as_str())
    .bind(search_text(user))
    .bind(user.role.code())
    .bind(user.status.code())
    .bind(user.contact.email.as_deref())
    .bind(user.contact.mobile.as_deref())
    .bind(micros_or_null(user.contact.confirmed_at))
    .bind(user.id.to_string())
    .bind(user.company.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

/// The user of that company with this name inside Llavero.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find(conn: &mut Connection, company: CompanyId, id: UserId) -> Result<Option<User>> {
    sqlx::query(select!("WHERE id = $1 AND company_id = $2"))
        .bind(id.to_string())
        .bind(company.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The user of that company who signs in as `username`, whatever the case.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find_by_username(
    conn: &mut Connection,
    company: CompanyId,
    username: &str,
) -> Result<Option<User>> {
    sqlx::query(select!("WHERE company_id = $1 AND username_key = $2"))
        .bind(company.to_string())
        .bind(folded(username))
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The only user of a company whose username or name fits a pattern of
/// [`super::text::pattern`]; none when there is nobody, or several.
pub(super) async fn only_one_like(
    conn: &mut Connection,
    company: CompanyId,
    pattern: &str,
) -> Result<Option<UserId>> {
    let found = sqlx::query(
        "SELECT id FROM app_user
         WHERE company_id = $1 AND search_text LIKE $2 ESCAPE '\\' LIMIT 2",
    )
    .bind(company.to_string())
    .bind(pattern)
    .fetch_all(conn)
    .await?;
    match found.as_slice() {
        [row] => Ok(Some(Fields::of("app_user", row).parsed("id")?)),
        _ => Ok(None),
    }
}

/// The hash of a user's password in PHC form.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn password_hash(conn: &mut Connection, id: UserId) -> Result<Option<String>> {
    Ok(
        sqlx::query_scalar("SELECT password_hash FROM app_user WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(conn)
            .await?,
    )
}

/// Gives a user another password.
///
/// # Errors
/// `VersionConflict` when there is no such user.
pub async fn set_password_hash(conn: &mut Connection, id: UserId, hash: &str) -> Result<()> {
    let written = sqlx::query("UPDATE app_user SET password_hash = $1 WHERE id = $2")
        .bind(hash)
        .bind(id.to_string())
        .execute(conn)
        .await?;
    found(&written)
}

/// Sets the language in which a user is written to.
///
/// # Errors
/// `VersionConflict` when there is no such user.
pub async fn set_locale(conn: &mut Connection, id: UserId, locale: Locale) -> Result<()> {
    let written = sqlx::query("UPDATE app_user SET locale = $1 WHERE id = $2")
        .bind(locale.code())
        .bind(id.to_string())
        .execute(conn)
        .await?;
    found(&written)
}

/// A company's administrators, by username.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn admins(conn: &mut Connection, company: CompanyId) -> Result<Vec<User>> {
    sqlx::query(select!(
        "WHERE company_id = $1 AND role = 'admin' ORDER BY username_key"
    ))
    .bind(company.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(read)
    .collect()
}

/// A company's administrators and auditors, by role and username, each with the
/// token that they hold.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn managers(
    conn: &mut Connection,
    company: CompanyId,
) -> Result<Vec<(User, Option<(Serial, TokenStatus)>)>> {
    sqlx::query(
        "SELECT u.id, u.company_id, u.username, u.full_name, u.role, u.status, u.email, u.mobile,
                u.contact_confirmed_at, u.version, t.serial, t.status AS token_status
         FROM app_user u LEFT JOIN virtual_token t ON t.holder_id = u.id
         WHERE u.company_id = $1 AND u.role IN ('admin', 'auditor')
         ORDER BY u.role, u.username_key",
    )
    .bind(company.to_string())
    .fetch_all(conn)
    .await?
    .iter()
    .map(|row| {
        let fields = Fields::of("app_user", row);
        let held = match fields.coded_or_null("token_status", TokenStatus::from_code)? {
            Some(status) => Some((token::serial(&fields)?, status)),
            None => None,
        };
        Ok((read(row)?, held))
    })
    .collect()
}

/// How many active administrators other than `user` have an active virtual
/// token: when there is none, `user` is the last.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn other_admins_with_active_token(
    conn: &mut Connection,
    company: CompanyId,
    user: UserId,
) -> Result<u32> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*)
         FROM virtual_token t JOIN app_user u ON u.id = t.holder_id
         WHERE t.company_id = $1 AND t.holder_role = 'admin' AND t.status = 'active'
           AND t.holder_id <> $2 AND u.status = 'active'",
    )
    .bind(company.to_string())
    .bind(user.to_string())
    .fetch_one(conn)
    .await?;
    counted(count)
}

/// Lets a user whose requests were rejected too often ask again: rejections
/// before `at` count no more.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn unlock_requests(conn: &mut Connection, id: UserId, at: Timestamp) -> Result<()> {
    sqlx::query("UPDATE app_user SET requests_unlocked_at = $1 WHERE id = $2")
        .bind(at.as_micros())
        .bind(id.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

pub(super) fn read(row: &AnyRow) -> Result<User> {
    let fields = Fields::of("app_user", row);
    Ok(User {
        id: fields.parsed("id")?,
        company: fields.parsed("company_id")?,
        username: fields.get("username")?,
        full_name: fields.get("full_name")?,
        role: fields.coded("role", Role::from_code)?,
        status: fields.coded("status", UserStatus::from_code)?,
        contact: Contact {
            email: fields.get("email")?,
            mobile: fields.get("mobile")?,
            confirmed_at: fields.time_or_null("contact_confirmed_at")?,
        },
        version: fields.get("version")?,
    })
}

/// What a search looks through. The line break, which no search has, keeps one
/// from matching the end of one name and the beginning of the other.
fn search_text(user: &User) -> String {
    format!("{}\n{}", folded(&user.username), folded(&user.full_name))
}
