//! The device protocol over HTTP: three routes, JSON in and out, no cookie.

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use super::router::ServerState;
use crate::domain::error::RequestError;
use crate::domain::protocol::{DeviceFault, EnrolmentRequest, OpenEnrolmentRequest, SignedRequest};
use crate::service::complete_enrolment::complete_enrolment;
use crate::service::device_error::DeviceError;
use crate::service::open_enrolment::open_enrolment;
use crate::service::serve_device::serve_device;
use crate::service::{Context, ServiceError};

/// The routes under `/device/v1`.
pub(super) fn routes() -> Router<ServerState> {
    Router::new()
        .route("/enrolments/open", post(open))
        .route("/enrolments", post(complete))
        .route("/requests", post(request))
}

async fn open(
    State(context): State<Context>,
    body: Result<Json<OpenEnrolmentRequest>, JsonRejection>,
) -> Response {
    match body {
        Ok(Json(body)) => answer(&context, open_enrolment(&context, &body).await),
        Err(_) => malformed(),
    }
}

async fn complete(
    State(context): State<Context>,
    body: Result<Json<EnrolmentRequest>, JsonRejection>,
) -> Response {
    match body {
        Ok(Json(body)) => answer(&context, complete_enrolment(&context, &body).await),
        Err(_) => malformed(),
    }
}

async fn request(
    State(context): State<Context>,
    body: Result<Json<SignedRequest>, JsonRejection>,
) -> Response {
    match body {
        Ok(Json(body)) => answer(&context, serve_device(&context, &body).await),
        Err(_) => malformed(),
    }
}

fn malformed() -> Response {
    (
        status(&DeviceFault::Malformed),
        Json(DeviceFault::Malformed),
    )
        .into_response()
}

fn answer<T: serde::Serialize>(context: &Context, result: Result<T, DeviceError>) -> Response {
    let fault = match result {
        Ok(reply) => return Json(reply).into_response(),
        Err(DeviceError::Fault(fault)) => fault,
        Err(DeviceError::Service(error)) => from_service(context, error),
    };
    let mut response = (status(&fault), Json(&fault)).into_response();
    if fault == DeviceFault::Unavailable {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, header::HeaderValue::from_static("5"));
    }
    response
}

/// What a fault of ours is to a device. The log has its cause.
fn from_service(context: &Context, error: ServiceError) -> DeviceFault {
    match error.into_request_error(context) {
        RequestError::Refused(_) | RequestError::NotAllowed | RequestError::NotFound => {
            DeviceFault::NotAllowed
        }
        RequestError::Conflict(_) => DeviceFault::AlreadySettled,
        _ => DeviceFault::Unavailable,
    }
}

/// The HTTP status that tells a fault (RFC 9110 §15).
fn status(fault: &DeviceFault) -> StatusCode {
    match fault {
        DeviceFault::Malformed => StatusCode::BAD_REQUEST,
        DeviceFault::NotRecognised | DeviceFault::ClockOff { .. } | DeviceFault::Replayed => {
            StatusCode::UNAUTHORIZED
        }
        DeviceFault::Blocked | DeviceFault::Suspended | DeviceFault::NotAllowed => {
            StatusCode::FORBIDDEN
        }
        DeviceFault::NoSuchOperation | DeviceFault::InvitationInvalid => StatusCode::NOT_FOUND,
        DeviceFault::InvitationExpired | DeviceFault::Expired => StatusCode::GONE,
        DeviceFault::AlreadySettled | DeviceFault::Superseded => StatusCode::CONFLICT,
        DeviceFault::WrongChallenge
        | DeviceFault::WrongNumber { .. }
        | DeviceFault::WrongPin { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        DeviceFault::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        DeviceFault::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}
