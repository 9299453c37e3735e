//! What changes by itself: the server says that something changed, the pages
//! ask again. While the stream is lost, they ask every few seconds.

#[cfg(feature = "hydrate")]
mod stream;

use leptos::prelude::*;

use crate::i18n::console::ConsoleMessage;
use crate::ui::{Icon, IconName, t};

/// How long the pages wait at least between asking for what changed.
#[cfg(feature = "hydrate")]
const PAUSE: std::time::Duration = std::time::Duration::from_millis(300);

/// How often something of each topic changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Counts {
    tokens: u64,
    operations: u64,
    users: u64,
    log: u64,
    companies: u64,
    token_requests: u64,
    messages: u64,
}

/// What changed, and whether the stream holds.
#[derive(Clone, Copy)]
pub struct LiveUpdates {
    counts: RwSignal<Counts>,
    /// What came while the pages pause from asking; `None` while they do not.
    #[cfg(feature = "hydrate")]
    waiting: StoredValue<Option<Counts>>,
    lost: RwSignal<bool>,
}

impl LiveUpdates {
    /// Counts the changes of tokens; tracked.
    pub fn tokens(self) -> u64 {
        self.counts.with(|counts| counts.tokens)
    }

    /// Counts the changes of operations; tracked.
    pub fn operations(self) -> u64 {
        self.counts.with(|counts| counts.operations)
    }

    /// Counts the changes of users; tracked.
    pub fn users(self) -> u64 {
        self.counts.with(|counts| counts.users)
    }

    /// Counts whatever the log tells of: every change; tracked.
    pub fn log(self) -> u64 {
        self.counts.with(|counts| counts.log)
    }

    /// Counts the changes of companies; tracked.
    pub fn companies(self) -> u64 {
        self.counts.with(|counts| counts.companies)
    }

    /// Counts the changes of requests for more tokens; tracked.
    pub fn token_requests(self) -> u64 {
        self.counts.with(|counts| counts.token_requests)
    }

    /// Counts the rounds in which messages were sent, or not; tracked.
    pub fn messages(self) -> u64 {
        self.counts.with(|counts| counts.messages)
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
        let _ = self.counts.try_update(|counts| {
            counts.tokens += 1;
            counts.operations += 1;
            counts.users += 1;
            counts.log += 1;
            counts.companies += 1;
            counts.token_requests += 1;
            counts.messages += 1;
        });
    }

    /// Has the pages ask again that show something of this topic; all of them
    /// when it is not known here. A change of many tokens tells of each: after
    /// the first, the pages ask once for all that came within [`PAUSE`].
    #[cfg(feature = "hydrate")]
    fn changed(self, topic: &str) {
        let count = match topic {
            "token" => |counts: &mut Counts| counts.tokens += 1,
            "operation" => |counts: &mut Counts| counts.operations += 1,
            "user" => |counts: &mut Counts| counts.users += 1,
            "audit_log" => |_: &mut Counts| (),
            "company" => |counts: &mut Counts| counts.companies += 1,
            "token_request" => |counts: &mut Counts| counts.token_requests += 1,
            "messages" => |counts: &mut Counts| counts.messages += 1,
            _ => return self.look_again(),
        };
        let count = move |counts: &mut Counts| {
            count(counts);
            counts.log += 1;
        };
        let pauses = self.waiting.try_update_value(|waiting| {
            let pauses = waiting.is_some();
            if let Some(waiting) = waiting {
                count(waiting);
            }
            pauses
        });
        if pauses == Some(false) {
            let _ = self.counts.try_update(count);
            self.pause();
        }
    }

    /// Holds back what comes within [`PAUSE`], then tells of it.
    #[cfg(feature = "hydrate")]
    fn pause(self) {
        let _ = self.waiting.try_set_value(Some(Counts::default()));
        set_timeout(
            move || {
                let came = self.waiting.try_update_value(Option::take).flatten();
                let Some(came) = came.filter(|came| *came != Counts::default()) else {
                    return;
                };
                let _ = self.counts.try_update(|counts| {
                    counts.tokens += came.tokens;
                    counts.operations += came.operations;
                    counts.users += came.users;
                    counts.log += came.log;
                    counts.companies += came.companies;
                    counts.token_requests += came.token_requests;
                });
                self.pause();
            },
            PAUSE,
        );
    }
}

/// Makes the live updates known to the pages below.
pub fn provide_live() -> LiveUpdates {
    let live = LiveUpdates {
        counts: RwSignal::new(Counts::default()),
        #[cfg(feature = "hydrate")]
        waiting: StoredValue::new(None),
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
                <span class="live-status"><Icon name=IconName::Refresh/> <span class="live-status-words">{words}</span></span>
            })}
        </span>
    }
    .into_any()
}
