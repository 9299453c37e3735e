//! Files that hold keys: for their owner alone, and written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::clock::{Random, random_bytes};

/// Makes the file unless there is one; then that one counts, even if another
/// process was first by a moment. Its directory is made as well.
///
/// # Errors
/// What the file system says.
pub fn create(path: &Path, contents: &str, random: &dyn Random) -> io::Result<()> {
    let draft = write_draft(path, contents, random)?;
    let linked = match fs::hard_link(&draft, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    };
    linked.and(fs::remove_file(&draft))
}

/// Puts new contents in the file's place; whoever reads it sees the old or the
/// new. Its directory is made as well.
///
/// # Errors
/// What the file system says; then the old contents are still there.
pub fn replace(path: &Path, contents: &str, random: &dyn Random) -> io::Result<()> {
    let draft = write_draft(path, contents, random)?;
    fs::rename(&draft, path).inspect_err(|_| {
        let _ = fs::remove_file(&draft);
    })
}

/// Whether others than the owner may read or write the file.
#[cfg(unix)]
pub fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

/// Whether others than the owner may read or write the file: not known here.
#[cfg(not(unix))]
pub fn is_exposed(_path: &Path) -> bool {
    false
}

fn write_draft(path: &Path, contents: &str, random: &dyn Random) -> io::Result<PathBuf> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    let unique = u64::from_be_bytes(random_bytes(random));
    let draft = path.with_extension(format!("{unique:016x}"));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&draft).and_then(|mut file| {
        file.write_all(contents.as_bytes())?;
        file.sync_all()
    });
    match written {
        Ok(()) => Ok(draft),
        Err(error) => {
            let _ = fs::remove_file(&draft);
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::clock::OsRandom;

    struct Directory(PathBuf);

    impl Directory {
        fn new() -> Self {
            let name = u64::from_be_bytes(random_bytes(&OsRandom));
            Self(std::env::temp_dir().join(format!("llavero-file-{name:016x}")))
        }

        fn file(&self) -> PathBuf {
            self.0.join("deep").join("file.json")
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_file_that_is_there_is_not_created_again() {
        let directory = Directory::new();
        create(&directory.file(), "first", &OsRandom).unwrap();
        create(&directory.file(), "second", &OsRandom).unwrap();
        assert_eq!(fs::read_to_string(directory.file()).unwrap(), "first");
    }

    #[test]
    fn a_file_is_replaced_and_leaves_no_draft() {
        let directory = Directory::new();
        replace(&directory.file(), "first", &OsRandom).unwrap();
        replace(&directory.file(), "second", &OsRandom).unwrap();
        assert_eq!(fs::read_to_string(directory.file()).unwrap(), "second");
        assert_eq!(fs::read_dir(directory.0.join("deep")).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;

        let directory = Directory::new();
        create(&directory.file(), "first", &OsRandom).unwrap();
        assert!(!is_exposed(&directory.file()));
        replace(&directory.file(), "second", &OsRandom).unwrap();
        assert!(!is_exposed(&directory.file()));
        fs::set_permissions(directory.file(), fs::Permissions::from_mode(0o604)).unwrap();
        assert!(is_exposed(&directory.file()));
    }
}
