//! What waits for a second administrator.

use super::people::{Administrators, People};
use super::{HOUR, MINUTE, Stock};
use crate::domain::message::DeliveryFailure;
use crate::domain::operation::OperationKind;
use crate::domain::token::Token;
use crate::domain::user::{Role, User};
use crate::service::ServiceError;
use crate::service::demo::build::Builder;
use crate::service::demo::requests::Wanted;

/// Users who may be given a token.
const ELIGIBLE: [(&str, &str); 7] = [
    ("JacintoM", "Jacinto Mantilla"),
    ("KarolN", "Karol Niño"),
    ("LucilaO", "Lucila Ortiz"),
    ("MiltonP", "Milton Pabón"),
    ("NelcyQ", "Nelcy Quintero"),
    ("OmarR", "Omar Rueda"),
    ("PatriciaS", "Patricia Santos"),
];

pub(super) async fn install(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
    stock: &mut Stock,
) -> Result<(), ServiceError> {
    let now = demo.now();
    let wanted = |kind, (token, holder): &(Token, User)| Wanted::one(kind, token, holder);
    let asked = [
        (OperationKind::Unassign, &people.working[0], HOUR * 20),
        (OperationKind::ReplaceDevice, &people.working[1], HOUR * 6),
        (OperationKind::Activate, &people.enrolled[0], HOUR * 3),
    ];
    for (kind, about, time) in asked {
        demo.ask(wanted(kind, about), &admins.nubia, now.minus(time))
            .await?;
    }
    an_address(demo, admins, people).await?;
    unreached(demo, admins, stock).await?;
    by_tomas(demo, admins, people).await?;
    let mut list = Vec::new();
    for (place, (username, full_name)) in ELIGIBLE.into_iter().enumerate() {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        if place < 4 {
            list.push((stock.next()?, holder));
        }
    }
    let list = Wanted::each(OperationKind::Assign, &list)?;
    demo.ask(list, &admins.nubia, now.minus(MINUTE * 40))
        .await?;
    about_elena(demo, admins, people).await
}

/// Another e-mail for somebody who holds a token.
async fn an_address(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
) -> Result<(), ServiceError> {
    let (token, isolda) = &people.working[3];
    let mut after = isolda.clone();
    after.contact.email = Some("isolda.lizcano@norte.co".to_owned());
    let wanted = Wanted::contact(token, isolda, &after);
    let at = demo.now().minus(HOUR * 4);
    demo.ask(wanted, &admins.nubia, at).await?;
    Ok(())
}

/// A user whose invitation went to an address that is none.
async fn unreached(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    stock: &mut Stock,
) -> Result<(), ServiceError> {
    let ramona = demo
        .user("RamonaT", "Ramona Tarazona", Role::Member, |user| {
            user.contact.email = Some("ramona@norte.co".to_owned());
        })
        .await?;
    let at = demo.now().minus(HOUR * 7);
    demo.assign(stock.next()?, &ramona, &admins.nubia, at)
        .await?;
    demo.fail_to_reach(&ramona, DeliveryFailure::Refused, at)
        .await
}

/// What one of those who sign in asked for. They link a new device then, so that
/// the bank has replaced the one that confirmed it, after which nothing of it
/// would wait: it is written as if the bank had done so before.
async fn by_tomas(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
) -> Result<(), ServiceError> {
    let now = demo.now();
    let phone = demo.device_of(&admins.tomas).await?;
    let own = demo.held_by(&admins.tomas).await?;
    demo.invite_admin_again(own, now.minus(HOUR)).await?;
    let saul = &people.working[4].1;
    let token = demo.held_by(saul).await?;
    let wanted = Wanted::one(OperationKind::Unblock, &token, saul);
    let at = now.minus(HOUR * 5);
    demo.ask_with(&phone, wanted, &admins.tomas, at).await?;
    Ok(())
}

/// A list on which one of those who sign in is herself. The bank invited her
/// anew since, so that her own token has dropped out of it; she may not answer it
/// all the same.
async fn about_elena(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
) -> Result<(), ServiceError> {
    let (elena, now) = (&admins.elena, demo.now());
    let own = demo.held_by(elena).await?;
    let mut list = vec![(own.clone(), elena.clone()), people.ursula.clone()];
    list.extend(people.querubin.clone());
    let wanted = Wanted::each(OperationKind::Activate, &list)?;
    demo.ask(wanted, &admins.nubia, now.minus(MINUTE * 30))
        .await?;
    demo.invite_admin_again(own, now.minus(MINUTE * 10)).await?;
    Ok(())
}
