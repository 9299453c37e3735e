//! States as a shape, a word and a colour.

use leptos::prelude::*;

use super::{Icon, IconName, use_locale};
use crate::domain::token::TokenStatus;
use crate::i18n::Message;
pub use crate::i18n::token_words::status_message;

/// The meaning of a token's status.
pub const fn status_tone(status: TokenStatus) -> Tone {
    match status {
        TokenStatus::Available => Tone::Neutral,
        TokenStatus::Assigned => Tone::Info,
        TokenStatus::PendingActivation => Tone::Warning,
        TokenStatus::Active => Tone::Success,
        TokenStatus::Blocked => Tone::Danger,
        TokenStatus::Disabled | TokenStatus::Retired => Tone::Muted,
    }
}

const fn shape(status: TokenStatus) -> IconName {
    match status {
        TokenStatus::Available => IconName::Circle,
        TokenStatus::Assigned => IconName::UserCheck,
        TokenStatus::PendingActivation => IconName::Clock,
        TokenStatus::Active => IconName::CheckCircle,
        TokenStatus::Blocked => IconName::Lock,
        TokenStatus::Disabled => IconName::MinusCircle,
        TokenStatus::Retired => IconName::Archive,
    }
}

/// The meaning that a colour carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing to say.
    #[default]
    Neutral,
    /// Good to know.
    Info,
    /// Went well, in use.
    Success,
    /// Somebody's turn.
    Warning,
    /// Stopped, refused.
    Danger,
    /// Out of use.
    Muted,
}

impl Tone {
    /// The value of `data-tone`, which the style sheet reads.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Muted => "muted",
        }
    }
}

/// The status of a token, the same everywhere.
#[component]
pub fn StateBadge(
    /// The status.
    #[prop(into)]
    status: Signal<TokenStatus>,
) -> impl IntoView {
    let locale = use_locale();
    let label = Signal::derive(move || status_message(status.get()).text(locale.get()).to_owned());
    let tone = Signal::derive(move || status_tone(status.get()));
    let icon = Signal::derive(move || shape(status.get()));
    view! { <Badge label tone icon/> }
}

/// Any other state: an operation's, a user's.
#[component]
pub fn Badge(
    /// The word.
    #[prop(into)]
    label: Signal<String>,
    /// The colour's meaning.
    #[prop(into, optional)]
    tone: Signal<Tone>,
    /// The shape.
    #[prop(into)]
    icon: Signal<IconName>,
) -> impl IntoView {
    view! {
        <span class="badge" data-tone=move || tone.get().name()>
            <Icon name=icon/>
            <span>{label}</span>
        </span>
    }
    .into_any()
}
