//! Where a page stands in the tree.

use leptos::prelude::*;

use super::t;
use crate::i18n::ui::UiMessage;

/// One step of the route.
#[derive(Clone)]
pub struct Crumb {
    /// Its words.
    pub label: Signal<String>,
    /// Where it leads, if it is a page.
    pub href: Option<String>,
}

impl Crumb {
    /// A step that is a page.
    pub fn link(label: impl Into<Signal<String>>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
        }
    }

    /// A step that is only a name.
    pub fn name(label: impl Into<Signal<String>>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }
}

/// The route to this page, its last step being the page.
#[component]
pub fn Breadcrumb(
    /// The steps, from the root.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    let last = crumbs.len().saturating_sub(1);
    let label = t(UiMessage::Breadcrumb);
    let steps = crumbs.into_iter().enumerate().map(|(at, crumb)| {
        let current = (at == last).then_some("page");
        let body = match crumb.href {
            Some(href) => view! { <a href=href aria-current=current>{crumb.label}</a> }.into_any(),
            None => view! { <span aria-current=current>{crumb.label}</span> }.into_any(),
        };
        view! { <li>{(at > 0).then(|| view! { <span class="breadcrumb-mark" aria-hidden="true">"/"</span> })} {body}</li> }
    });
    view! { <nav class="breadcrumb" aria-label=label><ol>{steps.collect_view()}</ol></nav> }
        .into_any()
}
