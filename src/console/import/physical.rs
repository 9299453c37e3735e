//! `/administracion/token-fisico/importar`: physical tokens from a file.

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
pub fn ImportPhysicalPage() -> impl IntoView {
    let title = t(Words::PhysicalTitle);
    let crumbs = vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::name(t(ConsoleMessage::TokenAdministration)),
        Crumb::link(t(ConsoleMessage::PhysicalToken), paths::PHYSICAL_TOKENS),
        Crumb::link(title, paths::IMPORT_PHYSICAL),
    ];
    let is_admin = use_is_admin().get_untracked();
    let import = use_import(Signal::stored(ImportKind::PhysicalTokens));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(Words::PhysicalLead)/>
        {if is_admin {
            view! { <ImportScreen import leave=paths::PHYSICAL_TOKENS/> }.into_any()
        } else {
            view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any()
        }}
    }
    .into_any()
}
