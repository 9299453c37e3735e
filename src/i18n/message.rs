//! E-mails and SMS. An SMS says what it can with the letters of GSM 03.38, which
//! has no á, í, ó or ú: one more letter and it holds 70 characters, not 160.

use super::messages;

messages! {
    /// Words of e-mails.
    pub enum MailMessage {
        /// How each begins.
        Greeting { es: "Hola, {name}:", en: "Hello {name}," }

        /// Subject: an invitation.
        InvitationSubject {
            es: "Active su Token Virtual {serial}",
            en: "Set up your virtual token {serial}"
        }
        /// Subject: the invitation of another device.
        ReplacementSubject {
            es: "Enrole otro dispositivo para su Token Virtual {serial}",
            en: "Enrol another device for your virtual token {serial}"
        }
        /// Why: a token was assigned.
        InvitationAssigned {
            es: "Su empresa le asignó el Token Virtual {serial} (usuario {username}).",
            en: "Your company assigned you the virtual token {serial} (user {username})."
        }
        /// Why: sent again.
        InvitationSentAgain {
            es: "Le enviamos de nuevo la invitación para enrolar el Token Virtual {serial} (usuario {username}). La anterior ya no funciona.",
            en: "Here is a new invitation to enrol the virtual token {serial} (user {username}). The one before does not work any more."
        }
        /// Why: the device is replaced.
        InvitationReplaced {
            es: "El dispositivo de su Token Virtual {serial} (usuario {username}) se reemplaza: el anterior dejó de funcionar. Si usted no lo esperaba, avise a su empresa o al banco.",
            en: "The device of your virtual token {serial} (user {username}) is being replaced: the one before has stopped working. If you did not expect this, tell your company or the bank."
        }
        /// What to do.
        InvitationHow {
            es: "Para enrolarlo, abra este enlace en su teléfono:",
            en: "To enrol it, open this link on your phone:"
        }
        /// The link as a button.
        InvitationOpen { es: "Enrolar el token", en: "Enrol the token" }
        /// The other way.
        InvitationTyped {
            es: "O abra la AppMovil y digite este código:",
            en: "Or open the AppMovil and type this code:"
        }
        /// Until when, and a warning.
        InvitationEnds {
            es: "La invitación vence el {expires} (hora de Bogotá) y sirve una sola vez. Nadie del banco le pedirá este código.",
            en: "The invitation expires on {expires} (Bogotá time) and works once. Nobody at the bank will ask you for this code."
        }

        /// Subject: the first password.
        FirstPasswordSubject {
            es: "Cree su contraseña para ingresar al servicio de tokens de su empresa",
            en: "Choose your password to sign in to your company's token service"
        }
        /// What it is for.
        FirstPasswordWhat {
            es: "El banco creó su usuario {username} para ingresar al servicio de tokens de su empresa. Para crear su contraseña, abra este enlace:",
            en: "The bank created your user {username} to sign in to your company's token service. To choose your password, open this link:"
        }
        /// The link as a button.
        FirstPasswordOpen { es: "Crear la contraseña", en: "Choose the password" }
        /// Until when, and a warning.
        FirstPasswordEnds {
            es: "El enlace vence el {expires} (hora de Bogotá) y sirve una sola vez. Nadie del banco se lo pedirá.",
            en: "The link expires on {expires} (Bogotá time) and works once. Nobody at the bank will ask you for it."
        }

        /// Subject: a device was enrolled.
        EnrolledSubject {
            es: "Se enroló un dispositivo para su Token Virtual {serial}",
            en: "A device was enrolled for your virtual token {serial}"
        }
        /// It waits for the administrator.
        EnrolledWaits {
            es: "Se enroló un dispositivo para su Token Virtual. Un administrador de su empresa lo activará; mientras tanto no funciona.",
            en: "A device was enrolled for your virtual token. An administrator of your company will activate it; until then it does not work."
        }
        /// It works.
        EnrolledWorks {
            es: "Se enroló un dispositivo para su Token Virtual y ya funciona.",
            en: "A device was enrolled for your virtual token, and it works."
        }
        /// Subject: activated.
        ActivatedSubject { es: "Su Token Virtual {serial} está activo", en: "Your virtual token {serial} is active" }
        /// Activated.
        Activated {
            es: "Su Token Virtual ya funciona. Si tenía un token físico, quedó inhabilitado.",
            en: "Your virtual token works. If you had a physical token, it is now disabled."
        }
        /// Subject: the assignment was taken back.
        CancelledSubject {
            es: "Se canceló la asignación de su Token Virtual {serial}",
            en: "The assignment of your virtual token {serial} was cancelled"
        }
        /// It was taken back.
        Cancelled {
            es: "Se canceló la asignación de su Token Virtual. La invitación que recibió ya no funciona.",
            en: "The assignment of your virtual token was cancelled. The invitation that you received does not work any more."
        }
        /// Subject: the invitation expired.
        ExpiredSubject {
            es: "Venció la invitación de su Token Virtual {serial}",
            en: "The invitation of your virtual token {serial} has expired"
        }
        /// It expired.
        Expired {
            es: "La invitación para enrolar su Token Virtual venció sin usarse y el token quedó disponible para otra persona. Si lo necesita, pídalo a su empresa.",
            en: "The invitation to enrol your virtual token expired unused, and the token is available to somebody else. If you need it, ask your company."
        }
        /// Subject: blocked.
        BlockedSubject { es: "Su Token Virtual {serial} fue bloqueado", en: "Your virtual token {serial} was blocked" }
        /// Blocked.
        Blocked {
            es: "Su Token Virtual dejó de funcionar. Para usarlo de nuevo, hable con un administrador de su empresa.",
            en: "Your virtual token has stopped working. To use it again, speak to an administrator of your company."
        }
        /// Subject: unblocked.
        UnblockedSubject {
            es: "Su Token Virtual {serial} fue desbloqueado",
            en: "Your virtual token {serial} was unblocked"
        }
        /// Unblocked.
        Unblocked { es: "Su Token Virtual funciona de nuevo.", en: "Your virtual token works again." }
        /// Subject: taken away.
        UnassignedSubject {
            es: "Se le quitó el Token Virtual {serial}",
            en: "The virtual token {serial} was taken back"
        }
        /// Taken away.
        Unassigned {
            es: "Su Token Virtual ya no funciona y queda disponible para otra persona de su empresa.",
            en: "Your virtual token does not work any more and is available to somebody else of your company."
        }
        /// Subject: out of use.
        RetiredSubject {
            es: "El Token Virtual {serial} fue retirado de servicio",
            en: "The virtual token {serial} was put out of use"
        }
        /// Out of use.
        Retired {
            es: "El banco retiró de servicio su Token Virtual. Si necesita otro, pídalo a su empresa.",
            en: "The bank put your virtual token out of use. If you need another, ask your company."
        }
        /// Subject: contact data.
        ContactSubject { es: "Cambiaron sus datos de contacto", en: "Your contact data were changed" }
        /// Contact data.
        Contact {
            es: "Cambió el correo o el celular con el que el banco y su empresa le escriben sobre su token.",
            en: "The e-mail address or the mobile number by which the bank and your company write to you about your token was changed."
        }

        /// Subject, to administrators: enrolled.
        AdminEnrolledSubject {
            es: "{holder} enroló el Token Virtual {serial}",
            en: "{holder} enrolled the virtual token {serial}"
        }
        /// It waits for them.
        AdminEnrolledWaits {
            es: "Se enroló un dispositivo y el token quedó pendiente de activación. Actívelo en la consola, en Token Virtual.",
            en: "A device was enrolled and the token waits to be activated. Activate it in the console, under Virtual Token."
        }
        /// It works.
        AdminEnrolledWorks {
            es: "Se enroló un dispositivo y el token ya funciona.",
            en: "A device was enrolled and the token works."
        }
        /// Subject, to administrators: the device is replaced.
        AdminReplacedSubject {
            es: "Se reemplaza el dispositivo de {holder} (Token Virtual {serial})",
            en: "{holder}'s device is being replaced (virtual token {serial})"
        }
        /// The device is replaced.
        AdminReplaced {
            es: "El dispositivo anterior dejó de funcionar y su usuario recibió una invitación para enrolar otro.",
            en: "The device before has stopped working, and its user was invited to enrol another."
        }
        /// Subject, to administrators: blocked.
        AdminBlockedSubject {
            es: "El Token Virtual {serial} de {holder} fue bloqueado",
            en: "The virtual token {serial} of {holder} was blocked"
        }
        /// Blocked.
        AdminBlocked {
            es: "El token dejó de funcionar hasta que un administrador lo desbloquee.",
            en: "The token does not work until an administrator unblocks it."
        }
        /// Subject, to administrators: requests locked.
        AdminLockedSubject {
            es: "Las solicitudes de {holder} quedaron bloqueadas",
            en: "The requests of {holder} are locked"
        }
        /// Requests locked.
        AdminLocked {
            es: "Se rechazaron cinco solicitudes seguidas de este administrador. Si no fue por error, alguien pudo haber usado su sesión. Otro administrador puede levantar el bloqueo en la consola, en Token Virtual.",
            en: "Five requests of this administrator were rejected in a row. If that was no mistake, somebody else may have used their session. Another administrator can lift the lock in the console, under Virtual Token."
        }

        /// Subject, to administrators: an approval waits.
        AdminApprovalSubject {
            es: "Una solicitud espera su aprobación",
            en: "A request waits for your approval"
        }
        /// An approval waits.
        AdminApproval {
            es: "Otro administrador hizo una solicitud y la confirmó. Su empresa usa control dual: falta que un segundo administrador la apruebe en su AppMovil. Véala en la consola, en Aprobaciones.",
            en: "Another administrator made a request and confirmed it. Your company uses dual control: a second administrator still has to approve it in their AppMovil. See it in the console, under Approvals."
        }
        /// Subject, to administrators: more tokens.
        AdminGrantedSubject {
            es: "Su empresa tiene más tokens virtuales",
            en: "Your company has more virtual tokens"
        }
        /// More tokens.
        AdminGranted {
            es: "El banco respondió la solicitud de más tokens de su empresa. Los nuevos ya están disponibles en la consola, en Token Virtual.",
            en: "The bank answered your company's request for more tokens. The new ones are available in the console, under Virtual Token."
        }
        /// Subject, to administrators: no more tokens.
        AdminDeclinedSubject {
            es: "El banco no aprobó la solicitud de más tokens",
            en: "The bank did not approve the request for more tokens"
        }
        /// No more tokens.
        AdminDeclined {
            es: "El banco respondió la solicitud de más tokens de su empresa y no la aprobó. Puede hacer otra en la consola, en Token Virtual.",
            en: "The bank answered your company's request for more tokens and did not approve it. You can make another in the console, under Virtual Token."
        }

        /// Fact: the token.
        FactToken { es: "Token Virtual", en: "Virtual token" }
        /// Fact: the user.
        FactUser { es: "Usuario", en: "User" }
        /// Fact: what is asked for.
        FactWhat { es: "Qué se solicita", en: "What is asked for" }
        /// Fact: who asked.
        FactAskedBy { es: "Quién lo solicita", en: "Asked for by" }
        /// Fact: until when.
        FactUntil { es: "Se puede aprobar hasta", en: "Can be approved until" }
        /// Fact: how many tokens.
        FactTokens { es: "Tokens nuevos", en: "New tokens" }
        /// Fact: who did it.
        FactBy { es: "Quién lo hizo", en: "Done by" }
        /// Fact: the device.
        FactDevice { es: "Dispositivo", en: "Device" }
        /// Fact: why.
        FactReason { es: "Motivo", en: "Reason" }
        /// Fact: when.
        FactAt { es: "Cuándo", en: "When" }
        /// An instant.
        At { es: "{at} (hora de Bogotá)", en: "{at} (Bogotá time)" }
        /// Who: the bank.
        ByBank { es: "El banco", en: "The bank" }
        /// Who: Llavero.
        BySystem { es: "El sistema", en: "The system" }
        /// A user with their name.
        User { es: "{username} ({full_name})", en: "{username} ({full_name})" }
        /// What to do about what one did not expect.
        Unexpected {
            es: "Si usted no esperaba este cambio, avise a su empresa o llame al banco.",
            en: "If you did not expect this change, tell your company or call the bank."
        }
        /// The foot's line of a telephone.
        FootPhone { es: "Teléfono: {number}", en: "Telephone: {number}" }
        /// The foot's line of WhatsApp.
        FootWhatsapp { es: "WhatsApp empresarial: {number}", en: "Business WhatsApp: {number}" }
        /// The foot's end.
        FootNoReply {
            es: "Este mensaje se envía automáticamente; por favor no lo responda. El banco nunca le pide claves, PIN ni códigos por correo o por teléfono.",
            en: "This message is sent automatically; please do not answer it. The bank never asks for passwords, PINs or codes by e-mail or by telephone."
        }
    }
}

messages! {
    /// Words of SMS.
    pub enum SmsMessage {
        /// An invitation.
        Invitation {
            es: "{product}: enrole su Token Virtual {serial} en su celular: {link} Vence {expires}",
            en: "{product}: enrol your virtual token {serial} on your phone: {link} Expires {expires}"
        }
        /// A device was enrolled.
        Enrolled {
            es: "{product}: un dispositivo fue enrolado con su Token Virtual {serial}. Si no fue usted, llame al {phone}.",
            en: "{product}: a device was enrolled for your virtual token {serial}. If it was not you, call {phone}."
        }
        /// Activated.
        Activated {
            es: "{product}: su Token Virtual {serial} ya funciona.",
            en: "{product}: your virtual token {serial} works."
        }
        /// Blocked.
        Blocked {
            es: "{product}: su Token Virtual {serial} fue bloqueado. Si no lo esperaba, llame al {phone}.",
            en: "{product}: your virtual token {serial} was blocked. If you did not expect this, call {phone}."
        }
        /// Unblocked.
        Unblocked {
            es: "{product}: su Token Virtual {serial} funciona de nuevo. Si no lo esperaba, llame al {phone}.",
            en: "{product}: your virtual token {serial} works again. If you did not expect this, call {phone}."
        }
        /// Taken away.
        Unassigned {
            es: "{product}: su Token Virtual {serial} ya no funciona y ya no es suyo. Si no lo esperaba, llame al {phone}.",
            en: "{product}: your virtual token {serial} does not work any more and is no longer yours. If you did not expect this, call {phone}."
        }
        /// Contact data.
        Contact {
            es: "{product}: sus datos de contacto fueron cambiados. Si no lo esperaba, llame al {phone}.",
            en: "{product}: your contact data were changed. If you did not expect this, call {phone}."
        }
    }
}
