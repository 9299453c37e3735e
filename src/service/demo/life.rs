//! The life of a demo company's tokens, by the one function that changes any.

use super::build::Builder;
use super::log::office;
use crate::domain::audit::AuditOrigin;
use crate::domain::id::DeviceId;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::{ActivationRule, Actor, Circumstances, Token, TokenAction};
use crate::domain::user::User;
use crate::service::ServiceError;
use crate::service::apply_action::{Author, apply_action, by_system};
use crate::service::device_crypto::generate_agreement_key;
use crate::service::device_secrets::{self, DeviceSecrets};
use crate::service::grant_token::grant_token;
use crate::store::audit::AuditActor;
use crate::store::device::DeviceRecord;
use crate::store::{device, enrolment, token};

/// What the devices of the demo call themselves.
const DEVICE: &str = "Chrome · Android";

impl Builder<'_> {
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
            self.bank.operator(),
            at,
        )
        .await
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
        let token = self.act(token, action, self.bank.author(), at).await?;
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
        // The invitation had reached them.
        self.forget_messages(at).await?;
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
        self.act(token, TokenAction::Retire, self.bank.author(), at)
            .await
    }

    /// Replaces an administrator's device by the bank. They did not follow the
    /// invitation: they get another when they sign in.
    pub(super) async fn invite_admin_again(
        &mut self,
        token: Token,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let action = TokenAction::ReplaceDevice {
            activation: ActivationRule::OnEnrolment,
        };
        let token = self.act(token, action, self.bank.author(), at).await?;
        self.forget_messages(at).await?;
        enrolment::void_open_of_token(self.writer, token.id, at).await?;
        Ok(token)
    }

    /// The token that somebody holds, as it is by now.
    pub(super) async fn held_by(&mut self, holder: &User) -> Result<Token, ServiceError> {
        token::find_live_of(self.writer, holder.id)
            .await?
            .ok_or(ServiceError::Fault("a demo user who holds no token"))
    }

    /// Llavero blocks a token after too many wrong PINs.
    pub(super) async fn block_for_failures(
        &mut self,
        token: Token,
        at: Timestamp,
    ) -> Result<Token, ServiceError> {
        let action = TokenAction::BlockForFailures;
        let applied = by_system(self.context, self.writer, token, action, at).await?;
        Ok(applied.token)
    }

    /// Does it to a token, past whoever would be asked.
    pub(super) async fn act(
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
