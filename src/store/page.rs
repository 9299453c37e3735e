//! Pages found by walking an index from a row (a *keyset*), whichever the list.

use super::Result;
use crate::domain::table::{Cursor, Direction, Page, PageRequest, Place, page_count};

/// So many rows are found by a filter and sorted as fast as an order is walked in
/// search of them.
pub(super) const FEW: u64 = 500;

/// How to fetch one page: from which row, which way, how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Walk {
    /// The row beside the page; the list's own end when there is none.
    pub(super) from: Option<Cursor>,
    /// Whether it goes from the end of the list towards its beginning.
    pub(super) backwards: bool,
    /// How many rows the page has, at most.
    rows: u64,
}

impl Walk {
    pub(super) fn to(place: &Place, size: u16, total: u64) -> Self {
        let size = u64::from(size);
        let (from, backwards) = match place {
            Place::First => (None, false),
            Place::Last => (None, true),
            Place::After(cursor) => (Some(cursor.clone()), false),
            Place::Before(cursor) => (Some(cursor.clone()), true),
        };
        // The last page ends where the list does, and begins where going on
        // page by page from the first would have begun it.
        let rows = match place {
            Place::Last => total - total.saturating_sub(1) / size * size,
            _ => size,
        };
        Self {
            from,
            backwards,
            rows: rows.clamp(1, size),
        }
    }

    /// Whether it goes from the smallest, in a list sorted in `direction`.
    pub(super) fn ascends(&self, direction: Direction) -> bool {
        (direction == Direction::Ascending) != self.backwards
    }

    /// One row more than the page has, to know whether there is another page.
    pub(super) fn limit(&self) -> i64 {
        i64::try_from(self.rows).unwrap_or(i64::MAX - 1) + 1
    }
}

/// A list that can be walked. (An `async` closure would do, if the compiler
/// could tell that its future is `Send`.)
pub(super) trait List {
    /// One of its rows.
    type Row;

    /// The rows of a walk, in its order, as many as its limit.
    fn rows(
        &mut self,
        walk: &Walk,
    ) -> impl Future<Output = Result<Vec<(Cursor, Self::Row)>>> + Send;
}

/// Fetches the page that is asked for. When the rows that it was to be found by
/// are gone, it is the last page, or the first.
pub(super) async fn fetch<L: List>(
    mut list: L,
    request: &PageRequest,
    total: u64,
) -> Result<Page<L::Row>> {
    let size = request.size.max(1);
    let mut place = request.place.clone();
    loop {
        let walk = Walk::to(&place, size, total);
        let mut found = list.rows(&walk).await?;
        let goes_on = found.len() as u64 > walk.rows;
        match place {
            Place::After(_) if found.is_empty() => place = Place::Last,
            Place::Before(_) if (found.len() as u64) < walk.rows => place = Place::First,
            Place::First | Place::Last | Place::After(_) | Place::Before(_) => {
                found.truncate(usize::try_from(walk.rows).unwrap_or(usize::MAX));
                if walk.backwards {
                    found.reverse();
                }
                return Ok(assemble(
                    found,
                    &place,
                    goes_on,
                    request.number,
                    total,
                    size,
                ));
            }
        }
    }
}

pub(super) fn assemble<Row>(
    found: Vec<(Cursor, Row)>,
    place: &Place,
    goes_on: bool,
    number: u64,
    total: u64,
    size: u16,
) -> Page<Row> {
    let (before, after) = match place {
        Place::First => (false, goes_on),
        Place::Last => (goes_on, false),
        Place::After(_) => (true, goes_on),
        Place::Before(_) => (goes_on, true),
    };
    let cursor = |row: Option<&(Cursor, Row)>| row.map(|(cursor, _)| cursor.clone());
    let previous = cursor(found.first().filter(|_| before));
    let next = cursor(found.last().filter(|_| after));
    let count = page_count(total, size);
    // The number was counted by the link that led here; where the list has
    // grown or shrunk since, it must still make sense.
    let number = match (before, after) {
        (false, _) => 1,
        (true, false) => count,
        (true, true) => number.clamp(2, (count - 1).max(2)),
    };
    Page {
        rows: found.into_iter().map(|(_, row)| row).collect(),
        total,
        number,
        size,
        previous,
        next,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_is_as_long_as_going_on_from_the_first_would_leave_it() {
        for (total, rows) in [(1, 1), (9, 9), (10, 10), (11, 1), (25, 5), (100_000, 10)] {
            assert_eq!(Walk::to(&Place::Last, 10, total).rows, rows, "{total}");
        }
    }

    #[test]
    fn an_empty_list_has_one_empty_page() {
        let walk = Walk::to(&Place::Last, 10, 0);
        assert_eq!(walk.limit(), 2);
        let page = assemble(Vec::<(Cursor, ())>::new(), &Place::Last, false, 7, 0, 10);
        assert_eq!((page.number, page.count(), page.previous), (1, 1, None));
    }
}
