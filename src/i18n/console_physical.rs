//! Words of the screen of physical tokens.

use super::messages;

messages! {
    /// The words of the physical tokens.
    pub enum PhysicalMessage {
        /// What the page is for.
        Lead { es: "Consulte los tokens físicos de sus usuarios. Cada uno queda Inhabilitado cuando se activa el token virtual de su usuario, y al quitar el virtual usted elige si vuelve a funcionar.", en: "Look at your users' physical tokens. Each becomes Disabled when its user's virtual token is activated, and when you take the virtual one back you choose whether it works again." }
        /// While rows are on their way.
        Loading { es: "Cargando tokens físicos…", en: "Loading physical tokens…" }
        /// What the table lists.
        Caption { es: "Tokens físicos de los usuarios", en: "Physical tokens of the users" }
        /// Filter.
        Search { es: "Usuario o número de serie", en: "User or serial number" }
        /// Column.
        ReplacedBy { es: "Lo reemplaza", en: "Replaced by" }
        /// In that column.
        NotReplaced { es: "Ninguno", en: "None" }
        /// None at all.
        EmptyTitle { es: "Su empresa no tiene tokens físicos", en: "Your company has no physical tokens" }
        /// What it means.
        EmptyLead { es: "Sus usuarios trabajan solo con tokens virtuales.", en: "Your users work with virtual tokens only." }
        /// None fits.
        FilteredTitle { es: "Ningún token físico coincide con los filtros", en: "No physical token matches the filters" }
        /// What to do.
        FilteredLead { es: "Cambie los filtros o quítelos para ver todos.", en: "Change the filters, or clear them to see all." }
    }
}
