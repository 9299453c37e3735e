//! `llavero audit …` on the database.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::configuration::DatabaseLocation;
use super::serve::{ServeError, open_store};
use crate::domain::time::Timestamp;
use crate::service::ServiceError;
use crate::service::clock::{Clock, OsRandom, SystemClock};
use crate::service::log_checkpoint::{Checkpoint, CheckpointError, CheckpointKey};
use crate::service::verify_log::{VerifiedLog, verify_logs};
use crate::store::audit::Chain;

/// Why an audit command came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The database cannot be opened.
    #[error(transparent)]
    Database(#[from] ServeError),
    /// The database failed.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// The checkpoint cannot be used.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// A file cannot be read or written.
    #[error("{file}: {cause}")]
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// No company has this code.
    #[error("there is no company {0:?}")]
    NoSuchCompany(String),
}

/// Walks the logs, and says of each what became of it; `false` when one is not
/// as it was written.
///
/// # Errors
/// [`AuditError`] for what keeps it from looking.
pub async fn verify_audit(
    database: &DatabaseLocation,
    company: Option<&str>,
    checkpoint: Option<&Path>,
    key: Option<&str>,
) -> Result<bool, AuditError> {
    let checkpoint = match checkpoint {
        Some(file) => Some(read_checkpoint(database, file, key)?),
        None => None,
    };
    let store = open_store(database).await?;
    let logs = verify_logs(&store, company, checkpoint.as_ref()).await?;
    let logs = logs.ok_or_else(|| AuditError::NoSuchCompany(company.unwrap_or_default().into()))?;
    for log in &logs {
        say(&told(log));
    }
    Ok(logs.iter().all(VerifiedLog::is_whole))
}

/// Writes a checkpoint's file, and says its public key.
///
/// # Errors
/// [`AuditError`] for what keeps it from being written.
pub async fn write_checkpoint(database: &DatabaseLocation, out: &Path) -> Result<(), AuditError> {
    let store = open_store(database).await?;
    let key = CheckpointKey::load(&database.data_dir, &OsRandom)?;
    let checkpoint = Checkpoint::take(&store, now()).await?;
    let text = checkpoint.sign(&key)?;
    let mut file = std::fs::File::create_new(out).map_err(|cause| failed(out, cause))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(|cause| failed(out, cause))?;
    say(&format!("{}\npublic key {}", out.display(), key.public()));
    Ok(())
}

fn now() -> Timestamp {
    SystemClock.now()
}

fn read_checkpoint(
    database: &DatabaseLocation,
    file: &Path,
    key: Option<&str>,
) -> Result<Checkpoint, AuditError> {
    let text = std::fs::read_to_string(file).map_err(|cause| failed(file, cause))?;
    let key = match key {
        Some(key) => key.to_owned(),
        None => CheckpointKey::load(&database.data_dir, &OsRandom)?.public(),
    };
    Ok(Checkpoint::read(&text, &key)?)
}

fn failed(file: &Path, cause: std::io::Error) -> AuditError {
    AuditError::File {
        file: file.to_owned(),
        cause,
    }
}

fn told(log: &VerifiedLog) -> String {
    let chain = match &log.chain {
        Chain::Whole { entries } => format!("whole, {entries} entries"),
        Chain::BrokenAt { entry } => format!("BROKEN at entry {entry}"),
        Chain::EndsElsewhere { entries } => {
            format!("BROKEN at its end, after {entries} entries")
        }
    };
    let checkpoint = match log.keeps_checkpoint {
        Some(true) => ", as the checkpoint has it",
        Some(false) => ", NOT as the checkpoint has it",
        None => "",
    };
    format!("{}: {chain}{checkpoint}", log.company)
}

#[expect(
    clippy::print_stdout,
    reason = "the answer to whoever typed the command"
)]
fn say(line: &str) {
    println!("{line}");
}
