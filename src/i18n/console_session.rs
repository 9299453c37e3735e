//! Words of signing in, linking one's AppMovil, and one's own page.

use super::messages;

messages! {
    /// The words of a person's own matters.
    pub enum SessionMessage {
        /// Title of the sign-in page.
        SignInTitle { es: "Ingreso", en: "Sign in" }
        /// What the sign-in page is for.
        SignInLead { es: "Administre los tokens virtuales de su empresa.", en: "Manage your company's virtual tokens." }
        /// Fact.
        Company { es: "Empresa", en: "Company" }
        /// Field.
        CompanyCode { es: "Código de empresa", en: "Company code" }
        /// Hint of the field.
        CompanyHint { es: "El que le dio el banco para su empresa, como entelgy", en: "The one that the bank gave your company, such as entelgy" }
        /// Field.
        Username { es: "Usuario", en: "User" }
        /// Field.
        Password { es: "Contraseña", en: "Password" }
        /// Button.
        SignIn { es: "Ingresar", en: "Sign in" }
        /// The same, busy.
        SigningIn { es: "Verificando…", en: "Checking…" }
        /// Notice after a session ended.
        SessionEnded { es: "Ingrese para continuar", en: "Sign in to continue" }
        /// Title of the second step.
        CodeTitle { es: "Confirme que es usted", en: "Confirm that it is you" }
        /// What to do there.
        CodeLead { es: "Abra su AppMovil y escriba el código de un solo uso que muestra.", en: "Open your AppMovil and enter the one-time code it shows." }
        /// Field.
        Code { es: "Código de la AppMovil", en: "AppMovil code" }
        /// Hint of the field.
        CodeHint { es: "Seis dígitos; cambia cada 30 segundos", en: "Six digits; it changes every 30 seconds" }
        /// Button.
        Continue { es: "Continuar", en: "Continue" }
        /// Back to the first step.
        OtherUser { es: "Ingresar con otro usuario", en: "Sign in as another user" }
        /// Opens the AppMovil.
        OpenApp { es: "Abrir la AppMovil", en: "Open the AppMovil" }

        /// Title of the linking page.
        LinkTitle { es: "Vincule su AppMovil", en: "Link your AppMovil" }
        /// Why.
        LinkLead { es: "Con ella confirma cada cambio. Es lo único que falta para usar la consola.", en: "With it you confirm every change. It is all that is missing to use the console." }
        /// First way.
        LinkScan { es: "Con otro dispositivo: escanee este código", en: "With another device: scan this code" }
        /// What the QR does.
        LinkQr { es: "Abre la AppMovil y empieza el enrolamiento", en: "Opens the AppMovil and starts the enrolment" }
        /// Second way.
        LinkHere { es: "En este dispositivo", en: "On this device" }
        /// Button of the second way.
        OpenAppHere { es: "Abrir AppMovil en este dispositivo", en: "Open AppMovil on this device" }
        /// Where it opens.
        OpensInNewTab { es: "Se abre en otra pestaña; esta sigue sola cuando termine.", en: "It opens in another tab; this one moves on by itself when you finish." }
        /// Third way.
        LinkTyped { es: "O escriba este código en la AppMovil", en: "Or type this code in the AppMovil" }
        /// The typed code.
        EnrolmentCode { es: "Código de enrolamiento", en: "Enrolment code" }
        /// Until when.
        LinkExpires { es: "Sirve una sola vez, hasta el {when}.", en: "It works once, until {when}." }
        /// What goes on.
        LinkWaiting { es: "Esperando a que su AppMovil se enrole…", en: "Waiting for your AppMovil to enrol…" }
        /// Toast at the end.
        LinkDone { es: "Su AppMovil quedó vinculada y su token está Activo", en: "Your AppMovil is linked and your token is Active" }
        /// Makes a new code.
        NewCode { es: "Generar otro código", en: "Make another code" }
        /// What making one does.
        NewCodeHint { es: "El código anterior deja de servir.", en: "The code before it stops working." }
        /// While the code is made.
        MakingCode { es: "Preparando su código…", en: "Preparing your code…" }
        /// A code was shown or sent that still works.
        InvitedTitle { es: "Ya tiene un código de enrolamiento vigente", en: "You already have an enrolment code that works" }
        /// Where it is and how to go on.
        InvitedLead { es: "Si está enrolando su AppMovil, continúe allí: esta página sigue sola cuando termine.", en: "If you are enrolling your AppMovil, go on there: this page moves on by itself when you finish." }
        /// Until when, and why it is not shown.
        InvitedUntil { es: "El código sirve hasta el {when}. Está en la pestaña donde se mostró o en el mensaje que le envió el banco; por seguridad no se guarda y no se puede mostrar otra vez.", en: "The code works until {when}. It is in the tab that showed it or in the message the bank sent you; for your security it is not kept and cannot be shown again." }
        /// The token that will be linked.
        YourToken { es: "Su token", en: "Your token" }
        /// An administrator without a token.
        NoTokenTitle { es: "Todavía no tiene un token virtual", en: "You have no virtual token yet" }
        /// What to do.
        NoTokenLead { es: "El banco asigna el primer token de cada administrador. Comuníquese con la línea de atención y pida el suyo; cuando lo tenga, aquí podrá vincular su AppMovil.", en: "The bank assigns each administrator's first token. Contact support and ask for yours; once you have it, you can link your AppMovil here." }

        /// Title of the page for a secondary user.
        MemberTitle { es: "Su token virtual", en: "Your virtual token" }
        /// What they can do.
        MemberLead { es: "Como usuario secundario usa su token en la AppMovil. Su administrador asigna, activa y quita los tokens.", en: "As a secondary user you use your token in the AppMovil. Your administrator assigns, activates and takes back tokens." }
        /// A secondary user without a token.
        MemberNoToken { es: "Su administrador aún no le ha asignado un token. Cuando lo haga recibirá un correo con la invitación.", en: "Your administrator has not assigned you a token yet. When they do you will get an e-mail with the invitation." }
        /// A secondary user who has yet to enrol.
        MemberUnlinked { es: "Tiene un token asignado. Abra la invitación que recibió por correo en su celular para enrolar la AppMovil.", en: "A token is assigned to you. Open the invitation you got by e-mail on your mobile to enrol the AppMovil." }

        /// What a secondary user's token waits for.
        MemberPending { es: "Falta que su administrador lo active; no tiene que hacer nada más.", en: "Your administrator has yet to activate it; you need do nothing else." }
        /// A secondary user's token works.
        MemberActive { es: "Ya puede usarlo en la AppMovil.", en: "You can use it in the AppMovil." }
        /// A secondary user's token was stopped.
        MemberBlocked { es: "Está bloqueado: su administrador puede desbloquearlo.", en: "It is blocked: your administrator can unblock it." }

        /// Title of the profile.
        ProfileTitle { es: "Mi perfil", en: "My profile" }
        /// Panel.
        PersonPanel { es: "Datos personales", en: "Personal data" }
        /// Panel.
        TokenPanel { es: "Mi token", en: "My token" }
        /// Fact.
        FullName { es: "Nombre", en: "Name" }
        /// Fact.
        Role { es: "Rol", en: "Role" }
        /// Fact.
        Email { es: "Correo electrónico", en: "E-mail" }
        /// Fact.
        Mobile { es: "Celular", en: "Mobile" }
        /// Fact.
        Serial { es: "Número de Serie", en: "Serial Number" }
        /// Fact.
        State { es: "Estado", en: "State" }
        /// Fact.
        Device { es: "Dispositivo", en: "Device" }
        /// Fact.
        EnrolledAt { es: "Enrolado desde", en: "Enrolled since" }
        /// Without a token.
        ProfileNoToken { es: "No tiene un token virtual.", en: "You have no virtual token." }
        /// With one that is not linked.
        ProfileUnlinked { es: "Su token espera a que vincule la AppMovil.", en: "Your token waits for you to link the AppMovil." }
        /// Who can change the data.
        ProfileContactHint { es: "Para cambiar estos datos, hable con otro administrador de su empresa.", en: "To change these data, ask another administrator of your company." }
    }
}
