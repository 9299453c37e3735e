//! Words of what only a demo has.

use super::messages;

messages! {
    /// The demo mailbox's words.
    pub enum DemoMessage {
        /// The page's title.
        MailboxTitle { es: "Buzón de demostración", en: "Demo mailbox" }
        /// What the page is.
        MailboxLead {
            es: "Los mensajes que los usuarios habrían recibido. Abra la invitación de un usuario para enrolar su token.",
            en: "The messages that users would have received. Open a user's invitation to enrol their token."
        }
        /// Reads the messages again.
        Refresh { es: "Actualizar", en: "Refresh" }
        /// Leads to the console.
        ToConsole { es: "Ir a Token Virtual", en: "Go to Virtual Token" }
        /// There is no message.
        NoMessages { es: "Aún no hay mensajes", en: "No messages yet" }
        /// What brings one.
        NoMessagesLead {
            es: "Cuando se asigne un token, aquí aparecerá la invitación de su usuario.",
            en: "Once a token is assigned, its user's invitation appears here."
        }
        /// To whom a message went.
        To { es: "Para", en: "To" }
        /// When it was written.
        SentAt { es: "Enviado", en: "Sent" }
        /// Follows the message's link.
        OpenLink { es: "Abrir la invitación", en: "Open the invitation" }
    }
}
