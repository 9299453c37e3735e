//! What was asked for and has ended, in each of the ways in which a request ends.

use super::people::{Administrators, People};
use super::{DAY, HOUR, MINUTE, Stock};
use crate::domain::message::DeliveryFailure;
use crate::domain::operation::OperationKind;
use crate::domain::token::{ActivationRule, Token, TokenAction};
use crate::domain::user::{Role, User};
use crate::service::ServiceError;
use crate::service::demo::build::Builder;
use crate::service::demo::requests::Wanted;

pub(super) async fn install(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &mut People,
    stock: &mut Stock,
) -> Result<(), ServiceError> {
    approved_rejected_expired(demo, admins, people).await?;
    let listed = a_list(demo, admins, stock).await?;
    people.querubin = Some(after_the_list(demo, admins, listed).await?);
    new_phones(demo, admins, people).await?;
    superseded(demo, admins, people).await
}

async fn approved_rejected_expired(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
) -> Result<(), ServiceError> {
    let Administrators { elena, nubia, .. } = admins;
    let now = demo.now();
    let ago = |days: u32| now.minus(DAY * days);
    let wanted = |kind, (token, holder): &(Token, User)| Wanted::one(kind, token, holder);

    let esperanza = &people.enrolled[4];
    let wished = wanted(OperationKind::Activate, esperanza);
    let asked = demo.ask(wished, elena, ago(9)).await?;
    let (token, at) = (esperanza.0.clone(), ago(9).plus(HOUR));
    demo.approve(asked, token, elena, nubia, at).await?;

    let tulio = people.working[5].1.clone();
    demo.deactivate(tulio, elena, ago(8)).await?;

    let wished = wanted(OperationKind::Unassign, &people.working[3]);
    let asked = demo.ask(wished, nubia, ago(7)).await?;
    demo.reject(asked, elena, ago(7).plus(MINUTE * 20)).await?;

    let wished = wanted(OperationKind::Activate, &people.enrolled[3]);
    let asked = demo.ask(wished, elena, ago(5)).await?;
    demo.let_expire(asked).await
}

/// Who was on a list that was approved, and what they got.
struct Listed {
    ovidio: (Token, User),
    querubin: (Token, User),
}

/// A list of three of whom one had left when it was approved: two were done.
async fn a_list(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    stock: &mut Stock,
) -> Result<Listed, ServiceError> {
    let Administrators { elena, nubia, .. } = admins;
    let at = demo.now().minus(DAY * 6);
    let mut list = Vec::new();
    for (username, full_name) in [
        ("OvidioR", "Ovidio Robles"),
        ("PiedadT", "Piedad Torrado"),
        ("QuerubinS", "Querubín Sanguino"),
    ] {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        list.push((stock.next()?, holder));
    }
    let wanted = Wanted::each(OperationKind::Assign, &list)?;
    let asked = demo.ask(wanted, elena, at).await?;
    let [(_, ovidio), (_, piedad), (_, querubin)] = <[(Token, User); 3]>::try_from(list)
        .map_err(|_| ServiceError::Fault("the demo's list is of three"))?;
    demo.deactivate(piedad, nubia, at.plus(MINUTE * 30)).await?;
    let approved = at.plus(HOUR);
    demo.approve_list(asked, nubia, approved).await?;
    let refused = DeliveryFailure::Refused;
    demo.fail_to_reach(&ovidio, refused, approved).await?;
    Ok(Listed {
        ovidio: (demo.held_by(&ovidio).await?, ovidio),
        querubin: (demo.held_by(&querubin).await?, querubin),
    })
}

/// One of them enrolled. The other's invitation was sent again, and has expired
/// by now; taking it back was thought better of. Tells who enrolled.
async fn after_the_list(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    Listed { ovidio, querubin }: Listed,
) -> Result<(Token, User), ServiceError> {
    let nubia = &admins.nubia;
    let now = demo.now();
    let (token, holder) = querubin;
    let enrolled = demo
        .enrol(token, &holder, now.minus(DAY * 5 + HOUR * 3))
        .await?;
    let querubin = (enrolled, holder);

    let (token, holder) = ovidio;
    let again = now.minus(DAY * 5 + HOUR);
    let token = demo
        .by_admin(token, TokenAction::Resend, nubia, again)
        .await?;
    let wanted = Wanted::one(OperationKind::Cancel, &token, &holder);
    let asked = demo.ask(wanted, nubia, now.minus(DAY * 3)).await?;
    let back = now.minus(DAY * 3).plus(MINUTE * 15);
    demo.take_back(asked, nubia, back).await?;
    Ok(querubin)
}

/// Two administrators got new phones. What one of them had asked for ended with
/// the old one; the token of the other waits to be activated since.
async fn new_phones(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
) -> Result<(), ServiceError> {
    let Administrators {
        elena,
        tomas,
        nubia,
        ..
    } = admins;
    let at = demo.now().minus(DAY * 2);
    let (token, hugo) = &people.working[2];
    let wanted = Wanted::one(OperationKind::Unassign, token, hugo);
    demo.ask(wanted, tomas, at).await?;
    let replace = TokenAction::ReplaceDevice {
        activation: ActivationRule::ByAdministrator,
    };
    let (replaced, enrolled) = (at.plus(HOUR), at.plus(HOUR * 3));
    for admin in [tomas, elena] {
        let own = demo.held_by(admin).await?;
        let own = demo.by_admin(own, replace, nubia, replaced).await?;
        demo.enrol(own, admin, enrolled).await?;
    }
    let own = demo.held_by(tomas).await?;
    demo.by_admin(own, TokenAction::Activate, nubia, at.plus(HOUR * 4))
        .await?;
    Ok(())
}

/// A token that was blocked while its change waited; its holder could not be told.
async fn superseded(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    people: &People,
) -> Result<(), ServiceError> {
    let at = demo.now().minus(HOUR * 26);
    let (token, saul) = &people.working[4];
    let wanted = Wanted::one(OperationKind::ReplaceDevice, token, saul);
    demo.ask(wanted, &admins.nubia, at).await?;
    let blocked = at.plus(HOUR);
    demo.block_for_failures(token.clone(), blocked).await?;
    let unreachable = DeliveryFailure::Unreachable;
    demo.fail_to_reach(saul, unreachable, blocked).await
}
