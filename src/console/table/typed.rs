//! What stands in the fields of a table's filters.

use leptos::prelude::*;

use crate::domain::table::{TableColumn, TableFilter, TableQuery};

/// The fields' texts, by the names of the URL.
#[derive(Clone, Copy)]
pub struct Typed {
    fields: StoredValue<Vec<(&'static str, RwSignal<String>)>>,
}

impl Typed {
    /// One field's text, both ways.
    pub fn field(self, name: &'static str) -> RwSignal<String> {
        self.fields
            .with_value(|fields| {
                let found = fields.iter().find(|(known, _)| *known == name);
                found.map(|(_, field)| *field)
            })
            .unwrap_or_default()
    }

    /// All of them, as the form sends them.
    pub fn parameters(self) -> Callback<(), Vec<(&'static str, String)>> {
        Callback::new(move |()| {
            self.fields.with_value(|fields| {
                let typed = fields
                    .iter()
                    .map(|(name, field)| (*name, field.get_untracked()));
                typed.collect()
            })
        })
    }
}

/// Fields that begin with what `query` filters by, and follow it.
pub fn use_typed<F, C>(names: &[&'static str], query: Signal<TableQuery<F, C>>) -> Typed
where
    F: TableFilter + Clone + PartialEq + Send + Sync + 'static,
    C: TableColumn,
{
    let written = move |query: &TableQuery<F, C>, name: &str| {
        let written = query.filter.write().into_iter();
        let mut found = written.filter(|(known, _)| *known == name);
        found.next().map_or_else(String::new, |(_, value)| value)
    };
    let first = query.with_untracked(|query| {
        let fields = names
            .iter()
            .map(|name| (*name, RwSignal::new(written(query, name))));
        fields.collect::<Vec<_>>()
    });
    let fields = StoredValue::new(first.clone());
    Effect::new(move |before: Option<()>| {
        query.with(|query| {
            if before.is_some() {
                for (name, field) in &first {
                    field.set(written(query, name));
                }
            }
        });
    });
    Typed { fields }
}
