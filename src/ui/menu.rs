//! A folded list of links and buttons: the person's menu, a row's actions.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::{Icon, IconName};

/// A button that unfolds what is inside: [`MenuLink`]s, [`MenuButton`]s, or a
/// form. Works before hydration; Escape and a press outside fold it.
#[component]
pub fn Menu(
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// Its accessible name, when the words alone do not say enough.
    #[prop(into, optional)]
    accessible_name: Signal<Option<String>>,
    /// Its drawing.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Shows only the drawing.
    #[prop(optional)]
    icon_only: bool,
    /// Runs each time it is unfolded, so that what is inside can be made then.
    #[prop(into, optional)]
    on_unfold: Option<Callback<()>>,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    #[cfg(feature = "hydrate")]
    {
        fold_on_press_outside(node);
        tell_already_unfolded(node, on_unfold);
    }
    let toggle = move |_| {
        if let Some(on_unfold) = on_unfold
            && is_unfolded(node)
        {
            on_unfold.run(());
        }
    };
    let name = move || {
        accessible_name
            .get()
            .or_else(|| icon_only.then(|| label.get()))
    };
    view! {
        <details
            class="menu"
            class:menu-icon-only=icon_only
            node_ref=node
            on:keydown=move |event| on_key(&event, node)
            on:toggle=toggle
        >
            <summary class="menu-summary" aria-label=name>
                {icon.map(|name| view! { <Icon name/> })}
                <span class="menu-label" class:sr-only=icon_only>{label}</span>
                {(!icon_only).then(|| view! { <Icon name=IconName::ChevronDown/> })}
            </summary>
            <div class="menu-panel" on:click=move |_| fold(node)>{children()}</div>
        </details>
    }
    .into_any()
}

/// A place to go, inside a [`Menu`].
#[component]
pub fn MenuLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its drawing.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! { <a class="menu-item" href=href>{icon.map(|name| view! { <Icon name/> })} <span>{children()}</span></a> }.into_any()
}

/// Something to do, inside a [`Menu`].
#[component]
pub fn MenuButton(
    /// Its drawing.
    #[prop(optional)]
    icon: Option<IconName>,
    /// It takes something away.
    #[prop(optional)]
    danger: bool,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Why it cannot be done now; `None` when it can.
    #[prop(into, optional)]
    disabled_reason: Signal<Option<String>>,
    /// What it does.
    #[prop(into, optional)]
    on_click: Option<Callback<()>>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let off = move || disabled_reason.with(Option::is_some);
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class="menu-item"
            class:menu-item-danger=danger
            aria-disabled=move || off().then_some("true")
            on:click=move |event| {
                if off() {
                    event.prevent_default();
                    event.stop_propagation();
                } else if let Some(on_click) = on_click {
                    on_click.run(());
                }
            }
        >
            {icon.map(|name| view! { <Icon name/> })}
            <span>
                {children()}
                {move || disabled_reason.get().map(|reason| view! { <span class="menu-item-reason">{reason}</span> })}
            </span>
        </button>
    }
    .into_any()
}

fn fold(node: NodeRef<html::Details>) {
    #[cfg(feature = "hydrate")]
    if let Some(details) = node.get_untracked() {
        let _ = details.remove_attribute("open");
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = node;
}

fn on_key(event: &ev::KeyboardEvent, node: NodeRef<html::Details>) {
    if event.key() != "Escape" {
        return;
    }
    fold(node);
    #[cfg(feature = "hydrate")]
    if let Some(details) = node.get_untracked() {
        use wasm_bindgen::JsCast;
        if let Ok(Some(summary)) = details.query_selector("summary")
            && let Some(summary) = summary.dyn_ref::<web_sys::HtmlElement>()
        {
            let _ = summary.focus();
        }
    }
}

/// Tells of a menu that was unfolded before the page answered to presses.
#[cfg(feature = "hydrate")]
fn tell_already_unfolded(node: NodeRef<html::Details>, on_unfold: Option<Callback<()>>) {
    if let Some(on_unfold) = on_unfold {
        Effect::new(move |_| {
            node.track();
            if is_unfolded(node) {
                on_unfold.run(());
            }
        });
    }
}

fn is_unfolded(node: NodeRef<html::Details>) -> bool {
    #[cfg(feature = "hydrate")]
    return node
        .get_untracked()
        .is_some_and(|details| details.has_attribute("open"));
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = node;
        false
    }
}

#[cfg(feature = "hydrate")]
fn fold_on_press_outside(node: NodeRef<html::Details>) {
    use wasm_bindgen::JsCast;
    Effect::new(move |_| {
        let listener = window_event_listener(ev::pointerdown, move |event| {
            let Some(details) = node.get_untracked() else {
                return;
            };
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            if !details.contains(target.as_ref()) {
                fold(node);
            }
        });
        on_cleanup(move || listener.remove());
    });
}
