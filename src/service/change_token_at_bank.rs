//! What an operator does to a token, of whichever company. The bank confirms it
//! by its own means, so that it is done at once.

use super::apply_action::{Author, apply_action};
use super::company_change::of_company;
use super::identify::Caller;
use super::seen_token::overtaken;
use super::{Context, ServiceError, audit, circumstances};
use crate::domain::error::RequestError;
use crate::domain::token::{ActivationRule, Circumstances, TokenAction};
use crate::domain::user::{Role, User};
use crate::domain::view::{OperatorDeed, SeenToken};
use crate::store::{company, token, user};

/// Does `deed` to the token that the operator saw, in one transaction.
///
/// # Errors
/// [`RequestError::NotAllowed`] for who is no operator;
/// [`RequestError::NotFound`] for a token that is not;
/// [`RequestError::Overtaken`] when somebody changed it first; the rule's refusal;
/// those of the store.
pub async fn change_token_at_bank(
    context: &Context,
    caller: &Caller,
    seen: SeenToken,
    deed: OperatorDeed,
) -> Result<(), ServiceError> {
    caller.must_be_operator()?;
    let at = context.now();
    let mut writer = context.store.write().await?;
    let owner = token::find_at_the_bank(&mut writer, seen.token)
        .await?
        .ok_or(RequestError::NotFound)?
        .company;
    company::lock(&mut writer, owner).await?;
    let owner = company::find(&mut writer, owner)
        .await?
        .ok_or(ServiceError::Fault("a token's company is not there"))?;
    // Again: only now nobody else can change it.
    let token = token::find(&mut writer, owner.id, seen.token)
        .await?
        .ok_or(RequestError::NotFound)?;
    if token.version != seen.version {
        return Err(overtaken(&mut writer, owner.id, token.id).await?.into());
    }
    let holder = match token.state.holder() {
        Some(id) => user::find(&mut writer, owner.id, id).await?,
        None => None,
    };
    let circumstances = match &holder {
        Some(holder) => {
            circumstances::of_token(&mut writer, &owner, &token, holder, None, at).await?
        }
        None => Circumstances::default(),
    };
    let author = Author {
        actor: caller.actor(),
        name: audit::caller(caller),
        operation: None,
    };
    let action = action(deed, holder.as_ref());
    let writer_ref = &mut writer;
    let applied = apply_action(
        context,
        writer_ref,
        token,
        action,
        author,
        &circumstances,
        at,
    )
    .await?;
    writer.commit().await?;
    context.publish_all(applied.changes);
    context.publish(of_company(owner.id));
    Ok(())
}

/// What a deed does. A new device of an administrator works as soon as it is
/// enrolled: the operator's invitation is the approval (DESIGN §3).
fn action(deed: OperatorDeed, holder: Option<&User>) -> TokenAction {
    match deed {
        OperatorDeed::Retire => TokenAction::Retire,
        OperatorDeed::Block { reason } => TokenAction::Block { reason },
        OperatorDeed::Unassign { restore_physical } => TokenAction::Unassign { restore_physical },
        OperatorDeed::Resend => TokenAction::Resend,
        OperatorDeed::ReplaceDevice => TokenAction::ReplaceDevice {
            activation: match holder.map(|holder| holder.role) {
                Some(Role::Admin | Role::Operator) => ActivationRule::OnEnrolment,
                _ => ActivationRule::ByAdministrator,
            },
        },
    }
}
