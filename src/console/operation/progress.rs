//! An operation from its request to its result.

use std::time::Duration;

use leptos::prelude::*;

use super::outcome::Outcome;
use super::request::NoSuchRequest;
use super::waiting::WaitingForDevice;
use crate::api::operation::show_operation;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::focus::focus_soon;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::operation::OperationState;
use crate::domain::view::OperationView;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{SkeletonRows, WizardSteps, t};

/// How often the page looks where the operation stands, beside the stream.
const LOOK_AGAIN: Duration = Duration::from_millis(1_500);

/// The id of the result's heading.
pub const OUTCOME_ID: &str = "resultado";

/// Waits for the operation, then tells its result.
#[component]
pub fn Progress(
    /// Which one.
    operation: OperationId,
    /// The first step's name, which is done.
    first_step: OperationMessage,
    /// Where to start again when there is no such operation.
    start: String,
) -> impl IntoView {
    let live = use_live();
    let looks = RwSignal::new(0_u64);
    let answer = asked(
        move || (live.operations(), looks.get()),
        move |_| show_operation(operation),
    );
    let look = Callback::new(move |()| {
        let _ = looks.try_update(|looks| *looks += 1);
    });
    let loading = t(OperationMessage::LoadingRequest);
    let waiting = move || view! { <SkeletonRows rows=3 label=loading/> }.into_any();
    let failed = move |error, retry| match error {
        RequestError::NotFound => view! { <NoSuchRequest start=start.clone()/> }.into_any(),
        error => view! { <ErrorNotice error retry/> }.into_any(),
    };
    loaded_or(answer, waiting, failed, move |operation| {
        followed(operation, first_step, look)
    })
}

fn followed(
    operation: Signal<OperationView>,
    first_step: OperationMessage,
    look: Callback<()>,
) -> AnyView {
    let is_open = Memo::new(move |_| operation.with(|operation| operation.state.is_open()));
    // A second administrator may take a day: there the stream of changes does.
    let is_soon = Memo::new(move |_| {
        let state = operation.with(|operation| operation.state);
        state.is_open() && state != OperationState::AwaitingSecondApproval
    });
    look_while(is_soon.into(), look);
    Effect::new(move |before: Option<bool>| {
        let now = is_open.get();
        if before == Some(true) && !now {
            focus_soon(OUTCOME_ID);
        }
        now
    });
    let steps = vec![
        t(first_step),
        t(OperationMessage::StepConfirm),
        t(OperationMessage::StepResult),
    ];
    view! {
        <WizardSteps steps current=Signal::derive(move || if is_open.get() { 2 } else { 3 })/>
        {move || if is_open.get() {
            view! { <WaitingForDevice operation look/> }.into_any()
        } else {
            view! { <Outcome operation/> }.into_any()
        }}
    }
    .into_any()
}

/// Looks again and again while `wanted`.
fn look_while(wanted: Signal<bool>, look: Callback<()>) {
    Effect::new(move |_| {
        if wanted.get()
            && let Ok(handle) = set_interval_with_handle(move || look.run(()), LOOK_AGAIN)
        {
            on_cleanup(move || handle.clear());
        }
    });
}
