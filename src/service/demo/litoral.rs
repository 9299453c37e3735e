//! A small company that the bank suspended.

use std::time::Duration;

use super::bank::Bank;
use super::build::Builder;
use super::requests::Wanted;
use crate::domain::company::Approvals;
use crate::domain::operation::OperationKind;
use crate::domain::token::TokenAction;
use crate::domain::user::Role;
use crate::service::{Context, ServiceError};
use crate::store::Connection;

const NAME: &str = "Pesquera del Litoral";
const SLUG: &str = "litoral";

const FIRST_SERIAL: u32 = 5_500_001;
const DAY: Duration = Duration::from_secs(86_400);
const HOUR: Duration = Duration::from_secs(3_600);

/// Users whose token works.
const HOLDERS: [(&str, &str); 2] = [("BernabeC", "Bernabé Caicedo"), ("CruzM", "Cruz Mosquera")];

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    bank: &Bank,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 120);
    let mut demo = Builder::begin(context, writer, bank, SLUG, NAME, start).await?;
    demo.set_approvals(Approvals::Two, start).await?;
    let admin = demo
        .user("AmparoV", "Amparo Valencia", Role::Admin, |_| {})
        .await?;
    let own = demo.grant(FIRST_SERIAL, start.plus(HOUR)).await?;
    let own = demo.assign_to_admin(own, &admin, start.plus(DAY)).await?;
    demo.enrol(own, &admin, start.plus(DAY + HOUR)).await?;
    for ((username, full_name), number) in HOLDERS.into_iter().zip(1_u32..) {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        let day = start.plus(DAY * (2 + number));
        let token = demo.grant(FIRST_SERIAL + number, start.plus(HOUR)).await?;
        let token = demo.assign(token, &holder, &admin, day).await?;
        let token = demo.enrol(token, &holder, day.plus(HOUR * 6)).await?;
        demo.by_admin(token, TokenAction::Activate, &admin, day.plus(DAY))
            .await?;
    }
    let next = demo.grant(FIRST_SERIAL + 3, start.plus(DAY * 90)).await?;
    let dayana = demo
        .user("DayanaP", "Dayana Perea", Role::Member, |_| {})
        .await?;
    let wanted = Wanted::one(OperationKind::Assign, &next, &dayana);
    let suspended = context.now().minus(DAY * 10);
    demo.ask(wanted, &admin, suspended.minus(HOUR * 2)).await?;
    demo.suspend(suspended).await?;
    demo.forget_messages(context.now()).await
}
