//! Companies.

use sqlx::any::AnyRow;

use super::row::{Fields, found};
use super::text::storable;
use super::{Connection, Result, dialect};
use crate::domain::company::{Approvals, Company, CompanyStatus};
use crate::domain::id::CompanyId;

/// Adds a company.
///
/// # Errors
/// `Duplicate(CompanySlug)` when another has its slug.
pub async fn insert(conn: &mut Connection, company: &Company) -> Result<()> {
    sqlx::query(
        "INSERT INTO company (id, slug, name, status, contact_period_days, approvals, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(company.id.to_string())
    .bind(company.slug.as_str())
    .bind(company.name.as_str())
    .bind(status_code(company.status))
    .bind(i64::from(company.contact_period_days))
    .bind(i64::from(company.approvals.number()))
    .bind(company.version)
    .execute(conn)
    .await?;
    Ok(())
}

/// The company with this name inside Llavero.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find(conn: &mut Connection, id: CompanyId) -> Result<Option<Company>> {
    sqlx::query(
        "SELECT id, slug, name, status, contact_period_days, approvals, version
         FROM company WHERE id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// The company whose people sign in with `slug`.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn find_by_slug(conn: &mut Connection, slug: &str) -> Result<Option<Company>> {
    sqlx::query(
        "SELECT id, slug, name, status, contact_period_days, approvals, version
         FROM company WHERE slug = $1",
    )
    .bind(storable(slug.trim()).to_lowercase())
    .fetch_optional(conn)
    .await?
    .map(|row| read(&row))
    .transpose()
}

/// Every company, by name.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn all(conn: &mut Connection) -> Result<Vec<Company>> {
    sqlx::query(
        "SELECT id, slug, name, status, contact_period_days, approvals, version
         FROM company ORDER BY name, id",
    )
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

fn read(row: &AnyRow) -> Result<Company> {
    let fields = Fields::of("company", row);
    Ok(Company {
        id: fields.parsed("id")?,
        slug: fields.get("slug")?,
        name: fields.get("name")?,
        status: fields.coded("status", status_from_code)?,
        contact_period_days: fields.number("contact_period_days")?,
        approvals: Approvals::from_number(fields.get("approvals")?)
            .ok_or_else(|| fields.inconsistent())?,
        version: fields.get("version")?,
    })
}

const fn status_code(status: CompanyStatus) -> &'static str {
    match status {
        CompanyStatus::Active => "active",
        CompanyStatus::Suspended => "suspended",
    }
}

fn status_from_code(code: &str) -> Option<CompanyStatus> {
    [CompanyStatus::Active, CompanyStatus::Suspended]
        .into_iter()
        .find(|status| status_code(*status) == code)
}
