//! Companies.

use sqlx::any::AnyRow;

use super::row::{Fields, counted, found};
use super::text::{folded, storable};
use super::{Connection, Result, dialect};
use crate::domain::company::{Approvals, Company, CompanyKind, CompanyStatus};
use crate::domain::id::CompanyId;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, kind, slug, name, status, contact_period_days, approvals, version
             FROM company ",
            $rest
        )
    };
}

/// Adds a company.
///
/// # Errors
/// `Duplicate(CompanySlug)` when another has its slug; `Duplicate(Bank)` for a
/// second company of the bank's own.
pub async fn insert(conn: &mut Connection, company: &Company) -> Result<()> {
    sqlx::query(
        "INSERT INTO company (id, kind, slug, name, name_key, status, contact_period_days,
                              approvals, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(company.id.to_string())
    .bind(company.kind.code())
    .bind(company.slug.as_str())
    .bind(company.name.as_str())
    .bind(folded(&company.name))
    .bind(company.status.code())
    .bind(i64::from(company.contact_period_days))
    .bind(i64::from(company.approvals.number()))
    .bind(company.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes a company's name, status and settings; the version becomes
/// `expected_version + 1`. Slug and kind stay as they are.
///
/// # Errors
/// `VersionConflict` when the stored version is not `expected_version`.
pub async fn save(conn: &mut Connection, company: &Company, expected_version: i64) -> Result<()> {
    let written = sqlx::query(
        "UPDATE company
         SET name = $1, name_key = $2, status = $3, contact_period_days = $4, approvals = $5,
             version = version + 1
         WHERE id = $6 AND version = $7",
    )
    .bind(company.name.as_str())
    .bind(folded(&company.name))
    .bind(company.status.code())
    .bind(i64::from(company.contact_period_days))
    .bind(i64::from(company.approvals.number()))
    .bind(company.id.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

/// The bank's own company, in which its operators are.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn bank(conn: &mut Connection) -> Result<Option<Company>> {
    sqlx::query(select!("WHERE kind = 'bank'"))
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// How many customers have that status.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn count_customers(conn: &mut Connection, status: CompanyStatus) -> Result<u64> {
    let count: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM company WHERE kind = 'customer' AND status = $1")
            .bind(status.code())
            .fetch_one(conn)
            .await?;
    counted(count)
}

/// The company with this name inside Llavero.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find(conn: &mut Connection, id: CompanyId) -> Result<Option<Company>> {
    sqlx::query(select!("WHERE id = $1"))
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The customer with this name inside Llavero: never the bank itself.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find_customer(conn: &mut Connection, id: CompanyId) -> Result<Option<Company>> {
    let found = find(conn, id).await?;
    Ok(found.filter(|company| company.kind == CompanyKind::Customer))
}

/// The company whose people sign in with `slug`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find_by_slug(conn: &mut Connection, slug: &str) -> Result<Option<Company>> {
    sqlx::query(select!("WHERE slug = $1"))
        .bind(storable(slug.trim()).to_lowercase())
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// Every company, the bank's too, by name.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn all(conn: &mut Connection) -> Result<Vec<Company>> {
    sqlx::query(select!("ORDER BY name, id"))
        .fetch_all(conn)
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Writes how many administrators must confirm an operation of the company.
///
/// # Errors
/// `VersionConflict` when the company is not at `expected_version` any more; see
/// [`super::StoreError`].
pub async fn set_approvals(
    conn: &mut Connection,
    id: CompanyId,
    approvals: Approvals,
    expected_version: i64,
) -> Result<()> {
    let written = sqlx::query(
        "UPDATE company SET approvals = $1, version = version + 1
         WHERE id = $2 AND version = $3",
    )
    .bind(i64::from(approvals.number()))
    .bind(id.to_string())
    .bind(expected_version)
    .execute(conn)
    .await?;
    found(&written)
}

/// Makes this transaction wait until no other is changing the company's tokens
/// or its audit log.
///
/// A transaction that changes more than one token calls it first, so that two
/// of them never wait for each other. On SQLite, where one writes at a time, it
/// does nothing.
///
/// # Errors
/// `Unavailable` when another holds the company too long.
pub async fn lock(conn: &mut Connection, id: CompanyId) -> Result<()> {
    dialect::lock_company(conn, &id.to_string()).await
}

pub(super) fn read(row: &AnyRow) -> Result<Company> {
    let fields = Fields::of("company", row);
    Ok(Company {
        id: fields.parsed("id")?,
        kind: fields.coded("kind", CompanyKind::from_code)?,
        slug: fields.get("slug")?,
        name: fields.get("name")?,
        status: fields.coded("status", CompanyStatus::from_code)?,
        contact_period_days: fields.number("contact_period_days")?,
        approvals: Approvals::from_number(fields.get("approvals")?)
            .ok_or_else(|| fields.inconsistent())?,
        version: fields.get("version")?,
    })
}
