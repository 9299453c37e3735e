//! The keys that seal secrets: from the environment, or from a file that is made
//! at the first start. A key's id is taken from its hash: nobody numbers keys,
//! and a value sealed under a missing key says so.

use std::fs;
use std::io;
use std::path::Path;

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::VaultError;
use crate::service::clock::{Random, random_bytes};
use crate::service::private_file::{self, is_exposed};

/// The environment variable that holds the keys when no file shall.
pub const MASTER_KEY_VARIABLE: &str = "LLAVERO_MASTER_KEY";

/// The file of keys in the data directory.
pub const MASTER_KEY_FILE: &str = "master.key";

const KEY_LENGTH: usize = 32;
pub(super) const ID_LENGTH: usize = 4;

const FILE_HEADING: &str = "\
# Llavero's master keys: base64url, 32 bytes each, one a line.
# The last one seals, every one opens. Without them the secrets in the database
# are lost: keep a copy, and not beside the database's.
";

/// A key, ready to use.
pub(super) struct MasterKey {
    /// By which a sealed value names it.
    pub(super) id: [u8; ID_LENGTH],
    /// What it does.
    pub(super) cipher: Aes256Gcm,
}

impl MasterKey {
    fn new(key: &[u8; KEY_LENGTH]) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"llavero/v1/key-id\0");
        hash.update(key);
        let mut id = [0; ID_LENGTH];
        id.copy_from_slice(&hash.finalize()[..ID_LENGTH]);
        Self {
            id,
            cipher: Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key)),
        }
    }
}

/// The keys of a text, of which there is at least one.
pub(super) fn of_text(text: &str) -> Result<Vec<MasterKey>, VaultError> {
    let mut keys: Vec<MasterKey> = Vec::new();
    let entries = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .flat_map(|line| line.split(','))
        .map(|entry| entry.trim().trim_end_matches('='))
        .filter(|entry| !entry.is_empty());
    for entry in entries {
        let bytes = BASE64URL_NOPAD
            .decode(entry.as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| VaultError::NotKeys)?;
        let key = <&[u8; KEY_LENGTH]>::try_from(bytes.as_slice())
            .map(MasterKey::new)
            .map_err(|_| VaultError::NotKeys)?;
        if keys.iter().any(|known| known.id == key.id) {
            return Err(VaultError::NotKeys);
        }
        keys.push(key);
    }
    if keys.is_empty() {
        return Err(VaultError::NotKeys);
    }
    Ok(keys)
}

/// The text of the data directory's file, which is made if there is none.
pub(super) fn of_file(
    data_dir: &Path,
    random: &dyn Random,
) -> Result<Zeroizing<String>, VaultError> {
    let path = data_dir.join(MASTER_KEY_FILE);
    let text = read_or_create(&path, random).map_err(|source| VaultError::File {
        path: path.clone(),
        source,
    })?;
    if is_exposed(&path) {
        return Err(VaultError::Exposed(path));
    }
    Ok(text)
}

fn read_or_create(path: &Path, random: &dyn Random) -> io::Result<Zeroizing<String>> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let key = Zeroizing::new(random_bytes::<KEY_LENGTH>(random));
            let line = Zeroizing::new(BASE64URL_NOPAD.encode(key.as_slice()));
            let contents = Zeroizing::new(format!("{FILE_HEADING}{}\n", line.as_str()));
            private_file::create(path, &contents, random)?;
            fs::read_to_string(path).map(Zeroizing::new)
        }
        read => read.map(Zeroizing::new),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::{Place, Vault};
    use super::*;
    use crate::service::clock::OsRandom;

    fn text(key: u8) -> String {
        BASE64URL_NOPAD.encode(&[key; KEY_LENGTH])
    }

    /// A directory of its own that goes with the test.
    struct Directory(PathBuf);

    impl Directory {
        fn new() -> Self {
            let name = u64::from_be_bytes(random_bytes(&OsRandom));
            Self(std::env::temp_dir().join(format!("llavero-vault-{name:016x}")))
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_text_without_good_keys_is_refused() {
        let short = BASE64URL_NOPAD.encode(&[1; 31]);
        let twice = format!("{0},{0}", text(1));
        for wrong in ["", " \n", "# comment", "nonsense!", &short, &twice] {
            assert!(
                matches!(Vault::from_text(wrong), Err(VaultError::NotKeys)),
                "{wrong}"
            );
        }
    }

    #[test]
    fn the_first_run_makes_a_private_file_and_the_next_reads_it() {
        let directory = Directory::new();
        let first = Vault::load(None, &directory.0, &OsRandom).unwrap();
        let sealed = first
            .seal(&Place::new("device", "pin_secret", 7), b"secret", &OsRandom)
            .unwrap();
        let second = Vault::load(None, &directory.0, &OsRandom).unwrap();
        assert_eq!(
            second
                .open(&Place::new("device", "pin_secret", 7), &sealed)
                .unwrap()
                .as_slice(),
            b"secret"
        );
        let files: Vec<_> = fs::read_dir(&directory.0).unwrap().collect();
        assert_eq!(files.len(), 1);
        assert!(!is_exposed(&directory.0.join(MASTER_KEY_FILE)));
    }

    #[test]
    fn the_environment_comes_before_the_file_and_makes_none() {
        let directory = Directory::new();
        let vault = Vault::load(Some(&text(1)), &directory.0, &OsRandom).unwrap();
        assert_eq!(vault.keys.len(), 1);
        assert!(!directory.0.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_may_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;

        let directory = Directory::new();
        Vault::load(None, &directory.0, &OsRandom).unwrap();
        let path = directory.0.join(MASTER_KEY_FILE);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(
            Vault::load(None, &directory.0, &OsRandom),
            Err(VaultError::Exposed(_))
        ));
    }

    #[test]
    fn processes_that_start_together_share_one_key() {
        let directory = Directory::new();
        let vaults: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| Vault::load(None, &directory.0, &OsRandom).unwrap()))
                .collect();
            threads.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(
            vaults
                .iter()
                .all(|vault| vault.keys[0].id == vaults[0].keys[0].id)
        );
    }
}
