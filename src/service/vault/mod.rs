//! Secrets at rest: AES-256-GCM, bound to the place they are kept in, so that a
//! sealed value copied to another row or column does not open.
//!
//! A sealed value is `01 ‖ key id (4) ‖ nonce (12) ‖ ciphertext and tag (16)`.
//! Nonces are random, which is good for 2³² values under one key (NIST SP
//! 800-38D §8.3).

mod master_key;

use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, Nonce, Payload};
use zeroize::Zeroizing;

use super::clock::{Random, random_bytes};
use master_key::{ID_LENGTH, MasterKey};

pub use master_key::{MASTER_KEY_FILE, MASTER_KEY_VARIABLE};

const FORMAT: u8 = 1;
const NONCE_LENGTH: usize = 12;
const HEADER_LENGTH: usize = 1 + ID_LENGTH;

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
        match environment.filter(|text| !text.trim().is_empty()) {
            Some(text) => Self::from_text(text),
            None => Self::from_text(&master_key::of_file(data_dir, random)?),
        }
    }

    /// The keys of a text: base64url, separated by commas or lines; lines that
    /// begin with `#` are passed over. The last one seals.
    ///
    /// # Errors
    /// [`VaultError::NotKeys`] when there is none, or one is wrong or twice
    /// there.
    pub fn from_text(text: &str) -> Result<Self, VaultError> {
        let keys = master_key::of_text(text)?;
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

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;

    use super::*;
    use crate::service::clock::OsRandom;

    fn vault(keys: &[u8]) -> Vault {
        let keys: Vec<_> = keys
            .iter()
            .map(|key| BASE64URL_NOPAD.encode(&[*key; 32]))
            .collect();
        Vault::from_text(&keys.join(",")).unwrap()
    }

    fn place() -> Place {
        Place::new("device", "pin_secret", 7)
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
}
