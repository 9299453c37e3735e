//! A company that has no token left and asks the bank for more.

use std::time::Duration;

use super::build::Builder;
use crate::domain::token::TokenAction;
use crate::domain::user::Role;
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Flores de la Sabana";
pub(super) const SLUG: &str = "sabana";
pub(super) const ADMIN: &str = "LigiaF";

const FIRST_SERIAL: u32 = 5_300_001;
const DAY: Duration = Duration::from_secs(86_400);

/// Users whose token works, from the one who got it first.
const HOLDERS: [(&str, &str); 3] = [
    ("OmairaT", "Omaira Triana"),
    ("PabloEC", "Pablo Emilio Cano"),
    ("RositaM", "Rosita Moreno"),
];

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    password_hash: &str,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 90);
    let mut demo = Builder::begin(context, writer, password_hash, SLUG, NAME, start).await?;
    let admin = demo
        .user(ADMIN, "Ligia Forero", Role::Admin, |_| {})
        .await?;
    let own = demo.grant(FIRST_SERIAL, start).await?;
    demo.assign_to_admin(own, &admin, start.plus(DAY)).await?;
    for ((username, full_name), number) in HOLDERS.into_iter().zip(1_u32..) {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        let day = start.plus(DAY * (2 + number));
        let token = demo.grant(FIRST_SERIAL + number, start).await?;
        let token = demo.assign(token, &holder, &admin, day).await?;
        let token = demo.enrol(token, &holder, day.plus(DAY)).await?;
        demo.by_admin(token, TokenAction::Activate, &admin, day.plus(DAY * 2))
            .await?;
    }
    demo.ask_for_tokens(&admin, 10, "Contratamos diez personas para la temporada")
        .await
}
