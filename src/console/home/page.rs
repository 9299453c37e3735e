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
        }
        .into_any())}
    }
    .into_any()
}
