//! What the log of a demo company tells beside its tokens: who came and went,
//! and who tried in vain.

use std::time::Duration;

use super::build::Builder;
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome, AuditReason};
use crate::domain::import::ImportKind;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::service::import::{plan, write};
use crate::service::{Caller, ServiceError, audit};
use crate::store;
use crate::store::audit::{AuditActor, AuditEntry};

const DAY: Duration = Duration::from_secs(86_400);
const MINUTE: Duration = Duration::from_secs(60);

/// The browsers of the demo's people.
const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0";
const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

/// The office of the demo's administrators (RFC 5737: an address of nobody's).
pub(super) fn office() -> AuditOrigin {
    AuditOrigin::Console {
        address: "203.0.113.24".to_owned(),
        user_agent: WINDOWS.to_owned(),
    }
}

/// The bank's own.
pub(super) fn branch() -> AuditOrigin {
    AuditOrigin::Console {
        address: "192.0.2.80".to_owned(),
        user_agent: WINDOWS.to_owned(),
    }
}

/// A working place away from it.
fn home() -> AuditOrigin {
    AuditOrigin::Console {
        address: "198.51.100.7".to_owned(),
        user_agent: MAC.to_owned(),
    }
}

/// Comings and goings from `start` on, a few days apart: mornings at the office,
/// now and then from elsewhere, with a password mistyped at times.
pub(super) async fn comings_and_goings(
    demo: &mut Builder<'_>,
    person: &User,
    start: Timestamp,
    days: u32,
) -> Result<(), ServiceError> {
    for day in (1..days).step_by(3) {
        let morning = start.plus(DAY * day + MINUTE * (8 * 60 + day * 17 % 90));
        let origin = if day % 7 == 0 { home() } else { office() };
        if day % 5 == 0 {
            let outcome = AuditOutcome::Refused(AuditReason::WrongPassword);
            let earlier = morning.minus(MINUTE);
            demo.log(person, AuditAction::SignIn, outcome, &origin, earlier)
                .await?;
        }
        let done = AuditOutcome::Done;
        demo.log(person, AuditAction::SignIn, done, &origin, morning)
            .await?;
        let evening = morning.plus(MINUTE * (30 + day * 13 % 200));
        if day % 2 == 0 {
            demo.log(person, AuditAction::SignOut, done, &origin, evening)
                .await?;
        }
    }
    Ok(())
}

impl Builder<'_> {
    /// Writes an entry of the log about what somebody did in the console.
    async fn log(
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

    /// Writes an entry about what the bank's operator did about the company.
    pub(super) async fn log_of_bank(
        &mut self,
        action: AuditAction,
        detail: String,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let actor = self.bank.operator();
        let entry = AuditEntry {
            detail,
            ..audit::entry(self.context, self.company.id, actor, action, at)
        };
        store::audit::append(self.writer, &entry).await?;
        Ok(())
    }

    /// An administrator accepted a file of users.
    pub(super) async fn import_users(
        &mut self,
        admin: &User,
        text: &str,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        let caller = Caller {
            user: admin.clone(),
            company: self.company.clone(),
            session: [0; 32],
            origin: office(),
        };
        let (context, kind) = (self.context, ImportKind::Users);
        let plan = plan(context, self.writer, &caller, kind, text, at).await?;
        write(context, self.writer, &caller, plan, at).await?;
        Ok(())
    }
}
