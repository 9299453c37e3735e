//! `/inicio`.

use leptos::prelude::*;

use super::stock::TokensByState;
use super::waiting::WaitingList;
use crate::api::home::show_home;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::person::use_person;
use crate::domain::view::HomeView;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_home::HomeMessage;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, PageTitle, Panel, SkeletonRows, t, t_with};

/// The page.
#[component]
pub fn HomePage() -> impl IntoView {
    let live = use_live();
    let home = asked(
        move || (live.tokens(), live.users(), live.operations()),
        |_| show_home(),
    );
    let title = t(ConsoleMessage::Home);
    let person = use_person();
    let lead = t_with(HomeMessage::Lead, move || {
        let company = person.map(|person| person.with(|person| person.company.clone()));
        vec![("company", company.unwrap_or_default())]
    });
    let loading = t(HomeMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=vec![Crumb::link(title, paths::HOME)]/>
        <PageTitle title lead/>
        {loaded(home, waiting, |home| view! {
            <Panel title=t(HomeMessage::WaitingPanel)><WaitingList home/></Panel>
            <Panel title=t(HomeMessage::StockPanel)><TokensByState home/></Panel>
            <NoMail home/>
        }
        .into_any())}
    }
    .into_any()
}

/// Says quietly that e-mails do not reach anybody, and in a demonstration where
/// they are.
#[component]
fn NoMail(home: Signal<HomeView>) -> impl IntoView {
    let goes_out = Memo::new(move |_| home.with(|home| home.mail_goes_out));
    let is_demo = use_person().is_some_and(|person| person.with_untracked(|person| person.demo));
    let (words, mailbox) = (t(HomeMessage::NoMail), t(HomeMessage::OpenMailbox));
    move || {
        (!goes_out.get()).then(|| {
            let link = is_demo.then(|| view! { <a href=paths::MAILBOX>{mailbox}</a> });
            view! { <p class="muted">{words} " " {link}</p> }
        })
    }
}
