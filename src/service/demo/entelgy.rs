//! The company of the bank's guide: DESIGN §1's screen to the letter.

use super::bank::Bank;
use super::build::{Builder, at};
use crate::domain::token::TokenAction;
use crate::domain::user::Role;
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Entelgy";
pub(super) const SLUG: &str = "entelgy";
pub(super) const ADMIN: &str = "AdminEntelgy";

/// Each row from the bottom up, since the table opens with the newest
/// assignment first: user, name, serial, day of assignment, day of activation.
const ROWS: [(&str, &str, u32, &str, &str); 5] = [
    (
        "ADQ01",
        "Adriana Quintero",
        4_900_030,
        "2023-12-11",
        "2024-01-11",
    ),
    (
        "Mcaastro11",
        "María Camila Castro",
        4_900_034,
        "2023-12-12",
        "2024-01-15",
    ),
    (
        "VictorP1",
        "Víctor Pérez",
        4_900_035,
        "2023-12-13",
        "2024-01-22",
    ),
    (
        "Entelgy2BOC",
        "Paola Bocanegra",
        4_900_033,
        "2023-12-14",
        "2023-12-21",
    ),
    (
        "Entelgy1BOC",
        "Jorge Bocanegra",
        4_900_032,
        "2023-12-15",
        "2023-12-21",
    ),
];

/// The sixth token, the administrator's own.
const ADMIN_SERIAL: u32 = 4_900_031;

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    bank: &Bank,
) -> Result<(), ServiceError> {
    let mut demo = Builder::begin(context, writer, bank, SLUG, NAME, at("2023-12-01", 540)).await?;
    let admin = demo
        .user(ADMIN, "Andrea Salcedo", Role::Admin, |_| {})
        .await?;
    let own = demo.grant(ADMIN_SERIAL, at("2023-12-05", 540)).await?;
    demo.assign_to_admin(own, &admin, at("2023-12-05", 600))
        .await?;
    for (index, (username, full_name, serial, assigned, activated)) in ROWS.into_iter().enumerate()
    {
        let holder = demo.user(username, full_name, Role::Member, |_| {}).await?;
        demo.physical(2_100_000 + serial % 100, &holder, at("2022-03-01", 540))
            .await?;
        let minute = 600 + index as u64;
        let token = demo.grant(serial, at("2023-12-05", minute)).await?;
        let token = demo
            .assign(token, &holder, &admin, at(assigned, minute))
            .await?;
        let token = demo
            .enrol(token, &holder, at(assigned, minute + 90))
            .await?;
        demo.by_admin(token, TokenAction::Activate, &admin, at(activated, minute))
            .await?;
    }
    Ok(())
}
