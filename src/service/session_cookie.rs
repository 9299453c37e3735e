//! The cookie that names a session (DESIGN §6).

use super::Context;
use super::settings::SESSION_LIFETIME;

/// The name over TLS: the prefix makes browsers hold to `Secure`, `Path=/` and
/// no `Domain` (RFC 6265bis §4.1.3.2).
const SECURE_NAME: &str = "__Host-llavero";
/// The name over plain HTTP, on loopback.
const PLAIN_NAME: &str = "llavero";

/// The session's token, if the `Cookie` header's value has one.
pub fn read(cookies: &str) -> Option<String> {
    cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == SECURE_NAME || *name == PLAIN_NAME)
        .map(|(_, value)| value.to_owned())
}

impl Context {
    /// The `Set-Cookie` value that starts a session.
    pub fn session_cookie(&self, token: &str) -> String {
        self.cookie(token, SESSION_LIFETIME.as_secs())
    }

    /// The `Set-Cookie` value that ends a session.
    pub fn cleared_session_cookie(&self) -> String {
        self.cookie("", 0)
    }

    fn cookie(&self, value: &str, max_age: u64) -> String {
        let (name, secure) = if self.settings.is_secure() {
            (SECURE_NAME, "; Secure")
        } else {
            (PLAIN_NAME, "")
        };
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_found_among_other_cookies() {
        assert_eq!(read("idioma=es; llavero=abc; x=y"), Some("abc".to_owned()));
        assert_eq!(read("__Host-llavero=abc"), Some("abc".to_owned()));
        assert_eq!(read("llavero2=abc"), None);
        assert_eq!(read(""), None);
    }
}
