//! Messages sent to users.

use super::messages;

messages! {
    /// Words of the messages sent to users.
    pub enum MailMessage {
        /// The subject of an invitation.
        InvitationSubject {
            es: "Active su Token Virtual {serial}",
            en: "Set up your virtual token {serial}"
        }
        /// The body of an invitation.
        InvitationBody {
            es: "Hola, {name}:\n\nSu empresa le asignó el Token Virtual {serial} (usuario {username}).\n\nPara enrolarlo, abra este enlace en su teléfono:\n{link}\n\nO abra la AppMovil y digite este código:\n{code}\n\nLa invitación vence el {expires} (hora de Bogotá) y sirve una sola vez. Nadie del banco le pedirá este código.",
            en: "Hello {name},\n\nYour company assigned you the virtual token {serial} (user {username}).\n\nTo enrol it, open this link on your phone:\n{link}\n\nOr open the AppMovil and type this code:\n{code}\n\nThe invitation expires on {expires} (Bogotá time) and works once. Nobody at the bank will ask you for this code."
        }
    }
}
