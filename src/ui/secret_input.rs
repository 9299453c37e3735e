//! Boxes for secrets and codes.

use leptos::html;
use leptos::prelude::*;

use super::browser::bind_input;
use super::field::use_field;
use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// How many digits a code and a PIN have.
const CODE_LENGTH: usize = 6;

/// A password with a button that shows it, inside a [`Field`](super::Field).
#[component]
pub fn PasswordInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The password, both ways.
    value: RwSignal<String>,
    /// A new one is being chosen, not the present one asked.
    #[prop(optional)]
    new: bool,
) -> impl IntoView {
    let field = use_field(&name);
    let shown = RwSignal::new(false);
    let node = NodeRef::<html::Input>::new();
    bind_input(node, value);
    let controls = field.id.clone();
    view! {
        <div class="input-affix">
            <input
                node_ref=node
                class="input"
                id=field.id
                name=name
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=if new { "new-password" } else { "current-password" }
                autocapitalize="none"
                spellcheck="false"
                value=value.get_untracked()
                required=field.required
                aria-invalid=move || field.invalid.get().then_some("true")
                aria-describedby=field.described_by
                on:input=move |event| value.set(event_target_value(&event))
            />
            <Reveal shown controls show=t(UiMessage::ShowPassword) hide=t(UiMessage::HidePassword)/>
        </div>
    }
    .into_any()
}

/// A six-digit code in one box, offered by the phone's keyboard when it came
/// by message.
#[component]
pub fn CodeInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The digits, both ways.
    value: RwSignal<String>,
    /// Runs when the sixth digit is typed.
    #[prop(into, optional)]
    on_complete: Option<Callback<()>>,
    /// The phone shall not offer a code it received: the number is read from
    /// another screen.
    #[prop(optional)]
    from_screen: bool,
) -> impl IntoView {
    let field = use_field(&name);
    let node = NodeRef::<html::Input>::new();
    bind_input(node, value);
    view! {
        <input
            node_ref=node
            class="input input-code"
            id=field.id
            name=name
            type="text"
            inputmode="numeric"
            pattern="[0-9 ]*"
            autocomplete=if from_screen { "off" } else { "one-time-code" }
            value=value.get_untracked()
            required=field.required
            aria-invalid=move || field.invalid.get().then_some("true")
            aria-describedby=field.described_by
            on:input=move |event| take_digits(&event_target_value(&event), value, on_complete)
        />
    }
    .into_any()
}

/// A six-digit PIN: hidden, large, with a button that shows it.
#[component]
pub fn PinInput(
    /// The form field's name.
    #[prop(into)]
    name: String,
    /// The digits, both ways.
    value: RwSignal<String>,
    /// Runs when the sixth digit is typed.
    #[prop(into, optional)]
    on_complete: Option<Callback<()>>,
) -> impl IntoView {
    let field = use_field(&name);
    let shown = RwSignal::new(false);
    let node = NodeRef::<html::Input>::new();
    bind_input(node, value);
    let controls = field.id.clone();
    view! {
        <div class="input-affix">
            <input
                node_ref=node
                class="input input-code"
                id=field.id
                name=name
                type=move || if shown.get() { "text" } else { "password" }
                inputmode="numeric"
                pattern="[0-9]*"
                autocomplete="off"
                value=value.get_untracked()
                required=field.required
                aria-invalid=move || field.invalid.get().then_some("true")
                aria-describedby=field.described_by
                on:input=move |event| take_digits(&event_target_value(&event), value, on_complete)
            />
            <Reveal shown controls show=t(UiMessage::ShowPin) hide=t(UiMessage::HidePin)/>
        </div>
    }
    .into_any()
}

fn take_digits(typed: &str, value: RwSignal<String>, on_complete: Option<Callback<()>>) {
    let digits = digits_of(typed);
    let complete = digits.len() == CODE_LENGTH && value.with_untracked(|before| *before != digits);
    value.set(digits);
    if complete && let Some(on_complete) = on_complete {
        on_complete.run(());
    }
}

fn digits_of(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_digit)
        .take(CODE_LENGTH)
        .collect()
}

#[component]
fn Reveal(
    shown: RwSignal<bool>,
    controls: String,
    show: Signal<String>,
    hide: Signal<String>,
) -> impl IntoView {
    let label = move || if shown.get() { hide.get() } else { show.get() };
    view! {
        <button
            type="button"
            class="icon-button input-reveal"
            aria-label=label
            title=label
            aria-controls=controls
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            <Icon name=Signal::derive(move || if shown.get() { IconName::EyeOff } else { IconName::Eye })/>
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_first_six_digits_however_it_was_pasted() {
        assert_eq!(digits_of("123 456"), "123456");
        assert_eq!(digits_of(" 12-34-56-78"), "123456");
        assert_eq!(digits_of("abc"), "");
    }
}
