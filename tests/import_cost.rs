//! What the largest file costs, on both engines. Not part of the usual run:
//!
//! ```text
//! scripts/with-postgres.sh cargo test --release --no-default-features --features ssr \
//!     --test import_cost -- --ignored --nocapture
//! ```
#![cfg(feature = "ssr")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    dead_code,
    reason = "tests may fail loudly, and this one uses a part of the engine's"
)]

#[macro_use]
#[path = "store/engine.rs"]
mod engine;

use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::Db;
use llavero::domain::audit::AuditOrigin;
use llavero::domain::import::{Acceptance, ImportKind, ImportOutcome, MOST_ROWS};
use llavero::service::accept_import::accept_import;
use llavero::service::check_import::check_import;
use llavero::service::clock::{OsRandom, SystemClock};
use llavero::service::password::PasswordHasher;
use llavero::service::settings::{Settings, WaysOut};
use llavero::service::vault::Vault;
use llavero::service::{Caller, Context, Hub, Parts, demo};
use llavero::store::{company, user};

/// Nobody waits longer, whatever the machine.
const BEARABLE: Duration = Duration::from_secs(20);

fn context(db: &Db) -> Context {
    let random = Arc::new(OsRandom);
    Context::new(Parts {
        store: db.store.clone(),
        clock: Arc::new(SystemClock),
        random: random.clone(),
        vault: Vault::from_text("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").unwrap(),
        passwords: PasswordHasher::new(2, random).unwrap(),
        hub: Hub::default(),
        settings: Settings {
            public_url: "http://127.0.0.1:3000".to_owned(),
            demo: true,
            messages: std::env::temp_dir(),
            ways_out: WaysOut::default(),
            support_lines: Settings::default_support_lines(),
            support_hours: Settings::default_support_hours(),
        },
    })
}

async fn administrator(context: &Context) -> Caller {
    let mut reader = context.store.read().await.unwrap();
    let company = company::find_by_slug(&mut reader, "andina")
        .await
        .unwrap()
        .unwrap();
    let found = user::find_by_username(&mut reader, company.id, "LauraG").await;
    Caller {
        user: found.unwrap().unwrap(),
        company,
        session: [0; 32],
        origin: AuditOrigin::CommandLine,
    }
}

fn largest_file() -> String {
    let rows = (0..MOST_ROWS).map(|number| {
        format!("Usuario{number:04};Nombre y Apellidos;u{number:04}@andina.example;3007654321;sí")
    });
    let rows: Vec<_> = rows.collect();
    format!(
        "usuario;nombre;correo;celular;confirmado\n{}",
        rows.join("\n")
    )
}

async fn timed<T>(what: &str, db: &Db, work: impl Future<Output = T>) -> T {
    let start = Instant::now();
    let result = work.await;
    let took = start.elapsed();
    println!("{:?}: {what} of {MOST_ROWS} rows in {took:?}", db.engine);
    assert!(took < BEARABLE, "{what} took {took:?}");
    result
}

on_both_engines! {
    #[ignore = "measures; see the head of this file"]
    async fn the_largest_file_is_checked_and_written_within_seconds(db: &Db) {
        let context = context(db);
        demo::install(&context).await.unwrap();
        let caller = administrator(&context).await;
        let (kind, text) = (ImportKind::Users, largest_file());
        let check = check_import(&context, &caller, kind, &text);
        let report = timed("dry run", db, check).await.unwrap();
        let acceptance = Acceptance { seal: report.seal, leave_out_refused: false };
        let accept = accept_import(&context, &caller, kind, &text, &acceptance);
        let outcome = timed("import", db, accept).await.unwrap();
        assert!(matches!(outcome, ImportOutcome::Done(tally) if tally.created == 5_000));
        let again = check_import(&context, &caller, kind, &text);
        let report = timed("dry run of what is there", db, again).await.unwrap();
        assert_eq!(report.tally().unchanged, 5_000);
    }
}
