//! An error in words: what happened, what to do, and whom to ask.

use super::import::sheet_words;
use super::words::{contact_words, deed, duration, ineligibility_message};
use crate::domain::approval::ApprovalRefusal;
use crate::domain::error::{Conflict, FieldError, FieldName, FieldProblem, Pause, RequestError};
use crate::domain::password::LinkFault;
use crate::domain::token::Refusal;
use crate::domain::user_change::UserRefusal;
use crate::domain::view::TimelineEntry;
use crate::i18n::console_error::ErrorMessage as Words;
use crate::i18n::{Locale, Message};
use crate::ui::{NoticeKind, status_message};

/// An error as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// How grave it is.
    pub kind: NoticeKind,
    /// What happened.
    pub title: String,
    /// What to do.
    pub lead: String,
    /// One by one, where there are several things.
    pub details: Vec<String>,
    /// What the log calls it.
    pub reference: Option<String>,
    /// Whether trying again may help.
    pub can_retry: bool,
    /// Whether the person is stuck without the bank.
    pub needs_support: bool,
}

/// Puts `error` into words.
pub fn explain(error: &RequestError, locale: Locale) -> Explained {
    let (title, lead) = title_and_lead(error);
    let mut explained = Explained {
        kind: kind(error),
        title: title.text(locale).to_owned(),
        lead: lead.text(locale).to_owned(),
        details: Vec::new(),
        reference: None,
        can_retry: matches!(
            error,
            RequestError::Unreachable
                | RequestError::Unavailable { .. }
                | RequestError::Internal { .. }
                | RequestError::Malformed
        ),
        needs_support: needs_support(error),
    };
    match error {
        RequestError::Unavailable { reference } | RequestError::Internal { reference } => {
            explained.reference = Some(reference.clone());
        }
        RequestError::Paused { retry_after, .. } => {
            let time = duration(*retry_after, locale);
            explained.lead = lead.fill(locale, &[("time", &time)]);
        }
        RequestError::Refused(refusal) => explain_refusal(refusal, locale, &mut explained),
        RequestError::UserRefused(UserRefusal::ContactIncomplete(problems)) => {
            explained.details = contact_words(problems, locale);
        }
        RequestError::Conflict(Conflict::TooFewTokens { needed, available }) => {
            let (needed, available) = (needed.to_string(), available.to_string());
            let values = [
                ("needed", needed.as_str()),
                ("available", available.as_str()),
            ];
            explained.lead = lead.fill(locale, &values);
        }
        RequestError::Sheet(problem) => explained.lead = sheet_words(problem, locale),
        RequestError::Overtaken(change) => explained.lead = overtaken(change, locale),
        RequestError::Invalid(fields) => {
            explained.details = fields
                .iter()
                .map(|field| field_message(*field).text(locale).to_owned())
                .collect();
        }
        _ => {}
    }
    explained
}

const fn title_and_lead(error: &RequestError) -> (Words, Words) {
    match error {
        RequestError::SignedOut => (Words::SignedOutTitle, Words::SignedOutLead),
        RequestError::NotFound => (Words::NotFoundTitle, Words::NotFoundLead),
        RequestError::NotAllowed => (Words::NotAllowedTitle, Words::NotAllowedLead),
        RequestError::Invalid(_) | RequestError::Sheet(_) => {
            (Words::InvalidTitle, Words::InvalidLead)
        }
        RequestError::Refused(refusal) => (Words::RefusedTitle, refusal_message(refusal)),
        RequestError::UserRefused(refusal) => (Words::RefusedTitle, user_refusal_message(refusal)),
        RequestError::ApprovalRefused(refusal) => {
            (Words::RefusedTitle, approval_refusal_message(*refusal))
        }
        RequestError::Conflict(conflict) => conflict_words(*conflict),
        RequestError::Overtaken(_) => (Words::ChangedTitle, Words::OvertakenLead),
        RequestError::LinkUnusable(LinkFault::Unusable) => {
            (Words::LinkUsedTitle, Words::LinkUsedLead)
        }
        RequestError::LinkUnusable(LinkFault::Expired) => {
            (Words::LinkExpiredTitle, Words::LinkUsedLead)
        }
        RequestError::Paused { pause, .. } => match pause {
            Pause::SignIn => (Words::PausedSignInTitle, Words::PausedSignInLead),
            Pause::UnapprovedRequests => (Words::PausedRequestsTitle, Words::PausedRequestsLead),
        },
        RequestError::Locked => (Words::LockedRequestsTitle, Words::LockedRequestsLead),
        RequestError::Malformed => (Words::MalformedTitle, Words::MalformedLead),
        RequestError::Unreachable => (Words::UnreachableTitle, Words::UnreachableLead),
        RequestError::Unavailable { .. } => (Words::UnavailableTitle, Words::UnavailableLead),
        RequestError::Internal { .. } => (Words::InternalTitle, Words::InternalLead),
    }
}

/// Why somebody may not answer as the second administrator.
pub const fn approval_refusal_message(refusal: ApprovalRefusal) -> Words {
    match refusal {
        ApprovalRefusal::NotYourRole => Words::NotAllowedLead,
        ApprovalRefusal::NotWaiting => Words::SettledLead,
        ApprovalRefusal::OwnRequest => Words::OwnRequest,
        ApprovalRefusal::OwnToken => Words::OwnTokenApproval,
        ApprovalRefusal::CannotConfirm => Words::NoActiveTokenLead,
    }
}

const fn conflict_words(conflict: Conflict) -> (Words, Words) {
    match conflict {
        Conflict::NoTokenAvailable => (Words::NoTokenTitle, Words::NoTokenLead),
        Conflict::TokensReserved => (Words::ReservedTitle, Words::ReservedLead),
        Conflict::TooFewTokens { .. } => (Words::TooFewTitle, Words::TooFewLead),
        Conflict::ChangedMeanwhile => (Words::ChangedTitle, Words::ChangedLead),
        Conflict::SerialsUsedUp => (Words::SerialsUsedUpTitle, Words::SerialsUsedUpLead),
        Conflict::AlreadyRequested => (Words::AlreadyRequestedTitle, Words::AlreadyRequestedLead),
        Conflict::AlreadySettled => (Words::SettledTitle, Words::SettledLead),
        Conflict::NoActiveToken => (Words::NoActiveTokenTitle, Words::NoActiveTokenLead),
        Conflict::AlreadyLinked => (Words::AlreadyLinkedTitle, Words::AlreadyLinkedLead),
        Conflict::AlreadyInvited => (Words::AlreadyInvitedTitle, Words::AlreadyInvitedLead),
    }
}

const fn kind(error: &RequestError) -> NoticeKind {
    match error {
        RequestError::Conflict(_)
        | RequestError::Overtaken(_)
        | RequestError::Paused { .. }
        | RequestError::Locked
        | RequestError::SignedOut
        | RequestError::NotFound => NoticeKind::Warning,
        _ => NoticeKind::Danger,
    }
}

const fn needs_support(error: &RequestError) -> bool {
    matches!(
        error,
        RequestError::Internal { .. }
            | RequestError::Conflict(Conflict::NoTokenAvailable | Conflict::NoActiveToken)
            | RequestError::Refused(Refusal::LastAdministrator | Refusal::CannotConfirm)
            | RequestError::Locked
    )
}

const fn refusal_message(refusal: &Refusal) -> Words {
    match refusal {
        Refusal::NotYourRole => Words::RefusedRole,
        Refusal::WrongState { .. } => Words::RefusedState,
        Refusal::Ineligible(_) => Words::RefusedIneligible,
        Refusal::OperationOpen => Words::RefusedOpen,
        Refusal::OwnToken => Words::RefusedOwn,
        Refusal::LastAdministrator => Words::RefusedLast,
        Refusal::CannotConfirm => Words::NoActiveTokenLead,
    }
}

const fn user_refusal_message(refusal: &UserRefusal) -> Words {
    match refusal {
        UserRefusal::NotYourRole => Words::RefusedRole,
        UserRefusal::Oneself => Words::UserOneself,
        UserRefusal::LastAdministrator => Words::RefusedLast,
        UserRefusal::AlreadyActive => Words::UserActive,
        UserRefusal::Inactive => Words::UserInactive,
        UserRefusal::ContactIncomplete(_) => Words::UserIncomplete,
        UserRefusal::HoldsToken => Words::UserHoldsToken,
    }
}

/// Why something cannot be done about a user, beside its button.
pub fn user_refusal_words(refusal: &UserRefusal, locale: Locale) -> String {
    user_refusal_message(refusal).text(locale).to_owned()
}

/// What somebody did first, and where the token stands now.
fn overtaken(change: &TimelineEntry, locale: Locale) -> String {
    let state = change.to.map_or("", |to| status_message(to).text(locale));
    let values = [("deed", deed(change, locale)), ("state", state.to_owned())];
    Words::OvertakenLead.fill(
        locale,
        &values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str())),
    )
}

fn explain_refusal(refusal: &Refusal, locale: Locale, explained: &mut Explained) {
    match refusal {
        Refusal::WrongState { from, .. } => {
            let state = status_message(*from).text(locale);
            explained.lead = Words::RefusedState.fill(locale, &[("state", state)]);
        }
        Refusal::Ineligible(reasons) => {
            explained.details = reasons
                .iter()
                .map(|reason| ineligibility_message(*reason).text(locale).to_owned())
                .collect();
        }
        _ => {}
    }
}

/// What is wrong with a field, beside the field.
pub const fn field_message(error: FieldError) -> Words {
    match (error.field, error.problem) {
        (FieldName::Company, FieldProblem::Missing) => Words::CompanyMissing,
        (FieldName::Username, FieldProblem::Missing) => Words::UsernameMissing,
        (FieldName::Password, FieldProblem::Missing) => Words::PasswordMissing,
        (FieldName::Code, FieldProblem::Missing) => Words::CodeMissing,
        (FieldName::Company | FieldName::Username | FieldName::Password, FieldProblem::Wrong) => {
            Words::CredentialsWrong
        }
        (FieldName::Username, FieldProblem::Taken) => Words::UsernameTaken,
        (FieldName::Username, FieldProblem::Malformed) => Words::UsernameMalformed,
        (FieldName::FullName, FieldProblem::Missing) => Words::FullNameMissing,
        (FieldName::Email, FieldProblem::Missing) => Words::FieldEmailMissing,
        (FieldName::Email, FieldProblem::Malformed) => Words::FieldEmailMalformed,
        (FieldName::Mobile, FieldProblem::Missing) => Words::FieldMobileMissing,
        (FieldName::Mobile, FieldProblem::Malformed) => Words::FieldMobileMalformed,
        (FieldName::Company, FieldProblem::Taken) => Words::SlugTaken,
        (FieldName::Company, FieldProblem::Malformed) => Words::SlugMalformed,
        (FieldName::CompanyName, FieldProblem::Missing) => Words::CompanyNameMissing,
        (FieldName::TokenCount, _) => Words::TokenCountWrong,
        (FieldName::Serial, _) => Words::SerialMalformed,
        (FieldName::DeclineReason, FieldProblem::Missing) => Words::DeclineReasonMissing,
        (FieldName::ContactPeriod, _) => Words::ContactPeriodWrong,
        (_, FieldProblem::TooShort) => Words::PasswordShort,
        (_, FieldProblem::TooEasy) => Words::PasswordEasy,
        (FieldName::Code, FieldProblem::Wrong) => Words::CodeWrong,
        (FieldName::Code, FieldProblem::Blocked) => Words::CodeBlocked,
        (FieldName::Code, _) => Words::CodeMalformed,
        (_, FieldProblem::TooLong) => Words::FieldTooLong,
        (_, FieldProblem::Malformed) => Words::FieldMalformed,
        (_, FieldProblem::Missing) => Words::FieldMissing,
        (_, FieldProblem::Wrong | FieldProblem::Taken | FieldProblem::Blocked) => Words::FieldWrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::token::{ActionKind, TokenStatus};
    use crate::domain::user::Ineligibility;

    #[test]
    fn a_fault_of_ours_tells_its_reference() {
        let error = RequestError::Internal {
            reference: "a1b2".to_owned(),
        };
        let explained = explain(&error, Locale::Spanish);
        assert_eq!(explained.reference.as_deref(), Some("a1b2"));
        assert!(explained.needs_support && explained.can_retry);
    }

    #[test]
    fn a_pause_tells_how_long() {
        let error = RequestError::Paused {
            pause: Pause::SignIn,
            retry_after: 300,
        };
        assert!(explain(&error, Locale::Spanish).lead.contains("5 minutos"));
    }

    #[test]
    fn a_refusal_of_state_names_the_state() {
        let error = RequestError::Refused(Refusal::WrongState {
            from: TokenStatus::Blocked,
            action: ActionKind::Activate,
        });
        assert!(explain(&error, Locale::Spanish).lead.contains("Bloqueado"));
    }

    #[test]
    fn who_was_overtaken_is_told_by_whom_and_where_the_token_stands() {
        let error = RequestError::Overtaken(Box::new(TimelineEntry {
            at: crate::domain::time::Timestamp::from_seconds(1_705_330_980),
            actor: crate::domain::view::TimelineActor::Person("CarlosM".to_owned()),
            action: Some(ActionKind::Block),
            from: Some(TokenStatus::Active),
            to: Some(TokenStatus::Blocked),
            username: None,
        }));
        assert_eq!(
            explain(&error, Locale::Spanish).lead,
            "CarlosM: Token bloqueado (2024/01/15 10:03). Ahora el token está Bloqueado. \
             Revíselo y decida de nuevo."
        );
    }

    #[test]
    fn every_reason_of_an_ineligible_user_is_told() {
        let reasons = vec![Ineligibility::Inactive, Ineligibility::HasToken];
        let error = RequestError::Refused(Refusal::Ineligible(reasons));
        assert_eq!(explain(&error, Locale::English).details.len(), 2);
    }

    #[test]
    fn no_place_for_a_value_is_left_unfilled() {
        let errors = [
            RequestError::SignedOut,
            RequestError::NotFound,
            RequestError::NotAllowed,
            RequestError::Malformed,
            RequestError::Unreachable,
            RequestError::Conflict(Conflict::TokensReserved),
            RequestError::Refused(Refusal::OwnToken),
        ];
        for error in errors {
            let explained = explain(&error, Locale::Spanish);
            assert!(!explained.lead.contains('{'), "{error:?}");
        }
    }
}
