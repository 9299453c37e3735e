//! Asking for a change of a token that is confirmed in the AppMovil, from the
//! table, from the token's page or from the change's own.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::actions::action_of;
use crate::api::operation::{request_change, request_changes};
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::domain::error::RequestError;
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::view::{NamedToken, SeenToken, TokenRow};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeTarget {
    seen: Vec<SeenToken>,
    kind: OperationKind,
    /// The page that waits for it.
    page: String,
}

impl ChangeTarget {
    /// A change of one token.
    pub fn of(row: &TokenRow, kind: OperationKind) -> Self {
        Self::followed_by(row, kind, &[])
    }

    /// A change of one token; those of `queue`, of the same selection, come after
    /// it.
    pub fn followed_by(row: &TokenRow, kind: OperationKind, queue: &[Serial]) -> Self {
        Self {
            seen: vec![row.seen()],
            kind,
            page: page_of(row.serial, kind, queue),
        }
    }

    /// The same change of tokens that a file names, with one confirmation.
    pub fn of_seen(seen: Vec<SeenToken>, kind: OperationKind) -> Self {
        Self {
            seen,
            kind,
            page: paths::SEVERAL.to_owned(),
        }
    }

    /// The same change of each of `tokens`, with one confirmation.
    pub fn of_all(tokens: &[NamedToken], kind: OperationKind) -> Self {
        let page = match tokens {
            [one] => page_of(one.serial, kind, &[]),
            _ => paths::SEVERAL.to_owned(),
        };
        Self {
            seen: tokens.iter().map(NamedToken::seen).collect(),
            kind,
            page,
        }
    }
}

fn page_of(serial: Serial, kind: OperationKind, queue: &[Serial]) -> String {
    match action_of(kind.action_kind()) {
        Some(action) => paths::change(action.segment, serial, queue),
        None => paths::detail(serial),
    }
}

type Answer = Result<String, RequestError>;

/// The request, its progress and its error.
#[derive(Clone, Copy)]
pub struct ChangeRequest {
    action: Action<ChangeTarget, Answer>,
}

impl ChangeRequest {
    /// Asks, unless an answer is on its way.
    pub fn ask(self, target: ChangeTarget) {
        if !self.action.pending().get_untracked() {
            self.action.dispatch(target);
        }
    }

    /// Whether an answer is on its way.
    pub fn pending(self) -> Signal<bool> {
        self.action.pending().into()
    }

    /// The user whose token somebody else changed first, when that is why it was
    /// refused; tracked.
    pub fn overtaken_user(self) -> Option<String> {
        match self.action.value().get() {
            Some(Err(RequestError::Overtaken(change))) => change.username,
            _ => None,
        }
    }

    /// Why it was refused, on the page.
    pub fn notice(self) -> impl IntoView {
        move || match self.action.value().get() {
            Some(Err(error)) => Some(view! { <ErrorNotice error/> }),
            Some(Ok(_)) | None => None,
        }
    }
}

/// A request that leads to its waiting screen. `refused` runs when it was
/// refused, so that the page shows what is true now.
pub fn use_change_request(refused: Callback<()>) -> ChangeRequest {
    let action = Action::new(|target: &ChangeTarget| {
        let target = target.clone();
        async move {
            let operation = match target.seen[..] {
                [one] => request_change(one, target.kind).await,
                _ => request_changes(target.seen, target.kind).await,
            };
            operation.map(|operation| paths::waiting(&target.page, operation.id))
        }
    });
    let navigate = use_navigate();
    Effect::new(move |_| match action.value().get() {
        Some(Ok(waiting)) => navigate(&waiting, NavigateOptions::default()),
        Some(Err(_)) => refused.run(()),
        None => {}
    });
    ChangeRequest { action }
}
