//! The builder of a demo company.

use std::time::Duration;

use super::bank::Bank;
use super::log::office;
use crate::domain::audit::AuditAction;
use crate::domain::company::{
    Approvals, Company, CompanyKind, CompanyStatus, DEFAULT_CONTACT_PERIOD_DAYS,
};
use crate::domain::contact::Contact;
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::time::{Day, Timestamp};
use crate::domain::token::{PhysicalState, PhysicalToken};
use crate::domain::user::{Role, User, UserStatus};
use crate::service::deactivate_user::write_inactive;
use crate::service::suspend_company::cancel_waiting;
use crate::service::{Context, ServiceError, audit};
use crate::store::{Connection, company, message, physical_token, token, user};

/// A demo company being built.
pub(super) struct Builder<'a> {
    pub(super) context: &'a Context,
    pub(super) writer: &'a mut Connection,
    pub(super) bank: &'a Bank,
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
        bank: &'a Bank,
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
        let mut demo = Self {
            context,
            writer,
            bank,
            company,
        };
        let made = AuditAction::CompanyCreated;
        demo.log_of_bank(made, String::new(), created).await?;
        Ok(demo)
    }

    /// Switches control dual on or off.
    pub(super) async fn set_approvals(
        &mut self,
        approvals: Approvals,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let version = self.company.version;
        company::set_approvals(self.writer, self.company.id, approvals, version).await?;
        let number = approvals.number().to_string();
        self.log_of_bank(AuditAction::ApprovalsSet, number, at)
            .await?;
        self.company.approvals = approvals;
        self.company.version += 1;
        Ok(())
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
        user::insert(self.writer, &user, &self.bank.password_hash, now).await?;
        Ok(user)
    }

    /// An administrator sets a user inactive.
    pub(super) async fn deactivate(
        &mut self,
        person: User,
        admin: &User,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let held = token::find_live_of(self.writer, person.id).await?;
        let actor = audit::person(admin).from(office());
        let action = AuditAction::UserDeactivated;
        let entry = audit::of_user(self.context, &person, actor, action, at);
        write_inactive(self.context, self.writer, person, held, &entry, at).await?;
        Ok(())
    }

    /// The bank suspends the company.
    pub(super) async fn suspend(&mut self, at: Timestamp) -> Result<(), ServiceError> {
        let version = self.company.version;
        self.company.status = CompanyStatus::Suspended;
        company::save(self.writer, &self.company, version).await?;
        self.company.version += 1;
        let (id, operator) = (self.company.id, self.bank.operator());
        cancel_waiting(self.context, self.writer, id, &operator, at).await?;
        let suspended = AuditAction::CompanySuspended;
        self.log_of_bank(suspended, String::new(), at).await
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

    /// The messages of the past were sent long ago.
    pub(super) async fn forget_messages(&mut self, at: Timestamp) -> Result<(), ServiceError> {
        message::forget_waiting(self.writer, self.company.id, at).await?;
        Ok(())
    }
}
