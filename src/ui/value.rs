//! Values to read, copy or scan.

use leptos::prelude::*;

use super::{Icon, IconName, t, t_with};
use crate::i18n::ui::UiMessage;

/// A number to be typed on another device, in two groups: "123 456".
#[component]
pub fn BigNumber(
    /// Its digits.
    #[prop(into)]
    digits: Signal<String>,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="big-number">
            <p class="big-number-label">{label}</p>
            <p class="big-number-digits">
                <span aria-hidden="true">{move || digits.with(|digits| grouped(digits))}</span>
                <span class="sr-only">{move || digits.with(|digits| spelled(digits))}</span>
            </p>
        </div>
    }
    .into_any()
}

fn grouped(digits: &str) -> String {
    match digits.split_at_checked(digits.len() / 2) {
        Some((left, right)) if !left.is_empty() => format!("{left}\u{2009}{right}"),
        _ => digits.to_owned(),
    }
}

fn spelled(digits: &str) -> String {
    digits
        .chars()
        .map(String::from)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A value with a button that copies it.
#[component]
pub fn CopyField(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let name = t_with(UiMessage::CopyNamed, move || vec![("name", label.get())]);
    let (copy, done, failed) = (
        t(UiMessage::Copy),
        t(UiMessage::Copied),
        t(UiMessage::CopyFailed),
    );
    let said = move || {
        copied
            .get()
            .map(|worked| if worked { done.get() } else { failed.get() })
    };
    let icon = Signal::derive(move || {
        if copied.get() == Some(true) {
            IconName::Check
        } else {
            IconName::Copy
        }
    });
    view! {
        <div class="copy-field">
            <span class="copy-field-label">{label}</span>
            <span class="copy-field-row">
                <code class="copy-field-value mono">{value}</code>
                <button type="button" class="button button-secondary button-small" aria-label=name on:click=move |_| write(value, copied)>
                    <span class="button-words"><Icon name=icon/> {copy}</span>
                </button>
            </span>
            <span class="copy-field-said" role="status">{said}</span>
        </div>
    }
    .into_any()
}

fn write(value: Signal<String>, copied: RwSignal<Option<bool>>) {
    #[cfg(feature = "hydrate")]
    leptos::task::spawn_local(async move {
        let text = value.get_untracked();
        let writing = window().navigator().clipboard().write_text(&text);
        let worked = wasm_bindgen_futures::JsFuture::from(writing).await.is_ok();
        let _ = copied.try_set(Some(worked));
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (value, copied);
}

/// A QR code drawn by the server, on white in every theme so that it scans.
#[component]
pub fn QrFrame(
    /// The server's `<svg>` markup; never what a person typed.
    #[prop(into)]
    svg: String,
    /// What scanning it does.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <figure class="qr">
            <div class="qr-code" role="img" aria-label=label inner_html=svg></div>
            <figcaption class="qr-caption">{label}</figcaption>
        </figure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_shown_in_two_groups_and_spelled_one_by_one() {
        assert_eq!(grouped("123456"), "123\u{2009}456");
        assert_eq!(spelled("123456"), "1 2 3 4 5 6");
        assert_eq!(grouped(""), "");
    }
}
