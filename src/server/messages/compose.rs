//! Putting words to an e-mail.

use crate::domain::locale::Locale;
use crate::domain::message::{Doer, InvitationReason, MessageContent, ToldHolder, ToldToken};
use crate::domain::time::Timestamp;
use crate::domain::token::BlockReason;
use crate::domain::view::{SupportLine, SupportLineKind};
use crate::i18n::Message;
use crate::i18n::audit_words::operation_words;
use crate::i18n::console_token::TokenMessage;
use crate::i18n::message::MailMessage as Mail;
use crate::i18n::ui::UiMessage;
use crate::service::send_messages::Outgoing;

/// A part of an e-mail's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A paragraph.
    Text(String),
    /// The link that works once, and what it does.
    Link {
        /// Where it leads.
        url: String,
        /// What it does.
        label: String,
    },
    /// The code to type.
    Code(String),
    /// What was done to what, by whom and when: names and values.
    Facts(Vec<(String, String)>),
}

/// An e-mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Composed {
    /// Its subject.
    pub subject: String,
    /// Its body.
    pub parts: Vec<Part>,
    /// What stands under it: how the bank is reached.
    pub foot: Vec<String>,
}

impl Composed {
    /// The e-mail without any layout.
    pub(super) fn text(&self) -> String {
        let mut blocks: Vec<String> = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Text(text) | Part::Code(text) => text.clone(),
                Part::Link { url, .. } => url.clone(),
                Part::Facts(facts) => facts
                    .iter()
                    .map(|(name, value)| format!("{name}: {value}"))
                    .collect::<Vec<_>>()
                    .join("\n"),
            })
            .collect();
        blocks.push(format!("--\n{}", self.foot.join("\n")));
        blocks.join("\n\n")
    }
}

/// Puts the message into the words of its language.
pub(super) fn compose(message: &Outgoing, support: &[SupportLine]) -> Composed {
    let words = Words {
        locale: message.locale(),
        written_at: message.written_at(),
        username: &message.to.username,
    };
    let (subject, mut parts) = words.of(&message.content);
    let greeting = words.fill(Mail::Greeting, &[("name", &message.to.full_name)]);
    parts.insert(0, Part::Text(greeting));
    Composed {
        // No line break gets into a header.
        subject: subject.replace(char::is_control, " "),
        parts,
        foot: foot(words.locale, support),
    }
}

/// How the bank is reached, and that nobody asks for secrets.
fn foot(locale: Locale, support: &[SupportLine]) -> Vec<String> {
    let mut lines = vec![UiMessage::SupportTitle.text(locale).to_owned()];
    lines.extend(support.iter().map(|line| {
        let word = match line.kind {
            SupportLineKind::Telephone => Mail::FootPhone,
            SupportLineKind::Whatsapp => Mail::FootWhatsapp,
        };
        word.fill(locale, &[("number", &line.number)])
    }));
    lines.push(Mail::FootNoReply.text(locale).to_owned());
    lines
}

struct Words<'a> {
    locale: Locale,
    written_at: Timestamp,
    username: &'a str,
}

impl Words<'_> {
    /// Subject and body.
    fn of(&self, content: &MessageContent) -> (String, Vec<Part>) {
        use MessageContent as Says;

        match content {
            Says::Invitation {
                reason,
                serial,
                link,
                code,
                expires_at,
            } => self.invitation(*reason, &serial.to_string(), link, code, *expires_at),
            Says::FirstPassword { link, expires_at } => self.first_password(link, *expires_at),
            Says::TokenEnrolled { token, active } => {
                let text = if *active {
                    Mail::EnrolledWorks
                } else {
                    Mail::EnrolledWaits
                };
                self.change(Mail::EnrolledSubject, text, token, None)
            }
            Says::TokenActivated { token } => {
                self.change(Mail::ActivatedSubject, Mail::Activated, token, None)
            }
            Says::TokenCancelled { token } => {
                self.change(Mail::CancelledSubject, Mail::Cancelled, token, None)
            }
            Says::InvitationExpired { token } => {
                self.change(Mail::ExpiredSubject, Mail::Expired, token, None)
            }
            Says::TokenBlocked { token, reason } => {
                self.change(Mail::BlockedSubject, Mail::Blocked, token, Some(*reason))
            }
            Says::TokenUnblocked { token } => {
                self.change(Mail::UnblockedSubject, Mail::Unblocked, token, None)
            }
            Says::TokenUnassigned { token } => {
                self.change(Mail::UnassignedSubject, Mail::Unassigned, token, None)
            }
            Says::TokenRetired { token } => {
                self.change(Mail::RetiredSubject, Mail::Retired, token, None)
            }
            Says::ContactChanged { by } => {
                let facts = vec![self.doer(by), self.at()];
                (
                    self.fill(Mail::ContactSubject, &[]),
                    self.told(Mail::Contact, facts),
                )
            }
            Says::AdminTokenEnrolled {
                token,
                holder,
                active,
            } => {
                let text = if *active {
                    Mail::AdminEnrolledWorks
                } else {
                    Mail::AdminEnrolledWaits
                };
                self.for_admin(Mail::AdminEnrolledSubject, text, token, holder, None)
            }
            Says::AdminDeviceReplaced { token, holder } => {
                let (subject, text) = (Mail::AdminReplacedSubject, Mail::AdminReplaced);
                self.for_admin(subject, text, token, holder, None)
            }
            Says::AdminTokenBlocked {
                token,
                holder,
                reason,
            } => {
                let (subject, text) = (Mail::AdminBlockedSubject, Mail::AdminBlocked);
                self.for_admin(subject, text, token, holder, Some(*reason))
            }
            Says::AdminRequestsLocked { admin } => {
                let subject = self.fill(Mail::AdminLockedSubject, &[("holder", &admin.username)]);
                let facts = vec![self.holder(admin), self.at()];
                (subject, self.told(Mail::AdminLocked, facts))
            }
            Says::AdminApprovalWaiting {
                asked_by,
                operation,
                items,
                expires_at,
            } => {
                let subject = self.fill(Mail::AdminApprovalSubject, &[]);
                let what = operation_words(*operation, *items, self.locale);
                let until = expires_at.to_minute_text();
                let facts = vec![
                    self.fact(Mail::FactWhat, &what),
                    self.person(Mail::FactAskedBy, asked_by),
                    self.fact(Mail::FactUntil, &self.fill(Mail::At, &[("at", &until)])),
                ];
                (subject, self.told(Mail::AdminApproval, facts))
            }
            Says::AdminTokensGranted { tokens } => {
                let subject = self.fill(Mail::AdminGrantedSubject, &[]);
                let facts = vec![self.fact(Mail::FactTokens, &tokens.to_string()), self.at()];
                (subject, self.told(Mail::AdminGranted, facts))
            }
            Says::AdminTokensDeclined { reason } => {
                let subject = self.fill(Mail::AdminDeclinedSubject, &[]);
                let facts = vec![self.fact(Mail::FactReason, reason), self.at()];
                (subject, self.told(Mail::AdminDeclined, facts))
            }
        }
    }

    fn invitation(
        &self,
        reason: InvitationReason,
        serial: &str,
        link: &str,
        code: &str,
        expires_at: Timestamp,
    ) -> (String, Vec<Part>) {
        let (subject, why) = match reason {
            InvitationReason::Assigned => (Mail::InvitationSubject, Mail::InvitationAssigned),
            InvitationReason::SentAgain => (Mail::InvitationSubject, Mail::InvitationSentAgain),
            InvitationReason::DeviceReplaced => {
                (Mail::ReplacementSubject, Mail::InvitationReplaced)
            }
        };
        let values = [("serial", serial), ("username", self.username)];
        let parts = vec![
            Part::Text(self.fill(why, &values)),
            Part::Text(self.fill(Mail::InvitationHow, &[])),
            Part::Link {
                url: link.to_owned(),
                label: self.fill(Mail::InvitationOpen, &[]),
            },
            Part::Text(self.fill(Mail::InvitationTyped, &[])),
            Part::Code(code.to_owned()),
            Part::Text(self.fill(
                Mail::InvitationEnds,
                &[("expires", &expires_at.to_minute_text())],
            )),
        ];
        (self.fill(subject, &values), parts)
    }

    fn first_password(&self, link: &str, expires_at: Timestamp) -> (String, Vec<Part>) {
        let parts = vec![
            Part::Text(self.fill(Mail::FirstPasswordWhat, &[("username", self.username)])),
            Part::Link {
                url: link.to_owned(),
                label: self.fill(Mail::FirstPasswordOpen, &[]),
            },
            Part::Text(self.fill(
                Mail::FirstPasswordEnds,
                &[("expires", &expires_at.to_minute_text())],
            )),
        ];
        (self.fill(Mail::FirstPasswordSubject, &[]), parts)
    }

    /// To the user of a token.
    fn change(
        &self,
        subject: Mail,
        text: Mail,
        token: &ToldToken,
        reason: Option<BlockReason>,
    ) -> (String, Vec<Part>) {
        let serial = token.serial.to_string();
        let mut facts = vec![self.fact(Mail::FactToken, &serial)];
        facts.extend(reason.map(|reason| self.reason(reason)));
        facts.extend([self.doer(&token.by), self.at()]);
        (
            self.fill(subject, &[("serial", &serial)]),
            self.told(text, facts),
        )
    }

    /// To an administrator.
    fn for_admin(
        &self,
        subject: Mail,
        text: Mail,
        token: &ToldToken,
        holder: &ToldHolder,
        reason: Option<BlockReason>,
    ) -> (String, Vec<Part>) {
        let serial = token.serial.to_string();
        let mut facts = vec![self.holder(holder), self.fact(Mail::FactToken, &serial)];
        facts.extend(reason.map(|reason| self.reason(reason)));
        facts.extend([self.doer(&token.by), self.at()]);
        let values = [("serial", serial.as_str()), ("holder", &holder.username)];
        (self.fill(subject, &values), self.told(text, facts))
    }

    fn told(&self, text: Mail, facts: Vec<(String, String)>) -> Vec<Part> {
        vec![
            Part::Text(self.fill(text, &[])),
            Part::Facts(facts),
            Part::Text(self.fill(Mail::Unexpected, &[])),
        ]
    }

    fn fill(&self, message: Mail, values: &[(&str, &str)]) -> String {
        message.fill(self.locale, values)
    }

    fn fact(&self, name: Mail, value: &str) -> (String, String) {
        (self.fill(name, &[]), value.to_owned())
    }

    fn holder(&self, holder: &ToldHolder) -> (String, String) {
        self.person(Mail::FactUser, holder)
    }

    fn person(&self, fact: Mail, person: &ToldHolder) -> (String, String) {
        let values = [
            ("username", person.username.as_str()),
            ("full_name", person.full_name.as_str()),
        ];
        self.fact(fact, &self.fill(Mail::User, &values))
    }

    fn doer(&self, by: &Doer) -> (String, String) {
        match by {
            Doer::Person { username } => self.fact(Mail::FactBy, username),
            Doer::Device { name } => self.fact(Mail::FactDevice, name),
            Doer::Bank => self.fact(Mail::FactBy, Mail::ByBank.text(self.locale)),
            Doer::System => self.fact(Mail::FactBy, Mail::BySystem.text(self.locale)),
        }
    }

    fn reason(&self, reason: BlockReason) -> (String, String) {
        let word = match reason {
            BlockReason::Lost => TokenMessage::ReasonLost,
            BlockReason::SuspectedFraud => TokenMessage::ReasonFraud,
            BlockReason::Leave => TokenMessage::ReasonLeave,
            BlockReason::Other => TokenMessage::ReasonOther,
            BlockReason::TooManyFailures => TokenMessage::ReasonFailures,
            BlockReason::HolderInactive => TokenMessage::ReasonInactive,
        };
        self.fact(Mail::FactReason, word.text(self.locale))
    }

    fn at(&self) -> (String, String) {
        let at = self.written_at.to_minute_text();
        self.fact(Mail::FactAt, &self.fill(Mail::At, &[("at", &at)]))
    }
}
