//! `/ingreso`: who are you, and the AppMovil's code once there is a token.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;

use super::code_step::CodeStep;
use super::password_step::PasswordStep;
use crate::api::session::{SignIn, SignInWithCode, SignOut, current_session};
use crate::console::asked::asked;
use crate::console::focus::focus_soon;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::return_path::local_path;
use crate::console::top::BareShell;
use crate::domain::error::RequestError;
use crate::domain::view::SignInStep;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_session::SessionMessage;
use crate::ui::{DocumentTitle, SkeletonRows, t};

/// The id of the step's heading.
pub(super) const STEP_ID: &str = "paso-de-ingreso";

/// Which step the sign-in is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Password,
    Code,
    Done,
}

/// The three forms of the page; what each answered decides the step.
#[derive(Clone, Copy)]
pub(super) struct SignInForms {
    pub password: ServerAction<SignIn>,
    pub code: ServerAction<SignInWithCode>,
    pub restart: ServerAction<SignOut>,
}

/// The sign-in page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let session = asked(|| (), |()| current_session());
    let forms = SignInForms {
        password: ServerAction::new(),
        code: ServerAction::new(),
        restart: ServerAction::new(),
    };
    Effect::new(move |_| {
        if let Some(Ok(())) = forms.restart.value().get() {
            forms.password.clear();
            forms.code.clear();
            session.refetch();
        }
    });
    // What the code's form was told before is over with a newer password.
    Effect::new(move |_| {
        if let Some(Ok(_)) = forms.password.value().get() {
            forms.code.clear();
        }
    });
    let title = t(SessionMessage::SignInTitle);
    let loading = t(ConsoleMessage::LoadingPage);
    let waiting = move || view! { <SkeletonRows label=loading rows=3/> }.into_any();
    view! {
        <BareShell>
            <DocumentTitle text=title/>
            {loaded(session, waiting, move |known| steps(known, forms))}
        </BareShell>
    }
    .into_any()
}

fn steps(known: Signal<SignInStep>, forms: SignInForms) -> AnyView {
    let stage = Memo::new(move |_| {
        let coded = forms.code.value().get();
        let signed = forms.password.value().get();
        known.with(|known| stage(coded.as_ref(), signed.as_ref(), known))
    });
    Effect::new(move |before: Option<Stage>| {
        let now = stage.get();
        if before.is_some_and(|before| before != now) {
            focus_soon(STEP_ID);
        }
        now
    });
    let query = use_query_map();
    (move || match stage.get() {
        Stage::Password => view! { <PasswordStep forms/> }.into_any(),
        Stage::Code => view! { <CodeStep forms/> }.into_any(),
        Stage::Done => {
            let path = query.with_untracked(|query| target(query.get(paths::RETURN_TO)));
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            view! { <Redirect path options/> }.into_any()
        }
    })
    .into_any()
}

/// Where to go once signed in.
fn target(asked: Option<String>) -> String {
    asked
        .as_deref()
        .and_then(local_path)
        .unwrap_or("/")
        .to_owned()
}

/// The step, by the newest answer: the code form's, the password form's, or
/// what the session was when the page opened.
fn stage(
    coded: Option<&Result<SignInStep, RequestError>>,
    signed: Option<&Result<SignInStep, RequestError>>,
    known: &SignInStep,
) -> Stage {
    match coded {
        Some(Ok(step)) => return of_step(step),
        Some(Err(RequestError::SignedOut)) => return Stage::Password,
        Some(Err(_)) | None => {}
    }
    match signed {
        Some(Ok(step)) => of_step(step),
        Some(Err(_)) | None => of_step(known),
    }
}

const fn of_step(step: &SignInStep) -> Stage {
    match step {
        SignInStep::SignedOut => Stage::Password,
        SignInStep::CodeNeeded => Stage::Code,
        SignInStep::SignedIn(_) => Stage::Done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_password_leads_to_the_code_and_a_wrong_code_stays_there() {
        let signed = Ok(SignInStep::CodeNeeded);
        let known = SignInStep::SignedOut;
        assert_eq!(stage(None, Some(&signed), &known), Stage::Code);
        let wrong = Err(RequestError::Unreachable);
        assert_eq!(stage(Some(&wrong), Some(&signed), &known), Stage::Code);
    }

    #[test]
    fn a_code_that_came_too_late_starts_again() {
        let signed = Ok(SignInStep::CodeNeeded);
        let late = Err(RequestError::SignedOut);
        assert_eq!(
            stage(Some(&late), Some(&signed), &SignInStep::SignedOut),
            Stage::Password
        );
    }

    #[test]
    fn signing_in_never_leads_to_another_site() {
        assert_eq!(target(Some("//malo.example".to_owned())), "/");
        assert_eq!(target(Some("/perfil".to_owned())), "/perfil");
        assert_eq!(target(None), "/");
    }
}
