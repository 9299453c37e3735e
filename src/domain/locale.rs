//! The languages of the product.

use serde::{Deserialize, Serialize};

/// A language of the screen and of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Spanish as a Colombian bank writes it.
    #[default]
    Spanish,
    /// English.
    English,
}

impl Locale {
    /// The BCP 47 tag for the `lang` attribute and for `Accept-Language`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Spanish => "es-CO",
            Self::English => "en",
        }
    }

    /// The word that stands for it in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spanish => "es",
            Self::English => "en",
        }
    }

    /// The language that a tag such as `en-GB` asks for, if the product has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "es" => Some(Self::Spanish),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}
