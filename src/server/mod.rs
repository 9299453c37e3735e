//! The server: it wires the layers, and answers on the network.

mod audit_commands;
mod client_address;
mod configuration;
mod device_routes;
mod events;
mod listener;
mod log_export;
mod messages;
mod page;
mod refusal;
mod router;
mod same_origin;
mod security_headers;
mod serve;
mod spreadsheet;
mod static_files;
mod tasks;

pub use audit_commands::{AuditError, verify_audit, write_checkpoint};
pub use configuration::{DatabaseLocation, ServeOptions};
pub use messages::{MessageSettings, SettingsError, WaysOut};
pub use router::{ServerState, router};
pub use serve::{ServeError, build_context, command_line_context, migrate, serve};
