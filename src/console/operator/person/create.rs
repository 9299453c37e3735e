//! `/operador/empresas/persona/:company`: a new administrator or auditor.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use crate::api::company::show_company;
use crate::api::company_person::create_company_person;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::loaded::loaded_or;
use crate::console::operator::company::{company_failed, crumbs};
use crate::console::paths;
use crate::console::words::role_message;
use crate::domain::contact::Mobile;
use crate::domain::error::{FieldName, RequestError};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::user::Role;
use crate::domain::user_draft::{BANK_GIVEN_ROLES, UserDraft};
use crate::domain::view::CompanyDetail;
use crate::i18n::console_company::CompanyMessage;
use crate::i18n::console_password::PasswordMessage as Words;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Breadcrumb, Button, ButtonVariant, Crumb, DocumentTitle, ErrorSummary, Field, IconName,
    LinkButton, PageTitle, Panel, RadioCard, RadioGroup, SkeletonRows, TextInput, TextKind, t,
};

type Create = Action<(CompanyId, UserDraft), Result<UserId, RequestError>>;

/// The page.
#[component]
pub fn CreateCompanyPersonPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("company").unwrap_or_default()));
    let company = asked(move || id.get(), show_company);
    let loading = t(CompanyMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    loaded_or(company, waiting, company_failed, move |company| {
        view! { <Page company=company.get_untracked()/> }.into_any()
    })
}

#[component]
fn Page(company: CompanyDetail) -> impl IntoView {
    let title = t(Words::CreatePerson);
    let mut crumbs = crumbs();
    crumbs.push(Crumb::link(
        company.name.clone(),
        paths::company(company.id),
    ));
    crumbs.push(Crumb::link(title, paths::new_company_person(company.id)));
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(Words::CreateLead)/>
        <Form company=company.id/>
    }
    .into_any()
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Typed {
    username: RwSignal<String>,
    full_name: RwSignal<String>,
    email: RwSignal<String>,
    mobile: RwSignal<String>,
    role: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            username: empty(),
            full_name: empty(),
            email: empty(),
            mobile: empty(),
            role: RwSignal::new(Role::Admin.code().to_owned()),
        }
    }

    fn draft(self) -> UserDraft {
        UserDraft {
            username: self.username.get_untracked(),
            full_name: self.full_name.get_untracked(),
            email: self.email.get_untracked(),
            mobile: self.mobile.get_untracked(),
            role: Role::from_code(&self.role.get_untracked()).unwrap_or(Role::Admin),
            contact_confirmed: true,
        }
    }
}

#[component]
fn Form(company: CompanyId) -> impl IntoView {
    let typed = Typed::new();
    let create: Create = Action::new(|(company, draft): &(CompanyId, UserDraft)| {
        let (company, draft) = (*company, draft.clone());
        async move {
            match draft.check_new_as(&BANK_GIVEN_ROLES, Mobile::parse) {
                Err(wrong) => Err(RequestError::Invalid(wrong)),
                Ok(_) => create_company_person(company, draft).await,
            }
        }
    });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(_)) = create.value().get() {
            navigate(&paths::company(company), NavigateOptions::default());
        }
    });
    let errors = FormErrors::new(Signal::derive(move || {
        create.value().get().and_then(Result::err)
    }));
    let problems = errors.summary(&[
        (FieldName::Username, "usuario"),
        (FieldName::FullName, "nombre"),
        (FieldName::Email, "correo"),
        (FieldName::Mobile, "celular"),
    ]);
    let beyond = errors.beyond_fields();
    let busy = create.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            create.dispatch((company, typed.draft()));
        }
    };
    let (words, leave) = (t(Words::CreateYes), t(UserMessage::Cancel));
    view! {
        {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
        <ErrorSummary problems/>
        <Panel>
            <form class="form" method="post" novalidate="" on:submit=send>
                <RoleChoice chosen=typed.role/>
                <Field id="usuario" label=t(UserMessage::Username) hint=t(UserMessage::UsernameHint) error=errors.beside(FieldName::Username)>
                    <TextInput name="username" value=typed.username autocomplete="off"/>
                </Field>
                <Field id="nombre" label=t(UserMessage::FullName) error=errors.beside(FieldName::FullName)>
                    <TextInput name="full_name" value=typed.full_name autocomplete="off"/>
                </Field>
                <Field id="correo" label=t(UserMessage::Email) error=errors.beside(FieldName::Email)>
                    <TextInput name="email" value=typed.email kind=TextKind::Email autocomplete="off"/>
                </Field>
                <Field id="celular" label=t(UserMessage::Mobile) hint=t(UserMessage::MobileHint) error=errors.beside(FieldName::Mobile)>
                    <TextInput name="mobile" value=typed.mobile kind=TextKind::Phone autocomplete="off"/>
                </Field>
                <div class="cluster">
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Mail busy busy_label=t(Words::Creating)>
                        {words}
                    </Button>
                    <LinkButton href=paths::company(company) variant=ButtonVariant::Quiet>{leave}</LinkButton>
                </div>
            </form>
        </Panel>
    }
    .into_any()
}

#[component]
fn RoleChoice(chosen: RwSignal<String>) -> impl IntoView {
    let card = move |role: Role, lead: Words| {
        let lead = t(lead);
        view! {
            <RadioCard id=format!("rol-{}", role.code()) name="role" value=role.code() chosen label=t(role_message(role))>
                <p>{lead}</p>
            </RadioCard>
        }
    };
    view! {
        <RadioGroup legend=t(Words::Role)>
            {card(Role::Admin, Words::AdminLead)}
            {card(Role::Auditor, Words::AuditorLead)}
        </RadioGroup>
    }
    .into_any()
}
