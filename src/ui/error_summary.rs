//! What is wrong with a form, first of all.

use leptos::html;
use leptos::prelude::*;

use super::{Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// One thing wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The id of the field's control.
    pub field_id: String,
    /// What is wrong, as beside the field.
    pub message: String,
}

/// Takes the keyboard when problems appear and leads to each field; nothing
/// while there are none.
#[component]
pub fn ErrorSummary(
    /// The problems, in the order of the form.
    #[prop(into)]
    problems: Signal<Vec<FieldProblem>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |before: Option<Vec<FieldProblem>>| {
        let now = problems.get();
        let before = before.unwrap_or_default();
        match node.get() {
            _ if now.is_empty() => now,
            Some(element) if before != now => {
                let _ = element.focus();
                now
            }
            _ => before,
        }
    });
    let title = t(UiMessage::ErrorSummaryTitle);
    move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1" node_ref=node>
                    <h2 class="error-summary-title"><Icon name=IconName::Alert/> {title}</h2>
                    <ul>
                        {problems.into_iter().map(|problem| {
                            let target = problem.field_id.clone();
                            view! {
                                <li>
                                    <a
                                        href=format!("#{}", problem.field_id)
                                        on:click=move |event| {
                                            event.prevent_default();
                                            super::browser::focus_id(&target);
                                        }
                                    >{problem.message}</a>
                                </li>
                            }
                        }).collect_view()}
                    </ul>
                </div>
            }
            .into_any()
        })
    }
}
