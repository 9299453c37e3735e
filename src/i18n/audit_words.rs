//! What an entry of the audit log says, in words: on the screen and in a file.

use super::console_audit::AuditMessage;
use super::token_words::block_reason_message;
use super::{Locale, Message};
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome};
use crate::domain::operation::OperationKind;
use crate::domain::token::{ActionKind, BlockReason};
use crate::domain::view::{AuditRow, AuditWho};

/// Between an operation's kind and the number of its tokens, in an entry's
/// detail.
const TIMES: &str = " × ";

/// Who did it.
pub fn who(who: &AuditWho, locale: Locale) -> String {
    match who {
        AuditWho::Person { name, .. } | AuditWho::Bank { name } => name.clone(),
        AuditWho::Device {
            holder: Some((_, name)),
            ..
        } => AuditMessage::ByDevice.fill(locale, &[("name", name)]),
        AuditWho::Device { name, .. } => AuditMessage::SomeDevice.fill(locale, &[("name", name)]),
        AuditWho::System => AuditMessage::Llavero.text(locale).to_owned(),
    }
}

/// From where, as one reads it in a table; the network address apart.
pub fn client(origin: Option<&AuditOrigin>, locale: Locale) -> String {
    match origin {
        Some(origin @ (AuditOrigin::Console { .. } | AuditOrigin::Device { .. })) => {
            let unknown = || AuditMessage::UnknownBrowser.text(locale).to_owned();
            origin.client_name().unwrap_or_else(unknown)
        }
        Some(AuditOrigin::System) => AuditMessage::Llavero.text(locale).to_owned(),
        Some(AuditOrigin::CommandLine) => AuditMessage::CommandLine.text(locale).to_owned(),
        None => AuditMessage::OriginUnknown.text(locale).to_owned(),
    }
}

/// Why it was not done.
pub fn reason(outcome: AuditOutcome, locale: Locale) -> Option<&'static str> {
    outcome.reason().map(|reason| reason.text(locale))
}

/// More about it, where there is more to say.
pub fn detail(row: &AuditRow, locale: Locale) -> Option<String> {
    match row.action {
        AuditAction::Token(ActionKind::Block) => {
            let reason = BlockReason::from_code(&row.detail)?;
            Some(block_reason_message(reason).text(locale).to_owned())
        }
        AuditAction::OperationRequested
        | AuditAction::OperationConfirmed
        | AuditAction::OperationApplied
        | AuditAction::OperationRejected
        | AuditAction::OperationExpired
        | AuditAction::OperationCancelled
        | AuditAction::OperationSuperseded => operation(&row.detail, locale),
        AuditAction::UserEdited => fields(&row.detail, locale),
        _ => None,
    }
}

/// An operation, from its code and, where there are several, the number of its
/// tokens.
fn operation(detail: &str, locale: Locale) -> Option<String> {
    let (code, items) = match detail.split_once(TIMES) {
        Some((code, items)) => (code, Some(items.parse().ok()?)),
        None => (detail, None),
    };
    Some(operation_words(
        OperationKind::from_code(code)?,
        items,
        locale,
    ))
}

/// What an operation changes, and of how many tokens when it is of a list.
pub fn operation_words(kind: OperationKind, items: Option<u32>, locale: Locale) -> String {
    let what = kind
        .action_kind()
        .map_or(AuditAction::UserEdited, AuditAction::Token)
        .text(locale);
    match items {
        Some(items) => {
            let count = items.to_string();
            AuditMessage::ManyTokens.fill(locale, &[("what", what), ("count", &count)])
        }
        None => what.to_owned(),
    }
}

/// The fields of a user that an edit changed.
fn fields(detail: &str, locale: Locale) -> Option<String> {
    let words: Vec<_> = detail
        .split(',')
        .filter_map(|field| match field {
            "full_name" => Some(AuditMessage::FieldName),
            "email" => Some(AuditMessage::FieldEmail),
            "mobile" => Some(AuditMessage::FieldMobile),
            "confirmed_at" => Some(AuditMessage::FieldConfirmed),
            _ => None,
        })
        .map(|message| message.text(locale))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}
