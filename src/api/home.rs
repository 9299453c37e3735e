//! *Inicio*.

use leptos::prelude::*;

use super::wire::Json;
use crate::domain::error::RequestError;
use crate::domain::view::HomeView;

/// What waits in the company, and how many tokens it has.
#[server(endpoint = "home/show", input = Json, output = Json)]
pub async fn show_home() -> Result<HomeView, RequestError> {
    use crate::api::caller;

    let person = caller::signed_in().await?;
    caller::answer(crate::service::show_home::show_home(&caller::context(), &person).await)
}
