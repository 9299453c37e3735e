//! Where every page of the console stands.

use crate::domain::id::OperationId;
use crate::domain::serial::Serial;

/// The sign-in page.
pub const SIGN_IN: &str = "/ingreso";
/// Linking one's own AppMovil.
pub const LINK: &str = "/vincular";
/// The table of virtual tokens, which is the console's home.
pub const TOKENS: &str = "/administracion/token-virtual";
/// The assignment wizard.
pub const ASSIGN: &str = "/administracion/token-virtual/asignar";
/// The person's own page.
pub const PROFILE: &str = "/perfil";
/// The guides.
pub const HELP: &str = "/ayuda";
/// The guide for creating users.
pub const HELP_USERS: &str = "/ayuda/creacion-y-configuracion-de-usuarios-secundarios";
/// The guide for assigning tokens.
pub const HELP_ASSIGN: &str = "/ayuda/asignacion-de-token-a-usuarios";
/// The guide for enrolling.
pub const HELP_ENROL: &str = "/ayuda/enrolamiento-en-la-appmovil";
/// The AppMovil.
pub const APP: &str = "/app";

/// The parameter that keeps the page to go to after signing in.
pub const RETURN_TO: &str = "destino";
/// The parameter that keeps an operation across reloads.
pub const OPERATION: &str = "solicitud";

/// A token's page.
pub fn detail(serial: Serial) -> String {
    format!("{TOKENS}/detalle/{serial}")
}

/// A token's activation.
pub fn activate(serial: Serial) -> String {
    format!("{TOKENS}/activar/{serial}")
}

/// `path` with the operation it waits for.
pub fn waiting(path: &str, operation: OperationId) -> String {
    format!("{path}?{OPERATION}={operation}")
}

/// Whether `path` is `place` or below it.
pub fn is_within(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_word_is_not_below_a_place() {
        assert!(is_within("/ayuda", HELP));
        assert!(is_within("/ayuda/x", HELP));
        assert!(!is_within("/ayudante", HELP));
    }
}
