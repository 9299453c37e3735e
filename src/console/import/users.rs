//! `/administracion/usuarios/importar`: users from a file.

use leptos::prelude::*;

use super::screen::ImportScreen;
use super::state::use_import;
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::domain::error::RequestError;
use crate::domain::import::ImportKind;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, PageTitle, t};

/// The page.
#[component]
pub fn ImportUsersPage() -> impl IntoView {
    let title = t(Words::UsersTitle);
    let crumbs = vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::link(t(ConsoleMessage::Users), paths::USERS),
        Crumb::link(title, paths::IMPORT_USERS),
    ];
    let is_admin = use_is_admin().get_untracked();
    let import = use_import(Signal::stored(ImportKind::Users));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(Words::UsersLead)/>
        {if is_admin {
            view! { <ImportScreen import leave=paths::USERS/> }.into_any()
        } else {
            view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any()
        }}
    }
    .into_any()
}
