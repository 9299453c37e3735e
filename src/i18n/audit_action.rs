//! Words of what the audit log tells. A code without words does not compile.

use super::{Locale, Message};
use crate::domain::audit::{AuditAction, AuditGroup, AuditReason, OutcomeKind};
use crate::domain::token::ActionKind;

/// Gives each value of a domain's enum its words, and the compiler no rest until
/// each has some.
macro_rules! words {
    ($type:ty { $( $value:pat => $es:literal, $en:literal; )* }) => {
        impl Message for $type {
            fn text(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $( ($value, Locale::Spanish) => $es, ($value, Locale::English) => $en, )*
                }
            }
        }
    };
}

words! { AuditAction {
    Self::Token(ActionKind::Assign) => "Asignación de token", "Token assignment";
    Self::Token(ActionKind::Enrol) => "Enrolamiento en la AppMovil", "Enrolment in the AppMovil";
    Self::Token(ActionKind::Resend) => "Reenvío de la invitación", "Invitation sent again";
    Self::Token(ActionKind::Cancel) => "Cancelación de la asignación", "Assignment cancelled";
    Self::Token(ActionKind::ExpireInvitation) => "Vencimiento de la invitación", "Invitation expired";
    Self::Token(ActionKind::Activate) => "Activación de token", "Token activation";
    Self::Token(ActionKind::Block) => "Bloqueo de token", "Token block";
    Self::Token(ActionKind::BlockForFailures) => "Bloqueo de token por intentos fallidos", "Token block after failed tries";
    Self::Token(ActionKind::DeactivateHolder) => "Token bloqueado o liberado por desactivar a su usuario", "Token blocked or freed because its user was deactivated";
    Self::Token(ActionKind::Unblock) => "Desbloqueo de token", "Token unblock";
    Self::Token(ActionKind::ReplaceDevice) => "Reemplazo de dispositivo", "Device replacement";
    Self::Token(ActionKind::Unassign) => "Token quitado a su usuario", "Token taken back from its user";
    Self::Token(ActionKind::Retire) => "Retiro definitivo de token", "Token retirement";
    Self::Grant => "Entrega de token a la empresa", "Token granted to the company";
    Self::SignIn => "Ingreso a la consola", "Sign-in to the console";
    Self::SignOut => "Salida de la consola", "Sign-out from the console";
    Self::SessionsEnded => "Cierre de las sesiones del usuario", "User's sessions ended";
    Self::PasswordChosen => "Elección de contraseña", "Password chosen";
    Self::PasswordLinkSent => "Envío del enlace de contraseña", "Password link sent";
    Self::UserCreated => "Creación de usuario", "User created";
    Self::UserEdited => "Modificación de usuario", "User changed";
    Self::ContactConfirmed => "Confirmación de correo y celular", "E-mail and mobile confirmed";
    Self::UserDeactivated => "Desactivación de usuario", "User deactivated";
    Self::UserActivated => "Activación de usuario", "User activated";
    Self::RequestsUnlocked => "Desbloqueo de solicitudes", "Requests unlocked";
    Self::OperationRequested => "Solicitud", "Request";
    Self::OperationConfirmed => "Confirmación de solicitud", "Request confirmed";
    Self::OperationApplied => "Solicitud ejecutada", "Request carried out";
    Self::OperationRejected => "Rechazo de solicitud", "Request rejected";
    Self::OperationExpired => "Vencimiento de solicitud", "Request expired";
    Self::OperationCancelled => "Cancelación de solicitud", "Request cancelled";
    Self::OperationSuperseded => "Solicitud sin efecto", "Request overtaken";
    Self::ImportAccepted => "Carga de un archivo", "File imported";
    Self::MessageSentAgain => "Reenvío de un mensaje", "Message sent again";
    Self::PhysicalTokenRegistered => "Registro de token físico", "Physical token registered";
    Self::PhysicalTokenDisabled => "Token físico inhabilitado", "Physical token disabled";
    Self::PhysicalTokenRestored => "Token físico restablecido", "Physical token restored";
    Self::OwnDeviceInvited => "Invitación para vincular la AppMovil propia", "Invitation to link one’s own AppMovil";
    Self::CompanyCreated => "Creación de la empresa", "Company created";
    Self::CompanyEdited => "Modificación de la empresa", "Company changed";
    Self::CompanySuspended => "Suspensión de la empresa", "Company suspended";
    Self::CompanyResumed => "Reanudación de la empresa", "Company resumed";
    Self::ApprovalsSet => "Cambio del control dual", "Dual control changed";
    Self::TokensRequested => "Solicitud de más tokens al banco", "More tokens asked of the bank";
    Self::TokenRequestGranted => "Solicitud de tokens concedida por el banco", "Request for tokens granted by the bank";
    Self::TokenRequestDeclined => "Solicitud de tokens no concedida por el banco", "Request for tokens declined by the bank";
    Self::TokenRequestWithdrawn => "Solicitud de tokens retirada", "Request for tokens withdrawn";
    Self::LogExported => "Exportación de la bitácora", "Audit log exported";
} }

words! { AuditGroup {
    Self::Access => "Ingresos y salidas", "Sign-ins and sign-outs";
    Self::Users => "Usuarios", "Users";
    Self::Operations => "Solicitudes", "Requests";
    Self::Tokens => "Tokens", "Tokens and devices";
    Self::Company => "Empresa", "Company";
    Self::Log => "Bitácora", "Audit log";
} }

words! { OutcomeKind {
    Self::Done => "Hecho", "Done";
    Self::Refused => "Rechazado", "Refused";
    Self::Failed => "Sin efecto", "No effect";
} }

words! { AuditReason {
    Self::WrongPassword => "contraseña incorrecta", "wrong password";
    Self::WrongCode => "código incorrecto", "wrong code";
    Self::WrongNumber => "número incorrecto", "wrong number";
    Self::WrongPin => "PIN incorrecto", "wrong PIN";
    Self::TooManyNumbers => "demasiados números incorrectos", "too many wrong numbers";
    Self::RejectedOnDevice => "rechazada en la AppMovil", "rejected in the AppMovil";
    Self::RejectedBySecond => "rechazada por el segundo administrador", "rejected by the second administrator";
    Self::DeviceBlocked => "el dispositivo se bloqueó", "the device was blocked";
    Self::Expired => "se agotó el tiempo", "time ran out";
    Self::Superseded => "el token cambió antes", "the token changed first";
    Self::SomeFailed => "algunos tokens no cambiaron", "some tokens were not changed";
    Self::NotYourRole => "su rol no lo permite", "the role does not allow it";
    Self::WrongState => "el estado del token no lo permite", "the token's state does not allow it";
    Self::Ineligible => "el usuario no puede recibir un token", "the user may not have a token";
    Self::OperationOpen => "otra solicitud estaba en espera", "another request was waiting";
    Self::OwnToken => "era su propio token", "it was their own token";
    Self::LastAdministrator => "es el último administrador con token activo", "the last administrator with an active token";
    Self::CannotConfirm => "no tiene un token activo para confirmar", "no active token to confirm with";
    Self::Oneself => "era su propio usuario", "it was their own user";
    Self::AlreadyActive => "el usuario ya estaba activo", "the user was active already";
    Self::UserInactive => "el usuario está inactivo", "the user is inactive";
    Self::ContactIncomplete => "faltan datos del usuario", "the user's data are incomplete";
    Self::HoldsToken => "el usuario tiene un token", "the user holds a token";
    Self::NoTokenAvailable => "no había tokens disponibles", "no token was available";
    Self::ChangedMeanwhile => "otra persona lo cambió antes", "somebody else changed it first";
    Self::AlreadySettled => "ya estaba resuelta", "it was settled already";
    Self::AlreadyLinked => "ya estaba vinculado", "it was linked already";
    Self::Paused => "en pausa por demasiados intentos", "paused after too many tries";
    Self::Locked => "sus solicitudes están bloqueadas", "their requests are locked";
    Self::NotFound => "no existe en la empresa", "not found in the company";
    Self::WrongData => "datos incorrectos", "wrong data";
} }

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;

    fn said_in_both<M: Message + Debug>(messages: impl IntoIterator<Item = M>) {
        for message in messages {
            let (es, en) = (message.text(Locale::Spanish), message.text(Locale::English));
            assert!(!es.is_empty() && !en.is_empty() && es != en, "{message:?}");
        }
    }

    #[test]
    fn each_action_group_outcome_and_reason_was_translated() {
        said_in_both(AuditAction::all());
        said_in_both(AuditGroup::ALL);
        said_in_both(OutcomeKind::ALL);
        said_in_both(AuditReason::ALL.iter().copied());
    }
}
