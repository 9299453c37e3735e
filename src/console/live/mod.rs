//! What changes by itself: the server says that something changed, the pages
//! ask again. While the stream is lost, they ask every few seconds.

#[cfg(feature = "hydrate")]
mod stream;

use leptos::prelude::*;

use crate::i18n::console::ConsoleMessage;
use crate::ui::{Icon, IconName, t};

/// How often something of each topic changed, and whether the stream holds.
#[derive(Clone, Copy)]
pub struct LiveUpdates {
    tokens: RwSignal<u64>,
    operations: RwSignal<u64>,
    users: RwSignal<u64>,
    lost: RwSignal<bool>,
}

/// Of what kind the thing is that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A token.
    Token,
    /// An operation.
    Operation,
    /// A user.
    User,
}

impl LiveUpdates {
    /// Counts the changes of tokens; tracked.
    pub fn tokens(self) -> u64 {
        self.tokens.get()
    }

    /// Counts the changes of operations; tracked.
    pub fn operations(self) -> u64 {
        self.operations.get()
    }

    /// Counts the changes of users; tracked.
    pub fn users(self) -> u64 {
        self.users.get()
    }

    /// Whether the stream is lost and the pages ask by themselves; tracked.
    pub fn is_lost(self) -> bool {
        self.lost.get()
    }

    /// Listens to the server while `wanted`.
    pub fn listen_while(self, wanted: Signal<bool>) {
        #[cfg(feature = "hydrate")]
        stream::listen_while(self, wanted);
        #[cfg(not(feature = "hydrate"))]
        let _ = wanted;
    }

    /// Has every page ask again now.
    pub fn look_again(self) {
        for counter in [self.tokens, self.operations, self.users] {
            let _ = counter.try_update(|count| *count += 1);
        }
    }

    #[cfg(feature = "hydrate")]
    fn changed(self, topic: Topic) {
        let counter = match topic {
            Topic::Token => self.tokens,
            Topic::Operation => self.operations,
            Topic::User => self.users,
        };
        let _ = counter.try_update(|count| *count += 1);
    }
}

/// Makes the live updates known to the pages below.
pub fn provide_live() -> LiveUpdates {
    let live = LiveUpdates {
        tokens: RwSignal::new(0),
        operations: RwSignal::new(0),
        users: RwSignal::new(0),
        lost: RwSignal::new(false),
    };
    provide_context(live);
    live
}

/// The live updates; outside the frame, some that never come.
pub fn use_live() -> LiveUpdates {
    use_context().unwrap_or_else(provide_live)
}

/// Says when changes come late because the stream is lost; nothing while it
/// holds.
#[component]
pub fn LiveStatus() -> impl IntoView {
    let live = use_live();
    let words = t(ConsoleMessage::Reconnecting);
    view! {
        <span role="status">
            {move || live.is_lost().then(|| view! {
                <span class="cluster muted"><Icon name=IconName::Refresh/> <span>{words}</span></span>
            })}
        </span>
    }
    .into_any()
}
