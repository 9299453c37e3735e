//! Where every page of the console stands.

use crate::domain::id::{CompanyId, OperationId, UserId};
use crate::domain::serial::Serial;
use crate::domain::table::{parameter, query_string};

/// From where everybody is sent to where they begin.
pub const ROOT: &str = "/";
/// The sign-in page.
pub const SIGN_IN: &str = "/ingreso";
/// Linking one's own AppMovil.
pub const LINK: &str = "/vincular";
/// What waits.
pub const HOME: &str = "/inicio";
/// The table of virtual tokens, where the console begins.
pub const TOKENS: &str = "/administracion/token-virtual";
/// The table of physical tokens.
pub const PHYSICAL_TOKENS: &str = "/administracion/token-fisico";
/// The assignment wizard.
pub const ASSIGN: &str = "/administracion/token-virtual/asignar";
/// The table of users.
pub const USERS: &str = "/administracion/usuarios";
/// The form of a new user.
pub const NEW_USER: &str = "/administracion/usuarios/nuevo";
/// Users from a file.
pub const IMPORT_USERS: &str = "/administracion/usuarios/importar";
/// Physical tokens from a file.
pub const IMPORT_PHYSICAL: &str = "/administracion/token-fisico/importar";
/// A list of users to assign, activate or block.
pub const FROM_FILE: &str = "/administracion/token-virtual/archivo";
/// The same, to assign.
pub const ASSIGN_FROM_FILE: &str = "/administracion/token-virtual/archivo?accion=asignar";
/// The audit log.
pub const LOG: &str = "/administracion/bitacora";
/// Where the form goes that takes the audit log as a file.
pub const LOG_EXPORT: &str = "/administracion/bitacora/exportar";
/// A request about several tokens.
pub const SEVERAL: &str = "/administracion/token-virtual/varios";
/// The requests that two administrators confirm.
pub const APPROVALS: &str = "/administracion/aprobaciones";
/// What waits at the bank: where an operator begins.
pub const OPERATOR: &str = "/operador";
/// The bank's table of companies.
pub const COMPANIES: &str = "/operador/empresas";
/// The form of a new company.
pub const NEW_COMPANY: &str = "/operador/empresas/nueva";
/// What was sent to people, and what could not be.
pub const MESSAGES: &str = "/operador/mensajes";
/// The demo's mailbox.
pub const MAILBOX: &str = "/demo/buzon";
/// The requests for more tokens that wait for the bank.
pub const TOKEN_REQUESTS: &str = "/operador/solicitudes";
/// Choosing a password with the bank's link.
pub const PASSWORD: &str = "/contrasena";
/// Looking a serial up across the bank.
pub const FIND_SERIAL: &str = "/operador/buscar";
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

/// The parameter that keeps the serial that is looked up.
pub const SERIAL: &str = "serie";
/// The parameter that keeps the page to go to after signing in.
pub const RETURN_TO: &str = "destino";
/// The parameter that says what a list of users is for.
pub const ACTION: &str = "accion";
/// The parameter that keeps an operation across reloads.
pub const OPERATION: &str = "solicitud";

/// The parameter that keeps a request whose data a form begins with.
pub const FROM: &str = "desde";

/// The parameter that keeps the tokens of a selection that come next.
pub const QUEUE: &str = "siguen";

/// The page of a request that two administrators confirm.
pub fn approval(operation: OperationId) -> String {
    format!("{APPROVALS}/{operation}")
}

/// A company's page at the bank.
pub fn company(company: CompanyId) -> String {
    format!("{COMPANIES}/detalle/{company}")
}

/// The physical token with this serial, in the table of them.
pub fn physical_token(serial: Serial) -> String {
    let query = query_string([(parameter::SEARCH, serial.to_string())]);
    format!("{PHYSICAL_TOKENS}{query}")
}

/// A token's page at the bank.
pub fn serial_at_bank(serial: Serial) -> String {
    format!("{FIND_SERIAL}?{SERIAL}={serial}")
}

/// The form of a company's new administrator or auditor.
pub fn new_company_person(company: CompanyId) -> String {
    format!("{COMPANIES}/persona/{company}")
}

/// The form of a company that is there.
pub fn edit_company(company: CompanyId) -> String {
    format!("{COMPANIES}/editar/{company}")
}

/// A user's page.
pub fn user(user: UserId) -> String {
    format!("{USERS}/detalle/{user}")
}

/// The form of a user who is there.
pub fn edit_user(user: UserId) -> String {
    format!("{USERS}/editar/{user}")
}

/// The same form with what a request of before would have made of them.
pub fn edit_user_from(user: UserId, operation: OperationId) -> String {
    format!("{}?{FROM}={operation}", edit_user(user))
}

/// A token's page.
pub fn detail(serial: Serial) -> String {
    format!("{TOKENS}/detalle/{serial}")
}

/// A change of a token; `queue` are the tokens that come after it.
pub fn change(segment: &str, serial: Serial, queue: &[Serial]) -> String {
    let path = format!("{TOKENS}/{segment}/{serial}");
    if queue.is_empty() {
        return path;
    }
    let queue: Vec<_> = queue.iter().map(ToString::to_string).collect();
    format!("{path}?{QUEUE}={}", queue.join(","))
}

/// The tokens that an address says come next. What is no serial is none.
pub fn queue(text: &str) -> Vec<Serial> {
    text.split(',')
        .filter_map(|serial| serial.parse().ok())
        .collect()
}

/// `path` with the operation it waits for.
pub fn waiting(path: &str, operation: OperationId) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}{OPERATION}={operation}")
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
    fn what_comes_next_survives_the_address() {
        let serial = |number| Serial::from_number(number).unwrap();
        assert_eq!(
            change("activar", serial(1), &[serial(2), serial(3)]),
            "/administracion/token-virtual/activar/FEF0000001?siguen=FEF0000002,FEF0000003"
        );
        assert_eq!(queue("FEF0000002,nada,FEF0000003"), [serial(2), serial(3)]);
        assert_eq!(queue(""), []);
    }

    #[test]
    fn a_longer_word_is_not_below_a_place() {
        assert!(is_within("/ayuda", HELP));
        assert!(is_within("/ayuda/x", HELP));
        assert!(!is_within("/ayudante", HELP));
    }
}
