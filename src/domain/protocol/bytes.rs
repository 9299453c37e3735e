use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that JSON writes as base64url without padding (RFC 4648 §5).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Base64Bytes(pub Vec<u8>);

impl Base64Bytes {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl<const N: usize> From<[u8; N]> for Base64Bytes {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Base64Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Serialize for Base64Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Base64UrlUnpadded::encode_string(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Base64UrlUnpadded::decode_vec(&text)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}

/// The value cannot be written in the canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the message has no canonical form")]
pub struct NotCanonical;

/// The one form in which a message is signed: RFC 8785 canonical JSON.
///
/// # Errors
/// [`NotCanonical`] for a value that JSON cannot hold; no message of this
/// protocol is one.
pub fn canonical_bytes<T: Serialize>(message: &T) -> Result<Vec<u8>, NotCanonical> {
    serde_json_canonicalizer::to_vec(message).map_err(|_| NotCanonical)
}
