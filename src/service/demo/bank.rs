//! The bank itself, with an operator.

use super::build::at;
use crate::domain::contact::Contact;
use crate::domain::id::UserId;
use crate::domain::user::{Role, User, UserStatus};
use crate::service::{Context, ServiceError, bank_company};
use crate::store::{Connection, user};

pub(super) const NAME: &str = "Banco";
pub(super) const SLUG: &str = "banco";
pub(super) const OPERATOR: &str = "OperadorB";

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    password_hash: &str,
) -> Result<(), ServiceError> {
    let created = at("2023-11-01", 540);
    let bank = bank_company::found(context, writer, SLUG, NAME, created).await?;
    let operator = User {
        id: UserId::new(created, context.random_bytes()),
        company: bank.id,
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
    user::insert(writer, &operator, password_hash, created).await?;
    Ok(())
}
