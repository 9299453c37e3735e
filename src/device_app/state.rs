//! What the AppMovil's screens share while it is open.

use leptos::prelude::*;

use super::clock;
use super::session::{self, WaitingOperation};
use super::trouble::Trouble;
use super::vault::{self, LinkedToken};
use crate::domain::id::DeviceId;
use crate::domain::protocol::DeviceFault;
use crate::domain::token::TokenStatus;

/// How long keys are kept whose enrolment the server does not know: longer than
/// any request takes, in seconds.
const ABANDONED_AFTER: u64 = 600;

/// How far the reading of the vault has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tokens {
    /// Not read yet: what the server paints.
    Reading,
    /// The linked tokens.
    Known(Vec<LinkedToken>),
    /// The browser does not let its storage be read.
    Unreadable,
}

/// What the screens share.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The linked tokens.
    pub tokens: RwSignal<Tokens>,
    /// The operations that wait, of all tokens.
    pub waiting: RwSignal<Vec<WaitingOperation>>,
    /// Why the last look at the server failed, if it did.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The devices that the server no longer recognises.
    pub gone: RwSignal<Vec<DeviceId>>,
    /// Whether the browser offers to install the app.
    pub installable: RwSignal<bool>,
    /// Whether a token was just removed, which home says once.
    pub removed: RwSignal<bool>,
    /// Whether a screen was shown before this one: the first leaves the
    /// keyboard where the browser put it.
    pub(super) arrived: StoredValue<bool>,
}

impl AppState {
    /// The state before anything was read.
    pub fn new() -> Self {
        Self {
            tokens: RwSignal::new(Tokens::Reading),
            waiting: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            gone: RwSignal::new(Vec::new()),
            installable: RwSignal::new(false),
            removed: RwSignal::new(false),
            arrived: StoredValue::new(false),
        }
    }

    /// Reads the vault again, then asks the server about each token.
    pub async fn refresh(self) {
        let Ok(kept) = vault::list().await else {
            self.tokens.set(Tokens::Unreadable);
            return;
        };
        self.show(&kept);
        let mut waiting = Vec::new();
        let mut trouble = None;
        let mut gone = Vec::new();
        for token in &kept {
            match session::standing(token.device()).await {
                Ok(standing) => waiting.extend(standing.waiting),
                Err(Trouble::Refused(DeviceFault::NotRecognised)) if token.accepted => {
                    gone.push(token.device());
                }
                Err(Trouble::Refused(DeviceFault::NotRecognised)) => abandon(token).await,
                Err(Trouble::Refused(DeviceFault::Blocked)) => block(token).await,
                // Forgotten in another tab meanwhile.
                Err(Trouble::NotLinked) => {}
                Err(other) => trouble = Some(other),
            }
        }
        if let Ok(kept) = vault::list().await {
            self.show(&kept);
        }
        waiting.sort_by_key(|one| (one.challenge.issued_at, one.challenge.confirmation));
        if trouble.is_some() && waiting.is_empty() {
            // Without an answer, what is on the screen stays there.
            waiting = self.waiting.try_get_untracked().unwrap_or_default();
            let now = clock::now();
            waiting.retain(|one| one.challenge.expires_at > now);
        }
        change(self.waiting, waiting);
        change(self.gone, gone);
        change(self.trouble, trouble);
    }

    fn show(self, kept: &[LinkedToken]) {
        let linked = kept
            .iter()
            .filter(|token| token.accepted)
            .cloned()
            .collect();
        change(self.tokens, Tokens::Known(linked));
    }
}

impl Default for AppState {
    fn default() -> Self {
        Self::new()
    }
}

/// The screens' shared state; a fresh one outside the app.
pub fn use_app() -> AppState {
    use_context::<AppState>().unwrap_or_default()
}

/// Sets a signal only if that changes it, so that nothing is drawn twice.
fn change<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|before| *before != value) == Some(true) {
        signal.set(value);
    }
}

/// Forgets keys that never became a device, once nothing can still be on its
/// way to the server.
async fn abandon(token: &LinkedToken) {
    if clock::now().since(token.since).as_secs() > ABANDONED_AFTER {
        let _ = vault::forget(token.device()).await;
    }
}

async fn block(token: &LinkedToken) {
    if token.status != Some(TokenStatus::Blocked) {
        let _ = vault::update(&LinkedToken {
            status: Some(TokenStatus::Blocked),
            ..token.clone()
        })
        .await;
    }
}
