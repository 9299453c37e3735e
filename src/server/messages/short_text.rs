//! Putting words to an SMS.

use crate::domain::locale::Locale;
use crate::domain::message::MessageContent;
use crate::domain::view::{SupportLine, SupportLineKind};
use crate::i18n::Message;
use crate::i18n::message::SmsMessage as Sms;
use crate::i18n::ui::UiMessage;

/// The message in so few words; `None` for what does not go by SMS.
pub(super) fn short_text(
    content: &MessageContent,
    locale: Locale,
    support: &[SupportLine],
) -> Option<String> {
    use MessageContent as Says;

    let phone = support
        .iter()
        .find(|line| line.kind == SupportLineKind::Telephone)
        .map(|line| line.number.as_str())
        .unwrap_or_default();
    let mut values = vec![
        ("product", UiMessage::Product.text(locale).to_owned()),
        ("phone", phone.to_owned()),
    ];
    let (text, token) = match content {
        Says::Invitation {
            serial,
            link,
            expires_at,
            ..
        } => {
            values.extend([
                ("serial", serial.to_string()),
                ("link", link.clone()),
                ("expires", expires_at.to_minute_text()),
            ]);
            (Sms::Invitation, None)
        }
        Says::TokenEnrolled { token, .. } => (Sms::Enrolled, Some(token)),
        Says::TokenActivated { token } => (Sms::Activated, Some(token)),
        Says::TokenBlocked { token, .. } => (Sms::Blocked, Some(token)),
        Says::TokenUnblocked { token } => (Sms::Unblocked, Some(token)),
        Says::TokenUnassigned { token } => (Sms::Unassigned, Some(token)),
        Says::ContactChanged { .. } => (Sms::Contact, None),
        Says::FirstPassword { .. }
        | Says::TokenCancelled { .. }
        | Says::InvitationExpired { .. }
        | Says::TokenRetired { .. }
        | Says::AdminTokenEnrolled { .. }
        | Says::AdminDeviceReplaced { .. }
        | Says::AdminTokenBlocked { .. }
        | Says::AdminRequestsLocked { .. }
        | Says::AdminApprovalWaiting { .. }
        | Says::AdminTokensGranted { .. }
        | Says::AdminTokensDeclined { .. } => return None,
    };
    values.extend(token.map(|token| ("serial", token.serial.to_string())));
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    Some(text.fill(locale, &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::{Doer, InvitationReason, ToldToken};
    use crate::domain::protocol::InvitationCode;
    use crate::domain::serial::Serial;
    use crate::domain::time::Timestamp;
    use crate::domain::token::BlockReason;
    use crate::service::settings::Settings;

    /// The letters of GSM 03.38 that count once, as far as our texts use them.
    const GSM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \
                       @#/:.,;-+()'\"!?&%=_éñÑ¿¡üÜ";

    fn contents() -> Vec<MessageContent> {
        let token = ToldToken {
            serial: Serial::from_number(9_999_999).unwrap(),
            by: Doer::System,
        };
        let code = InvitationCode::from_bytes([255; 16]).to_string();
        vec![
            MessageContent::Invitation {
                reason: InvitationReason::Assigned,
                serial: token.serial,
                link: format!("https://tokens.banco.com.co/app/enrolar#{code}"),
                code,
                expires_at: Timestamp::from_seconds(1_800_000_000),
            },
            MessageContent::TokenEnrolled {
                token: token.clone(),
                active: true,
            },
            MessageContent::TokenActivated {
                token: token.clone(),
            },
            MessageContent::TokenBlocked {
                token: token.clone(),
                reason: BlockReason::Lost,
            },
            MessageContent::TokenUnblocked {
                token: token.clone(),
            },
            MessageContent::TokenUnassigned {
                token: token.clone(),
            },
            MessageContent::ContactChanged { by: Doer::System },
            MessageContent::TokenRetired { token },
        ]
    }

    #[test]
    fn every_sms_fits_into_one() {
        let support = Settings::default_support_lines();
        for content in contents() {
            for locale in [Locale::Spanish, Locale::English] {
                let Some(text) = short_text(&content, locale, &support) else {
                    continue;
                };
                assert!(text.chars().count() <= 160, "{}: {text}", text.len());
                let odd: String = text.chars().filter(|c| !GSM.contains(*c)).collect();
                assert_eq!(odd, "", "{text}");
                assert!(!text.contains('{'), "{text}");
            }
        }
    }

    #[test]
    fn what_goes_by_sms_has_a_text() {
        let support = Settings::default_support_lines();
        for content in contents() {
            let text = short_text(&content, Locale::Spanish, &support);
            assert_eq!(text.is_some(), content.kind().goes_by_sms(), "{content:?}");
        }
    }
}
