use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

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

/// Beyond it two whole numbers may have one canonical form (RFC 8785, appendix D).
const LARGEST_NUMBER: u64 = (1 << 53) - 1;

/// The one form in which a message is signed: RFC 8785 canonical JSON, of messages
/// without fractions and with names in ASCII, as all of ours are (ADR 24).
///
/// # Errors
/// [`NotCanonical`] for any other value; no message of this protocol is one.
pub fn canonical_bytes<T: Serialize>(message: &T) -> Result<Vec<u8>, NotCanonical> {
    // Its maps keep their names in order, and it writes strings as RFC 8785,
    // section 3.2.2.2, says.
    let value = serde_json::to_value(message).map_err(|_| NotCanonical)?;
    if !has_canonical_form(&value) {
        return Err(NotCanonical);
    }
    serde_json::to_vec(&value).map_err(|_| NotCanonical)
}

fn has_canonical_form(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => number <= LARGEST_NUMBER,
            (None, Some(number)) => number.unsigned_abs() <= LARGEST_NUMBER,
            (None, None) => false,
        },
        Value::Array(values) => values.iter().all(has_canonical_form),
        Value::Object(members) => members
            .iter()
            .all(|(name, value)| name.is_ascii() && has_canonical_form(value)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a message may hold.
    fn any_value() -> impl Strategy<Value = Value> {
        let largest = i64::try_from(LARGEST_NUMBER).unwrap();
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-largest..=largest).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\\x00-\\x20\"\\\\/\\x7f\u{80}\u{2028}]{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("[ -~]{0,6}", inner, 0..6).prop_map(Value::from_iter),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_canonical_form_is_that_of_rfc_8785(value in any_value()) {
            let theirs = serde_json_canonicalizer::to_vec(&value).unwrap();
            prop_assert_eq!(canonical_bytes(&value), Ok(theirs));
        }
    }

    #[test]
    fn what_has_no_single_form_is_refused() {
        let large = LARGEST_NUMBER + 1;
        for value in [
            Value::from(0.5),
            Value::from(large),
            serde_json::json!({ "ñ": 1 }),
        ] {
            assert_eq!(canonical_bytes(&[value]), Err(NotCanonical));
        }
        assert_eq!(canonical_bytes(&-(1_i64 << 53)), Err(NotCanonical));
        let smallest = -(1_i64 << 53) + 1;
        assert_eq!(
            canonical_bytes(&smallest),
            Ok(smallest.to_string().into_bytes())
        );
    }
}
