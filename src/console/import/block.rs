//! Blocking the tokens of a file at once: as from the table, piece by piece.

use leptos::prelude::*;

use super::accept::{WaysOut, named_tokens, use_why_not};
use super::state::{Import, RESULT_ID};
use crate::console::focus::focus_soon;
use crate::console::paths;
use crate::console::token::{BlockForm, BlockRun, use_block_request};
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{Button, ButtonVariant, IconName, LinkButton, t};

/// The reason and the button, then how far it has come, then what became of each.
#[component]
pub fn BlockRows(import: Import, leave: &'static str) -> impl IntoView {
    let request = use_block_request(Callback::new(|()| {}));
    let run = request.run;
    let has_result = Memo::new(move |_| run.with(BlockRun::has_result));
    let is_going = Memo::new(move |_| run.with(BlockRun::is_going));
    Effect::new(move |_| {
        if has_result.get() {
            import.is_blocked.set(true);
            focus_soon(RESULT_ID);
        }
    });
    let tokens = Signal::derive(move || named_tokens(import));
    let ways = move || match (is_going.get(), has_result.get()) {
        (true, _) => ().into_any(),
        (false, false) => view! { <WaysOut import leave/> }.into_any(),
        (false, true) => view! { <WaysOn import/> }.into_any(),
    };
    view! {
        <div id=RESULT_ID tabindex="-1" class="stack">
            <BlockForm tokens why_not=use_why_not(import) request/>
        </div>
        <div class="cluster">{ways}</div>
    }
    .into_any()
}

/// The ways on from the result.
#[component]
fn WaysOn(import: Import) -> impl IntoView {
    let (see, other) = (t(Words::SeeTokens), t(Words::OtherFile));
    view! {
        <LinkButton href=paths::TOKENS variant=ButtonVariant::Primary>{see}</LinkButton>
        <Button icon=IconName::Refresh on_click=move || import.forget()>{other}</Button>
    }
    .into_any()
}
