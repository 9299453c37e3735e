//! "Mostrando registros 1 al 5 de un total de 5".

use leptos::prelude::*;

use super::address::token_pager;
use crate::domain::table::TokenQuery;
use crate::domain::view::TokenPage;
use crate::ui::Pager;

/// The pager under the table.
#[component]
pub fn TableFoot(shown: Signal<(TokenQuery, TokenPage)>) -> impl IntoView {
    let state = Memo::new(move |_| shown.with(|(query, page)| token_pager(&page.page, query)));
    view! { <Pager state/> }
}
