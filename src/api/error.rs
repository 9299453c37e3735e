//! How [`RequestError`] travels: as JSON, with its HTTP status.

use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};

use super::wire::JsonText;
use crate::domain::error::RequestError;

impl FromServerFnError for RequestError {
    type Encoder = JsonText;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let error = match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => Self::Malformed,
            _ => Self::Unreachable,
        };
        // Made on the server, it is the answer to a request that cannot be read.
        #[cfg(feature = "ssr")]
        crate::api::caller::set_status(&error);
        error
    }
}
