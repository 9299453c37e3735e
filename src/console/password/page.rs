//! `/contrasena#…`: for whom the link is, the password, and what comes next.
//!
//! The code stands in the fragment, which only the browser knows: the server
//! writes the page without it (docs/adr/0004).

use leptos::prelude::*;

use crate::api::password::{choose_password, show_password_link};
use crate::console::error_notice::ErrorNotice;
use crate::console::form_errors::FormErrors;
use crate::console::paths;
use crate::console::support::SupportPanel;
use crate::domain::error::{FieldName, RequestError};
use crate::domain::password::{LinkFault, check_password};
use crate::domain::view::PasswordLinkView;
use crate::i18n::console_password::PasswordMessage as Words;
use crate::ui::{
    Button, ButtonVariant, DocumentTitle, Field, IconName, KeyValue, KeyValueList, LinkButton,
    Notice, NoticeKind, PageTitle, Panel, PasswordInput, Waiting, t, t_with,
};

type Look = Action<String, Result<PasswordLinkView, RequestError>>;
type Choose = Action<(String, String), Result<(), RequestError>>;

/// The page.
#[component]
pub fn PasswordPage() -> impl IntoView {
    let code = RwSignal::new(String::new());
    let look: Look = Action::new(|code: &String| show_password_link(code.clone()));
    Effect::new(move |_| {
        let found = fragment();
        code.set(found.clone());
        look.dispatch(found);
    });
    let title = t(Words::Title);
    view! {
        <DocumentTitle text=title/>
        {move || match look.value().get() {
            None => view! {
                <PageTitle title/>
                <Waiting label=t(Words::Checking)/>
                <noscript><p>{t(Words::NeedsScript)}</p></noscript>
            }
            .into_any(),
            Some(Ok(link)) => view! { <Chooser link code/> }.into_any(),
            Some(Err(error)) => failed(error, look, code),
        }}
    }
    .into_any()
}

/// The address's fragment, without its mark.
fn fragment() -> String {
    #[cfg(feature = "hydrate")]
    {
        let hash = window().location().hash().unwrap_or_default();
        hash.trim_start_matches('#').to_owned()
    }
    #[cfg(not(feature = "hydrate"))]
    String::new()
}

fn failed(error: RequestError, look: Look, code: RwSignal<String>) -> AnyView {
    let fault = match error {
        RequestError::LinkUnusable(fault) => fault,
        error => {
            let retry = Callback::new(move |()| {
                look.dispatch(code.get_untracked());
            });
            let title = t(Words::Title);
            return view! { <PageTitle title/> <ErrorNotice error retry/> }.into_any();
        }
    };
    let (title, lead) = match fault {
        LinkFault::Unusable => (Words::UnusableTitle, Words::UnusableLead),
        LinkFault::Expired => (Words::ExpiredTitle, Words::ExpiredLead),
    };
    let sign_in = t(Words::SignIn);
    view! {
        <PageTitle title=t(title) lead=t(lead)/>
        <p><LinkButton href=paths::SIGN_IN variant=ButtonVariant::Primary>{sign_in}</LinkButton></p>
        <SupportPanel/>
    }
    .into_any()
}

#[component]
fn Chooser(link: PasswordLinkView, code: RwSignal<String>) -> impl IntoView {
    let names = [link.username.clone(), link.company.clone()];
    let choose: Choose = Action::new(move |(code, password): &(String, String)| {
        let (code, password) = (code.clone(), password.clone());
        let names = names.each_ref().map(String::as_str);
        let checked = check_password(&password, &names);
        async move {
            match checked {
                Err(problem) => Err(RequestError::field(FieldName::Password, problem)),
                Ok(()) => choose_password(code, password).await,
            }
        }
    });
    let is_done = Memo::new(move |_| choose.value().with(|answer| matches!(answer, Some(Ok(())))));
    let link = StoredValue::new(link);
    move || {
        let link = link.get_value();
        if is_done.get() {
            view! { <Done link/> }.into_any()
        } else {
            view! { <Form link code choose/> }.into_any()
        }
    }
}

#[component]
fn Form(link: PasswordLinkView, code: RwSignal<String>, choose: Choose) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let company = link.company_name.clone();
    let lead = t_with(Words::Lead, move || vec![("company", company.clone())]);
    let errors = FormErrors::new(Signal::derive(move || {
        choose.value().get().and_then(Result::err)
    }));
    let beyond = errors.beyond_fields();
    let busy = choose.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            choose.dispatch((code.get_untracked(), password.get_untracked()));
        }
    };
    let words = t(Words::Save);
    let username = link.username.clone();
    view! {
        <PageTitle title=t(Words::Title) lead/>
        {move || beyond.get().map(|error| view! { <ErrorNotice error/> })}
        <Panel>
            <Facts link until=true/>
            <form class="form" method="post" novalidate="" on:submit=send>
                // So that the browser's keeper of passwords knows whose it is.
                <input class="sr-only" type="text" name="username" autocomplete="username" value=username readonly="" tabindex="-1" aria-hidden="true"/>
                <Field id="contrasena" label=t(Words::Password) hint=t(Words::Rule) error=errors.beside(FieldName::Password)>
                    <PasswordInput name="password" value=password new=true/>
                </Field>
                <p>
                    <Button submit=true variant=ButtonVariant::Primary icon=IconName::Check busy busy_label=t(Words::Saving)>
                        {words}
                    </Button>
                </p>
            </form>
        </Panel>
    }
    .into_any()
}

#[component]
fn Done(link: PasswordLinkView) -> impl IntoView {
    let (title, lead) = (t(Words::DoneTitle), t(Words::DoneLead));
    let sign_in = t(Words::SignIn);
    view! {
        <PageTitle title=t(Words::Title)/>
        <Notice kind=NoticeKind::Success title><p>{lead}</p></Notice>
        <Panel><Facts link until=false/></Panel>
        <p><LinkButton href=paths::SIGN_IN variant=ButtonVariant::Primary icon=IconName::ArrowRight>{sign_in}</LinkButton></p>
    }
    .into_any()
}

/// With what the person will sign in.
#[component]
fn Facts(link: PasswordLinkView, until: bool) -> impl IntoView {
    let ends = link.expires_at.to_minute_text();
    view! {
        <KeyValueList>
            <KeyValue name=t(Words::Company)>{link.company_name}</KeyValue>
            <KeyValue name=t(Words::Slug) mono=true>{link.company}</KeyValue>
            <KeyValue name=t(Words::Username) mono=true>{link.username}</KeyValue>
            {until.then(|| view! { <KeyValue name=t(Words::Until)>{ends}</KeyValue> })}
        </KeyValueList>
    }
    .into_any()
}
