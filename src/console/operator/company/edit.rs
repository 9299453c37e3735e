//! `/operador/empresas/editar/:company`: changing a company.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::detail::failed;
use super::list::crumbs;
use super::settings_fields::{NameField, PLACES, PeriodField, TypedSettings};
use crate::api::company::{edit_company, show_company};
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::loaded::loaded_or;
use crate::console::paths;
use crate::domain::company_draft::CompanySettings;
use crate::domain::error::RequestError;
use crate::domain::view::{CompanyDetail, SeenCompany};
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, ErrorSummary, IconName, LinkButton,
    PageTitle, Panel, SkeletonRows, t,
};

type Edit = Action<(SeenCompany, CompanySettings), Result<(), RequestError>>;

/// The page.
#[component]
pub fn EditCompanyPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("company").unwrap_or_default()));
    let company = asked(move || id.get(), show_company);
    let loading = t(CompanyMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    loaded_or(company, waiting, failed, move |company| {
        view! { <Page company/> }.into_any()
    })
}

#[component]
fn Page(company: Signal<CompanyDetail>) -> impl IntoView {
    let first = company.get_untracked();
    let title = t(CompanyMessage::Edit);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(first.name.clone(), paths::company(first.id)));
    crumbs.push(Crumb::link(title, paths::edit_company(first.id)));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
        <Form company=first/>
    }
    .into_any()
}

#[component]
fn Form(company: CompanyDetail) -> impl IntoView {
    let (id, seen) = (company.id, company.seen());
    let typed = TypedSettings::new(company.name, company.contact_period_days);
    let edit: Edit = Action::new(|(seen, settings): &(SeenCompany, CompanySettings)| {
        let (seen, settings) = (*seen, settings.clone());
        async move {
            match settings.check() {
                Err(wrong) => Err(RequestError::Invalid(wrong)),
                Ok(_) => edit_company(seen, settings).await,
            }
        }
    });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(())) = edit.value().get() {
            navigate(&paths::company(id), NavigateOptions::default());
        }
    });
    let error = Signal::derive(move || edit.value().get().and_then(Result::err));
    let errors = FormErrors::new(error);
    let beyond = errors.beyond_fields();
    let busy = edit.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            edit.dispatch((seen, typed.settings()));
        }
    };
    let (words, leave) = (t(CompanyMessage::Save), t(CompanyMessage::Cancel));
    view! {
        {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
        <ErrorSummary problems=errors.summary(&PLACES)/>
        <Panel>
            <form class="form" method="post" novalidate="" on:submit=send>
                <NameField typed errors/>
                <PeriodField typed errors/>
                <div class="cluster">
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(CompanyMessage::Saving)>
                        {words}
                    </Button>
                    <LinkButton href=paths::company(id) variant=ButtonVariant::Quiet>{leave}</LinkButton>
                </div>
            </form>
        </Panel>
    }
    .into_any()
}
