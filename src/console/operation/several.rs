//! `/administracion/token-virtual/varios`: one request about several tokens, from
//! its waiting screen to what became of each.

use leptos::prelude::*;

use super::progress::Progress;
use super::request::{NoSuchRequest, Requested, use_requested};
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::console::person::use_is_admin;
use crate::console::token::tokens::crumbs;
use crate::domain::error::RequestError;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, PageTitle, t};

/// The page.
#[component]
pub fn SeveralPage() -> impl IntoView {
    let requested = use_requested();
    let title = t(OperationMessage::SeveralTitle);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::name(title));
    let is_admin = use_is_admin();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
        {move || match (is_admin.get(), requested.get()) {
            (false, _) => view! { <ErrorNotice error=RequestError::NotAllowed/> }.into_any(),
            (true, Requested::Operation(operation)) => view! {
                <Progress operation first_step=OperationMessage::StepReview start=paths::TOKENS.to_owned()/>
            }
            .into_any(),
            (true, Requested::Nothing | Requested::Unreadable) => {
                view! { <NoSuchRequest start=paths::TOKENS/> }.into_any()
            }
        }}
    }
    .into_any()
}
