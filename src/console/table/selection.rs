//! Which rows of a table are chosen: some of the pages that were looked at, or
//! all that match the filter, told apart.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::domain::table::{TableColumn, TableQuery};

/// A row that can be chosen.
pub trait Choosable: Clone + PartialEq + Send + Sync + 'static {
    /// Its name.
    type Id: Copy + Ord + Send + Sync + 'static;

    /// Its name.
    fn id(&self) -> Self::Id;
}

/// The chosen rows, as they were last seen.
pub struct Selection<Row: Choosable> {
    chosen: RwSignal<BTreeMap<Row::Id, Row>>,
    rows: Signal<Vec<Row>>,
    /// Whether all that match the filter are chosen, on whichever page.
    everything: RwSignal<bool>,
    /// Whether the choice was taken away because the filter changed.
    was_cleared: RwSignal<bool>,
}

impl<Row: Choosable> Clone for Selection<Row> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Row: Choosable> Copy for Selection<Row> {}

impl<Row: Choosable> Selection<Row> {
    /// Nothing chosen; `rows` are those of the page that is shown.
    pub fn new(rows: Signal<Vec<Row>>) -> Self {
        Self {
            chosen: RwSignal::new(BTreeMap::new()),
            rows,
            everything: RwSignal::new(false),
            was_cleared: RwSignal::new(false),
        }
    }

    /// Whether a row is chosen.
    pub fn has(self, row: Row::Id) -> bool {
        self.everything.get() || self.chosen.with(|chosen| chosen.contains_key(&row))
    }

    /// Chooses a row of the page, or leaves it. Who leaves one of all that match
    /// keeps the others of the page.
    pub fn set(self, row: Row::Id, wanted: bool) {
        if !wanted && self.everything.get_untracked() {
            self.narrow_to_page();
        }
        self.was_cleared.set(false);
        self.rows.with_untracked(|rows| {
            let found = rows.iter().find(|shown| shown.id() == row);
            self.chosen.update(|chosen| match found {
                Some(found) if wanted => drop(chosen.insert(row, found.clone())),
                _ => drop(chosen.remove(&row)),
            });
        });
    }

    /// Chooses every row of the page, or leaves them; those of other pages stay
    /// as they are.
    pub fn set_all(self, wanted: bool) {
        if !wanted && self.everything.get_untracked() {
            return self.clear();
        }
        self.was_cleared.set(false);
        self.rows.with_untracked(|rows| {
            self.chosen.update(|chosen| {
                for row in rows {
                    if wanted {
                        chosen.insert(row.id(), row.clone());
                    } else {
                        chosen.remove(&row.id());
                    }
                }
            });
        });
    }

    /// Leaves every row, of whichever page.
    pub fn clear(self) {
        self.everything.set(false);
        self.chosen.set(BTreeMap::new());
    }

    /// Leaves every row because there is another filter now, and remembers it if
    /// there were any.
    fn clear_for_the_filter(self) {
        let had_any = self.everything.get_untracked()
            || self.chosen.with_untracked(|chosen| !chosen.is_empty());
        self.clear();
        self.was_cleared.set(had_any);
    }

    /// Leaves the rows that `leaves` says, of whichever page.
    pub fn leave(self, leaves: impl Fn(&Row) -> bool) {
        self.chosen
            .update(|chosen| chosen.retain(|_, row| !leaves(row)));
    }

    /// Chooses all that match the filter, on whichever page.
    pub fn choose_everything(self) {
        self.everything.set(true);
    }

    /// Chooses the rows of the page instead of all that match.
    pub fn narrow_to_page(self) {
        self.clear();
        self.set_all(true);
    }

    /// Whether all that match the filter are chosen; tracked.
    pub fn is_everything(self) -> bool {
        self.everything.get()
    }

    /// Whether the choice was taken away because the filter changed; tracked.
    pub fn was_cleared(self) -> bool {
        self.was_cleared.get()
    }

    /// The chosen rows, of whichever page; none while all that match are chosen
    /// and only the server knows them.
    pub fn rows(self) -> Vec<Row> {
        if self.is_everything() {
            return Vec::new();
        }
        self.chosen
            .with(|chosen| chosen.values().cloned().collect())
    }

    /// All, none, or some of the page.
    pub fn state(self) -> Option<bool> {
        if self.is_everything() {
            return Some(true);
        }
        self.rows.with(|rows| {
            self.chosen.with(|chosen| {
                let of_page = rows.iter().filter(|row| chosen.contains_key(&row.id()));
                match of_page.count() {
                    0 => Some(false),
                    count if count == rows.len() => Some(true),
                    _ => None,
                }
            })
        })
    }

    /// The page has other rows now. Those that `left` it while the question
    /// stayed the same are chosen no longer.
    fn refresh(self, left: &BTreeSet<Row::Id>) {
        self.rows.with_untracked(|rows| {
            self.chosen
                .update(|chosen| *chosen = refreshed(std::mem::take(chosen), rows, left));
        });
    }
}

/// What of `chosen` stays, as the page shows it now.
fn refreshed<Row: Choosable>(
    mut chosen: BTreeMap<Row::Id, Row>,
    rows: &[Row],
    left: &BTreeSet<Row::Id>,
) -> BTreeMap<Row::Id, Row> {
    chosen.retain(|id, _| !left.contains(id));
    for row in rows {
        if let Some(known) = chosen.get_mut(&row.id()) {
            *known = row.clone();
        }
    }
    chosen
}

/// Keeps the choice up to date: it stays through the pages of one filter, and
/// another filter begins with nothing chosen. `shown` is the query that the rows
/// answer.
pub fn follow_the_filter<Row, F, C>(selection: Selection<Row>, shown: Signal<TableQuery<F, C>>)
where
    Row: Choosable,
    F: Clone + PartialEq + Send + Sync + 'static,
    C: TableColumn,
{
    Effect::new(move |before: Option<Looked<Row, F, C>>| {
        let now = shown.get();
        let rows: BTreeSet<Row::Id> = selection
            .rows
            .with(|rows| rows.iter().map(Row::id).collect());
        match before {
            Some((query, _)) if query.filter != now.filter => selection.clear_for_the_filter(),
            Some((query, old_rows)) if query == now => {
                selection.refresh(&old_rows.difference(&rows).copied().collect());
            }
            Some(_) => selection.refresh(&BTreeSet::new()),
            None => {}
        }
        (now, rows)
    });
}

/// A query and the rows that answered it.
type Looked<Row, F, C> = (TableQuery<F, C>, BTreeSet<<Row as Choosable>::Id>);

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy, PartialEq)]
    struct Row(u8, &'static str);

    impl Choosable for Row {
        type Id = u8;

        fn id(&self) -> u8 {
            self.0
        }
    }

    fn chosen() -> BTreeMap<u8, Row> {
        [Row(1, "old"), Row(2, "old"), Row(3, "old")]
            .map(|row| (row.0, row))
            .into()
    }

    #[test]
    fn a_chosen_row_of_another_page_stays_as_it_was_seen() {
        let after = refreshed(chosen(), &[Row(1, "new"), Row(4, "new")], &BTreeSet::new());
        let words: Vec<_> = after.values().map(|row| (row.0, row.1)).collect();
        assert_eq!(words, [(1, "new"), (2, "old"), (3, "old")]);
    }

    #[test]
    fn a_row_that_left_its_page_is_chosen_no_longer() {
        let after = refreshed(chosen(), &[], &BTreeSet::from([2]));
        assert_eq!(after.keys().copied().collect::<Vec<_>>(), [1, 3]);
    }
}
