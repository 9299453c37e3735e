//! A company that has no token left and asks the bank for more. The requests of
//! one of its administrators are locked: the other can lift that.

use std::time::Duration;

use super::bank::Bank;
use super::build::Builder;
use super::requests::Wanted;
use crate::domain::operation::OperationKind;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenAction};
use crate::domain::user::{Role, User};
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Flores de la Sabana";
pub(super) const SLUG: &str = "sabana";
pub(super) const ADMIN: &str = "LigiaF";

const FIRST_SERIAL: u32 = 5_300_001;
const FIRST_PHYSICAL: u32 = 2_500_001;
const DAY: Duration = Duration::from_secs(86_400);
const HOUR: Duration = Duration::from_secs(3_600);
const MINUTE: Duration = Duration::from_secs(60);

/// Users whose token works, from the one who got it first.
const HOLDERS: [(&str, &str); 3] = [
    ("OmairaT", "Omaira Triana"),
    ("PabloEC", "Pablo Emilio Cano"),
    ("RositaM", "Rosita Moreno"),
];

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    bank: &Bank,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 90);
    let mut demo = Builder::begin(context, writer, bank, SLUG, NAME, start).await?;
    let admin = demo
        .user(ADMIN, "Ligia Forero", Role::Admin, |_| {})
        .await?;
    let own = demo.grant(FIRST_SERIAL, start).await?;
    demo.assign_to_admin(own, &admin, start.plus(DAY)).await?;
    let mut held = Vec::new();
    for ((username, full_name), number) in HOLDERS.into_iter().zip(1_u32..) {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        demo.physical(FIRST_PHYSICAL + number, &holder, start)
            .await?;
        let day = start.plus(DAY * (2 + number));
        let token = demo.grant(FIRST_SERIAL + number, start).await?;
        let token = demo.assign(token, &holder, &admin, day).await?;
        let token = demo.enrol(token, &holder, day.plus(DAY)).await?;
        let token = demo
            .by_admin(token, TokenAction::Activate, &admin, day.plus(DAY * 2))
            .await?;
        held.push((token, holder));
    }
    locked(&mut demo, &held, start).await?;
    let (at, note) = (
        context.now().minus(DAY * 2),
        "Contratamos diez personas para la temporada",
    );
    demo.ask_for_tokens(&admin, 10, note, at).await?;
    demo.forget_messages(context.now()).await
}

/// Another administrator, in whose name somebody asked for what he rejected, five
/// times in a row.
async fn locked(
    demo: &mut Builder<'_>,
    held: &[(Token, User)],
    start: Timestamp,
) -> Result<(), ServiceError> {
    let number = FIRST_SERIAL + 4;
    let nestor = demo
        .user("NestorR", "Néstor Ramírez", Role::Admin, |_| {})
        .await?;
    let own = demo.grant(number, start).await?;
    let own = demo.assign_to_admin(own, &nestor, start.plus(DAY)).await?;
    demo.enrol(own, &nestor, start.plus(DAY + HOUR)).await?;
    let begun = demo.now().minus(HOUR * 9);
    let wanted = |kind, (token, holder): &(Token, User)| Wanted::one(kind, token, holder);
    let kinds = [
        OperationKind::ReplaceDevice,
        OperationKind::Unassign,
        OperationKind::UnassignRestoringPhysical,
        OperationKind::ReplaceDevice,
    ];
    for ((kind, about), place) in kinds.into_iter().zip(held.iter().cycle()).zip(0_u32..) {
        let at = begun.plus(MINUTE * (7 * place));
        demo.ask_and_reject(wanted(kind, about), &nestor, at)
            .await?;
    }
    let last = wanted(OperationKind::Unassign, &held[1]);
    demo.ask_and_mistype(last, &nestor, begun.plus(MINUTE * 31))
        .await
}
