//! A device's keys in memory: `p256`, where the AppMovil has WebCrypto.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use pbkdf2::{Algorithm, Params, pbkdf2_hmac_with_params};
use zeroize::Zeroizing;

use crate::domain::protocol::{DeviceKeys, PIN_ITERATIONS, Secret};
use crate::service::clock::Random;
use crate::service::device_crypto::{InvalidKey, agree, generate_agreement_key};

/// Two P-256 keys. Unlike the AppMovil's they can be read out: [`SoftKeys::secrets`].
pub struct SoftKeys {
    signing: SigningKey,
    agreement: Zeroizing<Secret>,
    agreement_public: Vec<u8>,
}

impl SoftKeys {
    /// New keys.
    ///
    /// # Errors
    /// Never: what is generated is a key.
    pub fn generate(random: &dyn Random) -> Result<Self, InvalidKey> {
        let signing = generate_agreement_key(random);
        let agreement = generate_agreement_key(random);
        Self::from_secrets(&signing.secret, &agreement.secret)
    }

    /// The keys with these secret numbers.
    ///
    /// # Errors
    /// [`InvalidKey`] when either is no key.
    pub fn from_secrets(signing: &Secret, agreement: &Secret) -> Result<Self, InvalidKey> {
        let public = p256::SecretKey::from_slice(agreement)
            .map_err(|_| InvalidKey)?
            .public_key();
        Ok(Self {
            signing: SigningKey::from_slice(signing).map_err(|_| InvalidKey)?,
            agreement: Zeroizing::new(*agreement),
            agreement_public: public.to_sec1_bytes().into_vec(),
        })
    }

    /// The secret numbers of the signing and of the agreement key.
    pub fn secrets(&self) -> (Zeroizing<Secret>, Zeroizing<Secret>) {
        (
            Zeroizing::new(self.signing.to_bytes().into()),
            self.agreement.clone(),
        )
    }
}

impl DeviceKeys for SoftKeys {
    type Error = InvalidKey;

    fn signing_public(&self) -> Vec<u8> {
        let point = self.signing.verifying_key().to_sec1_point(false);
        point.as_bytes().to_vec()
    }

    fn agreement_public(&self) -> Vec<u8> {
        self.agreement_public.clone()
    }

    async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, InvalidKey> {
        let signature: Signature = self.signing.sign(message);
        Ok(signature.to_bytes().to_vec())
    }

    async fn agree(&self, public: &[u8]) -> Result<Secret, InvalidKey> {
        agree(&self.agreement, public).map(|shared| *shared)
    }

    async fn stretch_pin(&self, pin: &str, salt: &[u8]) -> Result<Secret, InvalidKey> {
        let mut stretched = [0; 32];
        let params = Params::new(PIN_ITERATIONS).map_err(|_| InvalidKey)?;
        // Not the generic function: that one would be compiled with this crate,
        // unoptimised in a test, and take seconds.
        let algorithm = Algorithm::Pbkdf2Sha256;
        pbkdf2_hmac_with_params(pin.as_bytes(), salt, algorithm, params, &mut stretched);
        Ok(stretched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::clock::OsRandom;
    use crate::service::device_crypto::{is_valid_public_key, verify_signature};

    #[tokio::test]
    async fn the_server_accepts_what_the_keys_sign_and_agree() {
        let keys = SoftKeys::generate(&OsRandom).unwrap();
        assert!(is_valid_public_key(&keys.signing_public()));
        let signature = keys.sign(b"message").await.unwrap();
        assert!(verify_signature(
            &keys.signing_public(),
            b"message",
            &signature
        ));
        let server = generate_agreement_key(&OsRandom);
        assert_eq!(
            keys.agree(&server.public).await.unwrap(),
            *agree(&server.secret, &keys.agreement_public()).unwrap()
        );
    }

    #[test]
    fn the_two_keys_differ_and_survive_being_kept() {
        let keys = SoftKeys::generate(&OsRandom).unwrap();
        assert_ne!(keys.signing_public(), keys.agreement_public());
        let (signing, agreement) = keys.secrets();
        let again = SoftKeys::from_secrets(&signing, &agreement).unwrap();
        assert_eq!(again.signing_public(), keys.signing_public());
        assert_eq!(again.agreement_public(), keys.agreement_public());
    }
}
