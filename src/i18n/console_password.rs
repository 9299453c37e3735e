//! Words of choosing a password, and of the people whom the bank makes.

use super::messages;

messages! {
    /// The words about passwords and those who get their first one.
    pub enum PasswordMessage {
        /// Title of the page.
        Title { es: "Cree su contraseña", en: "Choose your password" }
        /// What it is for.
        Lead { es: "Con ella y su usuario ingresará al servicio de tokens de {company}.", en: "With it and your user name you will sign in to the token service of {company}." }
        /// While the link is checked.
        Checking { es: "Revisando su enlace…", en: "Checking your link…" }
        /// Without a script nothing happens here.
        NeedsScript { es: "Esta página necesita JavaScript para leer su enlace.", en: "This page needs JavaScript to read your link." }
        /// Fact.
        Company { es: "Empresa", en: "Company" }
        /// Fact.
        Slug { es: "Código de empresa", en: "Company code" }
        /// Fact.
        Username { es: "Usuario", en: "User" }
        /// Fact.
        Until { es: "El enlace sirve hasta", en: "The link works until" }
        /// Field.
        Password { es: "Contraseña nueva", en: "New password" }
        /// The rule.
        Rule { es: "Al menos 12 caracteres. Una frase de varias palabras es fácil de recordar y difícil de adivinar; no incluya su usuario ni el nombre de su empresa.", en: "At least 12 characters. A phrase of several words is easy to remember and hard to guess; do not include your user name or your company's." }
        /// Button.
        Save { es: "Guardar contraseña", en: "Save password" }
        /// While it goes on.
        Saving { es: "Guardando…", en: "Saving…" }
        /// It is done.
        DoneTitle { es: "Su contraseña quedó guardada", en: "Your password is saved" }
        /// What comes next.
        DoneLead { es: "Ingrese con los datos de abajo. Si es administrador, lo siguiente es vincular su AppMovil.", en: "Sign in with the data below. If you are an administrator, next you link your AppMovil." }
        /// Leads to signing in.
        SignIn { es: "Ingresar", en: "Sign in" }
        /// The link cannot be used.
        UnusableTitle { es: "Este enlace ya no sirve", en: "This link does not work any more" }
        /// What to do.
        UnusableLead { es: "Se usó, o el banco envió otro después. Si ya creó su contraseña, ingrese; si no, abra el enlace del correo más reciente o pida otro a la línea de atención.", en: "It was used, or the bank sent another since. If you have chosen your password, sign in; otherwise open the link of the latest e-mail or ask support for another." }
        /// The link's time ran out.
        ExpiredTitle { es: "Este enlace venció", en: "This link has expired" }
        /// What to do.
        ExpiredLead { es: "Los enlaces sirven 72 horas. Pida otro a la línea de atención del banco.", en: "Links work for 72 hours. Ask the bank's support for another." }

        /// Button, and title of the form.
        CreatePerson { es: "Crear administrador o auditor", en: "Create administrator or auditor" }
        /// What happens.
        CreateLead { es: "Recibirá por correo un enlace para crear su contraseña, que sirve una vez y por 72 horas.", en: "They get a link by e-mail to choose their password; it works once, for 72 hours." }
        /// Field.
        Role { es: "Rol", en: "Role" }
        /// What an administrator gets.
        AdminLead { es: "Administra usuarios y tokens. Se le asigna un token disponible de la empresa; si no hay, se entrega uno más. Queda Activo cuando vincule su AppMovil.", en: "Administers users and tokens. They are assigned an available token of the company; if there is none, one more is granted. It is Active once they link their AppMovil." }
        /// What an auditor can do.
        AuditorLead { es: "Ve todo lo de la empresa y no cambia nada. No necesita token.", en: "Sees everything of the company and changes nothing. Needs no token." }
        /// Button.
        CreateYes { es: "Crear y enviar enlace", en: "Create and send link" }
        /// While it goes on.
        Creating { es: "Creando…", en: "Creating…" }
        /// Column.
        Standing { es: "Contraseña", en: "Password" }
        /// A standing.
        Chosen { es: "Creada", en: "Chosen" }
        /// A standing.
        Invited { es: "Enlace enviado, hasta {when}", en: "Link sent, until {when}" }
        /// A standing.
        Expired { es: "El enlace venció", en: "The link expired" }
        /// Button.
        SendLink { es: "Enviar enlace", en: "Send link" }
        /// The button's name for who does not see the row.
        SendLinkTo { es: "Enviar enlace de contraseña a {name}", en: "Send a password link to {name}" }
        /// Question.
        SendTitle { es: "¿Enviar a {name} un enlace de contraseña?", en: "Send {name} a password link?" }
        /// What happens.
        SendLead { es: "Llega a {email} y sirve una vez, por 72 horas. Un enlace anterior deja de servir; su contraseña actual sirve hasta que cree otra.", en: "It goes to {email} and works once, for 72 hours. An earlier link stops working; their present password works until they choose another." }
        /// It is done.
        SendDone { es: "El enlace quedó enviado", en: "The link was sent" }
        /// Button.
        GiveToken { es: "Asignar token", en: "Assign token" }
        /// The button's name for who does not see the row.
        GiveTokenTo { es: "Asignar token a {name}", en: "Assign a token to {name}" }
        /// Button.
        LiftLock { es: "Levantar el bloqueo de solicitudes", en: "Lift the lock on requests" }
        /// The button's name for who does not see the row.
        LiftLockOf { es: "Levantar el bloqueo de las solicitudes de {name}", en: "Lift the lock on the requests of {name}" }
        /// It is done.
        LiftDone { es: "Ya puede hacer solicitudes de nuevo", en: "They can make requests again" }
        /// It is done.
        GiveDone { es: "El token quedó asignado", en: "The token is assigned" }
        /// Column.
        Actions { es: "Acciones", en: "Actions" }
    }
}
