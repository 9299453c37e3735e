//! Things to press.

use leptos::prelude::*;

use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// How much a button asks to be pressed. One `Primary` a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonVariant {
    /// What the screen is for.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Without a frame: beside others, in rows.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonVariant {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button with words.
///
/// With `disabled_reason` it stays reachable by keyboard, does nothing, and
/// says why beside itself. While `busy` it does nothing and says so.
#[component]
pub fn Button(
    /// Its words.
    children: Children,
    /// Its weight.
    #[prop(optional)]
    variant: ButtonVariant,
    /// Unique in the page; needed with `disabled_reason`.
    #[prop(into, optional)]
    id: Option<String>,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Small, for rows of a table.
    #[prop(optional)]
    small: bool,
    /// Whether what it started is still going on.
    #[prop(into, optional)]
    busy: Signal<bool>,
    /// Its words while busy.
    #[prop(into, optional)]
    busy_label: Signal<Option<String>>,
    /// Why it cannot be pressed now; `None` when it can.
    #[prop(into, optional)]
    disabled_reason: Signal<Option<String>>,
    /// The form field it sends, with `value`.
    #[prop(into, optional)]
    name: Option<String>,
    /// The value of `name`.
    #[prop(into, optional)]
    value: Option<String>,
    /// What it does.
    #[prop(into, optional)]
    on_click: Option<Callback<()>>,
) -> impl IntoView {
    let reason_id = format!("{}-reason", id.as_deref().unwrap_or("button"));
    let described_by = reason_id.clone();
    let off = move || busy.get() || disabled_reason.with(Option::is_some);
    let working = t(UiMessage::Working);
    let press = move |event: leptos::ev::MouseEvent| {
        if off() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <span class="button-group">
            <button
                type=if submit { "submit" } else { "button" }
                class=variant.class()
                class:button-small=small
                id=id
                name=name
                value=value
                aria-disabled=move || off().then_some("true")
                aria-describedby=move || disabled_reason.with(Option::is_some).then(|| described_by.clone())
                data-busy=move || busy.get().then_some("true")
                on:click=press
            >
                <span class="button-words">{icon.map(|name| view! { <Icon name/> })} {children()}</span>
                <span class="button-busy" aria-live="polite">
                    {move || busy.get().then(|| view! {
                        <span class="spinner" aria-hidden="true"></span>
                        {busy_label.get().unwrap_or_else(|| working.get())}
                    })}
                </span>
            </button>
            {move || disabled_reason.get().map(|reason| view! {
                <span class="button-reason" id=reason_id.clone()>{reason}</span>
            })}
        </span>
    }
    .into_any()
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn LinkButton(
    /// Its words.
    children: Children,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    variant: ButtonVariant,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Small, for rows of a table.
    #[prop(optional)]
    small: bool,
    /// Downloads instead of navigating.
    #[prop(optional)]
    download: bool,
) -> impl IntoView {
    view! {
        <a class=variant.class() class:button-small=small href=href download=download.then_some("") rel=download.then_some("external")>
            <span class="button-words">{icon.map(|name| view! { <Icon name/> })} {children()}</span>
        </a>
    }
    .into_any()
}

/// A button that shows only a drawing; its words are for screen readers and a
/// pointer's hint.
#[component]
pub fn IconButton(
    /// The drawing.
    #[prop(into)]
    icon: Signal<IconName>,
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// Whether what it opens is open; leave out when it opens nothing.
    #[prop(into, optional)]
    expanded: Signal<Option<bool>>,
    /// The id of what it opens.
    #[prop(into, optional)]
    controls: Option<String>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            title=label
            aria-expanded=move || expanded.get().map(|open| open.to_string())
            aria-controls=controls
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon/>
        </button>
    }
    .into_any()
}
