//! A company on which everything can be tried: tokens in every state, users
//! who may have one and users who may not, for each reason.

use std::time::Duration;

use super::bank::Bank;
use super::build::Builder;
use crate::domain::time::Timestamp;
use crate::domain::token::{BlockReason, TokenAction};
use crate::domain::user::{Role, User, UserStatus};
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Comercial Andina";
pub(super) const SLUG: &str = "andina";
pub(super) const ADMIN: &str = "LauraG";
pub(super) const SECOND_ADMIN: &str = "CarlosM";
pub(super) const AUDITOR: &str = "AuditoraP";
pub(super) const MEMBER: &str = "MonicaJ";

const FIRST_SERIAL: u32 = 5_100_001;
/// The last one granted is retired, so twelve count.
const GRANTED: u32 = 13;
const DAY: Duration = Duration::from_secs(86_400);

/// Users who may be assigned a token at once.
const ELIGIBLE: [(&str, &str); 10] = [
    ("SofiaR", "Sofía Ramírez"),
    ("AndresL", "Andrés López"),
    ("CamilaT", "Camila Torres"),
    ("DiegoH", "Diego Hernández"),
    ("IsabelV", "Isabel Vargas"),
    ("JuanPM", "Juan Pablo Morales"),
    ("LuciaO", "Lucía Ortiz"),
    ("MateoC", "Mateo Cárdenas"),
    ("NataliaS", "Natalia Suárez"),
    ("PedroZ", "Pedro Zapata"),
];

/// Users who hold a token already.
const HOLDERS: [(&str, &str); 5] = [
    ("ValentinaB", "Valentina Beltrán"),
    ("RicardoN", "Ricardo Niño"),
    ("GloriaE", "Gloria Estrada"),
    ("HernanQ", "Hernán Quiroga"),
    (MEMBER, "Mónica Jaramillo"),
];

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    bank: &Bank,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 60);
    let mut demo = Builder::begin(context, writer, bank, SLUG, NAME, start).await?;
    let admins = [
        demo.user(ADMIN, "Laura Gómez", Role::Admin, |_| {}).await?,
        demo.user(SECOND_ADMIN, "Carlos Mejía", Role::Admin, |_| {})
            .await?,
    ];
    demo.user(AUDITOR, "Patricia Rojas", Role::Auditor, |_| {})
        .await?;
    let mut eligible = Vec::new();
    for (username, full_name) in ELIGIBLE {
        eligible.push(demo.user(username, full_name, Role::Member, |_| {}).await?);
    }
    // Their physical token becomes disabled when a virtual one is activated.
    demo.physical(2_200_001, &eligible[0], start).await?;
    demo.physical(2_200_002, &eligible[1], start).await?;
    ineligible(&mut demo).await?;
    tokens(&mut demo, &admins, start).await
}

/// One user for each reason of the rule, two for the commonest.
async fn ineligible(demo: &mut Builder<'_>) -> Result<(), ServiceError> {
    let now = demo.now();
    let old = now.minus(DAY * 400);
    demo.user("OscarI", "Óscar Ibáñez", Role::Member, |user| {
        user.status = UserStatus::Inactive
    })
    .await?;
    demo.user("TeresaA", "Teresa Acosta", Role::Member, |user| {
        user.contact.email = None
    })
    .await?;
    demo.user("UlisesF", "Ulises Franco", Role::Member, |user| {
        user.contact.email = Some("ulises.franco".to_owned());
    })
    .await?;
    demo.user("WendyD", "Wendy Duarte", Role::Member, |user| {
        user.contact.mobile = None
    })
    .await?;
    demo.user("XimenaP", "Ximena Prada", Role::Member, |user| {
        user.contact.mobile = Some("601 555 0199".to_owned());
    })
    .await?;
    demo.user("YesidK", "Yesid Castaño", Role::Member, |user| {
        user.contact.confirmed_at = Some(old)
    })
    .await?;
    demo.user("ZulmaW", "Zulma Walteros", Role::Member, |user| {
        user.contact.confirmed_at = None
    })
    .await?;
    Ok(())
}

async fn tokens(
    demo: &mut Builder<'_>,
    admins: &[User; 2],
    start: Timestamp,
) -> Result<(), ServiceError> {
    let mut granted = Vec::new();
    for number in 0..GRANTED {
        granted.push(
            demo.grant(
                FIRST_SERIAL + number,
                start.plus(Duration::from_secs(u64::from(number))),
            )
            .await?,
        );
    }
    let mut granted = granted.into_iter();
    let mut next = || {
        granted
            .next()
            .ok_or(ServiceError::Fault("the demo granted too few tokens"))
    };
    for (admin, hours) in admins.iter().zip(1_u32..) {
        let token = next()?;
        demo.assign_to_admin(token, admin, start.plus(Duration::from_secs(3_600) * hours))
            .await?;
    }
    let mut holders = Vec::new();
    for (username, full_name) in HOLDERS {
        holders.push(demo.user(username, full_name, Role::Member, |_| {}).await?);
    }
    let admin = &admins[0];
    for (index, holder) in holders.iter().enumerate().take(4) {
        let day = start.plus(DAY * (5 + 10 * index as u32));
        let token = next()?;
        let token = demo.assign(token, holder, admin, day).await?;
        let token = demo.enrol(token, holder, day.plus(DAY)).await?;
        if index == 3 {
            // This one waits for its administrator.
            continue;
        }
        if index == 0 {
            demo.physical(2_200_003, holder, start).await?;
        }
        let token = demo
            .by_admin(token, TokenAction::Activate, admin, day.plus(DAY * 2))
            .await?;
        if index == 2 {
            let block = TokenAction::Block {
                reason: BlockReason::Lost,
            };
            demo.by_admin(token, block, admin, day.plus(DAY * 20))
                .await?;
        }
    }
    // This one waits for its user.
    let token = next()?;
    demo.assign(
        token,
        &holders[4],
        admin,
        demo.now().minus(Duration::from_secs(7_200)),
    )
    .await?;
    let mut last = next()?;
    while let Ok(token) = next() {
        last = token;
    }
    demo.retire(last, start.plus(DAY * 30)).await?;
    Ok(())
}
