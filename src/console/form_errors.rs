//! A refused form: which words stand beside which field.

use leptos::prelude::*;

use crate::console::error_words::field_message;
use crate::domain::error::{FieldName, RequestError};
use crate::i18n::Message;
use crate::ui::{FieldProblem, use_locale};

/// What the server said of a form's fields.
#[derive(Clone, Copy)]
pub struct FormErrors {
    error: Signal<Option<RequestError>>,
}

impl FormErrors {
    /// Reads them from a form's last error.
    pub fn new(error: Signal<Option<RequestError>>) -> Self {
        Self { error }
    }

    /// The words beside `field`.
    pub fn beside(self, field: FieldName) -> Signal<Option<String>> {
        let locale = use_locale();
        Signal::derive(move || {
            self.error.with(|error| match error {
                Some(RequestError::Invalid(fields)) => fields
                    .iter()
                    .find(|wrong| wrong.field == field)
                    .map(|wrong| field_message(*wrong).text(locale.get()).to_owned()),
                _ => None,
            })
        })
    }

    /// The words of every field in `fields`, for the summary over the form.
    pub fn summary(self, fields: &[(FieldName, &'static str)]) -> Signal<Vec<FieldProblem>> {
        let fields: Vec<_> = fields
            .iter()
            .map(|(field, id)| (*id, self.beside(*field)))
            .collect();
        Signal::derive(move || {
            fields
                .iter()
                .filter_map(|(id, words)| {
                    words.get().map(|message| FieldProblem {
                        field_id: (*id).to_owned(),
                        message,
                    })
                })
                .collect()
        })
    }

    /// The error when it is not about fields.
    pub fn beyond_fields(self) -> Signal<Option<RequestError>> {
        Signal::derive(move || {
            self.error
                .get()
                .filter(|error| !matches!(error, RequestError::Invalid(_)))
        })
    }
}
