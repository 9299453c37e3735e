//! The file of enrolled tokens and their keys.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::error::DeviceError;
use super::keys::SoftKeys;
use crate::domain::id::DeviceId;
use crate::domain::protocol::Base64Bytes;
use crate::domain::protocol::client::DeviceProfile;
use crate::domain::serial::Serial;
use crate::service::clock::Random;
use crate::service::private_file::{is_exposed, replace};

/// One enrolled token.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Enrolment {
    /// The server that it belongs to.
    pub server: String,
    /// What the server's clock is ahead of this machine's, in microseconds.
    pub clock_offset: i64,
    /// The signing key's secret number.
    signing_key: Base64Bytes,
    /// The agreement key's secret number.
    agreement_key: Base64Bytes,
    /// The rest.
    pub profile: DeviceProfile,
}

impl Enrolment {
    /// What to keep of an enrolment with these keys.
    pub fn new(server: String, clock_offset: i64, keys: &SoftKeys, profile: DeviceProfile) -> Self {
        let (signing, agreement) = keys.secrets();
        Self {
            server,
            clock_offset,
            signing_key: (*signing).into(),
            agreement_key: (*agreement).into(),
            profile,
        }
    }

    /// Its keys; `None` when the file is damaged.
    pub fn keys(&self) -> Option<SoftKeys> {
        let signing = self.signing_key.as_slice().try_into().ok()?;
        let agreement = self.agreement_key.as_slice().try_into().ok()?;
        SoftKeys::from_secrets(signing, agreement).ok()
    }
}

#[derive(Default, Serialize, Deserialize)]
struct Contents {
    v: u8,
    enrolments: Vec<Enrolment>,
}

const VERSION: u8 = 1;

/// The file of enrolled tokens.
pub struct Store {
    path: PathBuf,
    random: &'static dyn Random,
}

impl Store {
    /// The file at `path`, or at its usual place.
    pub fn at(path: Option<PathBuf>, random: &'static dyn Random) -> Result<Self, DeviceError> {
        let path = path.or_else(usual_place).ok_or(DeviceError::NoHome)?;
        Ok(Self { path, random })
    }

    /// The token with this serial, or the only one; of those of `server`, if
    /// any are.
    pub fn find(
        &self,
        serial: Option<Serial>,
        server: Option<&str>,
    ) -> Result<Enrolment, DeviceError> {
        let mut enrolments = self.read()?.enrolments;
        let is_theirs = |one: &Enrolment| Some(one.server.as_str()) == server;
        if enrolments.iter().any(is_theirs) {
            enrolments.retain(is_theirs);
        }
        if let Some(serial) = serial {
            return enrolments
                .into_iter()
                .find(|enrolment| enrolment.profile.serial == serial)
                .ok_or(DeviceError::NotEnrolledHere(serial));
        }
        match (enrolments.pop(), enrolments.len()) {
            (None, _) => Err(DeviceError::NothingEnrolled(self.path.clone())),
            (Some(only), 0) => Ok(only),
            (Some(last), _) => {
                enrolments.push(last);
                Err(DeviceError::SeveralEnrolled(
                    enrolments.iter().map(|one| one.profile.serial).collect(),
                ))
            }
        }
    }

    /// Makes sure that the file can be read and its place written to, before a
    /// server is told anything that must be kept.
    pub fn check(&self) -> Result<(), DeviceError> {
        self.change(|_| ())
    }

    /// Keeps an enrolment, in place of an older one of the same token.
    pub fn keep(&self, enrolment: Enrolment) -> Result<(), DeviceError> {
        self.change(|enrolments| {
            enrolments.retain(|known| {
                known.server != enrolment.server || known.profile.serial != enrolment.profile.serial
            });
            enrolments.push(enrolment);
        })
    }

    /// Forgets a device.
    pub fn forget(&self, device: DeviceId) -> Result<(), DeviceError> {
        self.change(|enrolments| enrolments.retain(|known| known.profile.device != device))
    }

    /// Keeps what was learnt of the server's clock.
    pub fn set_clock_offset(&self, device: DeviceId, offset: i64) -> Result<(), DeviceError> {
        self.change(|enrolments| {
            for known in enrolments {
                if known.profile.device == device {
                    known.clock_offset = offset;
                }
            }
        })
    }

    /// Changes the file while no other process does.
    fn change(&self, change: impl FnOnce(&mut Vec<Enrolment>)) -> Result<(), DeviceError> {
        let lock = self.lock().map_err(|source| self.failed(source))?;
        let mut contents = self.read()?;
        contents.v = VERSION;
        change(&mut contents.enrolments);
        let text = serde_json::to_string_pretty(&contents)
            .map(Zeroizing::new)
            .map_err(|_| DeviceError::FileDamaged(self.path.clone()))?;
        let written = replace(&self.path, &text, self.random);
        drop(lock);
        written.map_err(|source| self.failed(source))
    }

    fn read(&self) -> Result<Contents, DeviceError> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Contents::default());
            }
            Err(error) => return Err(self.failed(error)),
        };
        if is_exposed(&self.path) {
            return Err(DeviceError::FileExposed(self.path.clone()));
        }
        serde_json::from_str(&text)
            .ok()
            .filter(|contents: &Contents| contents.v == VERSION)
            .ok_or_else(|| DeviceError::FileDamaged(self.path.clone()))
    }

    fn lock(&self) -> io::Result<File> {
        if let Some(directory) = self.path.parent() {
            fs::create_dir_all(directory)?;
        }
        let mut name = self.path.clone().into_os_string();
        name.push(".lock");
        let file = File::create(Path::new(&name))?;
        file.lock()?;
        Ok(file)
    }

    fn failed(&self, source: io::Error) -> DeviceError {
        DeviceError::File {
            path: self.path.clone(),
            source,
        }
    }
}

fn usual_place() -> Option<PathBuf> {
    let base = env::var_os("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| env::home_dir().map(|home| home.join(".config")))?;
    Some(base.join("llavero").join("device.json"))
}
