//! Which rows of a table are chosen.

use std::collections::BTreeSet;

use leptos::prelude::*;

/// A row that can be chosen.
pub trait Choosable: Clone + PartialEq + Send + Sync + 'static {
    /// Its name.
    type Id: Copy + Ord + Send + Sync + 'static;

    /// Its name.
    fn id(&self) -> Self::Id;
}

/// The chosen rows of the page that is shown.
pub struct Selection<Row: Choosable> {
    chosen: RwSignal<BTreeSet<Row::Id>>,
    rows: Signal<Vec<Row>>,
}

impl<Row: Choosable> Clone for Selection<Row> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Row: Choosable> Copy for Selection<Row> {}

impl<Row: Choosable> Selection<Row> {
    /// Nothing chosen among `rows`.
    pub fn new(rows: Signal<Vec<Row>>) -> Self {
        Self {
            chosen: RwSignal::new(BTreeSet::new()),
            rows,
        }
    }

    /// Whether a row is chosen.
    pub fn has(self, row: Row::Id) -> bool {
        self.chosen.with(|chosen| chosen.contains(&row))
    }

    /// Chooses a row, or leaves it.
    pub fn set(self, row: Row::Id, wanted: bool) {
        self.chosen.update(|chosen| {
            if wanted {
                chosen.insert(row);
            } else {
                chosen.remove(&row);
            }
        });
    }

    /// Chooses every row of the page, or none.
    pub fn set_all(self, wanted: bool) {
        let all = self
            .rows
            .with_untracked(|rows| rows.iter().map(Row::id).collect());
        self.chosen.set(if wanted { all } else { BTreeSet::new() });
    }

    /// The chosen rows that are on the page: one that left it is chosen no
    /// longer.
    pub fn rows(self) -> Vec<Row> {
        self.rows.with(|rows| {
            self.chosen.with(|chosen| {
                rows.iter()
                    .filter(|row| chosen.contains(&row.id()))
                    .cloned()
                    .collect()
            })
        })
    }

    /// All, none, or some of the page.
    pub fn state(self) -> Option<bool> {
        let all = self.rows.with(Vec::len);
        match self.rows().len() {
            0 => Some(false),
            chosen if chosen == all => Some(true),
            _ => None,
        }
    }
}

/// Another page of rows begins with nothing chosen.
pub fn clear_with_the_query<Row, Query>(selection: Selection<Row>, query: Signal<Query>)
where
    Row: Choosable,
    Query: Clone + PartialEq + Send + Sync + 'static,
{
    Effect::new(move |before: Option<Query>| {
        let now = query.get();
        if before.is_some_and(|before| before != now) {
            selection.set_all(false);
        }
        now
    });
}
