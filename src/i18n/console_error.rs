//! What went wrong, and what to do about it.

use super::messages;

messages! {
    /// Words for every error that reaches a person: a title says what
    /// happened, a lead what to do next.
    pub enum ErrorMessage {
        /// The session ended.
        SignedOutTitle { es: "Su sesión terminó", en: "Your session ended" }
        /// What to do.
        SignedOutLead { es: "Ingrese de nuevo para continuar; volverá a esta página.", en: "Sign in again to continue; you will come back to this page." }
        /// No such thing.
        NotFoundTitle { es: "No existe o no está a su alcance", en: "It does not exist or is not within your reach" }
        /// What to do.
        NotFoundLead { es: "Vuelva a la tabla y búsquelo allí.", en: "Go back to the table and look for it there." }
        /// The role may not.
        NotAllowedTitle { es: "Su rol no permite hacer esto", en: "Your role does not allow this" }
        /// What to do.
        NotAllowedLead { es: "Pídaselo a un usuario administrador de su empresa.", en: "Ask an administrator of your company." }
        /// Fields are wrong.
        InvalidTitle { es: "Revise los datos", en: "Check the data" }
        /// What to do.
        InvalidLead { es: "Corrija lo que se indica y vuelva a intentarlo.", en: "Correct what is marked and try again." }
        /// The request was unreadable.
        MalformedTitle { es: "No pudimos leer la solicitud", en: "We could not read the request" }
        /// What to do.
        MalformedLead { es: "Recargue la página e inténtelo de nuevo.", en: "Reload the page and try again." }
        /// The server did not answer.
        UnreachableTitle { es: "No pudimos comunicarnos con el servicio", en: "We could not reach the service" }
        /// What to do.
        UnreachableLead { es: "Revise su conexión e inténtelo de nuevo.", en: "Check your connection and try again." }
        /// The database is away.
        UnavailableTitle { es: "El servicio no está disponible por un momento", en: "The service is unavailable for a moment" }
        /// What to do.
        UnavailableLead { es: "No se cambió nada. Inténtelo de nuevo en unos segundos.", en: "Nothing was changed. Try again in a few seconds." }
        /// A fault of ours.
        InternalTitle { es: "Algo falló de nuestro lado", en: "Something failed on our side" }
        /// What to do.
        InternalLead { es: "No se cambió nada. Inténtelo de nuevo; si continúa, comuníquese con la línea de atención.", en: "Nothing was changed. Try again; if it goes on, contact support." }
        /// What to tell support.
        Reference { es: "Referencia para la línea de atención:", en: "Reference for support:" }

        /// No token is free.
        NoTokenTitle { es: "Su empresa no tiene tokens virtuales disponibles", en: "Your company has no virtual tokens available" }
        /// What to do.
        NoTokenLead { es: "Solicite más tokens al banco en Token Virtual, o espere a que se libere uno.", en: "Ask the bank for more tokens in Virtual Token, or wait until one is freed." }
        /// All free tokens wait for others.
        ReservedTitle { es: "Los tokens disponibles están reservados", en: "The available tokens are reserved" }
        /// What to do.
        ReservedLead { es: "Otras solicitudes esperan confirmación. Inténtelo de nuevo en dos minutos: si alguna no se confirma, su token queda libre.", en: "Other requests wait to be confirmed. Try again in two minutes: if one is not confirmed, its token becomes free." }
        /// Fewer tokens than users.
        TooFewTitle { es: "No hay tokens para todos los elegidos", en: "There are not enough tokens for all those chosen" }
        /// How many, and what to do.
        TooFewLead { es: "Tokens necesarios: {needed}. Disponibles: {available}. Elija menos usuarios o solicite más tokens al banco.", en: "Tokens needed: {needed}. Available: {available}. Choose fewer users, or ask the bank for more tokens." }
        /// Somebody was first.
        ChangedTitle { es: "Alguien lo cambió antes que usted", en: "Somebody changed it before you" }
        /// What to do.
        ChangedLead { es: "Ya ve el estado más reciente. Revíselo y decida de nuevo.", en: "You now see its latest state. Check it and decide again." }
        /// What happened, and what to do.
        OvertakenLead { es: "{deed}. Ahora el token está {state}. Revíselo y decida de nuevo.", en: "{deed}. The token is now {state}. Check it and decide again." }
        /// Settled already.
        SettledTitle { es: "Esta solicitud ya había terminado", en: "This request was already settled" }
        /// What to do.
        SettledLead { es: "Revise su resultado y, si hace falta, solicítelo de nuevo.", en: "Check its result and ask again if need be." }
        /// No own token to confirm with.
        NoActiveTokenTitle { es: "No tiene un token activo para confirmar", en: "You have no active token to confirm with" }
        /// What to do.
        NoActiveTokenLead { es: "Toda solicitud se confirma en su AppMovil. Revise el estado de su token en Mi perfil o comuníquese con la línea de atención.", en: "Every request is confirmed in your AppMovil. Check your token in My profile or contact support." }
        /// Linked already.
        AlreadyLinkedTitle { es: "Su AppMovil ya está vinculada", en: "Your AppMovil is already linked" }
        /// What to do.
        AlreadyLinkedLead { es: "Recargue la página para continuar.", en: "Reload the page to continue." }
        /// An invitation is on its way.
        AlreadyInvitedTitle { es: "Ya tiene un código de enrolamiento vigente", en: "You already have an enrolment code that works" }
        /// What to do.
        AlreadyInvitedLead { es: "Úselo en la AppMovil o genere otro.", en: "Use it in the AppMovil or make another one." }

        /// Too many failed sign-ins.
        PausedSignInTitle { es: "Demasiados intentos de ingreso", en: "Too many sign-in attempts" }
        /// What to do.
        PausedSignInLead { es: "Por seguridad debe esperar {time} antes de intentarlo otra vez.", en: "For your security you have to wait {time} before trying again." }
        /// Too many requests that came to nothing.
        PausedRequestsTitle { es: "Sus solicitudes están en pausa", en: "Your requests are paused" }
        /// What to do.
        PausedRequestsLead { es: "Cinco de sus solicitudes de los últimos diez minutos no se aprobaron. Podrá solicitar de nuevo en {time}.", en: "Five of your requests in the last ten minutes were not approved. You can ask again in {time}." }
        /// Five rejections in a row.
        LockedRequestsTitle { es: "Sus solicitudes están bloqueadas", en: "Your requests are locked" }
        /// What to do.
        LockedRequestsLead { es: "Se rechazaron cinco solicitudes seguidas. Otro administrador puede levantar el bloqueo desde su página Token Virtual; también el banco.", en: "Five requests in a row were rejected. Another administrator can lift the lock from their Virtual Token page; the bank can, too." }

        /// The rule refuses.
        RefusedTitle { es: "La solicitud no es posible", en: "The request is not possible" }
        /// The rule: role.
        RefusedRole { es: "Su rol no permite hacer este cambio.", en: "Your role does not allow this change." }
        /// The rule: state.
        RefusedState { es: "El token está en estado {state}; desde allí no es posible.", en: "The token is in state {state}; from there it is not possible." }
        /// The rule: the user.
        RefusedIneligible { es: "El usuario no puede recibir un token:", en: "The user cannot get a token:" }
        /// The rule: one at a time.
        RefusedOpen { es: "Otra solicitud sobre este token espera confirmación. Confírmela, cancélela o espere a que venza.", en: "Another request on this token waits to be confirmed. Confirm it, cancel it or wait until it expires." }
        /// The rule: own token.
        RefusedOwn { es: "Nadie aprueba un cambio de su propio token. Debe hacerlo otro administrador.", en: "Nobody approves a change of their own token. Another administrator has to." }
        /// The rule: last administrator.
        RefusedLast { es: "Es el último administrador con un token activo; solo el banco puede hacerlo.", en: "This is the last administrator with an active token; only the bank can do it." }

        /// Why somebody may not answer a request.
        OwnRequest { es: "Usted hizo esta solicitud: nadie aprueba la suya. Debe hacerlo otro administrador con su AppMovil.", en: "You made this request: nobody approves their own. Another administrator has to, with their AppMovil." }
        /// Why somebody may not answer a request.
        OwnTokenApproval { es: "Esta solicitud cambia su propio token: nadie aprueba un cambio del suyo. Debe hacerlo otro administrador.", en: "This request changes your own token: nobody approves a change of theirs. Another administrator has to." }
        /// The rule about users: oneself.
        UserOneself { es: "Nadie se desactiva a sí mismo. Debe hacerlo otro administrador.", en: "Nobody deactivates themselves. Another administrator has to." }
        /// The rule about users: already so.
        UserActive { es: "El usuario ya está activo.", en: "The user is active already." }
        /// The rule about users: inactive.
        UserInactive { es: "El usuario está inactivo; actívelo primero.", en: "The user is inactive; activate them first." }
        /// The rule about users: nothing to confirm.
        UserIncomplete { es: "Faltan datos o no son válidos; edítelos primero.", en: "Data are missing or not valid; edit them first." }
        /// The rule about users: their invitations go there.
        UserHoldsToken { es: "Este usuario tiene un token virtual: un cambio de su correo o de su celular se confirma en la AppMovil.", en: "This user holds a virtual token: a change of their e-mail or mobile is confirmed in the AppMovil." }

        /// Why a user may not have a token.
        Inactive { es: "El usuario está inactivo", en: "The user is inactive" }
        /// Why a user may not have a token.
        NotSecondary { es: "No es un usuario secundario", en: "Not a secondary user" }
        /// Why a user may not have a token.
        HasToken { es: "Ya tiene un token virtual", en: "Already has a virtual token" }
        /// Why a user may not have a token.
        HasOpenOperation { es: "Ya hay una solicitud que espera confirmación", en: "A request already waits to be confirmed" }
        /// Why a user may not have a token.
        EmailMissing { es: "No tiene correo electrónico", en: "Has no e-mail" }
        /// Why a user may not have a token.
        EmailInvalid { es: "El correo electrónico no es válido", en: "The e-mail is not valid" }
        /// Why a user may not have a token.
        MobileMissing { es: "No tiene celular", en: "Has no mobile number" }
        /// Why a user may not have a token.
        MobileInvalid { es: "El celular no es válido", en: "The mobile number is not valid" }
        /// Why a user may not have a token.
        ContactStale { es: "Hace demasiado que no se confirman su correo y su celular", en: "E-mail and mobile were last confirmed too long ago" }

        /// An empty field.
        CompanyMissing { es: "Escriba el código de empresa", en: "Enter the company code" }
        /// An empty field.
        UsernameMissing { es: "Escriba el usuario", en: "Enter the user" }
        /// An empty field.
        PasswordMissing { es: "Escriba la contraseña", en: "Enter the password" }
        /// An empty field.
        CodeMissing { es: "Escriba el código de su AppMovil", en: "Enter the code of your AppMovil" }
        /// The sign-in does not fit.
        CredentialsWrong { es: "La empresa, el usuario o la contraseña no coinciden", en: "Company, user or password do not match" }
        /// The code does not fit.
        CodeWrong { es: "El código no es correcto o ya se usó; espere el siguiente", en: "The code is not right or was used; wait for the next one" }
        /// Beside a field.
        CodeBlocked { es: "Su token está bloqueado y ningún código sirve; pida a otro administrador que lo desbloquee o llame a la línea de atención", en: "Your token is blocked and no code works; ask another administrator to unblock it, or call the support line" }
        /// The code has another form.
        CodeMalformed { es: "El código tiene seis dígitos", en: "The code has six digits" }
        /// A username that another has.
        UsernameTaken { es: "Otro usuario de su empresa ya lo tiene", en: "Another user of your company has it" }
        /// A username that is none.
        UsernameMalformed { es: "Use entre 3 y 40 letras, números, puntos o guiones, sin espacios", en: "Use 3 to 40 letters, digits, dots or hyphens, without spaces" }
        /// An empty field.
        FullNameMissing { es: "Escriba el nombre completo", en: "Enter the full name" }
        /// An empty field.
        FieldEmailMissing { es: "Escriba el correo electrónico", en: "Enter the e-mail" }
        /// A wrong field.
        FieldEmailMalformed { es: "Escriba un correo completo, como nombre@empresa.com", en: "Enter a full address, such as name@company.com" }
        /// An empty field.
        FieldMobileMissing { es: "Escriba el celular", en: "Enter the mobile number" }
        /// A wrong field.
        FieldMobileMalformed { es: "No es un celular: en Colombia son diez dígitos que empiezan por 3; de otro país, con + e indicativo", en: "That is no mobile: in Colombia ten digits that begin with 3; of another country, with + and its code" }
        /// Any field.
        FieldTooLong { es: "Es demasiado largo", en: "It is too long" }
        /// Any field.
        FieldMalformed { es: "No tiene la forma esperada", en: "It does not have the expected form" }
        /// Any field.
        FieldMissing { es: "Falta este dato", en: "This is missing" }
        /// Any field.
        FieldWrong { es: "No es correcto", en: "It is not right" }
        /// A field.
        SlugTaken { es: "Otra empresa ya usa ese código", en: "Another company uses that code" }
        /// A field.
        SlugMalformed { es: "Use de 3 a 40 letras minúsculas sin tilde, números o guiones, y empiece con una letra", en: "Use 3 to 40 lower-case letters without accents, digits or hyphens, and begin with a letter" }
        /// A field.
        CompanyNameMissing { es: "Escriba el nombre de la empresa", en: "Enter the company's name" }
        /// A field.
        ContactPeriodWrong { es: "Escriba un número de días entre 1 y 3650", en: "Enter a number of days between 1 and 3650" }
        /// A field.
        TokenCountWrong { es: "Escriba un número entre 1 y 1000", en: "Enter a number between 1 and 1000" }
        /// A field.
        SerialMalformed { es: "Escriba FEF y siete dígitos, como FEF4900032", en: "Enter FEF and seven digits, such as FEF4900032" }
        /// A field.
        DeclineReasonMissing { es: "Escriba el motivo: la empresa lo leerá", en: "Enter the reason: the company will read it" }
        /// The bank ran out of serials.
        SerialsUsedUpTitle { es: "No quedan números de serie", en: "There are no serial numbers left" }
        /// What to do.
        SerialsUsedUpLead { es: "Pida menos tokens o comuníquese con quien administra Llavero.", en: "Ask for fewer tokens or contact whoever runs Llavero." }
        /// A request waits already.
        AlreadyRequestedTitle { es: "Su empresa ya tiene una solicitud en espera", en: "Your company already has a request that waits" }
        /// What to do.
        AlreadyRequestedLead { es: "Espere la respuesta del banco, o retírela y haga otra.", en: "Wait for the bank's answer, or withdraw it and make another." }
        /// A field.
        PasswordShort { es: "Use al menos 12 caracteres", en: "Use at least 12 characters" }
        /// A field.
        PasswordEasy { es: "Es fácil de adivinar: no repita pocos caracteres ni incluya su usuario o su empresa", en: "It is easy to guess: do not repeat a few characters nor include your user name or company" }
        /// A link to choose a password.
        LinkUsedTitle { es: "El enlace ya no sirve", en: "The link does not work any more" }
        /// A link to choose a password.
        LinkExpiredTitle { es: "El enlace venció", en: "The link has expired" }
        /// What to do.
        LinkUsedLead { es: "Pida otro a la línea de atención del banco.", en: "Ask the bank's support for another." }
    }
}
