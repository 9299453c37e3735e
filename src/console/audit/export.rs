//! *Exportar CSV*: a form that is posted, since taking the log is an entry of
//! the log.

use leptos::prelude::*;

use super::page::Shown;
use crate::console::paths;
use crate::i18n::console_audit::AuditMessage;
use crate::ui::{Button, ButtonVariant, IconName, t};

/// The form, with the filter and the order that are shown.
#[component]
pub fn ExportForm(shown: Signal<Shown>) -> impl IntoView {
    let is_empty = Memo::new(move |_| shown.with(|(_, page)| page.entries == 0));
    let asked =
        Memo::new(move |_| shown.with(|(query, _)| query.clone().on_first_page().to_parameters()));
    let fields = move || {
        asked
            .get()
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect_view()
    };
    let words = t(AuditMessage::Export);
    view! {
        <form class="log-export" method="post" action=paths::LOG_EXPORT hidden=move || is_empty.get()>
            {fields}
            <Button submit=true variant=ButtonVariant::Secondary icon=IconName::Download>{words}</Button>
            <p class="muted">{t(AuditMessage::ExportHint)}</p>
        </form>
    }
    .into_any()
}
