//! Secrets at rest: AES-256-GCM, bound to the place they are kept in, so that a
//! sealed value copied to another row or column does not open.
//!
//! A sealed value is `01 ‖ key id (4) ‖ nonce (12) ‖ ciphertext and tag (16)`.
//! A key's id is taken from its hash: nobody numbers keys, and a value sealed
//! under a missing key says so. Nonces are random, which is good for 2³² values
//! under one key (NIST SP 800-38D §8.3).

use std::fmt::Display;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead, KeyInit, Nonce, Payload};
use aes_gcm::{Aes256Gcm, Key};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::clock::{Random, random_bytes};
use super::private_file::{self, is_exposed};

/// The environment variable that holds the keys when no file shall.
pub const MASTER_KEY_VARIABLE: &str = "LLAVERO_MASTER_KEY";

/// The file of keys in the data directory.
pub const MASTER_KEY_FILE: &str = "master.key";

const FORMAT: u8 = 1;
const KEY_LENGTH: usize = 32;
const ID_LENGTH: usize = 4;
const NONCE_LENGTH: usize = 12;
const HEADER_LENGTH: usize = 1 + ID_LENGTH;

const FILE_HEADING: &str = "\
# Llavero's master keys: base64url, 32 bytes each, one a line.
# The last one seals, every one opens. Without them the secrets in the database
# are lost: keep a copy, and not beside the database's.
";

/// Why secrets cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The value was sealed under a key that is not here.
    #[error("sealed under a master key that is not here")]
    UnknownKey,
    /// The value was changed, cut, or belongs to another place.
    #[error("the sealed value is damaged or belongs elsewhere")]
    Damaged,
    /// The value is too long to seal.
    #[error("the value is too long to seal")]
    TooLong,
    /// The text holds no keys.
    #[error("the master keys cannot be read: each is 32 bytes in base64url, and none repeats")]
    NotKeys,
    /// The file of keys is open to others.
    #[error("others may read the master keys in {0}: make it yours alone (chmod 600)")]
    Exposed(PathBuf),
    /// The file of keys cannot be read or made.
    #[error("the master keys in {path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Where a secret is kept: part of what its seal protects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(Vec<u8>);

impl Place {
    /// The column of the row that `row` names.
    pub fn new(table: &str, column: &str, row: impl Display) -> Self {
        Self(format!("llavero/v1/sealed\0{table}\0{column}\0{row}").into_bytes())
    }
}

struct MasterKey {
    id: [u8; ID_LENGTH],
    cipher: Aes256Gcm,
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

/// Seals and opens secrets.
pub struct Vault {
    /// Never empty; the last one seals.
    keys: Vec<MasterKey>,
}

impl Vault {
    /// The keys that `environment` holds (the value of
    /// [`MASTER_KEY_VARIABLE`]), or else those of the file in `data_dir`, which
    /// is made if there is none.
    ///
    /// # Errors
    /// [`VaultError::NotKeys`], [`VaultError::Exposed`] or [`VaultError::File`]
    /// when they cannot be had.
    pub fn load(
        environment: Option<&str>,
        data_dir: &Path,
        random: &dyn Random,
    ) -> Result<Self, VaultError> {
        if let Some(text) = environment.filter(|text| !text.trim().is_empty()) {
            return Self::from_text(text);
        }
        let path = data_dir.join(MASTER_KEY_FILE);
        let text = read_or_create(&path, random).map_err(|source| VaultError::File {
            path: path.clone(),
            source,
        })?;
        if is_exposed(&path) {
            return Err(VaultError::Exposed(path));
        }
        Self::from_text(&text)
    }

    /// The keys of a text: base64url, separated by commas or lines; lines that
    /// begin with `#` are passed over. The last one seals.
    ///
    /// # Errors
    /// [`VaultError::NotKeys`] when there is none, or one is wrong or twice
    /// there.
    pub fn from_text(text: &str) -> Result<Self, VaultError> {
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
        Ok(Self { keys })
    }

    /// Seals a secret for its place, under the newest key.
    ///
    /// # Errors
    /// [`VaultError::TooLong`] beyond 64 GiB.
    pub fn seal(
        &self,
        place: &Place,
        secret: &[u8],
        random: &dyn Random,
    ) -> Result<Vec<u8>, VaultError> {
        let key = self.keys.last().ok_or(VaultError::UnknownKey)?;
        let nonce = random_bytes::<NONCE_LENGTH>(random);
        let ciphertext = key
            .cipher
            .encrypt(
                &Nonce::<Aes256Gcm>::from(nonce),
                Payload {
                    msg: secret,
                    aad: &associated_data(key.id, place),
                },
            )
            .map_err(|_| VaultError::TooLong)?;
        Ok([&[FORMAT][..], &key.id, &nonce, &ciphertext].concat())
    }

    /// Opens what was sealed for this very place.
    ///
    /// # Errors
    /// [`VaultError::UnknownKey`] when its key is not here,
    /// [`VaultError::Damaged`] for anything else that is not right.
    pub fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (header, rest) = sealed
            .split_first_chunk::<HEADER_LENGTH>()
            .ok_or(VaultError::Damaged)?;
        let [FORMAT, id @ ..] = *header else {
            return Err(VaultError::Damaged);
        };
        let (nonce, ciphertext) = rest
            .split_first_chunk::<NONCE_LENGTH>()
            .ok_or(VaultError::Damaged)?;
        let key = self
            .keys
            .iter()
            .find(|key| key.id == id)
            .ok_or(VaultError::UnknownKey)?;
        key.cipher
            .decrypt(
                &Nonce::<Aes256Gcm>::from(*nonce),
                Payload {
                    msg: ciphertext,
                    aad: &associated_data(id, place),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| VaultError::Damaged)
    }
}

fn associated_data(id: [u8; ID_LENGTH], place: &Place) -> Vec<u8> {
    [&[FORMAT][..], &id, &place.0].concat()
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
    use super::*;
    use crate::service::clock::OsRandom;

    fn text(key: u8) -> String {
        BASE64URL_NOPAD.encode(&[key; KEY_LENGTH])
    }

    fn vault(keys: &[u8]) -> Vault {
        let keys: Vec<_> = keys.iter().map(|key| text(*key)).collect();
        Vault::from_text(&keys.join(",")).unwrap()
    }

    fn place() -> Place {
        Place::new("device", "pin_secret", 7)
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
    fn a_sealed_secret_opens_in_its_place() {
        let sealed = vault(&[1]).seal(&place(), b"secret", &OsRandom).unwrap();
        assert_eq!(
            vault(&[1]).open(&place(), &sealed).unwrap().as_slice(),
            b"secret"
        );
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
    }

    #[test]
    fn the_same_secret_never_seals_to_the_same_bytes() {
        let vault = vault(&[1]);
        assert_ne!(
            vault.seal(&place(), b"secret", &OsRandom).unwrap(),
            vault.seal(&place(), b"secret", &OsRandom).unwrap()
        );
    }

    #[test]
    fn a_sealed_secret_opens_nowhere_else() {
        let vault = vault(&[1]);
        let sealed = vault.seal(&place(), b"secret", &OsRandom).unwrap();
        for other in [
            Place::new("device", "pin_secret", 8),
            Place::new("device", "one_time_secret", 7),
            Place::new("enrolment", "pin_secret", 7),
        ] {
            assert!(matches!(
                vault.open(&other, &sealed),
                Err(VaultError::Damaged)
            ));
        }
    }

    #[test]
    fn a_changed_or_cut_value_does_not_open() {
        let vault = vault(&[1]);
        let sealed = vault.seal(&place(), b"secret", &OsRandom).unwrap();
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert!(vault.open(&place(), &changed).is_err(), "{index}");
            assert!(vault.open(&place(), &sealed[..index]).is_err(), "{index}");
        }
    }

    #[test]
    fn an_older_key_opens_and_the_newest_seals() {
        let old = vault(&[1]).seal(&place(), b"secret", &OsRandom).unwrap();
        let both = vault(&[1, 2]);
        assert_eq!(both.open(&place(), &old).unwrap().as_slice(), b"secret");
        let new = both.seal(&place(), b"secret", &OsRandom).unwrap();
        assert_eq!(
            vault(&[2]).open(&place(), &new).unwrap().as_slice(),
            b"secret"
        );
        assert!(matches!(
            vault(&[1]).open(&place(), &new),
            Err(VaultError::UnknownKey)
        ));
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
        let sealed = first.seal(&place(), b"secret", &OsRandom).unwrap();
        let second = Vault::load(None, &directory.0, &OsRandom).unwrap();
        assert_eq!(
            second.open(&place(), &sealed).unwrap().as_slice(),
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
