//! Signing in and out.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::SignInStep;

/// How far this browser's sign-in has come.
#[server(endpoint = "session/current", output = Json)]
pub async fn current_session() -> Result<SignInStep, RequestError> {
    use crate::api::caller;

    let token = caller::session_token();
    caller::answer(
        crate::service::show_session::show_session(&caller::context(), token.as_deref()).await,
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

    let context = caller::context();
    let credentials = Credentials {
        company,
        username,
        password,
    };
    let signed = caller::answer(sign_in(&context, credentials, &caller::origin()).await)?;
    caller::set_cookie(&context.session_cookie(&signed.token));
    Ok(signed.step)
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
