//! `llavero audit …`: whether the log is as it was written.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What `llavero audit` is told.
#[derive(Debug, Clone, Args)]
pub struct AuditArguments {
    /// What to do.
    #[command(subcommand)]
    pub command: AuditCommand,
}

/// What to do with the log.
#[derive(Debug, Clone, Subcommand)]
pub enum AuditCommand {
    /// Walk each company's log and name the first row that is not as it was written
    ///
    /// Exit status 0 when every log is whole, 4 when one is not.
    Verify(VerifyArguments),
    /// Write down, signed, where each company's log stands
    ///
    /// Keep the file, and the public key that is printed, where whoever manages
    /// this database cannot change them; `llavero audit verify --checkpoint`
    /// compares the log with it later.
    Checkpoint(CheckpointArguments),
}

/// What `llavero audit verify` is told.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  llavero audit verify
  llavero audit verify --company andina
  llavero audit verify --checkpoint 2026-11-25.json --key 04a1…")]
pub struct VerifyArguments {
    /// Where the database is
    #[command(flatten)]
    pub database: AuditDatabaseArguments,

    /// Only the log of the company with this code
    #[arg(long, value_name = "CODE")]
    pub company: Option<String>,

    /// Also compare with a checkpoint's file
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,

    /// The public key of the checkpoint; that of the data directory when there is none
    #[arg(long, value_name = "HEX", requires = "checkpoint")]
    pub key: Option<String>,
}

/// What `llavero audit checkpoint` is told.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Example:
  llavero audit checkpoint --out /media/usb/2026-11-25.json")]
pub struct CheckpointArguments {
    /// Where the database is
    #[command(flatten)]
    pub database: AuditDatabaseArguments,

    /// The file to write; it must not be there
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Where the database is.
#[derive(Debug, Clone, Args)]
pub struct AuditDatabaseArguments {
    /// Where the embedded database is kept
    #[arg(
        long,
        env = "LLAVERO_DATA_DIR",
        value_name = "DIR",
        default_value = "data"
    )]
    pub data_dir: PathBuf,

    /// Another database: postgres://… or sqlite://…
    #[arg(
        long,
        env = "LLAVERO_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_url: Option<String>,
}
