//! The project's own sources, for the tests that read them.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file's code: its path below `src`, and its lines.
pub struct Source {
    pub path: String,
    pub lines: Vec<String>,
}

/// All of them.
pub fn sources() -> Vec<Source> {
    let root = root();
    let files = rust_files(&root);
    let sources: Vec<_> = files.iter().map(|file| read(&root, file)).collect();
    assert!(sources.len() > 50, "the sources were not found");
    sources
}

/// Where they stand.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files in a folder and below it.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The file without comments and without what follows `#[cfg(test)]`, which by
/// this project's habit is its tests, at the end.
fn read(root: &Path, file: &Path) -> Source {
    let text = fs::read_to_string(file).unwrap();
    let lines = text
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .map(|line| line.split("//").next().unwrap_or_default().to_owned())
        .collect();
    let path = file.strip_prefix(root).unwrap();
    Source {
        path: path.to_str().unwrap().replace('\\', "/"),
        lines,
    }
}
