//! Words that every table of the console shares.

use super::messages;

messages! {
    /// The words of a table.
    pub enum TableMessage {
        /// Label of the filters.
        Filters { es: "Filtros", en: "Filters" }
        /// Choice of that filter.
        AllStates { es: "Todos", en: "All" }
        /// Button.
        Filter { es: "Filtrar", en: "Filter" }
        /// Takes every filter off.
        ClearFilters { es: "Quitar filtros", en: "Clear filters" }
        /// Column.
        Actions { es: "Acciones", en: "Actions" }
        /// Box of the head.
        SelectPage { es: "Seleccionar esta página", en: "Select this page" }
        /// What is chosen: the whole page.
        PageChosen { es: "Seleccionados en esta página: {count}.", en: "Selected on this page: {count}." }
        /// Chooses all that match the filter.
        ChooseMatching { es: "Seleccionar los {count} que cumplen el filtro", en: "Select the {count} that match the filter" }
        /// The same where there is no filter.
        ChooseAll { es: "Seleccionar los {count} de todas las páginas", en: "Select the {count} of all pages" }
        /// What is chosen: all that match.
        MatchingChosen { es: "Son todos los que cumplen el filtro, de todas las páginas.", en: "They are all that match the filter, on every page." }
        /// What is chosen: all.
        AllChosen { es: "Son todos, de todas las páginas.", en: "They are all, on every page." }
        /// Back to the page.
        OnlyPage { es: "Seleccionar solo los de esta página", en: "Select only those of this page" }
        /// The choice was taken away.
        SelectionCleared { es: "Cambió el filtro: se quitó la selección.", en: "The filter changed: the selection was cleared." }
        /// Box of a row.
        SelectRow { es: "Seleccionar a {name}", en: "Select {name}" }
        /// Menu of a row.
        RowActions { es: "Acciones de {name}", en: "Actions for {name}" }
        /// Entry of the menu.
        SeeDetail { es: "Ver detalle", en: "See detail" }
        /// The menu of a token's page.
        MoreActions { es: "Más acciones", en: "More actions" }
        /// Before the first day of a range.
        From { es: "desde", en: "from" }
        /// Before the last day of a range.
        Until { es: "hasta", en: "until" }
        /// A filter that cannot be read.
        BadStatus { es: "Ese estado no existe; se muestran todos", en: "There is no such state; all are shown" }
        /// A filter that cannot be read.
        BadFrom { es: "La fecha inicial no es una fecha", en: "The first day is not a date" }
        /// A filter that cannot be read.
        BadUntil { es: "La fecha final no es una fecha", en: "The last day is not a date" }
        /// A filter that cannot be read.
        RangeReversed { es: "La fecha final es anterior a la inicial; no se filtró por fecha", en: "The last day is before the first; dates were not filtered" }
        /// A part of the address that cannot be read.
        BadSort { es: "El orden que pide la dirección no existe; se muestra el usual", en: "The order in the address does not exist; the usual one is shown" }
        /// A part of the address that cannot be read.
        BadPage { es: "La página que pide la dirección no existe; se muestra la primera", en: "The page in the address does not exist; the first is shown" }
        /// A part of the address that cannot be read.
        BadSize { es: "La cantidad de registros por página no existe; se muestra la usual", en: "That number of records per page does not exist; the usual one is shown" }
        /// An address that cannot be read.
        BadSearch { es: "La búsqueda es demasiado larga; se muestran todos", en: "The search is too long; all are shown" }
        /// A filter that cannot be read.
        BadSerial { es: "Un número de serie es FEF y siete dígitos; se muestran todos", en: "A serial number is FEF and seven digits; all are shown" }
        /// An address that cannot be read.
        BadChoice { es: "Esa opción no existe; se muestran todos", en: "There is no such choice; all are shown" }
    }
}
