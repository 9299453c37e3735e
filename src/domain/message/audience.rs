//! Who is told of a change of a token, and of what: the one place that decides.

use super::content::{Doer, InvitationReason, MessageContent, ToldHolder, ToldToken};
use crate::domain::token::{BlockReason, TokenAction, TokenState};

/// What the user of a token is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolderNews {
    /// They are invited to enrol; the invitation itself tells them.
    Invitation(InvitationReason),
    /// A device was enrolled.
    Enrolled {
        /// Whether the token works already.
        active: bool,
    },
    /// The token works.
    Activated,
    /// The assignment was taken back.
    Cancelled,
    /// The invitation expired, and with it the assignment.
    InvitationExpired,
    /// The token stopped working.
    Blocked(BlockReason),
    /// It works again.
    Unblocked,
    /// It was taken away.
    Unassigned,
    /// It was put out of use for ever.
    Retired,
}

/// What the company's administrators are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdminNews {
    /// A device was enrolled.
    Enrolled {
        /// Whether the token works already, or waits for one of them.
        active: bool,
    },
    /// The user binds another device.
    DeviceReplaced,
    /// The token stopped working.
    Blocked(BlockReason),
}

/// Who is told of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// What the token's user is told; nothing when it has none.
    pub holder: Option<HolderNews>,
    /// What the company's active administrators are told, but for who did it.
    pub admins: Option<AdminNews>,
}

/// Who is told that `action` brought a token from `before` to `after`: its user
/// of every change, the administrators of enrolment, replacement and blocking.
pub const fn told(action: TokenAction, before: TokenState, after: TokenState) -> Told {
    if before.holder().is_none() && after.holder().is_none() {
        return Told {
            holder: None,
            admins: None,
        };
    }
    let (holder, admins) = match action {
        TokenAction::Assign { .. } => (HolderNews::Invitation(InvitationReason::Assigned), None),
        TokenAction::Resend => (HolderNews::Invitation(InvitationReason::SentAgain), None),
        TokenAction::ReplaceDevice { .. } => (
            HolderNews::Invitation(InvitationReason::DeviceReplaced),
            Some(AdminNews::DeviceReplaced),
        ),
        TokenAction::Enrol { .. } => {
            let active = matches!(after, TokenState::Active { .. });
            (
                HolderNews::Enrolled { active },
                Some(AdminNews::Enrolled { active }),
            )
        }
        TokenAction::Cancel => (HolderNews::Cancelled, None),
        TokenAction::ExpireInvitation => (HolderNews::InvitationExpired, None),
        TokenAction::Activate => (HolderNews::Activated, None),
        TokenAction::Unblock => (HolderNews::Unblocked, None),
        TokenAction::Unassign { .. } => (HolderNews::Unassigned, None),
        TokenAction::Retire => (HolderNews::Retired, None),
        TokenAction::Block { .. }
        | TokenAction::BlockForFailures
        | TokenAction::DeactivateHolder => match after {
            TokenState::Blocked { reason, .. } => (
                HolderNews::Blocked(reason),
                Some(AdminNews::Blocked(reason)),
            ),
            // Nothing worked yet that could be blocked.
            _ => (HolderNews::Cancelled, None),
        },
    };
    Told {
        holder: Some(holder),
        admins,
    }
}

impl HolderNews {
    /// What the message says; `None` for an invitation, which is written with
    /// its code.
    pub fn content(self, token: ToldToken) -> Option<MessageContent> {
        Some(match self {
            Self::Invitation(_) => return None,
            Self::Enrolled { active } => MessageContent::TokenEnrolled { token, active },
            Self::Activated => MessageContent::TokenActivated { token },
            Self::Cancelled => MessageContent::TokenCancelled { token },
            Self::InvitationExpired => MessageContent::InvitationExpired { token },
            Self::Blocked(reason) => MessageContent::TokenBlocked { token, reason },
            Self::Unblocked => MessageContent::TokenUnblocked { token },
            Self::Unassigned => MessageContent::TokenUnassigned { token },
            Self::Retired => MessageContent::TokenRetired { token },
        })
    }
}

impl AdminNews {
    /// What the message says.
    pub fn content(self, token: ToldToken, holder: ToldHolder) -> MessageContent {
        match self {
            Self::Enrolled { active } => MessageContent::AdminTokenEnrolled {
                token,
                holder,
                active,
            },
            Self::DeviceReplaced => MessageContent::AdminDeviceReplaced { token, holder },
            Self::Blocked(reason) => MessageContent::AdminTokenBlocked {
                token,
                holder,
                reason,
            },
        }
    }
}

impl Doer {
    /// Whether a person did it who can be named.
    pub const fn name(&self) -> Option<&String> {
        match self {
            Self::Person { username } => Some(username),
            Self::Device { name } => Some(name),
            Self::Bank | Self::System => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{DeviceId, UserId};
    use crate::domain::time::Timestamp;
    use crate::domain::token::{ActionKind, ActivationRule, transition};

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn holder() -> UserId {
        UserId::new(NOW, [1; 10])
    }

    fn device() -> DeviceId {
        DeviceId::new(NOW, [2; 10])
    }

    fn states() -> Vec<TokenState> {
        let (holder, device) = (holder(), device());
        let mut states = vec![
            TokenState::Available,
            TokenState::PendingActivation { holder, device },
            TokenState::Active { holder, device },
            TokenState::Retired,
        ];
        for activation in [ActivationRule::ByAdministrator, ActivationRule::OnEnrolment] {
            states.push(TokenState::Assigned { holder, activation });
        }
        for reason in BlockReason::ALL {
            states.push(TokenState::Blocked {
                holder,
                device,
                reason,
            });
        }
        states
    }

    fn actions(kind: ActionKind) -> Vec<TokenAction> {
        let (holder, device) = (holder(), device());
        let activation = ActivationRule::ByAdministrator;
        match kind {
            ActionKind::Assign => vec![TokenAction::Assign { holder, activation }],
            ActionKind::Enrol => vec![TokenAction::Enrol { device }],
            ActionKind::Resend => vec![TokenAction::Resend],
            ActionKind::Cancel => vec![TokenAction::Cancel],
            ActionKind::ExpireInvitation => vec![TokenAction::ExpireInvitation],
            ActionKind::Activate => vec![TokenAction::Activate],
            ActionKind::Block => BlockReason::GIVEN
                .map(|reason| TokenAction::Block { reason })
                .to_vec(),
            ActionKind::BlockForFailures => vec![TokenAction::BlockForFailures],
            ActionKind::DeactivateHolder => vec![TokenAction::DeactivateHolder],
            ActionKind::Unblock => vec![TokenAction::Unblock],
            ActionKind::ReplaceDevice => vec![TokenAction::ReplaceDevice { activation }],
            ActionKind::Unassign => [true, false]
                .map(|restore_physical| TokenAction::Unassign { restore_physical })
                .to_vec(),
            ActionKind::Retire => vec![TokenAction::Retire],
        }
    }

    /// Every transition there is.
    fn changes() -> Vec<(TokenAction, TokenState, TokenState)> {
        let mut changes = Vec::new();
        for kind in ActionKind::ALL {
            let before = changes.len();
            for action in actions(kind) {
                for state in states() {
                    if let Ok(moved) = transition(state, action) {
                        changes.push((action, state, moved.next));
                    }
                }
            }
            assert!(changes.len() > before, "{kind:?} is never possible");
        }
        changes
    }

    #[test]
    fn every_change_of_a_token_tells_its_user() {
        for (action, before, after) in changes() {
            let has_user = before.holder().or(after.holder()).is_some();
            let told = told(action, before, after);
            assert_eq!(told.holder.is_some(), has_user, "{action:?} of {before:?}");
        }
    }

    #[test]
    fn enrolment_replacement_and_blocking_also_tell_the_administrators() {
        for (action, before, after) in changes() {
            let blocks = matches!(after, TokenState::Blocked { .. });
            let expected =
                matches!(action.kind(), ActionKind::Enrol | ActionKind::ReplaceDevice) || blocks;
            let told = told(action, before, after);
            assert_eq!(told.admins.is_some(), expected, "{action:?} of {before:?}");
        }
    }

    #[test]
    fn a_block_is_told_with_the_reason_that_the_token_has() {
        for (action, before, after) in changes() {
            let told = told(action, before, after);
            if let TokenState::Blocked { reason, .. } = after {
                assert_eq!(told.holder, Some(HolderNews::Blocked(reason)));
                assert_eq!(told.admins, Some(AdminNews::Blocked(reason)));
            }
        }
    }

    #[test]
    fn what_issues_an_invitation_is_told_by_it() {
        use crate::domain::token::Effect;

        for (action, before, _) in changes() {
            let moved = transition(before, action).unwrap();
            let issues = moved
                .effects
                .iter()
                .any(|effect| matches!(effect, Effect::IssueInvitation { .. }));
            let told = told(action, before, moved.next);
            let invites = matches!(told.holder, Some(HolderNews::Invitation(_)));
            assert_eq!(invites, issues, "{action:?} of {before:?}");
        }
    }
}
