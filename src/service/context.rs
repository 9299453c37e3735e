use std::sync::Arc;

use super::clock::{Clock, Random};
use super::hub::{Change, Hub};
use super::password::PasswordHasher;
use super::settings::Settings;
use super::vault::Vault;
use crate::domain::time::Timestamp;
use crate::store::Store;

/// What every use case has at hand. Cloning it is cheap.
#[derive(Clone)]
pub struct Context {
    parts: Arc<Parts>,
}

/// The parts of a [`Context`].
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The one clock.
    pub clock: Arc<dyn Clock>,
    /// The one source of chance.
    pub random: Arc<dyn Random>,
    /// Seals secrets at rest.
    pub vault: Vault,
    /// Hashes passwords, so many at a time.
    pub passwords: PasswordHasher,
    /// Tells open screens what changed.
    pub hub: Hub,
    /// How this server is set up.
    pub settings: Settings,
}

impl std::ops::Deref for Context {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl Context {
    /// From its parts.
    pub fn new(parts: Parts) -> Self {
        Self {
            parts: Arc::new(parts),
        }
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// That many random bytes.
    pub fn random_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes);
        bytes
    }

    /// A number of `digits` decimal digits, each as likely as any other.
    pub fn random_digits(&self, digits: usize) -> String {
        let mut text = String::with_capacity(digits);
        while text.len() < digits {
            let [byte] = self.random_bytes::<1>();
            // 250 is the largest multiple of ten in a byte.
            if byte < 250 {
                text.push(char::from(b'0' + byte % 10));
            }
        }
        text
    }

    /// A word by which a person can name a fault and the log finds it.
    pub fn new_reference(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.random_bytes::<5>())
    }

    /// Tells open screens what changed; call it after the commit.
    pub fn publish(&self, change: Change) {
        self.hub.publish(change);
    }

    /// The same for several changes of one transaction.
    pub fn publish_all(&self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            self.publish(change);
        }
    }
}
