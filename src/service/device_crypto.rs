//! What the server does with a device's P-256 keys: check a signature, agree on
//! a secret. Pure functions; randomness comes in.

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::{PublicKey, SecretKey};
use zeroize::Zeroizing;

use super::clock::{Random, random_bytes};
use crate::domain::protocol::Secret;

/// The length of a public key: SEC 1 uncompressed, `04 ‖ x ‖ y`.
pub const PUBLIC_KEY_LENGTH: usize = 65;

/// The bytes are not a key on P-256 in the protocol's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a P-256 key")]
pub struct InvalidKey;

/// An agreement key of the server's: one for each enrolment.
pub struct AgreementKey {
    /// The secret half, to be sealed at rest.
    pub secret: Zeroizing<Secret>,
    /// The public half: SEC 1 uncompressed.
    pub public: Vec<u8>,
}

/// A new agreement key.
pub fn generate_agreement_key(random: &dyn Random) -> AgreementKey {
    loop {
        let secret = Zeroizing::new(random_bytes(random));
        // All but one in 2³² of the 32-byte strings are keys.
        if let Ok(key) = SecretKey::from_slice(secret.as_slice()) {
            let public = key.public_key().to_sec1_bytes().into_vec();
            return AgreementKey { secret, public };
        }
    }
}

/// ECDH: the x coordinate of the point that both sides reach.
///
/// # Errors
/// [`InvalidKey`] when either is not a key.
pub fn agree(secret: &Secret, peer_public: &[u8]) -> Result<Zeroizing<Secret>, InvalidKey> {
    let key = SecretKey::from_slice(secret).map_err(|_| InvalidKey)?;
    let shared = key.diffie_hellman(&public_key(peer_public)?);
    Ok(Zeroizing::new((*shared.raw_secret_bytes()).into()))
}

/// Whether `signature` (64 bytes, `r ‖ s`) is `public`'s over SHA-256 of
/// `message`. A key off the curve or in another form, or numbers out of range,
/// make it false.
///
/// `s` and `n − s` both pass, because WebCrypto gives either: a signature names
/// nothing, and each signed message carries a nonce of its own.
pub fn verify_signature(public: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (Ok(key), Ok(signature)) = (public_key(public), Signature::from_slice(signature)) else {
        return false;
    };
    VerifyingKey::from(key).verify(message, &signature).is_ok()
}

/// Whether the bytes are a point on the curve, SEC 1 uncompressed.
pub fn is_valid_public_key(bytes: &[u8]) -> bool {
    public_key(bytes).is_ok()
}

fn public_key(bytes: &[u8]) -> Result<PublicKey, InvalidKey> {
    if bytes.len() != PUBLIC_KEY_LENGTH || bytes.first() != Some(&4) {
        return Err(InvalidKey);
    }
    PublicKey::from_sec1_bytes(bytes).map_err(|_| InvalidKey)
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::SigningKey;
    use p256::ecdsa::signature::Signer;

    use super::*;
    use crate::service::clock::OsRandom;

    fn key() -> (SigningKey, Vec<u8>) {
        let pair = generate_agreement_key(&OsRandom);
        (SigningKey::from_slice(&*pair.secret).unwrap(), pair.public)
    }

    fn signed(key: &SigningKey, message: &[u8]) -> Vec<u8> {
        let signature: Signature = key.sign(message);
        signature.to_bytes().to_vec()
    }

    #[test]
    fn both_sides_agree_on_the_same_secret() {
        let (ours, theirs) = (
            generate_agreement_key(&OsRandom),
            generate_agreement_key(&OsRandom),
        );
        assert_eq!(
            agree(&ours.secret, &theirs.public).unwrap(),
            agree(&theirs.secret, &ours.public).unwrap()
        );
        assert_ne!(
            agree(&ours.secret, &theirs.public).unwrap(),
            agree(&ours.secret, &ours.public).unwrap()
        );
    }

    /// RFC 5903 §8.1: the 256-bit random ECP group.
    #[test]
    fn the_agreement_of_rfc_5903_holds() {
        let hex = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap();
        let secret: Secret =
            hex("c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433")
                .try_into()
                .unwrap();
        let peer = hex(concat!(
            "04",
            "d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63",
            "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab"
        ));
        assert_eq!(
            agree(&secret, &peer).unwrap().to_vec(),
            hex("d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de")
        );
    }

    #[test]
    fn a_signature_holds_for_its_key_and_its_message_only() {
        let ((key, public), (_, other)) = (key(), key());
        let signature = signed(&key, b"message");
        assert!(verify_signature(&public, b"message", &signature));
        assert!(!verify_signature(&public, b"massage", &signature));
        assert!(!verify_signature(&other, b"message", &signature));
    }

    #[test]
    fn each_changed_byte_breaks_a_signature() {
        let (key, public) = key();
        let signature = signed(&key, b"message");
        for index in 0..signature.len() {
            let mut changed = signature.clone();
            changed[index] ^= 1;
            assert!(!verify_signature(&public, b"message", &changed), "{index}");
        }
    }

    #[test]
    fn a_signature_of_another_length_or_out_of_range_is_refused() {
        let (key, public) = key();
        let signature = signed(&key, b"message");
        let der: p256::ecdsa::DerSignature = key.sign(b"message");
        for wrong in [
            Vec::new(),
            signature[..63].to_vec(),
            [signature.as_slice(), &[0]].concat(),
            der.as_bytes().to_vec(),
            vec![0; 64],
            vec![0xff; 64],
        ] {
            assert!(!verify_signature(&public, b"message", &wrong));
        }
    }

    #[test]
    fn what_is_not_an_uncompressed_point_on_the_curve_is_no_key() {
        let (_, public) = key();
        assert!(is_valid_public_key(&public));
        let compressed = [&[2 + (public[64] & 1)], &public[1..33]].concat();
        let mut off_the_curve = public.clone();
        off_the_curve[64] ^= 1;
        let mut hybrid = public.clone();
        hybrid[0] = 6 + (public[64] & 1);
        let mut beyond_the_field = vec![0xff; 65];
        beyond_the_field[0] = 4;
        for wrong in [
            Vec::new(),
            vec![0],
            compressed,
            off_the_curve,
            hybrid,
            beyond_the_field,
            public[..64].to_vec(),
        ] {
            assert!(!is_valid_public_key(&wrong));
            assert!(agree(&[1; 32], &wrong).is_err());
        }
    }

    #[test]
    fn a_secret_of_zero_or_beyond_the_order_is_no_key() {
        let (_, public) = key();
        assert!(agree(&[0; 32], &public).is_err());
        assert!(agree(&[0xff; 32], &public).is_err());
    }
}
