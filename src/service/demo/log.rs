//! What the log of a demo company tells beside its tokens: who came and went,
//! and who tried in vain.

use std::time::Duration;

use super::build::Builder;
use crate::domain::audit::{AuditAction, AuditOrigin, AuditOutcome, AuditReason};
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::service::ServiceError;

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
