//! A company as large as is wished, written past the use cases: what they would
//! need minutes for is there in seconds.

use llavero::domain::company::{Approvals, Company, CompanyKind, CompanyStatus};
use llavero::domain::contact::Contact;
use llavero::domain::id::{CompanyId, DeviceId, TokenId, UserId};
use llavero::domain::serial::Serial;
use llavero::domain::time::Timestamp;
use llavero::domain::token::{ActivationRule, PhysicalState, PhysicalToken, Token, TokenState};
use llavero::domain::user::{Role, User, UserStatus};
use llavero::service::clock::{OsRandom, random_bytes};
use llavero::service::demo;
use llavero::store::device::{DeviceRecord, DeviceState};
use llavero::store::{self, Connection};

use super::Server;

/// The company's word, with which its people sign in.
pub const SLUG: &str = "grande";
/// Its two administrators.
pub const ADMINS: [&str; 2] = ["Admin1", "Admin2"];

/// How many users and tokens of each kind. Their names are `Libre00001`,
/// `Pendiente00001`, `Activo00001`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sizes {
    /// Users who hold no token and may get one.
    pub free: u32,
    /// Users whose token waits to be activated.
    pub pending: u32,
    /// Users whose token works; every second one has a physical token too.
    pub active: u32,
    /// Tokens that nobody holds.
    pub available: u32,
}

/// What is written into one transaction.
struct Writing<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    hash: String,
    serial: u32,
    at: Timestamp,
    users: u32,
}

/// Writes the company.
pub async fn fill(server: &Server, sizes: Sizes) {
    let at = server.context.now();
    let company = Company {
        id: CompanyId::new(at, random_bytes(&OsRandom)),
        kind: CompanyKind::Customer,
        slug: SLUG.to_owned(),
        name: "Grande S. A.".to_owned(),
        status: CompanyStatus::Active,
        contact_period_days: 365,
        approvals: Approvals::One,
        version: 1,
    };
    let hash = server.context.passwords.hash(demo::PASSWORD).await.unwrap();
    let mut writer = server.context.store.write().await.unwrap();
    store::company::insert(&mut writer, &company).await.unwrap();
    let mut writing = Writing {
        conn: &mut writer,
        company: company.id,
        hash,
        serial: 6_000_000,
        at,
        users: 0,
    };
    for admin in ADMINS {
        let holder = writing.user(admin, Role::Admin).await.id;
        let activation = ActivationRule::OnEnrolment;
        writing
            .token(TokenState::Assigned { holder, activation })
            .await;
    }
    for number in 1..=sizes.free {
        writing
            .user(&format!("Libre{number:05}"), Role::Member)
            .await;
    }
    for number in 1..=sizes.pending {
        let holder = writing
            .user(&format!("Pendiente{number:05}"), Role::Member)
            .await
            .id;
        writing
            .bound(holder, |device| TokenState::PendingActivation {
                holder,
                device,
            })
            .await;
    }
    for number in 1..=sizes.active {
        let holder = writing
            .user(&format!("Activo{number:05}"), Role::Member)
            .await
            .id;
        writing
            .bound(holder, |device| TokenState::Active { holder, device })
            .await;
        if number % 2 == 0 {
            writing.physical(holder).await;
        }
    }
    for _ in 0..sizes.available {
        writing.token(TokenState::Available).await;
    }
    writer.commit().await.unwrap();
}

impl Writing<'_> {
    async fn user(&mut self, username: &str, role: Role) -> User {
        self.users += 1;
        let months = u64::from(self.users % 11);
        let user = User {
            id: UserId::new(self.at, random_bytes(&OsRandom)),
            company: self.company,
            username: username.to_owned(),
            full_name: format!("Persona {} {username}", self.users * 7_919 % 10_007),
            role,
            status: UserStatus::Active,
            contact: Contact {
                email: Some(format!("{}@grande.example", username.to_lowercase())),
                mobile: Some("+573001234567".to_owned()),
                confirmed_at: Some(self.at.minus(std::time::Duration::from_secs(
                    months * 30 * 86_400 + u64::from(self.users % 20) * 86_400,
                ))),
            },
            version: 1,
        };
        store::user::insert(self.conn, &user, &self.hash, self.at)
            .await
            .unwrap();
        user
    }

    async fn token(&mut self, state: TokenState) -> Token {
        self.serial += 1;
        let token = Token {
            id: TokenId::new(self.at, random_bytes(&OsRandom)),
            company: self.company,
            serial: Serial::from_number(self.serial).unwrap(),
            state,
            updated_at: self.at.minus(std::time::Duration::from_secs(
                u64::from(self.serial % 500) * 86_400,
            )),
            version: 1,
        };
        store::token::insert(self.conn, &token).await.unwrap();
        token
    }

    /// A token with a device of nobody's.
    async fn bound(&mut self, holder: UserId, state: impl Fn(DeviceId) -> TokenState) {
        let token = self.token(TokenState::Available).await;
        let device = DeviceRecord {
            id: DeviceId::new(self.at, random_bytes(&OsRandom)),
            company: self.company,
            token: token.id,
            holder,
            name: "Chrome · Android".to_owned(),
            signing_key: vec![4; 65],
            state: DeviceState::Live {
                one_time_secret: vec![1; 48],
                pin_secret: vec![2; 48],
            },
            enrolled_at: self.at,
            wrong_pins: 0,
            wrong_codes: 0,
            last_step: None,
        };
        store::device::insert(self.conn, &device).await.unwrap();
        let bound = Token {
            state: state(device.id),
            ..token.clone()
        };
        store::token::save(self.conn, &bound, token.version)
            .await
            .unwrap();
    }

    async fn physical(&mut self, holder: UserId) {
        self.serial += 1;
        let token = PhysicalToken {
            id: TokenId::new(self.at, random_bytes(&OsRandom)),
            company: self.company,
            serial: Serial::from_number(self.serial).unwrap(),
            state: PhysicalState::InUse { holder },
            updated_at: self.at,
            version: 1,
        };
        store::physical_token::insert(self.conn, &token)
            .await
            .unwrap();
    }
}
