//! Checkpoints of the logs: where each company's chain stood, signed, in a file
//! that can leave the machine. Whoever could rewrite the whole database, with
//! every hash anew, cannot rewrite what was put elsewhere (ADR 21).

use std::path::Path;

use data_encoding::HEXLOWER;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::clock::{Random, random_bytes};
use super::{ServiceError, private_file};
use crate::domain::id::CompanyId;
use crate::domain::protocol::canonical_bytes;
use crate::domain::time::Timestamp;
use crate::store::{Store, audit, company};

const VERSION: u32 = 1;
/// The key's file under the data folder.
const KEY_FILE: &str = "checkpoint.key";

/// Why there is no checkpoint.
#[derive(Debug, thiserror::Error)]
pub enum CheckpointError {
    /// The key's file cannot be read or made.
    #[error("the checkpoint key cannot be used: {0}")]
    Key(std::io::Error),
    /// The key's file holds none.
    #[error("the checkpoint key is damaged")]
    DamagedKey,
    /// The text is no checkpoint.
    #[error("the file is not a checkpoint")]
    Malformed,
    /// Another key signed it, or something in it was changed.
    #[error("the checkpoint's signature does not hold")]
    WrongSignature,
    /// The store failed.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

/// The key that signs checkpoints.
pub struct CheckpointKey(SigningKey);

impl CheckpointKey {
    /// The data folder's key, which is made if there is none.
    ///
    /// # Errors
    /// [`CheckpointError::Key`] and [`CheckpointError::DamagedKey`].
    pub fn load(data_dir: &Path, random: &dyn Random) -> Result<Self, CheckpointError> {
        let path = data_dir.join(KEY_FILE);
        if !path.exists() {
            let fresh = loop {
                let bytes: Zeroizing<[u8; 32]> = Zeroizing::new(random_bytes(random));
                // All but one in 2³² of the 32-byte strings are keys.
                if SigningKey::from_slice(bytes.as_slice()).is_ok() {
                    break Zeroizing::new(HEXLOWER.encode(bytes.as_slice()));
                }
            };
            private_file::create(&path, &fresh, random).map_err(CheckpointError::Key)?;
        }
        let text = Zeroizing::new(std::fs::read_to_string(&path).map_err(CheckpointError::Key)?);
        let bytes = HEXLOWER
            .decode(text.trim().as_bytes())
            .map_err(|_| CheckpointError::DamagedKey)?;
        SigningKey::from_slice(&Zeroizing::new(bytes))
            .map(Self)
            .map_err(|_| CheckpointError::DamagedKey)
    }

    /// Its public half, to be kept where checkpoints are kept.
    pub fn public(&self) -> String {
        let point = self.0.verifying_key().to_sec1_point(false);
        HEXLOWER.encode(point.as_bytes())
    }
}

/// Where a company's chain stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainEnd {
    /// Whose.
    pub company: CompanyId,
    /// Its word then.
    pub slug: String,
    /// How many entries there were.
    pub entries: i64,
    /// The hash of the last.
    #[serde(with = "hex")]
    pub hash: Vec<u8>,
}

/// Where every chain stood at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    v: u32,
    /// When it was made.
    pub at: Timestamp,
    /// Every company's.
    pub chains: Vec<ChainEnd>,
}

/// A checkpoint as its file holds it.
#[derive(Serialize, Deserialize)]
struct Signed {
    checkpoint: Checkpoint,
    public_key: String,
    #[serde(with = "hex")]
    signature: Vec<u8>,
}

impl Checkpoint {
    /// Where every chain stands now.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn take(store: &Store, at: Timestamp) -> Result<Self, ServiceError> {
        let mut reader = store.read().await?;
        let mut chains = Vec::new();
        for company in company::all(&mut reader).await? {
            let (entries, hash) = audit::end(&mut reader, company.id).await?;
            chains.push(ChainEnd {
                company: company.id,
                slug: company.slug,
                entries,
                hash,
            });
        }
        Ok(Self {
            v: VERSION,
            at,
            chains,
        })
    }

    /// Its file's text.
    ///
    /// # Errors
    /// [`CheckpointError::Malformed`] for what has no canonical form.
    pub fn sign(self, key: &CheckpointKey) -> Result<String, CheckpointError> {
        let bytes = canonical_bytes(&self).map_err(|_| CheckpointError::Malformed)?;
        let signature: Signature = key.0.sign(&bytes);
        let signed = Signed {
            checkpoint: self,
            public_key: key.public(),
            signature: signature.to_bytes().to_vec(),
        };
        serde_json::to_string_pretty(&signed).map_err(|_| CheckpointError::Malformed)
    }

    /// The checkpoint in a file's text, if the key whose public half this is
    /// signed it just so.
    ///
    /// # Errors
    /// [`CheckpointError::Malformed`] and [`CheckpointError::WrongSignature`].
    pub fn read(text: &str, public_key: &str) -> Result<Self, CheckpointError> {
        let signed: Signed = serde_json::from_str(text).map_err(|_| CheckpointError::Malformed)?;
        let bytes = canonical_bytes(&signed.checkpoint).map_err(|_| CheckpointError::Malformed)?;
        let wrong = || CheckpointError::WrongSignature;
        let point = HEXLOWER
            .decode(public_key.trim().to_lowercase().as_bytes())
            .map_err(|_| wrong())?;
        let key = VerifyingKey::from_sec1_bytes(&point).map_err(|_| wrong())?;
        let signature = Signature::from_slice(&signed.signature).map_err(|_| wrong())?;
        key.verify(&bytes, &signature).map_err(|_| wrong())?;
        if signed.checkpoint.v != VERSION {
            return Err(CheckpointError::Malformed);
        }
        Ok(signed.checkpoint)
    }

    /// Where a company's chain stood.
    pub fn of(&self, company: CompanyId) -> Option<&ChainEnd> {
        self.chains.iter().find(|end| end.company == company)
    }
}

/// Bytes as hexadecimal text.
mod hex {
    use data_encoding::HEXLOWER;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&HEXLOWER.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        HEXLOWER.decode(text.as_bytes()).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::clock::OsRandom;

    fn checkpoint() -> Checkpoint {
        let at = Timestamp::from_seconds(1_800_000_000);
        Checkpoint {
            v: VERSION,
            at,
            chains: vec![ChainEnd {
                company: CompanyId::new(at, [1; 10]),
                slug: "andina".to_owned(),
                entries: 42,
                hash: vec![7; 32],
            }],
        }
    }

    #[test]
    fn a_checkpoint_is_read_with_the_key_that_signed_it_and_with_no_other() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let key = CheckpointKey::load(folder.path(), &OsRandom).unwrap();
        let again = CheckpointKey::load(folder.path(), &OsRandom).unwrap();
        assert_eq!(key.public(), again.public());
        let text = checkpoint().sign(&key).unwrap();
        assert_eq!(
            Checkpoint::read(&text, &key.public()).unwrap(),
            checkpoint()
        );
        let stranger = CheckpointKey::load(other.path(), &OsRandom).unwrap();
        assert!(matches!(
            Checkpoint::read(&text, &stranger.public()),
            Err(CheckpointError::WrongSignature)
        ));
    }

    #[test]
    fn a_changed_checkpoint_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let key = CheckpointKey::load(folder.path(), &OsRandom).unwrap();
        let text = checkpoint().sign(&key).unwrap().replace("42", "41");
        assert!(matches!(
            Checkpoint::read(&text, &key.public()),
            Err(CheckpointError::WrongSignature)
        ));
        assert!(matches!(
            Checkpoint::read("{}", &key.public()),
            Err(CheckpointError::Malformed)
        ));
    }
}
