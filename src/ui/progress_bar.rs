//! How far something has come that is counted.

use leptos::prelude::*;

/// "1.200 de 5.000" over a bar. A screen reader finds the bar and its value when
/// it looks; it is not read each step of the way.
#[component]
pub fn ProgressBar(
    /// What goes on and how far it is, in words.
    #[prop(into)]
    label: Signal<String>,
    /// How many are done.
    #[prop(into)]
    value: Signal<usize>,
    /// Of how many.
    #[prop(into)]
    of: Signal<usize>,
) -> impl IntoView {
    view! {
        <label class="progress">
            <span class="progress-words figures">{label}</span>
            <progress class="progress-bar" value=value max=move || of.get().max(1)></progress>
        </label>
    }
    .into_any()
}
