//! What an operation will do, in words.

use leptos::prelude::*;

use crate::domain::operation::OperationKind;
use crate::domain::view::OperationView;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::t_with;

/// "Asignar el token FEF4900035 a VictorP1".
pub fn what(operation: Signal<OperationView>) -> Signal<String> {
    let kind = operation.with_untracked(|operation| operation.kind);
    named(what_message(kind), operation)
}

/// `message` with the operation's serial and the name of its user.
pub fn named(message: OperationMessage, operation: Signal<OperationView>) -> Signal<String> {
    t_with(message, move || {
        operation.with(|operation| {
            vec![
                ("serial", operation.serial.to_string()),
                ("name", operation.holder_username.clone()),
            ]
        })
    })
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
