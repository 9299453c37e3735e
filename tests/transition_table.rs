//! The tables of transitions and of the console's actions in
//! `docs/ARCHITECTURE.md` are the code's.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use llavero::console::{ACTIONS, ScreenAction, Several};
use llavero::domain::id::{DeviceId, UserId};
use llavero::domain::time::Timestamp;
use llavero::domain::token::{ActionKind, Party, TransitionRow, offered, transition_table};
use llavero::i18n::{Locale, Message};

const DOCUMENT: &str = include_str!("../docs/ARCHITECTURE.md");
const HEADING: &str = "| from | action | to | who | AppMovil |";
const RULE: &str = "|---|---|---|---|---|";
const SCREEN_HEADING: &str = "| action | on the screen | address | with several |";
const SCREEN_RULE: &str = "|---|---|---|---|";

/// The rows that the document has below a heading.
fn written(heading: &str, rule: &str) -> Vec<&'static str> {
    let mut lines = DOCUMENT.lines().skip_while(|line| *line != heading);
    assert_eq!(lines.next(), Some(heading));
    assert_eq!(lines.next(), Some(rule));
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
    let (written, right) = (written(HEADING, RULE), right());
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

fn screen_row(action: &ScreenAction) -> String {
    format!(
        "| {} | {} | `{}` | {} |",
        action.kind.code(),
        action.word.text(Locale::Spanish),
        action.segment,
        match action.several {
            Several::Together => "together",
            Several::OneByOne => "one by one",
        }
    )
}

#[test]
fn the_documents_table_of_the_screens_actions_is_the_consoles() {
    let written = written(SCREEN_HEADING, SCREEN_RULE);
    let right: Vec<_> = ACTIONS.iter().map(screen_row).collect();
    assert!(
        written == right,
        "docs/ARCHITECTURE.md should have:\n{SCREEN_HEADING}\n{SCREEN_RULE}\n{}",
        right.join("\n")
    );
}

#[test]
fn the_console_has_each_action_of_an_administrator_and_no_other() {
    let shown: Vec<_> = ACTIONS.iter().map(|action| action.kind).collect();
    assert_eq!(shown, offered(Party::Admin).collect::<Vec<_>>());
    let table = transition_table(
        UserId::new(Timestamp::from_seconds(0), [1; 10]),
        DeviceId::new(Timestamp::from_seconds(0), [2; 10]),
    );
    let of_administrators = |row: &&TransitionRow| row.action.parties().contains(&Party::Admin);
    for row in table.iter().filter(of_administrators) {
        let is_shown = shown.contains(&row.action);
        assert_eq!(is_shown, row.action != ActionKind::Assign, "{row:?}");
    }
}
