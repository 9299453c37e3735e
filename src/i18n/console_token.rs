//! Words of the table of virtual tokens and of a token's page.

use super::messages;

messages! {
    /// The words of the tokens' screens.
    pub enum TokenMessage {
        /// Title of the table's page.
        Title { es: "Token Virtual", en: "Virtual Token" }
        /// What the page is for.
        Lead { es: "Asigne tokens a los usuarios de su empresa y actívelos cuando se hayan enrolado.", en: "Assign tokens to your company's users and activate them once they have enrolled." }
        /// What the page is for, to one who only looks.
        LeadAuditor { es: "Consulte los tokens de los usuarios de su empresa.", en: "Look at the tokens of your company's users." }
        /// Counter.
        CounterTotal { es: "Cantidad Tokens Virtuales Empresa", en: "Company Virtual Tokens" }
        /// Counter.
        CounterAvailable { es: "Cantidad Tokens Virtuales Disponibles", en: "Available Virtual Tokens" }
        /// Filter and column.
        LastUpdate { es: "Última Actualización", en: "Last Update" }
        /// Filter: first day.
        LastUpdateFrom { es: "Última Actualización desde", en: "Last Update from" }
        /// Filter: last day.
        LastUpdateUntil { es: "Última Actualización hasta", en: "Last Update until" }
        /// Filter.
        State { es: "Estado", en: "State" }
        /// Button that opens the wizard.
        AssignUser { es: "Asignar Token Usuario", en: "Assign Token to User" }
        /// What the table lists.
        Caption { es: "Tokens virtuales de los usuarios", en: "Virtual tokens of the users" }
        /// Column.
        Username { es: "Nombre Usuario", en: "User Name" }
        /// Column.
        Serial { es: "Número de Serie", en: "Serial Number" }
        /// Column.
        States { es: "Estados", en: "States" }
        /// Action.
        Activate { es: "Activar", en: "Activate" }
        /// Action.
        Resend { es: "Reenviar invitación", en: "Resend invitation" }
        /// Action.
        Cancel { es: "Cancelar asignación", en: "Cancel assignment" }
        /// Action.
        Block { es: "Bloquear", en: "Block" }
        /// Action.
        Unblock { es: "Desbloquear", en: "Unblock" }
        /// Action.
        ReplaceDevice { es: "Reemplazar dispositivo", en: "Replace device" }
        /// Action.
        Unassign { es: "Quitar token", en: "Take token back" }
        /// The button while it asks.
        Requesting { es: "Enviando la solicitud…", en: "Sending the request…" }
        /// While all that match are on their way.
        SearchingMatching { es: "Buscando los tokens seleccionados…", en: "Looking for the selected tokens…" }
        /// Title over all that match.
        ActivateMatchingTitle { es: "Activar los tokens seleccionados", en: "Activate the selected tokens" }
        /// What it will do to all that match.
        ActivateMatchingLead { es: "Tokens que se activarán: {count}. Usted lo confirma una sola vez en su AppMovil, que muestra la lista completa. Los tokens físicos de esos usuarios quedarán Inhabilitados.", en: "Tokens that will be activated: {count}. You confirm it once in your AppMovil, which shows the whole list. The physical tokens of those users become Disabled." }
        /// Who is left out of it.
        LeftOutOfActivation { es: "Seleccionados: {all}. Quedan por fuera, porque no están en Pendiente Activación, su usuario está inactivo u otra solicitud los espera: {left}.", en: "Selected: {all}. Left out, because they are not Pending Activation, their user is inactive or another request waits for them: {left}." }
        /// Who is left out of a block.
        LeftOutOfBlock { es: "Seleccionados: {all}. Quedan por fuera, porque no están Activos: {left}.", en: "Selected: {all}. Left out, because they are not Active: {left}." }
        /// More than one request takes.
        BeyondLargest { es: "No caben en una sola solicitud: quedan {count} para después.", en: "Too many for one request: {count} are left for later." }
        /// Why going on is off.
        NobodyToActivate { es: "Ninguno de los seleccionados se puede activar", en: "None of the selected can be activated" }
        /// Unfolds the list.
        SeeNames { es: "Ver los usuarios ({count})", en: "See the users ({count})" }
        /// At the end of a long list.
        AndMore { es: "y {count} más", en: "and {count} more" }
        /// Why unblocking all is off.
        OneByOne { es: "Se hace uno por uno: elíjalos en la tabla", en: "It is done one by one: choose them in the table" }
        /// While rows are on their way.
        Loading { es: "Cargando tokens…", en: "Loading tokens…" }
        /// Announced when a row changed by itself.
        RowChanged { es: "{name}: {state}", en: "{name}: {state}" }

        /// First use.
        EmptyTitle { es: "Todavía no ha asignado tokens", en: "You have not assigned any tokens yet" }
        /// What to do.
        EmptyLead { es: "Elija un usuario secundario y confirme la asignación en su AppMovil. El token aparecerá aquí.", en: "Choose a secondary user and confirm the assignment in your AppMovil. The token will appear here." }
        /// First use, to one who only looks.
        EmptyLeadAuditor { es: "Cuando un administrador asigne uno, aparecerá aquí.", en: "When an administrator assigns one, it will appear here." }
        /// Nothing fits.
        FilteredTitle { es: "Ningún token coincide con los filtros", en: "No token matches the filters" }
        /// What to do.
        FilteredLead { es: "Amplíe las fechas, elija otro estado o quite los filtros.", en: "Widen the dates, choose another state or clear the filters." }
        /// No stock.
        NoneAvailable { es: "No quedan tokens virtuales disponibles", en: "No virtual tokens are available" }
        /// What to do.
        NoneAvailableLead { es: "Para asignar otro, solicite más tokens al banco con el botón de abajo.", en: "To assign another, ask the bank for more tokens with the button below." }

        /// Why an action is off.
        NotEnrolled { es: "Falta que el usuario se enrole en su AppMovil", en: "The user has yet to enrol in their AppMovil" }
        /// Why an action is off.
        AlreadyActive { es: "Ya está activo", en: "It is active already" }
        /// Why an action is off.
        IsBlocked { es: "Está bloqueado; primero debe desbloquearse", en: "It is blocked; it has to be unblocked first" }
        /// Why an action is off.
        OnlyFrom { es: "Solo cuando está {states}", en: "Only while it is {states}" }
        /// Between the last two states.
        Or { es: "o", en: "or" }
        /// Why an action over several is off.
        NotThisOne { es: "{name}: {reason}", en: "{name}: {reason}" }
        /// Why an action is off.
        HolderInactive { es: "El usuario está inactivo", en: "The user is inactive" }
        /// Why an action is off.
        YourRole { es: "Su rol solo permite consultar", en: "Your role is read-only" }
        /// Why an action is off.
        YourOwn { es: "Es su propio token; debe hacerlo otro administrador", en: "It is your own token; another administrator has to do it" }
        /// Why an action is off.
        OperationOpen { es: "Otra solicitud sobre este token espera confirmación", en: "Another request on this token waits to be confirmed" }
        /// Why an action is off.
        NoActiveToken { es: "Su propio token no está activo; sin él no puede confirmar", en: "Your own token is not active; without it you cannot confirm" }
        /// Why an action is off.
        LastAdministrator { es: "Es el último administrador con token activo; solo el banco puede hacerlo", en: "The last administrator with an active token; only the bank can do it" }

        /// Title of a token's page.
        DetailTitle { es: "Token {serial}", en: "Token {serial}" }
        /// Panel.
        FactsPanel { es: "Datos del token", en: "Token data" }
        /// Panel.
        PhysicalPanel { es: "Tokens físicos del usuario", en: "The user's physical tokens" }
        /// Panel.
        TimelinePanel { es: "Historia", en: "History" }
        /// Fact.
        Holder { es: "Usuario", en: "User" }
        /// Fact without a value.
        NoHolder { es: "Nadie lo tiene", en: "Nobody holds it" }
        /// Fact.
        Device { es: "Dispositivo", en: "Device" }
        /// Fact without a value.
        NoDevice { es: "Sin dispositivo enrolado", en: "No device enrolled" }
        /// Fact.
        BlockReason { es: "Motivo del bloqueo", en: "Reason of the block" }
        /// Fact.
        InvitationUntil { es: "Invitación válida hasta", en: "Invitation valid until" }
        /// No physical token.
        NoPhysical { es: "El usuario no tiene tokens físicos.", en: "The user has no physical tokens." }
        /// Since when a physical token is in its state.
        Since { es: "desde el {day}", en: "since {day}" }
        /// Notice on a token's page.
        HasOpenOperation { es: "Una solicitud sobre este token espera confirmación en la AppMovil", en: "A request on this token waits to be confirmed in the AppMovil" }
        /// A request on it waits.
        AwaitsApproval { es: "Espera segunda aprobación", en: "Awaits second approval" }
        /// Back to the table.
        BackToTable { es: "Volver a Token Virtual", en: "Back to Virtual Token" }
        /// No history.
        NoTimeline { es: "Todavía no hay historia.", en: "There is no history yet." }

        /// Reason of a block.
        ReasonLost { es: "Dispositivo perdido", en: "Device lost" }
        /// Reason of a block.
        ReasonFraud { es: "Sospecha de fraude", en: "Suspected fraud" }
        /// Reason of a block.
        ReasonLeave { es: "Ausencia del usuario", en: "User on leave" }
        /// Reason of a block.
        ReasonOther { es: "Otro motivo", en: "Another reason" }
        /// Reason of a block.
        ReasonFailures { es: "Demasiados PIN o códigos errados", en: "Too many wrong PINs or codes" }
        /// Reason of a block.
        ReasonInactive { es: "El usuario quedó inactivo", en: "The user became inactive" }

        /// History: its beginning.
        DidGrant { es: "El banco entregó el token a la empresa", en: "The bank granted the token to the company" }
        /// History.
        DidAssign { es: "Token asignado", en: "Token assigned" }
        /// History.
        DidEnrol { es: "AppMovil enrolada", en: "AppMovil enrolled" }
        /// History.
        DidResend { es: "Invitación enviada de nuevo", en: "Invitation sent again" }
        /// History.
        DidCancel { es: "Asignación cancelada", en: "Assignment cancelled" }
        /// History.
        DidExpire { es: "La invitación venció y el token quedó libre", en: "The invitation expired and the token was freed" }
        /// History.
        DidActivate { es: "Token activado", en: "Token activated" }
        /// History.
        DidBlock { es: "Token bloqueado", en: "Token blocked" }
        /// History.
        DidBlockForFailures { es: "Token bloqueado por demasiados errores", en: "Token blocked after too many failures" }
        /// History.
        DidDeactivateHolder { es: "Token bloqueado o liberado porque el usuario quedó inactivo", en: "Token blocked or freed because the user became inactive" }
        /// History.
        DidUnblock { es: "Token desbloqueado", en: "Token unblocked" }
        /// History.
        DidReplaceDevice { es: "Cambio de dispositivo", en: "Device replaced" }
        /// History.
        DidUnassign { es: "Token quitado al usuario", en: "Token taken back" }
        /// History.
        DidRetire { es: "Token retirado del servicio", en: "Token retired" }
        /// Something that happened: who, what, when.
        Deed { es: "{who}: {what} ({when})", en: "{who}: {what} ({when})" }
        /// Who did it.
        BySystem { es: "Llavero", en: "Llavero" }
        /// Who did it.
        ByDevice { es: "Dispositivo {name}", en: "Device {name}" }
        /// To whom.
        AboutUser { es: "Usuario: {name}", en: "User: {name}" }

        /// To the other administrators of somebody whose requests are locked.
        LockedTitle { es: "Las solicitudes de {name} están bloqueadas", en: "The requests of {name} are locked" }
        /// What to do.
        LockedLead { es: "Se rechazaron cinco solicitudes seguidas desde su AppMovil: quizá no las hizo esa persona. Confirme con ella qué pasó antes de levantar el bloqueo.", en: "Five requests in a row were rejected from their AppMovil: perhaps somebody else made them. Find out from that person what happened before lifting the lock." }
        /// Lifts it.
        LiftLock { es: "Levantar el bloqueo", en: "Lift the lock" }
        /// While it is lifted.
        LiftingLock { es: "Levantando…", en: "Lifting…" }
        /// After it.
        LockLifted { es: "El bloqueo se levantó. Esa persona podrá solicitar de nuevo.", en: "The lock was lifted. That person will be able to make requests again." }
    }
}
