//! The device protocol, version 1: what the AppMovil and `llavero device` say
//! to the server, byte for byte. `docs/PROTOCOL.md` tells it in words and has
//! test vectors that a test reads.

mod bytes;
mod challenge;
pub mod client;
mod enrolment;
mod invitation;
mod keys;
mod one_time_code;
mod pin;
mod request;

pub use bytes::{Base64Bytes, NotCanonical, canonical_bytes};
pub use challenge::{
    Challenge, ChallengeBatch, ChallengeSubject, ChallengeToken, ConfirmationStatement, Decision,
    DeviceOperation, FirstApproval, NUMBER_DIGITS, sign_list,
};
pub use enrolment::{
    EnrolmentOffer, EnrolmentReceipt, EnrolmentRequest, EnrolmentStatement, OpenEnrolmentRequest,
};
pub use invitation::{InvitationCode, NotAnInvitationCode};
pub use keys::{DeviceKeys, Secret, derive_one_time_secret, derive_transport_pad};
pub use one_time_code::{OneTimeCode, STEP_SECONDS, accepted_step, one_time_code};
pub use pin::{PIN_DIGITS, PIN_ITERATIONS, is_pin, pin_mac, verify_pin_mac, xor};
pub use request::{
    DeviceCall, DeviceDetails, DeviceFault, DeviceReply, DeviceRequest, Outcome, REQUEST_LIFETIME,
    SignedRequest,
};

/// The protocol's version, in every message.
pub const VERSION: u8 = 1;
