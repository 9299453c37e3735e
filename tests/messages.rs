//! The words on the screens (`src/i18n`): each is said somewhere, and each is
//! said in both languages. That a message has a text in each language is held by
//! the compiler; that somebody shows it, and that it was translated, here.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

mod sources;

use std::collections::BTreeSet;
use std::fs;

use sources::{root, rust_files, sources};

/// Texts that rightly are the same in both languages: names, and patterns
/// without a word.
const SAME_IN_BOTH: &[&str] = &[
    "CompanyMessage::Tokens",
    "ConsoleMessage::RoleAuditor",
    "DeviceAppMessage::AppName",
    "DeviceAppMessage::PageTitle",
    "DeviceAppMessage::Seconds",
    "ImportMessage::CellProblem",
    "MailMessage::User",
    "TokenMessage::BySystem",
    "TokenMessage::Deed",
    "TokenMessage::DetailTitle",
    "TokenMessage::NotThisOne",
    "TokenMessage::RowChanged",
    "UiMessage::ErrorPrefix",
    "UiMessage::Product",
];

/// One message as it is declared.
struct Declared {
    area: String,
    name: String,
    spanish: String,
    english: String,
}

impl Declared {
    fn full_name(&self) -> String {
        format!("{}::{}", self.area, self.name)
    }
}

#[test]
fn each_message_is_shown_somewhere() {
    let sources = sources_outside_the_words();
    let unused: Vec<String> = declared()
        .iter()
        .filter(|message| !sources.iter().any(|source| shows(source, message)))
        .map(Declared::full_name)
        .collect();
    assert!(unused.is_empty(), "nothing shows {unused:?}");
}

#[test]
fn each_message_was_translated() {
    let same: BTreeSet<String> = declared()
        .iter()
        .filter(|message| message.spanish == message.english)
        .map(Declared::full_name)
        .collect();
    let allowed: BTreeSet<String> = SAME_IN_BOTH.iter().map(ToString::to_string).collect();
    assert_eq!(same, allowed, "the same in Spanish and in English");
}

#[test]
fn both_languages_of_a_message_have_a_text() {
    for message in declared() {
        for text in [&message.spanish, &message.english] {
            assert!(!text.trim().is_empty(), "{} is empty", message.full_name());
        }
    }
}

#[test]
fn the_english_text_says_no_value_that_the_spanish_one_lacks() {
    for message in declared() {
        let (spanish, english) = (places(&message.spanish), places(&message.english));
        assert!(
            english.is_subset(&spanish),
            "{}: {english:?} and {spanish:?}",
            message.full_name()
        );
    }
}

/// The names in braces.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

/// Whether a source names the message. A source may have its own short name for
/// the area, so it is enough that both stand in it.
fn shows(source: &str, message: &Declared) -> bool {
    let named = format!("::{}", message.name);
    source.contains(&message.area)
        && source.match_indices(&named).any(|(at, _)| {
            !source[at + named.len()..]
                .starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_')
        })
}

fn sources_outside_the_words() -> Vec<String> {
    sources()
        .into_iter()
        // A file of words that declares none puts some together.
        .filter(|source| {
            let declares = source.lines.iter().any(|line| line.contains("messages! {"));
            !(source.path.starts_with("i18n/") && declares)
        })
        .map(|source| source.lines.join("\n"))
        .collect()
}

/// Every message of every area.
fn declared() -> Vec<Declared> {
    let mut all = Vec::new();
    for path in rust_files(&root().join("i18n")) {
        let text = fs::read_to_string(&path).unwrap();
        for part in text.split("\n    pub enum ").skip(1) {
            let (area, rest) = part.split_once(" {\n").unwrap();
            let (body, _) = rest.split_once("\n    }\n").unwrap();
            all.extend(messages_of(area, body));
        }
    }
    assert!(all.len() > 500, "the sources are read: {}", all.len());
    all
}

fn messages_of(area: &str, body: &str) -> Vec<Declared> {
    let code: String = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("///"))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut rest = code.as_str();
    let mut found = Vec::new();
    while let Some((before, after)) = rest.split_once("es:") {
        let name = before.trim().trim_end_matches('{').trim();
        let (spanish, after) = literal(after);
        let (english, after) = literal(after.split_once("en:").unwrap().1);
        found.push(Declared {
            area: area.to_owned(),
            name: name.to_owned(),
            spanish,
            english,
        });
        rest = after.split_once('}').unwrap().1;
    }
    found
}

/// The text between the first two quotation marks, and what follows.
fn literal(code: &str) -> (String, &str) {
    let (_, inside) = code.split_once('"').unwrap();
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            '"' if !escaped => return (inside[..at].to_owned(), &inside[at + 1..]),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    panic!("a text without an end: {code}")
}
