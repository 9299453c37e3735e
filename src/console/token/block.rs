//! Blocking tokens at once: why, how far it has come, and what became of each.

use leptos::prelude::*;

use super::block_run::{BlockRequest, Run};
use super::matching::{Matching, NamesFold, left_out};
use crate::console::error_notice::ErrorNotice;
use crate::console::operation::KnownItems;
use crate::console::words::block_reason_message;
use crate::domain::token::BlockReason;
use crate::domain::view::NamedToken;
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Button, ButtonVariant, Dialog, IconName, Notice, NoticeKind, ProgressBar, RadioCard,
    RadioGroup, Waiting, t, t_with, use_locale,
};

/// Up to so many failures are told in full; more are in the list alone.
const FEW: usize = 3;

/// The reason and the button, then how far it has come, then the result.
#[component]
pub fn BlockForm(
    /// The tokens to block.
    tokens: Signal<Vec<NamedToken>>,
    /// Why they cannot be blocked now.
    why_not: Signal<Option<String>>,
    /// The request.
    request: BlockRequest,
) -> impl IntoView {
    let run = request.run;
    let shows_progress = Memo::new(move |_| run.with(|run| run.is_going() && run.count() > 1));
    let has_result = Memo::new(move |_| run.with(Run::has_result));
    move || {
        if has_result.get() {
            view! { <BlockResult request/> }.into_any()
        } else if shows_progress.get() {
            view! { <BlockProgress request/> }.into_any()
        } else {
            view! { <BlockQuestion tokens why_not request/> }.into_any()
        }
    }
}

#[component]
fn BlockQuestion(
    tokens: Signal<Vec<NamedToken>>,
    why_not: Signal<Option<String>>,
    request: BlockRequest,
) -> impl IntoView {
    let BlockRequest { run, reason, .. } = request;
    let locale = use_locale();
    let why = Signal::derive(move || {
        why_not.get().or_else(|| {
            let missing = reason.with(String::is_empty);
            missing.then(|| Words::BlockWhyMissing.text(locale.get()).to_owned())
        })
    });
    let error = move || run.with(Run::error);
    let words = t(TokenMessage::Block);
    view! {
        <RadioGroup legend=t(Words::BlockWhy)>
            {BlockReason::GIVEN
                .map(|given| view! {
                    <RadioCard
                        id=format!("motivo-{}", given.code())
                        name="motivo"
                        value=given.code()
                        chosen=reason
                        label=t(block_reason_message(given))
                    />
                })
                .collect_view()}
        </RadioGroup>
        {move || error().map(|error| view! { <ErrorNotice error/> })}
        <div class="cluster">
            <Button
                id="bloquear"
                variant=ButtonVariant::Danger
                icon=IconName::Lock
                disabled_reason=why
                busy=Signal::derive(move || run.with(Run::is_going))
                busy_label=t(Words::Blocking)
                on_click=move || request.begin(tokens.get_untracked())
            >
                {words}
            </Button>
        </div>
    }
    .into_any()
}

/// How far it has come, and the way to stop it.
#[component]
fn BlockProgress(request: BlockRequest) -> impl IntoView {
    let run = request.run;
    let label = t_with(Words::BlockProgress, move || {
        run.with(|run| {
            vec![
                ("settled", run.settled().to_string()),
                ("count", run.count().to_string()),
            ]
        })
    });
    let (stop, stopping, lead) = (
        t(Words::BlockStop),
        t(Words::BlockStopping),
        t(Words::BlockProgressLead),
    );
    view! {
        <ProgressBar
            label
            value=Signal::derive(move || run.with(Run::settled))
            of=Signal::derive(move || run.with(Run::count))
        />
        <p class="muted">{lead}</p>
        <div class="cluster">
            <Button
                icon=IconName::Close
                busy=Signal::derive(move || run.with(Run::is_stopping))
                busy_label=stopping
                on_click=move || request.stop()
            >
                {stop}
            </Button>
        </div>
    }
    .into_any()
}

#[component]
fn BlockResult(request: BlockRequest) -> impl IntoView {
    let run = request.run.get_untracked();
    let (count, left) = (run.count(), run.left().to_string());
    let failures = run.failures();
    let told = failures.len() <= FEW;
    let failed = failures.len().to_string();
    let failures = failures.into_iter().take(if told { FEW } else { 0 });
    let failures = failures.map(|(token, error)| {
        let title = t_with(Words::NotBlocked, move || {
            vec![("name", token.username.clone())]
        });
        view! { <p>{title}</p> <ErrorNotice error/> }
    });
    let stopped = (run.left() > 0).then(|| {
        let title = t_with(Words::BlockStopped, move || vec![("count", left.clone())]);
        view! { <Stopped request title/> }
    });
    let lead = t(if run.done() == 1 {
        Words::BlockedLead
    } else {
        Words::BlockedManyLead
    });
    view! {
        {blocked_title(&run).map(|title| view! {
            <Notice kind=NoticeKind::Success title><p>{lead}</p></Notice>
        })}
        {(!told).then(|| {
            let title = t_with(Words::NotBlockedMany, move || vec![("count", failed.clone())]);
            view! { <Notice kind=NoticeKind::Warning title/> }
        })}
        {failures.collect_view()}
        {stopped}
        {(count > 1).then(|| view! { <KnownItems items=run.items()/> })}
    }
    .into_any()
}

fn blocked_title(run: &Run) -> Option<Signal<String>> {
    match run.done() {
        0 => None,
        1 => {
            let name = run.blocked_names().next().unwrap_or_default().to_owned();
            Some(t_with(Words::BlockedOne, move || {
                vec![("name", name.clone())]
            }))
        }
        several => {
            let count = several.to_string();
            Some(t_with(Words::BlockedMany, move || {
                vec![("count", count.clone())]
            }))
        }
    }
}

/// It ended before its end: why, and the way to go on.
#[component]
fn Stopped(request: BlockRequest, title: Signal<String>) -> impl IntoView {
    let go_on = t(Words::BlockGoOn);
    let error = request.run.with_untracked(Run::error);
    let actions = move || {
        view! {
            <Button icon=IconName::ArrowRight on_click=move || request.go_on()>{go_on}</Button>
        }
    };
    view! {
        {error.map(|error| view! { <ErrorNotice error/> })}
        <Notice kind=NoticeKind::Warning title actions/>
    }
    .into_any()
}

/// The same over the table, for the chosen rows or for all that match the
/// filter.
#[component]
pub fn BlockDialog(
    /// The chosen rows; of no account while all that match are chosen.
    chosen: Signal<Vec<NamedToken>>,
    /// All that match, when they are chosen.
    matching: Signal<Option<Matching>>,
    /// Why the chosen ones cannot be blocked.
    why_not: Signal<Option<String>>,
    /// Whether it is open, both ways.
    open: RwSignal<bool>,
    /// The request.
    request: BlockRequest,
) -> impl IntoView {
    let run = request.run;
    let tokens = Signal::derive(move || match matching.get() {
        Some(matching) => matching.tokens(),
        None => chosen.get(),
    });
    let locale = use_locale();
    let why_not = Signal::derive(move || match matching.get() {
        Some(matching) => matching
            .is_empty()
            .then(|| Words::BlockNobody.text(locale.get()).to_owned()),
        None => why_not.get(),
    });
    let asks = Memo::new(move |_| run.with(|run| !run.is_going() && !run.has_result()));
    let searches =
        Memo::new(move |_| matching.with(|all| all.is_some_and(Matching::is_on_its_way)));
    let question = move || match matching.get() {
        _ if !asks.get() => ().into_any(),
        None => view! { <ChosenLead chosen/> }.into_any(),
        Some(matching) => view! { <MatchingLead matching/> }.into_any(),
    };
    let title = t(Words::BlockManyTitle);
    let closable = Signal::derive(move || run.with(|run| !run.is_going()));
    view! {
        <Dialog id="bloquear-elegidos" open title closable>
            {question}
            {move || (!searches.get()).then(|| view! { <BlockForm tokens why_not request/> })}
        </Dialog>
    }
    .into_any()
}

/// Whose tokens stop working.
#[component]
fn ChosenLead(chosen: Signal<Vec<NamedToken>>) -> impl IntoView {
    let lead = t_with(Words::BlockManyLead, move || {
        let names = chosen.with(|tokens| {
            let names: Vec<_> = tokens.iter().map(|token| token.username.as_str()).collect();
            names.join(", ")
        });
        vec![("names", names)]
    });
    view! { <p>{lead}</p> }
}

/// How many stop working, who they are, and how many are left out.
#[component]
fn MatchingLead(matching: Matching) -> impl IntoView {
    let lead = t_with(Words::BlockMatchingLead, move || {
        vec![("count", matching.len().to_string())]
    });
    let searching = t(TokenMessage::SearchingMatching);
    move || {
        if matching.is_on_its_way() {
            return view! { <Waiting label=searching/> }.into_any();
        }
        view! {
            {matching.error().map(|error| view! { <ErrorNotice error/> })}
            {(!matching.is_empty()).then(|| view! { <p>{lead}</p> })}
            {left_out(matching, TokenMessage::LeftOutOfBlock)}
            <NamesFold matching/>
        }
        .into_any()
    }
}
