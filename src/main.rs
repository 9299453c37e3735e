//! The program: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use llavero::cli::{
    AuditArguments, AuditCommand, AuditDatabaseArguments, BankCommand, Cli, Command, EXIT_BROKEN,
    EXIT_FAILED, MigrateArguments, ServeArguments, bank, device, fail,
};
use llavero::server::{
    AuditError, DatabaseLocation, ServeError, ServeOptions, command_line_context, migrate, serve,
    verify_audit, write_checkpoint,
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
        Command::Operator(arguments) => run(done(do_as_bank(BankCommand::Operator(arguments)))),
        Command::Company(arguments) => run(done(do_as_bank(BankCommand::Company(arguments)))),
        Command::Grant(arguments) => run(done(do_as_bank(BankCommand::Grant(arguments)))),
        Command::Admin(arguments) => run(done(do_as_bank(BankCommand::Admin(arguments)))),
        Command::Serial(arguments) => run(done(do_as_bank(BankCommand::Serial(arguments)))),
    }
}

async fn done<E>(work: impl Future<Output = Result<(), E>>) -> Result<ExitCode, E> {
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
        trusted_proxies: arguments.trusted_proxies,
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

/// Why a command of the bank did not end well.
#[derive(Debug, thiserror::Error)]
enum BankFailure {
    /// The database or what belongs to it.
    #[error(transparent)]
    Server(#[from] ServeError),
    /// What was asked for.
    #[error(transparent)]
    Bank(#[from] bank::BankError),
}

#[expect(
    clippy::print_stdout,
    reason = "the person who gave the command reads it there"
)]
async fn do_as_bank(command: BankCommand) -> Result<(), BankFailure> {
    let arguments = command.database();
    let database = DatabaseLocation {
        data_dir: arguments.data_dir.clone(),
        database_url: arguments.database_url.clone(),
    };
    let context = command_line_context(database, arguments.public_url.clone()).await?;
    let told = bank::run(&context, command).await?;
    println!("{told}");
    Ok(())
}

async fn audit(arguments: AuditArguments) -> Result<ExitCode, AuditError> {
    let location = |database: AuditDatabaseArguments| DatabaseLocation {
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
