//! `/administracion/usuarios`: the table of a company's users.

use leptos::prelude::*;

use super::filters::Filters;
use super::table::UserTable;
use crate::api::user::list_users;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::table::{Address, NothingFits, use_address};
use crate::domain::table::{Page, UserColumn, UserFilter, UserQuery};
use crate::domain::view::UserRow;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_import::ImportMessage;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Breadcrumb, ButtonVariant, Crumb, DocumentTitle, IconName, LinkButton, PageTitle, SkeletonRows,
    t,
};

/// A page of the table with the query that it answers.
pub type Shown = (UserQuery, Page<UserRow>);

/// The page.
#[component]
pub fn UsersPage() -> impl IntoView {
    let address = use_address::<UserFilter, UserColumn>();
    let live = use_live();
    let users = asked(
        move || (address.query.get(), live.users(), live.tokens()),
        |(query, ..)| async move {
            let page = list_users(query.clone()).await?;
            Ok((query, page))
        },
    );
    let loading = t(UserMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    let again = Callback::new(move |()| users.refetch());
    view! {
        <Head/>
        {loaded(users, waiting, move |shown| view! { <Users shown address again/> }.into_any())}
    }
    .into_any()
}

/// Administración / Usuarios.
pub fn crumbs() -> Vec<Crumb> {
    vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::link(t(ConsoleMessage::Users), paths::USERS),
    ]
}

#[component]
fn Head() -> impl IntoView {
    let is_admin = use_is_admin().get_untracked();
    let title = t(ConsoleMessage::Users);
    let lead = t(if is_admin {
        UserMessage::Lead
    } else {
        UserMessage::LeadAuditor
    });
    let (create, import, from_file) = (
        t(UserMessage::Create),
        t(ImportMessage::Import),
        t(ImportMessage::AssignFromFile),
    );
    let actions = move || {
        is_admin.then(|| view! {
            <LinkButton href=paths::ASSIGN_FROM_FILE icon=IconName::Smartphone>{from_file}</LinkButton>
            <LinkButton href=paths::IMPORT_USERS icon=IconName::Upload>{import}</LinkButton>
            <LinkButton href=paths::NEW_USER variant=ButtonVariant::Primary icon=IconName::Plus>{create}</LinkButton>
        })
    };
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs=crumbs()/>
        <PageTitle title lead actions/>
    }
    .into_any()
}

#[component]
fn Users(shown: Signal<Shown>, address: Address<UserQuery>, again: Callback<()>) -> impl IntoView {
    let query = address.query;
    let is_empty = Memo::new(move |_| shown.with(|(_, page)| page.rows.is_empty()));
    view! {
        <Filters address/>
        {move || if is_empty.get() {
            // Whoever reads this is a user, so that nobody at all is impossible.
            view! {
                <NothingFits
                    path=paths::USERS
                    query
                    title=t(UserMessage::FilteredTitle)
                    lead=t(UserMessage::FilteredLead)
                />
            }
            .into_any()
        } else {
            view! { <UserTable shown query again/> }.into_any()
        }}
    }
    .into_any()
}
