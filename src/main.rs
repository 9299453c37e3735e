//! The program: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use llavero::cli::{
    AuditArguments, AuditCommand, Cli, Command, DatabaseArguments, EXIT_BROKEN, EXIT_FAILED,
    MigrateArguments, ServeArguments, device, fail,
};
use llavero::server::{
    AuditError, DatabaseLocation, ServeError, ServeOptions, migrate, serve, verify_audit,
    write_checkpoint,
};
use tracing_subscriber::EnvFilter;

/// The variable that sets what is logged.
const LOG_VARIABLE: &str = "LLAVERO_LOG";

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Device(arguments) => device::run(arguments),
        Command::Serve(arguments) => run(done(serve(serve_options(arguments)))),
        Command::Migrate(arguments) => run(done(migrate_database(arguments))),
        Command::Audit(arguments) => run(audit(arguments)),
    }
}

async fn done(work: impl Future<Output = Result<(), ServeError>>) -> Result<ExitCode, ServeError> {
    work.await.map(|()| ExitCode::SUCCESS)
}

fn run<E: std::fmt::Display>(work: impl Future<Output = Result<ExitCode, E>>) -> ExitCode {
    let filter = EnvFilter::try_from_env(LOG_VARIABLE)
        .unwrap_or_else(|_| EnvFilter::new("llavero=info,warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            return fail(
                EXIT_FAILED,
                format_args!("the system gives no threads: {error}"),
            );
        }
    };
    match runtime.block_on(work) {
        Ok(status) => status,
        Err(error) => fail(EXIT_FAILED, error),
    }
}

fn serve_options(arguments: ServeArguments) -> ServeOptions {
    ServeOptions {
        database: DatabaseLocation {
            data_dir: arguments.data_dir,
            database_url: arguments.database_url,
        },
        listen: arguments.listen,
        public_url: arguments.public_url,
        site_dir: arguments.site_dir,
        demo: arguments.demo,
    }
}

async fn migrate_database(arguments: MigrateArguments) -> Result<(), ServeError> {
    let database = DatabaseLocation {
        data_dir: arguments.data_dir,
        database_url: arguments.database_url,
    };
    migrate(&database).await?;
    eprintln!("llavero: the database is at this program's version");
    Ok(())
}

async fn audit(arguments: AuditArguments) -> Result<ExitCode, AuditError> {
    let location = |database: DatabaseArguments| DatabaseLocation {
        data_dir: database.data_dir,
        database_url: database.database_url,
    };
    match arguments.command {
        AuditCommand::Verify(verify) => {
            let is_whole = verify_audit(
                &location(verify.database),
                verify.company.as_deref(),
                verify.checkpoint.as_deref(),
                verify.key.as_deref(),
            )
            .await?;
            Ok(if is_whole {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(EXIT_BROKEN)
            })
        }
        AuditCommand::Checkpoint(checkpoint) => {
            write_checkpoint(&location(checkpoint.database), &checkpoint.out).await?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
