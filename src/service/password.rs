//! Passwords: argon2id (19 MiB, two passes, one lane: OWASP's first choice),
//! as PHC strings, with a bound on how many are computed at once.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::clock::{Random, random_bytes};

const MEMORY_KIB: u32 = 19 * 1_024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What is kept in place of a hash of somebody who has no password: a text that
/// no password has for its hash. Checking a password against it takes as long as
/// against a hash, and the answer is always no.
pub const NO_PASSWORD: &str = "!";

/// How long a sign-in waits for its turn before it is told to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Why a password was neither accepted nor refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Too many others are being checked.
    #[error("too many passwords are being checked at once")]
    Busy,
    /// The stored hash is not one.
    #[error("the stored password hash cannot be read")]
    Damaged,
    /// The hash could not be computed.
    #[error("the password could not be hashed")]
    Failed,
}

/// Hashes and checks passwords. A clone shares the bound.
#[derive(Clone)]
pub struct PasswordHasher {
    argon2: Argon2<'static>,
    turns: Arc<Semaphore>,
    longest_wait: Duration,
    random: Arc<dyn Random>,
    /// The hash of a password that nobody has.
    nobodys: Arc<str>,
}

impl PasswordHasher {
    /// At most `at_once` hashes at a time, each with 19 MiB.
    ///
    /// # Errors
    /// [`PasswordError::Failed`] when argon2 cannot be set up.
    pub fn new(at_once: usize, random: Arc<dyn Random>) -> Result<Self, PasswordError> {
        let params =
            Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| PasswordError::Failed)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobodys = hash(
            &argon2,
            &random_bytes::<32>(&*random),
            random_bytes(&*random),
        )?;
        Ok(Self {
            argon2,
            turns: Arc::new(Semaphore::new(at_once.max(1))),
            longest_wait: LONGEST_WAIT,
            random,
            nobodys: nobodys.into(),
        })
    }

    /// The PHC string to keep of a password.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] when its turn does not come.
    pub async fn hash(&self, password: &str) -> Result<String, PasswordError> {
        let argon2 = self.argon2.clone();
        let salt = random_bytes(&*self.random);
        self.in_turn(password, move |password| hash(&argon2, password, salt))
            .await
    }

    /// Whether the password is the one that `stored` was made of. For a user
    /// that does not exist `stored` is `None`, for one without a password
    /// [`NO_PASSWORD`]: the answer is no, and takes as long.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] when its turn does not come,
    /// [`PasswordError::Damaged`] when `stored` is no hash.
    pub async fn verify(
        &self,
        password: &str,
        stored: Option<&str>,
    ) -> Result<bool, PasswordError> {
        let stored = stored.filter(|stored| *stored != NO_PASSWORD);
        let exists = stored.is_some();
        let stored = stored.unwrap_or(&self.nobodys).to_owned();
        let argon2 = self.argon2.clone();
        let same = self
            .in_turn(password, move |password| verify(&argon2, password, &stored))
            .await?;
        Ok(same && exists)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        password: &str,
        work: impl FnOnce(&[u8]) -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let password = Zeroizing::new(password.to_owned());
        let turn = timeout(self.longest_wait, Arc::clone(&self.turns).acquire_owned())
            .await
            .map_err(|_| PasswordError::Busy)?
            .map_err(|_| PasswordError::Failed)?;
        // The turn is given back by the work itself: whoever asked may have
        // gone, but the memory is still in use.
        spawn_blocking(move || {
            let result = work(password.as_bytes());
            drop(turn);
            result
        })
        .await
        .map_err(|_| PasswordError::Failed)?
    }
}

fn hash(argon2: &Argon2<'_>, password: &[u8], salt: [u8; 16]) -> Result<String, PasswordError> {
    argon2
        .hash_password_with_salt(password, &salt)
        .map(|hash: PasswordHash| hash.to_string())
        .map_err(|_| PasswordError::Failed)
}

fn verify(argon2: &Argon2<'_>, password: &[u8], stored: &str) -> Result<bool, PasswordError> {
    use argon2::password_hash::Error;

    let stored = PasswordHash::new(stored).map_err(|_| PasswordError::Damaged)?;
    match argon2.verify_password(password, &stored) {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(_) => Err(PasswordError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::clock::OsRandom;

    fn hasher(at_once: usize) -> PasswordHasher {
        PasswordHasher::new(at_once, Arc::new(OsRandom)).unwrap()
    }

    #[tokio::test]
    async fn the_right_password_is_accepted_and_another_is_not() {
        let hasher = hasher(2);
        let stored = hasher.hash("Llavero-2024").await.unwrap();
        assert_eq!(hasher.verify("Llavero-2024", Some(&stored)).await, Ok(true));
        assert_eq!(
            hasher.verify("llavero-2024", Some(&stored)).await,
            Ok(false)
        );
        assert_eq!(hasher.verify("", Some(&stored)).await, Ok(false));
    }

    #[tokio::test]
    async fn the_hash_says_its_parameters_and_never_repeats() {
        let hasher = hasher(2);
        let first = hasher.hash("secreto").await.unwrap();
        let second = hasher.hash("secreto").await.unwrap();
        assert!(
            first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{first}"
        );
        assert_ne!(first, second);
    }

    #[tokio::test]
    async fn a_user_that_does_not_exist_has_no_password() {
        assert_eq!(hasher(1).verify("secreto", None).await, Ok(false));
    }

    #[tokio::test]
    async fn somebody_without_a_password_is_refused_any_and_waits_their_turn_like_others() {
        let mut hasher = hasher(1);
        for password in ["", "!", "secreto"] {
            assert_eq!(hasher.verify(password, Some(NO_PASSWORD)).await, Ok(false));
        }
        // The work is the same: without a turn there is no answer.
        hasher.longest_wait = Duration::from_millis(20);
        let turn = Arc::clone(&hasher.turns).acquire_owned().await.unwrap();
        let answer = hasher.verify("secreto", Some(NO_PASSWORD)).await;
        assert_eq!(answer, Err(PasswordError::Busy));
        drop(turn);
    }

    #[tokio::test]
    async fn a_damaged_hash_is_a_fault_and_not_a_wrong_password() {
        for stored in ["", "secreto", "$argon2id$v=19$m=19456,t=2,p=1$"] {
            assert!(hasher(1).verify("secreto", Some(stored)).await != Ok(true));
        }
        assert_eq!(
            hasher(1).verify("secreto", Some("secreto")).await,
            Err(PasswordError::Damaged)
        );
    }

    #[tokio::test]
    async fn more_than_the_bound_wait_for_their_turn_and_all_are_answered() {
        let hasher = hasher(1);
        let stored = hasher.hash("secreto").await.unwrap();
        let all: Vec<_> = (0..4)
            .map(|_| {
                let (hasher, stored) = (hasher.clone(), stored.clone());
                tokio::spawn(async move { hasher.verify("secreto", Some(&stored)).await })
            })
            .collect();
        for one in all {
            assert_eq!(one.await.unwrap(), Ok(true));
        }
    }

    #[tokio::test]
    async fn whoever_waits_too_long_is_told_to_come_back() {
        let mut hasher = hasher(1);
        hasher.longest_wait = Duration::from_millis(20);
        let turn = Arc::clone(&hasher.turns).acquire_owned().await.unwrap();
        assert_eq!(
            hasher.verify("secreto", None).await,
            Err(PasswordError::Busy)
        );
        drop(turn);
        assert_eq!(hasher.verify("secreto", None).await, Ok(false));
    }
}
