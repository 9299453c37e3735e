//! Server-sent events: what changed, so that open screens fetch it again.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, mpsc};
use tokio_stream::wrappers::ReceiverStream;

use crate::domain::user::Role;
use crate::service::identify::identify;
use crate::service::{Caller, Change, Context, Topic, session_cookie};

/// So that a proxy does not close a silent connection, and a browser that is
/// gone is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How often it is checked that the session still lives.
const SESSION_CHECK: Duration = Duration::from_secs(30);
/// Events that a slow browser may have waiting.
const BACKLOG: usize = 64;

/// `GET /events`.
pub(super) async fn events(State(context): State<Context>, headers: HeaderMap) -> Response {
    let token = session_token(&headers);
    let caller = match identify(&context, token.as_deref()).await {
        Ok(caller) => caller,
        Err(error) => {
            let status = error.into_request_error(&context).status();
            return StatusCode::from_u16(status)
                .unwrap_or(StatusCode::UNAUTHORIZED)
                .into_response();
        }
    };
    let (sender, receiver) = mpsc::channel(BACKLOG);
    let listener = context.hub.listen();
    tokio::spawn(forward(context, token, caller, listener, sender));
    Sse::new(ReceiverStream::new(receiver))
        .keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
        .into_response()
}

/// The session's token in the request's cookies.
pub(super) fn session_token(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(session_cookie::read)
}

/// Passes on the company's changes, and to an operator what concerns the bank,
/// until the browser or the session is gone,
/// which listening does not keep alive.
async fn forward(
    context: Context,
    token: Option<String>,
    caller: Caller,
    mut listener: broadcast::Receiver<Change>,
    sender: mpsc::Sender<Result<Event, Infallible>>,
) {
    let is_operator = caller.user.role == Role::Operator;
    let mut check = tokio::time::interval(SESSION_CHECK);
    if sender
        .send(Ok(Event::default().event("open").data("{}")))
        .await
        .is_err()
    {
        return;
    }
    loop {
        let event = tokio::select! {
            () = sender.closed() => return,
            _ = check.tick() => {
                if identify(&context, token.as_deref()).await.is_err() {
                    return;
                }
                continue;
            }
            change = listener.recv() => match change {
                Ok(Change { topic: Topic::Sessions(user), .. }) => {
                    if user == caller.user.id {
                        check.reset_immediately();
                    }
                    continue;
                }
                Ok(Change { topic: Topic::Messages, .. }) if !is_operator => continue,
                Ok(change) if change.company == caller.company.id
                    || is_operator && change.topic.concerns_the_bank() =>
                {
                    // A company that was suspended has no sessions any more.
                    if matches!(change.topic, Topic::Company(_)) {
                        check.reset_immediately();
                    }
                    Event::default().event("change").json_data(change.topic)
                }
                Ok(_) => continue,
                Err(RecvError::Lagged(_)) => Ok(Event::default().event("change").data(r#"{"topic":"all"}"#)),
                Err(RecvError::Closed) => return,
            },
        };
        let Ok(event) = event else { continue };
        if sender.send(Ok(event)).await.is_err() {
            return;
        }
    }
}
