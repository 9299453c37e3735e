use serde::{Deserialize, Serialize};

use super::client_name;

/// From where something was done (*Desde dónde*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditOrigin {
    /// A person's browser in the console.
    Console {
        /// The network address.
        address: String,
        /// The browser, as it calls itself.
        user_agent: String,
    },
    /// The AppMovil on somebody's device.
    Device {
        /// The device's name.
        name: String,
    },
    /// Llavero itself.
    System,
    /// The operator's command line on the server.
    CommandLine,
}

impl AuditOrigin {
    /// The word that stands for its kind in the store.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Console { .. } => "console",
            Self::Device { .. } => "device",
            Self::System => "system",
            Self::CommandLine => "command_line",
        }
    }

    /// The network address, where there is one.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Console { address, .. } => Some(address),
            _ => None,
        }
    }

    /// What the browser or the device calls itself.
    pub fn client(&self) -> Option<&str> {
        match self {
            Self::Console { user_agent, .. } => Some(user_agent),
            Self::Device { name } => Some(name),
            Self::System | Self::CommandLine => None,
        }
    }

    /// From what the store has.
    pub fn from_parts(code: &str, address: Option<String>, client: Option<String>) -> Option<Self> {
        match code {
            "console" => Some(Self::Console {
                address: address?,
                user_agent: client?,
            }),
            "device" => Some(Self::Device { name: client? }),
            "system" => Some(Self::System),
            "command_line" => Some(Self::CommandLine),
            _ => None,
        }
    }

    /// The browser or the device, as a person reads it: `Firefox · Linux`.
    pub fn client_name(&self) -> Option<String> {
        match self {
            Self::Console { user_agent, .. } => client_name(user_agent),
            Self::Device { name } => Some(name.clone()),
            Self::System | Self::CommandLine => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_survives_being_stored() {
        for origin in [
            AuditOrigin::Console {
                address: "203.0.113.7".to_owned(),
                user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Firefox/127.0".to_owned(),
            },
            AuditOrigin::Device {
                name: "Chrome · Android".to_owned(),
            },
            AuditOrigin::System,
            AuditOrigin::CommandLine,
        ] {
            let read = AuditOrigin::from_parts(
                origin.code(),
                origin.address().map(str::to_owned),
                origin.client().map(str::to_owned),
            );
            assert_eq!(read, Some(origin));
        }
        assert_eq!(AuditOrigin::from_parts("device", None, None), None);
    }
}
