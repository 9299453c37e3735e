//! The bank's own company, in which its operators are.

use super::{Context, ServiceError};
use crate::domain::company::{
    Approvals, Company, CompanyKind, CompanyStatus, DEFAULT_CONTACT_PERIOD_DAYS,
};
use crate::domain::id::CompanyId;
use crate::domain::time::Timestamp;
use crate::store::{Connection, company};

/// The bank's company. Where there is none yet it is made, with that word to
/// sign in with and that name.
pub(super) async fn found(
    context: &Context,
    writer: &mut Connection,
    slug: &str,
    name: &str,
    at: Timestamp,
) -> Result<Company, ServiceError> {
    if let Some(bank) = company::bank(writer).await? {
        return Ok(bank);
    }
    let bank = Company {
        id: CompanyId::new(at, context.random_bytes()),
        kind: CompanyKind::Bank,
        slug: slug.to_owned(),
        name: name.to_owned(),
        status: CompanyStatus::Active,
        contact_period_days: DEFAULT_CONTACT_PERIOD_DAYS,
        approvals: Approvals::One,
        version: 1,
    };
    company::insert(writer, &bank).await?;
    Ok(bank)
}
