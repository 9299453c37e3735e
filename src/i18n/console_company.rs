//! Words of the bank's screens about companies.

use super::messages;

messages! {
    /// The words about companies.
    pub enum CompanyMessage {
        /// What the page is for.
        Lead { es: "Busque una empresa para entregarle tokens, crear sus administradores o suspenderla.", en: "Find a company to grant it tokens, create its administrators or suspend it." }
        /// While it is on its way.
        Loading { es: "Cargando empresas…", en: "Loading companies…" }
        /// The table.
        Caption { es: "Empresas", en: "Companies" }
        /// Filter.
        Search { es: "Nombre o código de empresa", en: "Name or company code" }
        /// Column and fact.
        Name { es: "Nombre de la empresa", en: "Company name" }
        /// Column and fact.
        Slug { es: "Código de empresa", en: "Company code" }
        /// Column, filter and fact.
        Status { es: "Estado", en: "State" }
        /// Column.
        Tokens { es: "Tokens", en: "Tokens" }
        /// Column.
        Available { es: "Disponibles", en: "Available" }
        /// A status.
        Active { es: "Activa", en: "Active" }
        /// A status.
        Suspended { es: "Suspendida", en: "Suspended" }
        /// No company fits.
        FilteredTitle { es: "Ninguna empresa coincide", en: "No company matches" }
        /// What to do.
        FilteredLead { es: "Revise lo que escribió o quite los filtros.", en: "Check what you typed or remove the filters." }
        /// There is no company.
        EmptyTitle { es: "Todavía no hay empresas", en: "There are no companies yet" }
        /// What to do.
        EmptyLead { es: "Cree la primera; después le entrega tokens y crea a su primer administrador.", en: "Create the first one; then grant it tokens and create its first administrator." }

        /// Button, and title of the form.
        Create { es: "Crear empresa", en: "Create company" }
        /// What happens next.
        CreateLead { es: "Quedará sin tokens ni usuarios: lo siguiente será entregarle tokens y crear a su primer administrador.", en: "It will have no tokens and no users: next you grant it tokens and create its first administrator." }
        /// Hint.
        SlugHint { es: "Sus usuarios lo escriben al ingresar, como entelgy. No se puede cambiar después.", en: "Its users type it to sign in, such as entelgy. It cannot be changed later." }
        /// Field and fact.
        Period { es: "Vigencia de los datos de contacto (días)", en: "Contact data valid for (days)" }
        /// Hint.
        PeriodHint { es: "Pasado este tiempo el correo y el celular de cada usuario se confirman de nuevo.", en: "After this time each user's e-mail and mobile are confirmed again." }
        /// Field and fact.
        Approvals { es: "Aprobaciones por solicitud", en: "Approvals per request" }
        /// A choice.
        ApprovalsOne { es: "Una: el administrador que la pide", en: "One: the administrator who asks" }
        /// A choice.
        ApprovalsTwo { es: "Dos: control dual", en: "Two: dual control" }
        /// What it means.
        ApprovalsOneLead { es: "Quien solicita un cambio lo confirma en su AppMovil.", en: "Whoever asks for a change confirms it in their AppMovil." }
        /// What it means.
        ApprovalsTwoLead { es: "Además, un segundo administrador lo confirma en la suya. La empresa necesita al menos dos administradores con token activo.", en: "A second administrator also confirms it in theirs. The company needs at least two administrators with an active token." }
        /// Button, busy.
        Saving { es: "Guardando…", en: "Saving…" }
        /// Leaves a form.
        Cancel { es: "Cancelar", en: "Cancel" }
        /// Button, and title of the form.
        Edit { es: "Editar empresa", en: "Edit company" }
        /// Button.
        Save { es: "Guardar cambios", en: "Save changes" }

        /// Title while a company cannot be shown.
        DetailTitle { es: "Empresa", en: "Company" }
        /// Panel.
        SettingsPanel { es: "Configuración", en: "Settings" }
        /// Panel.
        TokensPanel { es: "Tokens virtuales", en: "Virtual tokens" }
        /// Panel.
        PeoplePanel { es: "Administradores y auditores", en: "Administrators and auditors" }
        /// Nobody yet.
        NoPeopleTitle { es: "Nadie puede entrar todavía", en: "Nobody can sign in yet" }
        /// What to do.
        NoPeopleLead { es: "La empresa no tiene administradores.", en: "The company has no administrators." }
        /// A company that has no tokens.
        NoTokens { es: "La empresa no tiene tokens.", en: "The company has no tokens." }
        /// Back.
        BackToCompanies { es: "Volver a las empresas", en: "Back to the companies" }
        /// Over a suspended company's page.
        SuspendedNotice { es: "La empresa está suspendida", en: "The company is suspended" }
        /// What that means.
        SuspendedNoticeLead { es: "Nadie de la empresa puede ingresar y los códigos de sus AppMovil no sirven. Sus usuarios y tokens se conservan.", en: "Nobody from the company can sign in, and the codes of its AppMovils do not work. Its users and tokens are kept." }

        /// Button, and the question's.
        Suspend { es: "Suspender empresa", en: "Suspend company" }
        /// Question.
        SuspendTitle { es: "¿Suspender a {name}?", en: "Suspend {name}?" }
        /// What happens.
        SuspendSessions { es: "Las sesiones abiertas de su gente terminan y nadie de la empresa puede ingresar.", en: "Its people's open sessions end and nobody from the company can sign in." }
        /// What happens.
        SuspendCodes { es: "Los códigos de sus AppMovil dejan de servir.", en: "The codes of its AppMovils stop working." }
        /// What happens.
        SuspendRequests { es: "Las solicitudes que esperan confirmación quedan canceladas.", en: "The requests that wait to be confirmed are cancelled." }
        /// What does not.
        SuspendKept { es: "Usuarios, tokens e historia se conservan: al reanudarla todo queda como está ahora.", en: "Users, tokens and history are kept: once resumed, everything is as it is now." }
        /// It is done.
        SuspendedDone { es: "La empresa quedó suspendida", en: "The company is suspended now" }
        /// Button, and the question's.
        Resume { es: "Reanudar empresa", en: "Resume company" }
        /// Question.
        ResumeTitle { es: "¿Reanudar a {name}?", en: "Resume {name}?" }
        /// What happens.
        ResumeLead { es: "Su gente podrá ingresar de nuevo y sus AppMovil vuelven a servir, con los usuarios y tokens que tenía.", en: "Its people can sign in again and its AppMovils work again, with the users and tokens it had." }
        /// It is done.
        ResumedDone { es: "La empresa quedó activa de nuevo", en: "The company is active again" }
        /// Button, and the question's.
        AskTwo { es: "Exigir dos aprobaciones", en: "Require two approvals" }
        /// Question.
        AskTwoTitle { es: "¿Exigir dos aprobaciones a {name}?", en: "Require two approvals of {name}?" }
        /// Button, and the question's.
        AskOne { es: "Exigir una aprobación", en: "Require one approval" }
        /// Question.
        AskOneTitle { es: "¿Exigir una sola aprobación a {name}?", en: "Require only one approval of {name}?" }
        /// What does not change.
        ApprovalsWaiting { es: "Las solicitudes que ya esperan conservan las aprobaciones con las que se pidieron.", en: "Requests that already wait keep the approvals they were asked for with." }
        /// It is done.
        ApprovalsDone { es: "Las aprobaciones quedaron configuradas", en: "The approvals are set" }
    }
}
