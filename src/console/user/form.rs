//! The form of a user: the same for a new one and for one that is there.

use leptos::prelude::*;

use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::paths;
use crate::console::words::role_message;
use crate::domain::error::{FieldName, RequestError};
use crate::domain::user::Role;
use crate::domain::user_draft::UserDraft;
use crate::i18n::Message;
use crate::i18n::console_user::UserMessage;
use crate::ui::{
    Button, ButtonVariant, Checkbox, ErrorSummary, Field, IconName, KeyValue, KeyValueList,
    LinkButton, Notice, Panel, TextInput, TextKind, t, use_locale,
};

/// What stands in the form.
#[derive(Clone, Copy)]
pub struct Typed {
    username: RwSignal<String>,
    full_name: RwSignal<String>,
    email: RwSignal<String>,
    mobile: RwSignal<String>,
    role: Role,
    contact_confirmed: RwSignal<bool>,
}

impl Typed {
    /// Begins with what `draft` holds.
    pub fn new(draft: UserDraft) -> Self {
        Self {
            username: RwSignal::new(draft.username),
            full_name: RwSignal::new(draft.full_name),
            email: RwSignal::new(draft.email),
            mobile: RwSignal::new(draft.mobile),
            role: draft.role,
            contact_confirmed: RwSignal::new(draft.contact_confirmed),
        }
    }

    /// What it holds now.
    pub fn draft(self) -> UserDraft {
        UserDraft {
            username: self.username.get_untracked(),
            full_name: self.full_name.get_untracked(),
            email: self.email.get_untracked(),
            mobile: self.mobile.get_untracked(),
            role: self.role,
            contact_confirmed: self.contact_confirmed.get_untracked(),
        }
    }
}

/// Whether a form changes contact data, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactRule {
    /// At once.
    Open,
    /// They hold a token: it is confirmed in the AppMovil.
    Confirmed,
    /// It is oneself, who holds a token: another administrator does it.
    Closed,
}

/// The form.
#[component]
pub fn UserForm(
    /// What stands in it.
    typed: Typed,
    /// Whether the username can be chosen: only for a new user.
    is_new: bool,
    /// Whether the e-mail and the mobile can be changed, and how.
    contact_rule: ContactRule,
    /// The words of its button.
    submit: UserMessage,
    /// Whether it is on its way.
    busy: Signal<bool>,
    /// Why it was refused.
    error: Signal<Option<RequestError>>,
    /// Where **Cancelar** leads.
    cancel: String,
    /// Sends it.
    on_submit: Callback<()>,
) -> impl IntoView {
    let errors = FormErrors::new(error);
    let problems = errors.summary(&[
        (FieldName::Username, "usuario"),
        (FieldName::FullName, "nombre"),
        (FieldName::Email, "correo"),
        (FieldName::Mobile, "celular"),
    ]);
    let beyond = errors.beyond_fields();
    let (words, leave) = (t(submit), t(UserMessage::Cancel));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            on_submit.run(());
        }
    };
    view! {
        {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
        <ErrorSummary problems/>
        <Panel>
            <form class="form" method="post" novalidate="" on:submit=send>
                <Username typed is_new error=errors.beside(FieldName::Username)/>
                <Field id="nombre" label=t(UserMessage::FullName) error=errors.beside(FieldName::FullName)>
                    <TextInput name="full_name" value=typed.full_name autocomplete="off"/>
                </Field>
                <RoleFact role=typed.role/>
                <ContactFields typed rule=contact_rule errors/>
                <div class="cluster">
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(UserMessage::Saving)>
                        {words}
                    </Button>
                    <LinkButton href=cancel variant=ButtonVariant::Quiet>{leave}</LinkButton>
                </div>
            </form>
        </Panel>
    }
    .into_any()
}

#[component]
fn Username(typed: Typed, is_new: bool, error: Signal<Option<String>>) -> impl IntoView {
    if is_new {
        view! {
            <Field id="usuario" label=t(UserMessage::Username) hint=t(UserMessage::UsernameHint) error>
                <TextInput name="username" value=typed.username autocomplete="off"/>
            </Field>
        }
        .into_any()
    } else {
        view! {
            <KeyValueList>
                <KeyValue name=t(UserMessage::Username)>{typed.username}</KeyValue>
            </KeyValueList>
        }
        .into_any()
    }
}

/// The role, which is told and not asked.
#[component]
fn RoleFact(role: Role) -> impl IntoView {
    let locale = use_locale();
    let name = move || role_message(role).text(locale.get());
    view! {
        <KeyValueList><KeyValue name=t(UserMessage::Role)>{name}</KeyValue></KeyValueList>
    }
    .into_any()
}

/// E-mail, mobile, and whether both were checked. One's own are told, not asked,
/// while one holds a token: one's invitations go there.
#[component]
fn ContactFields(typed: Typed, rule: ContactRule, errors: FormErrors) -> impl IntoView {
    let confirmed = view! {
        <Checkbox
            id="confirmados"
            name="contact_confirmed"
            checked=typed.contact_confirmed
            label=t(UserMessage::ConfirmBox)
            hint=t(UserMessage::ConfirmBoxHint)
        />
    };
    if rule == ContactRule::Closed {
        return view! {
            <KeyValueList>
                <KeyValue name=t(UserMessage::Email)>{typed.email}</KeyValue>
                <KeyValue name=t(UserMessage::Mobile)>{typed.mobile}</KeyValue>
            </KeyValueList>
            <p class="muted">{t(UserMessage::HoldsToken)} " " <a href=paths::HELP_USERS>{t(UserMessage::HoldsTokenHow)}</a></p>
            {confirmed}
        }
        .into_any();
    }
    let is_confirmed = rule == ContactRule::Confirmed;
    view! {
        {is_confirmed.then(|| view! { <Notice title=t(UserMessage::HoldsTokenConfirm)/> })}
        <Field id="correo" label=t(UserMessage::Email) hint=t(UserMessage::EmailHint) error=errors.beside(FieldName::Email)>
            <TextInput name="email" value=typed.email kind=TextKind::Email autocomplete="off"/>
        </Field>
        <Field id="celular" label=t(UserMessage::Mobile) hint=t(UserMessage::MobileHint) error=errors.beside(FieldName::Mobile)>
            <TextInput name="mobile" value=typed.mobile kind=TextKind::Phone autocomplete="off"/>
        </Field>
        {confirmed}
    }
    .into_any()
}
