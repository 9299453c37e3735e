use serde::{Deserialize, Serialize};

use crate::domain::token::ActionKind;

/// What kind of thing an entry tells, as far as the log filters by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditGroup {
    /// Signing in and out.
    Access,
    /// What is done about users.
    Users,
    /// Requests and what becomes of them.
    Operations,
    /// What happens to tokens.
    Tokens,
    /// What is done about the company itself.
    Company,
    /// What is done with the log.
    Log,
}

impl AuditGroup {
    /// Every group.
    pub const ALL: [Self; 6] = [
        Self::Access,
        Self::Users,
        Self::Operations,
        Self::Tokens,
        Self::Company,
        Self::Log,
    ];

    /// The word that stands for it in the URL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Access => "ingresos",
            Self::Users => "usuarios",
            Self::Operations => "solicitudes",
            Self::Tokens => "tokens",
            Self::Company => "empresa",
            Self::Log => "bitacora",
        }
    }

    /// The group that such a word stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }
}

macro_rules! actions {
    ($( $(#[$doc:meta])* $name:ident = $code:literal in $group:ident, )*) => {
        /// What was done, or tried: what an entry of the audit log tells.
        ///
        /// Adding one takes a line here and its words in `i18n/audit_action.rs`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum AuditAction {
            /// Something was done to a token.
            Token(ActionKind),
            $( $(#[$doc])* $name, )*
        }

        impl AuditAction {
            /// Those that are not an action of a token's life.
            pub const OTHERS: &'static [Self] = &[ $( Self::$name, )* ];

            /// The code that stands for it in the store: part of what the chain
            /// binds, so that it never changes.
            pub const fn code(self) -> &'static str {
                match self {
                    Self::Token(kind) => kind.code(),
                    $( Self::$name => $code, )*
                }
            }

            /// What kind of thing it is.
            pub const fn group(self) -> AuditGroup {
                match self {
                    Self::Token(_) => AuditGroup::Tokens,
                    $( Self::$name => AuditGroup::$group, )*
                }
            }
        }
    };
}

actions! {
    /// Somebody signed in, or tried to.
    SignIn = "sign_in" in Access,
    /// Somebody signed out.
    SignOut = "sign_out" in Access,
    /// A user's sessions were ended by somebody else, or by a rule.
    SessionsEnded = "sessions_ended" in Access,
    /// Somebody chose their password.
    PasswordChosen = "password_chosen" in Access,
    /// Somebody was sent the link to choose their password.
    PasswordLinkSent = "password_link_sent" in Users,
    /// An administrator made a user.
    UserCreated = "user_created" in Users,
    /// An administrator changed a user.
    UserEdited = "user_edited" in Users,
    /// An administrator checked a user's contact data with them.
    ContactConfirmed = "contact_confirmed" in Users,
    /// An administrator set a user inactive.
    UserDeactivated = "user_deactivated" in Users,
    /// An administrator set a user active again.
    UserActivated = "user_activated" in Users,
    /// An administrator lifted the lock on another's requests.
    RequestsUnlocked = "requests_unlocked" in Users,
    /// An administrator accepted a file of users or of tokens.
    ImportAccepted = "import_accepted" in Users,
    /// A message to a user was sent once more.
    MessageSentAgain = "message_sent_again" in Users,
    /// Somebody asked for an operation.
    OperationRequested = "operation_requested" in Operations,
    /// A device confirmed an operation.
    OperationConfirmed = "operation_confirmed" in Operations,
    /// What was confirmed has been carried out.
    OperationApplied = "operation_applied" in Operations,
    /// An operation was rejected.
    OperationRejected = "operation_rejected" in Operations,
    /// An operation's time ran out.
    OperationExpired = "operation_expired" in Operations,
    /// Who asked for an operation took it back.
    OperationCancelled = "operation_cancelled" in Operations,
    /// The token changed before its operation was confirmed.
    OperationSuperseded = "operation_superseded" in Operations,
    /// The bank granted a token to the company.
    Grant = "grant" in Tokens,
    /// A user's physical token was registered.
    PhysicalTokenRegistered = "physical_token_registered" in Tokens,
    /// A physical token stopped working because a virtual one replaced it.
    PhysicalTokenDisabled = "physical_token_disabled" in Tokens,
    /// A physical token works again in place of the virtual one.
    PhysicalTokenRestored = "physical_token_restored" in Tokens,
    /// Somebody opened an invitation to link their own AppMovil.
    OwnDeviceInvited = "own_device_invited" in Tokens,
    /// The bank made the company.
    CompanyCreated = "company_created" in Company,
    /// The bank changed the company.
    CompanyEdited = "company_edited" in Company,
    /// The bank suspended the company.
    CompanySuspended = "company_suspended" in Company,
    /// The bank let the company go on.
    CompanyResumed = "company_resumed" in Company,
    /// How many administrators confirm an operation was set.
    ApprovalsSet = "approvals_set" in Company,
    /// The company asked the bank for more tokens.
    TokensRequested = "tokens_requested" in Company,
    /// The bank granted what was asked for.
    TokenRequestGranted = "token_request_granted" in Company,
    /// The bank declined it.
    TokenRequestDeclined = "token_request_declined" in Company,
    /// The company no longer asks for it.
    TokenRequestWithdrawn = "token_request_withdrawn" in Company,
    /// Somebody took the log with them as a file.
    LogExported = "log_exported" in Log,
}

impl AuditAction {
    /// Every action.
    pub fn all() -> impl Iterator<Item = Self> {
        ActionKind::ALL
            .into_iter()
            .map(Self::Token)
            .chain(Self::OTHERS.iter().copied())
    }

    /// Whether the serial that its entry names is a physical token's.
    pub const fn is_about_physical_token(self) -> bool {
        matches!(
            self,
            Self::PhysicalTokenRegistered
                | Self::PhysicalTokenDisabled
                | Self::PhysicalTokenRestored
        )
    }

    /// The action that a stored code stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|action| action.code() == code)
    }
}

impl From<ActionKind> for AuditAction {
    fn from(kind: ActionKind) -> Self {
        Self::Token(kind)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_code_stands_for_one_action_and_survives_being_stored() {
        let codes: HashSet<_> = AuditAction::all().map(AuditAction::code).collect();
        assert_eq!(codes.len(), AuditAction::all().count());
        for action in AuditAction::all() {
            assert_eq!(AuditAction::from_code(action.code()), Some(action));
        }
        assert_eq!(AuditAction::from_code("volar"), None);
    }

    #[test]
    fn a_groups_word_survives_the_address() {
        for group in AuditGroup::ALL {
            assert_eq!(AuditGroup::from_code(group.code()), Some(group));
        }
    }
}
