//! The tree of the console's places.

use leptos::prelude::*;

use super::console_shell::{NAVIGATION_ID, NavigationOpen};
use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// A place, or a heading over places.
#[derive(Clone)]
pub struct NavigationItem {
    /// Its words.
    pub label: Signal<String>,
    /// Where it leads; a heading leads nowhere.
    pub href: Option<String>,
    /// Its drawing.
    pub icon: Option<IconName>,
    /// How many things wait there; nothing is shown for 0.
    pub waiting: Signal<u32>,
    /// What is below it.
    pub children: Vec<NavigationItem>,
}

impl NavigationItem {
    /// A place.
    pub fn link(label: impl Into<Signal<String>>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
            icon: None,
            waiting: Signal::stored(0),
            children: Vec::new(),
        }
    }

    /// A heading over places.
    pub fn heading(label: impl Into<Signal<String>>, children: Vec<Self>) -> Self {
        Self {
            label: label.into(),
            href: None,
            icon: None,
            waiting: Signal::stored(0),
            children,
        }
    }

    /// With a drawing.
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With a count of what waits there.
    pub fn waiting(mut self, waiting: impl Into<Signal<u32>>) -> Self {
        self.waiting = waiting.into();
        self
    }
}

/// The side navigation; on a phone the top bar's button unfolds it.
#[component]
pub fn SideNavigation(
    /// The tree.
    items: Vec<NavigationItem>,
    /// The path of the page shown.
    #[prop(into)]
    current: Signal<String>,
    /// What stands at the foot, such as the support line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let open = use_context::<NavigationOpen>().map_or_else(|| RwSignal::new(false), |open| open.0);
    Effect::new(move |_| {
        current.track();
        open.set(false);
    });
    let label = t(UiMessage::MainNavigation);
    view! {
        <nav
            class="side-navigation"
            id=NAVIGATION_ID
            aria-label=label
            data-open=move || open.get().then_some("true")
            on:keydown=move |event| if event.key() == "Escape" { open.set(false) }
        >
            {list(items, current)}
            {children.map(|children| view! { <div class="side-navigation-foot">{children()}</div> })}
        </nav>
    }
    .into_any()
}

fn list(items: Vec<NavigationItem>, current: Signal<String>) -> AnyView {
    let entries = items
        .into_iter()
        .map(|item| entry(item, current))
        .collect_view();
    view! { <ul class="navigation-list">{entries}</ul> }.into_any()
}

fn entry(item: NavigationItem, current: Signal<String>) -> AnyView {
    let NavigationItem {
        label,
        href,
        icon,
        waiting,
        children,
    } = item;
    let icon = icon.map(|name| view! { <Icon name/> });
    let below = (!children.is_empty()).then(|| list(children, current));
    let head = match href {
        Some(href) => {
            let target = href.clone();
            view! {
                <a class="navigation-link" href=href aria-current=move || current.with(|path| place(path, &target))>
                    {icon}
                    <span class="navigation-label">{label}</span>
                    {move || (waiting.get() > 0).then(|| view! { <span class="navigation-waiting">{waiting}</span> })}
                </a>
            }
            .into_any()
        }
        None => view! { <p class="navigation-heading">{icon} <span>{label}</span></p> }.into_any(),
    };
    view! { <li class="navigation-item">{head} {below}</li> }.into_any()
}

/// The `aria-current` of a link to `target` while `path` is shown.
fn place(path: &str, target: &str) -> Option<&'static str> {
    let path = path.trim_end_matches('/');
    let target = target.trim_end_matches('/');
    match path.strip_prefix(target) {
        Some("") => Some("page"),
        Some(below) if below.starts_with('/') && target.matches('/').count() > 1 => Some("true"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_page_below_a_place_marks_that_place() {
        assert_eq!(place("/tokens/virtual", "/tokens/virtual"), Some("page"));
        assert_eq!(
            place("/tokens/virtual/asignar", "/tokens/virtual"),
            Some("true")
        );
        assert_eq!(place("/tokens/virtuales", "/tokens/virtual"), None);
    }

    #[test]
    fn the_root_is_current_only_on_itself() {
        assert_eq!(place("/", "/"), Some("page"));
        assert_eq!(place("/ayuda", "/"), None);
    }
}
