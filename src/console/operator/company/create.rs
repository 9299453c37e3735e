//! `/operador/empresas/nueva`: a new company.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::list::crumbs;
use super::settings_fields::{NameField, PLACES, PeriodField, TypedSettings};
use crate::api::company::create_company;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::paths;
use crate::domain::company::{Approvals, DEFAULT_CONTACT_PERIOD_DAYS};
use crate::domain::company_draft::CompanyDraft;
use crate::domain::error::{FieldName, RequestError};
use crate::domain::id::CompanyId;
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, ErrorSummary, Field, IconName,
    LinkButton, PageTitle, Panel, RadioCard, RadioGroup, TextInput, t,
};

const ONE: &str = "1";
const TWO: &str = "2";

type Create = Action<CompanyDraft, Result<CompanyId, RequestError>>;

/// The page.
#[component]
pub fn CreateCompanyPage() -> impl IntoView {
    let title = t(CompanyMessage::Create);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(title, paths::NEW_COMPANY));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(CompanyMessage::CreateLead)/>
        <Form/>
    }
    .into_any()
}

#[component]
fn Form() -> impl IntoView {
    let slug = RwSignal::new(String::new());
    let approvals = RwSignal::new(ONE.to_owned());
    let typed = TypedSettings::new(String::new(), DEFAULT_CONTACT_PERIOD_DAYS);
    let create = use_create();
    let error = Signal::derive(move || create.value().get().and_then(Result::err));
    let errors = FormErrors::new(error);
    let beyond = errors.beyond_fields();
    let busy = create.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            let approvals = match approvals.get_untracked().as_str() {
                TWO => Approvals::Two,
                _ => Approvals::One,
            };
            create.dispatch(CompanyDraft {
                slug: slug.get_untracked(),
                settings: typed.settings(),
                approvals,
            });
        }
    };
    let (words, leave) = (t(CompanyMessage::Create), t(CompanyMessage::Cancel));
    view! {
        {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
        <ErrorSummary problems=errors.summary(&PLACES)/>
        <Panel>
            <form class="form" method="post" novalidate="" on:submit=send>
                <NameField typed errors/>
                <Field id="palabra" label=t(CompanyMessage::Slug) hint=t(CompanyMessage::SlugHint) error=errors.beside(FieldName::Company)>
                    <TextInput name="slug" value=slug autocomplete="off" mono=true/>
                </Field>
                <PeriodField typed errors/>
                <ApprovalsChoice chosen=approvals/>
                <div class="cluster">
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(CompanyMessage::Saving)>
                        {words}
                    </Button>
                    <LinkButton href=paths::COMPANIES variant=ButtonVariant::Quiet>{leave}</LinkButton>
                </div>
            </form>
        </Panel>
    }
    .into_any()
}

/// Makes the company and goes to its page.
fn use_create() -> Create {
    let create: Create = Action::new(|draft: &CompanyDraft| {
        let draft = draft.clone();
        async move {
            match draft.check() {
                Err(wrong) => Err(RequestError::Invalid(wrong)),
                Ok(_) => create_company(draft).await,
            }
        }
    });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(company)) = create.value().get() {
            navigate(&paths::company(company), NavigateOptions::default());
        }
    });
    create
}

#[component]
fn ApprovalsChoice(chosen: RwSignal<String>) -> impl IntoView {
    let (one, two) = (
        t(CompanyMessage::ApprovalsOneLead),
        t(CompanyMessage::ApprovalsTwoLead),
    );
    view! {
        <RadioGroup legend=t(CompanyMessage::Approvals)>
            <RadioCard id="una-aprobacion" name="approvals" value=ONE chosen label=t(CompanyMessage::ApprovalsOne)>
                <p>{one}</p>
            </RadioCard>
            <RadioCard id="dos-aprobaciones" name="approvals" value=TWO chosen label=t(CompanyMessage::ApprovalsTwo)>
                <p>{two}</p>
            </RadioCard>
        </RadioGroup>
    }
    .into_any()
}
