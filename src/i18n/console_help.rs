//! Words of the guides under Ayuda.

use super::messages;

messages! {
    /// The guides' words.
    pub enum HelpMessage {
        /// Title of the index.
        Title { es: "Ayuda", en: "Help" }
        /// What the index is for.
        Lead { es: "Tres guías cortas y la línea de atención del banco.", en: "Three short guides and the bank's support lines." }
        /// Label of the list of guides.
        Guides { es: "Guías", en: "Guides" }
        /// Back to the index.
        AllGuides { es: "Todas las guías", en: "All guides" }
        /// Title of the first guide.
        UsersTitle { es: "Creación y configuración de usuarios secundarios", en: "Creating and setting up secondary users" }
        /// What it is about.
        UsersLead { es: "Qué necesita un usuario para recibir un token virtual, y qué hacer cuando la consola dice que no puede recibirlo.", en: "What a user needs to get a virtual token, and what to do when the console says they cannot." }
        /// Heading.
        UsersNeedHeading { es: "Lo que necesita cada usuario", en: "What each user needs" }
        /// Step.
        UsersNeedActive { es: "Estar activo y ser usuario secundario de su empresa.", en: "To be active, and a secondary user of your company." }
        /// Step.
        UsersNeedEmail { es: "Un correo electrónico propio y vigente: allí llega la invitación para enrolarse.", en: "An e-mail of their own that works: the invitation to enrol goes there." }
        /// Step.
        UsersNeedMobile { es: "Un celular vigente: en él usará la AppMovil.", en: "A mobile number that works: the AppMovil is used on it." }
        /// Step.
        UsersNeedFresh { es: "Correo y celular confirmados dentro del plazo de su empresa, que normalmente es de un año.", en: "E-mail and mobile confirmed within your company's period, usually one year." }
        /// Step.
        UsersNeedNoToken { es: "No tener ya un token virtual ni una solicitud de asignación en espera.", en: "To have neither a virtual token nor an assignment that waits already." }
        /// Heading.
        UsersCreateHeading { es: "Crear o actualizar un usuario", en: "Creating or updating a user" }
        /// Step.
        UsersCreateCollect { es: "Reúna el nombre completo, el nombre con el que ingresará, el correo y el celular de la persona.", en: "Collect the person's full name, the name they will sign in with, their e-mail and their mobile." }
        /// Step.
        UsersCreateAsk { es: "Abra Usuarios y presione Crear usuario; si ya existe, abra su página y presione Editar datos. Marque que confirmó el correo y el celular con la persona.", en: "Open Users and press Create user; if they exist already, open their page and press Edit data. Tick that you checked e-mail and mobile with the person." }
        /// Step.
        UsersCreateCheck { es: "Abra Asignar Token Virtual y búsquelo: si aparece sin advertencias, ya puede elegirlo.", en: "Open Assign Virtual Token and look for them: if they are listed without a warning, you can choose them." }
        /// Heading.
        UsersFixHeading { es: "Si la consola dice que no puede recibirlo", en: "If the console says they cannot get one" }
        /// Fact.
        UsersFixContact { es: "Falta o no es válido el correo o el celular", en: "E-mail or mobile is missing or not valid" }
        /// Fact.
        UsersFixContactHow { es: "Corríjalo en su página de Usuarios; si ya tiene un token virtual, lo confirma en su AppMovil. Revise que el correo tenga @ y un dominio, y que el celular tenga diez dígitos y empiece por 3.", en: "Correct it on their page under Users; if they hold a virtual token, you confirm it in your AppMovil. Check that the e-mail has an @ and a domain, and that the mobile has ten digits and begins with 3." }
        /// Fact.
        UsersFixStale { es: "Hace demasiado que no se confirman sus datos", en: "Their data were last confirmed too long ago" }
        /// Fact.
        UsersFixStaleHow { es: "Verifíquelos con la persona y presione Confirmar datos, en su página o marcando varios en Usuarios.", en: "Check them with the person and press Confirm data, on their page or by ticking several under Users." }
        /// Fact.
        UsersFixHasToken { es: "Ya tiene un token virtual", en: "They have a virtual token already" }
        /// Fact.
        UsersFixHasTokenHow { es: "Búsquelo en Token Virtual: cada usuario tiene uno solo. Su correo y su celular se cambian en su página de Usuarios; usted lo confirma en su AppMovil.", en: "Find it under Virtual Token: each user has one only. Their e-mail and mobile are changed on their page under Users; you confirm it in your AppMovil." }
        /// Fact.
        UsersFixInactive { es: "El usuario está inactivo", en: "The user is inactive" }
        /// Fact.
        UsersFixInactiveHow { es: "Actívelo en su página de Usuarios, si sigue en su empresa.", en: "Activate them on their page under Users, if they are still with your company." }
        /// Title of the second guide.
        AssignTitle { es: "Asignación de token a usuarios", en: "Assigning tokens to users" }
        /// What it is about.
        AssignLead { es: "Los nueve pasos, desde la tabla hasta el token Activo. Tenga su AppMovil a la mano.", en: "The nine steps, from the table to the Active token. Have your AppMovil at hand." }
        /// Step 1.
        AssignStep1 { es: "Entre a Administración / Administración de Token / Token Virtual. Arriba verá cuántos tokens tiene su empresa y cuántos están disponibles.", en: "Go to Administration / Token Administration / Virtual Token. At the top you see how many tokens your company has and how many are available." }
        /// Step 2.
        AssignStep2 { es: "Presione Asignar Token Usuario. Se abre Asignar Token Virtual.", en: "Press Assign Token to User. Assign Virtual Token opens." }
        /// Step 3.
        AssignStep3 { es: "Elija un usuario y presione Continuar. Quien no puede recibirlo aparece con el motivo.", en: "Choose a user and press Continue. Those who cannot get one are listed with the reason." }
        /// Step 4.
        AssignStep4 { es: "Confirme la asignación en su AppMovil: compruebe que dice lo mismo que la pantalla y escriba allí el número que ve y su PIN. Tiene dos minutos.", en: "Confirm the assignment in your AppMovil: check that it says the same as the screen and type there the number you see and your PIN. You have two minutes." }
        /// Step 5.
        AssignStep5 { es: "Verá el mensaje «La asignación fue exitosa».", en: "You will see the message “The assignment was successful”." }
        /// Step 6.
        AssignStep6 { es: "La fila del usuario aparece en la tabla con estado Asignado y él recibe la invitación por correo.", en: "The user's row appears in the table as Assigned, and they get the invitation by e-mail." }
        /// Step 7.
        AssignStep7 { es: "Cuando el usuario se enrola en la AppMovil, su estado cambia solo a Pendiente Activación.", en: "When the user enrols in the AppMovil, their state changes by itself to Pending Activation." }
        /// Step 8.
        AssignStep8 { es: "Seleccione al usuario pendiente, presione Activar al pie de la pantalla y confirme otra vez en su AppMovil.", en: "Select the pending user, press Activate at the foot of the screen and confirm again in your AppMovil." }
        /// Step 9.
        AssignStep9 { es: "El estado queda Activo. Si el usuario tenía un token físico, queda Inhabilitado.", en: "The state becomes Active. If the user had a physical token, it becomes Disabled." }
        /// Link.
        AssignOpenTable { es: "Abrir Token Virtual", en: "Open Virtual Token" }
        /// Link.
        AssignOpenWizard { es: "Abrir Asignar Token Virtual", en: "Open Assign Virtual Token" }
        /// Link.
        AssignOpenPending { es: "Ver los que están en Pendiente Activación", en: "See those in Pending Activation" }
        /// Heading.
        AssignTroubleHeading { es: "Si algo no sale", en: "If something goes wrong" }
        /// Fact.
        AssignExpired { es: "La solicitud venció", en: "The request expired" }
        /// Fact.
        AssignExpiredHow { es: "Presione Solicitar de nuevo: tendrá otros dos minutos y un número nuevo.", en: "Press Ask again: you get two more minutes and a new number." }
        /// Fact.
        AssignNone { es: "No hay tokens disponibles", en: "No tokens are available" }
        /// Fact.
        AssignNoneHow { es: "Presione Solicitar más tokens en Token Virtual.", en: "Press Ask for more tokens under Virtual Token." }
        /// Fact.
        AssignStuck { es: "El usuario sigue en Asignado", en: "The user stays Assigned" }
        /// Fact.
        AssignStuckHow { es: "Aún no se ha enrolado. La invitación vence a las 72 horas. Si se perdió o venció, use Reenviar invitación.", en: "They have not enrolled yet. The invitation expires after 72 hours. If it was lost or expired, use Resend invitation." }
        /// Title of the third guide.
        EnrolTitle { es: "Enrolamiento en la AppMovil", en: "Enrolling in the AppMovil" }
        /// What it is about.
        EnrolLead { es: "Para quien recibió un token: cómo dejar su celular listo. Toma unos tres minutos.", en: "For whoever got a token: how to get your mobile ready. It takes about three minutes." }
        /// Step 1.
        EnrolStep1 { es: "Abra en su celular el correo con la invitación. Sirve una sola vez y vence a las 72 horas.", en: "Open the e-mail with the invitation on your mobile. It works once and expires after 72 hours." }
        /// Step 2.
        EnrolStep2 { es: "Siga el enlace. También puede abrir la AppMovil y escanear el código QR, o escribir el código de la invitación.", en: "Follow the link. You can also open the AppMovil and scan the QR code, or type the invitation's code." }
        /// Step 3.
        EnrolStep3 { es: "Instale la AppMovil cuando el navegador lo ofrezca, o agréguela a la pantalla de inicio.", en: "Install the AppMovil when the browser offers it, or add it to the home screen." }
        /// Step 4.
        EnrolStep4 { es: "Elija un PIN de seis dígitos que no use en otra parte. No se guarda en el celular ni en el banco: si lo escribe mal cinco veces seguidas, su token se bloquea.", en: "Choose a six-digit PIN that you use nowhere else. It is stored neither on the mobile nor at the bank: five wrong PINs in a row block your token." }
        /// Step 5.
        EnrolStep5 { es: "Espere a que su administrador lo active. Recibirá un correo y la AppMovil lo mostrará; no necesita tenerla abierta.", en: "Wait for your administrator to activate it. You will get an e-mail and the AppMovil will show it; you need not keep it open." }
        /// Step 6.
        EnrolStep6 { es: "Cuando su token esté Activo, úselo para sus códigos y confirmaciones. Su token físico, si tenía uno, deja de servir.", en: "Once your token is Active, use it for your codes and confirmations. Your physical token, if you had one, stops working." }
        /// Link.
        EnrolOpenApp { es: "Abrir la AppMovil", en: "Open the AppMovil" }
        /// Heading.
        EnrolTroubleHeading { es: "Si algo no sale", en: "If something goes wrong" }
        /// Fact.
        EnrolExpired { es: "La invitación venció o ya se usó", en: "The invitation expired or was used" }
        /// Fact.
        EnrolExpiredHow { es: "Pida a su administrador una nueva; la anterior deja de servir.", en: "Ask your administrator for a new one; the one before stops working." }
        /// Fact.
        EnrolBlocked { es: "Su token se bloqueó", en: "Your token was blocked" }
        /// Fact.
        EnrolBlockedHow { es: "Su administrador puede desbloquearlo.", en: "Your administrator can unblock it." }
        /// Fact.
        EnrolLost { es: "Perdió el celular", en: "You lost the mobile" }
        /// Fact.
        EnrolLostHow { es: "Avise de inmediato a su administrador o a la línea de atención para bloquear el token.", en: "Tell your administrator or support at once so that the token is blocked." }
    }
}
