//! The lists of *Aprobaciones*: which one, and from where on, as the URL says.

use serde::{Deserialize, Serialize};

use super::page::Cursor;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalList {
    /// What waits for a second administrator, from what waits longest.
    #[default]
    Waiting,
    /// What the reader asked for, from the newest.
    Mine,
    /// What was settled, from the newest.
    Decided,
}

impl ApprovalList {
    /// Every list.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Mine, Self::Decided];
    /// The parameter that names it.
    pub const PARAMETER: &'static str = "vista";
    /// The parameter that says from where on.
    pub const AFTER: &'static str = "desde";

    /// The word that stands for it in the URL.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "por-aprobar",
            Self::Mine => "mis-solicitudes",
            Self::Decided => "decididas",
        }
    }

    /// The list that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.word() == word)
    }
}

/// Which piece of which list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ApprovalQuery {
    /// Which list.
    pub list: ApprovalList,
    /// The last row of the piece before; its beginning without one.
    pub after: Option<Cursor>,
}

impl ApprovalQuery {
    /// What the URL's parameters say; what they do not say rightly is the
    /// beginning.
    pub fn read(list: Option<&str>, after: Option<&str>) -> Self {
        Self {
            list: list.and_then(ApprovalList::from_word).unwrap_or_default(),
            after: after.and_then(Cursor::parse),
        }
    }

    /// The URL's query, empty for the first list's beginning.
    pub fn write(&self) -> String {
        let list = (self.list != ApprovalList::default())
            .then(|| format!("{}={}", ApprovalList::PARAMETER, self.list.word()));
        let after = self
            .after
            .as_ref()
            .map(|cursor| format!("{}={}", ApprovalList::AFTER, cursor.to_text()));
        let parts: Vec<String> = list.into_iter().chain(after).collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_survives_the_url() {
        for list in ApprovalList::ALL {
            let cursor = Cursor {
                key: "1800000000000000".to_owned(),
                id: "01890000-0000-7000-8000-000000000000".to_owned(),
            };
            let text = cursor.to_text();
            let query = ApprovalQuery {
                list,
                after: Some(cursor),
            };
            assert_eq!(ApprovalQuery::read(Some(list.word()), Some(&text)), query);
            assert!(query.write().ends_with(&text));
        }
    }

    #[test]
    fn nonsense_is_the_first_list_s_beginning() {
        let query = ApprovalQuery::read(Some("todas"), Some("%%%"));
        assert_eq!(
            (query.write(), query),
            (String::new(), ApprovalQuery::default())
        );
    }
}
