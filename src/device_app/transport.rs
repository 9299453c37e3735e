//! The way to the server: JSON by POST to this page's own origin, without any
//! cookie.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::trouble::Trouble;
use crate::domain::protocol::DeviceFault;

/// Where an invitation is opened.
pub const OPEN_ENROLMENT: &str = "/device/v1/enrolments/open";
/// Where an enrolment is completed.
pub const ENROL: &str = "/device/v1/enrolments";
/// Where an enrolled device asks.
pub const REQUESTS: &str = "/device/v1/requests";

/// Sends a message and reads the answer.
///
/// # Errors
/// [`Trouble::Offline`] when the server was not reached, [`Trouble::Refused`]
/// with what it said.
pub async fn post<Q: Serialize, A: DeserializeOwned>(
    path: &str,
    message: &Q,
) -> Result<A, Trouble> {
    let body = serde_json::to_string(message).map_err(|_| DeviceFault::Malformed)?;
    let answer = browser::post(path, &body).await.ok_or(Trouble::Offline)?;
    read(answer)
}

struct Answer {
    good: bool,
    body: String,
}

fn read<A: DeserializeOwned>(answer: Answer) -> Result<A, Trouble> {
    if answer.good {
        serde_json::from_str(&answer.body).map_err(|_| DeviceFault::Malformed.into())
    } else {
        // What is not of this protocol comes from something before the server.
        Err(serde_json::from_str(&answer.body)
            .unwrap_or(DeviceFault::Unavailable)
            .into())
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::window;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};

    use super::Answer;

    /// After this long the server counts as not reached.
    const PATIENCE_MILLIS: u32 = 15_000;

    pub async fn post(path: &str, body: &str) -> Option<Answer> {
        let headers = Headers::new().ok()?;
        headers.set("content-type", "application/json").ok()?;
        headers.set("accept", "application/json").ok()?;
        let request = RequestInit::new();
        request.set_method("POST");
        request.set_headers(&headers);
        request.set_body(&body.into());
        request.set_credentials(RequestCredentials::Omit);
        request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MILLIS)));
        let sending = window().fetch_with_str_and_init(path, &request);
        let response: Response = JsFuture::from(sending).await.ok()?.dyn_into().ok()?;
        let body = JsFuture::from(response.text().ok()?).await.ok()?;
        Some(Answer {
            good: response.ok(),
            body: body.as_string()?,
        })
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    use super::Answer;

    pub async fn post(_path: &str, _body: &str) -> Option<Answer> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad(body: &str) -> Result<String, Trouble> {
        read(Answer {
            good: false,
            body: body.to_owned(),
        })
    }

    #[test]
    fn a_refusal_is_read_as_the_fault_it_names() {
        assert_eq!(
            bad(r#"{"fault":"wrong_pin","left":2}"#),
            Err(DeviceFault::WrongPin { left: 2 }.into())
        );
    }

    #[test]
    fn an_answer_from_something_before_the_server_counts_as_unavailable() {
        assert_eq!(
            bad("<html>502</html>"),
            Err(DeviceFault::Unavailable.into())
        );
    }
}
