//! SMS by an HTTP gateway: a POST of JSON for each.

use std::error::Error;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use serde_json::Value;
use tracing::debug;

use super::settings::{SettingsError, SmsSettings};
use super::short_text::short_text;
use crate::domain::message::DeliveryFailure;
use crate::service::Context;
use crate::service::send_messages::Outgoing;
use crate::service::tls::provide_tls;

/// How long the gateway may take.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// A gateway.
pub(super) struct Gateway {
    client: Client,
    settings: SmsSettings,
}

impl Gateway {
    pub(super) fn new(settings: &SmsSettings) -> Result<Self, SettingsError> {
        provide_tls();
        let mut builder = Client::builder()
            .timeout(LONGEST_WAIT)
            .redirect(Policy::none());
        if settings.url.scheme() == "http" {
            // No certificates are needed, nor have to be on this machine.
            builder = builder.tls_certs_only([]);
        }
        let client = builder.build().map_err(|error| SettingsError::Unusable {
            variable: "LLAVERO_SMS_URL",
            reason: error
                .source()
                .map_or_else(|| error.to_string(), ToString::to_string),
        })?;
        Ok(Self {
            client,
            settings: settings.clone(),
        })
    }

    /// Hands the message to the gateway.
    pub(super) async fn send(
        &self,
        context: &Context,
        message: &Outgoing,
    ) -> Result<(), DeliveryFailure> {
        let support = &context.settings.support_lines;
        let text = short_text(&message.content, message.locale(), support)
            .ok_or(DeliveryFailure::Refused)?;
        let id = message.id();
        let values = [
            ("{to}", message.recipient.as_str()),
            ("{text}", text.as_str()),
            ("{id}", id.as_str()),
        ];
        let mut request = self
            .client
            .post(self.settings.url.clone())
            // The same each time it is tried.
            .header("Idempotency-Key", &id)
            .json(&filled(&self.settings.body, &values));
        if let Some(token) = &self.settings.token {
            request = request.bearer_auth(token);
        }
        match request.send().await {
            Ok(response) => judge(response.status()),
            Err(error) => {
                debug!(%error, message = id, "the SMS gateway was not reached");
                Err(DeliveryFailure::Unreachable)
            }
        }
    }
}

/// What the gateway's status means for the message.
fn judge(status: StatusCode) -> Result<(), DeliveryFailure> {
    match status.as_u16() {
        200..=299 => Ok(()),
        // The message is not to blame.
        401 | 403 | 407 => Err(DeliveryFailure::Credentials),
        408 | 425 | 429 => Err(DeliveryFailure::RefusedForNow),
        400..=499 => Err(DeliveryFailure::Refused),
        _ => Err(DeliveryFailure::RefusedForNow),
    }
}

/// The template with its places filled, in every text of it.
fn filled(template: &Value, values: &[(&str, &str)]) -> Value {
    match template {
        // Each place is filled once: what is put in is not looked through again.
        Value::String(text) => Value::String(fill(text, values)),
        Value::Array(items) => items.iter().map(|item| filled(item, values)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), filled(value, values)))
            .collect(),
        other => other.clone(),
    }
}

fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match values.iter().find(|(place, _)| from.starts_with(place)) {
            Some((place, value)) => {
                out.push_str(value);
                rest = &from[place.len()..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_person_wrote_cannot_become_a_place() {
        let template = json!({"messages": [{"to": "{to}", "body": "Banco: {text} {"}], "n": 1});
        let values = [("{to}", "+573001234567"), ("{text}", "\"{to}\"")];
        assert_eq!(
            filled(&template, &values),
            json!({"messages": [{"to": "+573001234567", "body": "Banco: \"{to}\" {"}], "n": 1})
        );
    }

    #[test]
    fn only_what_the_message_is_to_blame_for_is_refused_for_good() {
        for (status, outcome) in [
            (202, Ok(())),
            (400, Err(DeliveryFailure::Refused)),
            (401, Err(DeliveryFailure::Credentials)),
            (422, Err(DeliveryFailure::Refused)),
            (429, Err(DeliveryFailure::RefusedForNow)),
            (302, Err(DeliveryFailure::RefusedForNow)),
            (503, Err(DeliveryFailure::RefusedForNow)),
        ] {
            assert_eq!(judge(StatusCode::from_u16(status).unwrap()), outcome);
        }
    }
}
