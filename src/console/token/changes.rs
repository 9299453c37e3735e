//! Rows that changed by themselves: marked for a moment, and announced.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::id::TokenId;
use crate::domain::table::TokenQuery;
use crate::domain::view::{TokenPage, TokenRow};
use crate::i18n::Message;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{status_message, use_locale};

/// How long a changed row stays marked.
const MARKED_FOR: std::time::Duration = std::time::Duration::from_secs(6);

/// The rows that changed just now.
#[derive(Clone, Copy)]
pub struct Changes {
    fresh: RwSignal<BTreeSet<TokenId>>,
    said: RwSignal<String>,
}

impl Changes {
    /// Whether a row changed just now.
    pub fn has(self, token: TokenId) -> bool {
        self.fresh.with(|fresh| fresh.contains(&token))
    }

    /// What a screen reader is told of it.
    pub fn announcement(self) -> impl IntoView {
        view! { <p class="sr-only" role="status">{move || self.said.get()}</p> }
    }
}

/// Watches the table.
pub fn use_changes(shown: Signal<(TokenQuery, TokenPage)>) -> Changes {
    let changes = Changes {
        fresh: RwSignal::new(BTreeSet::new()),
        said: RwSignal::new(String::new()),
    };
    let locale = use_locale();
    Effect::new(move |before: Option<(TokenQuery, Vec<TokenRow>)>| {
        let (query, page) = shown.get();
        let rows = page.page.rows;
        if let Some((old_query, old_rows)) = before
            && old_query == query
        {
            let changed = changed(&old_rows, &rows);
            if !changed.is_empty() {
                let words = changed.iter().map(|row| {
                    let state = status_message(row.status).text(locale.get_untracked());
                    let values = [("name", row.username.as_str()), ("state", state)];
                    TokenMessage::RowChanged.fill(locale.get_untracked(), &values)
                });
                changes.said.set(words.collect::<Vec<_>>().join(". "));
                mark(changes.fresh, changed.iter().map(|row| row.id).collect());
            }
        }
        (query, rows)
    });
    changes
}

fn mark(fresh: RwSignal<BTreeSet<TokenId>>, rows: BTreeSet<TokenId>) {
    fresh.update(|fresh| fresh.extend(rows.iter().copied()));
    set_timeout(
        move || {
            let _ = fresh.try_update(|fresh| fresh.retain(|row| !rows.contains(row)));
        },
        MARKED_FOR,
    );
}

/// The rows of `now` that are new or have another version than before.
fn changed(before: &[TokenRow], now: &[TokenRow]) -> Vec<TokenRow> {
    now.iter()
        .filter(|row| {
            before
                .iter()
                .find(|old| old.id == row.id)
                .is_none_or(|old| old.version != row.version)
        })
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::person::sample::NOW;
    use crate::domain::id::UserId;
    use crate::domain::serial::Serial;
    use crate::domain::token::{Circumstances, TokenStatus};

    fn row(number: u8, version: i64) -> TokenRow {
        TokenRow {
            id: TokenId::new(NOW, [number; 10]),
            serial: Serial::from_number(u32::from(number)).unwrap(),
            holder: UserId::new(NOW, [number; 10]),
            username: format!("U{number}"),
            full_name: String::new(),
            status: TokenStatus::Assigned,
            updated_at: NOW,
            version,
            circumstances: Circumstances::default(),
            awaits_approval: false,
        }
    }

    #[test]
    fn new_rows_and_newer_versions_are_changes() {
        let before = [row(1, 1), row(2, 1), row(3, 1)];
        let now = [row(4, 1), row(1, 1), row(2, 2)];
        let names: Vec<_> = changed(&before, &now)
            .into_iter()
            .map(|row| row.username)
            .collect();
        assert_eq!(names, ["U4", "U2"]);
    }
}
