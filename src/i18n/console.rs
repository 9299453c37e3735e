//! Words of the console's frame: places, menus, and what every page shares.

use super::messages;

messages! {
    /// The frame's words.
    pub enum ConsoleMessage {
        /// Place: the console's home.
        Home { es: "Inicio", en: "Home" }
        /// Place: heading of what an administrator manages.
        Administration { es: "Administración", en: "Administration" }
        /// Place: heading of the tokens.
        TokenAdministration { es: "Administración de Token", en: "Token Administration" }
        /// Place: the table of virtual tokens.
        VirtualToken { es: "Token Virtual", en: "Virtual Token" }
        /// Place: the guides.
        Help { es: "Ayuda", en: "Help" }
        /// Place: what was sent to people, and what could not be.
        Messages { es: "Mensajes", en: "Messages" }
        /// Place: the person's own page.
        Profile { es: "Mi perfil", en: "My profile" }
        /// Ends the session.
        SignOut { es: "Cerrar sesión", en: "Sign out" }
        /// Leads to the sign-in page.
        SignIn { es: "Ingresar", en: "Sign in" }
        /// Fetches again what failed.
        Retry { es: "Intentar de nuevo", en: "Try again" }
        /// Leads home.
        GoHome { es: "Ir al inicio", en: "Go home" }
        /// While a page's first data are on their way.
        LoadingPage { es: "Cargando la página…", en: "Loading the page…" }
        /// Live status: the stream is lost, the page asks every few seconds.
        Reconnecting { es: "Reconectando; se actualiza cada 5 segundos", en: "Reconnecting; refreshes every 5 seconds" }
        /// Over rows that could not be refreshed.
        MayBeOld { es: "Lo que ve puede no estar al día", en: "What you see may be out of date" }
        /// A fact that nobody recorded.
        Unknown { es: "Sin dato", en: "Not recorded" }

        /// Title of the page for an address that leads nowhere.
        NotFoundTitle { es: "No encontramos esa página", en: "We could not find that page" }
        /// What to do about it.
        NotFoundLead { es: "La dirección puede estar mal escrita, o lo que había aquí no existe o no está a su alcance.", en: "The address may be mistyped, or what was here does not exist or is not within your reach." }
        /// Title of the page for a screen that broke.
        BrokenTitle { es: "Esta pantalla no se pudo mostrar", en: "This screen could not be shown" }
        /// What to do about it.
        BrokenLead { es: "Recargue la página. Si vuelve a ocurrir, comuníquese con la línea de atención.", en: "Reload the page. If it happens again, contact support." }
        /// Loads the page anew.
        Reload { es: "Recargar la página", en: "Reload the page" }

        /// Place: the table of physical tokens.
        PhysicalToken { es: "Token Físico", en: "Physical Token" }
        /// Place: the bank's companies.
        Companies { es: "Empresas", en: "Companies" }
        /// Place: the company's users.
        Users { es: "Usuarios", en: "Users" }
        /// A role's name.
        RoleAdmin { es: "Usuario administrador", en: "Administrator" }
        /// A role's name.
        RoleMember { es: "Usuario secundario", en: "Secondary user" }
        /// A role's name.
        RoleAuditor { es: "Auditor", en: "Auditor" }
        /// A role's name.
        RoleOperator { es: "Operador del banco", en: "Bank operator" }

        /// A weekday.
        Monday { es: "lunes", en: "Monday" }
        /// A weekday.
        Tuesday { es: "martes", en: "Tuesday" }
        /// A weekday.
        Wednesday { es: "miércoles", en: "Wednesday" }
        /// A weekday.
        Thursday { es: "jueves", en: "Thursday" }
        /// A weekday.
        Friday { es: "viernes", en: "Friday" }
        /// A weekday.
        Saturday { es: "sábado", en: "Saturday" }
        /// A weekday.
        Sunday { es: "domingo", en: "Sunday" }
        /// When the support lines are open.
        SupportHours { es: "De {first} a {last}, {spans} (hora de Bogotá)", en: "{first} to {last}, {spans} (Bogotá time)" }
        /// Between two spans of a day.
        And { es: "y", en: "and" }

        /// A duration.
        OneSecond { es: "1 segundo", en: "1 second" }
        /// A duration.
        Seconds { es: "{count} segundos", en: "{count} seconds" }
        /// A duration.
        OneMinute { es: "1 minuto", en: "1 minute" }
        /// A duration.
        Minutes { es: "{count} minutos", en: "{count} minutes" }
        /// A duration.
        OneHour { es: "1 hora", en: "1 hour" }
        /// A duration.
        Hours { es: "{count} horas", en: "{count} hours" }
    }
}
