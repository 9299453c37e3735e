//! The bank itself, with an operator.

use super::build::at;
use super::log::branch;
use crate::domain::contact::Contact;
use crate::domain::id::UserId;
use crate::domain::user::{Role, User, UserStatus};
use crate::service::apply_action::Author;
use crate::service::{Caller, Context, ServiceError, audit, bank_company};
use crate::store::audit::AuditActor;
use crate::store::{Connection, user};

pub(super) const NAME: &str = "Banco";
pub(super) const SLUG: &str = "banco";
pub(super) const OPERATOR: &str = "OperadorB";

/// What the companies of the demo have from the bank.
pub(super) struct Bank {
    /// The password of everybody, hashed once.
    pub password_hash: String,
    operator: Caller,
}

impl Bank {
    /// The operator, as the log names them.
    pub(super) fn operator(&self) -> AuditActor {
        audit::caller(&self.operator)
    }

    /// The operator, who changes a token.
    pub(super) fn author(&self) -> Author {
        Author {
            actor: self.operator.actor(),
            name: self.operator(),
            operation: None,
        }
    }
}

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    password_hash: String,
) -> Result<Bank, ServiceError> {
    let created = at("2023-11-01", 540);
    let company = bank_company::found(context, writer, SLUG, NAME, created).await?;
    let user = User {
        id: UserId::new(created, context.random_bytes()),
        company: company.id,
        username: OPERATOR.to_owned(),
        full_name: "Beatriz Orozco".to_owned(),
        role: Role::Operator,
        status: UserStatus::Active,
        contact: Contact {
            email: Some("operaciones@banco.example".to_owned()),
            mobile: Some("+573009876543".to_owned()),
            confirmed_at: Some(created),
        },
        version: 1,
    };
    user::insert(writer, &user, &password_hash, created).await?;
    let operator = Caller {
        user,
        company,
        session: [0; 32],
        origin: branch(),
    };
    Ok(Bank {
        password_hash,
        operator,
    })
}
