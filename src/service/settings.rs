use std::path::PathBuf;
use std::time::Duration;

use crate::domain::view::{SupportHours, SupportLine, SupportLineKind};

/// How this server is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The server's origin as browsers see it, such as
    /// `https://llavero.example`: links begin with it, and devices sign it as
    /// the audience.
    pub public_url: String,
    /// Whether it shows demo data, and the messages it would send.
    pub demo: bool,
    /// The folder in which e-mails land while there is no way out for them.
    pub messages: PathBuf,
    /// By which ways messages go out.
    pub ways_out: WaysOut,
    /// How the bank is reached.
    pub support_lines: Vec<SupportLine>,
    /// When it is.
    pub support_hours: SupportHours,
}

/// By which ways messages go out, as a person may read it: no secret is in it.
#[derive(Debug, Clone, Default)]
pub struct WaysOut {
    /// The mail server, such as `smtp.bank.example:587`; without one e-mails land
    /// in a folder.
    pub email: Option<String>,
    /// The SMS gateway's host; without one there are no SMS.
    pub sms: Option<String>,
}

/// For how long messages are kept that were sent, failed or became void.
pub const MESSAGES_KEPT: Duration = Duration::from_secs(90 * 86_400);

/// How long an invitation can be used (DESIGN §3).
pub const INVITATION_LIFETIME: Duration = Duration::from_secs(72 * 3_600);

/// How long after its invitation expired an assigned token is freed (DESIGN §3).
pub const INVITATION_GRACE: Duration = Duration::from_secs(7 * 86_400);

/// After how long without a sign of its person a session ends (DESIGN §6).
pub const SESSION_IDLE: Duration = Duration::from_secs(15 * 60);

/// After how long a session ends whatever happens (DESIGN §6).
pub const SESSION_LIFETIME: Duration = Duration::from_secs(12 * 3_600);

/// How many wrong PINs in a row, or wrong codes, block a token (DESIGN §4).
pub const FAILURES_ALLOWED: u8 = 5;

impl Settings {
    /// Whether browsers reach this server over TLS; plain HTTP is for loopback.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The support lines of DESIGN §1.
    pub fn default_support_lines() -> Vec<SupportLine> {
        vec![
            SupportLine {
                kind: SupportLineKind::Telephone,
                number: "018000 514652".to_owned(),
                link: "tel:018000514652".to_owned(),
                instruction: None,
            },
            SupportLine {
                kind: SupportLineKind::Whatsapp,
                number: "318 671 4836".to_owned(),
                link: "https://wa.me/573186714836".to_owned(),
                instruction: Some("Selecciona Banca Empresas y digita la opción 1".to_owned()),
            },
        ]
    }

    /// The support hours of DESIGN §1: Monday to Friday, 8:00–12:00 and
    /// 13:00–18:00 in Bogotá.
    pub fn default_support_hours() -> SupportHours {
        SupportHours {
            first_weekday: 1,
            last_weekday: 5,
            spans: vec![(8 * 60, 12 * 60), (13 * 60, 18 * 60)],
        }
    }
}
