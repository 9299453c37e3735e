//! Who works at the company, and what they hold before anything is decided.

use super::{ADMIN, DAY, HOUR, SECOND_ADMIN, Stock};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenAction};
use crate::domain::user::{Role, User};
use crate::service::ServiceError;
use crate::service::demo::build::Builder;

const FIRST_PHYSICAL: u32 = 2_400_001;

/// Users whose token waits to be activated.
const ENROLLED: [(&str, &str); 5] = [
    ("AlirioC", "Alirio Contreras"),
    ("BettyS", "Betty Suárez"),
    ("CarmenzaD", "Carmenza Duarte"),
    ("DelioF", "Delio Fuentes"),
    ("EsperanzaG", "Esperanza Galvis"),
];
/// Users whose token works.
const WORKING: [(&str, &str); 6] = [
    ("FredyH", "Fredy Hernández"),
    ("GracielaI", "Graciela Infante"),
    ("HugoJ", "Hugo Jaimes"),
    ("IsoldaL", "Isolda Lizcano"),
    ("SaulU", "Saúl Urbina"),
    ("TulioV", "Tulio Villamizar"),
];

/// The administrators: two who sign in, and one whose AppMovil asked for most of
/// what waits.
pub(super) struct Administrators {
    pub elena: User,
    pub tomas: User,
    pub nubia: User,
}

impl Administrators {
    /// They come first, each with a device of the demo.
    pub(super) async fn install(
        demo: &mut Builder<'_>,
        stock: &mut Stock,
        start: Timestamp,
    ) -> Result<Self, ServiceError> {
        let admins = [
            (SECOND_ADMIN, "Tomás Rincón"),
            (ADMIN, "Elena Vargas"),
            ("NubiaS", "Nubia Sierra"),
        ];
        let mut linked = Vec::new();
        for (username, full_name) in admins {
            let admin = demo.user(username, full_name, Role::Admin, |_| {}).await?;
            let hour = start.plus(HOUR);
            let own = demo.assign_to_admin(stock.next()?, &admin, hour).await?;
            demo.enrol(own, &admin, hour.plus(HOUR)).await?;
            linked.push(admin);
        }
        let [tomas, elena, nubia] = <[User; 3]>::try_from(linked)
            .map_err(|_| ServiceError::Fault("the demo made other administrators"))?;
        Ok(Self {
            elena,
            tomas,
            nubia,
        })
    }
}

/// Holders with their tokens.
pub(super) struct People {
    /// As [`ENROLLED`].
    pub enrolled: Vec<(Token, User)>,
    /// As [`WORKING`].
    pub working: Vec<(Token, User)>,
    /// Who is enrolled, too, and is asked for beside others.
    pub ursula: (Token, User),
    /// Who enrolled after a list was approved.
    pub querubin: Option<(Token, User)>,
}

impl People {
    pub(super) async fn install(
        demo: &mut Builder<'_>,
        admins: &Administrators,
        stock: &mut Stock,
        start: Timestamp,
    ) -> Result<Self, ServiceError> {
        let nubia = &admins.nubia;
        let mut enrolled = Vec::new();
        for (place, (username, full_name)) in (0_u32..).zip(ENROLLED) {
            let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
            demo.physical(FIRST_PHYSICAL + place, &holder, start)
                .await?;
            let day = start.plus(DAY * (50 + 3 * place));
            let token = demo.assign(stock.next()?, &holder, nubia, day).await?;
            enrolled.push((demo.enrol(token, &holder, day.plus(DAY)).await?, holder));
        }
        let mut working = Vec::new();
        for (place, (username, full_name)) in (0_u32..).zip(WORKING) {
            let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
            let day = start.plus(DAY * (5 + 4 * place));
            let token = demo.assign(stock.next()?, &holder, nubia, day).await?;
            let token = demo.enrol(token, &holder, day.plus(HOUR * 5)).await?;
            let token = demo
                .by_admin(token, TokenAction::Activate, nubia, day.plus(DAY))
                .await?;
            working.push((token, holder));
        }
        let holder = demo
            .user("UrsulaW", "Úrsula Wilches", Role::Member, |_| {})
            .await?;
        let day = start.plus(DAY * 47);
        let token = demo.assign(stock.next()?, &holder, nubia, day).await?;
        let token = demo.enrol(token, &holder, day.plus(HOUR * 8)).await?;
        Ok(Self {
            enrolled,
            working,
            ursula: (token, holder),
            querubin: None,
        })
    }
}
