//! What an operation will do, in words.

use leptos::prelude::*;

use crate::domain::operation::OperationKind;
use crate::domain::view::{OperationView, SubjectView};
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::{Locale, Message};
use crate::ui::t_with;

/// "Asignar el token FEF4900035 a VictorP1".
pub fn what(operation: Signal<OperationView>) -> Signal<String> {
    let message = operation.with_untracked(|operation| message(operation.kind, &operation.subject));
    named(message, operation)
}

/// The same of an operation that nothing follows.
pub fn what_of(kind: OperationKind, subject: &SubjectView, locale: Locale) -> String {
    let values = values(subject);
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    message(kind, subject).fill(locale, &values)
}

/// `message` with the operation's serial and the name of its user.
pub fn named(message: OperationMessage, operation: Signal<OperationView>) -> Signal<String> {
    t_with(message, move || {
        operation.with(|operation| {
            let second = operation.second_username.clone().unwrap_or_default();
            let mut values = values(&operation.subject);
            values.push(("second", second));
            values
        })
    })
}

fn values(subject: &SubjectView) -> Vec<(&'static str, String)> {
    match subject {
        SubjectView::Token {
            serial,
            holder_username,
            ..
        } => vec![
            ("serial", serial.to_string()),
            ("name", holder_username.clone()),
        ],
        SubjectView::Batch(progress) => vec![
            ("count", progress.items.to_string()),
            ("done", progress.done.to_string()),
            ("failed", progress.failed.to_string()),
        ],
    }
}

const fn message(kind: OperationKind, subject: &SubjectView) -> OperationMessage {
    match subject {
        SubjectView::Token { .. } => what_message(kind),
        SubjectView::Batch(_) => what_many(kind),
    }
}

const fn what_many(kind: OperationKind) -> OperationMessage {
    match kind {
        OperationKind::Assign => OperationMessage::WhatAssignMany,
        OperationKind::Activate => OperationMessage::WhatActivateMany,
        _ => OperationMessage::WhatChangeMany,
    }
}

const fn what_message(kind: OperationKind) -> OperationMessage {
    match kind {
        OperationKind::Assign => OperationMessage::WhatAssign,
        OperationKind::Cancel => OperationMessage::WhatCancel,
        OperationKind::Activate => OperationMessage::WhatActivate,
        OperationKind::Unblock => OperationMessage::WhatUnblock,
        OperationKind::ReplaceDevice => OperationMessage::WhatReplaceDevice,
        OperationKind::Unassign => OperationMessage::WhatUnassign,
        OperationKind::UnassignRestoringPhysical => OperationMessage::WhatUnassignRestoring,
    }
}
