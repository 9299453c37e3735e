//! One screen of the AppMovil: one question, one thumb.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::console_shell::{CONTENT_ID, SkipLink};
use super::{Brand, Icon, IconName, t};
use crate::i18n::ui::UiMessage;

/// A question, what is needed to answer it, and the answers at the foot.
#[component]
pub fn AppScreen(
    /// The question or the statement: the screen's `h1`.
    #[prop(into)]
    title: Signal<String>,
    /// One or two sentences below it.
    #[prop(into, optional)]
    lead: Signal<Option<String>>,
    /// Place in a sequence, such as "Paso 2 de 4".
    #[prop(into, optional)]
    step: Signal<Option<String>>,
    /// Where the back link leads; no link when there is no way back.
    #[prop(into, optional)]
    back: Option<String>,
    /// What stands at the right of the bar, such as a language switch.
    #[prop(into, optional)]
    bar: Option<ViewFnOnce>,
    /// The answers: buttons as wide as the screen, the main one first.
    #[prop(into, optional)]
    actions: Option<ViewFnOnce>,
    /// What is between question and answers.
    children: Children,
) -> impl IntoView {
    let words = t(UiMessage::Back);
    view! {
        <div class="app-screen">
            <SkipLink/>
            <header class="app-bar">
                {match back {
                    Some(href) => view! { <a class="icon-button" href=href aria-label=words><Icon name=IconName::ArrowLeft/></a> }.into_any(),
                    None => view! { <Brand/> }.into_any(),
                }}
                <div class="app-bar-end">{bar.map(ViewFnOnce::run)}</div>
            </header>
            <main class="app-main" id=CONTENT_ID tabindex="-1">
                <div class="app-question">
                    {move || step.get().map(|step| view! { <p class="app-step">{step}</p> })}
                    <h1 tabindex="-1">{title}</h1>
                    {move || lead.get().map(|lead| view! { <p class="lead">{lead}</p> })}
                </div>
                {children()}
            </main>
            {actions.map(|actions| view! { <footer class="app-actions">{actions.run()}</footer> })}
        </div>
    }
    .into_any()
}
