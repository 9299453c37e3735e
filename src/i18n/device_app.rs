//! Words of the AppMovil.

use super::messages;

messages! {
    /// Everything the AppMovil says.
    pub enum DeviceAppMessage {
        /// Name of the app in the browser's title.
        AppName { es: "Llavero AppMovil", en: "Llavero AppMovil" }
        /// The browser's title of one screen.
        PageTitle { es: "{title} · AppMovil", en: "{title} · AppMovil" }
        /// Where the browser runs no programs.
        NeedsScript { es: "La AppMovil necesita que su navegador permita JavaScript. Actívelo y recargue esta página.", en: "The AppMovil needs your browser to allow JavaScript. Turn it on and reload this page." }
        /// While the vault is being read.
        ReadingPhone { es: "Leyendo los tokens de este teléfono…", en: "Reading this phone's tokens…" }
        /// Back to the tokens.
        GoHome { es: "Ir al inicio", en: "Go to the start" }
        /// On to the next screen.
        Continue { es: "Continuar", en: "Continue" }
        /// Does the same once more.
        TryAgain { es: "Intentar de nuevo", en: "Try again" }
        /// Name of a fact.
        Company { es: "Empresa", en: "Company" }
        /// Name of a fact.
        User { es: "Usuario", en: "User" }
        /// Name of a fact.
        Serial { es: "Número de serie", en: "Serial number" }
        /// Name of a fact.
        Status { es: "Estado", en: "Status" }

        /// The first screen.
        HomeTitle { es: "Su AppMovil", en: "Your AppMovil" }
        /// Heading of the operations that wait.
        WaitingHeading { es: "Solicitudes por responder", en: "Requests to answer" }
        /// Read out when the last one is gone.
        WaitingNone { es: "No hay solicitudes por responder.", en: "There are no requests to answer." }
        /// Read out when one waits.
        WaitingOne { es: "1 solicitud espera su respuesta.", en: "1 request is waiting for your answer." }
        /// Read out when several wait.
        WaitingMany { es: "{count} solicitudes esperan su respuesta.", en: "{count} requests are waiting for your answer." }
        /// In place of the list, for whoever comes to confirm something.
        WaitingNoneYet { es: "Nada por responder. Cuando una operación de la consola necesite su confirmación, aparecerá aquí.", en: "Nothing to answer. When an operation in the console needs your confirmation, it will appear here." }
        /// Under an operation in the list.
        RequestedBy { es: "La pidió {username}", en: "Requested by {username}" }
        /// Whose operation waits for a second approval.
        SecondRequestedBy { es: "Segunda aprobación; la pidió {username}", en: "Second approval; requested by {username}" }
        /// Heading of the linked tokens.
        TokensHeading { es: "Sus tokens", en: "Your tokens" }
        /// Nothing is linked yet.
        NoTokenTitle { es: "Este teléfono aún no tiene un token", en: "This phone has no token yet" }
        /// What to do then.
        NoTokenLead { es: "Vincúlelo con la invitación que le envió su empresa: un enlace, un código QR o un código escrito.", en: "Link it with the invitation your company sent you: a link, a QR code or a typed code." }
        /// Leads to the enrolment.
        LinkToken { es: "Vincular un token", en: "Link a token" }
        /// The same when there is one already.
        LinkAnother { es: "Vincular otro token", en: "Link another token" }
        /// Leads to the one-time code.
        SeeCode { es: "Ver código", en: "Show code" }
        /// The same, for screen readers.
        SeeCodeOf { es: "Ver código del token {serial}", en: "Show the code of token {serial}" }
        /// Leads to the device's details.
        SeeDetails { es: "Detalles", en: "Details" }
        /// The same, for screen readers.
        SeeDetailsOf { es: "Detalles del token {serial}", en: "Details of token {serial}" }
        /// On the card of a token whose device was revoked.
        TokenGone { es: "Este teléfono ya no está autorizado para este token. Si su administrador reemplazó el dispositivo, quítelo de aquí y vincúlelo con la nueva invitación.", en: "This phone is no longer authorised for this token. If your administrator replaced the device, remove it here and link with the new invitation." }
        /// On the card of a token that waits for activation.
        NotYetActive { es: "Su administrador debe activarlo.", en: "Your administrator must activate it." }
        /// On the card of a blocked token.
        IsBlocked { es: "Está bloqueado. Pida a su administrador que lo desbloquee.", en: "It is blocked. Ask your administrator to unblock it." }
        /// Offers to install the app.
        InstallTitle { es: "Instale la AppMovil en este dispositivo", en: "Install the AppMovil on this device" }
        /// What that brings.
        InstallLead { es: "Se abre con un toque y muestra su código aunque no haya conexión.", en: "It opens with one tap and shows your code even without a connection." }
        /// Does so.
        Install { es: "Instalar", en: "Install" }
        /// After a token was removed.
        RemovedTitle { es: "El token se quitó de este teléfono", en: "The token was removed from this phone" }

        /// First step: the code.
        EnrolTitle { es: "Vincule su token", en: "Link your token" }
        /// What is asked.
        EnrolLead { es: "Escriba el código de su invitación, o escanee su QR.", en: "Type the code of your invitation, or scan its QR." }
        /// Place in the sequence.
        StepOf { es: "Paso {step} de {steps}", en: "Step {step} of {steps}" }
        /// While the browser is being asked what it can do.
        Preparing { es: "Preparando la vinculación…", en: "Getting ready…" }
        /// Label of the code's box.
        InvitationCode { es: "Código de invitación", en: "Invitation code" }
        /// How it looks.
        InvitationHint { es: "26 letras y números en grupos de cinco, como K7M2P-9QXRT-… No importan mayúsculas ni guiones.", en: "26 letters and digits in groups of five, such as K7M2P-9QXRT-… Capitals and hyphens do not matter." }
        /// Nothing was typed.
        InvitationMissing { es: "Escriba el código de invitación.", en: "Type the invitation code." }
        /// What was typed is no code.
        InvitationMalformed { es: "Ese no es un código de invitación. Revise que tenga 26 letras y números.", en: "That is not an invitation code. Check that it has 26 letters and digits." }
        /// While the server is asked.
        OpeningInvitation { es: "Revisando la invitación…", en: "Checking the invitation…" }
        /// Opens the camera.
        ScanQr { es: "Escanear QR", en: "Scan QR" }
        /// Closes it.
        StopScanning { es: "Cerrar la cámara", en: "Close the camera" }
        /// While the camera looks.
        Scanning { es: "Apunte la cámara al código QR de la invitación…", en: "Point the camera at the invitation's QR code…" }
        /// Accessible name of the camera's picture.
        CameraView { es: "Imagen de la cámara", en: "Camera picture" }
        /// The camera is not to be had.
        CameraRefused { es: "No se pudo abrir la cámara. Permita su uso en el navegador, o escriba el código.", en: "The camera could not be opened. Allow it in the browser, or type the code." }
        /// Where the browser reads no QR codes.
        ScanElsewhere { es: "¿Tiene un QR? Ábralo con la cámara de su teléfono y toque el enlace que aparece: lo trae de vuelta aquí.", en: "Do you have a QR? Open it with your phone's camera and tap the link that appears: it brings you back here." }
        /// Second step: is it you.
        CheckTitle { es: "¿Es usted?", en: "Is this you?" }
        /// Why it is asked.
        CheckLead { es: "Este teléfono quedará vinculado al token de esta persona. Siga solo si es usted.", en: "This phone will be linked to this person's token. Go on only if it is you." }
        /// Until when the invitation is good.
        InvitationUntil { es: "Invitación válida hasta", en: "Invitation valid until" }
        /// Goes on.
        YesItsMe { es: "Sí, soy yo", en: "Yes, it's me" }
        /// Does not.
        NotMe { es: "No soy yo", en: "It's not me" }
        /// After that.
        NotMeTitle { es: "No se vinculó nada", en: "Nothing was linked" }
        /// What to do.
        NotMeLead { es: "Esta invitación es de otra persona. Avise al administrador de su empresa y no la use.", en: "This invitation belongs to someone else. Tell your company's administrator and do not use it." }
        /// Back to the first step.
        OtherCode { es: "Usar otro código", en: "Use another code" }
        /// Third step: the PIN.
        PinTitle { es: "Elija un PIN de 6 dígitos", en: "Choose a 6-digit PIN" }
        /// What it is for.
        PinLead { es: "Lo escribirá cada vez que apruebe algo. No se guarda en este teléfono ni lo conoce el banco: memorícelo.", en: "You will type it each time you approve something. It is not kept on this phone and the bank does not know it: memorise it." }
        /// Label of its box.
        PinLabel { es: "PIN nuevo", en: "New PIN" }
        /// What is refused.
        PinHint { es: "Que no sea fácil de adivinar: ni 111111 ni 123456.", en: "Not easy to guess: neither 111111 nor 123456." }
        /// Too short.
        PinNotSixDigits { es: "El PIN tiene 6 dígitos.", en: "The PIN has 6 digits." }
        /// One digit six times.
        PinAllSame { es: "Ese PIN repite un solo dígito. Elija otro.", en: "That PIN repeats a single digit. Choose another." }
        /// Digits in a row.
        PinRun { es: "Ese PIN son dígitos seguidos. Elija otro.", en: "That PIN is digits in a row. Choose another." }
        /// Fourth step: the PIN again.
        RepeatTitle { es: "Repita su PIN", en: "Repeat your PIN" }
        /// Why.
        RepeatLead { es: "Así sabemos que lo escribió bien.", en: "So we know you typed it right." }
        /// Label of its box.
        RepeatLabel { es: "Repita el PIN", en: "Repeat the PIN" }
        /// The two differ.
        PinDiffers { es: "No coincide con el PIN que eligió. Escríbalo otra vez, o vuelva a elegirlo.", en: "It does not match the PIN you chose. Type it again, or choose again." }
        /// Back to the third step.
        ChooseAgain { es: "Elegir otro PIN", en: "Choose another PIN" }
        /// Ends the enrolment.
        LinkThisPhone { es: "Vincular este teléfono", en: "Link this phone" }
        /// While it does.
        Linking { es: "Creando sus llaves y vinculando…", en: "Making your keys and linking…" }
        /// A member is enrolled.
        LinkedPendingTitle { es: "Pendiente Activación: su administrador debe activarlo", en: "Pending activation: your administrator must activate it" }
        /// What happens now.
        LinkedPendingLead { es: "Su teléfono quedó vinculado. Cuando su administrador active el token, podrá usar sus códigos. No tiene que hacer nada más.", en: "Your phone is linked. Once your administrator activates the token you can use its codes. There is nothing more for you to do." }
        /// An administrator is enrolled.
        LinkedActiveTitle { es: "Su token está Activo", en: "Your token is Active" }
        /// What happens now.
        LinkedActiveLead { es: "Este teléfono quedó vinculado. Aquí aprobará las operaciones de la consola y verá sus códigos.", en: "This phone is linked. Here you will approve the console's operations and see your codes." }
        /// Enrolled, whatever else is true.
        LinkedTitle { es: "Este teléfono quedó vinculado", en: "This phone is linked" }
        /// Ends the enrolment's screens.
        Done { es: "Listo", en: "Done" }
        /// A browser that is not known.
        DeviceNameUnknown { es: "Navegador", en: "Browser" }

        /// Before.
        WillAssign { es: "Asignar el token {serial} a {person} de {company}", en: "Assign token {serial} to {person} of {company}" }
        /// Before.
        WillCancel { es: "Cancelar la asignación del token {serial} a {person} de {company}; el token queda disponible", en: "Cancel the assignment of token {serial} to {person} of {company}; the token becomes available" }
        /// Before.
        WillActivate { es: "Activar el token {serial} de {person} de {company}; su token físico, si tiene uno, queda inhabilitado", en: "Activate token {serial} of {person} of {company}; their physical token, if any, becomes disabled" }
        /// Before.
        WillUnblock { es: "Desbloquear el token {serial} de {person} de {company}; vuelve a servir en el mismo teléfono, y su token físico, si tiene uno, queda inhabilitado", en: "Unblock token {serial} of {person} of {company}; it works again on the same phone, and their physical token, if any, becomes disabled" }
        /// Before.
        WillReplaceDevice { es: "Reemplazar el dispositivo del token {serial} de {person} de {company}; el teléfono actual deja de servir y recibe una invitación nueva", en: "Replace the device of token {serial} of {person} of {company}; the present phone stops working and they get a new invitation" }
        /// Before.
        WillUnassign { es: "Quitar el token {serial} a {person} de {company}; su teléfono, si lo enroló, deja de servir y su token físico no se habilita", en: "Take token {serial} away from {person} of {company}; their phone, if enrolled, stops working and their physical token is not enabled" }
        /// Before.
        WillUnassignRestoring { es: "Quitar el token {serial} a {person} de {company} y habilitar de nuevo su token físico; su teléfono, si lo enroló, deja de servir", en: "Take token {serial} away from {person} of {company} and enable their physical token again; their phone, if enrolled, stops working" }
        /// After.
        DidAssign { es: "El token {serial} quedó asignado a {person}.", en: "Token {serial} is now assigned to {person}." }
        /// After.
        DidCancel { es: "La asignación del token {serial} a {person} quedó cancelada.", en: "The assignment of token {serial} to {person} is cancelled." }
        /// After.
        DidActivate { es: "El token {serial} de {person} quedó activo.", en: "Token {serial} of {person} is now active." }
        /// After.
        DidUnblock { es: "El token {serial} de {person} quedó desbloqueado.", en: "Token {serial} of {person} is now unblocked." }
        /// After.
        DidReplaceDevice { es: "El dispositivo del token {serial} de {person} quedó por reemplazar: ya tiene una invitación nueva.", en: "The device of token {serial} of {person} is to be replaced: a new invitation is on its way." }
        /// After.
        DidUnassign { es: "El token {serial} ya no es de {person}.", en: "Token {serial} no longer belongs to {person}." }
        /// After.
        DidUnassignRestoring { es: "El token {serial} ya no es de {person}, y su token físico está habilitado de nuevo.", en: "Token {serial} no longer belongs to {person}, and their physical token is enabled again." }
        /// Before.
        WillChangeContact { es: "Cambiar los datos de contacto de {person} de {company}, que tiene el token {serial}; sus invitaciones llegarán a los nuevos", en: "Change the contact data of {person} of {company}, who holds token {serial}; their invitations will go to the new ones" }
        /// After.
        DidChangeContact { es: "{person}, que tiene el token {serial}, tiene los datos de contacto nuevos.", en: "{person}, who holds token {serial}, has the new contact data." }

        /// What approving does to a list of users.
        WillAssignMany { es: "Asignar un token a cada uno de {count} usuarios de {company}", en: "Assign a token to each of {count} users of {company}" }
        /// What approving does to a list of tokens.
        WillActivateMany { es: "Activar los tokens de {count} usuarios de {company}", en: "Activate the tokens of {count} users of {company}" }
        /// What approving does to a list of tokens.
        WillChangeMany { es: "Cambiar los tokens de {count} usuarios de {company}", en: "Change the tokens of {count} users of {company}" }
        /// After approving a list.
        DidStartMany { es: "Se están cambiando {count} tokens. La consola muestra el avance y el resultado de cada uno.", en: "{count} tokens are being changed. The console shows the progress and the result of each." }
        /// Title after approving a list.
        StartedTitle { es: "Aprobado: en curso", en: "Approved: under way" }
        /// Name of a fact.
        Email { es: "Correo", en: "E-mail" }
        /// Name of a fact.
        Mobile { es: "Celular", en: "Mobile" }
        /// Name of a fact.
        FullName { es: "Nombre completo", en: "Full name" }
        /// Name of a fact.
        DataState { es: "Datos de contacto", en: "Contact data" }
        /// That they were checked.
        DataChecked { es: "Confirmados con la persona", en: "Checked with the person" }
        /// That they were not.
        DataUnchecked { es: "Sin confirmar con la persona", en: "Not checked with the person" }
        /// A datum that somebody does not have.
        NoData { es: "(sin dato)", en: "(none)" }
        /// Between the datum before and the one after.
        Becomes { es: "pasa a ser", en: "becomes" }
        /// Name of a fact.
        HowMany { es: "Cantidad", en: "How many" }
        /// Heading of a list of users and tokens.
        ListHeading { es: "La lista que va a aprobar", en: "The list you are about to approve" }
        /// Unfolds the rest of the list.
        ListMore { es: "Ver la lista completa: {count} más", en: "See the whole list: {count} more" }
        /// While the operation is looked for.
        Searching { es: "Buscando la solicitud…", en: "Looking for the request…" }
        /// Title of the confirmation while it is looked for.
        ConfirmTitle { es: "Solicitud", en: "Request" }
        /// Above the sentence.
        RequestKicker { es: "Le piden confirmar", en: "You are asked to confirm" }
        /// Over a second approval.
        SecondKicker { es: "Le piden una segunda aprobación", en: "You are asked for a second approval" }
        /// Whose the first one was.
        SecondHint { es: "{username} ya la aprobó el {at}. Usted decide como segundo administrador.", en: "{username} approved it on {at}. You decide as the second administrator." }
        /// Name of a fact.
        RequestedByName { es: "La pidió", en: "Requested by" }
        /// Under the facts.
        ReviewHint { es: "Apruebe solo si usted espera esta operación y todo lo de arriba es correcto.", en: "Approve only if you expect this operation and all of the above is right." }
        /// Says no.
        Reject { es: "Rechazar", en: "Reject" }
        /// Second screen: number and PIN.
        SignTitle { es: "Apruebe con el número y su PIN", en: "Approve with the number and your PIN" }
        /// Label of the number's box.
        NumberLabel { es: "Número que muestra la consola", en: "Number that the console shows" }
        /// Where it is.
        NumberHint { es: "6 dígitos, en la pantalla donde se pidió la operación.", en: "6 digits, on the screen where the operation was requested." }
        /// Not six digits.
        NumberMissing { es: "El número tiene 6 dígitos.", en: "The number has 6 digits." }
        /// Label of the PIN's box.
        PinOfDevice { es: "Su PIN", en: "Your PIN" }
        /// Says yes.
        Approve { es: "Aprobar", en: "Approve" }
        /// While it does.
        Approving { es: "Firmando y enviando su respuesta…", en: "Signing and sending your answer…" }
        /// While it does.
        Rejecting { es: "Enviando su rechazo…", en: "Sending your rejection…" }
        /// Back to the first screen.
        BackToReview { es: "Volver a la solicitud", en: "Back to the request" }
        /// Asked once.
        RejectAsk { es: "¿Rechazar esta solicitud?", en: "Reject this request?" }
        /// What it brings.
        RejectConsequence { es: "Nada cambiará, y quien la pidió verá que usted la rechazó.", en: "Nothing will change, and whoever requested it will see that you rejected it." }
        /// Yes.
        RejectYes { es: "Sí, rechazar", en: "Yes, reject" }
        /// No.
        RejectNo { es: "No, volver", en: "No, go back" }
        /// It is done.
        AppliedTitle { es: "Aprobado", en: "Approved" }
        /// Another administrator is needed.
        SecondTitle { es: "Falta otra aprobación", en: "One more approval is needed" }
        /// What happens now.
        SecondLead { es: "Su aprobación quedó registrada. Otro administrador debe confirmar con su AppMovil para que el cambio se haga.", en: "Your approval is recorded. Another administrator must confirm with their AppMovil for the change to be made." }
        /// It was rejected.
        RejectedTitle { es: "Solicitud rechazada", en: "Request rejected" }
        /// What to do.
        RejectedLead { es: "Nada cambió. Si usted no esperaba esta solicitud, avise de inmediato al banco.", en: "Nothing changed. If you did not expect this request, tell the bank at once." }

        /// The screen.
        CodeTitle { es: "Su código de un solo uso", en: "Your one-time code" }
        /// What the digits are.
        CodeLabel { es: "Código", en: "Code" }
        /// Name of the time left.
        CodeRenews { es: "Se renueva en", en: "Renews in" }
        /// The time left.
        Seconds { es: "{seconds} s", en: "{seconds} s" }
        /// While it is derived.
        CodeMaking { es: "Calculando su código…", en: "Working out your code…" }
        /// That it needs no network.
        CodeOffline { es: "Este código se calcula en su teléfono: también sirve sin conexión. No lo comparta con nadie.", en: "This code is worked out on your phone: it also works without a connection. Do not share it with anyone." }
        /// The token is not active.
        CodeNotYet { es: "El código servirá cuando su token esté Activo", en: "The code will work once your token is Active" }
        /// Copies it.
        CopyCode { es: "Copiar código", en: "Copy code" }
        /// After that.
        CodeCopied { es: "Código copiado", en: "Code copied" }
        /// When it failed.
        CodeNotCopied { es: "No se pudo copiar: escriba el código.", en: "It could not be copied: type the code." }

        /// The screen.
        DeviceTitle { es: "Este dispositivo", en: "This device" }
        /// Name of a fact.
        DeviceName { es: "Dispositivo", en: "Device" }
        /// Name of a fact.
        EnrolledAt { es: "Vinculado", en: "Linked" }
        /// While the server is asked.
        AskingServer { es: "Consultando el estado actual…", en: "Checking the present status…" }
        /// Forgets the token.
        Remove { es: "Quitar de este teléfono", en: "Remove from this phone" }
        /// While it does.
        Removing { es: "Quitando…", en: "Removing…" }
        /// Asked before.
        RemoveAsk { es: "¿Quitar el token {serial} de este teléfono?", en: "Remove token {serial} from this phone?" }
        /// What it brings.
        RemoveConsequence { es: "Se borrarán sus llaves, y ni usted ni el banco pueden recuperarlas. Para volver a usar el token, un administrador debe pedir «Reemplazar dispositivo» y usted vincularlo de nuevo.", en: "Its keys will be erased, and neither you nor the bank can recover them. To use the token again, an administrator must request “Replace device” and you must link it again." }
        /// Yes.
        RemoveYes { es: "Sí, quitar", en: "Yes, remove" }
        /// No.
        RemoveNo { es: "No, conservar", en: "No, keep" }

        /// The server was not reached.
        OfflineTitle { es: "Sin conexión", en: "No connection" }
        /// Next step.
        OfflineNext { es: "No se perdió nada de lo que escribió. Revise su conexión e intente de nuevo.", en: "Nothing you typed was lost. Check your connection and try again." }
        /// Keys or storage failed.
        BrowserTitle { es: "Este navegador no pudo usar sus llaves", en: "This browser could not use its keys" }
        /// Next step.
        BrowserNext { es: "Abra la AppMovil por https en un navegador al día, fuera del modo privado, y recargue la página.", en: "Open the AppMovil over https in an up-to-date browser, not in private mode, and reload the page." }
        /// The vault has no such token.
        NotLinkedTitle { es: "Este token no está en este teléfono", en: "This token is not on this phone" }
        /// Next step.
        NotLinkedNext { es: "Ábralo en el teléfono donde lo vinculó, o vincúlelo aquí con una invitación nueva.", en: "Open it on the phone where you linked it, or link it here with a new invitation." }
        /// Fault.
        MalformedTitle { es: "La AppMovil y el servidor no se entendieron", en: "The AppMovil and the server did not understand each other" }
        /// Next step.
        MalformedNext { es: "Recargue la página para tener la versión más reciente e intente de nuevo.", en: "Reload the page to get the latest version and try again." }
        /// Fault.
        InvitationInvalidTitle { es: "Esta invitación no sirve", en: "This invitation cannot be used" }
        /// Next step.
        InvitationInvalidNext { es: "Puede que ya se usara o que la reemplazara otra más reciente. Revise el código, o pida al administrador que la reenvíe.", en: "It may have been used, or replaced by a later one. Check the code, or ask the administrator to send it again." }
        /// Fault.
        InvitationExpiredTitle { es: "La invitación venció", en: "The invitation has expired" }
        /// Next step.
        InvitationExpiredNext { es: "Pida al administrador de su empresa que la reenvíe.", en: "Ask your company's administrator to send it again." }
        /// Fault.
        NotRecognisedTitle { es: "Este teléfono no está autorizado", en: "This phone is not authorised" }
        /// Next step.
        NotRecognisedNext { es: "Puede que su administrador lo reemplazara o quitara el token. Consulte con él; si tiene una invitación nueva, vincúlelo de nuevo.", en: "Your administrator may have replaced it or taken the token back. Ask them; if you have a new invitation, link again." }
        /// Fault.
        ClockOffTitle { es: "La hora de este teléfono está equivocada", en: "This phone's clock is wrong" }
        /// Next step.
        ClockOffNext { es: "Active la hora automática en los ajustes del teléfono e intente de nuevo.", en: "Turn on automatic time in the phone's settings and try again." }
        /// Fault.
        ReplayedTitle { es: "Ese mensaje ya se había recibido", en: "That message had already been received" }
        /// Next step.
        ReplayedNext { es: "Intente de nuevo.", en: "Try again." }
        /// Fault.
        BlockedTitle { es: "Su token está bloqueado", en: "Your token is blocked" }
        /// Next step.
        BlockedNext { es: "No puede aprobar operaciones. Pida a otro administrador que lo desbloquee, o comuníquese con el banco.", en: "You cannot approve operations. Ask another administrator to unblock it, or contact the bank." }
        /// Fault.
        SuspendedTitle { es: "El banco suspendió el servicio de su empresa", en: "The bank suspended your company's service" }
        /// Next step.
        SuspendedNext { es: "Su token se conserva, pero sus códigos no sirven por ahora. Comuníquese con el banco.", en: "Your token is kept, but its codes do not work for now. Contact the bank." }
        /// Fault.
        NoSuchOperationTitle { es: "Esta solicitud ya no espera respuesta", en: "This request no longer awaits an answer" }
        /// Next step.
        NoSuchOperationNext { es: "Puede que venciera, se cancelara o se respondiera. Mire su resultado en la consola.", en: "It may have expired, been cancelled or been answered. See its result in the console." }
        /// Fault.
        WrongChallengeTitle { es: "La solicitud no es la que se mostró", en: "The request is not the one that was shown" }
        /// Next step.
        WrongChallengeNext { es: "No se cambió nada. Vuelva al inicio, ábrala de nuevo y revísela con cuidado.", en: "Nothing was changed. Go back to the start, open it again and check it carefully." }
        /// Fault.
        ExpiredTitle { es: "La solicitud venció", en: "The request has expired" }
        /// Next step.
        ExpiredNext { es: "No se cambió nada. Pídala de nuevo en la consola.", en: "Nothing was changed. Request it again in the console." }
        /// Fault.
        AlreadySettledTitle { es: "Esta solicitud ya fue respondida", en: "This request was already answered" }
        /// Next step.
        AlreadySettledNext { es: "Mire su resultado en la consola.", en: "See its result in the console." }
        /// Fault.
        SupersededTitle { es: "El token cambió mientras tanto", en: "The token changed meanwhile" }
        /// Next step.
        SupersededNext { es: "La solicitud ya no corresponde y no se cambió nada. Revise el token en la consola y, si hace falta, pídala de nuevo.", en: "The request no longer fits and nothing was changed. Check the token in the console and request it again if needed." }
        /// Fault, one try left.
        WrongNumberOne { es: "Ese no es el número de la consola. Le queda 1 intento.", en: "That is not the console's number. You have 1 try left." }
        /// Fault, more left.
        WrongNumberMany { es: "Ese no es el número de la consola. Le quedan {left} intentos.", en: "That is not the console's number. You have {left} tries left." }
        /// Next step.
        WrongNumberNext { es: "Mire el número en la consola y escríbalo otra vez.", en: "Look at the number in the console and type it again." }
        /// Fault, none left.
        WrongNumberEnd { es: "El número se escribió mal demasiadas veces", en: "The number was typed wrong too often" }
        /// Next step.
        WrongNumberEndNext { es: "Ese número ya no sirve y no se cambió nada. Pida otro en la consola.", en: "That number no longer works and nothing was changed. Ask for another in the console." }
        /// Fault, one try left.
        WrongPinOne { es: "PIN incorrecto. Le queda 1 intento antes de que su token se bloquee.", en: "Wrong PIN. You have 1 try left before your token is blocked." }
        /// Fault, more left.
        WrongPinMany { es: "PIN incorrecto. Le quedan {left} intentos.", en: "Wrong PIN. You have {left} tries left." }
        /// Next step.
        WrongPinNext { es: "Escriba de nuevo el PIN que eligió al vincular este teléfono.", en: "Type again the PIN you chose when you linked this phone." }
        /// Fault, none left.
        WrongPinEnd { es: "Su token se bloqueó por PIN incorrecto", en: "Your token was blocked after wrong PINs" }
        /// Next step.
        WrongPinEndNext { es: "No se cambió nada. Pida a otro administrador que lo desbloquee, o comuníquese con el banco.", en: "Nothing was changed. Ask another administrator to unblock it, or contact the bank." }
        /// Fault.
        NotAllowedTitle { es: "La operación ya no se puede hacer", en: "The operation can no longer be done" }
        /// Next step.
        NotAllowedNext { es: "No se cambió nada. La consola dice por qué.", en: "Nothing was changed. The console says why." }
        /// Fault.
        TooManyTitle { es: "Demasiados intentos seguidos", en: "Too many tries in a row" }
        /// Next step.
        TooManyNext { es: "Espere {seconds} segundos e intente de nuevo.", en: "Wait {seconds} seconds and try again." }
        /// Fault.
        UnavailableTitle { es: "El servicio no puede responder ahora", en: "The service cannot answer now" }
        /// Next step.
        UnavailableNext { es: "Espere un momento e intente de nuevo. Lo que escribió sigue aquí.", en: "Wait a moment and try again. What you typed is still here." }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Locale, Message};

    #[test]
    fn both_languages_fill_the_same_places() {
        for message in DeviceAppMessage::ALL {
            let places = |locale| {
                let text = message.text(locale);
                let mut names: Vec<_> = text
                    .split('{')
                    .skip(1)
                    .filter_map(|rest| rest.split_once('}'))
                    .map(|(name, _)| name)
                    .collect();
                names.sort_unstable();
                names
            };
            assert_eq!(
                places(Locale::Spanish),
                places(Locale::English),
                "{message:?}"
            );
        }
    }
}
