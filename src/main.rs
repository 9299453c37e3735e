//! The program: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use llavero::cli::{Cli, Command, EXIT_FAILED, device, fail};

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Device(arguments) => device::run(arguments),
        Command::Serve(_) | Command::Migrate(_) => {
            fail(EXIT_FAILED, "this build has no server yet")
        }
    }
}
