//! The command line: `llavero serve`, `llavero migrate`, `llavero audit`,
//! `llavero device`, and what the bank does.

mod audit;
pub mod bank;
pub mod device;
mod migrate;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use audit::{
    AuditArguments, AuditCommand, AuditDatabaseArguments, CheckpointArguments, VerifyArguments,
};
pub use bank::{
    AdminArguments, BankCommand, CompanyArguments, GrantArguments, OperatorArguments,
    SerialArguments,
};
pub use device::DeviceArguments;
pub use migrate::MigrateArguments;
pub use serve::ServeArguments;

/// Something could not be done here: a file, the network, a setting.
pub const EXIT_FAILED: u8 = 1;

/// The server refused what a device asked for. (2 is clap's: the command line
/// itself is wrong.)
pub const EXIT_REFUSED: u8 = 3;

/// A log is not as it was written.
pub const EXIT_BROKEN: u8 = 4;

/// Llavero's command line.
#[derive(Debug, Parser)]
#[command(
    name = "llavero",
    version,
    about = "Token administration of a business bank",
    long_about = "Token administration of a business bank.\n\n\
        A company's administrator hands virtual tokens to the company's users, activates them \
        and takes them back; each change is confirmed on the administrator's own device, the \
        AppMovil. This program is the whole service: the web console, the AppMovil, and the \
        database under a directory of its own or in PostgreSQL.",
    after_help = "\
Try it:
  llavero serve --demo          then open http://127.0.0.1:3000

Exit status: 0 done; 1 it could not be done here; 2 the command line is wrong;
3 the server refused (llavero device); 4 a log is not as it was written
(llavero audit verify)."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the console and the AppMovil
    ///
    /// Everything is kept under the data directory: an SQLite database, brought
    /// to this program's version at the start, and the keys that seal the
    /// secrets in it. To share one database between several servers, or to keep
    /// it elsewhere, name a PostgreSQL database. Ctrl-C or a TERM signal ends it
    /// once the requests under way are answered.
    Serve(ServeArguments),
    /// Bring the database to this program's version, and end
    ///
    /// `llavero serve` does it by itself when it starts; this is for those who
    /// want it as a step of its own, such as before several servers start. A
    /// database that is up to date is left as it is.
    Migrate(MigrateArguments),
    /// Make the bank's operators
    ///
    /// The first one makes the bank itself. Each gets a link, printed here, with
    /// which they choose their password; then they sign in to the bank's screens.
    Operator(OperatorArguments),
    /// List, make, suspend and resume companies
    ///
    /// The database is written directly, beside a server that runs or without
    /// one. Screens of a running server show it when they next ask.
    Company(CompanyArguments),
    /// Grant tokens to a company, with the bank's next serials
    Grant(GrantArguments),
    /// Make a company's administrators and auditors, and send them their links
    ///
    /// The link goes out by the messages of the server that runs on this
    /// database.
    Admin(AdminArguments),
    /// Look up one token across the bank, or retire it
    Serial(SerialArguments),
    /// Verify the audit log, and keep checkpoints of it elsewhere
    ///
    /// Each row of a company's log is bound to the one before it by a hash, and a
    /// checkpoint remembers where the chain stood.
    Audit(AuditArguments),
    /// Be a user's device, in place of the AppMovil
    ///
    /// Enrol with an invitation, see what waits, approve or reject it, show the
    /// one-time code.
    ///
    /// The keys are kept in a file that only you may read. A file is not
    /// hardware: whoever copies it is this device, but for the PIN, which is not
    /// in it. Use it for tests, for trying Llavero out, or when no phone is at
    /// hand; not for a bank's real tokens.
    Device(DeviceArguments),
}

/// Says on the error output, in plain words, why the program ends.
pub fn fail(status: u8, words: impl std::fmt::Display) -> ExitCode {
    eprintln!("llavero: {words}");
    ExitCode::from(status)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn without_settings_it_serves_the_loopback_from_data() {
        let cli = Cli::try_parse_from(["llavero", "serve"]).unwrap();
        let Command::Serve(arguments) = cli.command else {
            panic!("serve");
        };
        assert!(!arguments.demo);
        assert_eq!(arguments.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(arguments.data_dir.to_str(), Some("data"));
    }

    #[test]
    fn every_option_says_what_it_is_for() {
        fn look(command: &clap::Command) {
            for argument in command.get_arguments() {
                let described = argument.get_help().is_some();
                assert!(described, "{} {}", command.get_name(), argument.get_id());
            }
            for subcommand in command.get_subcommands() {
                assert!(
                    subcommand.get_about().is_some(),
                    "{}",
                    subcommand.get_name()
                );
                look(subcommand);
            }
        }
        look(&Cli::command());
    }
}
