//! Step 3 of the process: choose one user, press Continuar.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::candidates::{CHOSEN, CandidateQuery, SEARCH, search_href, use_candidate_query};
use super::choices::{Choice, Choices};
use crate::api::candidate::list_candidates;
use crate::api::operation::request_assignment;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::id::UserId;
use crate::domain::view::OperationView;
use crate::i18n::Message;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{
    Button, ButtonVariant, IconName, LinkButton, SearchInput, SkeletonRows, t, t_with, use_locale,
};

type Request = Action<UserId, Result<OperationView, RequestError>>;

/// The step: search, cards, Continuar.
#[component]
pub fn ChooseUser() -> impl IntoView {
    let query = use_candidate_query();
    let choice = use_choice(query);
    let live = use_live();
    let users = asked(
        move || (query.get(), live.tokens(), live.users()),
        |(query, ..)| list_candidates(query.search, query.page),
    );
    let request = use_request();
    let loading = t(OperationMessage::LoadingUsers);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let guide = t(OperationMessage::ChooseGuide);
    let error = move || request.value().get().and_then(Result::err);
    view! {
        <section class="stack">
            <div class="stack stack-tight">
                <h2>{t(OperationMessage::ChooseHeading)}</h2>
                <p>{t(OperationMessage::ChooseLead)} " " <a href=paths::HELP_USERS>{guide}</a></p>
            </div>
            <Search query choice/>
            {move || error().map(|error| view! { <ErrorNotice error/> })}
            {loaded(users, waiting, move |page| view! { <Choices page query choice/> }.into_any())}
            <Continue choice request/>
        </section>
    }
    .into_any()
}

/// Who is chosen; kept in the address, through search and pages.
fn use_choice(query: Signal<CandidateQuery>) -> Choice {
    let chosen = use_query_map().with_untracked(|map| map.get(CHOSEN).unwrap_or_default());
    let choice = Choice::new(chosen);
    let navigate = use_navigate();
    Effect::new(move |before: Option<String>| {
        let now = choice.user.get();
        if before.is_some_and(|before| before != now) {
            let href = query.with_untracked(|query| query.href(&now));
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&href, options);
        }
        now
    });
    choice
}

/// What asks for the assignment, and goes on to the waiting screen.
fn use_request() -> Request {
    let request = Action::new(|user: &UserId| request_assignment(*user));
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(operation)) = request.value().get() {
            navigate(
                &paths::waiting(paths::ASSIGN, operation.id),
                NavigateOptions::default(),
            );
        }
    });
    request
}

/// The search: a form that works before hydration, and goes without a load
/// after it.
#[component]
fn Search(query: Signal<CandidateQuery>, choice: Choice) -> impl IntoView {
    let typed = RwSignal::new(query.with_untracked(|query| query.search.clone()));
    Effect::new(move |before: Option<String>| {
        let now = query.with(|query| query.search.clone());
        if before.is_some_and(|before| before != now) {
            typed.set(now.clone());
        }
        now
    });
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let query = CandidateQuery {
            search: typed.get_untracked().trim().to_owned(),
            ..CandidateQuery::default()
        };
        let href = query.href(&choice.user.get_untracked());
        navigate(&href, NavigateOptions::default());
    };
    let (words, all) = (
        t(OperationMessage::Search),
        t(OperationMessage::ClearSearch),
    );
    let is_searching = move || query.with(|query| !query.search.is_empty());
    view! {
        <form class="cluster" method="get" action=paths::ASSIGN role="search" on:submit=submit>
            <SearchInput id=SEARCH name=SEARCH label=t(OperationMessage::SearchUser) value=typed/>
            <Button submit=true icon=IconName::Search>{words}</Button>
            {move || is_searching().then(|| view! { <a href=search_href("")>{all}</a> })}
        </form>
    }
    .into_any()
}

/// The foot of the step.
#[component]
fn Continue(choice: Choice, request: Request) -> impl IntoView {
    let locale = use_locale();
    let chosen_words = t_with(OperationMessage::Chosen, move || {
        vec![("name", choice.name.get().unwrap_or_default())]
    });
    let nothing = move || choice.name.with(Option::is_none);
    let why = Signal::derive(move || {
        nothing().then(|| {
            OperationMessage::NothingChosen
                .text(locale.get())
                .to_owned()
        })
    });
    let press = move || match choice.user.with_untracked(|user| user.parse()) {
        Ok(user) => {
            request.dispatch(user);
        }
        Err(_) => request.value().set(Some(Err(RequestError::field(
            FieldName::User,
            FieldProblem::Malformed,
        )))),
    };
    let (go_on, leave) = (t(OperationMessage::Continue), t(OperationMessage::Leave));
    view! {
        <div class="stack stack-tight">
            <p role="status">{move || (!nothing()).then(|| chosen_words.get())}</p>
            <div class="cluster">
                <Button
                    id="continuar"
                    variant=ButtonVariant::Primary
                    icon=IconName::ArrowRight
                    disabled_reason=why
                    busy=request.pending()
                    busy_label=t(OperationMessage::Requesting)
                    on_click=press
                >
                    {go_on}
                </Button>
                <LinkButton href=paths::TOKENS variant=ButtonVariant::Quiet>{leave}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}
