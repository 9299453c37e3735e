//! The device's two keys. In the browser they are WebCrypto keys that cannot be
//! extracted: nobody, this program included, can read them.

/// The browser could not do what was asked of its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser's keys failed")]
pub struct KeysFailed;

pub use browser::BrowserKeys;

#[cfg(feature = "hydrate")]
mod browser {
    use js_sys::{Array, Object, Reflect, Uint8Array};
    use leptos::prelude::window;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{CryptoKey, CryptoKeyPair, SubtleCrypto};

    use super::KeysFailed;
    use crate::domain::protocol::{DeviceKeys, PIN_ITERATIONS, Secret};

    const CURVE: &str = "P-256";
    const HASH: &str = "SHA-256";
    const SECRET_BITS: u32 = 256;

    // The names under which the vault keeps them.
    const SIGNING: &str = "signing";
    const SIGNING_PUBLIC: &str = "signingPublic";
    const AGREEMENT: &str = "agreement";
    const AGREEMENT_PUBLIC: &str = "agreementPublic";

    /// The two keys of one linked token.
    #[derive(Debug, Clone)]
    pub struct BrowserKeys {
        signing: CryptoKey,
        signing_public: Vec<u8>,
        agreement: CryptoKey,
        agreement_public: Vec<u8>,
    }

    impl BrowserKeys {
        /// Two new keys.
        ///
        /// # Errors
        /// [`KeysFailed`] where the browser has no WebCrypto.
        pub async fn generate() -> Result<Self, KeysFailed> {
            let subtle = subtle()?;
            let (signing, signing_public) = pair(&subtle, "ECDSA", "sign").await?;
            let (agreement, agreement_public) = pair(&subtle, "ECDH", "deriveBits").await?;
            Ok(Self {
                signing,
                signing_public,
                agreement,
                agreement_public,
            })
        }

        /// Puts the keys into an object for the vault: the browser stores them
        /// without showing them.
        pub(in crate::device_app) fn write_to(&self, entry: &Object) -> Result<(), KeysFailed> {
            set(entry, SIGNING, &self.signing)?;
            set(entry, SIGNING_PUBLIC, &bytes(&self.signing_public))?;
            set(entry, AGREEMENT, &self.agreement)?;
            set(entry, AGREEMENT_PUBLIC, &bytes(&self.agreement_public))
        }

        /// The keys that [`write_to`](Self::write_to) put there.
        pub(in crate::device_app) fn read_from(entry: &JsValue) -> Result<Self, KeysFailed> {
            let key = |name: &str| get(entry, name)?.dyn_into().map_err(|_| KeysFailed);
            let public = |name: &str| {
                get(entry, name)?
                    .dyn_into::<Uint8Array>()
                    .map(|bytes| bytes.to_vec())
                    .map_err(|_| KeysFailed)
            };
            Ok(Self {
                signing: key(SIGNING)?,
                signing_public: public(SIGNING_PUBLIC)?,
                agreement: key(AGREEMENT)?,
                agreement_public: public(AGREEMENT_PUBLIC)?,
            })
        }
    }

    impl DeviceKeys for BrowserKeys {
        type Error = KeysFailed;

        fn signing_public(&self) -> Vec<u8> {
            self.signing_public.clone()
        }

        fn agreement_public(&self) -> Vec<u8> {
            self.agreement_public.clone()
        }

        async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeysFailed> {
            let algorithm = object(&[("name", &"ECDSA".into()), ("hash", &HASH.into())])?;
            let signing = subtle()?
                .sign_with_object_and_js_u8_array(&algorithm, &self.signing, &bytes(message))
                .map_err(|_| KeysFailed)?;
            Ok(Uint8Array::new(&settled(signing).await?).to_vec())
        }

        async fn agree(&self, public: &[u8]) -> Result<Secret, KeysFailed> {
            let subtle = subtle()?;
            let importing = subtle
                .import_key_with_object(
                    "raw",
                    &bytes(public),
                    &curve("ECDH")?,
                    false,
                    &Array::new(),
                )
                .map_err(|_| KeysFailed)?;
            let public = settled(importing).await?;
            let algorithm = object(&[("name", &"ECDH".into()), ("public", &public)])?;
            derive(&subtle, &algorithm, &self.agreement).await
        }

        async fn stretch_pin(&self, pin: &str, salt: &[u8]) -> Result<Secret, KeysFailed> {
            let subtle = subtle()?;
            let importing = subtle
                .import_key_with_str(
                    "raw",
                    &bytes(pin.as_bytes()),
                    "PBKDF2",
                    false,
                    &Array::of1(&"deriveBits".into()),
                )
                .map_err(|_| KeysFailed)?;
            let key: CryptoKey = settled(importing)
                .await?
                .dyn_into()
                .map_err(|_| KeysFailed)?;
            let algorithm = object(&[
                ("name", &"PBKDF2".into()),
                ("hash", &HASH.into()),
                ("salt", &bytes(salt)),
                ("iterations", &PIN_ITERATIONS.into()),
            ])?;
            derive(&subtle, &algorithm, &key).await
        }
    }

    async fn pair(
        subtle: &SubtleCrypto,
        algorithm: &str,
        usage: &str,
    ) -> Result<(CryptoKey, Vec<u8>), KeysFailed> {
        let generating = subtle
            .generate_key_with_object(&curve(algorithm)?, false, &Array::of1(&usage.into()))
            .map_err(|_| KeysFailed)?;
        // A key pair is a plain object of two keys, not a class of its own.
        let pair: CryptoKeyPair = settled(generating).await?.unchecked_into();
        let exporting = subtle
            .export_key("raw", &pair.get_public_key())
            .map_err(|_| KeysFailed)?;
        let public = Uint8Array::new(&settled(exporting).await?).to_vec();
        Ok((pair.get_private_key(), public))
    }

    async fn derive(
        subtle: &SubtleCrypto,
        algorithm: &Object,
        key: &CryptoKey,
    ) -> Result<Secret, KeysFailed> {
        let deriving = subtle
            .derive_bits_with_object(algorithm, key, SECRET_BITS)
            .map_err(|_| KeysFailed)?;
        Uint8Array::new(&settled(deriving).await?)
            .to_vec()
            .try_into()
            .map_err(|_| KeysFailed)
    }

    /// Browsers give it to pages of a secure origin only.
    fn subtle() -> Result<SubtleCrypto, KeysFailed> {
        let subtle = window().crypto().map_err(|_| KeysFailed)?.subtle();
        if subtle.is_undefined() {
            return Err(KeysFailed);
        }
        Ok(subtle)
    }

    fn curve(name: &str) -> Result<Object, KeysFailed> {
        object(&[("name", &name.into()), ("namedCurve", &CURVE.into())])
    }

    fn object(fields: &[(&str, &JsValue)]) -> Result<Object, KeysFailed> {
        let object = Object::new();
        for (name, value) in fields {
            set(&object, name, value)?;
        }
        Ok(object)
    }

    fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), KeysFailed> {
        Reflect::set(object, &name.into(), value)
            .map(|_| ())
            .map_err(|_| KeysFailed)
    }

    fn get(object: &JsValue, name: &str) -> Result<JsValue, KeysFailed> {
        Reflect::get(object, &name.into()).map_err(|_| KeysFailed)
    }

    fn bytes(bytes: &[u8]) -> Uint8Array {
        Uint8Array::from(bytes)
    }

    async fn settled(promise: js_sys::Promise) -> Result<JsValue, KeysFailed> {
        JsFuture::from(promise).await.map_err(|_| KeysFailed)
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    use super::KeysFailed;
    use crate::domain::protocol::{DeviceKeys, Secret};

    /// The server has no browser, so there are no such keys.
    #[derive(Debug, Clone)]
    pub enum BrowserKeys {}

    impl BrowserKeys {
        /// Fails: there is no browser.
        ///
        /// # Errors
        /// [`KeysFailed`], always.
        pub async fn generate() -> Result<Self, KeysFailed> {
            Err(KeysFailed)
        }
    }

    impl DeviceKeys for BrowserKeys {
        type Error = KeysFailed;

        fn signing_public(&self) -> Vec<u8> {
            match *self {}
        }

        fn agreement_public(&self) -> Vec<u8> {
            match *self {}
        }

        async fn sign(&self, _message: &[u8]) -> Result<Vec<u8>, KeysFailed> {
            match *self {}
        }

        async fn agree(&self, _public: &[u8]) -> Result<Secret, KeysFailed> {
            match *self {}
        }

        async fn stretch_pin(&self, _pin: &str, _salt: &[u8]) -> Result<Secret, KeysFailed> {
            match *self {}
        }
    }
}
