//! Signing in and out.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::locale::Locale;
use crate::domain::view::SignInStep;

/// How far this browser's sign-in has come. Asked while a page is written, it is
/// the person who opened that page.
#[server(endpoint = "session/current", output = Json)]
pub async fn current_session() -> Result<SignInStep, RequestError> {
    use crate::api::caller;

    let context = caller::context();
    let token = caller::session_token();
    if caller::is_page() {
        caller::answer(
            crate::service::note_activity::note_activity(&context, token.as_deref()).await,
        )?;
    }
    caller::answer(crate::service::show_session::show_session(&context, token.as_deref()).await)
}

/// Tells that the person did something, so that their session lives on.
#[server(endpoint = "session/activity", output = Json)]
pub async fn note_activity() -> Result<(), RequestError> {
    use crate::api::caller;

    let token = caller::session_token();
    caller::answer(
        crate::service::note_activity::note_activity(&caller::context(), token.as_deref()).await,
    )
}

/// The person is written to in this language from now on.
#[server(endpoint = "session/language", output = Json, input = Json)]
pub async fn choose_language(locale: Locale) -> Result<(), RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(
        crate::service::choose_language::choose_language(&caller::context(), &person, locale).await,
    )
}

/// The first step: company, user and password.
#[server(endpoint = "session/sign-in", output = Json)]
pub async fn sign_in(
    company: String,
    username: String,
    password: String,
) -> Result<SignInStep, RequestError> {
    use crate::api::caller;
    use crate::service::sign_in::{Credentials, sign_in};
    use crate::service::typed_sign_in::TypedSignIn;

    let context = caller::context();
    let typed = TypedSignIn {
        company: company.clone(),
        username: username.clone(),
    };
    let credentials = Credentials {
        company,
        username,
        password,
    };
    let signed = sign_in(&context, credentials, &caller::origin()).await;
    if signed.is_err() {
        caller::keep_typed_sign_in(&context, &typed);
    }
    let signed = caller::answer(signed)?;
    caller::set_cookie(&context.session_cookie(&signed.token));
    Ok(signed.step)
}

/// Company and user of a refused form that the browser itself sent, while its
/// page is written again; nothing otherwise.
pub fn typed_sign_in() -> (String, String) {
    #[cfg(feature = "ssr")]
    {
        let typed = crate::api::caller::typed_sign_in().unwrap_or_default();
        (typed.company, typed.username)
    }
    #[cfg(not(feature = "ssr"))]
    Default::default()
}

/// The second step: the AppMovil's code.
#[server(endpoint = "session/code", output = Json)]
pub async fn sign_in_with_code(code: String) -> Result<SignInStep, RequestError> {
    use crate::api::caller;
    use crate::service::sign_in_with_code::sign_in_with_code;

    let context = caller::context();
    let token = caller::session_token();
    let signed = caller::answer(
        sign_in_with_code(&context, token.as_deref(), &code, &caller::origin()).await,
    )?;
    caller::set_cookie(&context.session_cookie(&signed.token));
    Ok(signed.step)
}

/// Ends this browser's session.
#[server(endpoint = "session/sign-out", output = Json)]
pub async fn sign_out() -> Result<(), RequestError> {
    use crate::api::caller;

    let context = caller::context();
    let token = caller::session_token();
    caller::answer(crate::service::sign_out::sign_out(&context, token.as_deref()).await)?;
    caller::set_cookie(&context.cleared_session_cookie());
    Ok(())
}
