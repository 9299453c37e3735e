//! By what messages are sent, from the environment: what holds a secret is no
//! option, since others can read a command line.

use std::net::IpAddr;
use std::path::PathBuf;

use lettre::message::Mailbox;
use reqwest::Url;
use serde_json::{Value, json};

use crate::service::private_file::is_exposed;
use crate::service::settings::WaysOut;

/// The mail server, as `smtp://user:password@host:port?tls=required`.
const SMTP_URL: &str = "LLAVERO_SMTP_URL";
/// A file with the password for it.
const SMTP_PASSWORD_FILE: &str = "LLAVERO_SMTP_PASSWORD_FILE";
/// From whom e-mails come.
const MAIL_FROM: &str = "LLAVERO_MAIL_FROM";
/// Where SMS are posted.
const SMS_URL: &str = "LLAVERO_SMS_URL";
/// The gateway's token.
const SMS_TOKEN: &str = "LLAVERO_SMS_TOKEN";
/// A file with it.
const SMS_TOKEN_FILE: &str = "LLAVERO_SMS_TOKEN_FILE";
/// The JSON that is posted, with `{to}`, `{text}` and `{id}` in its texts.
const SMS_BODY: &str = "LLAVERO_SMS_BODY";

/// Why messages cannot be sent by what the environment says.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A value is no address that can be used.
    #[error("{variable} is not like {example}")]
    Malformed {
        /// Which variable.
        variable: &'static str,
        /// What it could be.
        example: &'static str,
    },
    /// Who e-mails come from is not said.
    #[error("{MAIL_FROM} is missing: from whom e-mails come, such as Banco <tokens@bank.example>")]
    NoSender,
    /// A password or a token would cross the network in the clear.
    #[error("{0} would send a secret in the clear: use TLS, or an address of this machine")]
    InTheClear(&'static str),
    /// It is not said whether the connection is encrypted.
    #[error(
        "{SMTP_URL} does not say how it is encrypted: smtps://…, or ?tls=required, ?tls=opportunistic or ?tls=none"
    )]
    TlsNotSaid,
    /// A file of a secret cannot be used.
    #[error("the file of {variable}, {path}: {reason}")]
    SecretFile {
        /// Which variable names it.
        variable: &'static str,
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// What speaks to the server or the gateway cannot be made.
    #[error("{variable}: {reason}")]
    Unusable {
        /// Which variable.
        variable: &'static str,
        /// Why.
        reason: String,
    },
}

/// By what messages are sent.
#[derive(Clone, Default)]
pub struct MessageSettings {
    /// The mail server; without one, e-mails land in a folder.
    pub smtp: Option<SmtpSettings>,
    /// The SMS gateway; without one there are no SMS.
    pub sms: Option<SmsSettings>,
}

/// A mail server.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Its address in lettre's form, with the credentials.
    pub(super) url: Url,
    /// From whom e-mails come.
    pub(super) from: Mailbox,
}

/// An SMS gateway.
#[derive(Clone)]
pub struct SmsSettings {
    /// Where to post.
    pub(super) url: Url,
    /// What `Authorization: Bearer` says.
    pub(super) token: Option<String>,
    /// What is posted.
    pub(super) body: Value,
}

impl MessageSettings {
    /// From the variables of the environment.
    ///
    /// # Errors
    /// [`SettingsError`] for what cannot be used.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let said = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        Ok(Self {
            smtp: said(SMTP_URL)
                .map(|url| SmtpSettings::read(&url, said))
                .transpose()?,
            sms: said(SMS_URL)
                .map(|url| SmsSettings::read(&url, said))
                .transpose()?,
        })
    }

    /// What a person may know of them.
    pub fn described(&self) -> WaysOut {
        WaysOut {
            email: self.smtp.as_ref().map(|smtp| place(&smtp.url)),
            sms: self.sms.as_ref().map(|sms| place(&sms.url)),
        }
    }
}

impl SmtpSettings {
    fn read(text: &str, said: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let malformed = || SettingsError::Malformed {
            variable: SMTP_URL,
            example: "smtp://user@smtp.bank.example:587?tls=required",
        };
        let mut url = Url::parse(text.trim()).map_err(|_| malformed())?;
        if !matches!(url.scheme(), "smtp" | "smtps") || url.host_str().is_none_or(str::is_empty) {
            return Err(malformed());
        }
        if let Some(password) = secret(SMTP_PASSWORD_FILE, &said)? {
            url.set_password(Some(&password))
                .map_err(|()| malformed())?;
        }
        let tls = url
            .query_pairs()
            .find(|(name, _)| name == "tls")
            .map(|(_, value)| value.into_owned());
        let is_encrypted = match (url.scheme(), tls.as_deref()) {
            ("smtps", _) | (_, Some("required")) => true,
            (_, Some("opportunistic")) => false,
            (_, Some("none")) => {
                // lettre's word for it is none at all.
                url.set_query(None);
                false
            }
            (_, None) if is_loopback(&url) => false,
            (_, None) => return Err(SettingsError::TlsNotSaid),
            (_, Some(_)) => return Err(malformed()),
        };
        if url.password().is_some() && !is_encrypted && !is_loopback(&url) {
            return Err(SettingsError::InTheClear(SMTP_URL));
        }
        let from = said(MAIL_FROM).ok_or(SettingsError::NoSender)?;
        let from = from.trim().parse().map_err(|_| SettingsError::Malformed {
            variable: MAIL_FROM,
            example: "Banco <tokens@bank.example>",
        })?;
        Ok(Self { url, from })
    }
}

impl SmsSettings {
    fn read(text: &str, said: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let malformed = || SettingsError::Malformed {
            variable: SMS_URL,
            example: "https://sms.bank.example/v1/messages",
        };
        let url = Url::parse(text.trim()).map_err(|_| malformed())?;
        if !matches!(url.scheme(), "http" | "https") || url.password().is_some() {
            return Err(malformed());
        }
        let token = match secret(SMS_TOKEN_FILE, &said)? {
            Some(token) => Some(token),
            None => said(SMS_TOKEN).map(|token| token.trim().to_owned()),
        };
        // An invitation's link is a secret as well.
        if url.scheme() == "http" && !is_loopback(&url) {
            return Err(SettingsError::InTheClear(SMS_URL));
        }
        let body = match said(SMS_BODY) {
            None => json!({"to": "{to}", "text": "{text}"}),
            Some(template) => serde_json::from_str(&template)
                .ok()
                .filter(Value::is_object)
                .ok_or(SettingsError::Malformed {
                    variable: SMS_BODY,
                    example: "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                })?,
        };
        Ok(Self { url, token, body })
    }
}

/// Host and port, as a person may know them.
fn place(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// The secret in the file that a variable names, if it names one.
fn secret(
    variable: &'static str,
    said: impl Fn(&str) -> Option<String>,
) -> Result<Option<String>, SettingsError> {
    let Some(path) = said(variable).map(PathBuf::from) else {
        return Ok(None);
    };
    let wrong = |reason: String| SettingsError::SecretFile {
        variable,
        path: path.clone(),
        reason,
    };
    if is_exposed(&path) {
        return Err(wrong("others may read it (chmod 600)".to_owned()));
    }
    let text = std::fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
    match text.trim() {
        "" => Err(wrong("it is empty".to_owned())),
        secret => Ok(Some(secret.to_owned())),
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost"
        || bare
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<MessageSettings, SettingsError> {
        MessageSettings::read(|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    const FROM: (&str, &str) = (MAIL_FROM, "Banco <tokens@bank.example>");

    #[test]
    fn without_variables_there_is_no_way_out() {
        let settings = read(&[(SMTP_URL, " ")]).unwrap();
        assert!(settings.smtp.is_none() && settings.sms.is_none());
    }

    #[test]
    fn a_person_is_told_the_server_but_not_the_password() {
        let url = "smtps://llavero:hush@smtp.bank.example:465";
        let told = read(&[(SMTP_URL, url), FROM]).unwrap().described();
        assert_eq!(told.email.as_deref(), Some("smtp.bank.example:465"));
    }

    #[test]
    fn a_password_does_not_travel_in_the_clear() {
        for url in [
            "smtp://u:p@smtp.bank.example?tls=none",
            "smtp://u:p@smtp.bank.example?tls=opportunistic",
        ] {
            let refused = read(&[(SMTP_URL, url), FROM]);
            assert!(
                matches!(refused, Err(SettingsError::InTheClear(_))),
                "{url}"
            );
        }
        for url in [
            "smtp://u:p@127.0.0.1:2525",
            "smtp://u:p@smtp.bank.example?tls=required",
            "smtps://u:p@smtp.bank.example",
            "smtp://smtp.bank.example?tls=none",
        ] {
            assert!(read(&[(SMTP_URL, url), FROM]).is_ok(), "{url}");
        }
        let gateway = read(&[(SMS_URL, "http://sms.bank.example/send")]);
        assert!(matches!(gateway, Err(SettingsError::InTheClear(_))));
    }

    #[test]
    fn encryption_is_said_one_way_or_the_other() {
        let refused = read(&[(SMTP_URL, "smtp://smtp.bank.example"), FROM]);
        assert!(matches!(refused, Err(SettingsError::TlsNotSaid)));
    }

    #[test]
    fn a_sender_is_needed() {
        let url = (SMTP_URL, "smtp://127.0.0.1:25");
        assert!(matches!(read(&[url]), Err(SettingsError::NoSender)));
        let nobody = read(&[url, (MAIL_FROM, "nobody")]);
        assert!(matches!(nobody, Err(SettingsError::Malformed { .. })));
    }
}
