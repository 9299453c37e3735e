//! The builder of a demo company.

use std::time::Duration;

use super::log::office;
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome};
use crate::domain::company::{
    Approvals, Company, CompanyKind, CompanyStatus, DEFAULT_CONTACT_PERIOD_DAYS,
};
use crate::domain::contact::Contact;
use crate::domain::id::{CompanyId, DeviceId, TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::time::{Day, Timestamp};
use crate::domain::token::{
    ActivationRule, Actor, Circumstances, PhysicalState, PhysicalToken, Token, TokenAction,
};
use crate::domain::user::{Role, User, UserStatus};
use crate::service::apply_action::{Author, apply_action};
use crate::service::device_crypto::generate_agreement_key;
use crate::service::device_secrets::{self, DeviceSecrets};
use crate::service::grant_token::grant_token;
use crate::service::request_tokens::write_request;
use crate::service::{Context, ServiceError, audit};
use crate::store::audit::{AuditActor, AuditEntry};
use crate::store::device::DeviceRecord;
use crate::store::{self, Connection, company, device, enrolment, message, physical_token, user};

/// What the devices of the demo call themselves.
const DEVICE: &str = "Chrome · Android";

/// A demo company being built.
pub(super) struct Builder<'a> {
    pub(super) context: &'a Context,
    pub(super) writer: &'a mut Connection,
    password_hash: &'a str,
    /// The company.
    pub company: Company,
}

/// The beginning of a `2023/12/21`, and so many minutes later.
pub(super) fn at(day: &str, minutes: u64) -> Timestamp {
    let start = Day::parse(day).map_or(Timestamp::from_seconds(0), Day::start);
    start.plus(Duration::from_secs(minutes * 60))
}

impl<'a> Builder<'a> {
    /// Writes the company.
    pub(super) async fn begin(
        context: &'a Context,
        writer: &'a mut Connection,
        password_hash: &'a str,
        slug: &str,
        name: &str,
        created: Timestamp,
    ) -> Result<Self, ServiceError> {
        let company = Company {
            id: CompanyId::new(created, context.random_bytes()),
            kind: CompanyKind::Customer,
            slug: slug.to_owned(),
            name: name.to_owned(),
            status: CompanyStatus::Active,
            contact_period_days: DEFAULT_CONTACT_PERIOD_DAYS,
            approvals: Approvals::One,
            version: 1,
        };
        company::insert(writer, &company).await?;
        Ok(Self {
            context,
            writer,
            password_hash,
            company,
        })
    }

    /// Switches control dual on or off.
    pub(super) async fn set_approvals(&mut self, approvals: Approvals) -> Result<(), ServiceError> {
        let version = self.company.version;
        company::set_approvals(self.writer, self.company.id, approvals, version).await?;
        self.company.approvals = approvals;
        self.company.version += 1;
        Ok(())
    }

    /// Replaces an administrator's device by the bank: they link another when
    /// they sign in.
    pub(super) async fn invite_admin_again(
        &mut self,
        token: Token,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let action = TokenAction::ReplaceDevice {
            activation: ActivationRule::OnEnrolment,
        };
        let author = Author {
            actor: operator(),
            name: bank(),
            operation: None,
        };
        let token = self.act(token, action, author, at).await?;
        self.forget_messages(at).await?;
        Ok(token)
    }

    /// The present time.
    pub(super) fn now(&self) -> Timestamp {
        self.context.now()
    }

    /// Writes a user whose contact data was confirmed a month ago; `change`
    /// makes them different.
    pub(super) async fn user(
        &mut self,
        username: &str,
        full_name: &str,
        role: Role,
        change: impl FnOnce(&mut User),
    ) -> Result<User, ServiceError> {
        let now = self.now();
        let mut user = User {
            id: UserId::new(now, self.context.random_bytes()),
            company: self.company.id,
            username: username.to_owned(),
            full_name: full_name.to_owned(),
            role,
            status: UserStatus::Active,
            contact: Contact {
                email: Some(format!(
                    "{}@{}.co",
                    username.to_lowercase(),
                    self.company.slug
                )),
                mobile: Some("+573001234567".to_owned()),
                confirmed_at: Some(now.minus(Duration::from_secs(30 * 86_400))),
            },
            version: 1,
        };
        change(&mut user);
        user::insert(self.writer, &user, self.password_hash, now).await?;
        Ok(user)
    }

    /// Grants the token with this serial number.
    pub(super) async fn grant(
        &mut self,
        number: u32,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let serial =
            Serial::from_number(number).ok_or(ServiceError::Fault("a demo serial that is none"))?;
        grant_token(
            self.context,
            self.writer,
            self.company.id,
            serial,
            bank(),
            at,
        )
        .await
    }

    /// Asks the bank for more tokens, two days ago.
    pub(super) async fn ask_for_tokens(
        &mut self,
        admin: &User,
        tokens: u32,
        note: &str,
    ) -> Result<(), ServiceError> {
        let at = self.now().minus(Duration::from_secs(2 * 86_400));
        let note = note.to_owned();
        write_request(
            self.context,
            self.writer,
            audit::person(admin),
            admin,
            tokens,
            note,
            at,
        )
        .await?;
        Ok(())
    }

    /// Assigns a token by an administrator; the invitation stays open.
    pub(super) async fn assign(
        &mut self,
        token: Token,
        holder: &User,
        admin: &User,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let action = TokenAction::Assign {
            holder: holder.id,
            activation: ActivationRule::ByAdministrator,
        };
        self.act(token, action, by(admin, action), at).await
    }

    /// Assigns an administrator's first token by the bank.
    pub(super) async fn assign_to_admin(
        &mut self,
        token: Token,
        holder: &User,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let action = TokenAction::Assign {
            holder: holder.id,
            activation: ActivationRule::OnEnrolment,
        };
        let token = self
            .act(
                token,
                action,
                Author {
                    actor: operator(),
                    name: bank(),
                    operation: None,
                },
                at,
            )
            .await?;
        self.forget_messages(at).await?;
        Ok(token)
    }

    /// Enrols a device whose keys nobody keeps.
    pub(super) async fn enrol(
        &mut self,
        token: Token,
        holder: &User,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let id = DeviceId::new(at, self.context.random_bytes());
        let signing_key = generate_agreement_key(self.context.random.as_ref()).public;
        let secrets = DeviceSecrets {
            one_time: self.context.random_bytes(),
            pin: self.context.random_bytes(),
        };
        let record = DeviceRecord {
            id,
            company: self.company.id,
            token: token.id,
            holder: holder.id,
            name: DEVICE.to_owned(),
            signing_key,
            state: device_secrets::seal(self.context, id, &secrets)?,
            enrolled_at: at,
            wrong_pins: 0,
            wrong_codes: 0,
            last_step: None,
        };
        device::insert(self.writer, &record).await?;
        if let Some(invitation) = enrolment::open_of_token(self.writer, token.id).await? {
            enrolment::use_up(self.writer, invitation.id, at).await?;
        }
        let name = AuditActor::device(holder.id, record.name);
        let author = Author {
            actor: Actor::Device { device: id },
            name,
            operation: None,
        };
        let token = self
            .act(token, TokenAction::Enrol { device: id }, author, at)
            .await?;
        self.forget_messages(at).await?;
        Ok(token)
    }

    /// Does anything else to a token by an administrator.
    pub(super) async fn by_admin(
        &mut self,
        token: Token,
        action: TokenAction,
        admin: &User,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let token = self.act(token, action, by(admin, action), at).await?;
        self.forget_messages(at).await?;
        Ok(token)
    }

    /// Retires a token by the bank.
    pub(super) async fn retire(
        &mut self,
        token: Token,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        self.act(
            token,
            TokenAction::Retire,
            Author {
                actor: operator(),
                name: bank(),
                operation: None,
            },
            at,
        )
        .await
    }

    /// Gives a user a physical token.
    pub(super) async fn physical(
        &mut self,
        number: u32,
        holder: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let serial =
            Serial::from_number(number).ok_or(ServiceError::Fault("a demo serial that is none"))?;
        let token = PhysicalToken {
            id: TokenId::new(at, self.context.random_bytes()),
            company: self.company.id,
            serial,
            state: PhysicalState::InUse { holder: holder.id },
            updated_at: at,
            version: 1,
        };
        physical_token::insert(self.writer, &token).await?;
        Ok(())
    }

    async fn act(
        &mut self,
        token: Token,
        action: TokenAction,
        author: Author,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let circumstances = Circumstances::default();
        let applied = apply_action(
            self.context,
            self.writer,
            token,
            action,
            author,
            &circumstances,
            at,
        )
        .await?;
        Ok(applied.token)
    }

    /// Writes an entry of the log about what somebody did in the console.
    pub(super) async fn log(
        &mut self,
        person: &User,
        action: AuditAction,
        outcome: AuditOutcome,
        origin: &AuditOrigin,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let actor = AuditActor::person(person.id, person.username.clone()).from(origin.clone());
        let entry = AuditEntry {
            outcome,
            ..audit::of_user(self.context, person, actor, action, at)
        };
        store::audit::append(self.writer, &entry).await?;
        Ok(())
    }

    /// The messages of the past were sent long ago.
    pub(super) async fn forget_messages(&mut self, at: Timestamp) -> Result<(), ServiceError> {
        message::forget_waiting(self.writer, self.company.id, at).await?;
        Ok(())
    }
}

/// The administrator, in the AppMovil for what is confirmed there, at the office
/// for what is done at once.
fn by(admin: &User, action: TokenAction) -> Author {
    let origin = if action.kind().needs_confirmation() {
        AuditOrigin::Device {
            name: DEVICE.to_owned(),
        }
    } else {
        office()
    };
    Author {
        actor: Actor::Person {
            user: admin.id,
            role: admin.role,
        },
        name: AuditActor::person(admin.id, admin.username.clone()).from(origin),
        operation: None,
    }
}

/// The bank's operator, who is of no company.
fn operator() -> Actor {
    Actor::Person {
        user: UserId::new(Timestamp::from_seconds(0), [0; 10]),
        role: Role::Operator,
    }
}

fn bank() -> AuditActor {
    AuditActor::system()
}
