//! Who may name whom (`docs/ARCHITECTURE.md`, *Layers*): reads the sources and
//! holds the rule. Comments and the tests inside a file are passed over.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

mod sources;

use sources::{Source, sources};

/// Each layer, and which others of ours it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("ui", &["domain", "i18n"]),
    ("console", &["api", "domain", "i18n", "ui"]),
    ("device_app", &["api", "domain", "i18n", "ui"]),
    ("api", &["domain", "service"]),
    ("store", &["domain"]),
    ("service", &["domain", "store"]),
    (
        "server",
        &["api", "app", "domain", "i18n", "service", "store"],
    ),
    ("cli", &["domain", "service"]),
    (
        "app",
        &["api", "console", "device_app", "domain", "i18n", "ui"],
    ),
];

/// All that the domain names of others: nothing that talks to a network, a
/// database, a browser or a clock.
const DOMAIN_CRATES: &[&str] = &[
    "alloc",
    "base64ct",
    "core",
    "csv",
    "hkdf",
    "hmac",
    "jiff",
    "serde",
    "serde_json",
    "sha2",
    "std",
    "thiserror",
    "uuid",
];

/// What of others only some layers may name.
const CONFINED: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    (
        "leptos",
        &["api", "app", "console", "device_app", "server", "ui"],
    ),
    ("leptos_router", &["app", "console", "device_app", "ui"]),
    ("leptos_meta", &["app", "console", "device_app", "ui"]),
    // A page that is not there says so in its HTTP status as well.
    ("leptos_axum", &["api", "app", "console", "server"]),
    ("web_sys", &["app", "console", "device_app", "ui"]),
    ("js_sys", &["app", "console", "device_app", "ui"]),
    ("csv", &["domain", "server"]),
    ("clap", &["cli"]),
    ("lettre", &["server"]),
    ("reqwest", &["cli", "server"]),
    ("hyper", &["server"]),
    ("ipnet", &["cli", "server"]),
    ("tower_http", &["server"]),
];

/// How the clock and randomness are read, and in which files.
const CLOCKS: &[&str] = &[
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "Date::now",
    "Date::new_0",
    "getrandom::",
    "Uuid::new_v4",
    "Uuid::now_v7",
    "random_uuid",
    "get_random_values",
    "Math::random",
];
const CLOCK_FILES: &[&str] = &[
    "device_app/clock.rs",
    "service/clock.rs",
    // How much of a countdown is left, between two words from the server.
    "ui/countdown.rs",
];

impl Source {
    fn layer(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.trim_end_matches(".rs")
    }

    fn at(&self, index: usize) -> String {
        format!(
            "src/{}:{}: {}",
            self.path,
            index + 1,
            self.lines[index].trim()
        )
    }

    fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().map(String::as_str).enumerate()
    }
}

/// The first names of the paths in a line that follow `prefix`.
fn names_after<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    line.match_indices(prefix)
        .filter(|(at, _)| !line[..*at].ends_with(is_name_character))
        .map(|(at, _)| {
            let rest = &line[at + prefix.len()..];
            rest.split(|c| !is_name_character(c)).next().unwrap()
        })
        .collect()
}

fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn report(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn each_layer_names_only_those_below_it() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == source.layer()) else {
            continue;
        };
        for (index, line) in source.numbered() {
            for name in names_after(line, "crate::") {
                let is_layer = LAYERS.iter().any(|(layer, _)| *layer == name);
                if is_layer && name != source.layer() && !allowed.contains(&name) {
                    broken.push(source.at(index));
                }
            }
        }
    }
    report(&broken);
}

#[test]
fn every_module_is_a_layer() {
    for source in sources() {
        let layer = source.layer();
        let known = LAYERS.iter().any(|(name, _)| *name == layer);
        assert!(
            known || matches!(layer, "lib" | "main"),
            "{} belongs to no layer: give it a row in tests/layers.rs and docs/ARCHITECTURE.md",
            source.path
        );
    }
}

/// `use crate::{a, b}` and a path through `super` to the root would go unseen.
#[test]
fn layers_are_named_by_plain_paths() {
    let mut broken = Vec::new();
    for source in sources() {
        let is_root_of_module = source.path.ends_with("/mod.rs");
        let depth = source.path.split('/').count() - usize::from(is_root_of_module);
        let to_the_root = "super::".repeat(depth);
        for (index, line) in source.numbered() {
            if line.contains("crate::{") || line.contains(&to_the_root) {
                broken.push(source.at(index));
            }
        }
    }
    report(&broken);
}

#[test]
fn the_domain_names_nothing_that_reaches_out() {
    let mut broken = Vec::new();
    for source in sources() {
        if source.layer() != "domain" {
            continue;
        }
        for (index, line) in source.numbered() {
            let imported = line.trim_start();
            let imported = imported.strip_prefix("pub ").unwrap_or(imported);
            let is_use = imported.starts_with("use ");
            for name in names_after(imported, "use ") {
                let known = matches!(name, "crate" | "super" | "self");
                let own = name.starts_with(char::is_uppercase);
                let child = source_declares(&source, name);
                if is_use && !known && !own && !child && !DOMAIN_CRATES.contains(&name) {
                    broken.push(source.at(index));
                }
            }
        }
    }
    report(&broken);
}

fn source_declares(source: &Source, module: &str) -> bool {
    let declarations = [format!("mod {module};"), format!("pub mod {module};")];
    source
        .numbered()
        .any(|(_, line)| declarations.iter().any(|one| one == line.trim()))
}

#[test]
fn what_reaches_out_is_confined_to_its_layers() {
    let mut broken = Vec::new();
    for source in sources() {
        if matches!(source.layer(), "lib" | "main") {
            continue;
        }
        for (index, line) in source.numbered() {
            for (name, layers) in CONFINED {
                let named = names_path(line, name);
                if named && !layers.contains(&source.layer()) {
                    broken.push(source.at(index));
                }
            }
        }
    }
    report(&broken);
}

/// Whether a line has a path that begins with this crate's name.
fn names_path(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::"))
        .any(|(at, _)| !line[..at].ends_with(|c| is_name_character(c) || c == ':'))
}

#[test]
fn the_clock_and_randomness_are_read_in_one_place_a_side() {
    let mut broken = Vec::new();
    for source in sources() {
        if CLOCK_FILES.contains(&source.path.as_str()) {
            continue;
        }
        for (index, line) in source.numbered() {
            if CLOCKS.iter().any(|clock| line.contains(clock)) {
                broken.push(source.at(index));
            }
        }
    }
    report(&broken);
}

#[test]
fn sql_is_written_in_the_store_only() {
    let mut broken = Vec::new();
    for source in sources() {
        if source.layer() == "store" {
            continue;
        }
        for (index, line) in source.numbered() {
            let has_sql = ["SELECT ", "INSERT INTO ", "DELETE FROM ", "UPDATE "]
                .iter()
                .any(|word| line.contains(&format!("\"{word}")));
            if has_sql {
                broken.push(source.at(index));
            }
        }
    }
    report(&broken);
}
