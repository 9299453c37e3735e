//! The question to a device: the bytes that it shows and signs, and the number
//! that the console shows.

use super::{Context, ServiceError};
use crate::domain::id::ConfirmationId;
use crate::domain::operation::{OPERATION_LIFETIME, Operation};
use crate::domain::protocol::{
    Challenge, ChallengeSubject, FirstApproval, NUMBER_DIGITS, VERSION, canonical_bytes,
};
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::confirmation::ConfirmationRecord;
use crate::store::device::DeviceRecord;

/// What is asked, of which device.
pub(super) struct Question<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The company's name, to show.
    pub company_name: &'a str,
    /// Who asked for the operation.
    pub requester: &'a User,
    /// What it changes.
    pub subject: ChallengeSubject,
    /// The approval before this one, when this is the second.
    pub first_approval: Option<FirstApproval>,
    /// The device that may answer.
    pub device: &'a DeviceRecord,
    /// When it is asked; it can be answered for [`OPERATION_LIFETIME`], and not
    /// longer than the operation waits.
    pub issued_at: Timestamp,
}

impl Question<'_> {
    /// The record that waits for the answer, with a number of its own.
    ///
    /// # Errors
    /// Never for a challenge of ours; see [`canonical_bytes`].
    pub(super) fn into_record(self, context: &Context) -> Result<ConfirmationRecord, ServiceError> {
        let Self {
            operation,
            company_name,
            requester,
            subject,
            first_approval,
            device,
            issued_at,
        } = self;
        let id = ConfirmationId::new(issued_at, context.random_bytes());
        let expires_at = issued_at.plus(OPERATION_LIFETIME).min(operation.expires_at);
        let challenge = canonical_bytes(&Challenge {
            v: VERSION,
            purpose: Challenge::PURPOSE.to_owned(),
            audience: context.settings.public_url.clone(),
            confirmation: id,
            operation: operation.id,
            kind: operation.kind,
            company: operation.company,
            company_name: company_name.to_owned(),
            subject,
            requested_by: requester.id,
            requested_by_username: requester.username.clone(),
            first_approval,
            device: device.id,
            nonce: context.random_bytes::<32>().into(),
            issued_at,
            expires_at,
        })?;
        Ok(ConfirmationRecord {
            id,
            operation: operation.id,
            company: operation.company,
            device: device.id,
            challenge,
            number: context.random_digits(NUMBER_DIGITS),
            wrong_numbers: 0,
            issued_at,
            expires_at,
            decision: None,
            decided_at: None,
            evidence_payload: None,
            evidence_signature: None,
        })
    }
}
