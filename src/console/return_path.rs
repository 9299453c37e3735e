//! The page to go to after signing in, which travels in the URL and so may be
//! anybody's.

use super::paths;
use crate::domain::table::escape;

/// The longest path that is carried along.
const LONGEST: usize = 2_000;

/// `text` if it is a path of this console that may be gone to.
///
/// A browser reads `//host` and `/\host` as another site, and passes over tabs
/// and line ends inside a URL.
pub fn local_path(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    let is_local = characters.next() == Some('/')
        && !matches!(characters.next(), Some('/' | '\\'))
        && text.len() <= LONGEST
        && !text.contains('\\')
        && !text.chars().any(char::is_control);
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let is_a_page = !paths::is_within(path, paths::SIGN_IN) && !paths::is_within(path, "/api");
    (is_local && is_a_page).then_some(text)
}

/// The sign-in page that leads back to `path` with `query` (without its `?`).
pub fn sign_in_from(path: &str, query: &str) -> String {
    let here = if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    };
    // The frame and what stands in it both send there when a session ended: who
    // comes second finds the sign-in page, and leaves its way back as it is.
    if paths::is_within(path, paths::SIGN_IN) {
        return here;
    }
    match local_path(&here) {
        Some("/") | None => paths::SIGN_IN.to_owned(),
        Some(here) => format!("{}?{}={}", paths::SIGN_IN, paths::RETURN_TO, escape(here)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_this_console_is_gone_back_to() {
        for path in [
            "/",
            "/perfil",
            "/administracion/token-virtual?estado=active",
        ] {
            assert_eq!(local_path(path), Some(path));
        }
    }

    #[test]
    fn another_site_is_never_gone_to() {
        for path in [
            "",
            "perfil",
            "https://malo.example/",
            "//malo.example",
            "/\\malo.example",
            "/a\\b",
            "/\t/malo.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(local_path(path), None, "{path:?}");
        }
    }

    #[test]
    fn signing_in_does_not_lead_back_to_itself_or_to_an_endpoint() {
        for path in ["/ingreso", "/ingreso?destino=/", "/api/session/sign-out"] {
            assert_eq!(local_path(path), None, "{path}");
        }
    }

    #[test]
    fn the_way_back_keeps_the_query() {
        assert_eq!(
            sign_in_from("/administracion/token-virtual", "estado=active&filas=25"),
            "/ingreso?destino=/administracion/token-virtual%3Festado%3Dactive%26filas%3D25"
        );
        assert_eq!(sign_in_from("/", ""), "/ingreso");
    }

    #[test]
    fn whoever_is_sent_to_sign_in_twice_still_comes_back() {
        assert_eq!(
            sign_in_from("/ingreso", "destino=/perfil"),
            "/ingreso?destino=/perfil"
        );
    }
}
