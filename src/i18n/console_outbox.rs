//! Words of *Mensajes*, the operator's table of e-mails and SMS.

use super::messages;

messages! {
    /// Words of the table of messages.
    pub enum OutboxMessage {
        /// What the page is.
        Lead {
            es: "Los correos y SMS a las personas de las empresas. Un mensaje que no se puede enviar nunca detiene el cambio del que informa.",
            en: "The e-mails and SMS to the people of the companies. A message that cannot be sent never stops the change it tells of."
        }
        /// While it is on its way.
        Loading { es: "Cargando los mensajes…", en: "Loading the messages…" }
        /// The table's caption.
        Caption { es: "Mensajes", en: "Messages" }

        /// Panel.
        WaysOut { es: "Canales de envío", en: "Sending channels" }
        /// Way out.
        MailServer { es: "Servidor de correo", en: "Mail server" }
        /// Way out.
        SmsGateway { es: "Pasarela de SMS", en: "SMS gateway" }
        /// None.
        NotConfigured { es: "Sin configurar", en: "Not configured" }
        /// Warning.
        FolderTitle {
            es: "No hay servidor de correo: los correos quedan en una carpeta del servidor",
            en: "There is no mail server: e-mails land in a folder of the server"
        }
        /// What to do.
        FolderLead {
            es: "Figuran como enviados, pero sus destinatarios no los reciben. Quien opera el servidor puede configurar el correo (LLAVERO_SMTP_URL).",
            en: "They count as sent, but nobody receives them. Whoever runs the server can configure the mail (LLAVERO_SMTP_URL)."
        }
        /// The demo's mailbox.
        OpenMailbox { es: "Abrir el buzón de demostración", en: "Open the demo mailbox" }
        /// Counter.
        Waiting { es: "Pendientes de envío", en: "To be sent" }
        /// Counter.
        Failed { es: "No se pudieron enviar", en: "Could not be sent" }
        /// Leads to what failed.
        ShowFailed { es: "Ver los que no se pudieron enviar", en: "Show what could not be sent" }

        /// Filter and column.
        State { es: "Estado", en: "State" }
        /// Filter and column.
        Channel { es: "Canal", en: "Channel" }
        /// The filter's beginning.
        AllChannels { es: "Todos los canales", en: "All channels" }
        /// Filter.
        CompanyWord { es: "Código de empresa", en: "Company code" }
        /// Column.
        WrittenAt { es: "Creado", en: "Created" }
        /// Column.
        User { es: "Usuario y empresa", en: "User and company" }
        /// Column.
        Kind { es: "Mensaje", en: "Message" }
        /// Column.
        Recipient { es: "Destinatario", en: "Recipient" }
        /// Column.
        Action { es: "Acción", en: "Action" }
        /// No recipient.
        NoRecipient { es: "Sin dirección", en: "No address" }

        /// Channel.
        Email { es: "Correo", en: "E-mail" }
        /// Channel.
        Sms { es: "SMS", en: "Text message" }
        /// State.
        StateWaiting { es: "Pendiente", en: "Waiting" }
        /// State.
        StateDelivered { es: "Enviado", en: "Sent" }
        /// State.
        StateFailed { es: "No se pudo enviar", en: "Could not be sent" }
        /// State.
        StateVoid { es: "Anulado", en: "Void" }
        /// Why: void.
        WhyVoid { es: "Su enlace ya no servía", en: "Its link did not work any more" }
        /// Attempts.
        AttemptOne { es: "1 intento", en: "1 attempt" }
        /// Attempts.
        Attempts { es: "{count} intentos", en: "{count} attempts" }
        /// The next attempt.
        NextAttempt { es: "próximo {at}", en: "next {at}" }

        /// Why.
        NoAddress { es: "El usuario no tiene esa dirección o no es válida", en: "The user has no such address, or it is not valid" }
        /// Why.
        Refused { es: "El destinatario fue rechazado", en: "The recipient was refused" }
        /// Why.
        RefusedForNow { es: "El servidor no lo recibe por ahora", en: "The server does not take it for now" }
        /// Why.
        Unreachable { es: "No hay conexión con el servidor", en: "The server is not reached" }
        /// Why.
        Credentials { es: "El servidor no acepta las credenciales", en: "The server does not accept the credentials" }
        /// Why.
        Folder { es: "No se puede escribir la carpeta de mensajes", en: "The folder of messages cannot be written" }
        /// Why.
        Unreadable { es: "No se puede leer lo que dice", en: "What it says cannot be read" }
        /// Why.
        NoWayOut { es: "No hay pasarela de SMS", en: "There is no SMS gateway" }

        /// Kind.
        KindInvitation { es: "Invitación a enrolar", en: "Invitation to enrol" }
        /// Kind.
        KindFirstPassword { es: "Enlace para crear la contraseña", en: "Link to choose the password" }
        /// Kind.
        KindEnrolled { es: "Token enrolado", en: "Token enrolled" }
        /// Kind.
        KindActivated { es: "Token activado", en: "Token activated" }
        /// Kind.
        KindCancelled { es: "Asignación cancelada", en: "Assignment cancelled" }
        /// Kind.
        KindExpired { es: "Invitación vencida", en: "Invitation expired" }
        /// Kind.
        KindBlocked { es: "Token bloqueado", en: "Token blocked" }
        /// Kind.
        KindUnblocked { es: "Token desbloqueado", en: "Token unblocked" }
        /// Kind.
        KindUnassigned { es: "Token quitado", en: "Token taken back" }
        /// Kind.
        KindRetired { es: "Token retirado", en: "Token retired" }
        /// Kind.
        KindContact { es: "Cambio de datos de contacto", en: "Change of contact data" }
        /// Kind.
        KindAdminEnrolled { es: "Aviso al administrador: enrolamiento", en: "Notice to the administrator: enrolment" }
        /// Kind.
        KindAdminReplaced { es: "Aviso al administrador: reemplazo", en: "Notice to the administrator: replacement" }
        /// Kind.
        KindAdminBlocked { es: "Aviso al administrador: bloqueo", en: "Notice to the administrator: block" }
        /// Kind.
        KindAdminLocked { es: "Aviso al administrador: solicitudes bloqueadas", en: "Notice to the administrator: requests locked" }
        /// Kind.
        KindAdminApproval { es: "Aviso al administrador: falta una aprobación", en: "Notice to the administrator: an approval waits" }
        /// Kind.
        KindAdminGranted { es: "Aviso al administrador: tokens nuevos", en: "Notice to the administrator: new tokens" }
        /// Kind.
        KindAdminDeclined { es: "Aviso al administrador: solicitud de tokens no aprobada", en: "Notice to the administrator: token request not approved" }
        /// Kind.
        KindUnknown { es: "Otro mensaje", en: "Another message" }

        /// Has one sent again.
        SendAgain { es: "Enviar de nuevo", en: "Send again" }
        /// The same, named for its row.
        SendAgainTo { es: "Enviar de nuevo: {kind}, {name}", en: "Send again: {kind}, {name}" }
        /// While it is on its way.
        Sending { es: "Enviando…", en: "Sending…" }
        /// Why a row cannot be chosen.
        NotThisState { es: "Solo se envía de nuevo lo que no se pudo enviar", en: "Only what could not be sent is sent again" }
        /// It is on its way.
        QueuedOne { es: "1 mensaje se enviará de nuevo", en: "1 message will be sent again" }
        /// They are on their way.
        Queued { es: "{count} mensajes se enviarán de nuevo", en: "{count} messages will be sent again" }
        /// Some changed.
        ChangedOne { es: "1 mensaje cambió mientras tanto y no se envió de nuevo", en: "1 message changed meanwhile and is not sent again" }
        /// Some changed.
        Changed { es: "{count} mensajes cambiaron mientras tanto y no se enviaron de nuevo", en: "{count} messages changed meanwhile and are not sent again" }
        /// Some have no address.
        NowhereOne { es: "1 mensaje sigue sin dirección: corrija los datos del usuario", en: "1 message still has no address: correct the user's data" }
        /// Some have no address.
        Nowhere { es: "{count} mensajes siguen sin dirección: corrija los datos de los usuarios", en: "{count} messages still have no address: correct the users' data" }

        /// No message at all.
        EmptyTitle { es: "Aún no hay mensajes", en: "No messages yet" }
        /// What brings one.
        EmptyLead { es: "Aquí aparecerá cada correo y SMS que se envíe, con lo que pasó con él.", en: "Each e-mail and SMS will appear here, with what became of it." }
        /// Nothing fits.
        FilteredTitle { es: "Ningún mensaje cumple los filtros", en: "No message fits the filters" }
        /// What to do.
        FilteredLead { es: "Cambie los filtros o quítelos para ver todos.", en: "Change the filters, or clear them to see all." }
    }
}
