//! Looking a serial up across the bank.

use super::identify::Caller;
use super::{Context, ServiceError, show_token};
use crate::domain::company::Company;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::id::CompanyId;
use crate::domain::serial::Serial;
use crate::domain::token::{PhysicalState, PhysicalToken};
use crate::domain::view::{BankToken, OwningCompany};
use crate::store::{Connection, company, physical_token, token, user};

/// The token with this serial, virtual or physical, whosever it is.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::Invalid`] for what is no serial; [`RequestError::NotFound`] for
/// one that the bank does not have; those of the store.
pub async fn find_serial(
    context: &Context,
    caller: &Caller,
    serial: &str,
) -> Result<BankToken, ServiceError> {
    caller.must_be_operator()?;
    let serial = Serial::typed(serial)
        .ok_or_else(|| RequestError::field(FieldName::Serial, FieldProblem::Malformed))?;
    let mut reader = context.store.read().await?;
    if let Some(token) = token::find_by_serial_at_the_bank(&mut reader, serial).await? {
        let owner = owner(&mut reader, token.company).await?;
        let holder_role = match token.state.holder() {
            Some(holder) => user::find(&mut reader, token.company, holder)
                .await?
                .map(|holder| holder.role),
            None => None,
        };
        let detail = show_token::detail(context, &mut reader, &owner, token).await?;
        return Ok(BankToken::Virtual {
            company: seen(owner),
            holder_role,
            token: Box::new(detail),
        });
    }
    let physical = physical_token::find_by_serial_at_the_bank(&mut reader, serial)
        .await?
        .ok_or(RequestError::NotFound)?;
    show_physical(&mut reader, physical).await
}

async fn show_physical(
    reader: &mut Connection,
    token: PhysicalToken,
) -> Result<BankToken, ServiceError> {
    let owner = owner(reader, token.company).await?;
    let holder = user::find(reader, token.company, token.holder())
        .await?
        .ok_or(ServiceError::Fault(
            "a physical token's holder is not there",
        ))?;
    let replaced_by = match token.state {
        PhysicalState::InUse { .. } => None,
        PhysicalState::Disabled { replacement, .. } => {
            let replacement = token::find(reader, token.company, replacement).await?;
            replacement.map(|replacement| replacement.serial)
        }
    };
    Ok(BankToken::Physical {
        company: seen(owner),
        serial: token.serial,
        status: token.state.status(),
        holder: (holder.username, holder.full_name),
        replaced_by,
        updated_at: token.updated_at,
    })
}

async fn owner(reader: &mut Connection, id: CompanyId) -> Result<Company, ServiceError> {
    company::find(reader, id)
        .await?
        .ok_or(ServiceError::Fault("a token's company is not there"))
}

fn seen(company: Company) -> OwningCompany {
    OwningCompany {
        id: company.id,
        name: company.name,
        status: company.status,
    }
}
