//! Things to store.

use std::sync::atomic::{AtomicU64, Ordering};

use llavero::domain::company::{Approvals, Company, CompanyKind, CompanyStatus};
use llavero::domain::contact::Contact;
use llavero::domain::id::{
    CompanyId, ConfirmationId, DeviceId, EnrolmentId, OperationId, TokenId, UserId,
};
use llavero::domain::operation::{
    OPERATION_LIFETIME, Operation, OperationKind, OperationState, Subject, TokenSubject,
};
use llavero::domain::serial::Serial;
use llavero::domain::time::Timestamp;
use llavero::domain::token::{ActivationRule, BlockReason, Token, TokenState, TokenStatus};
use llavero::domain::user::{Role, User, UserStatus};
use llavero::store::confirmation::ConfirmationRecord;
use llavero::store::device::{DeviceRecord, DeviceState};
use llavero::store::enrolment::{EnrolmentRecord, EnrolmentState};
use llavero::store::{self, Connection};

pub const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

pub fn after(seconds: u64) -> Timestamp {
    NOW.plus(std::time::Duration::from_secs(seconds))
}

/// Ten bytes that nobody else gets.
pub fn unique() -> [u8; 10] {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    bytes
}

pub fn unique_number() -> u32 {
    u32::from_be_bytes(unique()[6..].try_into().unwrap())
}

pub fn unique_serial() -> Serial {
    Serial::from_number(unique_number()).unwrap()
}

pub fn a_company() -> Company {
    Company {
        id: CompanyId::new(NOW, unique()),
        kind: CompanyKind::Customer,
        slug: format!("empresa{}", unique_number()),
        name: "Empresa".to_owned(),
        status: CompanyStatus::Active,
        contact_period_days: 365,
        approvals: Approvals::One,
        version: 1,
    }
}

pub async fn company(conn: &mut Connection) -> CompanyId {
    let company = a_company();
    store::company::insert(conn, &company).await.unwrap();
    company.id
}

pub fn a_user(company: CompanyId, username: &str, role: Role) -> User {
    User {
        id: UserId::new(NOW, unique()),
        company,
        username: username.to_owned(),
        full_name: format!("Persona {username}"),
        role,
        status: UserStatus::Active,
        contact: Contact {
            email: Some("ana@acme.co".to_owned()),
            mobile: None,
            confirmed_at: Some(NOW),
        },
        version: 1,
    }
}

pub async fn user(conn: &mut Connection, company: CompanyId, username: &str, role: Role) -> User {
    let user = a_user(company, username, role);
    store::user::insert(conn, &user, "hash", NOW).await.unwrap();
    user
}

pub async fn member(conn: &mut Connection, company: CompanyId) -> User {
    user(
        conn,
        company,
        &format!("m{}", unique_number()),
        Role::Member,
    )
    .await
}

pub async fn admin(conn: &mut Connection, company: CompanyId) -> User {
    user(conn, company, &format!("a{}", unique_number()), Role::Admin).await
}

pub fn a_token(company: CompanyId, state: TokenState) -> Token {
    Token {
        id: TokenId::new(NOW, unique()),
        company,
        serial: unique_serial(),
        state,
        updated_at: NOW,
        version: 1,
    }
}

pub async fn available(conn: &mut Connection, company: CompanyId) -> Token {
    let token = a_token(company, TokenState::Available);
    store::token::insert(conn, &token).await.unwrap();
    token
}

pub async fn assigned(conn: &mut Connection, company: CompanyId, holder: UserId) -> Token {
    let activation = ActivationRule::ByAdministrator;
    let token = a_token(company, TokenState::Assigned { holder, activation });
    store::token::insert(conn, &token).await.unwrap();
    token
}

pub fn a_device(token: &Token, holder: UserId) -> DeviceRecord {
    DeviceRecord {
        id: DeviceId::new(NOW, unique()),
        company: token.company,
        token: token.id,
        holder,
        name: "Chrome en Android".to_owned(),
        signing_key: vec![4; 65],
        state: DeviceState::Live {
            one_time_secret: vec![1; 48],
            pin_secret: vec![2; 48],
        },
        enrolled_at: NOW,
        wrong_pins: 0,
        wrong_codes: 0,
        last_step: None,
    }
}

/// Moves a token to `state`, whatever its state is now.
pub async fn put(conn: &mut Connection, token: &Token, state: TokenState, at: Timestamp) -> Token {
    let moved = Token {
        state,
        updated_at: at,
        ..token.clone()
    };
    store::token::save(conn, &moved, token.version)
        .await
        .unwrap();
    Token {
        version: token.version + 1,
        ..moved
    }
}

/// Gives an available token to a user, with a device of its own, in the status
/// that is asked for.
pub async fn hand_over(
    conn: &mut Connection,
    token: &Token,
    holder: UserId,
    status: TokenStatus,
    at: Timestamp,
) -> Token {
    let state = match status {
        TokenStatus::Assigned => TokenState::Assigned {
            holder,
            activation: llavero::domain::token::ActivationRule::ByAdministrator,
        },
        _ => {
            let device = a_device(token, holder);
            store::device::insert(conn, &device).await.unwrap();
            held(status, holder, device.id)
        }
    };
    put(conn, token, state, at).await
}

pub fn held(status: TokenStatus, holder: UserId, device: DeviceId) -> TokenState {
    match status {
        TokenStatus::PendingActivation => TokenState::PendingActivation { holder, device },
        TokenStatus::Active => TokenState::Active { holder, device },
        TokenStatus::Blocked => TokenState::Blocked {
            holder,
            device,
            reason: BlockReason::Lost,
        },
        _ => panic!("no device in {status:?}"),
    }
}

pub fn an_operation(token: &Token, kind: OperationKind, holder: UserId, by: UserId) -> Operation {
    Operation {
        id: OperationId::new(NOW, unique()),
        company: token.company,
        kind,
        subject: Subject::Token(TokenSubject {
            token: token.id,
            version: token.version,
            holder,
        }),
        requested_by: by,
        approvals: Approvals::One,
        second: None,
        state: OperationState::Pending,
        requested_at: NOW,
        expires_at: NOW.plus(OPERATION_LIFETIME),
        settled_at: None,
        version: 1,
    }
}

pub fn a_confirmation(operation: &Operation, device: DeviceId) -> ConfirmationRecord {
    ConfirmationRecord {
        id: ConfirmationId::new(NOW, unique()),
        operation: operation.id,
        company: operation.company,
        device,
        challenge: b"{\"v\":1}".to_vec(),
        number: "042042".to_owned(),
        wrong_numbers: 0,
        issued_at: NOW,
        expires_at: operation.expires_at,
        decision: None,
        decided_at: None,
        evidence_payload: None,
        evidence_signature: None,
    }
}

pub fn an_enrolment(token: &Token, holder: UserId) -> EnrolmentRecord {
    let mut code_hash = [0; 32];
    code_hash[..10].copy_from_slice(&unique());
    EnrolmentRecord {
        id: EnrolmentId::new(NOW, unique()),
        company: token.company,
        token: token.id,
        holder,
        code_hash,
        state: EnrolmentState::Open,
        issued_at: NOW,
        expires_at: after(72 * 3_600),
        offer: None,
    }
}
