//! A company with control dual: requests that wait for a second administrator,
//! and some that were decided, each in its own way.

mod decided;
mod people;
mod waiting;

use std::time::Duration;

use self::people::{Administrators, People};
use super::bank::Bank;
use super::build::Builder;
use super::log::comings_and_goings;
use crate::domain::company::Approvals;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::Role;
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Transportes del Norte";
pub(super) const SLUG: &str = "norte";
pub(super) const ADMIN: &str = "ElenaV";
pub(super) const SECOND_ADMIN: &str = "TomasR";
pub(super) const AUDITOR: &str = "GladysP";

const FIRST_SERIAL: u32 = 5_400_001;
/// At the beginning, and when the company asked for more.
const GRANTED: u32 = 26;
const GRANTED_LATER: u32 = 6;
const DAY: Duration = Duration::from_secs(86_400);
const HOUR: Duration = Duration::from_secs(3_600);
const MINUTE: Duration = Duration::from_secs(60);

/// The file of users that an administrator accepted in the first days.
const IMPORTED: &str = "\
usuario;nombre completo;correo;celular;rol;datos confirmados
VivianaX;Viviana Ximénez;viviana.ximenez@norte.co;3004155601;secundario;sí
WilmerY;Wilmer Yáñez;wilmer.yanez@norte.co;3004155602;secundario;sí
XiomaraZ;Xiomara Zabala;xiomara.zabala@norte.co;3004155603;secundario;no
";

/// The tokens that nobody got yet.
struct Stock(std::vec::IntoIter<Token>);

impl Stock {
    fn next(&mut self) -> Result<Token, ServiceError> {
        let next = self.0.next();
        next.ok_or(ServiceError::Fault("the demo granted too few tokens"))
    }
}

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    bank: &Bank,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 90);
    let mut demo = Builder::begin(context, writer, bank, SLUG, NAME, start).await?;
    demo.set_approvals(Approvals::Two, start.plus(MINUTE))
        .await?;
    let tokens = grant(&mut demo, FIRST_SERIAL, GRANTED, start.plus(MINUTE * 2)).await?;
    let mut stock = Stock(tokens.into_iter());
    let admins = Administrators::install(&mut demo, &mut stock, start).await?;
    let auditor = demo
        .user(AUDITOR, "Gladys Patiño", Role::Auditor, |_| {})
        .await?;
    demo.import_users(&admins.nubia, IMPORTED, start.plus(DAY * 2))
        .await?;
    let mut people = People::install(&mut demo, &admins, &mut stock, start).await?;
    more_tokens(&mut demo, &admins).await?;
    decided::install(&mut demo, &admins, &mut people, &mut stock).await?;
    waiting::install(&mut demo, &admins, &people, &mut stock).await?;
    for person in [&admins.elena, &admins.tomas] {
        comings_and_goings(&mut demo, person, start, 90).await?;
    }
    comings_and_goings(&mut demo, &auditor, start.plus(DAY * 30), 60).await?;
    demo.forget_messages(context.now()).await
}

async fn grant(
    demo: &mut Builder<'_>,
    first: u32,
    count: u32,
    at: Timestamp,
) -> Result<Vec<Token>, ServiceError> {
    let mut granted = Vec::new();
    for number in 0..count {
        let at = at.plus(Duration::from_secs(u64::from(number)));
        granted.push(demo.grant(first + number, at).await?);
    }
    Ok(granted)
}

/// What the company asked the bank for: too much at first, then what it got.
async fn more_tokens(demo: &mut Builder<'_>, admins: &Administrators) -> Result<(), ServiceError> {
    let Administrators { elena, nubia, .. } = admins;
    let ago = |days: u32| demo.now().minus(DAY * days);
    let (first, back, second, granted) = (ago(40), ago(39), ago(4), ago(3));
    let note = "Para la sede de Cúcuta";
    demo.ask_for_tokens(nubia, 60, note, first).await?;
    demo.withdraw_what_was_asked(nubia, back).await?;
    let note = "Para los despachadores nuevos";
    demo.ask_for_tokens(elena, 8, note, second).await?;
    grant(demo, FIRST_SERIAL + GRANTED, GRANTED_LATER, granted).await?;
    demo.grant_what_was_asked(GRANTED_LATER, granted).await
}
