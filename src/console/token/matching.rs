//! All tokens that match the filter, on whichever page: which of them a change
//! can be made of, and activating them.

use leptos::prelude::*;

use super::change_request::{ChangeRequest, ChangeTarget};
use crate::api::token::list_matching;
use crate::console::error_notice::ErrorNotice;
use crate::domain::error::RequestError;
use crate::domain::operation::OperationKind;
use crate::domain::table::TokenFilter;
use crate::domain::token::ActionKind;
use crate::domain::view::{MatchingTokens, NamedToken};
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Button, ButtonVariant, Dialog, IconName, Waiting, t, t_with, use_locale};

/// How many names a list shows; more are counted.
const NAMES: usize = 500;

/// All that match, asked for when a question about them opens.
#[derive(Clone, Copy)]
pub struct Matching {
    answer: Action<(TokenFilter, ActionKind), Result<MatchingTokens, RequestError>>,
}

impl Matching {
    /// Not asked for yet.
    pub fn new() -> Self {
        Self {
            answer: Action::new(|(filter, action): &(TokenFilter, ActionKind)| {
                list_matching(*filter, *action)
            }),
        }
    }

    /// Asks which of those under `filter` can be changed so.
    pub fn ask(self, filter: TokenFilter, action: ActionKind) {
        self.answer.value().set(None);
        self.answer.dispatch((filter, action));
    }

    /// Whether the answer is on its way; tracked.
    pub fn is_on_its_way(self) -> bool {
        self.answer.value().with(Option::is_none)
    }

    /// Why there is none; tracked.
    pub fn error(self) -> Option<RequestError> {
        self.answer.value().get().and_then(Result::err)
    }

    /// The tokens; tracked.
    pub fn tokens(self) -> Vec<NamedToken> {
        self.known(|known| known.tokens.clone()).unwrap_or_default()
    }

    /// How many they are; tracked.
    pub fn len(self) -> usize {
        self.known(|known| known.tokens.len()).unwrap_or_default()
    }

    /// Whether there are none; tracked.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    fn known<T>(self, read: impl FnOnce(&MatchingTokens) -> T) -> Option<T> {
        self.answer.value().with(|answer| {
            answer
                .as_ref()
                .and_then(|answer| answer.as_ref().ok())
                .map(read)
        })
    }
}

/// How many match, how many of them are left out and why, in `words`; and how
/// many are for another time.
pub fn left_out(matching: Matching, words: TokenMessage) -> impl IntoView {
    let locale = use_locale();
    move || {
        let (all, left, beyond) = matching.known(|known| {
            let all = known.matching.to_string();
            (all, known.left_out(), known.beyond)
        })?;
        let locale = locale.get();
        let values = [("all", all.as_str()), ("left", &left.to_string())];
        let left = (left > 0).then(|| words.fill(locale, &values));
        let beyond = (beyond > 0).then(|| {
            let values = [("count", beyond.to_string())];
            let values = values
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            TokenMessage::BeyondLargest.fill(locale, &values)
        });
        let told = [left, beyond].into_iter().flatten();
        Some(told.map(|words| view! { <p>{words}</p> }).collect_view())
    }
}

/// Who they are, to be unfolded.
#[component]
pub fn NamesFold(matching: Matching) -> impl IntoView {
    let locale = use_locale();
    let summary = t_with(TokenMessage::SeeNames, move || {
        vec![("count", matching.len().to_string())]
    });
    let names = move || {
        let tokens = matching.tokens();
        let more = tokens.len().saturating_sub(NAMES);
        let more = (more > 0).then(|| {
            let count = more.to_string();
            TokenMessage::AndMore.fill(locale.get(), &[("count", &count)])
        });
        let names = tokens.into_iter().take(NAMES);
        let names = names.map(|token| format!("{} · {}", token.username, token.serial));
        let lines = names.chain(more);
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    };
    move || {
        (!matching.is_empty()).then(|| {
            view! {
                <details class="fold">
                    <summary>{summary}</summary>
                    // A list that scrolls can be reached by the keyboard.
                    <ul tabindex="0">{names}</ul>
                </details>
            }
        })
    }
}

/// Asks before all that match are activated: how many, who, and who is left out.
#[component]
pub fn ActivateMatching(
    /// All that match.
    matching: Matching,
    /// Whether it is open, both ways.
    open: RwSignal<bool>,
    /// What asks for it.
    request: ChangeRequest,
) -> impl IntoView {
    let locale = use_locale();
    let lead = t_with(TokenMessage::ActivateMatchingLead, move || {
        vec![("count", matching.len().to_string())]
    });
    let searching = t(TokenMessage::SearchingMatching);
    let why = Signal::derive(move || {
        let nobody = !matching.is_on_its_way() && matching.is_empty();
        nobody.then(|| TokenMessage::NobodyToActivate.text(locale.get()).to_owned())
    });
    let go_on = t(OperationMessage::Continue);
    let press = move || {
        let tokens = untrack(move || matching.tokens());
        if !tokens.is_empty() {
            open.set(false);
            request.ask(ChangeTarget::of_all(&tokens, OperationKind::Activate));
        }
    };
    let actions = move || {
        view! {
            <Button
                id="activar-todos"
                variant=ButtonVariant::Primary
                icon=IconName::ArrowRight
                disabled_reason=why
                busy=Signal::derive(move || matching.is_on_its_way())
                busy_label=searching
                on_click=press
            >
                {go_on}
            </Button>
        }
    };
    view! {
        <Dialog id="activar-coincidentes" open title=t(TokenMessage::ActivateMatchingTitle) actions>
            {move || if matching.is_on_its_way() {
                view! { <Waiting label=searching/> }.into_any()
            } else {
                view! {
                    {matching.error().map(|error| view! { <ErrorNotice error/> })}
                    {(!matching.is_empty()).then(|| view! { <p>{lead}</p> })}
                    {left_out(matching, TokenMessage::LeftOutOfActivation)}
                    <NamesFold matching/>
                }
                .into_any()
            }}
        </Dialog>
    }
    .into_any()
}
