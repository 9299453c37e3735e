//! Asking to activate a token, from the table or from its page.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api::operation::request_activation;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::domain::error::RequestError;
use crate::domain::id::{OperationId, TokenId};
use crate::domain::serial::Serial;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActivationTarget {
    /// The token.
    pub token: TokenId,
    /// Its serial, which its page is found by.
    pub serial: Serial,
    /// The version that the person saw.
    pub version: i64,
}

type Answer = Result<(Serial, OperationId), RequestError>;

/// The request, its progress and its error.
#[derive(Clone, Copy)]
pub struct ActivationRequest {
    action: Action<ActivationTarget, Answer>,
}

impl ActivationRequest {
    /// Asks, unless an answer is on its way.
    pub fn ask(self, target: ActivationTarget) {
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
pub fn use_activation_request(refused: Callback<()>) -> ActivationRequest {
    let action = Action::new(|target: &ActivationTarget| {
        let target = *target;
        async move {
            request_activation(target.token, target.version)
                .await
                .map(|operation| (target.serial, operation.id))
        }
    });
    let navigate = use_navigate();
    Effect::new(move |_| match action.value().get() {
        Some(Ok((serial, operation))) => navigate(
            &paths::waiting(&paths::activate(serial), operation),
            NavigateOptions::default(),
        ),
        Some(Err(_)) => refused.run(()),
        None => {}
    });
    ActivationRequest { action }
}
