use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::id::OperationId;
use crate::domain::serial::Serial;

/// What `llavero device` is told.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  llavero device enrol 04H2K-… --pin 204816 --name 'Office laptop'
  llavero device list
  llavero device approve --number 481205 --pin 204816
  llavero device reject
  llavero device code

What is not given is asked for. A PIN on the command line can be seen by others on
the machine: LLAVERO_DEVICE_PIN or the prompt keeps it from them.

It speaks plain HTTP, and so only to this machine: to reach a server elsewhere,
run it there or through a tunnel such as ssh -L 3000:127.0.0.1:3000 SERVER.")]
pub struct DeviceArguments {
    /// The server [default: to enrol the invitation link's, or http://127.0.0.1:3000; then the
    /// one that the token was enrolled at]
    #[arg(long, env = "LLAVERO_SERVER", value_name = "URL", global = true)]
    pub server: Option<String>,

    /// The file of keys [default: ~/.config/llavero/device.json]
    #[arg(long, env = "LLAVERO_DEVICE_STORE", value_name = "FILE", global = true)]
    pub store: Option<PathBuf>,

    /// Answer in JSON, one line; errors too, on the error output
    #[arg(long, global = true)]
    pub json: bool,

    /// What to do.
    #[command(subcommand)]
    pub command: DeviceCommand,
}

/// What to do as a device.
#[derive(Debug, Clone, Subcommand)]
pub enum DeviceCommand {
    /// Bind this device to a token, with the invitation that its holder got
    Enrol(EnrolArguments),
    /// Show the requests that wait for an approval
    List(WhichToken),
    /// Approve a request, with the number that the console shows and the PIN
    Approve(ApproveArguments),
    /// Reject a request
    Reject(RejectArguments),
    /// Show the one-time code
    Code(WhichToken),
}

/// Which of the enrolled tokens.
#[derive(Debug, Clone, Args)]
pub struct WhichToken {
    /// Which token, when several are enrolled here
    #[arg(long, value_name = "SERIAL")]
    pub token: Option<Serial>,
}

/// What `enrol` is told.
#[derive(Debug, Clone, Args)]
pub struct EnrolArguments {
    /// The invitation: its code or its link
    pub invitation: Option<String>,

    /// The PIN to choose: six digits
    #[arg(
        long,
        env = "LLAVERO_DEVICE_PIN",
        value_name = "DIGITS",
        hide_env_values = true
    )]
    pub pin: Option<String>,

    /// What the console will call this device
    #[arg(long, value_name = "TEXT", default_value = "llavero device")]
    pub name: String,
}

/// What `approve` is told.
#[derive(Debug, Clone, Args)]
pub struct ApproveArguments {
    /// Which request, when several wait
    #[arg(long, value_name = "ID")]
    pub operation: Option<OperationId>,

    /// The number that the console shows
    #[arg(long, value_name = "DIGITS")]
    pub number: Option<String>,

    /// This token's PIN
    #[arg(
        long,
        env = "LLAVERO_DEVICE_PIN",
        value_name = "DIGITS",
        hide_env_values = true
    )]
    pub pin: Option<String>,

    /// Which of the enrolled tokens.
    #[command(flatten)]
    pub which: WhichToken,
}

/// What `reject` is told.
#[derive(Debug, Clone, Args)]
pub struct RejectArguments {
    /// Which request, when several wait
    #[arg(long, value_name = "ID")]
    pub operation: Option<OperationId>,

    /// Which of the enrolled tokens.
    #[command(flatten)]
    pub which: WhichToken,
}
