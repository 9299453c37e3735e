//! The language of the screen, by context.

use leptos::prelude::*;

use crate::i18n::{Locale, Message};

#[derive(Clone, Copy)]
struct CurrentLocale(RwSignal<Locale>);

/// Makes `locale` the language of every component below.
pub fn provide_locale(locale: RwSignal<Locale>) {
    provide_context(CurrentLocale(locale));
}

/// The language of the screen; Spanish where none was provided.
pub fn use_locale() -> Signal<Locale> {
    use_context::<CurrentLocale>().map_or_else(
        || Signal::stored(Locale::default()),
        |current| current.0.into(),
    )
}

/// A message in the language of the screen, following it when it changes.
pub fn t<M: Message + Send + Sync + 'static>(message: M) -> Signal<String> {
    let locale = use_locale();
    Signal::derive(move || message.text(locale.get()).to_owned())
}

/// Like [`t`], with the message's `{name}` places filled.
pub fn t_with<M, V>(message: M, values: V) -> Signal<String>
where
    M: Message + Send + Sync + 'static,
    V: Fn() -> Vec<(&'static str, String)> + Send + Sync + 'static,
{
    let locale = use_locale();
    Signal::derive(move || {
        let values = values();
        let borrowed: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        message.fill(locale.get(), &borrowed)
    })
}
