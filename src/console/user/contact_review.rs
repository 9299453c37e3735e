//! Another e-mail or mobile of somebody who holds a token, before it is asked for.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::edit::Overtaken;
use super::form::Typed;
use crate::api::user::request_contact_change;
use crate::console::error_notice::ErrorNotice;
use crate::console::focus::focus_soon;
use crate::console::operation::ContactFacts;
use crate::console::paths;
use crate::domain::contact_change::ContactChange;
use crate::domain::error::{Conflict, RequestError};
use crate::domain::view::UserRow;
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Button, ButtonVariant, IconName, Panel, WizardSteps, t, t_with};

/// The id of its heading.
const HEADING_ID: &str = "revise-el-cambio";

/// What was, what will be, and the way to the confirmation. What is typed stays:
/// the form is one button away.
#[component]
pub fn ContactReview(
    /// The user as they are.
    user: UserRow,
    /// What changes.
    change: ContactChange,
    /// What stands in the form.
    typed: Typed,
    /// Back to the form.
    back: Callback<()>,
    /// Loads the user again.
    again: Callback<()>,
) -> impl IntoView {
    let seen = user.seen();
    let ask = Action::new(move |(): &()| {
        let draft = typed.draft();
        async move { request_contact_change(seen, draft).await }
    });
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(operation)) = ask.value().get() {
            let page = paths::waiting(&paths::edit_user(seen.user), operation.id);
            navigate(&page, NavigateOptions::default());
        }
    });
    Effect::new(|_| focus_soon(HEADING_ID));
    let error = move || ask.value().get().and_then(Result::err);
    let username = user.username.clone();
    let lead = t_with(Words::ContactReviewLead, move || {
        vec![("name", username.clone())]
    });
    let steps = vec![
        t(Words::StepReview),
        t(Words::StepConfirm),
        t(Words::StepResult),
    ];
    let (words, back_words) = (t(Words::ContactAsk), t(Words::ContactBack));
    view! {
        <WizardSteps steps current=1_usize/>
        <Panel>
            <h2 id=HEADING_ID tabindex="-1">{t(Words::ContactReviewTitle)}</h2>
            <p>{lead}</p>
            <ContactFacts change full_name_before=user.full_name/>
            {move || error().map(|error| match error {
                RequestError::Conflict(Conflict::ChangedMeanwhile) => {
                    view! { <Overtaken again/> }.into_any()
                }
                error => view! { <ErrorNotice error/> }.into_any(),
            })}
            <div class="cluster">
                <Button
                    id="confirmar-datos"
                    variant=ButtonVariant::Primary
                    icon=IconName::Smartphone
                    busy=ask.pending()
                    busy_label=t(TokenMessage::Requesting)
                    on_click=move || { ask.dispatch(()); }
                >{words}</Button>
                <Button variant=ButtonVariant::Quiet on_click=back>{back_words}</Button>
            </div>
        </Panel>
    }
    .into_any()
}
