use std::future::Future;

use hkdf::Hkdf;
use sha2::Sha256;

use crate::domain::id::DeviceId;
use crate::domain::serial::Serial;

/// 32 secret bytes.
pub type Secret = [u8; 32];

/// The two P-256 keys of a device. In the AppMovil they are WebCrypto keys that
/// cannot be extracted; in `llavero device` they are `p256` keys in a file.
///
/// All the rest of the protocol is the same code for both.
pub trait DeviceKeys {
    /// What goes wrong with the keys.
    type Error;

    /// The signing key's public half: SEC 1 uncompressed, 65 bytes.
    fn signing_public(&self) -> Vec<u8>;

    /// The agreement key's public half: SEC 1 uncompressed, 65 bytes.
    fn agreement_public(&self) -> Vec<u8>;

    /// ECDSA with SHA-256 over `message`: the 64 bytes `r ‖ s` (IEEE P1363).
    fn sign(&self, message: &[u8]) -> impl Future<Output = Result<Vec<u8>, Self::Error>>;

    /// ECDH with a public key in SEC 1 form: the 32 bytes of the shared point's
    /// x coordinate.
    fn agree(&self, public: &[u8]) -> impl Future<Output = Result<Secret, Self::Error>>;

    /// PBKDF2-HMAC-SHA-256 of a PIN with [`super::PIN_ITERATIONS`]: 32 bytes.
    fn stretch_pin(
        &self,
        pin: &str,
        salt: &[u8],
    ) -> impl Future<Output = Result<Secret, Self::Error>>;
}

/// The one-time-code secret: HKDF-SHA-256 of what ECDH gave, salted with the
/// enrolment's nonce and bound to the token and the device. It never travels.
pub fn derive_one_time_secret(
    shared: &Secret,
    nonce: &[u8],
    serial: Serial,
    device: DeviceId,
) -> Secret {
    derive(
        shared,
        nonce,
        &format!("llavero/v1/one-time-code/{serial}/{device}"),
    )
}

/// The pad under which the PIN secret travels once, at enrolment: HKDF-SHA-256
/// of what ECDH gave, salted with the enrolment's nonce, which is used once.
pub fn derive_transport_pad(
    shared: &Secret,
    nonce: &[u8],
    serial: Serial,
    device: DeviceId,
) -> Secret {
    derive(
        shared,
        nonce,
        &format!("llavero/v1/pin-transport/{serial}/{device}"),
    )
}

fn derive(shared: &Secret, salt: &[u8], purpose: &str) -> Secret {
    let mut secret = [0; 32];
    // 32 bytes are within HKDF-SHA-256's limit of 8,160, so this cannot fail.
    let _ = Hkdf::<Sha256>::new(Some(salt), shared).expand(purpose.as_bytes(), &mut secret);
    secret
}
