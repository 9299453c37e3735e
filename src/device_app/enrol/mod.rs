//! `/app/enrolar`: linking a token, one question after the other.

mod check_step;
mod code_step;
mod pin_steps;
mod result_step;
mod scanner;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use self::check_step::{CheckStep, NotMeStep};
use self::code_step::CodeStep;
use self::pin_steps::{ChoosePinStep, RepeatPinStep};
use self::result_step::ResultStep;
use super::browser;
use super::enrolment::{self, Attempt};
use super::screen::Arrival;
use super::trouble::Trouble;
use crate::domain::protocol::{EnrolmentOffer, InvitationCode};
use crate::domain::token::TokenStatus;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{AppScreen, Waiting, t, t_with};

const STEPS: u8 = 4;

/// Which question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The browser has not been looked at yet: what the server paints.
    Preparing,
    /// What is your invitation's code?
    Code,
    /// Is it you?
    Check,
    /// It is not.
    NotMe,
    /// Which PIN?
    ChoosePin,
    /// Which PIN was it?
    RepeatPin,
    /// Nothing: it is linked.
    Done(TokenStatus),
}

/// All that the questions bring together.
#[derive(Clone, Copy)]
struct Enrolling {
    stage: RwSignal<Stage>,
    typed: RwSignal<String>,
    code: StoredValue<Option<InvitationCode>>,
    offer: RwSignal<Option<EnrolmentOffer>>,
    pin: RwSignal<String>,
    again: RwSignal<String>,
    attempt: StoredValue<Option<Attempt>>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Enrolling {
    fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Preparing),
            typed: RwSignal::new(String::new()),
            code: StoredValue::new(None),
            offer: RwSignal::new(None),
            pin: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            attempt: StoredValue::new(None),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    fn go(self, stage: Stage) {
        self.trouble.set(None);
        self.stage.set(stage);
    }

    /// Back to the first question, with nothing left of the last invitation.
    fn restart(self) {
        self.typed.set(String::new());
        self.code.set_value(None);
        self.offer.set(None);
        self.forget_pin();
        self.attempt.set_value(None);
        self.go(Stage::Code);
    }

    fn forget_pin(self) {
        self.pin.set(String::new());
        self.again.set(String::new());
    }

    /// Shows the code to the server.
    fn open(self, code: InvitationCode) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        leptos::task::spawn_local(async move {
            let opened = enrolment::open_invitation(&code).await;
            self.busy.set(false);
            browser::hide_fragment();
            match opened {
                Ok(offer) => {
                    self.code.set_value(Some(code));
                    self.offer.set(Some(offer));
                    self.attempt.set_value(None);
                    self.go(Stage::Check);
                }
                Err(trouble) => self.trouble.set(Some(trouble)),
            }
        });
    }

    /// Makes the keys, unless that was done, and sends the enrolment.
    fn enrol(self, unknown_browser: String) {
        let (Some(code), Some(offer)) = (self.code.get_value(), self.offer.get_untracked()) else {
            return self.restart();
        };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        let pin = self.pin.get_untracked();
        leptos::task::spawn_local(async move {
            let attempt = match self.attempt.try_get_value().flatten() {
                Some(attempt) => Ok(attempt),
                None => enrolment::prepare(&code, &offer, &pin, &unknown_browser).await,
            };
            let answer = match attempt {
                Ok(attempt) => {
                    self.attempt.try_set_value(Some(attempt.clone()));
                    enrolment::send(&attempt).await
                }
                Err(trouble) => Err(trouble),
            };
            self.busy.set(false);
            self.settle(answer);
        });
    }

    fn settle(self, answer: Result<TokenStatus, Trouble>) {
        match answer {
            Ok(status) => {
                self.forget_pin();
                self.go(Stage::Done(status));
            }
            Err(trouble) if trouble.ends_enrolment() => {
                self.restart();
                self.trouble.set(Some(trouble));
            }
            Err(trouble) => self.trouble.set(Some(trouble)),
        }
    }
}

/// The enrolment's screens.
#[component]
pub fn EnrolPage() -> impl IntoView {
    let enrolling = Enrolling::new();
    let hash = use_location().hash;
    Effect::new(move |_| {
        let code = enrolment::code_in(&hash.get());
        if enrolling.stage.get_untracked() == Stage::Preparing {
            enrolling.go(Stage::Code);
        }
        if let Some(code) = code {
            enrolling.restart();
            enrolling.typed.set(code.to_string());
            enrolling.open(code);
        }
    });
    move || match enrolling.stage.get() {
        Stage::Preparing => view! { <PreparingStep/> }.into_any(),
        Stage::Code => view! { <CodeStep enrolling/> }.into_any(),
        Stage::Check => view! { <CheckStep enrolling/> }.into_any(),
        Stage::NotMe => view! { <NotMeStep enrolling/> }.into_any(),
        Stage::ChoosePin => view! { <ChoosePinStep enrolling/> }.into_any(),
        Stage::RepeatPin => view! { <RepeatPinStep enrolling/> }.into_any(),
        Stage::Done(status) => view! { <ResultStep status/> }.into_any(),
    }
}

#[component]
fn PreparingStep() -> impl IntoView {
    let title = t(Words::EnrolTitle);
    view! {
        <AppScreen title back="/app">
            <Arrival title/>
            <Waiting label=t(Words::Preparing)/>
        </AppScreen>
    }
}

/// "Paso 2 de 4".
fn step_words(step: u8) -> Signal<String> {
    t_with(Words::StepOf, move || {
        vec![("step", step.to_string()), ("steps", STEPS.to_string())]
    })
}
