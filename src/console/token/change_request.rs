//! Asking for a change of a token that is confirmed in the AppMovil, from the
//! table, from the token's page or from the change's own.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::actions::action_of;
use crate::api::operation::request_change;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::domain::error::RequestError;
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::view::{SeenToken, TokenRow};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeTarget {
    seen: SeenToken,
    serial: Serial,
    kind: OperationKind,
    /// The tokens of the same selection that come after this one.
    queue: Vec<Serial>,
}

impl ChangeTarget {
    /// A change of one token.
    pub fn of(row: &TokenRow, kind: OperationKind) -> Self {
        Self {
            seen: row.seen(),
            serial: row.serial,
            kind,
            queue: Vec::new(),
        }
    }

    /// The same with `queue` after it.
    pub fn followed_by(self, queue: Vec<Serial>) -> Self {
        Self { queue, ..self }
    }

    /// The page of this change.
    fn page(&self) -> String {
        match action_of(self.kind.action_kind()) {
            Some(action) => paths::change(action.segment, self.serial, &self.queue),
            None => paths::detail(self.serial),
        }
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
            request_change(target.seen, target.kind)
                .await
                .map(|operation| paths::waiting(&target.page(), operation.id))
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
