//! The second step: what would happen, and accepting it.

use leptos::prelude::*;

use super::accept::Accept;
use super::rows::Rows;
use super::state::{Import, REVIEW_ID};
use crate::domain::import::{ImportKind, TextEncoding};
use crate::i18n::Message;
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{Counter, Counters, Notice, NoticeKind, Panel, t, t_with, use_locale};

/// The step.
#[component]
pub fn Review(import: Import, leave: &'static str) -> impl IntoView {
    view! {
        <Panel>
            <Summary import/>
            <Remarks import/>
            <Accept import leave/>
        </Panel>
        {move || (!import.is_blocked.get()).then(|| view! { <Rows import/> })}
    }
    .into_any()
}

/// How many rows there are of each kind.
#[component]
fn Summary(import: Import) -> impl IntoView {
    let locale = use_locale();
    let name = move || {
        import.file.with(|file| {
            file.as_ref()
                .and_then(|file| file.name.clone())
                .unwrap_or_else(|| Words::Pasted.text(locale.get()).to_owned())
        })
    };
    let title = t_with(Words::ReviewTitle, move || vec![("name", name())]);
    let tally = Memo::new(move |_| import.tally());
    let kind = import.kind.get_untracked();
    let created = match kind {
        ImportKind::Users => Words::CountCreated,
        ImportKind::PhysicalTokens => Words::CountRegistered,
        ImportKind::Assign | ImportKind::Activate | ImportKind::Block => Words::CountPossible,
    };
    let count = move |of: fn(crate::domain::import::Tally) -> u32| {
        Signal::derive(move || u64::from(of(tally.get())))
    };
    view! {
        <div class="stack stack-tight">
            <h2 id=REVIEW_ID tabindex="-1">{title}</h2>
            {kind.is_written().then(|| view! { <p class="lead">{t(Words::ReviewLead)}</p> })}
            <Counters>
                <Counter label=t(Words::CountRows) value=count(|tally| tally.rows)/>
                <Counter label=t(created) value=count(|tally| tally.created)/>
                {(kind == ImportKind::Users).then(|| view! {
                    <Counter label=t(Words::CountUpdated) value=count(|tally| tally.updated)/>
                })}
                {kind.is_written().then(|| view! {
                    <Counter label=t(Words::CountUnchanged) value=count(|tally| tally.unchanged)/>
                })}
                <Counter label=t(Words::CountRefused) value=count(|tally| tally.refused)/>
            </Counters>
        </div>
    }
    .into_any()
}

/// What to know about the file, and whether anything changed since.
#[component]
fn Remarks(import: Import) -> impl IntoView {
    let differing = move || import.differing.with(|lines| lines.as_ref().map(Vec::len));
    let differs = t_with(Words::DiffersLead, move || {
        vec![("count", differing().unwrap_or_default().to_string())]
    });
    let is_old = move || {
        import.file.with(|file| {
            file.as_ref()
                .is_some_and(|file| file.encoding == TextEncoding::Windows1252)
        })
    };
    let ignored = move || {
        import.report.with(|report| {
            report
                .as_ref()
                .map(|report| report.ignored.join(", "))
                .filter(|names| !names.is_empty())
        })
    };
    let ignored_words = t_with(Words::IgnoredColumns, move || {
        vec![("names", ignored().unwrap_or_default())]
    });
    view! {
        {move || differing().is_some().then(|| view! {
            <Notice kind=NoticeKind::Warning title=t(Words::DiffersTitle)><p>{differs}</p></Notice>
        })}
        {move || is_old().then(|| view! {
            <Notice title=t(Words::OldEncodingTitle)><p>{t(Words::OldEncodingLead)}</p></Notice>
        })}
        {move || ignored().is_some().then(|| view! { <Notice title=ignored_words/> })}
    }
    .into_any()
}
