//! What a page rendered by the server finds in its context.

use axum::http::{HeaderMap, HeaderValue, header};
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use super::security_headers::{is_watched, page_policy};
use crate::i18n::Locale;
use crate::service::Context;

/// The cookie in which the browser keeps the language it chose.
const LOCALE_COOKIE: &str = "idioma";

/// Puts the server's parts and the request's language into the context, and the
/// content security policy on the answer.
pub(super) fn provide(context: &Context) {
    provide_context(context.clone());
    let headers = use_context::<axum::http::request::Parts>().map(|parts| parts.headers);
    provide_context(headers.as_ref().map(locale).unwrap_or_default());
    if let (Some(nonce), Some(options)) = (use_nonce(), use_context::<ResponseOptions>())
        && let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce, is_watched()))
    {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// The language that the browser chose.
pub(super) fn locale(headers: &HeaderMap) -> Locale {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == LOCALE_COOKIE)
        .and_then(|(_, value)| Locale::from_tag(value))
        .unwrap_or_default()
}
