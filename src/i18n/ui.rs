//! Words of the design system.

use super::messages;

messages! {
    /// The design system's own words: those a component says by itself.
    pub enum UiMessage {
        /// First link of every page.
        SkipToContent { es: "Saltar al contenido", en: "Skip to content" }
        /// Name of the product, beside the mark.
        Product { es: "Llavero", en: "Llavero" }
        /// Label of the side navigation.
        MainNavigation { es: "Navegación principal", en: "Main navigation" }
        /// Button that unfolds the navigation on a phone.
        OpenNavigation { es: "Menú", en: "Menu" }
        /// The same button while the navigation is unfolded.
        CloseNavigation { es: "Cerrar menú", en: "Close menu" }
        /// Label of the breadcrumb.
        Breadcrumb { es: "Ruta de navegación", en: "Breadcrumb" }
        /// Label of the language switch.
        Language { es: "Idioma", en: "Language" }
        /// Accessible name of the person's menu.
        PersonMenu { es: "Cuenta de {person}", en: "Account of {person}" }
        /// Link back to the previous screen of the AppMovil.
        Back { es: "Volver", en: "Back" }

        /// Closes a dialog or a message.
        Close { es: "Cerrar", en: "Close" }
        /// Closes a passing message.
        Dismiss { es: "Descartar mensaje", en: "Dismiss message" }
        /// Label of the region of passing messages.
        Messages { es: "Avisos", en: "Notices" }
        /// Words of a busy button when it has none of its own.
        Working { es: "Procesando…", en: "Working…" }
        /// Words of a loading region when it has none of its own.
        Loading { es: "Cargando…", en: "Loading…" }

        /// Mark after the label of a field that may stay empty.
        Optional { es: "(opcional)", en: "(optional)" }
        /// Read before the text of an error.
        ErrorPrefix { es: "Error:", en: "Error:" }
        /// Title of the summary of errors of a form.
        ErrorSummaryTitle { es: "Revise lo siguiente para continuar", en: "Check the following to continue" }
        /// Reveals a password.
        ShowPassword { es: "Mostrar contraseña", en: "Show password" }
        /// Hides a password.
        HidePassword { es: "Ocultar contraseña", en: "Hide password" }
        /// Reveals a PIN.
        ShowPin { es: "Mostrar PIN", en: "Show PIN" }
        /// Hides a PIN.
        HidePin { es: "Ocultar PIN", en: "Hide PIN" }
        /// Clears a search box.
        ClearSearch { es: "Borrar búsqueda", en: "Clear search" }
        /// Submits a search box.
        Search { es: "Buscar", en: "Search" }

        /// Added to the column in ascending order.
        SortedAscending { es: "orden ascendente", en: "ascending order" }
        /// Added to the column in descending order.
        SortedDescending { es: "orden descendente", en: "descending order" }
        /// The page's place in the whole, as the bank words it.
        PagerRange { es: "Mostrando registros {from} al {to} de un total de {total}", en: "Showing records {from} to {to} of a total of {total}" }
        /// The same for a table without rows.
        PagerNothing { es: "Mostrando registros 0 al 0 de un total de 0", en: "Showing records 0 to 0 of a total of 0" }
        /// The same where it is not known how many there are.
        PagerAtLeast { es: "Mostrando {count} registros de más de {total}", en: "Showing {count} records of more than {total}" }
        /// Which page this is, where it is not known how many there are.
        PageAlone { es: "Página {page}", en: "Page {page}" }
        /// Label of the pager.
        Pages { es: "Paginación", en: "Pagination" }
        /// Which page this is.
        PageOf { es: "Página {page} de {pages}", en: "Page {page} of {pages}" }
        /// First page.
        FirstPage { es: "Primera página", en: "First page" }
        /// Previous page.
        PreviousPage { es: "Página anterior", en: "Previous page" }
        /// Next page.
        NextPage { es: "Página siguiente", en: "Next page" }
        /// Last page.
        LastPage { es: "Última página", en: "Last page" }
        /// Before the choice of rows by page.
        RowsPerPage { es: "Registros por página", en: "Records per page" }
        /// One row chosen.
        SelectedOne { es: "1 seleccionado", en: "1 selected" }
        /// Several rows chosen.
        SelectedMany { es: "{count} seleccionados", en: "{count} selected" }
        /// Unmarks every chosen row.
        ClearSelection { es: "Quitar selección", en: "Clear selection" }
        /// Label of the batch bar.
        BatchActions { es: "Acciones para los seleccionados", en: "Actions for the selected" }
        /// Unfolds a row.
        ShowDetail { es: "Ver detalle de {name}", en: "Show detail of {name}" }
        /// The same where the row's name is beside it.
        ShowDetailShort { es: "Ver detalle", en: "Show detail" }
        /// The same while unfolded.
        HideDetailShort { es: "Ocultar detalle", en: "Hide detail" }
        /// Folds a row.
        HideDetail { es: "Ocultar detalle de {name}", en: "Hide detail of {name}" }

        /// Token status.
        StatusAvailable { es: "Disponible", en: "Available" }
        /// Token status.
        StatusAssigned { es: "Asignado", en: "Assigned" }
        /// Token status.
        StatusPendingActivation { es: "Pendiente Activación", en: "Pending Activation" }
        /// Token status.
        StatusActive { es: "Activo", en: "Active" }
        /// Token status.
        StatusBlocked { es: "Bloqueado", en: "Blocked" }
        /// Token status.
        StatusDisabled { es: "Inhabilitado", en: "Disabled" }
        /// Token status.
        StatusRetired { es: "Retirado", en: "Retired" }

        /// Label of the lifeline.
        Lifeline { es: "Vida del token", en: "Life of the token" }
        /// First step of the lifeline.
        LifelineAssigned { es: "Asignado", en: "Assigned" }
        /// Second step of the lifeline.
        LifelineEnrolled { es: "Enrolado", en: "Enrolled" }
        /// Third step of the lifeline.
        LifelineActive { es: "Activo", en: "Active" }
        /// Read with a step that is behind.
        StepDone { es: "listo", en: "done" }
        /// Read with the step that is now.
        StepCurrent { es: "en curso", en: "in progress" }
        /// Read with a step that is ahead.
        StepAhead { es: "por venir", en: "to come" }
        /// Read with the step at which the token stopped.
        StepStopped { es: "detenido", en: "stopped" }
        /// Whose turn it is when a token is free.
        TurnAvailable { es: "Le toca a usted: asigne el token a un usuario.", en: "Your turn: assign the token to a user." }
        /// The same, to who is no administrator.
        TurnAvailableAdmin { es: "Le toca al administrador: asignar el token a un usuario.", en: "The administrator's turn: assign the token to a user." }
        /// Whose turn it is after assigning.
        TurnAssigned { es: "Le toca al usuario: descargar la AppMovil y enrolarse.", en: "The user's turn: download the AppMovil and enrol." }
        /// Whose turn it is after enrolling.
        TurnPendingActivation { es: "Le toca a usted: active el token y confirme en su AppMovil.", en: "Your turn: activate the token and confirm in your AppMovil." }
        /// The same, to who is no administrator.
        TurnPendingActivationAdmin { es: "Le toca al administrador: activar el token y confirmar en su AppMovil.", en: "The administrator's turn: activate the token and confirm in their AppMovil." }
        /// Nobody's turn.
        TurnActive { es: "Listo: el usuario ya puede usar su token.", en: "Done: the user can use the token." }
        /// Whose turn it is after blocking.
        TurnBlocked { es: "Detenido: un administrador puede desbloquearlo.", en: "Stopped: an administrator can unblock it." }
        /// Nobody's turn.
        TurnDisabled { es: "Fuera de uso: lo reemplaza el token virtual.", en: "Out of use: the virtual token replaces it." }
        /// Nobody's turn.
        TurnRetired { es: "Retirado: ya no puede asignarse.", en: "Retired: it cannot be assigned again." }

        /// Compact place in a wizard, for a phone.
        WizardPlace { es: "Paso {step} de {steps}", en: "Step {step} of {steps}" }
        /// Label of a wizard's steps.
        WizardSteps { es: "Pasos", en: "Steps" }
        /// Before the figure of a countdown.
        TimeLeft { es: "Tiempo restante", en: "Time left" }
        /// Announced while a countdown runs out.
        SecondsLeft { es: "Quedan {seconds} segundos", en: "{seconds} seconds left" }
        /// A countdown that reached its end.
        TimeIsUp { es: "El tiempo se agotó", en: "Time is up" }
        /// Copies a value.
        Copy { es: "Copiar", en: "Copy" }
        /// Accessible name of the copy button.
        CopyNamed { es: "Copiar {name}", en: "Copy {name}" }
        /// Confirmation of a copy.
        Copied { es: "Copiado", en: "Copied" }
        /// The browser refused to copy.
        CopyFailed { es: "Selecciónelo y cópielo a mano", en: "Select and copy it by hand" }
        /// Before where an event came from, for a screen reader.
        ChangedFrom { es: "de", en: "from" }
        /// Before where an event led to, for a screen reader.
        ChangedTo { es: "a", en: "to" }

        /// Title of the support block.
        SupportTitle { es: "¿Necesita ayuda?", en: "Need help?" }
        /// Support by telephone.
        SupportPhone { es: "Teléfono", en: "Telephone" }
        /// Support by WhatsApp.
        SupportWhatsApp { es: "WhatsApp empresarial", en: "Business WhatsApp" }
        /// Support hours.
        SupportHours { es: "Horario", en: "Hours" }
        /// A line is open now.
        SupportOpen { es: "La línea de atención está abierta ahora", en: "Support is open now" }
        /// No line is open now.
        SupportClosed { es: "La línea de atención está cerrada ahora", en: "Support is closed now" }
        /// The browser has no network.
        Offline { es: "Sin conexión. Lo que ve puede no estar al día; se actualizará cuando vuelva la red.", en: "You are offline. What you see may be out of date; it will refresh when the network is back." }
        /// Label of the demonstration's ribbon.
        DemoLabel { es: "Aviso de demostración", en: "Demonstration notice" }
        /// Ribbon of the demonstration.
        Demo { es: "Demostración: los datos son de ejemplo.", en: "Demonstration: the data are examples." }

        /// In the area that takes a file.
        ChooseFile { es: "Elegir un archivo", en: "Choose a file" }
        /// In the area that takes a file.
        OrDropFile { es: "o soltarlo aquí", en: "or drop it here" }
    }
}
