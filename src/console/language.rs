//! The language of the screen: chosen by the server, changed here, remembered
//! in a cookie that the server reads.

use leptos::prelude::*;

use crate::i18n::Locale;
use crate::ui::provide_locale;

#[derive(Clone, Copy)]
struct Language(RwSignal<Locale>);

/// The language this page was written in: on the server, the one it chose for
/// the request; in the browser, the document's.
pub fn document_locale() -> Locale {
    #[cfg(feature = "hydrate")]
    let locale = document()
        .document_element()
        .and_then(|root| root.get_attribute("lang"))
        .and_then(|tag| Locale::from_tag(&tag));
    #[cfg(not(feature = "hydrate"))]
    let locale = use_context::<Locale>();
    locale.unwrap_or_default()
}

/// Makes the language known to every component; once, at the root.
pub fn provide_language() {
    let language = RwSignal::new(document_locale());
    provide_context(Language(language));
    provide_locale(language);
}

/// Changes the language.
pub fn use_choose_language() -> Callback<Locale> {
    let language = use_context::<Language>();
    Callback::new(move |locale: Locale| {
        if let Some(Language(language)) = language {
            language.set(locale);
            remember(locale);
        }
    })
}

#[cfg(feature = "hydrate")]
fn remember(locale: Locale) {
    let tag = locale.tag();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
    }
    let cookie = format!("idioma={tag}; Path=/; Max-Age=31536000; SameSite=Lax");
    let _ = js_sys::Reflect::set(&document(), &"cookie".into(), &cookie.into());
}

#[cfg(not(feature = "hydrate"))]
fn remember(_: Locale) {}
