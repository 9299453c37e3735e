//! The second step: the AppMovil's one-time code.

use leptos::prelude::*;

use super::sign_in::{STEP_ID, SignInForms};
use crate::console::app_link::AppLink;
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::domain::error::FieldName;
use crate::i18n::console_session::SessionMessage;
use crate::ui::{Button, ButtonVariant, CodeInput, ErrorSummary, Field, Panel, t};

/// The form, and the ways out: the AppMovil, or another user.
#[component]
pub fn CodeStep(forms: SignInForms) -> impl IntoView {
    let code = RwSignal::new(String::new());
    let action = forms.code;
    let error = Signal::derive(move || action.value().get().and_then(Result::err));
    let errors = FormErrors::new(error);
    let problems = errors.summary(&[(FieldName::Code, "codigo")]);
    let beyond = errors.beyond_fields();
    let (go_on, open_app, other) = (
        t(SessionMessage::Continue),
        t(SessionMessage::OpenApp),
        t(SessionMessage::OtherUser),
    );
    view! {
        <div class="form sign-in">
            <header class="stack stack-tight">
                <h1 id=STEP_ID tabindex="-1">{t(SessionMessage::CodeTitle)}</h1>
                <p class="lead">{t(SessionMessage::CodeLead)}</p>
            </header>
            {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
            <ErrorSummary problems/>
            <Panel>
                <ActionForm action attr:class="form" attr:novalidate="">
                    <Field id="codigo" label=t(SessionMessage::Code) hint=t(SessionMessage::CodeHint) error=errors.beside(FieldName::Code)>
                        <CodeInput name="code" value=code from_screen=true/>
                    </Field>
                    <Button
                        id="continuar"
                        submit=true
                        variant=ButtonVariant::Primary
                        busy=action.pending()
                        busy_label=t(SessionMessage::SigningIn)
                    >
                        {go_on}
                    </Button>
                </ActionForm>
            </Panel>
            <div class="cluster">
                <AppLink words=open_app/>
                <ActionForm action=forms.restart>
                    <Button submit=true variant=ButtonVariant::Quiet busy=forms.restart.pending()>{other}</Button>
                </ActionForm>
            </div>
        </div>
    }
    .into_any()
}
