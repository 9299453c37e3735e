//! What the server was asked, and is asked again while its last answer stays on
//! the screen.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::server::codee::{Decoder, Encoder};
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::error::RequestError;

/// An answer of the server's.
pub type Answer<T> = Result<T, RequestError>;

type Asking<S, A> = Arc<dyn Fn(S) -> Pin<Box<dyn Future<Output = A> + Send>> + Send + Sync>;

/// The first answer as it travels in the page: JSON.
///
/// One type for all questions, so that the browser's program holds the machinery
/// of a resource once instead of once for each kind of answer.
#[derive(Clone)]
struct Written(String);

impl Written {
    fn new<T: Serialize>(answer: &Answer<T>) -> Self {
        Self(serde_json::to_string(answer).unwrap_or_default())
    }

    /// The answer. What cannot be read comes from another build of the program.
    fn read<T: DeserializeOwned>(&self) -> Answer<T> {
        serde_json::from_str(&self.0).unwrap_or(Err(RequestError::Malformed))
    }
}

/// Puts it into the page as it is.
struct AsItIs;

impl Encoder<Written> for AsItIs {
    type Error = Infallible;
    type Encoded = String;

    fn encode(written: &Written) -> Result<String, Infallible> {
        Ok(written.0.clone())
    }
}

impl Decoder<Written> for AsItIs {
    type Error = Infallible;
    type Encoded = str;

    fn decode(text: &str) -> Result<Written, Infallible> {
        Ok(Written(text.to_owned()))
    }
}

/// The server's newest answer to a question that changes.
///
/// The first answer is a resource: the server asks it while it writes the page,
/// and the browser takes it over. Later ones are not, because a resource that is
/// loaded again has its suspense throw away what stands there, and with it what
/// somebody was typing.
pub struct Asked<T: Send + Sync + 'static> {
    first: Resource<Written, AsItIs>,
    newer: RwSignal<Option<Answer<T>>>,
    again: Trigger,
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}

impl<T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static> Asked<T> {
    /// The newest answer; tracked. To be read inside a suspense.
    pub fn get(self) -> Option<Answer<T>> {
        self.newer
            .get()
            .or_else(|| self.first.with(|first| first.as_ref().map(Written::read)))
    }

    /// Asks again.
    pub fn refetch(self) {
        self.again.notify();
    }
}

/// Not generic, on purpose: see [`Written`].
fn first_answer(once: Asking<(), Written>) -> Resource<Written, AsItIs> {
    Resource::new_with_options(|| (), move |()| once(()), true)
}

/// Asks `question` now, and again whenever it changes.
pub fn asked<S, T, F>(
    question: impl Fn() -> S + Send + Sync + 'static,
    ask: impl Fn(S) -> F + Send + Sync + 'static,
) -> Asked<T>
where
    S: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Answer<T>> + Send + 'static,
{
    let question = Memo::new(move |_| question());
    let ask: Asking<S, Answer<T>> = Arc::new(move |question| Box::pin(ask(question)));
    let first = {
        let ask = ask.clone();
        let once: Asking<(), Written> = Arc::new(move |()| {
            let answer = ask(question.get_untracked());
            Box::pin(async move { Written::new(&answer.await) })
        });
        first_answer(once)
    };
    let newer = RwSignal::new(None);
    let again = Trigger::new();
    let latest = StoredValue::new(0_u64);
    Effect::new(move |asked_before: Option<()>| {
        let question = question.get();
        again.track();
        if asked_before.is_none() {
            return;
        }
        latest.update_value(|latest| *latest += 1);
        let turn = latest.get_value();
        let answer = ask(question);
        spawn_local(async move {
            let answer = answer.await;
            // An answer to an older question, or to a page that is gone, is none.
            if latest.try_get_value() == Some(turn) {
                let _ = newer.try_set(Some(answer));
            }
        });
    });
    Asked {
        first,
        newer,
        again,
    }
}
