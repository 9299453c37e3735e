//! Words of the bank's own screens.

use super::messages;

messages! {
    /// The words of the operators' home.
    pub enum OperatorMessage {
        /// What the page is for.
        HomeLead { es: "Lo que espera respuesta del banco y las empresas que usan el servicio.", en: "What waits for the bank's answer, and the companies that use the service." }
        /// While it is on its way.
        HomeLoading { es: "Cargando el inicio…", en: "Loading the home page…" }
        /// Panel.
        Waiting { es: "Pendientes", en: "Pending" }
        /// Nothing waits.
        Quiet { es: "Ninguna empresa espera respuesta y ningún mensaje quedó sin enviar.", en: "No company waits for an answer, and no message was left unsent." }
        /// Something that waits.
        RequestOne { es: "1 empresa solicitó más tokens", en: "1 company asked for more tokens" }
        /// Something that waits.
        Requests { es: "{count} empresas solicitaron más tokens", en: "{count} companies asked for more tokens" }
        /// Something that waits.
        FailedMessageOne { es: "1 mensaje no se pudo enviar", en: "1 message could not be sent" }
        /// Something that waits.
        FailedMessages { es: "{count} mensajes no se pudieron enviar", en: "{count} messages could not be sent" }
        /// Leads to the table.
        SeeCompanies { es: "Ver empresas", en: "See companies" }
        /// Counter.
        ActiveCompanies { es: "Empresas activas", en: "Active companies" }
        /// Counter.
        SuspendedCompanies { es: "Empresas suspendidas", en: "Suspended companies" }
    }
}
