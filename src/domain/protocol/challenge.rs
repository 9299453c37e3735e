//! What is confirmed, and the yes or no to it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::bytes::{Base64Bytes, NotCanonical, canonical_bytes};
use crate::domain::id::{CompanyId, ConfirmationId, DeviceId, OperationId, UserId};
use crate::domain::operation::OperationKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;

/// How many digits the number has that the console shows.
pub const NUMBER_DIGITS: usize = 6;

/// What a device is asked to confirm. The server keeps its exact canonical
/// bytes, the device shows and signs those, and the change is made from those.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The protocol's version.
    pub v: u8,
    /// `confirm-operation`.
    pub purpose: String,
    /// The server's name for itself.
    pub audience: String,
    /// This confirmation's name.
    pub confirmation: ConfirmationId,
    /// The operation's name.
    pub operation: OperationId,
    /// What will be done.
    pub kind: OperationKind,
    /// The company's name inside Llavero.
    pub company: CompanyId,
    /// The company's name, to show.
    pub company_name: String,
    /// To what it will be done.
    #[serde(flatten)]
    pub subject: ChallengeSubject,
    /// The administrator who asked.
    pub requested_by: UserId,
    /// That administrator's name, to show.
    pub requested_by_username: String,
    /// The approval that was given before, when this asks for the second one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_approval: Option<FirstApproval>,
    /// The device that may confirm.
    pub device: DeviceId,
    /// 32 random bytes.
    pub nonce: Base64Bytes,
    /// When it was made.
    pub issued_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
}

impl Challenge {
    /// The value of `purpose`.
    pub const PURPOSE: &'static str = "confirm-operation";
}

/// With control dual, the yes of the administrator who asked, to which a second
/// one's is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstApproval {
    /// The confirmation that was signed first.
    pub confirmation: ConfirmationId,
    /// When it was.
    pub approved_at: Timestamp,
}

/// What a challenge is about. Its members stand beside the challenge's others;
/// which they are tells the one subject from the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ChallengeSubject {
    /// One token.
    Token(ChallengeToken),
    /// Each token of a list.
    Batch(ChallengeBatch),
}

/// One token and the user whose it is, or will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeToken {
    /// The token's serial.
    pub serial: Serial,
    /// The token's version that this is good for.
    pub token_version: i64,
    /// The user it is about.
    pub holder: UserId,
    /// That user's name, to show.
    pub holder_username: String,
    /// That user's own name, to show.
    pub holder_full_name: String,
}

/// A list of tokens: how many, and which list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeBatch {
    /// How many tokens the list has.
    pub items: u32,
    /// SHA-256 of the list's canonical bytes, which the device fetches and
    /// checks before it shows them.
    pub list_hash: Base64Bytes,
}

impl ChallengeBatch {
    /// The entries that `bytes` hold, if they are the very list that is signed.
    pub fn read(&self, bytes: &[u8]) -> Option<Vec<ChallengeToken>> {
        if self.list_hash.as_slice() != Sha256::digest(bytes).as_slice() {
            return None;
        }
        let entries: Vec<ChallengeToken> = serde_json::from_slice(bytes).ok()?;
        let is_whole = u32::try_from(entries.len()) == Ok(self.items)
            && canonical_bytes(&entries).is_ok_and(|canonical| canonical == bytes);
        is_whole.then_some(entries)
    }
}

/// The list's canonical bytes, and what a challenge says of them.
///
/// # Errors
/// Never for a list that fits an operation; see [`canonical_bytes`].
pub fn sign_list(entries: &[ChallengeToken]) -> Result<(Vec<u8>, ChallengeBatch), NotCanonical> {
    let bytes = canonical_bytes(&entries)?;
    let batch = ChallengeBatch {
        items: u32::try_from(entries.len()).map_err(|_| NotCanonical)?,
        list_hash: Sha256::digest(&bytes).to_vec().into(),
    };
    Ok((bytes, batch))
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// *Aprobar*.
    Approve,
    /// *Rechazar*.
    Reject,
}

impl Decision {
    /// The word that stands for it in signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Reject => "reject",
        }
    }
}

/// What a device signs to confirm or reject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationStatement {
    /// The confirmation's name.
    pub confirmation: ConfirmationId,
    /// The exact bytes of the [`Challenge`].
    pub challenge: Base64Bytes,
    /// Yes or no.
    pub decision: Decision,
    /// The number that the console shows; empty to reject.
    pub number: String,
    /// [`super::pin_mac`] of all this; empty to reject, which needs no PIN.
    pub pin_mac: Base64Bytes,
}

/// An operation that waits for a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceOperation {
    /// The confirmation's name.
    pub confirmation: ConfirmationId,
    /// The exact bytes of the [`Challenge`]: all that is shown is read from
    /// them.
    pub challenge: Base64Bytes,
}

impl DeviceOperation {
    /// The challenge that the bytes hold; `None` if they hold none.
    pub fn challenge(&self) -> Option<Challenge> {
        let text = str::from_utf8(self.challenge.as_slice()).ok()?;
        serde_json::from_str(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn an_entry() -> impl Strategy<Value = ChallengeToken> {
        (0..9_999_999_u32, any::<u16>(), ".{0,12}", ".{0,20}").prop_filter_map(
            "a serial",
            |(number, version, username, full_name)| {
                Some(ChallengeToken {
                    serial: Serial::from_number(number)?,
                    token_version: i64::from(version),
                    holder: UserId::new(Timestamp::from_seconds(i64::from(number)), [1; 10]),
                    holder_username: username,
                    holder_full_name: full_name,
                })
            },
        )
    }

    proptest! {
        #[test]
        fn a_list_is_read_as_it_was_signed_and_no_other_is(
            entries in prop::collection::vec(an_entry(), 1..20),
            place in any::<prop::sample::Index>(),
        ) {
            let (bytes, batch) = sign_list(&entries).unwrap();
            prop_assert_eq!(batch.read(&bytes), Some(entries));
            let mut changed = bytes.clone();
            changed[place.index(bytes.len())] ^= 1;
            prop_assert_eq!(batch.read(&changed), None);
        }

        #[test]
        fn a_list_of_another_length_than_was_signed_is_not_read(
            entries in prop::collection::vec(an_entry(), 1..20),
        ) {
            let (bytes, batch) = sign_list(&entries).unwrap();
            let other = ChallengeBatch { items: batch.items + 1, ..batch };
            prop_assert_eq!(other.read(&bytes), None);
        }
    }
}
