//! Choosing a password with the bank's link.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::PasswordLinkView;

/// For whom a link is.
#[server(endpoint = "password/link", input = Json, output = Json)]
pub async fn show_password_link(code: String) -> Result<PasswordLinkView, RequestError> {
    use crate::api::caller;

    let context = caller::context();
    caller::answer(crate::service::choose_password::show_password_link(&context, &code).await)
}

/// Sets the password of whom the link is for.
#[server(endpoint = "password/choose", input = Json, output = Json)]
pub async fn choose_password(code: String, password: String) -> Result<(), RequestError> {
    use crate::api::caller;

    let context = caller::context();
    caller::answer(
        crate::service::choose_password::choose_password(
            &context,
            &code,
            &password,
            &caller::origin(),
        )
        .await,
    )
}
