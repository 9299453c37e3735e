//! Words of the users' screens.

use super::messages;

messages! {
    /// The words of the users' screens.
    pub enum UserMessage {
        /// What the page is for.
        Lead { es: "Cree los usuarios de su empresa, mantenga sus datos al día y active o desactive su acceso.", en: "Create your company's users, keep their data up to date, and activate or deactivate their access." }
        /// What the page is for, to one who only looks.
        LeadAuditor { es: "Consulte los usuarios de su empresa.", en: "Look at your company's users." }
        /// Leads to the form.
        Create { es: "Crear usuario", en: "Create user" }
        /// While rows are on their way.
        Loading { es: "Cargando usuarios…", en: "Loading users…" }
        /// What the table lists.
        Caption { es: "Usuarios de la empresa", en: "The company's users" }
        /// Filter.
        Search { es: "Usuario, nombre o correo", en: "User, name or e-mail" }
        /// Column and field.
        Username { es: "Usuario", en: "User" }
        /// Column and field.
        FullName { es: "Nombre completo", en: "Full name" }
        /// Column, filter and field.
        Role { es: "Rol", en: "Role" }
        /// Column and filter.
        Status { es: "Estado", en: "State" }
        /// Column and filter.
        Contact { es: "Datos de contacto", en: "Contact data" }
        /// Column and filter.
        Token { es: "Token virtual", en: "Virtual token" }
        /// Field.
        Email { es: "Correo electrónico", en: "E-mail" }
        /// Field.
        Mobile { es: "Celular", en: "Mobile" }
        /// A user's state.
        Active { es: "Activo", en: "Active" }
        /// A user's state.
        Inactive { es: "Inactivo", en: "Inactive" }
        /// Contact data confirmed within the company's period.
        ContactFresh { es: "Vigentes", en: "Up to date" }
        /// Contact data confirmed too long ago.
        ContactStale { es: "Vencidos", en: "Out of date" }
        /// Contact data that nobody confirmed.
        ContactNever { es: "Sin confirmar", en: "Not confirmed" }
        /// Contact data that are missing or wrong.
        ContactMissing { es: "Incompletos", en: "Incomplete" }
        /// Filter.
        WithToken { es: "Con token", en: "With a token" }
        /// Filter.
        WithoutToken { es: "Sin token", en: "Without a token" }
        /// In the column of tokens.
        NoToken { es: "No tiene", en: "None" }
        /// A value that is not there.
        Missing { es: "No registrado", en: "Not on record" }
        /// Nobody fits.
        FilteredTitle { es: "Ningún usuario coincide con los filtros", en: "No user matches the filters" }
        /// What to do.
        FilteredLead { es: "Cambie los filtros o quítelos para ver todos.", en: "Change the filters, or clear them to see everybody." }

        /// Title of a user's page while its name is not known.
        DetailTitle { es: "Datos del usuario", en: "The user's data" }
        /// Panel.
        PersonPanel { es: "Usuario y acceso", en: "User and access" }
        /// Panel.
        ContactPanel { es: "Cómo se le contacta", en: "How they are reached" }
        /// When the data were confirmed.
        ConfirmedOn { es: "Última confirmación: {when}", en: "Last confirmed: {when}" }
        /// Over what keeps a user from getting a token.
        ProblemsTitle { es: "Con estos datos no puede recibir un token", en: "With these data they cannot get a token" }
        /// Way back.
        BackToUsers { es: "Volver a Usuarios", en: "Back to Users" }

        /// Button.
        Edit { es: "Editar datos", en: "Edit data" }
        /// Button.
        ConfirmContact { es: "Confirmar datos", en: "Confirm data" }
        /// Button.
        Deactivate { es: "Desactivar usuario", en: "Deactivate user" }
        /// Button.
        Activate { es: "Activar usuario", en: "Activate user" }
        /// While it is on its way.
        Saving { es: "Guardando…", en: "Saving…" }
        /// Question.
        ConfirmTitle { es: "¿Confirmó estos datos con la persona?", en: "Did you check these data with the person?" }
        /// What is confirmed.
        ConfirmLead { es: "{name}: {email}, {mobile}. A esa dirección y a ese número llegan sus invitaciones y avisos.", en: "{name}: {email}, {mobile}. Their invitations and notices go to that address and number." }
        /// Of whom.
        ConfirmManyLead { es: "Se confirmarán el correo y el celular de: {names}.", en: "E-mail and mobile will be confirmed of: {names}." }
        /// What it means.
        ConfirmMeaning { es: "Hágalo solo si verificó con cada persona que siguen siendo suyos. Queda registrado que usted lo confirmó hoy.", en: "Do so only if you checked with each person that they are still theirs. It is recorded that you confirmed them today." }
        /// Button of the question.
        ConfirmYes { es: "Sí, los confirmé", en: "Yes, I checked them" }
        /// After it.
        ConfirmedDone { es: "Los datos quedaron confirmados hoy", en: "The data are confirmed as of today" }
        /// After it, for several.
        ConfirmedMany { es: "Usuarios con datos confirmados: {count}", en: "Users whose data were confirmed: {count}" }
        /// Question.
        DeactivateTitle { es: "¿Desactivar este usuario?", en: "Deactivate this user?" }
        /// What will happen.
        DeactivateLead { es: "{name} no podrá ingresar y sus sesiones terminan ahora mismo. Podrá activarlo de nuevo cuando quiera.", en: "{name} will not be able to sign in, and their sessions end right now. You can activate them again whenever you want." }
        /// What will happen to the token.
        DeactivateToken { es: "Su token virtual queda bloqueado al instante; si todavía no se ha enrolado, se libera. Para desbloquearlo después, usted lo confirma en su AppMovil.", en: "Their virtual token is blocked at once; if they have not enrolled yet, it is freed. To unblock it later, you confirm it in your AppMovil." }
        /// Button of the question.
        DeactivateYes { es: "Sí, desactivar", en: "Yes, deactivate" }
        /// After it.
        DeactivatedDone { es: "El usuario quedó inactivo", en: "The user is inactive now" }
        /// Question.
        ActivateTitle { es: "¿Activar este usuario?", en: "Activate this user?" }
        /// What will happen.
        ActivateLead { es: "{name} podrá ingresar de nuevo. Si su token está bloqueado, sigue así hasta que usted lo desbloquee en Token Virtual.", en: "{name} will be able to sign in again. If their token is blocked, it stays so until you unblock it under Virtual Token." }
        /// Button of the question.
        ActivateYes { es: "Sí, activar", en: "Yes, activate" }
        /// After it.
        ActivatedDone { es: "El usuario quedó activo", en: "The user is active now" }

        /// Button over the chosen ones.
        AssignSelected { es: "Asignar token virtual", en: "Assign virtual token" }
        /// Question.
        AssignTitle { es: "Asignar tokens virtuales", en: "Assign virtual tokens" }
        /// What will happen.
        AssignLead { es: "Usted lo confirma una sola vez en su AppMovil, que muestra la lista. Cada usuario recibe su invitación para enrolarse.", en: "You confirm it once in your AppMovil, which shows the list. Each user is sent their invitation to enrol." }
        /// Legend of the choice.
        AssignWho { es: "¿A quiénes?", en: "To whom?" }
        /// Choice.
        AssignChosen { es: "A los elegidos: {count}", en: "To those chosen: {count}" }
        /// Choice.
        AssignMatching { es: "A todos los del filtro que pueden recibirlo: {count}", en: "To all under the filter who can get one: {count}" }
        /// What the choice means.
        AssignMatchingLead { es: "Coinciden con el filtro: {all}. Quedan por fuera, porque no pueden recibir un token: {left}.", en: "Matching the filter: {all}. Left out, because they cannot get a token: {left}." }
        /// Why it cannot be asked.
        AssignNobody { es: "Nadie de los que coinciden puede recibir un token", en: "None of those who match can get a token" }

        /// Title of the form.
        CreateTitle { es: "Crear usuario", en: "Create user" }
        /// What it is for.
        CreateLead { es: "El usuario queda activo en su empresa y después podrá asignarle un token virtual. Los administradores y auditores los crea el banco.", en: "The user becomes active in your company, and you can assign them a virtual token afterwards. Administrators and auditors are created by the bank." }
        /// Button of the form.
        CreateYes { es: "Crear", en: "Create" }
        /// Title of the form.
        EditTitle { es: "Editar a {name}", en: "Edit {name}" }
        /// Button of the form.
        SaveYes { es: "Guardar cambios", en: "Save changes" }
        /// Leaves the form.
        Cancel { es: "Cancelar", en: "Cancel" }
        /// How to answer.
        UsernameHint { es: "Con el que ingresará y aparecerá en las tablas; no se puede cambiar después. Entre 3 y 40 letras, números, puntos o guiones.", en: "They sign in with it and tables show it; it cannot be changed later. 3 to 40 letters, digits, dots or hyphens." }
        /// How to answer.
        EmailHint { es: "Personal y vigente: allí llega la invitación para enrolarse.", en: "Their own and in use: the invitation to enrol goes there." }
        /// How to answer.
        MobileHint { es: "Diez dígitos si es de Colombia; de otro país, con + y su indicativo.", en: "Ten digits for Colombia; of another country, with + and its code." }
        /// Box.
        ConfirmBox { es: "Confirmé el correo y el celular con la persona", en: "I checked e-mail and mobile with the person" }
        /// What it means.
        ConfirmBoxHint { es: "Sin confirmarlos no se le puede asignar un token.", en: "Unless they are confirmed, they cannot be assigned a token." }
        /// Why contact data cannot be edited.
        HoldsToken { es: "Usted tiene un token virtual: su correo y su celular los cambia otro administrador, que lo confirma en su AppMovil.", en: "You hold a virtual token: another administrator changes your e-mail and mobile and confirms it in their AppMovil." }
        /// How contact data of a holder are changed.
        HoldsTokenConfirm { es: "Este usuario tiene un token virtual: usted confirma en su AppMovil cualquier cambio de correo o celular.", en: "This user holds a virtual token: you confirm any change of e-mail or mobile in your AppMovil." }
        /// Where it is explained.
        HoldsTokenHow { es: "Cómo hacerlo", en: "How to do it" }
        /// Somebody else saved first.
        OvertakenTitle { es: "Alguien cambió a este usuario mientras usted lo editaba", en: "Somebody changed this user while you were editing" }
        /// What to do.
        OvertakenLead { es: "No se guardó nada. Cargue los datos actuales y haga de nuevo su cambio.", en: "Nothing was saved. Load the current data and make your change again." }
        /// Button.
        OvertakenReload { es: "Cargar los datos actuales", en: "Load the current data" }
    }
}
