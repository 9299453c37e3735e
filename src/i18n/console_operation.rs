//! Words of asking for a change and waiting for its confirmation.

use super::messages;

messages! {
    /// The words of the wizard and of the waiting screen.
    pub enum OperationMessage {
        /// Title of the wizard.
        AssignTitle { es: "Asignar Token Virtual", en: "Assign Virtual Token" }
        /// Step.
        StepChoose { es: "Elegir usuario", en: "Choose user" }
        /// Step.
        StepConfirm { es: "Confirmar en AppMovil", en: "Confirm in AppMovil" }
        /// Step.
        StepResult { es: "Resultado", en: "Result" }
        /// Step.
        StepReview { es: "Revisar", en: "Review" }
        /// Heading of the first step.
        ChooseHeading { es: "¿A quién le asigna el token?", en: "Who gets the token?" }
        /// What to know there.
        ChooseLead { es: "El usuario debe estar activo y tener el correo y el celular al día.", en: "The user must be active, with an up-to-date e-mail and mobile." }
        /// Link to the guide.
        ChooseGuide { es: "Creación y configuración de usuarios secundarios", en: "Creating and setting up secondary users" }
        /// Search box.
        SearchUser { es: "Buscar usuario por nombre", en: "Search user by name" }
        /// Button of the search.
        Search { es: "Buscar", en: "Search" }
        /// Takes the search off.
        ClearSearch { es: "Ver todos los usuarios", en: "See all users" }
        /// Question of the cards.
        Users { es: "Usuarios", en: "Users" }
        /// While users are on their way.
        LoadingUsers { es: "Cargando usuarios…", en: "Loading users…" }
        /// The user who is chosen.
        Chosen { es: "Elegido: {name}", en: "Chosen: {name}" }
        /// Button.
        Continue { es: "Continuar", en: "Continue" }
        /// Why it is off.
        NothingChosen { es: "Elija un usuario para continuar", en: "Choose a user to continue" }
        /// The button while it asks.
        Requesting { es: "Enviando la solicitud…", en: "Sending the request…" }
        /// Leaves the wizard.
        Leave { es: "Cancelar", en: "Cancel" }
        /// No user fits.
        NoMatchTitle { es: "Ningún usuario coincide con la búsqueda", en: "No user matches the search" }
        /// What to do.
        NoMatchLead { es: "Busque por otra parte del nombre o vea todos los usuarios.", en: "Search for another part of the name or see all users." }
        /// No users at all.
        NoUsersTitle { es: "Su empresa aún no tiene usuarios secundarios", en: "Your company has no secondary users yet" }
        /// What to do.
        NoUsersLead { es: "Cree primero los usuarios; la guía explica cómo.", en: "Create the users first; the guide explains how." }
        /// Hint where nobody of the page can be chosen.
        WithoutEmail { es: "sin correo", en: "no e-mail" }
        /// Beside it.
        WithoutMobile { es: "sin celular", en: "no mobile" }

        /// What is confirmed.
        WhatAssign { es: "Asignar el token {serial} a {name}", en: "Assign token {serial} to {name}" }
        /// What is confirmed.
        WhatCancel { es: "Cancelar la asignación del token {serial} a {name}", en: "Cancel the assignment of token {serial} to {name}" }
        /// What is confirmed.
        WhatActivate { es: "Activar el token {serial} de {name}", en: "Activate token {serial} of {name}" }
        /// What is confirmed.
        WhatUnblock { es: "Desbloquear el token {serial} de {name}", en: "Unblock token {serial} of {name}" }
        /// What is confirmed.
        WhatReplaceDevice { es: "Cambiar el dispositivo del token {serial} de {name}", en: "Replace the device of token {serial} of {name}" }
        /// What is confirmed.
        WhatUnassign { es: "Retirar el token {serial} a {name}", en: "Take token {serial} back from {name}" }

        /// What to do while it waits.
        WaitLead { es: "Abra su AppMovil, compruebe que dice lo mismo y escriba allí este número.", en: "Open your AppMovil, check that it says the same and type this number there." }
        /// Label of the number.
        NumberLabel { es: "Número para su AppMovil", en: "Number for your AppMovil" }
        /// What goes on.
        Waiting { es: "Esperando su confirmación en la AppMovil…", en: "Waiting for your confirmation in the AppMovil…" }
        /// What goes on with two approvals.
        WaitingSecond { es: "Usted confirmó. Falta que otro administrador lo apruebe en su AppMovil…", en: "You confirmed. Another administrator has yet to approve in their AppMovil…" }
        /// What goes on at the end.
        Applying { es: "Confirmado; aplicando el cambio…", en: "Confirmed; applying the change…" }
        /// After a wrong number.
        NumbersLeftOne { es: "El número escrito no coincide. Queda 1 intento.", en: "The number typed does not match. 1 attempt left." }
        /// After a wrong number.
        NumbersLeft { es: "El número escrito no coincide. Quedan {count} intentos.", en: "The number typed does not match. {count} attempts left." }
        /// Takes it back.
        CancelRequest { es: "Cancelar solicitud", en: "Cancel request" }
        /// The same, busy.
        Cancelling { es: "Cancelando…", en: "Cancelling…" }
        /// Opens the AppMovil.
        OpenApp { es: "Abrir AppMovil en este dispositivo", en: "Open AppMovil on this device" }
        /// While the request is on its way.
        LoadingRequest { es: "Cargando la solicitud…", en: "Loading the request…" }

        /// Result: good.
        AssignedTitle { es: "La asignación fue exitosa", en: "The assignment was successful" }
        /// What happens next.
        AssignedLead { es: "{name} recibió por correo la invitación para descargar la AppMovil y enrolarse. Cuando lo haga, el token pasará a Pendiente Activación y usted podrá activarlo.", en: "{name} was sent the invitation to download the AppMovil and enrol. Once done, the token becomes Pending Activation and you can activate it." }
        /// In a demo.
        DemoMailbox { es: "Ver el correo de demostración", en: "See the demonstration e-mail" }
        /// Another one.
        AssignAnother { es: "Asignar otro", en: "Assign another" }
        /// Result: good.
        ActivatedTitle { es: "El token {serial} quedó Activo", en: "Token {serial} is now Active" }
        /// What happens next.
        ActivatedLead { es: "{name} ya puede usarlo. Si tenía un token físico, quedó Inhabilitado.", en: "{name} can use it now. If they had a physical token, it is now Disabled." }
        /// Result of any other kind.
        AppliedTitle { es: "El cambio del token {serial} quedó hecho", en: "The change of token {serial} is done" }
        /// What happens next.
        AppliedLead { es: "La tabla ya muestra su nuevo estado.", en: "The table already shows its new state." }

        /// Result: rejected.
        RejectedTitle { es: "Usted rechazó la solicitud en la AppMovil", en: "You rejected the request in the AppMovil" }
        /// What happens next.
        RejectedLead { es: "No se cambió nada. Si no fue usted, comuníquese de inmediato con la línea de atención para bloquear su token.", en: "Nothing was changed. If it was not you, contact support at once to have your token blocked." }
        /// Result: wrong numbers.
        WrongNumbersTitle { es: "El número se escribió mal tres veces", en: "The number was typed wrong three times" }
        /// What happens next.
        WrongNumbersLead { es: "Por seguridad la solicitud terminó y no se cambió nada. Solicítela de nuevo: tendrá un número nuevo.", en: "For your security the request ended and nothing was changed. Ask again: there will be a new number." }
        /// Result: device blocked.
        DeviceBlockedTitle { es: "Su token se bloqueó mientras la solicitud esperaba", en: "Your token was blocked while the request waited" }
        /// What happens next.
        DeviceBlockedLead { es: "No se cambió nada. Otro administrador o el banco debe desbloquear su token antes de que pueda confirmar.", en: "Nothing was changed. Another administrator or the bank has to unblock your token before you can confirm." }
        /// Result: expired.
        ExpiredTitle { es: "La solicitud venció sin confirmarse", en: "The request expired unconfirmed" }
        /// What happens next.
        ExpiredLead { es: "Había dos minutos para confirmarla. No se cambió nada; tenga su AppMovil a la mano y solicítela de nuevo.", en: "There were two minutes to confirm it. Nothing was changed; have your AppMovil at hand and ask again." }
        /// Result: cancelled.
        CancelledTitle { es: "Usted canceló la solicitud", en: "You cancelled the request" }
        /// What happens next.
        CancelledLead { es: "No se cambió nada.", en: "Nothing was changed." }
        /// Result: superseded.
        SupersededTitle { es: "El token cambió mientras la solicitud esperaba", en: "The token changed while the request waited" }
        /// What happens next.
        SupersededLead { es: "La solicitud ya no aplica y no se cambió nada. Revise el estado del token y decida de nuevo.", en: "The request no longer applies and nothing was changed. Check the token's state and decide again." }
        /// Next step.
        AskAgain { es: "Solicitar de nuevo", en: "Ask again" }
        /// The request in the address is none.
        NoRequestTitle { es: "Esa solicitud no existe", en: "There is no such request" }
        /// What to do.
        NoRequestLead { es: "La dirección puede estar incompleta. Empiece de nuevo.", en: "The address may be incomplete. Start again." }
        /// What to do.
        StartAgain { es: "Empezar de nuevo", en: "Start again" }

        /// Title of activation.
        ActivateTitle { es: "Activar token {serial}", en: "Activate token {serial}" }
        /// What it will do.
        ActivateLead { es: "Al activarlo, el usuario podrá usarlo de inmediato y su token físico, si tiene uno, quedará Inhabilitado. Usted lo confirma en su AppMovil.", en: "Once active, the user can use it at once and their physical token, if any, becomes Disabled. You confirm it in your AppMovil." }
        /// Button.
        Activate { es: "Activar", en: "Activate" }
    }
}
