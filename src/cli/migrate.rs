use std::path::PathBuf;

use clap::Args;

/// What `llavero migrate` is told.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  llavero migrate
  llavero migrate --database-url postgres://llavero@db/llavero")]
pub struct MigrateArguments {
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
