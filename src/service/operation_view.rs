//! An operation as its requester's waiting screen shows it.

use super::Context;
use crate::domain::batch::BatchProgress;
use crate::domain::operation::{Operation, OperationKind, OperationState, WRONG_NUMBERS_ALLOWED};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::domain::view::{OperationView, SubjectView};
use crate::store::confirmation::ConfirmationRecord;

/// The path of the demo's mailbox.
pub const DEMO_MAILBOX: &str = "/demo/buzon";

/// Whether carrying it out invites the user.
const fn invites(kind: OperationKind) -> bool {
    matches!(kind, OperationKind::Assign | OperationKind::ReplaceDevice)
}

/// What an operation speaks of.
pub(super) enum Subjects<'a> {
    /// One token.
    Token {
        /// The token.
        token: &'a Token,
        /// The user it is about.
        holder: &'a User,
    },
    /// Many.
    Batch(BatchProgress),
}

impl Subjects<'_> {
    fn into_view(self) -> SubjectView {
        match self {
            Self::Token { token, holder } => SubjectView::Token {
                serial: token.serial,
                holder_username: holder.username.clone(),
                holder_full_name: holder.full_name.clone(),
            },
            Self::Batch(progress) => SubjectView::Batch(progress),
        }
    }
}

/// Puts the view together. One whose time ran out shows as expired before the
/// sweep has written so; `now` defaults to the time it was asked for.
pub(super) fn view(
    context: &Context,
    operation: &Operation,
    subjects: Subjects<'_>,
    confirmation: Option<&ConfirmationRecord>,
    now: Option<Timestamp>,
) -> OperationView {
    let now = now.unwrap_or(operation.requested_at);
    let state = if operation.state.is_open() && operation.is_expired(now) {
        OperationState::Expired
    } else {
        operation.state
    };
    let waits = state == OperationState::Pending;
    OperationView {
        id: operation.id,
        kind: operation.kind,
        subject: subjects.into_view(),
        state,
        number: confirmation
            .filter(|_| waits)
            .map(|confirmation| confirmation.number.clone()),
        numbers_left: WRONG_NUMBERS_ALLOWED
            .saturating_sub(confirmation.map_or(0, |confirmation| confirmation.wrong_numbers)),
        requested_at: operation.requested_at,
        expires_at: operation.expires_at,
        server_time: now,
        approvals: operation.approvals,
        second_username: None,
        approvers: 0,
        meanwhile: None,
        demo_mailbox: (context.settings.demo && invites(operation.kind))
            .then(|| DEMO_MAILBOX.to_owned()),
    }
}
