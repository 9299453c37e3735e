//! What will be asked for, before it is: with its consequences and, where there
//! is one, its choice.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::consequences::{Consequences, restorable};
use crate::console::paths;
use crate::console::token::{ChangeTarget, ScreenAction, use_change_request, use_why_not};
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::token::ActionKind;
use crate::domain::view::{TokenDetail, TokenRow};
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Button, ButtonVariant, Checkbox, LinkButton, Panel, WizardSteps, t, t_with};

/// What the page is about.
#[derive(Clone, Copy)]
pub struct What {
    /// What will be done.
    pub action: ScreenAction,
    /// To which token.
    pub token: Signal<TokenDetail>,
    /// The same as the table knows it; its last holder stays.
    pub row: Signal<TokenRow>,
    /// Asks for the token again.
    pub again: Callback<()>,
}

impl What {
    /// The weight of the button that does it.
    pub const fn variant(self) -> ButtonVariant {
        if self.action.takes_away {
            ButtonVariant::Danger
        } else {
            ButtonVariant::Primary
        }
    }
}

/// The tokens of a selection that come after the one of this page.
pub fn use_queue() -> Vec<Serial> {
    use_query_map().with_untracked(|query| {
        let text = query.get(paths::QUEUE).unwrap_or_default();
        paths::queue(&text)
    })
}

/// A change that is confirmed in the AppMovil.
#[component]
pub fn Review(what: What) -> impl IntoView {
    let request = use_change_request(what.again);
    let kind = what.action.kind;
    let why = use_why_not(what.row, kind);
    let restore = RwSignal::new(false);
    let queue = use_queue();
    let ask = move || {
        let operation = operation_kind(kind, restore.get_untracked());
        if let Some(operation) = operation {
            let target = what
                .row
                .with_untracked(|row| ChangeTarget::followed_by(row, operation, &queue));
            request.ask(target);
        }
    };
    let steps = vec![
        t(Words::StepReview),
        t(Words::StepConfirm),
        t(Words::StepResult),
    ];
    let (words, back) = (t(what.action.word), t(TokenMessage::BackToTable));
    view! {
        <WizardSteps steps current=1_usize/>
        <Panel>
            <Consequences what/>
            {(kind == ActionKind::Unassign).then(|| view! { <RestorePhysical what restore/> })}
            {request.notice()}
            <div class="cluster">
                <Button
                    id=what.action.segment
                    variant=what.variant()
                    icon=what.action.icon
                    disabled_reason=why
                    busy=request.pending()
                    busy_label=t(TokenMessage::Requesting)
                    on_click=ask
                >
                    {words}
                </Button>
                <LinkButton href=paths::TOKENS variant=ButtonVariant::Quiet>{back}</LinkButton>
            </div>
        </Panel>
    }
    .into_any()
}

/// The operation that does it; `None` for what needs none.
fn operation_kind(kind: ActionKind, restore: bool) -> Option<OperationKind> {
    OperationKind::ALL.into_iter().find(|operation| {
        operation.action_kind() == Some(kind)
            && (*operation == OperationKind::UnassignRestoringPhysical) == restore
    })
}

/// Whether the physical token that this one disabled works again.
#[component]
fn RestorePhysical(what: What, restore: RwSignal<bool>) -> impl IntoView {
    let serials = restorable(what);
    let there = Memo::new(move |_| serials.with(|serials| !serials.is_empty()));
    let label = t_with(Words::RestorePhysical, move || {
        vec![("serials", serials.get())]
    });
    let hint = t(Words::RestorePhysicalHint);
    let hint = Signal::derive(move || Some(hint.get()));
    move || {
        there.get().then(|| {
            view! { <Checkbox id="habilitar-fisico" name="habilitar-fisico" checked=restore label hint/> }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::token::{Party, offered};

    #[test]
    fn each_change_that_is_confirmed_has_its_operation() {
        for kind in offered(Party::Admin) {
            let operation = operation_kind(kind, false);
            assert_eq!(operation.is_some(), kind.needs_confirmation(), "{kind:?}");
        }
        assert_eq!(
            operation_kind(ActionKind::Unassign, true),
            Some(OperationKind::UnassignRestoringPhysical)
        );
    }
}
