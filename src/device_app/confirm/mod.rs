//! `/app/solicitud/:confirmation`: an operation in words, and the yes or no.

mod ended;
mod review;
mod sign;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use self::ended::{EndedScreen, SettledScreen};
use self::review::ReviewScreen;
use self::sign::SignScreen;
use super::browser;
use super::screen::{Arrival, TroubleNotice};
use super::session::{self, WaitingOperation};
use super::state::{AppState, use_app};
use super::trouble::Trouble;
use crate::domain::id::ConfirmationId;
use crate::domain::protocol::{ChallengeSubject, ChallengeToken, Decision, DeviceFault, Outcome};
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, Button, ButtonVariant, Waiting, t};

/// The number's field.
const NUMBER: &str = "numero";
/// The PIN's field.
const PIN: &str = "pin";

/// Which screen is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// The operation is being looked for: what the server paints.
    Searching,
    /// It could not be looked for.
    Unreached(Trouble),
    /// What will happen?
    Review,
    /// Number and PIN.
    Sign,
    /// It was answered.
    Settled(Outcome),
    /// It cannot be answered any more.
    Ended(Trouble),
}

/// All that the screens share.
#[derive(Clone, Copy)]
struct Confirming {
    app: AppState,
    stage: RwSignal<Stage>,
    operation: RwSignal<Option<WaitingOperation>>,
    list: RwSignal<Vec<ChallengeToken>>,
    number: RwSignal<String>,
    pin: RwSignal<String>,
    busy: RwSignal<Option<Decision>>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Confirming {
    fn new(app: AppState) -> Self {
        Self {
            app,
            stage: RwSignal::new(Stage::Searching),
            operation: RwSignal::new(None),
            list: RwSignal::new(Vec::new()),
            number: RwSignal::new(String::new()),
            pin: RwSignal::new(String::new()),
            busy: RwSignal::new(None),
            trouble: RwSignal::new(None),
        }
    }

    /// Takes the operation from home, or asks the server for it.
    fn search(self, wanted: Option<ConfirmationId>) {
        self.stage.set(Stage::Searching);
        let Some(wanted) = wanted else {
            return self.end(DeviceFault::NoSuchOperation.into());
        };
        if let Some(found) = self.find(wanted) {
            return self.begin(found);
        }
        leptos::task::spawn_local(async move {
            self.app.refresh().await;
            match (
                self.find(wanted),
                self.app.trouble.try_get_untracked().flatten(),
            ) {
                (Some(found), _) => self.begin(found),
                (None, Some(trouble)) => self.stage.set(Stage::Unreached(trouble)),
                (None, None) => self.end(DeviceFault::NoSuchOperation.into()),
            }
        });
    }

    fn find(self, wanted: ConfirmationId) -> Option<WaitingOperation> {
        self.app.waiting.try_with_untracked(|waiting| {
            waiting
                .iter()
                .find(|one| one.challenge.confirmation == wanted)
                .cloned()
        })?
    }

    /// Shows the operation; one on many tokens once its list is here and is the
    /// one that will be signed.
    fn begin(self, operation: WaitingOperation) {
        if !matches!(operation.challenge.subject, ChallengeSubject::Batch(_)) {
            self.operation.set(Some(operation));
            self.stage.set(Stage::Review);
            return;
        }
        leptos::task::spawn_local(async move {
            match session::list(&operation).await {
                Ok(list) => {
                    self.list.set(list);
                    self.operation.set(Some(operation));
                    self.stage.set(Stage::Review);
                }
                Err(trouble) => self.stage.set(Stage::Unreached(trouble)),
            }
        });
    }

    fn go(self, stage: Stage) {
        self.trouble.set(None);
        self.stage.set(stage);
    }

    /// Its time ran out, unless an answer is on its way.
    fn expire(self) {
        if self.busy.get_untracked().is_none() {
            self.end(DeviceFault::Expired.into());
        }
    }

    fn end(self, trouble: Trouble) {
        self.leave_list();
        self.stage.set(Stage::Ended(trouble));
    }

    /// Signs and sends the answer.
    fn answer(self, decision: Decision) {
        let Some(operation) = self.operation.get_untracked() else {
            return;
        };
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some(decision));
        self.trouble.set(None);
        let (number, pin) = (self.number.get_untracked(), self.pin.get_untracked());
        leptos::task::spawn_local(async move {
            let answered = match decision {
                Decision::Approve => session::approve(&operation, &number, &pin).await,
                Decision::Reject => session::reject(&operation).await,
            };
            self.busy.set(None);
            match answered {
                Ok(outcome) => {
                    self.forget_pin();
                    self.leave_list();
                    self.stage.set(Stage::Settled(outcome));
                }
                Err(trouble) => self.refused(trouble),
            }
        });
    }

    /// What was typed stays, except a PIN that the server has weighed.
    fn refused(self, trouble: Trouble) {
        if trouble.ends_operation() {
            self.forget_pin();
            return self.end(trouble);
        }
        match trouble {
            Trouble::Refused(DeviceFault::WrongNumber { .. }) => {
                self.forget_pin();
                browser::focus_field(NUMBER);
            }
            Trouble::Refused(DeviceFault::WrongPin { .. }) => {
                self.forget_pin();
                browser::focus_field(PIN);
            }
            _ => {}
        }
        self.trouble.set(Some(trouble));
    }

    fn forget_pin(self) {
        self.pin.set(String::new());
    }

    fn leave_list(self) {
        if let Some(operation) = self.operation.try_get_untracked().flatten() {
            let settled = operation.challenge.confirmation;
            self.app.waiting.update(|waiting| {
                waiting.retain(|one| one.challenge.confirmation != settled);
            });
        }
    }
}

/// The confirmation's screens.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| {
        params.with(|params| params.get("confirmation")?.parse::<ConfirmationId>().ok())
    });
    let confirming = Confirming::new(use_app());
    Effect::new(move |_| confirming.search(wanted.get()));
    let retry = move || confirming.search(wanted.get_untracked());
    move || match (confirming.stage.get(), confirming.operation.get()) {
        (Stage::Unreached(trouble), _) => {
            view! { <UnreachedScreen trouble on_retry=retry/> }.into_any()
        }
        (Stage::Ended(trouble), _) => view! { <EndedScreen trouble/> }.into_any(),
        (Stage::Review, Some(operation)) => {
            view! { <ReviewScreen confirming operation/> }.into_any()
        }
        (Stage::Sign, Some(operation)) => view! { <SignScreen confirming operation/> }.into_any(),
        (Stage::Settled(outcome), Some(operation)) => {
            view! { <SettledScreen outcome challenge=operation.challenge/> }.into_any()
        }
        _ => view! { <SearchingScreen/> }.into_any(),
    }
}

#[component]
fn SearchingScreen() -> impl IntoView {
    let title = t(Words::ConfirmTitle);
    view! {
        <AppScreen title back="/app">
            <Arrival title/>
            <Waiting label=t(Words::Searching)/>
        </AppScreen>
    }
}

#[component]
fn UnreachedScreen(trouble: Trouble, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    let title = t(Words::ConfirmTitle);
    let again = t(Words::TryAgain);
    view! {
        <AppScreen
            title
            back="/app"
            actions=move || view! { <Button variant=ButtonVariant::Primary on_click=on_retry>{again}</Button> }
        >
            <Arrival title/>
            <TroubleNotice trouble=Signal::stored(Some(trouble))/>
        </AppScreen>
    }
}
