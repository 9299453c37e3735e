//! Every word a person reads: Spanish first, English complete.
//!
//! A message is a value, never a string made on the way. Each area of the
//! screen has its own file and its own enum; [`messages!`] makes the compiler
//! ask for both languages of each.

mod audit_action;
pub mod audit_words;
pub mod console;
pub mod console_approval;
pub mod console_audit;
pub mod console_company;
pub mod console_demo;
pub mod console_error;
pub mod console_grant;
pub mod console_help;
pub mod console_home;
pub mod console_import;
pub mod console_operation;
pub mod console_operator;
pub mod console_outbox;
pub mod console_password;
pub mod console_physical;
pub mod console_request;
pub mod console_session;
pub mod console_table;
pub mod console_token;
pub mod console_user;
pub mod device_app;
pub mod message;
pub mod token_words;
pub mod ui;

pub use crate::domain::locale::Locale;

/// A text that exists in every language of the product.
pub trait Message: Copy {
    /// The text as it stands in `locale`, with its `{name}` places unfilled.
    fn text(self, locale: Locale) -> &'static str;

    /// The text with each `{name}` replaced by its value.
    ///
    /// A name that the text lacks is passed over: languages may differ in
    /// which of the values they say.
    fn fill(self, locale: Locale, values: &[(&str, &str)]) -> String {
        let mut text = self.text(locale).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

/// Declares an enum of messages with its text in each language.
///
/// ```ignore
/// messages! {
///     /// Words of the sign-in screen.
///     pub enum SignInMessage {
///         /// The page's title.
///         Title { es: "Ingreso", en: "Sign in" }
///     }
/// }
/// ```
macro_rules! messages {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $( $(#[$variant_doc:meta])* $variant:ident { es: $es:literal, en: $en:literal } )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$variant_doc])* $variant, )*
        }

        impl $crate::i18n::Message for $name {
            fn text(self, locale: $crate::i18n::Locale) -> &'static str {
                match (self, locale) {
                    $( (Self::$variant, $crate::i18n::Locale::Spanish) => $es,
                       (Self::$variant, $crate::i18n::Locale::English) => $en, )*
                }
            }
        }

        impl $name {
            /// Every message of this area, in the order it is declared.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];
        }
    };
}
pub(crate) use messages;
