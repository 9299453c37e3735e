//! The first step: company, user, password.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::sign_in::{STEP_ID, SignInForms};
use crate::api::session::typed_sign_in;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::paths;
use crate::domain::error::{FieldName, RequestError};
use crate::i18n::console_session::SessionMessage;
use crate::ui::{
    Button, ButtonVariant, ErrorSummary, Field, Notice, Panel, PasswordInput, TextInput, t,
};

/// The form. After a refusal company and user stay, the password goes.
#[component]
pub fn PasswordStep(forms: SignInForms) -> impl IntoView {
    let typed = typed_sign_in();
    let (company, username, password) = (
        RwSignal::new(typed.0),
        RwSignal::new(typed.1),
        RwSignal::new(String::new()),
    );
    let action = forms.password;
    let ended = Signal::derive(move || {
        matches!(forms.code.value().get(), Some(Err(RequestError::SignedOut)))
    });
    let error = Signal::derive(move || action.value().get().and_then(Result::err));
    Effect::new(move |_| {
        if error.with(Option::is_some) {
            password.set(String::new());
        }
    });
    let errors = FormErrors::new(error);
    let problems = errors.summary(&[
        (FieldName::Company, "empresa"),
        (FieldName::Username, "usuario"),
        (FieldName::Password, "clave"),
    ]);
    let beyond = errors.beyond_fields();
    let query = use_query_map();
    let comes_back =
        move || ended.get() || query.with(|query| query.get(paths::RETURN_TO).is_some());
    let asked = t(SessionMessage::SessionEnded);
    let words = t(SessionMessage::SignIn);
    view! {
        <div class="form sign-in">
            <header class="stack stack-tight">
                <h1 id=STEP_ID tabindex="-1">{t(SessionMessage::SignInTitle)}</h1>
                <p class="lead">{t(SessionMessage::SignInLead)}</p>
            </header>
            {move || comes_back().then(|| view! { <Notice title=asked/> })}
            {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
            <ErrorSummary problems/>
            <Panel>
                <ActionForm action attr:class="form" attr:novalidate="">
                    <Field id="empresa" label=t(SessionMessage::CompanyCode) hint=t(SessionMessage::CompanyHint) error=errors.beside(FieldName::Company)>
                        <TextInput name="company" value=company autocomplete="organization"/>
                    </Field>
                    <Field id="usuario" label=t(SessionMessage::Username) error=errors.beside(FieldName::Username)>
                        <TextInput name="username" value=username autocomplete="username"/>
                    </Field>
                    <Field id="clave" label=t(SessionMessage::Password) error=errors.beside(FieldName::Password)>
                        <PasswordInput name="password" value=password/>
                    </Field>
                    <Button
                        id="ingresar"
                        submit=true
                        variant=ButtonVariant::Primary
                        busy=action.pending()
                        busy_label=t(SessionMessage::SigningIn)
                    >
                        {words}
                    </Button>
                </ActionForm>
            </Panel>
        </div>
    }
    .into_any()
}
