//! What this browser keeps of each token that is linked to it: one IndexedDB
//! entry with the profile as JSON and the two keys as the browser's own objects.

use serde::{Deserialize, Serialize};

use super::keys::KeysFailed;
use crate::domain::id::DeviceId;
use crate::domain::protocol::client::DeviceProfile;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenStatus;

/// A token that is linked to this browser, or is being linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedToken {
    /// What the protocol keeps.
    pub profile: DeviceProfile,
    /// Where the token stood when the server was last heard.
    pub status: Option<TokenStatus>,
    /// Whether the server is known to have accepted the enrolment. The keys are
    /// kept before it is asked, so that an answer lost on the way loses nothing.
    pub accepted: bool,
    /// When the keys were made.
    pub since: Timestamp,
}

impl LinkedToken {
    /// The name that its device has inside Llavero.
    pub const fn device(&self) -> DeviceId {
        self.profile.device
    }
}

/// The browser does not let its storage be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser's storage failed")]
pub struct VaultFailed;

impl From<KeysFailed> for VaultFailed {
    fn from(_: KeysFailed) -> Self {
        Self
    }
}

pub use browser::{forget, keep, list, open, update};

#[cfg(feature = "hydrate")]
mod browser {
    use js_sys::{Array, Object, Promise, Reflect};
    use leptos::prelude::window;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
        IdbTransactionMode,
    };

    use super::{DeviceId, LinkedToken, VaultFailed};
    use crate::device_app::keys::BrowserKeys;

    const DATABASE: &str = "llavero";
    const VERSION: u32 = 1;
    const STORE: &str = "tokens";
    const TOKEN: &str = "token";

    /// Every token, the one linked first first.
    ///
    /// # Errors
    /// [`VaultFailed`] when the storage cannot be read.
    pub async fn list() -> Result<Vec<LinkedToken>, VaultFailed> {
        let work = Work::begin(IdbTransactionMode::Readonly).await?;
        let entries = answer(&work.store.get_all().map_err(failed)?).await?;
        // What cannot be read is left alone: a later version may know it.
        let mut tokens: Vec<LinkedToken> = Array::from(&entries)
            .iter()
            .filter_map(|entry| token_of(&entry).ok())
            .collect();
        tokens.sort_by_key(|token| (token.since, token.device()));
        Ok(tokens)
    }

    /// One token with its keys.
    ///
    /// # Errors
    /// [`VaultFailed`] when the storage cannot be read or the entry is damaged.
    pub async fn open(device: DeviceId) -> Result<Option<(LinkedToken, BrowserKeys)>, VaultFailed> {
        let work = Work::begin(IdbTransactionMode::Readonly).await?;
        let entry = answer(&work.store.get(&key(device)).map_err(failed)?).await?;
        if entry.is_undefined() {
            return Ok(None);
        }
        Ok(Some((token_of(&entry)?, BrowserKeys::read_from(&entry)?)))
    }

    /// Keeps a token and its keys; done only once they are on disk.
    ///
    /// # Errors
    /// [`VaultFailed`] when the storage cannot be written.
    pub async fn keep(token: &LinkedToken, keys: &BrowserKeys) -> Result<(), VaultFailed> {
        let entry = Object::new();
        keys.write_to(&entry)?;
        write_token(&entry, token)?;
        let work = Work::begin(IdbTransactionMode::Readwrite).await?;
        work.store
            .put_with_key(&entry, &key(token.device()))
            .map_err(failed)?;
        work.end().await
    }

    /// Keeps what is newly known of a token; nothing when it was forgotten.
    ///
    /// # Errors
    /// [`VaultFailed`] when the storage cannot be written.
    pub async fn update(token: &LinkedToken) -> Result<(), VaultFailed> {
        let work = Work::begin(IdbTransactionMode::Readwrite).await?;
        let entry = answer(&work.store.get(&key(token.device())).map_err(failed)?).await?;
        let Ok(entry) = entry.dyn_into::<Object>() else {
            return Ok(());
        };
        write_token(&entry, token)?;
        work.store
            .put_with_key(&entry, &key(token.device()))
            .map_err(failed)?;
        work.end().await
    }

    /// Forgets a token and its keys, for ever.
    ///
    /// # Errors
    /// [`VaultFailed`] when the storage cannot be written.
    pub async fn forget(device: DeviceId) -> Result<(), VaultFailed> {
        let work = Work::begin(IdbTransactionMode::Readwrite).await?;
        work.store.delete(&key(device)).map_err(failed)?;
        work.end().await
    }

    /// One transaction on the store; the database is closed when it is dropped.
    struct Work {
        database: IdbDatabase,
        transaction: IdbTransaction,
        store: IdbObjectStore,
    }

    impl Work {
        async fn begin(mode: IdbTransactionMode) -> Result<Self, VaultFailed> {
            let database = database().await?;
            let transaction = database
                .transaction_with_str_and_mode(STORE, mode)
                .map_err(failed)?;
            let store = transaction.object_store(STORE).map_err(failed)?;
            Ok(Self {
                database,
                transaction,
                store,
            })
        }

        async fn end(self) -> Result<(), VaultFailed> {
            let ending = Promise::new(&mut |resolve, reject| {
                self.transaction.set_oncomplete(Some(&resolve));
                self.transaction.set_onerror(Some(&reject));
                self.transaction.set_onabort(Some(&reject));
            });
            JsFuture::from(ending).await.map_err(failed)?;
            Ok(())
        }
    }

    impl Drop for Work {
        fn drop(&mut self) {
            // Takes effect once the transaction is over.
            self.database.close();
        }
    }

    async fn database() -> Result<IdbDatabase, VaultFailed> {
        let factory = window().indexed_db().map_err(failed)?.ok_or(VaultFailed)?;
        let request = factory.open_with_u32(DATABASE, VERSION).map_err(failed)?;
        let creating = request.clone();
        let create = Closure::<dyn FnMut()>::new(move || create_store(&creating));
        request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
        let opened = answer(&request).await;
        request.set_onupgradeneeded(None);
        opened?.dyn_into().map_err(failed)
    }

    fn create_store(request: &IdbOpenDbRequest) {
        if let Ok(database) = request.result()
            && let Ok(database) = database.dyn_into::<IdbDatabase>()
        {
            let _ = database.create_object_store(STORE);
        }
    }

    async fn answer(request: &IdbRequest) -> Result<JsValue, VaultFailed> {
        let answering = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        JsFuture::from(answering).await.map_err(failed)?;
        request.result().map_err(failed)
    }

    fn token_of(entry: &JsValue) -> Result<LinkedToken, VaultFailed> {
        let text = Reflect::get(entry, &TOKEN.into()).map_err(failed)?;
        serde_json::from_str(&text.as_string().ok_or(VaultFailed)?).map_err(|_| VaultFailed)
    }

    fn write_token(entry: &Object, token: &LinkedToken) -> Result<(), VaultFailed> {
        let text = serde_json::to_string(token).map_err(|_| VaultFailed)?;
        Reflect::set(entry, &TOKEN.into(), &text.into()).map_err(failed)?;
        Ok(())
    }

    fn key(device: DeviceId) -> JsValue {
        device.to_string().into()
    }

    fn failed(_: JsValue) -> VaultFailed {
        VaultFailed
    }
}

/// The server keeps no vault: each of these says so.
#[cfg(not(feature = "hydrate"))]
mod browser {
    use super::{DeviceId, LinkedToken, VaultFailed};
    use crate::device_app::keys::BrowserKeys;

    /// Fails: there is no browser.
    ///
    /// # Errors
    /// [`VaultFailed`], always.
    pub async fn list() -> Result<Vec<LinkedToken>, VaultFailed> {
        Err(VaultFailed)
    }

    /// Fails: there is no browser.
    ///
    /// # Errors
    /// [`VaultFailed`], always.
    pub async fn open(_: DeviceId) -> Result<Option<(LinkedToken, BrowserKeys)>, VaultFailed> {
        Err(VaultFailed)
    }

    /// Fails: there is no browser.
    ///
    /// # Errors
    /// [`VaultFailed`], always.
    pub async fn keep(_: &LinkedToken, _: &BrowserKeys) -> Result<(), VaultFailed> {
        Err(VaultFailed)
    }

    /// Fails: there is no browser.
    ///
    /// # Errors
    /// [`VaultFailed`], always.
    pub async fn update(_: &LinkedToken) -> Result<(), VaultFailed> {
        Err(VaultFailed)
    }

    /// Fails: there is no browser.
    ///
    /// # Errors
    /// [`VaultFailed`], always.
    pub async fn forget(_: DeviceId) -> Result<(), VaultFailed> {
        Err(VaultFailed)
    }
}
