//! The users as cards: who can be chosen, and why the others cannot.

use leptos::prelude::*;

use super::candidates::{CHOSEN, CandidateQuery, search_href};
use crate::console::paths;
use crate::console::table::pager;
use crate::console::words::ineligibility_message;
use crate::domain::table::Page;
use crate::domain::view::Candidate;
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{EmptyKind, EmptyState, LinkButton, Pager, RadioCard, RadioGroup, t, use_locale};

/// Who is chosen.
#[derive(Clone, Copy)]
pub struct Choice {
    /// Their name inside Llavero, as the address has it; empty for nobody.
    pub user: RwSignal<String>,
    /// The name they sign in with, once they were on the screen.
    pub name: RwSignal<Option<String>>,
}

impl Choice {
    /// The choice that the address holds.
    pub fn new(user: String) -> Self {
        Self {
            user: RwSignal::new(user),
            name: RwSignal::new(None),
        }
    }

    /// Learns the name of who is chosen from a page; somebody who can no
    /// longer be chosen is let go.
    fn learn(self, page: &Page<Candidate>) {
        let user = self.user.get_untracked();
        let found = page
            .rows
            .iter()
            .find(|candidate| candidate.user.to_string() == user);
        match found {
            Some(candidate) if candidate.ineligibilities.is_empty() => {
                self.name.set(Some(candidate.username.clone()));
            }
            Some(_) => {
                self.name.set(None);
                self.user.set(String::new());
            }
            None => {}
        }
    }
}

/// The cards and the pager under them, or why there are none.
#[component]
pub fn Choices(
    page: Signal<Page<Candidate>>,
    query: Signal<CandidateQuery>,
    choice: Choice,
) -> impl IntoView {
    Effect::new(move |_| {
        choice.user.track();
        page.with(|page| choice.learn(page));
    });
    let is_empty = Memo::new(move |_| page.with(|page| page.rows.is_empty()));
    let pager = Memo::new(move |_| {
        let chosen = choice.user.get();
        let query = query.get();
        page.with(|page| {
            pager(page, &query.page, |page| {
                CandidateQuery {
                    page,
                    ..query.clone()
                }
                .href(&chosen)
            })
        })
    });
    move || {
        if is_empty.get() {
            return view! { <Nobody query/> }.into_any();
        }
        view! {
            <RadioGroup legend=t(OperationMessage::Users) hide_legend=true>
                <For
                    each=move || page.get().rows
                    key=|candidate| (candidate.user, candidate.ineligibilities.len())
                    let:candidate
                >
                    <Card candidate choice/>
                </For>
            </RadioGroup>
            <Pager state=pager/>
        }
        .into_any()
    }
}

/// One user.
#[component]
fn Card(candidate: Candidate, choice: Choice) -> impl IntoView {
    let locale = use_locale();
    let Candidate {
        user,
        username,
        full_name,
        email,
        mobile,
        ineligibilities,
    } = candidate;
    let why = Signal::derive(move || {
        let words: Vec<_> = ineligibilities
            .iter()
            .map(|reason| ineligibility_message(*reason).text(locale.get()))
            .collect();
        (!words.is_empty()).then(|| words.join(". "))
    });
    let (no_email, no_mobile) = (
        t(OperationMessage::WithoutEmail),
        t(OperationMessage::WithoutMobile),
    );
    let email = move || email.clone().unwrap_or_else(|| no_email.get());
    let mobile = move || mobile.clone().unwrap_or_else(|| no_mobile.get());
    view! {
        <RadioCard
            id=format!("usuario-{user}")
            name=CHOSEN
            value=user.to_string()
            chosen=choice.user
            label=username
            disabled_reason=why
        >
            <p>{full_name} " · " {email} " · " <span class="figures">{mobile}</span></p>
        </RadioCard>
    }
    .into_any()
}

/// No user fits the search, or there are none.
#[component]
fn Nobody(query: Signal<CandidateQuery>) -> impl IntoView {
    let is_search = query.with_untracked(|query| !query.search.is_empty());
    let (all, guide) = (
        t(OperationMessage::ClearSearch),
        t(OperationMessage::ChooseGuide),
    );
    if is_search {
        let actions = move || view! { <LinkButton href=search_href("")>{all}</LinkButton> };
        return view! {
            <EmptyState
                kind=EmptyKind::Filtered
                title=t(OperationMessage::NoMatchTitle)
                lead=t(OperationMessage::NoMatchLead)
                actions
            />
        }
        .into_any();
    }
    let actions = move || view! { <LinkButton href=paths::HELP_USERS>{guide}</LinkButton> };
    view! {
        <EmptyState title=t(OperationMessage::NoUsersTitle) lead=t(OperationMessage::NoUsersLead) actions/>
    }
    .into_any()
}
