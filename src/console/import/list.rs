//! `/administracion/token-virtual/archivo`: a list of users to assign a token to,
//! or whose tokens are activated or blocked.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::screen::ImportScreen;
use super::state::use_import;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::error::RequestError;
use crate::domain::import::ImportKind;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, PageTitle, Panel, RadioCard, RadioGroup, t};

/// What can be done, each with its word in the address.
const CHOICES: [(ImportKind, &str, Words, Words); 3] = [
    (
        ImportKind::Assign,
        "asignar",
        Words::DoAssign,
        Words::DoAssignLead,
    ),
    (
        ImportKind::Activate,
        "activar",
        Words::DoActivate,
        Words::DoActivateLead,
    ),
    (
        ImportKind::Block,
        "bloquear",
        Words::DoBlock,
        Words::DoBlockLead,
    ),
];

/// The page.
#[component]
pub fn ListFromFilePage() -> impl IntoView {
    let title = t(Words::ListTitle);
    let crumbs = vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::name(t(ConsoleMessage::TokenAdministration)),
        Crumb::link(t(ConsoleMessage::VirtualToken), paths::TOKENS),
        Crumb::link(title, paths::FROM_FILE),
    ];
    let is_admin = use_is_admin().get_untracked();
    let said = use_query_map().with_untracked(|query| query.get(paths::ACTION));
    let chosen = RwSignal::new(word_of(said.as_deref()).to_owned());
    let kind = Memo::new(move |_| chosen.with(|chosen| kind_of(chosen)));
    let import = use_import(kind.into());
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(Words::ListLead)/>
        {if is_admin {
            view! {
                <ImportScreen import leave=paths::TOKENS>
                    <WhatToDo chosen/>
                </ImportScreen>
            }
            .into_any()
        } else {
            view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any()
        }}
    }
    .into_any()
}

#[component]
fn WhatToDo(chosen: RwSignal<String>) -> impl IntoView {
    view! {
        <Panel>
            <RadioGroup legend=t(Words::WhatToDo)>
                {CHOICES
                    .map(|(_, word, label, lead)| view! {
                        <RadioCard id=format!("hacer-{word}") name="hacer" value=word chosen label=t(label)>
                            <p>{t(lead)}</p>
                        </RadioCard>
                    })
                    .collect_view()}
            </RadioGroup>
        </Panel>
    }
    .into_any()
}

/// The word in the address, or the first there is.
fn word_of(said: Option<&str>) -> &'static str {
    CHOICES
        .into_iter()
        .find(|(_, word, ..)| Some(*word) == said)
        .map_or(CHOICES[0].1, |(_, word, ..)| word)
}

fn kind_of(word: &str) -> ImportKind {
    CHOICES
        .into_iter()
        .find(|(_, known, ..)| *known == word)
        .map_or(CHOICES[0].0, |(kind, ..)| kind)
}
