//! E-mail by SMTP.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::transport::smtp::{AsyncSmtpTransport, Error, PoolConfig};
use lettre::{Address, AsyncTransport, Tokio1Executor};
use tracing::{debug, warn};

use super::compose::compose;
use super::html;
use super::settings::{SettingsError, SmtpSettings};
use crate::domain::message::DeliveryFailure;
use crate::service::Context;
use crate::service::send_messages::Outgoing;

/// How long the server may take for each step.
const STEP: Duration = Duration::from_secs(20);

/// How long it may take for a whole message: shorter than a message is taken
/// for, so that no other server tries it meanwhile.
const WHOLE: Duration = Duration::from_secs(90);

/// Connections that are kept open at most.
const CONNECTIONS: u32 = 8;

/// Replies that speak of our credentials (RFC 4954 §6): the message is not to
/// blame.
const CREDENTIALS: [u16; 5] = [530, 534, 535, 538, 454];

/// A mail server.
pub(super) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    pub(super) fn new(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(settings.url.as_str())
            .map_err(|error| SettingsError::Unusable {
                variable: "LLAVERO_SMTP_URL",
                reason: error.to_string(),
            })?;
        Ok(Self {
            transport: builder
                .timeout(Some(STEP))
                .pool_config(PoolConfig::new().max_size(CONNECTIONS))
                .build(),
            from: settings.from.clone(),
        })
    }

    /// Hands the message to the server.
    pub(super) async fn send(
        &self,
        context: &Context,
        message: &Outgoing,
    ) -> Result<(), DeliveryFailure> {
        let mail = self.mail(context, message)?;
        match tokio::time::timeout(WHOLE, self.transport.send(mail)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(failure(&error, &message.id(), &message.recipient)),
            Err(_) => Err(DeliveryFailure::Unreachable),
        }
    }

    fn mail(&self, context: &Context, message: &Outgoing) -> Result<Message, DeliveryFailure> {
        let composed = compose(message, &context.settings.support_lines);
        let address: Address = message
            .recipient
            .parse()
            .map_err(|_| DeliveryFailure::NoAddress)?;
        let domain = self.from.email.domain();
        let written = u64::try_from(message.written_at().as_seconds()).unwrap_or_default();
        let header = |name, value: &str| {
            HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
        };
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, address))
            .subject(composed.subject.clone())
            .date(UNIX_EPOCH + Duration::from_secs(written))
            // The same each time it is tried.
            .message_id(Some(format!("<{}@{domain}>", message.id())))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", message.locale().tag()))
            .multipart(MultiPart::alternative_plain_html(
                composed.text(),
                html::page(&composed, message.locale()),
            ))
            .map_err(|error| {
                warn!(%error, message = message.id(), "an e-mail could not be put together");
                DeliveryFailure::Refused
            })
    }
}

/// What an error means for the message. The server's own words may name the
/// recipient: they are logged only when asked for.
fn failure(error: &Error, id: &str, recipient: &str) -> DeliveryFailure {
    debug!(%error, message = id, "the mail server did not take a message");
    let code = error.status().map(u16::from);
    if code.is_some_and(|code| CREDENTIALS.contains(&code)) {
        return DeliveryFailure::Credentials;
    }
    if error.is_permanent() {
        return DeliveryFailure::Refused;
    }
    if error.is_transient() {
        return DeliveryFailure::RefusedForNow;
    }
    if error.is_client() {
        // It has no way to sign in that we know, or does not take letters
        // beyond ASCII in an address (RFC 6531).
        return if recipient.is_ascii() {
            DeliveryFailure::Credentials
        } else {
            DeliveryFailure::Refused
        };
    }
    DeliveryFailure::Unreachable
}
