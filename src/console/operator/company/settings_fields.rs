//! The fields of a company that can be changed later.

use leptos::prelude::*;

use crate::console::form_errors::FormErrors;
use crate::domain::company_draft::CompanySettings;
use crate::domain::error::FieldName;
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{Field, TextInput, TextKind, t};

/// What stands in them.
#[derive(Clone, Copy)]
pub struct TypedSettings {
    name: RwSignal<String>,
    period: RwSignal<String>,
}

impl TypedSettings {
    /// Begins with these.
    pub fn new(name: String, contact_period_days: u32) -> Self {
        Self {
            name: RwSignal::new(name),
            period: RwSignal::new(contact_period_days.to_string()),
        }
    }

    /// What they hold now.
    pub fn settings(self) -> CompanySettings {
        CompanySettings {
            name: self.name.get_untracked(),
            contact_period_days: self.period.get_untracked(),
        }
    }
}

/// The fields' errors and their places in the page.
pub const PLACES: [(FieldName, &str); 3] = [
    (FieldName::CompanyName, "nombre"),
    (FieldName::Company, "palabra"),
    (FieldName::ContactPeriod, "vigencia"),
];

/// *Nombre*.
#[component]
pub fn NameField(typed: TypedSettings, errors: FormErrors) -> impl IntoView {
    view! {
        <Field id="nombre" label=t(CompanyMessage::Name) error=errors.beside(FieldName::CompanyName)>
            <TextInput name="name" value=typed.name autocomplete="off"/>
        </Field>
    }
    .into_any()
}

/// *Vigencia de los datos de contacto*.
#[component]
pub fn PeriodField(typed: TypedSettings, errors: FormErrors) -> impl IntoView {
    view! {
        <Field id="vigencia" label=t(CompanyMessage::Period) hint=t(CompanyMessage::PeriodHint) error=errors.beside(FieldName::ContactPeriod)>
            <TextInput name="contact_period_days" value=typed.period kind=TextKind::Number autocomplete="off"/>
        </Field>
    }
    .into_any()
}
