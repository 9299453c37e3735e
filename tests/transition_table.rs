//! The table of transitions in `docs/ARCHITECTURE.md` is the code's.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use llavero::domain::id::{DeviceId, UserId};
use llavero::domain::time::Timestamp;
use llavero::domain::token::{ActionKind, Party, TransitionRow, transition_table};

const DOCUMENT: &str = include_str!("../docs/ARCHITECTURE.md");
const HEADING: &str = "| from | action | to | who | AppMovil |";
const RULE: &str = "|---|---|---|---|---|";

/// The rows that the document has below its heading.
fn written() -> Vec<&'static str> {
    let mut lines = DOCUMENT.lines().skip_while(|line| *line != HEADING);
    assert_eq!(lines.next(), Some(HEADING));
    assert_eq!(lines.next(), Some(RULE));
    lines.take_while(|line| line.starts_with('|')).collect()
}

/// The rows that the code makes.
fn right() -> Vec<String> {
    let now = Timestamp::from_seconds(0);
    let table = transition_table(UserId::new(now, [1; 10]), DeviceId::new(now, [2; 10]));
    table.iter().map(row).collect()
}

fn row(row: &TransitionRow) -> String {
    let who: Vec<_> = row
        .action
        .parties()
        .iter()
        .map(|party| name(*party))
        .collect();
    format!(
        "| {:?} | {} | {:?} | {} | {} |",
        row.from,
        row.action.code(),
        row.to,
        who.join(", "),
        confirmation(row.action)
    )
}

const fn name(party: Party) -> &'static str {
    match party {
        Party::Admin => "administrator",
        Party::Operator => "operator",
        Party::Device => "device",
        Party::System => "Llavero",
    }
}

fn confirmation(action: ActionKind) -> &'static str {
    if action.needs_confirmation() {
        "yes"
    } else {
        "–"
    }
}

#[test]
fn the_documents_table_of_transitions_is_the_codes() {
    let (written, right) = (written(), right());
    assert!(
        written == right,
        "docs/ARCHITECTURE.md should have:\n{HEADING}\n{RULE}\n{}",
        right.join("\n")
    );
}

#[test]
fn every_action_is_in_the_table() {
    let rows = right();
    for kind in ActionKind::ALL {
        let cell = format!("| {} |", kind.code());
        assert!(rows.iter().any(|row| row.contains(&cell)), "{cell}");
    }
}
