//! What a refused sign-in form held, for the page that comes back.
//!
//! A browser that runs the app keeps its form. Without JavaScript the browser
//! loads the page anew, and company and user would be lost. They are carried by a
//! cookie of one minute rather than by the address, where they would stay in
//! histories and logs. The password is never carried.

use data_encoding::BASE64URL_NOPAD;

use super::Context;
use super::sign_in::LONGEST_FIELD;

const NAME: &str = "llavero-ingreso";
/// For as long as the way back takes, in seconds.
const MAX_AGE: u64 = 60;

/// What was typed beside the password.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedSignIn {
    /// The company's word.
    pub company: String,
    /// The name to sign in with.
    pub username: String,
}

impl TypedSignIn {
    /// What the `Cookie` header's value carries of it.
    pub fn read(cookies: &str) -> Option<Self> {
        let (_, value) = cookies
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == NAME)?;
        let bytes = BASE64URL_NOPAD.decode(value.as_bytes()).ok()?;
        let (company, username) = serde_json::from_slice(&bytes).ok()?;
        Some(Self { company, username })
    }
}

impl Context {
    /// The `Set-Cookie` value that carries it; `None` for what is longer than
    /// any name.
    pub fn typed_sign_in_cookie(&self, typed: &TypedSignIn) -> Option<String> {
        let TypedSignIn { company, username } = typed;
        let fits = [company, username]
            .iter()
            .all(|field| field.chars().count() <= LONGEST_FIELD);
        let bytes = serde_json::to_vec(&(company, username))
            .ok()
            .filter(|_| fits)?;
        let value = BASE64URL_NOPAD.encode(&bytes);
        let secure = if self.settings.is_secure() {
            "; Secure"
        } else {
            ""
        };
        Some(format!(
            "{NAME}={value}; Path=/ingreso; HttpOnly; SameSite=Strict; Max-Age={MAX_AGE}{secure}"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_carries_nothing() {
        for cookies in [
            "",
            "llavero-ingreso=",
            "llavero-ingreso=%%",
            "llavero-ingreso=YWJj",
        ] {
            assert_eq!(TypedSignIn::read(cookies), None, "{cookies}");
        }
    }
}
