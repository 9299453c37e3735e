//! Words of the screen of the audit log, and of the file made of it.

use super::messages;

messages! {
    /// The words of the audit log.
    pub enum AuditMessage {
        /// The page's title and the place in the navigation.
        Title { es: "Bitácora", en: "Audit log" }
        /// What the page is for.
        Lead { es: "Consulte quién hizo qué, cuándo y desde dónde. Nada de lo escrito aquí se puede cambiar ni borrar.", en: "See who did what, when and from where. Nothing written here can be changed or deleted." }
        /// While rows are on their way.
        Loading { es: "Cargando la bitácora…", en: "Loading the audit log…" }
        /// What the table lists.
        Caption { es: "Entradas de la bitácora", en: "Entries of the audit log" }
        /// Column.
        When { es: "Fecha y hora", en: "Date and time" }
        /// Column.
        Who { es: "Quién", en: "Who" }
        /// Column.
        What { es: "Qué", en: "What" }
        /// Column.
        Token { es: "Token", en: "Token serial" }
        /// Column.
        User { es: "Usuario", en: "User" }
        /// Column.
        Origin { es: "Desde dónde", en: "From where" }
        /// Column.
        Outcome { es: "Resultado", en: "Outcome" }
        /// Column of the file.
        Detail { es: "Detalle", en: "Detail" }
        /// Column of the file.
        Reason { es: "Motivo", en: "Reason" }
        /// Column of the file.
        Address { es: "Dirección de red", en: "Network address" }
        /// Column of the file.
        Client { es: "Navegador o dispositivo", en: "Browser or device" }
        /// Column of the file.
        FromStatus { es: "Estado anterior", en: "State before" }
        /// Column of the file.
        ToStatus { es: "Estado nuevo", en: "State after" }
        /// Column of the file.
        Operation { es: "Solicitud", en: "Request" }
        /// Column of the file.
        Number { es: "N.º", en: "No." }
        /// Column of the file.
        WhenBogota { es: "Fecha y hora (Bogotá)", en: "Date and time (Bogotá)" }
        /// A name in that column: a person through their device.
        ByDevice { es: "{name} (AppMovil)", en: "{name} (AppMovil app)" }
        /// A name in that column: a device whose holder is not known any more.
        SomeDevice { es: "Dispositivo {name}", en: "Device {name}" }
        /// A name in that column.
        Llavero { es: "Llavero", en: "Llavero itself" }
        /// A place in that column.
        CommandLine { es: "Línea de comandos", en: "Command line" }
        /// A place in that column.
        UnknownBrowser { es: "Navegador desconocido", en: "Unknown browser" }
        /// A place in that column.
        OriginUnknown { es: "Sin registro", en: "Not recorded" }
        /// No token or user in that column.
        None { es: "Ninguno", en: "None" }
        /// Filter.
        FilterWho { es: "Quién lo hizo", en: "Done by" }
        /// Filter.
        FilterUser { es: "Usuario afectado", en: "User concerned" }
        /// Filter.
        FilterSerial { es: "Número de serie", en: "Serial number" }
        /// Filter.
        FilterGroup { es: "Tipo de acción", en: "Kind of action" }
        /// Filter.
        FilterOutcome { es: "Resultado", en: "Outcome" }
        /// Filter.
        FilterDates { es: "Fechas", en: "Dates" }
        /// Filter.
        FilterFrom { es: "Desde la fecha", en: "From date" }
        /// Filter.
        FilterUntil { es: "Hasta la fecha", en: "Until date" }
        /// Choice of a filter.
        AllGroups { es: "Todas", en: "All kinds" }
        /// Choice of a filter.
        AllOutcomes { es: "Todos", en: "All outcomes" }
        /// Told while only one operation's entries are shown.
        OnlyOperation { es: "Se muestran solo las entradas de una solicitud", en: "Only the entries of one request are shown" }
        /// New entries that the page does not show yet.
        OneNew { es: "1 entrada nueva", en: "1 new entry" }
        /// New entries that the page does not show yet.
        ManyNew { es: "{count} entradas nuevas", en: "{count} new entries" }
        /// New entries that the page does not show yet.
        MoreNew { es: "Más de {count} entradas nuevas", en: "More than {count} new entries" }
        /// Shows them.
        ShowNew { es: "Mostrar", en: "Show" }
        /// None at all.
        EmptyTitle { es: "La bitácora está vacía", en: "The audit log is empty" }
        /// What it means.
        EmptyLead { es: "Aquí quedará cada ingreso, cada solicitud y cada cambio de su empresa.", en: "Every sign-in, request and change of your company will stand here." }
        /// None fits.
        FilteredTitle { es: "Ninguna entrada coincide con los filtros", en: "No entry matches the filters" }
        /// What to do.
        FilteredLead { es: "Cambie los filtros o quítelos para ver todas.", en: "Change the filters, or clear them to see all." }
        /// Where a search stopped.
        LookedUntil { es: "Se buscó hasta el {when}. Puede haber más entradas antes o después de esa fecha.", en: "Searched up to {when}. There may be more entries beyond that date." }
        /// Goes on from there.
        LookFurther { es: "Seguir buscando", en: "Search further" }
        /// Button.
        Export { es: "Exportar CSV", en: "Export CSV" }
        /// Under the button.
        ExportHint { es: "El archivo lleva todas las entradas que dejan pasar los filtros. La exportación queda en la bitácora.", en: "The file holds every entry that the filters let through. The export is recorded in the log." }
        /// Name of the file.
        FileName { es: "bitacora", en: "audit-log" }
        /// Names a row to the button that unfolds it.
        RowName { es: "{what}, {when}", en: "{what} on {when}" }
        /// In an unfolded row.
        ChangedFrom { es: "Cambio de estado", en: "State change" }
        /// In an unfolded row.
        Browser { es: "Navegador", en: "Browser" }
        /// In an unfolded row.
        SameOperation { es: "Ver todo lo de esta solicitud", en: "See everything about this request" }
        /// In an unfolded row.
        SameFilters { es: "Ver lo que se exportó", en: "See what was exported" }
        /// In an unfolded row.
        ExactTime { es: "Hora exacta", en: "Exact time" }
        /// Several tokens of one request.
        ManyTokens { es: "{what}, {count} tokens", en: "{what}, {count} tokens in all" }
        /// What an edit changed.
        FieldName { es: "nombre", en: "name" }
        /// What an edit changed.
        FieldEmail { es: "correo", en: "e-mail" }
        /// What an edit changed.
        FieldMobile { es: "celular", en: "mobile" }
        /// What an edit changed.
        FieldConfirmed { es: "confirmación de los datos", en: "confirmation of the data" }
        /// The panel on a user's page.
        HistoryPanel { es: "Historial", en: "History" }
        /// Nothing in that panel.
        NoHistory { es: "Aún no hay nada en la bitácora sobre este usuario.", en: "The audit log has nothing about this user yet." }
        /// From that panel to the log.
        SeeAll { es: "Ver todo en la Bitácora", en: "See all in the audit log" }
    }
}
