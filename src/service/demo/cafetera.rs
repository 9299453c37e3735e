//! A company with more tokens than a page holds: pages, order and filters have
//! something to do.

use std::time::Duration;

use super::bank::Bank;
use super::build::Builder;
use super::log::comings_and_goings;
use crate::domain::time::Timestamp;
use crate::domain::token::{BlockReason, Token, TokenAction};
use crate::domain::user::{Role, User, UserStatus};
use crate::service::{Context, ServiceError};
use crate::store::Connection;

pub(super) const NAME: &str = "Cafetera Alto Quindío";
pub(super) const SLUG: &str = "cafetera";
pub(super) const ADMIN: &str = "MarthaCQ";
pub(super) const AUDITOR: &str = "RodrigoAV";

const FIRST_SERIAL: u32 = 5_200_001;
const FIRST_PHYSICAL: u32 = 2_300_001;
/// Beside those of the holders: the administrator's own, and some to give.
const GRANTED: u32 = HOLDERS.len() as u32 + 1 + AVAILABLE;
const AVAILABLE: u32 = 6;
const RETIRED: u32 = 2;
const DAY: Duration = Duration::from_secs(86_400);
const HOUR: Duration = Duration::from_secs(3_600);

/// Users who hold a token, from the one who got it first.
const HOLDERS: [(&str, &str); 43] = [
    ("AlbaC", "Alba Cardona"),
    ("AlvaroMG", "Álvaro Marín"),
    ("AngelaP", "Ángela Patiño"),
    ("ArturoV", "Arturo Villegas"),
    ("BeatrizH", "Beatriz Hoyos"),
    ("BernardoL", "Bernardo Londoño"),
    ("BlancaN", "Blanca Nieto"),
    ("CesarAG", "César Arango"),
    ("ClaudiaB", "Claudia Botero"),
    ("CristianO", "Cristian Ocampo"),
    ("DanielaR", "Daniela Restrepo"),
    ("DarioE", "Darío Echeverri"),
    ("DoraS", "Dora Salazar"),
    ("EdgarT", "Édgar Toro"),
    ("ElianaM", "Eliana Mejía"),
    ("EstebanQ", "Esteban Quintero"),
    ("FabiolaG", "Fabiola Giraldo"),
    ("FelipeU", "Felipe Uribe"),
    ("FernandaZ", "Fernanda Zuluaga"),
    ("GermanD", "Germán Duque"),
    ("GustavoA", "Gustavo Álzate"),
    ("HeribertoC", "Heriberto Castrillón"),
    ("IreneV", "Irene Valencia"),
    ("IvanF", "Iván Franco"),
    ("JairoB", "Jairo Buitrago"),
    ("JohanaL", "Johana Loaiza"),
    ("JorgeEM", "Jorge Eliécer Murillo"),
    ("JulianaO", "Juliana Osorio"),
    ("LeonardoG", "Leonardo Gallego"),
    ("LilianaA", "Liliana Aristizábal"),
    ("LuisFR", "Luis Fernando Ríos"),
    ("MarcelaJ", "Marcela Jiménez"),
    ("MarioH", "Mario Henao"),
    ("MartinS", "Martín Sepúlveda"),
    ("NelsonP", "Nelson Parra"),
    ("OlgaLB", "Olga Lucía Bedoya"),
    ("PaulaT", "Paula Trujillo"),
    ("RamiroC", "Ramiro Cano"),
    ("RosaEM", "Rosa Elena Montoya"),
    ("RubenD", "Rubén Darío Gómez"),
    ("SandraV", "Sandra Vélez"),
    ("TatianaG", "Tatiana Grisales"),
    ("WilsonA", "Wilson Agudelo"),
];

/// Users who hold none.
const OTHERS: [(&str, &str); 15] = [
    ("AdrianaS", "Adriana Santamaría"),
    ("CamiloP", "Camilo Posada"),
    ("DianaMC", "Diana Marcela Correa"),
    ("EduardoR", "Eduardo Rendón"),
    ("GabrielH", "Gabriel Hincapié"),
    ("InesT", "Inés Tabares"),
    ("JaimeO", "Jaime Orozco"),
    ("LorenaB", "Lorena Bernal"),
    ("ManuelJ", "Manuel Jaramillo"),
    ("NubiaR", "Nubia Ramírez"),
    ("OctavioL", "Octavio López"),
    ("PilarG", "Pilar Gaviria"),
    ("SergioM", "Sergio Morales"),
    ("VeronicaC", "Verónica Castaño"),
    ("YolandaP", "Yolanda Pulgarín"),
];

/// How far a holder's token has come.
#[derive(Clone, Copy)]
enum Stage {
    /// It waits for its user, since so many hours.
    Assigned(u32),
    /// It waits for its administrator.
    Enrolled,
    Active,
    Blocked(BlockReason),
}

/// The stage of the holder in this place; most tokens work.
const fn stage(place: usize) -> Stage {
    match place {
        9 => Stage::Blocked(BlockReason::Leave),
        17 => Stage::Blocked(BlockReason::Lost),
        26 => Stage::Blocked(BlockReason::SuspectedFraud),
        31 => Stage::Blocked(BlockReason::Other),
        35 | 37..40 => Stage::Enrolled,
        40 => Stage::Assigned(49),
        41 => Stage::Assigned(27),
        42 => Stage::Assigned(3),
        _ => Stage::Active,
    }
}

pub(super) async fn install(
    context: &Context,
    writer: &mut Connection,
    bank: &Bank,
) -> Result<(), ServiceError> {
    let start = context.now().minus(DAY * 180);
    let mut demo = Builder::begin(context, writer, bank, SLUG, NAME, start).await?;
    let admin = demo
        .user(ADMIN, "Martha Cecilia Quiceno", Role::Admin, |_| {})
        .await?;
    let auditor = demo
        .user(AUDITOR, "Rodrigo Ávila", Role::Auditor, |_| {})
        .await?;
    let mut granted = grant(&mut demo, start).await?.into_iter();
    let mut next = || {
        granted
            .next()
            .ok_or(ServiceError::Fault("the demo granted too few tokens"))
    };
    demo.assign_to_admin(next()?, &admin, start.plus(HOUR * 2))
        .await?;
    for (place, (username, full_name)) in HOLDERS.into_iter().enumerate() {
        let holder = demo
            .user(username, full_name, Role::Member, |user| {
                user.contact.mobile = Some(mobile(place));
            })
            .await?;
        hand_over(&mut demo, next()?, &holder, &admin, place, start).await?;
    }
    for _ in 0..RETIRED {
        demo.retire(next()?, start.plus(DAY * 120)).await?;
    }
    comings_and_goings(&mut demo, &admin, start, 180).await?;
    comings_and_goings(&mut demo, &auditor, start.plus(DAY * 91), 60).await?;
    others(&mut demo).await?;
    let asked = context.now().minus(DAY * 4);
    demo.ask_for_tokens(&admin, 200, "Para la cosecha", asked)
        .await?;
    let reason = "El contrato cubre hasta 60 tokens: hable con su asesor";
    demo.decline_what_was_asked(reason, asked.plus(DAY)).await?;
    demo.forget_messages(context.now()).await
}

async fn grant(demo: &mut Builder<'_>, start: Timestamp) -> Result<Vec<Token>, ServiceError> {
    let mut granted = Vec::new();
    for number in 0..GRANTED {
        let at = start.plus(Duration::from_secs(u64::from(number)));
        granted.push(demo.grant(FIRST_SERIAL + number, at).await?);
    }
    Ok(granted)
}

/// Takes a token as far as its holder's place says. One is handed over every
/// four days; those that wait for their user were assigned last.
async fn hand_over(
    demo: &mut Builder<'_>,
    token: Token,
    holder: &User,
    admin: &User,
    place: usize,
    start: Timestamp,
) -> Result<(), ServiceError> {
    let stage = stage(place);
    let place = place as u32;
    let day = start.plus(DAY * (1 + 4 * place) + Duration::from_secs(60) * (place * 47 % 300));
    if place.is_multiple_of(3) {
        demo.physical(FIRST_PHYSICAL + place, holder, start).await?;
    }
    if let Stage::Assigned(hours) = stage {
        let at = demo.now().minus(HOUR * hours);
        demo.assign(token, holder, admin, at).await?;
        return Ok(());
    }
    let token = demo.assign(token, holder, admin, day).await?;
    let enrolled = day.plus(HOUR * (1 + place * 5 % 40));
    let token = demo.enrol(token, holder, enrolled).await?;
    if let Stage::Enrolled = stage {
        return Ok(());
    }
    let activated = enrolled.plus(HOUR * (1 + place * 7 % 20));
    let token = demo
        .by_admin(token, TokenAction::Activate, admin, activated)
        .await?;
    if let Stage::Blocked(reason) = stage {
        let blocked = activated.plus(DAY * (3 + place));
        demo.by_admin(token, TokenAction::Block { reason }, admin, blocked)
            .await?;
    }
    Ok(())
}

/// Most may be given a token; three may not.
async fn others(demo: &mut Builder<'_>) -> Result<(), ServiceError> {
    let long_ago = demo.now().minus(DAY * 410);
    for (place, (username, full_name)) in OTHERS.into_iter().enumerate() {
        demo.user(username, full_name, Role::Member, |user| {
            user.contact.mobile = Some(mobile(HOLDERS.len() + place));
            match place {
                4 => user.status = UserStatus::Inactive,
                8 => user.contact.confirmed_at = Some(long_ago),
                13 => user.contact.email = None,
                _ => {}
            }
        })
        .await?;
    }
    Ok(())
}

/// A mobile of this company's range.
fn mobile(place: usize) -> String {
    format!("+57310{:07}", 4_150_233 + 7_919 * place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_company_has_sixty_users_with_names_of_their_own() {
        let names = HOLDERS
            .into_iter()
            .chain(OTHERS)
            .map(|(username, _)| username);
        let names = names.chain([ADMIN, AUDITOR]).map(str::to_lowercase);
        assert_eq!(names.collect::<std::collections::HashSet<_>>().len(), 60);
    }
}
