//! Pages of a list that is as long as it likes.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};

/// How many rows a page may have.
pub const PAGE_SIZES: [u16; 4] = [10, 25, 50, 100];

/// The place between two rows where a page begins or ends: the sort key of the
/// row beside it, and its name to tell equals apart.
///
/// A page is found by walking an index from here, so the last page costs what
/// the first does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The row's sort key as text.
    pub key: String,
    /// The row's name.
    pub id: String,
}

impl Cursor {
    /// The form it has in a URL.
    pub fn to_text(&self) -> String {
        Base64UrlUnpadded::encode_string(format!("{}\u{0}{}", self.key, self.id).as_bytes())
    }

    /// Reads the form it has in a URL.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Base64UrlUnpadded::decode_vec(text).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let (key, id) = text.split_once('\u{0}')?;
        Some(Self {
            key: key.to_owned(),
            id: id.to_owned(),
        })
    }
}

/// Which page of a sorted list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The first page.
    #[default]
    First,
    /// The last page.
    Last,
    /// The page after a row.
    After(Cursor),
    /// The page before a row.
    Before(Cursor),
}

/// Which page of a list is asked for, and how long a page is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRequest {
    /// Where the page lies.
    pub place: Place,
    /// Its number, from 1, as the link that led here counted it. It is for the
    /// eye only; rows are found by `place`.
    pub number: u64,
    /// How many rows it has at most.
    pub size: u16,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self {
            place: Place::First,
            number: 1,
            size: PAGE_SIZES[0],
        }
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<Row> {
    /// The rows, in the order asked for.
    pub rows: Vec<Row>,
    /// How many rows all pages have.
    pub total: u64,
    /// This page's number, from 1.
    pub number: u64,
    /// How many rows a page has at most.
    pub size: u16,
    /// The place of the page before this, if there is one.
    pub previous: Option<Cursor>,
    /// The place of the page after this, if there is one.
    pub next: Option<Cursor>,
}

impl<Row> Page<Row> {
    /// The only page of a list without rows.
    pub const fn empty(size: u16) -> Self {
        Self {
            rows: Vec::new(),
            total: 0,
            number: 1,
            size,
            previous: None,
            next: None,
        }
    }

    /// The same page of a list whose rows are told as `to` makes them.
    pub fn map<Told>(self, to: impl FnMut(Row) -> Told) -> Page<Told> {
        Page {
            rows: self.rows.into_iter().map(to).collect(),
            total: self.total,
            number: self.number,
            size: self.size,
            previous: self.previous,
            next: self.next,
        }
    }

    /// How many pages there are; one when there are no rows.
    pub fn count(&self) -> u64 {
        page_count(self.total, self.size)
    }

    /// The number of this page's first row, from 1; 0 when there are no rows.
    pub fn first_row(&self) -> u64 {
        if self.rows.is_empty() {
            0
        } else {
            (self.number - 1) * u64::from(self.size) + 1
        }
    }

    /// The number of this page's last row, from 1; 0 when there are no rows.
    pub fn last_row(&self) -> u64 {
        if self.rows.is_empty() {
            0
        } else {
            self.first_row() + self.rows.len() as u64 - 1
        }
    }
}

/// How many pages of `size` rows hold `total` rows; one when there are none.
pub fn page_count(total: u64, size: u16) -> u64 {
    total.div_ceil(u64::from(size.max(1))).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_page_are_counted_from_one() {
        let page = Page {
            rows: vec![(); 5],
            total: 5,
            number: 1,
            size: 10,
            previous: None,
            next: None,
        };
        assert_eq!((page.first_row(), page.last_row(), page.count()), (1, 5, 1));
        let page = Page {
            rows: vec![(); 3],
            total: 23,
            number: 3,
            size: 10,
            previous: None,
            next: None,
        };
        assert_eq!(
            (page.first_row(), page.last_row(), page.count()),
            (21, 23, 3)
        );
    }
}
