//! What stands around every page: who may see it, and the console's shell.

use leptos::prelude::*;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::use_location;

use super::activity::tell_of_activity_while;
use super::asked::asked;
use super::error_notice::ErrorNotice;
use super::gate::{Gate, gate, must_link};
use super::live::{LiveUpdates, provide_live};
use super::loaded::{kept, loaded_plainly};
use super::navigation::{ConsoleNavigation, LimitedNavigation, OperatorNavigation};
use super::not_found::NotFound;
use super::paths;
use super::person::provide_person;
use super::return_path::sign_in_from;
use super::session::RolePage;
use super::top::{BareShell, Top};
use crate::api::session::current_session;
use crate::domain::view::{PersonView, SignInStep};
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_session::SessionMessage;
use crate::ui::{ConsoleShell, PageTitle, SkeletonRows, t, use_toasts};

/// The frame of all pages but the sign-in page.
#[component]
pub fn Frame() -> impl IntoView {
    let live = provide_live();
    let session = asked(move || (live.tokens(), live.users()), |_| current_session());
    let loading = t(ConsoleMessage::LoadingPage);
    let waiting = move || view! { <BareShell><SkeletonRows label=loading/></BareShell> }.into_any();
    let failed = |error, retry| {
        let title = t(ConsoleMessage::BrokenTitle);
        view! { <BareShell><PageTitle title/> <ErrorNotice error retry/></BareShell> }.into_any()
    };
    // Where the server is out of reach, the page inside says so.
    loaded_plainly(session, waiting, failed, move |step, _| framed(step, live))
}

fn framed(step: Signal<SignInStep>, live: LiveUpdates) -> AnyView {
    let path = use_location().pathname;
    let signed_in = Signal::derive(move || step.with(|step| person_of(step).is_some()));
    live.listen_while(signed_in);
    tell_of_activity_while(signed_in);
    tell_when_linked(step);
    let gate = Memo::new(move |_| step.with(|step| path.with(|path| gate(step, path))));
    (move || {
        if let Some(first) = step.with_untracked(|step| person_of(step).cloned()) {
            provide_person(kept(first, move || {
                step.with(|step| person_of(step).cloned())
            }));
        }
        shown(gate.get())
    })
    .into_any()
}

fn shown(gate: Gate) -> AnyView {
    match gate {
        Gate::ToSignIn => {
            let location = use_location();
            let path = sign_in_from(
                &location.pathname.get_untracked(),
                &location.search.get_untracked(),
            );
            view! { <Redirect path/> }.into_any()
        }
        Gate::ToLink => view! { <Redirect path=paths::LINK/> }.into_any(),
        Gate::ToHome => view! { <Redirect path=paths::TOKENS/> }.into_any(),
        Gate::ToOperator => view! { <Redirect path=paths::OPERATOR/> }.into_any(),
        Gate::Bare => view! { <BareShell><Outlet/></BareShell> }.into_any(),
        Gate::Console => view! {
            <ConsoleShell top=|| view! { <Top/> } navigation=|| view! { <ConsoleNavigation/> }>
                <Outlet/>
            </ConsoleShell>
        }
        .into_any(),
        Gate::Operator => view! {
            <ConsoleShell top=|| view! { <Top/> } navigation=|| view! { <OperatorNavigation/> }>
                <Outlet/>
            </ConsoleShell>
        }
        .into_any(),
        Gate::NotThere => view! {
            <ConsoleShell top=|| view! { <Top/> } navigation=|| view! { <ConsoleNavigation/> }>
                <NotFound/>
            </ConsoleShell>
        }
        .into_any(),
        Gate::NotOperators => view! {
            <ConsoleShell top=|| view! { <Top/> } navigation=|| view! { <OperatorNavigation/> }>
                <NotFound/>
            </ConsoleShell>
        }
        .into_any(),
        Gate::Limited => view! {
            <ConsoleShell top=|| view! { <Top/> } navigation=|| view! { <LimitedNavigation/> }>
                <Outlet/>
            </ConsoleShell>
        }
        .into_any(),
        Gate::RolePage => view! {
            <ConsoleShell top=|| view! { <Top/> } navigation=|| view! { <LimitedNavigation/> }>
                <RolePage/>
            </ConsoleShell>
        }
        .into_any(),
    }
}

fn person_of(step: &SignInStep) -> Option<&PersonView> {
    match step {
        SignInStep::SignedIn(person) => Some(person),
        SignInStep::SignedOut | SignInStep::CodeNeeded => None,
    }
}

/// The page moves on by itself once the AppMovil is linked; this says why.
fn tell_when_linked(step: Signal<SignInStep>) {
    let toasts = use_toasts();
    let words = t(SessionMessage::LinkDone);
    let must = Memo::new(move |_| step.with(|step| person_of(step).map(must_link)));
    Effect::new(move |before: Option<Option<bool>>| {
        let now = must.get();
        if before == Some(Some(true)) && now == Some(false) {
            toasts.success(words.get_untracked());
        }
        now
    });
}
