//! A company with control dual: requests that wait for a second administrator,
//! and some that were decided.

use std::time::Duration;

use super::build::Builder;
use crate::domain::company::Approvals;
use crate::domain::operation::OperationKind;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenAction};
use crate::domain::user::{Role, User};
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Transportes del Norte";
pub(super) const SLUG: &str = "norte";
pub(super) const ADMIN: &str = "ElenaV";
pub(super) const SECOND_ADMIN: &str = "TomasR";
pub(super) const AUDITOR: &str = "GladysP";

const FIRST_SERIAL: u32 = 5_400_001;
const FIRST_PHYSICAL: u32 = 2_400_001;
const GRANTED: u32 = 22;
const DAY: Duration = Duration::from_secs(86_400);
const HOUR: Duration = Duration::from_secs(3_600);
const MINUTE: Duration = Duration::from_secs(60);

/// Users whose token waits to be activated.
const ENROLLED: [(&str, &str); 5] = [
    ("AlirioC", "Alirio Contreras"),
    ("BettyS", "Betty Suárez"),
    ("CarmenzaD", "Carmenza Duarte"),
    ("DelioF", "Delio Fuentes"),
    ("EsperanzaG", "Esperanza Galvis"),
];
/// Users whose token works.
const WORKING: [(&str, &str); 4] = [
    ("FredyH", "Fredy Hernández"),
    ("GracielaI", "Graciela Infante"),
    ("HugoJ", "Hugo Jaimes"),
    ("IsoldaL", "Isolda Lizcano"),
];
/// Users who may be given one.
const ELIGIBLE: [(&str, &str); 7] = [
    ("JacintoM", "Jacinto Mantilla"),
    ("KarolN", "Karol Niño"),
    ("LucilaO", "Lucila Ortiz"),
    ("MiltonP", "Milton Pabón"),
    ("NelcyQ", "Nelcy Quintero"),
    ("OmarR", "Omar Rueda"),
    ("PatriciaS", "Patricia Santos"),
];

/// The administrators: two who sign in, and one whose AppMovil asked for what
/// waits.
struct Administrators {
    elena: User,
    nubia: User,
}

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    password_hash: &str,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 90);
    let mut demo = Builder::begin(context, writer, password_hash, SLUG, NAME, start).await?;
    demo.set_approvals(Approvals::Two).await?;
    let mut granted = Vec::new();
    for number in 0..GRANTED {
        let at = start.plus(Duration::from_secs(u64::from(number)));
        granted.push(demo.grant(FIRST_SERIAL + number, at).await?);
    }
    let mut granted = granted.into_iter();
    let mut next = || {
        granted
            .next()
            .ok_or(ServiceError::Fault("the demo granted too few tokens"))
    };
    let elena = demo
        .user(ADMIN, "Elena Vargas", Role::Admin, |_| {})
        .await?;
    let tomas = demo
        .user(SECOND_ADMIN, "Tomás Rincón", Role::Admin, |_| {})
        .await?;
    let nubia = demo
        .user("NubiaS", "Nubia Sierra", Role::Admin, |_| {})
        .await?;
    demo.user(AUDITOR, "Gladys Patiño", Role::Auditor, |_| {})
        .await?;
    let hour = start.plus(HOUR);
    demo.assign_to_admin(next()?, &tomas, hour).await?;
    let own = demo.assign_to_admin(next()?, &elena, hour).await?;
    let elenas = demo.enrol(own, &elena, hour.plus(HOUR)).await?;
    let own = demo.assign_to_admin(next()?, &nubia, hour).await?;
    demo.enrol(own, &nubia, hour.plus(HOUR)).await?;
    let admins = Administrators { elena, nubia };

    let mut enrolled = Vec::new();
    for (place, (username, full_name)) in (0_u32..).zip(ENROLLED) {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        demo.physical(FIRST_PHYSICAL + place, &holder, start)
            .await?;
        let day = start.plus(DAY * (50 + 3 * place));
        let token = demo.assign(next()?, &holder, &admins.nubia, day).await?;
        enrolled.push((demo.enrol(token, &holder, day.plus(DAY)).await?, holder));
    }
    let mut working = Vec::new();
    for (place, (username, full_name)) in (0_u32..).zip(WORKING) {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        let day = start.plus(DAY * (5 + 4 * place));
        let token = demo.assign(next()?, &holder, &admins.nubia, day).await?;
        let token = demo.enrol(token, &holder, day.plus(HOUR * 5)).await?;
        let token = demo
            .by_admin(token, TokenAction::Activate, &admins.nubia, day.plus(DAY))
            .await?;
        working.push((token, holder));
    }
    decided(&mut demo, &admins, &enrolled, &working).await?;
    // Since then the bank replaced her device: she links another when she signs
    // in.
    let replaced = demo.now().minus(DAY * 3 + HOUR * 5);
    demo.invite_admin_again(elenas, replaced).await?;
    let mut batch = Vec::new();
    for (place, (username, full_name)) in ELIGIBLE.into_iter().enumerate() {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        if place < 4 {
            batch.push((next()?, holder));
        }
    }
    waiting(&mut demo, &admins, &enrolled, &working, &batch).await?;
    demo.forget_messages(context.now()).await
}

/// What was asked for and decided.
async fn decided(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    enrolled: &[(Token, User)],
    working: &[(Token, User)],
) -> Result<(), ServiceError> {
    let Administrators { elena, nubia } = admins;
    let now = demo.now();
    let ago = |days: u32| now.minus(DAY * days);
    let activated = &enrolled[4..];
    let asked = demo
        .ask(OperationKind::Activate, activated, elena, ago(9))
        .await?;
    demo.approve(
        asked,
        activated[0].0.clone(),
        elena,
        nubia,
        ago(9).plus(HOUR),
    )
    .await?;
    let kept = &working[3..];
    let asked = demo
        .ask(OperationKind::Unassign, kept, nubia, ago(7))
        .await?;
    demo.reject(asked, elena, ago(7).plus(MINUTE * 20)).await?;
    let forgotten = &enrolled[3..4];
    let asked = demo
        .ask(OperationKind::Activate, forgotten, elena, ago(5))
        .await?;
    demo.let_expire(asked).await
}

/// What waits for a second administrator.
async fn waiting(
    demo: &mut Builder<'_>,
    admins: &Administrators,
    enrolled: &[(Token, User)],
    working: &[(Token, User)],
    batch: &[(Token, User)],
) -> Result<(), ServiceError> {
    let (nubia, now): (_, Timestamp) = (&admins.nubia, demo.now());
    let ago = |time: Duration| now.minus(time);
    let asked = [
        (OperationKind::Unassign, &working[..1], HOUR * 20),
        (OperationKind::ReplaceDevice, &working[1..2], HOUR * 6),
        (OperationKind::Activate, &enrolled[..1], HOUR * 3),
        (OperationKind::Assign, batch, MINUTE * 40),
    ];
    for (kind, about, time) in asked {
        demo.ask(kind, about, nubia, ago(time)).await?;
    }
    Ok(())
}
