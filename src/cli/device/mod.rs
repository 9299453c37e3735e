//! `llavero device`: a user's device on the command line, for tests, for load,
//! and for whoever has no phone at hand. It speaks the AppMovil's protocol
//! through the same code (`domain::protocol::client`); only its keys differ.

mod answer;
mod arguments;
mod code;
mod connection;
mod enrol;
mod error;
pub mod keys;
mod list;
mod session;
mod store;
mod words;

use std::process::ExitCode;

pub use arguments::DeviceArguments;
use arguments::DeviceCommand;
use error::DeviceError;

use super::{EXIT_FAILED, EXIT_REFUSED, fail};
use crate::domain::protocol::Decision;
use crate::service::clock::{Clock, OsRandom, Random, SystemClock};

/// What every command works with.
struct Tools {
    store: store::Store,
    /// The server that was named, if any.
    server: Option<String>,
    clock: &'static dyn Clock,
    random: &'static dyn Random,
    json: bool,
}

impl Tools {
    /// Says the result: as one line of JSON, or in words.
    fn say(&self, json: &serde_json::Value, words: impl FnOnce() -> String) {
        if self.json {
            println!("{json}");
        } else {
            println!("{}", words());
        }
    }
}

/// Does what the arguments say, and tells how it went.
pub fn run(arguments: DeviceArguments) -> ExitCode {
    let json = arguments.json;
    let Err(error) = work(arguments) else {
        return ExitCode::SUCCESS;
    };
    let status = match error {
        DeviceError::Refused(_) => EXIT_REFUSED,
        _ => EXIT_FAILED,
    };
    if json {
        eprintln!("{}", error.to_json());
        ExitCode::from(status)
    } else {
        fail(status, words::advice(&error))
    }
}

fn work(arguments: DeviceArguments) -> Result<(), DeviceError> {
    let random: &'static dyn Random = &OsRandom;
    let tools = Tools {
        store: store::Store::at(arguments.store, random)?,
        server: arguments.server,
        clock: &SystemClock,
        random,
        json: arguments.json,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(DeviceError::Runtime)?;
    runtime.block_on(async {
        match arguments.command {
            DeviceCommand::Enrol(enrol) => enrol::enrol(&tools, enrol).await,
            DeviceCommand::List(which) => list::list(&tools, which).await,
            DeviceCommand::Approve(answer) => {
                answer::answer(&tools, Decision::Approve, answer.into()).await
            }
            DeviceCommand::Reject(answer) => {
                answer::answer(&tools, Decision::Reject, answer.into()).await
            }
            DeviceCommand::Code(which) => code::code(&tools, which).await,
        }
    })
}
