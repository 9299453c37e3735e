//! Words of *Solicitar más tokens*, on both sides.

use super::messages;

messages! {
    /// The words of a company's request for more tokens.
    pub enum TokenRequestMessage {
        /// Button, and title of the dialog.
        Ask { es: "Solicitar más tokens", en: "Ask for more tokens" }
        /// What happens.
        AskLead { es: "El banco recibe la solicitud y responde aquí mismo.", en: "The bank gets the request and answers here." }
        /// Field.
        Count { es: "Cantidad de tokens", en: "Number of tokens" }
        /// Hint.
        CountHint { es: "Entre 1 y 1000", en: "Between 1 and 1000" }
        /// Field.
        Note { es: "Comentario para el banco", en: "Note for the bank" }
        /// Button.
        Send { es: "Enviar solicitud", en: "Send request" }
        /// While it goes on.
        Sending { es: "Enviando…", en: "Sending…" }
        /// While it is on its way.
        Loading { es: "Cargando solicitudes…", en: "Loading requests…" }
        /// Its state: one token.
        OpenOne { es: "Solicitud de 1 token en espera del banco", en: "Request for 1 token waits for the bank" }
        /// Its state.
        Open { es: "Solicitud de {count} tokens en espera del banco", en: "Request for {count} tokens waits for the bank" }
        /// Who asked, and when.
        OpenLead { es: "La envió {name} el {when}.", en: "{name} sent it on {when}." }
        /// Button.
        Withdraw { es: "Retirar solicitud", en: "Withdraw request" }
        /// Its state: one token.
        GrantedOne { es: "El banco entregó 1 token el {when}", en: "The bank granted 1 token on {when}" }
        /// Its state.
        Granted { es: "El banco entregó {count} tokens el {when}", en: "The bank granted {count} tokens on {when}" }
        /// What was asked for, where it is another number.
        AskedFor { es: "Su empresa había solicitado {count}.", en: "Your company had asked for {count}." }
        /// Its state: one token.
        DeclinedOne { es: "El banco no concedió la solicitud de 1 token", en: "The bank declined the request for 1 token" }
        /// Its state.
        Declined { es: "El banco no concedió la solicitud de {count} tokens", en: "The bank declined the request for {count} tokens" }
        /// Why.
        Reason { es: "Motivo: {reason}", en: "Reason: {reason}" }

        /// Place and title.
        Title { es: "Solicitudes de tokens", en: "Token requests" }
        /// What the page is for.
        Lead { es: "Las empresas que pidieron más tokens, desde la que más ha esperado.", en: "The companies that asked for more tokens, from the one that has waited longest." }
        /// Nothing waits.
        EmptyTitle { es: "Ninguna empresa espera tokens", en: "No company waits for tokens" }
        /// What will happen.
        EmptyLead { es: "Cuando un administrador solicite más, aparecerá aquí sin recargar la página.", en: "When an administrator asks for more, it will appear here without a reload." }
        /// Column.
        Company { es: "Empresa", en: "Company" }
        /// Column.
        Wanted { es: "Solicita", en: "Asks for" }
        /// Column.
        Has { es: "Tiene", en: "Has" }
        /// What it has.
        HasTokens { es: "{total} (disponibles: {available})", en: "{total} (available: {available})" }
        /// Column.
        Since { es: "Desde", en: "Since" }
        /// Column.
        By { es: "Pidió", en: "Asked by" }
        /// Column.
        Actions { es: "Acciones", en: "Actions" }
        /// Button.
        Answer { es: "Responder", en: "Answer" }
        /// The button's name for who does not see the row.
        AnswerNamed { es: "Responder a {name}", en: "Answer {name}" }
        /// Title of the dialog.
        AnswerTitle { es: "Solicitud de {name}", en: "Request of {name}" }
        /// What is asked for.
        AnswerLead { es: "Tokens que solicita: {count}. Tiene: {total}. Disponibles: {available}.", en: "Tokens asked for: {count}. It has: {total}. Available: {available}." }
        /// The note.
        Said { es: "Comentario: {note}", en: "Note: {note}" }
        /// Field.
        GrantCount { es: "Tokens por entregar", en: "Tokens to grant" }
        /// Hint.
        GrantHint { es: "Puede ser otra cantidad, entre 1 y 1000", en: "It may be another number, between 1 and 1000" }
        /// Button.
        Grant { es: "Entregar tokens", en: "Grant tokens" }
        /// Field.
        DeclineReason { es: "O el motivo para no concederla", en: "Or the reason to decline it" }
        /// Hint.
        DeclineHint { es: "La empresa lo lee.", en: "The company reads it." }
        /// Button.
        Decline { es: "No conceder", en: "Decline" }
        /// While it goes on.
        Answering { es: "Respondiendo…", en: "Answering…" }
        /// It is done.
        GrantDone { es: "Los tokens quedaron entregados", en: "The tokens are granted" }
        /// It is done.
        DeclineDone { es: "La empresa ya ve la respuesta", en: "The company sees the answer now" }
    }
}
