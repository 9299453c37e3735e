//! From page to page, by links.

use leptos::prelude::*;

use super::{Icon, IconName, t, t_with};
use crate::i18n::ui::UiMessage;

/// A page's place in the whole, and the URLs of the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PagerState {
    /// The first record shown, from 1; 0 when there is none.
    pub from: u64,
    /// The last record shown.
    pub to: u64,
    /// How many there are.
    pub total: u64,
    /// Whether there may be more than `total`: how many pages there are is not
    /// known then.
    pub at_least: bool,
    /// This page, from 1.
    pub page: u64,
    /// How many pages there are.
    pub pages: u64,
    /// URL of the first page, unless this is it.
    pub first: Option<String>,
    /// URL of the previous page.
    pub previous: Option<String>,
    /// URL of the next page.
    pub next: Option<String>,
    /// URL of the last page, unless this is it.
    pub last: Option<String>,
    /// Rows by page now.
    pub size: u32,
    /// The sizes that can be chosen, with their URLs.
    pub sizes: Vec<(u32, String)>,
}

/// "Mostrando registros 1 al 5 de un total de 5", and the way to other pages.
#[component]
pub fn Pager(
    /// The page's place.
    #[prop(into)]
    state: Signal<PagerState>,
) -> impl IntoView {
    let nothing = t(UiMessage::PagerNothing);
    let range = t_with(UiMessage::PagerRange, move || {
        state.with(|state| {
            vec![
                ("from", state.from.to_string()),
                ("to", state.to.to_string()),
                ("total", state.total.to_string()),
            ]
        })
    });
    let place = t_with(UiMessage::PageOf, move || {
        state.with(|state| {
            vec![
                ("page", state.page.to_string()),
                ("pages", state.pages.to_string()),
            ]
        })
    });
    let some_of_more = t_with(UiMessage::PagerAtLeast, move || {
        state.with(|state| {
            let shown = if state.to == 0 {
                0
            } else {
                state.to + 1 - state.from
            };
            vec![
                ("count", shown.to_string()),
                ("total", state.total.to_string()),
            ]
        })
    });
    let place_alone = t_with(UiMessage::PageAlone, move || {
        state.with(|state| vec![("page", state.page.to_string())])
    });
    let range = move || match state.with(|state| (state.at_least, state.total)) {
        (true, 0) => String::new(),
        (true, _) => some_of_more.get(),
        (false, 0) => nothing.get(),
        (false, _) => range.get(),
    };
    let place = move || match state.with(|state| state.at_least) {
        true => place_alone.get(),
        false => place.get(),
    };
    let label = t(UiMessage::Pages);
    let step = move |message, icon, rel, href: Option<String>| {
        let name = t(message);
        match href {
            Some(href) => view! { <a class="pager-step" href=href rel=rel aria-label=name title=name><Icon name=icon/></a> }.into_any(),
            None => view! { <span class="pager-step" aria-hidden="true"><Icon name=icon/></span> }.into_any(),
        }
    };
    view! {
        <div class="pager">
            <p class="pager-range figures" role="status">
                {range}
            </p>
            {move || state.with(|state| !state.sizes.is_empty()).then(|| view! { <PageSizes state/> })}
            {move || {
                let now = state.get();
                (now.pages > 1).then(|| view! {
                    <nav class="pager-steps" aria-label=label>
                        {step(UiMessage::FirstPage, IconName::ChevronFirst, None, now.first)}
                        {step(UiMessage::PreviousPage, IconName::ChevronLeft, Some("prev"), now.previous)}
                        <span class="pager-place figures">{place}</span>
                        {step(UiMessage::NextPage, IconName::ChevronRight, Some("next"), now.next)}
                        {step(UiMessage::LastPage, IconName::ChevronLast, None, now.last)}
                    </nav>
                })
            }}
        </div>
    }
    .into_any()
}

#[component]
fn PageSizes(state: Signal<PagerState>) -> impl IntoView {
    let label = t(UiMessage::RowsPerPage);
    let sizes = move || {
        let PagerState {
            size: now, sizes, ..
        } = state.get();
        sizes
            .into_iter()
            .map(|(size, href)| view! { <a class="pager-size" href=href aria-current=(size == now).then_some("true")>{size}</a> })
            .collect_view()
    };
    view! {
        <div class="pager-sizes figures" role="group" aria-label=label>
            <span aria-hidden="true">{label}</span>
            {sizes}
        </div>
    }
    .into_any()
}
