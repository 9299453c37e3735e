//! Words of granting tokens and of looking serials up across the bank.

use super::messages;

messages! {
    /// The words about the bank's tokens.
    pub enum GrantMessage {
        /// Button, and the question's.
        Grant { es: "Entregar tokens", en: "Grant tokens" }
        /// Question.
        GrantTitle { es: "Entregar tokens a {name}", en: "Grant tokens to {name}" }
        /// What happens.
        GrantLead { es: "Quedan Disponibles con los siguientes números de serie del banco, y la empresa los ve de inmediato.", en: "They become Available with the bank's next serial numbers, and the company sees them at once." }
        /// Field.
        Count { es: "Cantidad de tokens", en: "Number of tokens" }
        /// Hint.
        CountHint { es: "Entre 1 y 1000", en: "Between 1 and 1000" }
        /// While it goes on.
        Granting { es: "Entregando…", en: "Granting…" }
        /// It is done.
        GrantedOne { es: "Se entregó el token {first}", en: "Token {first} was granted" }
        /// It is done.
        Granted { es: "Se entregaron {count} tokens, del {first} al {last}", en: "{count} tokens were granted, from {first} to {last}" }

        /// Place and title.
        FindTitle { es: "Buscar serial", en: "Find serial" }
        /// What the page is for.
        FindLead { es: "Busque un token virtual o físico en todo el banco: de qué empresa es, quién lo tiene y qué le ha pasado.", en: "Find a virtual or physical token across the bank: whose it is, who holds it, and what happened to it." }
        /// Field.
        Serial { es: "Número de serie", en: "Serial number" }
        /// Hint.
        SerialHint { es: "FEF y siete dígitos, como FEF4900032", en: "FEF and seven digits, such as FEF4900032" }
        /// Button.
        Find { es: "Buscar", en: "Find" }
        /// While it is looked for.
        Finding { es: "Buscando el token…", en: "Looking for the token…" }
        /// The bank has no such token.
        NoneTitle { es: "El banco no tiene un token {serial}", en: "The bank has no token {serial}" }
        /// What to do.
        NoneLead { es: "Revise los dígitos: están en la pantalla de la AppMovil o en la parte de atrás del token físico.", en: "Check the digits: they are on the AppMovil's screen or on the back of the physical token." }
        /// Title of what was found.
        VirtualTitle { es: "Token virtual {serial}", en: "Virtual token {serial}" }
        /// Title of what was found.
        PhysicalTitle { es: "Token físico {serial}", en: "Physical token {serial}" }
        /// Fact.
        Owner { es: "Empresa", en: "Company" }
        /// Fact.
        HolderRole { es: "Rol de quien lo tiene", en: "Holder's role" }
        /// Fact.
        ReplacedBy { es: "Lo reemplazó", en: "Replaced by" }
        /// What cannot be done about a physical token.
        PhysicalHint { es: "Un token físico se inhabilita al activar el virtual de su usuario, y puede volver a servir cuando se le quita.", en: "A physical token is disabled when its user's virtual one is activated, and can work again when that one is taken back." }
        /// Panel.
        DeedsPanel { es: "Qué puede hacer", en: "What you can do" }
        /// Nothing can be done with a retired token.
        Terminal { es: "El token está retirado: no vuelve a servir y su serie no se usa de nuevo.", en: "The token is retired: it never works again and its serial is not used again." }

        /// Button, and the question's.
        Retire { es: "Retirar token", en: "Retire token" }
        /// Question.
        RetireTitle { es: "¿Retirar el token {serial}?", en: "Retire token {serial}?" }
        /// What happens.
        RetireLead { es: "Sale de uso para siempre y la empresa tiene un token menos. No se puede deshacer.", en: "It goes out of use for ever and the company has one token less. It cannot be undone." }
        /// What happens to who holds it.
        RetireHolder { es: "{name} lo pierde y su AppMovil deja de servir con él.", en: "{name} loses it and their AppMovil stops working with it." }
        /// Button, and the question's.
        Block { es: "Bloquear token", en: "Block token" }
        /// Question.
        BlockTitle { es: "¿Bloquear el token {serial}?", en: "Block token {serial}?" }
        /// What happens.
        BlockLead { es: "Deja de servir de inmediato; las sesiones y solicitudes de {name} terminan. Su empresa puede desbloquearlo.", en: "It stops working at once; {name}'s sessions and requests end. Their company can unblock it." }
        /// Button, and the question's.
        Unassign { es: "Quitar token", en: "Take token back" }
        /// Question.
        UnassignTitle { es: "¿Quitar el token {serial} a {name}?", en: "Take token {serial} back from {name}?" }
        /// What happens.
        UnassignLead { es: "Queda Disponible para la empresa y la AppMovil de {name} deja de servir con él.", en: "It becomes Available to the company and {name}'s AppMovil stops working with it." }
        /// A box.
        Restore { es: "Su token físico vuelve a servir", en: "Their physical token works again" }
        /// Button, and the question's.
        Replace { es: "Reemplazar dispositivo", en: "Replace device" }
        /// Question.
        ReplaceTitle { es: "¿Reemplazar el dispositivo de {name}?", en: "Replace {name}'s device?" }
        /// What happens.
        ReplaceLead { es: "El dispositivo actual deja de servir y {name} recibe una invitación para enrolar otro.", en: "The present device stops working and {name} gets an invitation to enrol another." }
        /// What happens.
        ReplaceAdminLead { es: "Como es administrador, su token queda Activo apenas lo enrole.", en: "As an administrator, their token is Active as soon as they enrol." }
        /// Button, and the question's.
        Resend { es: "Reenviar invitación", en: "Send invitation again" }
        /// Question.
        ResendTitle { es: "¿Reenviar la invitación a {name}?", en: "Send the invitation to {name} again?" }
        /// What happens.
        ResendLead { es: "Recibe un código nuevo; el anterior deja de servir.", en: "They get a new code; the one before stops working." }
        /// The company's last administrator.
        LastAdmin { es: "Es el último administrador con token activo de su empresa: mientras no enrole otro dispositivo nadie de ella podrá confirmar cambios.", en: "They are their company's last administrator with an active token: until they enrol another device nobody from it can confirm changes." }
        /// It is done.
        Done { es: "El cambio quedó hecho", en: "The change is done" }
        /// While it goes on.
        Doing { es: "Guardando…", en: "Saving…" }
    }
}
