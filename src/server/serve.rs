//! From a command line to a running server.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use leptos::config::{Env, LeptosOptions};
use tokio::net::TcpListener;
use tracing::info;

use super::configuration::{DatabaseLocation, ServeOptions};
use super::listener::accept_until;
use super::messages::{MessageSettings, SettingsError, WaysOut};
use super::router::router;
use super::security_headers::{RELOAD_PORT, is_watched};
use super::tasks;
use crate::service::clock::{OsRandom, SystemClock};
use crate::service::password::{PasswordError, PasswordHasher};
use crate::service::settings::Settings;
use crate::service::vault::{MASTER_KEY_VARIABLE, Vault, VaultError};
use crate::service::{Context, Hub, Parts, ServiceError, demo};
use crate::store::{Store, StoreError};

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The folder of data cannot be made.
    #[error("the data folder {folder} cannot be made: {cause}")]
    DataFolder {
        /// Which folder.
        folder: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// The browser's files are not there.
    #[error(
        "the browser's files are not in {0}: build them with `make build`, or name their folder with --site-dir"
    )]
    NoSite(PathBuf),
    /// The address is taken or not ours.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// Why.
        cause: std::io::Error,
    },
    /// The keys that seal secrets cannot be had.
    #[error("the keys that seal secrets: {0}")]
    Keys(#[from] VaultError),
    /// Passwords cannot be hashed.
    #[error("the password hasher: {0}")]
    Passwords(#[from] PasswordError),
    /// The database cannot be opened or brought up to date.
    #[error("the database: {0}")]
    Store(#[from] StoreError),
    /// Messages cannot be sent by what the environment says.
    #[error(transparent)]
    Messages(#[from] SettingsError),
    /// The demo data cannot be written.
    #[error("the demo data: {0}")]
    Demo(ServiceError),
}

/// Brings the database up to date.
///
/// # Errors
/// [`ServeError::DataFolder`] and [`ServeError::Store`].
pub async fn migrate(database: &DatabaseLocation) -> Result<(), ServeError> {
    open_store(database).await.map(|_| ())
}

/// Puts the use cases' context together, on a database that is up to date.
///
/// # Errors
/// [`ServeError`] for what is missing.
pub async fn build_context(
    options: &ServeOptions,
    messages: &MessageSettings,
) -> Result<Context, ServeError> {
    let store = open_store(&options.database).await?;
    let random = Arc::new(OsRandom);
    let master_keys = std::env::var(MASTER_KEY_VARIABLE).ok();
    let vault = Vault::load(
        master_keys.as_deref(),
        &options.database.data_dir,
        random.as_ref(),
    )?;
    let passwords = PasswordHasher::new(available_cores(), random.clone())?;
    let context = Context::new(Parts {
        store,
        clock: Arc::new(SystemClock),
        random,
        vault,
        passwords,
        hub: Hub::default(),
        settings: Settings {
            public_url: options.public_origin(),
            demo: options.demo,
            messages: options.database.data_dir.join("messages"),
            ways_out: messages.described(),
            support_lines: Settings::default_support_lines(),
            support_hours: Settings::default_support_hours(),
        },
    });
    if options.demo {
        demo::install(&context).await.map_err(ServeError::Demo)?;
    }
    Ok(context)
}

/// The same for a command that does one thing and ends; links in messages begin
/// with `public_url`.
///
/// # Errors
/// As [`build_context`].
pub async fn command_line_context(
    database: DatabaseLocation,
    public_url: String,
) -> Result<Context, ServeError> {
    let options = ServeOptions {
        database,
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        public_url: Some(public_url),
        trusted_proxies: Vec::new(),
        site_dir: None,
        demo: false,
    };
    let messages = MessageSettings::read(|name| std::env::var(name).ok())?;
    build_context(&options, &messages).await
}

/// Serves until the process is asked to stop.
///
/// # Errors
/// [`ServeError`] when the server does not start.
pub async fn serve(options: ServeOptions) -> Result<(), ServeError> {
    let site = site_folder(options.site_dir.as_deref())?;
    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|cause| ServeError::Listen {
            address: options.listen,
            cause,
        })?;
    let messages = MessageSettings::read(|name| std::env::var(name).ok())?;
    let ways_out = WaysOut::new(&messages)?;
    let context = build_context(&options, &messages).await?;
    tasks::start(&context, &ways_out);
    announce(&options);
    accept_until(
        listener,
        router(context, leptos_options(&site, &options)),
        options.trusted_proxies.clone().into(),
        stop_signal(),
    )
    .await;
    info!("stopped");
    Ok(())
}

fn available_cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Opens the database, and brings it up to date.
pub(super) async fn open_store(database: &DatabaseLocation) -> Result<Store, ServeError> {
    std::fs::create_dir_all(&database.data_dir).map_err(|cause| ServeError::DataFolder {
        folder: database.data_dir.clone(),
        cause,
    })?;
    let store = Store::open(&database.url()).await?;
    store.migrate().await?;
    Ok(store)
}

/// The folder of the browser's files: the one named, or `site` beside the
/// program's folder as the build leaves it.
fn site_folder(named: Option<&Path>) -> Result<PathBuf, ServeError> {
    let folder = match named {
        Some(folder) => folder.to_owned(),
        None => std::env::current_exe()
            .ok()
            .and_then(|program| Some(program.parent()?.parent()?.join("site")))
            .unwrap_or_else(|| PathBuf::from("site")),
    };
    if folder.join("pkg").is_dir() {
        Ok(folder)
    } else {
        Err(ServeError::NoSite(folder))
    }
}

fn leptos_options(site: &Path, options: &ServeOptions) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("llavero")
        .site_root(site.display().to_string())
        .site_pkg_dir("pkg")
        .env(if is_watched() { Env::DEV } else { Env::PROD })
        .site_addr(options.listen)
        .reload_port(RELOAD_PORT)
        .hash_files(has_hashed_names(&site.join("pkg")))
        .build()
}

/// Whether the build put hashes into the files' names.
fn has_hashed_names(pkg: &Path) -> bool {
    !pkg.join("llavero.js").is_file()
}

#[expect(
    clippy::print_stdout,
    reason = "the person who started the server reads it there"
)]
fn announce(options: &ServeOptions) {
    println!("Llavero: {}", options.public_origin());
    if options.demo {
        println!(
            "\nDatos de demostración. Contraseña de todos: {}",
            demo::PASSWORD
        );
        for login in demo::LOGINS {
            println!(
                "  empresa {:8}  usuario {:13} ({}: {})",
                login.company, login.username, login.company_name, login.purpose
            );
        }
        println!(
            "\nAppMovil: {}/app   Buzón de demostración: {}/demo/buzon",
            options.public_origin(),
            options.public_origin()
        );
    }
}

/// Completes when the process is asked to end.
async fn stop_signal() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
