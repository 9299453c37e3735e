//! *Activa* or *Suspendida*.

use leptos::prelude::*;

use crate::domain::company::CompanyStatus;
use crate::i18n::Message;
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{Badge, IconName, Tone, use_locale};

/// A status's name.
pub const fn company_status_message(status: CompanyStatus) -> CompanyMessage {
    match status {
        CompanyStatus::Active => CompanyMessage::Active,
        CompanyStatus::Suspended => CompanyMessage::Suspended,
    }
}

/// The badge.
#[component]
pub fn CompanyStatusBadge(#[prop(into)] status: Signal<CompanyStatus>) -> impl IntoView {
    let locale = use_locale();
    let label = Signal::derive(move || {
        company_status_message(status.get())
            .text(locale.get())
            .to_owned()
    });
    let tone = Signal::derive(move || match status.get() {
        CompanyStatus::Active => Tone::Success,
        CompanyStatus::Suspended => Tone::Danger,
    });
    let icon = Signal::derive(move || match status.get() {
        CompanyStatus::Active => IconName::CheckCircle,
        CompanyStatus::Suspended => IconName::MinusCircle,
    });
    view! { <Badge label tone icon/> }
}
