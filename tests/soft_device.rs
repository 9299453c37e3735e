//! `llavero device` as a program, against a server of one token that is made of
//! the real parts: the domain's messages and the server's key operations.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use llavero::domain::id::{CompanyId, ConfirmationId, DeviceId, EnrolmentId, OperationId, UserId};
use llavero::domain::operation::OperationKind;
use llavero::domain::protocol::{
    Base64Bytes, Challenge, ChallengeSubject, ChallengeToken, Decision, DeviceCall, DeviceFault,
    DeviceOperation, DeviceReply, DeviceRequest, EnrolmentOffer, EnrolmentReceipt,
    EnrolmentRequest, EnrolmentStatement, InvitationCode, OpenEnrolmentRequest, Outcome, Secret,
    SignedRequest, VERSION, accepted_step, canonical_bytes, derive_one_time_secret,
    derive_transport_pad, verify_pin_mac, xor,
};
use llavero::domain::serial::Serial;
use llavero::domain::time::Timestamp;
use llavero::domain::token::TokenStatus;
use llavero::service::clock::{Clock, OsRandom, SystemClock, random_bytes};
use llavero::service::device_crypto::{
    AgreementKey, agree, generate_agreement_key, verify_signature,
};

const NUMBER: &str = "481205";
const PIN: &str = "204816";
const AUDIENCE: &str = "http://llavero.test";

/// What the server learnt of the device.
struct Bound {
    signing_key: Vec<u8>,
    pin_secret: Secret,
    one_time_secret: Secret,
}

/// A server of one token.
struct Bank {
    code: InvitationCode,
    offer: EnrolmentOffer,
    key: AgreementKey,
    bound: Option<Bound>,
    waiting: Vec<DeviceOperation>,
    answers: Vec<Decision>,
    /// What its clock is ahead of the machine's.
    ahead: Duration,
}

type Shared = Arc<Mutex<Bank>>;
type Answer<T> = Result<Json<T>, (StatusCode, Json<DeviceFault>)>;

fn refuse<T>(fault: DeviceFault) -> Answer<T> {
    Err((StatusCode::UNPROCESSABLE_ENTITY, Json(fault)))
}

impl Bank {
    fn new() -> Self {
        let now = SystemClock.now();
        let key = generate_agreement_key(&OsRandom);
        let offer = EnrolmentOffer {
            v: VERSION,
            enrolment: EnrolmentId::new(now, random_bytes(&OsRandom)),
            device: DeviceId::new(now, random_bytes(&OsRandom)),
            serial: Serial::from_number(4_900_031).unwrap(),
            company: "Entelgy".to_owned(),
            username: "ADMIN1".to_owned(),
            audience: AUDIENCE.to_owned(),
            nonce: random_bytes::<32>(&OsRandom).into(),
            server_key: key.public.clone().into(),
            expires_at: now.plus(Duration::from_secs(3_600)),
            server_time: now,
        };
        Self {
            code: InvitationCode::from_bytes(random_bytes(&OsRandom)),
            offer,
            key,
            bound: None,
            waiting: Vec::new(),
            answers: Vec::new(),
            ahead: Duration::ZERO,
        }
    }

    fn now(&self) -> Timestamp {
        SystemClock.now().plus(self.ahead)
    }

    fn ask(&mut self, kind: OperationKind) -> OperationId {
        let now = self.now();
        let user = UserId::new(now, random_bytes(&OsRandom));
        let challenge = Challenge {
            v: VERSION,
            purpose: Challenge::PURPOSE.to_owned(),
            audience: AUDIENCE.to_owned(),
            confirmation: ConfirmationId::new(now, random_bytes(&OsRandom)),
            operation: OperationId::new(now, random_bytes(&OsRandom)),
            kind,
            company: CompanyId::new(now, random_bytes(&OsRandom)),
            company_name: "Entelgy".to_owned(),
            subject: ChallengeSubject::Token(ChallengeToken {
                serial: Serial::from_number(4_900_034).unwrap(),
                token_version: 3,
                holder: user,
                holder_username: "Mcaastro11".to_owned(),
                holder_full_name: "María Castro".to_owned(),
            }),
            requested_by: user,
            requested_by_username: "ADMIN1".to_owned(),
            first_approval: None,
            device: self.offer.device,
            nonce: random_bytes::<32>(&OsRandom).into(),
            issued_at: now,
            expires_at: now.plus(Duration::from_secs(120)),
        };
        self.waiting.push(DeviceOperation {
            confirmation: challenge.confirmation,
            challenge: canonical_bytes(&challenge).unwrap().into(),
        });
        challenge.operation
    }

    fn enrol(&mut self, request: &EnrolmentRequest) -> Answer<EnrolmentReceipt> {
        let statement: EnrolmentStatement =
            serde_json::from_slice(request.statement.as_slice()).unwrap();
        let proven = verify_signature(
            statement.signing_key.as_slice(),
            request.statement.as_slice(),
            request.signature.as_slice(),
        );
        let about_this = statement.code_hash == Base64Bytes::from(self.code.hash())
            && statement.nonce == self.offer.nonce
            && statement.audience == AUDIENCE;
        if self.bound.is_some() || !proven || !about_this {
            return refuse(DeviceFault::InvitationInvalid);
        }
        let (nonce, serial) = (self.offer.nonce.as_slice(), self.offer.serial);
        let device = self.offer.device;
        let shared = agree(&self.key.secret, statement.agreement_key.as_slice()).unwrap();
        let hidden = statement.hidden_pin_secret.as_slice().try_into().unwrap();
        let pad = derive_transport_pad(&shared, nonce, serial, device);
        self.bound = Some(Bound {
            signing_key: statement.signing_key.0,
            pin_secret: xor(&hidden, &pad),
            one_time_secret: derive_one_time_secret(&shared, nonce, serial, device),
        });
        Ok(Json(EnrolmentReceipt {
            v: VERSION,
            status: TokenStatus::Active,
            server_time: self.now(),
        }))
    }

    fn answer(&mut self, request: &SignedRequest) -> Answer<DeviceReply> {
        let Some(bound) = &self.bound else {
            return refuse(DeviceFault::NotRecognised);
        };
        let (payload, signature) = (request.payload.as_slice(), request.signature.as_slice());
        if !verify_signature(&bound.signing_key, payload, signature) {
            return refuse(DeviceFault::NotRecognised);
        }
        let asked: DeviceRequest = serde_json::from_slice(payload).unwrap();
        let server_time = self.now();
        if server_time.since(asked.at) > Duration::from_secs(120) {
            return refuse(DeviceFault::ClockOff { server_time });
        }
        let DeviceCall::Confirm(statement) = asked.call else {
            return Ok(Json(DeviceReply::Operations {
                waiting: self.waiting.clone(),
                status: TokenStatus::Active,
                server_time,
            }));
        };
        let challenge = statement.challenge.as_slice();
        if statement.decision == Decision::Approve {
            if statement.number != NUMBER {
                return refuse(DeviceFault::WrongNumber { left: 2 });
            }
            let mac = statement.pin_mac.as_slice();
            if !verify_pin_mac(&bound.pin_secret, challenge, NUMBER, Decision::Approve, mac) {
                return refuse(DeviceFault::WrongPin { left: 4 });
            }
        }
        self.waiting
            .retain(|one| one.challenge != statement.challenge);
        self.answers.push(statement.decision);
        Ok(Json(DeviceReply::Confirmed(match statement.decision {
            Decision::Approve => Outcome::Applied {
                kind: OperationKind::Assign,
            },
            Decision::Reject => Outcome::Rejected,
        })))
    }
}

/// The bank at a port of its own, and a device's file.
struct Scene {
    bank: Shared,
    server: String,
    store: PathBuf,
}

impl Scene {
    async fn new() -> Self {
        let bank: Shared = Arc::new(Mutex::new(Bank::new()));
        let router = Router::new()
            .route("/device/v1/enrolments/open", post(open))
            .route("/device/v1/enrolments", post(enrol))
            .route("/device/v1/requests", post(request))
            .with_state(Arc::clone(&bank));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        let name = u64::from_be_bytes(random_bytes(&OsRandom));
        let store = std::env::temp_dir().join(format!("llavero-device-{name:016x}/device.json"));
        Self {
            bank,
            server,
            store,
        }
    }

    async fn enrolled() -> Self {
        let scene = Self::new().await;
        let code = scene.bank().code.to_string();
        let enrolled = scene.run(&["enrol", &code, "--pin", PIN]).await;
        assert!(enrolled.status.success(), "{}", words(&enrolled));
        scene
    }

    fn bank(&self) -> std::sync::MutexGuard<'_, Bank> {
        self.bank.lock().unwrap()
    }

    async fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_llavero"));
        command
            .arg("device")
            .args(["--server", &self.server])
            .arg("--store")
            .arg(&self.store)
            .args(arguments)
            .stdin(std::process::Stdio::null())
            .env_remove("LLAVERO_DEVICE_PIN");
        tokio::task::spawn_blocking(move || command.output().unwrap())
            .await
            .unwrap()
    }

    async fn approve(&self, more: &[&str]) -> Output {
        self.run(&[&["approve", "--json"], more].concat()).await
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if let Some(directory) = self.store.parent() {
            let _ = std::fs::remove_dir_all(directory);
        }
    }
}

async fn open(
    State(bank): State<Shared>,
    Json(request): Json<OpenEnrolmentRequest>,
) -> Answer<EnrolmentOffer> {
    let bank = bank.lock().unwrap();
    if request.code != bank.code.to_string() || bank.bound.is_some() {
        return refuse(DeviceFault::InvitationInvalid);
    }
    Ok(Json(bank.offer.clone()))
}

async fn enrol(
    State(bank): State<Shared>,
    Json(request): Json<EnrolmentRequest>,
) -> Answer<EnrolmentReceipt> {
    bank.lock().unwrap().enrol(&request)
}

async fn request(
    State(bank): State<Shared>,
    Json(request): Json<SignedRequest>,
) -> Answer<DeviceReply> {
    bank.lock().unwrap().answer(&request)
}

fn words(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[tokio::test]
async fn a_request_is_approved_with_the_number_and_the_pin() {
    let scene = Scene::enrolled().await;
    let operation = scene.bank().ask(OperationKind::Assign);
    let listed = scene.run(&["list"]).await;
    let text = String::from_utf8(listed.stdout).unwrap();
    assert!(
        text.contains("Assign token FEF4900034 to María Castro (Mcaastro11)"),
        "{text}"
    );
    let approved = scene.approve(&["--number", NUMBER, "--pin", PIN]).await;
    assert_eq!(json(&approved)["operation"], operation.to_string());
    assert_eq!(scene.bank().answers, [Decision::Approve]);
}

#[tokio::test]
async fn a_wrong_number_and_a_wrong_pin_are_told_apart() {
    let scene = Scene::enrolled().await;
    scene.bank().ask(OperationKind::Assign);
    for (number, pin, fault) in [
        ("111111", PIN, "wrong_number"),
        (NUMBER, "111111", "wrong_pin"),
    ] {
        let refused = scene.approve(&["--number", number, "--pin", pin]).await;
        assert_eq!(refused.status.code(), Some(3));
        let error: serde_json::Value = serde_json::from_slice(&refused.stderr).unwrap();
        assert_eq!(error["fault"]["fault"], fault);
    }
    assert!(scene.bank().answers.is_empty());
}

#[tokio::test]
async fn a_rejection_needs_neither() {
    let scene = Scene::enrolled().await;
    scene.bank().ask(OperationKind::Activate);
    assert!(scene.run(&["reject"]).await.status.success());
    assert_eq!(scene.bank().answers, [Decision::Reject]);
}

#[tokio::test]
async fn of_several_requests_one_is_named() {
    let scene = Scene::enrolled().await;
    scene.bank().ask(OperationKind::Assign);
    let second = scene.bank().ask(OperationKind::Activate).to_string();
    let unsure = scene.run(&["reject"]).await;
    assert_eq!(unsure.status.code(), Some(1));
    assert!(words(&unsure).contains("--operation"), "{}", words(&unsure));
    let named = scene.run(&["reject", "--operation", &second]).await;
    assert!(named.status.success(), "{}", words(&named));
    assert_eq!(scene.bank().waiting.len(), 1);
}

#[tokio::test]
async fn the_server_accepts_the_code_that_is_shown() {
    let scene = Scene::enrolled().await;
    let shown = json(&scene.run(&["code", "--json"]).await);
    let bank = scene.bank();
    let secret = bank.bound.as_ref().unwrap().one_time_secret;
    let code = shown["code"].as_str().unwrap();
    assert!(accepted_step(&secret, code, bank.now(), None).is_some());
}

#[tokio::test]
async fn a_clock_that_is_off_is_put_right_by_itself() {
    let scene = Scene::enrolled().await;
    scene.bank().ahead = Duration::from_secs(86_400);
    scene.bank().ask(OperationKind::Assign);
    let approved = scene.approve(&["--number", NUMBER, "--pin", PIN]).await;
    assert!(approved.status.success(), "{}", words(&approved));
}

#[tokio::test]
async fn an_invitation_works_once_and_the_first_keys_stay() {
    let scene = Scene::enrolled().await;
    let code = scene.bank().code.to_string();
    let refused = scene.run(&["enrol", &code, "--pin", PIN]).await;
    assert_eq!(refused.status.code(), Some(3));
    assert!(
        words(&refused).contains("Ask your administrator"),
        "{}",
        words(&refused)
    );
    assert!(scene.run(&["list"]).await.status.success());
}

#[tokio::test]
async fn a_changed_request_is_not_shown_nor_signed() {
    let scene = Scene::enrolled().await;
    scene.bank().ask(OperationKind::Assign);
    let mut waiting = scene.bank().waiting.clone();
    let text = String::from_utf8(waiting[0].challenge.0.clone()).unwrap();
    waiting[0].challenge = text
        .replace("\"v\":1", "\"v\":1,\"w\":2")
        .into_bytes()
        .into();
    scene.bank().waiting = waiting;
    let refused = scene.approve(&["--number", NUMBER, "--pin", PIN]).await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(scene.bank().answers.is_empty());
}

#[cfg(unix)]
#[tokio::test]
async fn the_keys_are_for_their_owner_alone_and_never_hold_the_pin() {
    use std::os::unix::fs::PermissionsExt;

    let scene = Scene::enrolled().await;
    let mode = std::fs::metadata(&scene.store)
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(!std::fs::read_to_string(&scene.store).unwrap().contains(PIN));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_in_plain_words() {
    let scene = Scene::new().await;
    let code = scene.bank().code.to_string();
    let arguments = [
        "enrol",
        &code,
        "--pin",
        PIN,
        "--server",
        "http://127.0.0.1:1",
    ];
    let failed = scene.run(&arguments).await;
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        words(&failed).contains("Is the server running"),
        "{}",
        words(&failed)
    );
}
