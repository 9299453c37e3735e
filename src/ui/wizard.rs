//! A task in numbered steps.

use leptos::prelude::*;

use super::{Icon, IconName, t, t_with, use_locale};
use crate::i18n::Message;
use crate::i18n::ui::UiMessage;

/// The steps of a task above its present one; on a phone "Paso 2 de 4".
#[component]
pub fn WizardSteps(
    /// The steps' names, in order.
    #[prop(into)]
    steps: Vec<Signal<String>>,
    /// The present step, from 1.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let count = steps.len();
    let label = t(UiMessage::WizardSteps);
    let place = t_with(UiMessage::WizardPlace, move || {
        vec![
            ("step", current.get().to_string()),
            ("steps", count.to_string()),
        ]
    });
    let names = steps.clone();
    let name = move || {
        names
            .get(current.get().saturating_sub(1))
            .map(|name| name.get())
    };
    let entries = steps
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <WizardStep number=at + 1 name current/> })
        .collect_view();
    view! {
        <div class="wizard">
            <p class="wizard-place" aria-hidden="true"><span class="wizard-place-count">{place}</span> <span>{name}</span></p>
            <progress class="wizard-progress" aria-hidden="true" max=count.to_string() value=move || current.get().to_string()></progress>
            <ol class="wizard-steps" aria-label=label>{entries}</ol>
        </div>
    }
    .into_any()
}

#[component]
fn WizardStep(number: usize, name: Signal<String>, current: Signal<usize>) -> impl IntoView {
    let locale = use_locale();
    let done = move || number < current.get();
    let said = move || done().then(|| format!(" ({})", UiMessage::StepDone.text(locale.get())));
    view! {
        <li
            class="wizard-step"
            data-done=move || done().then_some("true")
            aria-current=move || (number == current.get()).then_some("step")
        >
            <span class="wizard-number">
                {move || if done() { view! { <Icon name=IconName::Check/> }.into_any() } else { number.into_any() }}
            </span>
            <span class="wizard-name">{name} <span class="sr-only">{said}</span></span>
        </li>
    }
    .into_any()
}
