//! What an operation will do, in words.

use leptos::prelude::*;

use crate::domain::operation::OperationKind;
use crate::domain::view::{OperationView, SubjectView};
use crate::i18n::console_operation::OperationMessage;
use crate::ui::t_with;

/// "Asignar el token FEF4900035 a VictorP1".
pub fn what(operation: Signal<OperationView>) -> Signal<String> {
    let message = operation.with_untracked(|operation| match operation.subject {
        SubjectView::Token { .. } => what_message(operation.kind),
        SubjectView::Batch(_) => what_many(operation.kind),
    });
    named(message, operation)
}

/// `message` with the operation's serial and the name of its user.
pub fn named(message: OperationMessage, operation: Signal<OperationView>) -> Signal<String> {
    t_with(message, move || {
        operation.with(|operation| match &operation.subject {
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
        })
    })
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
