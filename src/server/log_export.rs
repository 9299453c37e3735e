//! The audit log as a file: a form is posted, since taking the log is an entry
//! of the log, and what comes back is written while it is read.

use std::io;

use axum::Form;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tracing::warn;

use super::events::session_token;
use super::page;
use super::spreadsheet::{BYTE_ORDER_MARK, Sheet};
use crate::domain::audit::AuditAction;
use crate::domain::error::RequestError;
use crate::domain::table::{AuditFilter, AuditQuery};
use crate::domain::time::Timestamp;
use crate::domain::view::AuditRow;
use crate::i18n::audit_words::{client, detail, reason, who};
use crate::i18n::console_audit::AuditMessage;
use crate::i18n::token_words::status_message;
use crate::i18n::{Locale, Message};
use crate::service::attempt::{Attempt, note_refusal};
use crate::service::export_log::{Export, export_log};
use crate::service::identify::identify;
use crate::service::{Caller, Context, ServiceError};

/// Where the form is sent to.
pub(super) const PATH: &str = "/administracion/bitacora/exportar";
const LOG: &str = "/administracion/bitacora";
/// Pieces of the file that may wait for a slow browser.
const BACKLOG: usize = 2;

/// The columns.
const HEADS: [AuditMessage; 15] = [
    AuditMessage::Number,
    AuditMessage::WhenBogota,
    AuditMessage::Who,
    AuditMessage::What,
    AuditMessage::Detail,
    AuditMessage::Token,
    AuditMessage::User,
    AuditMessage::Origin,
    AuditMessage::Address,
    AuditMessage::Client,
    AuditMessage::Outcome,
    AuditMessage::Reason,
    AuditMessage::FromStatus,
    AuditMessage::ToStatus,
    AuditMessage::Operation,
];

/// `POST /administracion/bitacora/exportar`, with a filter as an address writes
/// it.
pub(super) async fn export(
    State(context): State<Context>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let Ok(Form(form)) = form else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let token = session_token(&headers);
    let caller = match identify(&context, token.as_deref()).await {
        Ok(caller) => caller,
        Err(error) => return refused(&context, error),
    };
    let (query, problems) = AuditQuery::parse(|name| {
        let mut found = form.iter().filter(|(known, _)| known == name);
        found.next().map(|(_, value)| value.clone())
    });
    if !problems.is_empty() {
        // A filter that is passed over would let out more than was asked for.
        return refused(&context, RequestError::Malformed.into());
    }
    let name = file_name(
        &caller,
        &query.filter,
        page::locale(&headers),
        context.now(),
    );
    match export_log(&context, &caller, query).await {
        Ok(export) => file(export, &name, page::locale(&headers)),
        Err(error) => {
            if let ServiceError::Request(error) = &error {
                let attempt = Attempt::of(AuditAction::LogExported);
                note_refusal(&context, &caller, attempt, error);
            }
            refused(&context, error)
        }
    }
}

/// Whoever is signed out is sent to the log, and by it to sign in.
fn refused(context: &Context, error: ServiceError) -> Response {
    match error.into_request_error(context) {
        RequestError::SignedOut => Redirect::to(LOG).into_response(),
        error => {
            let status = StatusCode::from_u16(error.status());
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, axum::Json(error)).into_response()
        }
    }
}

fn file(export: Export, name: &str, locale: Locale) -> Response {
    let (sender, receiver) = mpsc::channel(BACKLOG);
    tokio::spawn(write(export, locale, sender));
    let mut response = Body::from_stream(ReceiverStream::new(receiver)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let disposition = format!("attachment; filename=\"{name}\"");
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Writes the file piece by piece, as fast as it is taken. A fault on the way
/// breaks the download off, so that nobody takes half a log for the whole.
async fn write(mut export: Export, locale: Locale, sender: mpsc::Sender<Result<Bytes, io::Error>>) {
    let mut sheet = Sheet::new(locale);
    let heads = HEADS.map(|head| head.text(locale));
    let mut piece = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut written = sheet.row(heads);
    loop {
        match written.and_then(|()| sheet.take()) {
            Ok(bytes) => piece.extend(bytes),
            Err(error) => return give_up(error.to_string(), &sender).await,
        }
        if sender
            .send(Ok(std::mem::take(&mut piece).into()))
            .await
            .is_err()
        {
            // The browser is gone.
            return;
        }
        written = match export.next().await {
            Ok(Some(rows)) => rows.iter().try_for_each(|row| {
                let cells = cells(row, locale);
                sheet.row(cells.iter().map(String::as_str))
            }),
            Ok(None) => return,
            Err(error) => return give_up(error.to_string(), &sender).await,
        };
    }
}

async fn give_up(error: String, sender: &mpsc::Sender<Result<Bytes, io::Error>>) {
    warn!(%error, "an export of the log broke off");
    let _ = sender
        .send(Err(io::Error::other("the export broke off")))
        .await;
}

fn cells(row: &AuditRow, locale: Locale) -> [String; HEADS.len()] {
    let origin = row.origin.as_ref();
    let status = |status| status_message(status).text(locale).to_owned();
    [
        row.sequence.to_string(),
        row.at.to_second_text(),
        who(&row.who, locale),
        row.action.text(locale).to_owned(),
        detail(row, locale).unwrap_or_default(),
        row.serial
            .map(|serial| serial.to_string())
            .unwrap_or_default(),
        row.user
            .as_ref()
            .map(|(_, name)| name.clone())
            .unwrap_or_default(),
        client(origin, locale),
        origin
            .and_then(|origin| origin.address())
            .unwrap_or_default()
            .to_owned(),
        origin
            .and_then(|origin| origin.client())
            .unwrap_or_default()
            .to_owned(),
        row.outcome.kind().text(locale).to_owned(),
        reason(row.outcome, locale).unwrap_or_default().to_owned(),
        row.from.map(status).unwrap_or_default(),
        row.to.map(status).unwrap_or_default(),
        row.operation
            .map(|operation| operation.to_string())
            .unwrap_or_default(),
    ]
}

/// `bitacora-andina-2024-01-15.csv`: the company and the days that the filter
/// names, or today.
fn file_name(caller: &Caller, filter: &AuditFilter, locale: Locale, now: Timestamp) -> String {
    let company: String = caller
        .company
        .slug
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    let word = AuditMessage::FileName.text(locale);
    let until = filter.until.unwrap_or_else(|| now.day()).to_iso();
    match filter.from {
        Some(from) => format!("{word}-{company}-{}-{until}.csv", from.to_iso()),
        None => format!("{word}-{company}-{until}.csv"),
    }
}
