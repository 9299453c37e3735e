//! Words of *Inicio*.

use super::messages;

messages! {
    /// The words of *Inicio*.
    pub enum HomeMessage {
        /// What the page is for.
        Lead { es: "Lo que está pendiente en {company} y cómo van sus tokens.", en: "What is pending at {company}, and how its tokens stand." }
        /// While it is on its way.
        Loading { es: "Cargando el inicio…", en: "Loading the home page…" }
        /// Panel.
        WaitingPanel { es: "Pendientes", en: "Pending" }
        /// Nothing waits.
        Quiet { es: "No hay nada pendiente. Todo está al día.", en: "Nothing is pending. Everything is up to date." }
        /// Something that waits.
        ApprovalsOne { es: "1 solicitud espera su aprobación", en: "1 request waits for your approval" }
        /// Something that waits.
        Approvals { es: "{count} solicitudes esperan su aprobación", en: "{count} requests wait for your approval" }
        /// Something that waits.
        PendingOne { es: "1 token espera que lo activen", en: "1 token waits to be activated" }
        /// Something that waits.
        Pending { es: "{count} tokens esperan que los activen", en: "{count} tokens wait to be activated" }
        /// Something that waits.
        ExpiringOne { es: "1 invitación vence en menos de un día", en: "1 invitation expires within a day" }
        /// Something that waits.
        Expiring { es: "{count} invitaciones vencen en menos de un día", en: "{count} invitations expire within a day" }
        /// Something that waits.
        BlockedOne { es: "1 token está bloqueado", en: "1 token is blocked" }
        /// Something that waits.
        Blocked { es: "{count} tokens están bloqueados", en: "{count} tokens are blocked" }
        /// Something that waits.
        StaleOne { es: "1 usuario tiene datos de contacto por confirmar", en: "1 user has contact data to confirm" }
        /// Something that waits.
        Stale { es: "{count} usuarios tienen datos de contacto por confirmar", en: "{count} users have contact data to confirm" }
        /// Panel, and the table in it.
        StockPanel { es: "Tokens por estado", en: "Tokens by state" }
        /// E-mails land in a folder.
        NoMail { es: "Los correos a los usuarios todavía no salen: el banco no ha configurado su servidor de correo.", en: "E-mails to the users do not go out yet: the bank has not configured its mail server." }
        /// The demo's mailbox.
        OpenMailbox { es: "Abrir el buzón de demostración", en: "Open the demo mailbox" }
        /// Column.
        Amount { es: "Cantidad", en: "Amount" }
    }
}
