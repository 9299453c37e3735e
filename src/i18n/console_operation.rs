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
        /// Title over several tokens.
        SeveralTitle { es: "Solicitud sobre varios tokens", en: "Request about several tokens" }
        /// What became of each.
        ItemsTitle { es: "Resultado de cada usuario", en: "Result for each user" }
        /// What will be changed.
        ListTitle { es: "Usuarios de la solicitud", en: "Users of the request" }
        /// Filter of the results.
        ItemsShow { es: "Mostrar", en: "Show" }
        /// Choice of that filter.
        ItemsAll { es: "Todos", en: "All" }
        /// Choice of that filter.
        ItemsDone { es: "Los que se hicieron", en: "Those that were done" }
        /// Choice of that filter, and a result.
        ItemsFailed { es: "No se pudo", en: "Could not be done" }
        /// A result.
        ItemDone { es: "Hecho", en: "Done" }
        /// Column.
        ItemResult { es: "Resultado", en: "Result" }
        /// Nobody under that filter.
        ItemsNone { es: "No hay ninguno.", en: "There is none." }
        /// The next piece.
        ItemsMore { es: "Ver los siguientes", en: "See the next ones" }
        /// Back to the first piece.
        ItemsFirst { es: "Volver al principio", en: "Back to the beginning" }
        /// While results are on their way.
        LoadingItems { es: "Cargando los resultados…", en: "Loading the results…" }
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
        WhatReplaceDevice { es: "Reemplazar el dispositivo del token {serial} de {name}", en: "Replace the device of token {serial} of {name}" }
        /// What is confirmed.
        WhatUnassign { es: "Quitar el token {serial} a {name}", en: "Take token {serial} back from {name}" }
        /// What is confirmed.
        WhatUnassignRestoring { es: "Quitar el token {serial} a {name} y habilitar de nuevo su token físico", en: "Take token {serial} back from {name} and enable their physical token again" }
        /// What is confirmed.
        WhatChangeContact { es: "Cambiar los datos de contacto de {name}, que tiene el token {serial}", en: "Change the contact data of {name}, who holds token {serial}" }

        /// What to do while it waits.
        WaitLead { es: "Abra su AppMovil, compruebe que dice lo mismo y escriba allí este número.", en: "Open your AppMovil, check that it says the same and type this number there." }
        /// Label of the number.
        NumberLabel { es: "Número para su AppMovil", en: "Number for your AppMovil" }
        /// What goes on.
        Waiting { es: "Esperando su confirmación en la AppMovil…", en: "Waiting for your confirmation in the AppMovil…" }
        /// What goes on with two approvals.
        WaitingSecond { es: "Usted confirmó. Falta que otro administrador lo apruebe en su AppMovil…", en: "You confirmed. Another administrator has yet to approve in their AppMovil…" }
        /// With two approvals, before the first.
        SecondAfter { es: "Después de que usted confirme, otro administrador deberá aprobarla en su AppMovil.", en: "After you confirm, another administrator has to approve it in their AppMovil." }
        /// With two approvals, until when it waits.
        SecondUntil { es: "Espera hasta el {until} (hora de Bogotá). Puede cerrar esta página: en Aprobaciones verá el resultado.", en: "It waits until {until} (Bogotá time). You can close this page: Approvals shows the result." }
        /// With two approvals, and nobody to give the second.
        SecondNobody { es: "Ahora nadie más puede aprobarla: hace falta otro administrador con un token Activo.", en: "Nobody else can approve it now: another administrator with an Active token is needed." }
        /// The way there.
        SeeApprovals { es: "Ver Aprobaciones", en: "See Approvals" }
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

        /// What will be done to many.
        WhatAssignMany { es: "Asignar un token a cada uno de {count} usuarios", en: "Assign a token to each of {count} users" }
        /// What will be done to many.
        WhatActivateMany { es: "Activar los tokens de {count} usuarios", en: "Activate the tokens of {count} users" }
        /// What will be done to many.
        WhatChangeMany { es: "Cambiar los tokens de {count} usuarios", en: "Change the tokens of {count} users" }
        /// How far a change of many has come.
        BatchProgress { es: "Confirmado; aplicando los cambios: {settled} de {count}", en: "Confirmed; applying the changes: {settled} of {count}" }
        /// Result of many.
        BatchDoneTitle { es: "Se hicieron {done} de {count}", en: "{done} of {count} were done" }
        /// Result of many.
        BatchDoneLead { es: "No se pudieron hacer: {failed}.", en: "Could not be done: {failed}." }
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
        /// Result: good.
        CancelDoneTitle { es: "La asignación del token {serial} quedó cancelada", en: "The assignment of token {serial} is cancelled" }
        /// What happens next.
        CancelDoneLead { es: "La invitación de {name} ya no sirve y el token está Disponible para otro usuario.", en: "The invitation of {name} no longer works and the token is Available for another user." }
        /// Result: good.
        UnblockDoneTitle { es: "El token {serial} quedó Activo de nuevo", en: "Token {serial} is Active again" }
        /// What happens next.
        UnblockDoneLead { es: "{name} puede usarlo en el mismo dispositivo, con el mismo PIN.", en: "{name} can use it on the same device, with the same PIN." }
        /// Result: good.
        ReplaceDoneTitle { es: "El dispositivo anterior de {name} ya no sirve", en: "The previous device of {name} no longer works" }
        /// What happens next.
        ReplaceDoneLead { es: "{name} recibió por correo la invitación para enrolar otro. Cuando lo haga, el token {serial} pasará a Pendiente Activación y usted podrá activarlo.", en: "{name} was sent the invitation to enrol another. Once done, token {serial} becomes Pending Activation and you can activate it." }
        /// Result: good.
        UnassignDoneTitle { es: "{name} ya no tiene el token {serial}", en: "{name} no longer has token {serial}" }
        /// What happens next.
        UnassignDoneLead { es: "El token está Disponible para otro usuario.", en: "The token is Available for another user." }
        /// What happens next.
        UnassignRestoredLead { es: "El token está Disponible para otro usuario y el token físico de {name} funciona de nuevo.", en: "The token is Available for another user and the physical token of {name} works again." }
        /// Result: good.
        ContactDoneTitle { es: "Los datos de contacto de {name} quedaron cambiados", en: "The contact data of {name} are changed" }
        /// What happens next.
        ContactDoneLead { es: "Sus invitaciones y avisos llegan a los datos nuevos. El token {serial} queda como está.", en: "Their invitations and notices go to the new data. Token {serial} stays as it is." }
        /// The way to them.
        SeeUser { es: "Ver el usuario", en: "See the user" }
        /// A datum of a user.
        Email { es: "Correo electrónico", en: "E-mail address" }
        /// A datum of a user.
        Mobile { es: "Celular", en: "Mobile" }
        /// A datum of a user.
        FullName { es: "Nombre completo", en: "Full name" }
        /// A datum that somebody does not have.
        NoDatum { es: "Sin dato", en: "None" }
        /// Whether the data were checked.
        DataState { es: "Datos de contacto", en: "Contact data" }
        /// They were.
        DataChecked { es: "Confirmados con la persona", en: "Checked with the person" }
        /// They were not.
        DataUnchecked { es: "Sin confirmar con la persona", en: "Not checked with the person" }
        /// Over the change before it is asked for.
        ContactReviewTitle { es: "Revise el cambio", en: "Review the change" }
        /// What to know there.
        ContactReviewLead { es: "{name} tiene un token virtual y a estos datos llegan sus invitaciones; por eso usted confirma el cambio en su AppMovil.", en: "{name} holds a virtual token and their invitations go to these data; that is why you confirm the change in your AppMovil." }
        /// Button.
        ContactAsk { es: "Confirmar en AppMovil", en: "Confirm in AppMovil" }
        /// Back to the form.
        ContactBack { es: "Seguir editando", en: "Go on editing" }
        /// The next one of a selection.
        NextOfSelection { es: "Seguir con {serial}", en: "Go on with {serial}" }
        /// How many of a selection are left.
        LeftOfSelectionOne { es: "Falta 1 token de los que eligió; cada uno se confirma con su propio número.", en: "1 token of those you chose is left; each is confirmed with a number of its own." }
        /// How many of a selection are left.
        LeftOfSelection { es: "Faltan {count} tokens de los que eligió; cada uno se confirma con su propio número.", en: "{count} tokens of those you chose are left; each is confirmed with a number of its own." }
        /// Result of any other kind.
        AppliedTitle { es: "El cambio del token {serial} quedó hecho", en: "The change of token {serial} is done" }
        /// What happens next.
        AppliedLead { es: "La tabla ya muestra su nuevo estado.", en: "The table already shows its new state." }

        /// Result: rejected.
        RejectedTitle { es: "Usted rechazó la solicitud en la AppMovil", en: "You rejected the request in the AppMovil" }
        /// What happens next.
        RejectedLead { es: "No se cambió nada. Si no fue usted, comuníquese de inmediato con la línea de atención para bloquear su token.", en: "Nothing was changed. If it was not you, contact support at once to have your token blocked." }
        /// Result: rejected by the second.
        RejectedBySecondTitle { es: "{second} rechazó la solicitud", en: "{second} rejected the request" }
        /// What happens next.
        RejectedBySecondLead { es: "No se cambió nada. Hable con {second} antes de solicitarla de nuevo.", en: "Nothing was changed. Talk to {second} before you ask again." }
        /// Result: the second never answered.
        SecondExpiredTitle { es: "La solicitud venció sin una segunda aprobación", en: "The request expired without a second approval" }
        /// What happens next.
        SecondExpiredLead { es: "Otro administrador tenía 24 horas para aprobarla. No se cambió nada; avísele y solicítela de nuevo.", en: "Another administrator had 24 hours to approve it. Nothing was changed; tell them and ask again." }
        /// Result: wrong numbers.
        WrongNumbersTitle { es: "El número se escribió mal tres veces", en: "The number was typed wrong three times" }
        /// What happens next.
        WrongNumbersLead { es: "Por seguridad la solicitud terminó y no se cambió nada. Solicítela de nuevo: tendrá un número nuevo.", en: "For your security the request ended and nothing was changed. Ask again: there will be a new number." }
        /// Result: device blocked.
        DeviceBlockedTitle { es: "Su token se bloqueó mientras la solicitud esperaba", en: "Your token was blocked while the request waited" }
        /// What happens next.
        DeviceBlockedLead { es: "No se cambió nada. Otro administrador debe desbloquear su token antes de que usted pueda confirmar; si no hay otro, comuníquese con el banco.", en: "Nothing was changed. Another administrator has to unblock your token before you can confirm; if there is none, contact the bank." }
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
        ActivateLead { es: "Al activarlo, {name} podrá usarlo de inmediato y su token físico, si tiene uno, quedará Inhabilitado. Usted lo confirma en su AppMovil.", en: "Once active, {name} can use it at once and their physical token, if any, becomes Disabled. You confirm it in your AppMovil." }
        /// Title of the page.
        ResendTitle { es: "Reenviar la invitación del token {serial}", en: "Resend the invitation of token {serial}" }
        /// What it will do.
        ResendLead { es: "{name} recibirá por correo una invitación nueva, que vence en 72 horas. La anterior deja de servir de inmediato. No tiene que confirmarlo en su AppMovil.", en: "{name} will be sent a new invitation by e-mail, which expires in 72 hours. The one before stops working at once. You need not confirm it in your AppMovil." }
        /// Title of the page.
        CancelTitle { es: "Cancelar la asignación del token {serial}", en: "Cancel the assignment of token {serial}" }
        /// What it will do.
        CancelLead { es: "La invitación que recibió {name} deja de servir y el token queda Disponible para otro usuario. Usted lo confirma en su AppMovil.", en: "The invitation that {name} was sent stops working and the token becomes Available for another user. You confirm it in your AppMovil." }
        /// Title of the page.
        BlockTitle { es: "Bloquear token {serial}", en: "Block token {serial}" }
        /// What it will do.
        BlockLead { es: "El token deja de servir de inmediato: {name} no podrá generar códigos ni confirmar operaciones, y sus sesiones se cierran. Usted u otro administrador podrá desbloquearlo después. No tiene que confirmarlo en su AppMovil.", en: "The token stops working at once: {name} will not be able to make codes or confirm operations, and their sessions end. You or another administrator can unblock it later. You need not confirm it in your AppMovil." }
        /// Title of the page.
        UnblockTitle { es: "Desbloquear token {serial}", en: "Unblock token {serial}" }
        /// What it will do.
        UnblockLead { es: "{name} podrá usar el token de inmediato en el mismo dispositivo, y su token físico, si tiene uno, quedará Inhabilitado. Desbloquéelo solo si {name} tiene el dispositivo en su poder. Usted lo confirma en su AppMovil.", en: "{name} can use the token at once on the same device, and their physical token, if any, becomes Disabled. Unblock it only if {name} has the device at hand. You confirm it in your AppMovil." }
        /// Title of the page.
        ReplaceTitle { es: "Reemplazar el dispositivo del token {serial}", en: "Replace the device of token {serial}" }
        /// What it will do.
        ReplaceLead { es: "El dispositivo actual de {name} deja de servir para siempre y sus sesiones se cierran. {name} recibirá por correo una invitación para enrolar otro; hasta que lo haga y usted active el token, no podrá usarlo. Usted lo confirma en su AppMovil.", en: "The present device of {name} stops working for ever and their sessions end. {name} will be sent an invitation by e-mail to enrol another; until they do and you activate the token, they cannot use it. You confirm it in your AppMovil." }
        /// Title of the page.
        UnassignTitle { es: "Quitar el token {serial}", en: "Take token {serial} back" }
        /// What it will do.
        UnassignLead { es: "{name} se queda sin token virtual: su dispositivo o su invitación deja de servir y el token queda Disponible para otro usuario. Usted lo confirma en su AppMovil.", en: "{name} is left without a virtual token: their device or invitation stops working and the token becomes Available for another user. You confirm it in your AppMovil." }
        /// The choice about the physical token.
        RestorePhysical { es: "Habilitar de nuevo su token físico {serials}", en: "Enable their physical token {serials} again" }
        /// What the choice means.
        RestorePhysicalHint { es: "Si no lo marca, el usuario queda sin token hasta que se le asigne otro.", en: "Unless ticked, the user is left without a token until assigned another." }
        /// The physical token does not come back.
        PhysicalStays { es: "Su token físico {serials} sigue Inhabilitado", en: "Their physical token {serials} stays Disabled" }
        /// The state before and after.
        Becomes { es: "pasa a", en: "becomes" }
        /// Blocking one's own token.
        OwnTokenTitle { es: "Es su propio token", en: "It is your own token" }
        /// What it means.
        OwnTokenLead { es: "Su sesión se cierra de inmediato y no podrá ingresar ni confirmar solicitudes hasta que otro administrador lo desbloquee.", en: "Your session ends at once and you cannot sign in or confirm requests until another administrator unblocks it." }
        /// Question of a block.
        BlockWhy { es: "¿Por qué lo bloquea?", en: "Why are you blocking it?" }
        /// Why the button is off.
        BlockWhyMissing { es: "Elija el motivo para continuar", en: "Choose the reason to continue" }
        /// Title over several.
        BlockManyTitle { es: "Bloquear los tokens elegidos", en: "Block the chosen tokens" }
        /// What it will do to several.
        BlockManyLead { es: "Dejan de servir de inmediato los tokens de: {names}. No podrán generar códigos ni confirmar operaciones, y sus sesiones se cierran. No tiene que confirmarlo en su AppMovil.", en: "The tokens of these users stop working at once: {names}. They will not be able to make codes or confirm operations, and their sessions end. You need not confirm it in your AppMovil." }
        /// What it will do to all that match.
        BlockMatchingLead { es: "Tokens que dejarán de servir de inmediato: {count}. Sus usuarios no podrán generar códigos ni confirmar operaciones, y sus sesiones se cierran. No tiene que confirmarlo en su AppMovil.", en: "Tokens that will stop working at once: {count}. Their users will not be able to make codes or confirm operations, and their sessions end. You need not confirm it in your AppMovil." }
        /// Why the button is off.
        BlockNobody { es: "Ninguno de los seleccionados se puede bloquear", en: "None of the selected can be blocked" }
        /// How far it has come.
        BlockProgress { es: "Bloqueando: {settled} de {count}", en: "Blocking: {settled} of {count}" }
        /// What to know meanwhile.
        BlockProgressLead { es: "Deje esta página abierta. Si la detiene, los que ya se bloquearon quedan bloqueados.", en: "Leave this page open. If you stop it, those already blocked stay blocked." }
        /// Ends it.
        BlockStop { es: "Detener", en: "Stop" }
        /// While it ends.
        BlockStopping { es: "Deteniendo…", en: "Stopping…" }
        /// It ended before its end.
        BlockStopped { es: "Tokens que faltan por bloquear: {count}", en: "Tokens left to block: {count}" }
        /// Goes on.
        BlockGoOn { es: "Continuar con los que faltan", en: "Go on with those left" }
        /// Result of a block, in part.
        NotBlockedMany { es: "{count} tokens no se bloquearon", en: "{count} tokens were not blocked" }
        /// The button while it works.
        Blocking { es: "Bloqueando…", en: "Blocking…" }
        /// Result of a block.
        BlockedOne { es: "El token de {name} quedó Bloqueado", en: "The token of {name} is now Blocked" }
        /// Result of a block.
        BlockedMany { es: "{count} tokens quedaron Bloqueados", en: "{count} tokens are now Blocked" }
        /// Result of a block, in part.
        NotBlocked { es: "No se bloqueó el token de {name}", en: "The token of {name} was not blocked" }
        /// What happens next.
        BlockedLead { es: "Ya no sirve. Para que funcione de nuevo, use Desbloquear.", en: "It no longer works. For it to work again, use Unblock." }
        /// What happens next to several.
        BlockedManyLead { es: "Ya no sirven. Para que uno funcione de nuevo, use Desbloquear.", en: "They no longer work. For one to work again, use Unblock." }
        /// The button while it works.
        Resending { es: "Enviando la invitación…", en: "Sending the invitation…" }
        /// Result: good.
        ResentTitle { es: "{name} tiene una invitación nueva", en: "{name} has a new invitation" }
        /// What happens next.
        ResentLead { es: "Se la enviamos por correo. La anterior ya no sirve.", en: "We sent it by e-mail. The one before no longer works." }
        /// Back to the token.
        SeeToken { es: "Ver el token", en: "See the token" }
        /// What happened to a token that changed while its request waited.
        Meanwhile { es: "Lo que pasó: {deed}", en: "What happened: {deed}" }
    }
}
