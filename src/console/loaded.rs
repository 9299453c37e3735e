//! What the server answered, on the screen: waiting, failed, there; and still
//! there while newer data are on their way or could not be had.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::asked::Asked;
use super::error_notice::ErrorNotice;
use crate::domain::error::RequestError;

/// What is known so far.
#[derive(Debug, Clone, PartialEq)]
struct Outcome<T> {
    value: Option<T>,
    error: Option<RequestError>,
}

#[derive(Debug, Clone, PartialEq)]
enum Phase {
    Waiting,
    Failed(RequestError),
    Ready,
}

impl<T: Clone> Outcome<T> {
    fn after(before: Option<&Self>, answer: Option<Result<T, RequestError>>) -> Self {
        let known = before.and_then(|before| before.value.clone());
        match answer {
            None => Self {
                value: known,
                error: None,
            },
            Some(Ok(value)) => Self {
                value: Some(value),
                error: None,
            },
            Some(Err(error)) => Self {
                value: known.filter(|_| passes(&error)),
                error: Some(error),
            },
        }
    }

    fn phase(&self) -> Phase {
        match (&self.value, &self.error) {
            (Some(_), _) => Phase::Ready,
            (None, Some(error)) => Phase::Failed(error.clone()),
            (None, None) => Phase::Waiting,
        }
    }
}

/// Whether what was known stays good: the error is about reaching the server,
/// not about the thing.
const fn passes(error: &RequestError) -> bool {
    matches!(
        error,
        RequestError::Unreachable
            | RequestError::Unavailable { .. }
            | RequestError::Internal { .. }
            | RequestError::Paused { .. }
    )
}

/// A signal that keeps its last value where `source` has none.
pub fn kept<T>(first: T, source: impl Fn() -> Option<T> + Send + Sync + 'static) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |before: Option<&T>| {
        source()
            .or_else(|| before.cloned())
            .unwrap_or_else(|| first.clone())
    })
    .into()
}

/// Why what is shown could not be refreshed, and what tries again.
#[derive(Clone, Copy)]
pub struct Staleness {
    error: Signal<Option<RequestError>>,
    retry: Callback<()>,
}

/// Shows the answer to `asked`: `waiting` before its first answer, `failed` when
/// that is an error, then `ready`, which is built once and follows later answers.
///
/// On the server a view inside a suspended closure would be built more than
/// once, and the ids of its resources would not be those of the browser:
/// [`Unsuspend`] builds it once.
pub fn loaded_plainly<T>(
    asked: Asked<T>,
    waiting: impl Fn() -> AnyView + Send + Sync + 'static,
    failed: impl Fn(RequestError, Callback<()>) -> AnyView + Send + Sync + 'static,
    ready: impl Fn(Signal<T>, Staleness) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let retry = Callback::new(move |()| asked.refetch());
    let views = StoredValue::new((waiting, failed, ready));
    let body = move || {
        let outcome = Memo::new(move |before| Outcome::after(before, asked.get()));
        let phase = Memo::new(move |_| outcome.with(Outcome::phase));
        // On the server the suspense may look before a memo learns that its
        // resource is there: there the resource itself is read.
        let answered = move || Outcome::after(None, asked.get());
        move || {
            let phase = if cfg!(feature = "ssr") {
                answered().phase()
            } else {
                phase.get()
            };
            Unsuspend::new(move || match phase {
                Phase::Waiting => views.with_value(|(waiting, ..)| waiting()),
                Phase::Failed(error) => views.with_value(|(_, failed, _)| failed(error, retry)),
                Phase::Ready => {
                    let first = if cfg!(feature = "ssr") {
                        answered()
                    } else {
                        outcome.get_untracked()
                    };
                    let Some(first) = first.value else {
                        return ().into_any();
                    };
                    let value = kept(first, move || outcome.with(|outcome| outcome.value.clone()));
                    let error = Memo::new(move |_| outcome.with(|outcome| outcome.error.clone()));
                    let staleness = Staleness {
                        error: error.into(),
                        retry,
                    };
                    views.with_value(|(_, _, ready)| ready(value, staleness))
                }
            })
        }
    };
    let fallback = move || views.with_value(|(waiting, ..)| waiting());
    view! { <Transition fallback>{body()}</Transition> }.into_any()
}

/// [`loaded_plainly`] with a notice over what could not be refreshed.
pub fn loaded_or<T>(
    asked: Asked<T>,
    waiting: impl Fn() -> AnyView + Send + Sync + 'static,
    failed: impl Fn(RequestError, Callback<()>) -> AnyView + Send + Sync + 'static,
    ready: impl Fn(Signal<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    loaded_plainly(asked, waiting, failed, move |value, staleness| {
        let view = ready(value);
        view! { <StaleNotice staleness/> {view} }.into_any()
    })
}

/// [`loaded_or`] with the usual error notice.
pub fn loaded<T>(
    asked: Asked<T>,
    waiting: impl Fn() -> AnyView + Send + Sync + 'static,
    ready: impl Fn(Signal<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let failed = |error, retry| view! { <ErrorNotice error retry/> }.into_any();
    loaded_or(asked, waiting, failed, ready)
}

/// Over what is still shown although it could not be refreshed.
#[component]
fn StaleNotice(staleness: Staleness) -> impl IntoView {
    let Staleness { error, retry } = staleness;
    move || {
        error
            .get()
            .map(|error| view! { <ErrorNotice error retry stale=true/> })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Outcome<u8> {
        Outcome {
            value: Some(1),
            error: None,
        }
    }

    #[test]
    fn rows_stay_while_the_server_is_out_of_reach() {
        let after = Outcome::after(Some(&known()), Some(Err(RequestError::Unreachable)));
        assert_eq!(after.phase(), Phase::Ready);
        assert_eq!(after.error, Some(RequestError::Unreachable));
    }

    #[test]
    fn rows_go_when_the_session_ended() {
        let after = Outcome::after(Some(&known()), Some(Err(RequestError::SignedOut)));
        assert_eq!(after.phase(), Phase::Failed(RequestError::SignedOut));
    }

    #[test]
    fn rows_stay_while_newer_ones_are_on_their_way() {
        assert_eq!(Outcome::after(Some(&known()), None), known());
    }

    #[test]
    fn a_good_answer_ends_an_error() {
        let failed = Outcome {
            value: Some(1),
            error: Some(RequestError::Unreachable),
        };
        assert_eq!(Outcome::after(Some(&failed), Some(Ok(2))).error, None);
    }
}
