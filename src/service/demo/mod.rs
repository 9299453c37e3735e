//! Demo data: the bank and its companies, made by the same use cases as real ones, with
//! dates in the past.

mod andina;
mod answers;
mod bank;
mod build;
mod cafetera;
mod entelgy;
mod life;
mod litoral;
mod log;
mod norte;
mod requests;
mod sabana;
mod token_requests;
mod undelivered;

use super::{Context, ServiceError};
use crate::store::company;

/// The password of everyone in the demo.
pub const PASSWORD: &str = "llavero-demo";

/// A login of the demo, to print at the start.
#[derive(Debug, Clone, Copy)]
pub struct DemoLogin {
    /// The company's name.
    pub company_name: &'static str,
    /// The company's word.
    pub company: &'static str,
    /// The name to sign in with.
    pub username: &'static str,
    /// What it is good for.
    pub purpose: &'static str,
}

/// The logins to print.
pub const LOGINS: [DemoLogin; 12] = [
    DemoLogin {
        company_name: andina::NAME,
        company: andina::SLUG,
        username: andina::ADMIN,
        purpose: "administradora, con tokens para asignar",
    },
    DemoLogin {
        company_name: andina::NAME,
        company: andina::SLUG,
        username: andina::SECOND_ADMIN,
        purpose: "segundo administrador",
    },
    DemoLogin {
        company_name: andina::NAME,
        company: andina::SLUG,
        username: andina::AUDITOR,
        purpose: "auditora: ve todo, no cambia nada",
    },
    DemoLogin {
        company_name: andina::NAME,
        company: andina::SLUG,
        username: andina::MEMBER,
        purpose: "usuaria secundaria: su token, por enrolar",
    },
    DemoLogin {
        company_name: entelgy::NAME,
        company: entelgy::SLUG,
        username: entelgy::ADMIN,
        purpose: "la pantalla de la guía del banco",
    },
    DemoLogin {
        company_name: cafetera::NAME,
        company: cafetera::SLUG,
        username: cafetera::ADMIN,
        purpose: "administradora, con varias páginas de tokens",
    },
    DemoLogin {
        company_name: cafetera::NAME,
        company: cafetera::SLUG,
        username: cafetera::AUDITOR,
        purpose: "auditor: ve todo, no cambia nada",
    },
    DemoLogin {
        company_name: sabana::NAME,
        company: sabana::SLUG,
        username: sabana::ADMIN,
        purpose: "administradora, sin tokens disponibles; puede desbloquear a otro",
    },
    DemoLogin {
        company_name: norte::NAME,
        company: norte::SLUG,
        username: norte::ADMIN,
        purpose: "administradora, con control dual y solicitudes por aprobar",
    },
    DemoLogin {
        company_name: norte::NAME,
        company: norte::SLUG,
        username: norte::SECOND_ADMIN,
        purpose: "segundo administrador, con control dual",
    },
    DemoLogin {
        company_name: norte::NAME,
        company: norte::SLUG,
        username: norte::AUDITOR,
        purpose: "auditora: ve todo, no cambia nada",
    },
    DemoLogin {
        company_name: bank::NAME,
        company: bank::SLUG,
        username: bank::OPERATOR,
        purpose: "operador del banco: crea empresas y entrega tokens",
    },
];

/// Writes the demo data unless it is there.
///
/// # Errors
/// Those of the store.
pub async fn install(context: &Context) -> Result<(), ServiceError> {
    let there = {
        let mut reader = context.store.read().await?;
        company::find_by_slug(&mut reader, andina::SLUG)
            .await?
            .is_some()
    };
    if there {
        return Ok(());
    }
    let password_hash = context.passwords.hash(PASSWORD).await?;
    let mut writer = context.store.write().await?;
    let bank = bank::install(context, &mut writer, password_hash).await?;
    entelgy::install(context, &mut writer, &bank).await?;
    cafetera::install(context, &mut writer, &bank).await?;
    norte::install(context, &mut writer, &bank).await?;
    andina::install(context, &mut writer, &bank).await?;
    sabana::install(context, &mut writer, &bank).await?;
    litoral::install(context, &mut writer, &bank).await?;
    writer.commit().await?;
    Ok(())
}
