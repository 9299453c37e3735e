//! The screen of every kind of file: its steps.

use leptos::prelude::*;

use super::choose::ChooseFile;
use super::outcome::Outcome;
use super::review::Review;
use super::state::Import;
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{WizardSteps, t};

/// How far the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    File,
    Review,
    Result,
}

/// The steps and what stands at the present one.
#[component]
pub fn ImportScreen(
    /// The file.
    import: Import,
    /// Where to go without a file.
    leave: &'static str,
    /// A question that comes before the file.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let stage = Memo::new(move |_| {
        if import.done.with(Option::is_some) {
            Stage::Result
        } else if import.report.with(Option::is_some) {
            Stage::Review
        } else {
            Stage::File
        }
    });
    let steps = vec![
        t(Words::StepFile),
        t(Words::StepReview),
        t(Words::StepResult),
    ];
    let current = Signal::derive(move || match stage.get() {
        Stage::File => 1,
        Stage::Review if import.is_blocked.get() => 3,
        Stage::Review => 2,
        Stage::Result => 3,
    });
    let is_first = move || stage.get() == Stage::File;
    let before = children.map(|children| {
        view! { <div hidden=move || !is_first()>{children()}</div> }
    });
    view! {
        <WizardSteps steps current/>
        {before}
        {move || match stage.get() {
            Stage::File => view! { <ChooseFile import/> }.into_any(),
            Stage::Review => view! { <Review import leave/> }.into_any(),
            Stage::Result => view! { <Outcome import/> }.into_any(),
        }}
    }
    .into_any()
}
