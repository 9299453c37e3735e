//! The PIN. The device keeps 32 random bytes, the *PIN secret*, only as
//! `secret ⊕ stretched PIN`: every PIN opens it to some 32 bytes, and nothing
//! on the device tells the right ones. The server keeps the secret and counts
//! wrong MACs.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::challenge::Decision;
use super::keys::Secret;

/// How many digits a PIN has.
pub const PIN_DIGITS: usize = 6;

/// PBKDF2's iterations: OWASP's figure for HMAC-SHA-256. It only slows whoever
/// holds the device *and* the server's secret.
pub const PIN_ITERATIONS: u32 = 600_000;

/// Whether the text is a PIN: six digits.
pub fn is_pin(text: &str) -> bool {
    text.len() == PIN_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Hides or opens a secret with a pad of the same length.
pub fn xor(secret: &Secret, pad: &Secret) -> Secret {
    std::array::from_fn(|index| secret[index] ^ pad[index])
}

/// HMAC-SHA-256 under the PIN secret of what is being confirmed: proof that the
/// right PIN was typed for just these bytes, this number and this decision.
pub fn pin_mac(pin_secret: &Secret, challenge: &[u8], number: &str, decision: Decision) -> Vec<u8> {
    mac(pin_secret, challenge, number, decision)
        .map(|mac| mac.finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// Whether `proof` is that MAC, in constant time.
pub fn verify_pin_mac(
    pin_secret: &Secret,
    challenge: &[u8],
    number: &str,
    decision: Decision,
    proof: &[u8],
) -> bool {
    mac(pin_secret, challenge, number, decision).is_some_and(|mac| mac.verify_slice(proof).is_ok())
}

fn mac(
    pin_secret: &Secret,
    challenge: &[u8],
    number: &str,
    decision: Decision,
) -> Option<Hmac<Sha256>> {
    // HMAC takes a key of any length, so there is always a MAC.
    let mut mac = Hmac::<Sha256>::new_from_slice(pin_secret).ok()?;
    mac.update(b"llavero/v1/pin\0");
    mac.update(challenge);
    mac.update(b"\0");
    mac.update(number.as_bytes());
    mac.update(b"\0");
    mac.update(decision.code().as_bytes());
    Some(mac)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pin_is_six_digits() {
        assert!(is_pin("204816"));
        for text in ["", "12345", "1234567", "12345a", "１２３４５６", " 12345"] {
            assert!(!is_pin(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_proof_holds_for_just_what_was_confirmed(
            secret in any::<Secret>(), other in any::<Secret>(), challenge in any::<Vec<u8>>(),
        ) {
            let proof = pin_mac(&secret, &challenge, "123456", Decision::Approve);
            prop_assert!(verify_pin_mac(&secret, &challenge, "123456", Decision::Approve, &proof));
            prop_assert!(!verify_pin_mac(&secret, &challenge, "123457", Decision::Approve, &proof));
            prop_assert!(!verify_pin_mac(&secret, &challenge, "123456", Decision::Reject, &proof));
            prop_assert!(secret == other || !verify_pin_mac(&other, &challenge, "123456", Decision::Approve, &proof));
        }

        #[test]
        fn a_pad_opens_what_it_hid(secret in any::<Secret>(), pad in any::<Secret>()) {
            prop_assert_eq!(xor(&xor(&secret, &pad), &pad), secret);
        }
    }
}
