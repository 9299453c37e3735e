//! A server in this process: the real router on a real SQLite file, with a clock
//! that tests move.

mod gateway;
pub mod large;
mod mail_server;
mod phone;
mod session;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use leptos::config::LeptosOptions;
use llavero::domain::message::Channel;
use llavero::domain::time::Timestamp;
use llavero::server::{MessageSettings, router};
use llavero::service::clock::{Clock, OsRandom, random_bytes};
use llavero::service::password::PasswordHasher;
use llavero::service::settings::{Settings, WaysOut};
use llavero::service::vault::Vault;
use llavero::service::{Context, Hub, Parts, demo};
use llavero::store::Store;
use serde_json::Value;
use sqlx::Connection as _;
use tower::ServiceExt;

pub use gateway::Gateway;
pub use mail_server::MailServer;
pub use phone::{PIN, Phone};
pub use session::Session;

/// The origin that browsers of these tests see.
pub const ORIGIN: &str = "http://127.0.0.1:3000";

/// A clock that stands until a test moves it.
pub struct TestClock(AtomicI64);

impl TestClock {
    pub fn advance(&self, duration: Duration) {
        self.0.fetch_add(
            i64::try_from(duration.as_micros()).unwrap(),
            Ordering::SeqCst,
        );
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// The server, with the demo's companies.
pub struct Server {
    router: Router,
    pub clock: Arc<TestClock>,
    pub context: Context,
    url: String,
    folder: tempfile::TempDir,
}

/// A name that no other test of this or another run has.
fn uuid_like() -> String {
    data_encoding::HEXLOWER.encode(&random_bytes::<8>(&OsRandom))
}

/// Runs a test on each engine that there is.
pub async fn on_each_engine(test: impl AsyncFn(Server)) {
    test(Server::start().await).await;
    if let Some(server) = Server::start_on_postgres().await {
        test(server).await;
    }
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// An e-mail that landed in the folder.
#[derive(Debug)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    /// The link that works once.
    pub link: Option<String>,
    pub text: String,
}

impl Letter {
    fn read(text: &str) -> Self {
        let header = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().to_owned()
        };
        let link = text.lines().find(|line| line.starts_with("http"));
        Self {
            to: header("To: "),
            subject: header("Subject: "),
            link: link.map(str::to_owned),
            text: text.to_owned(),
        }
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The answer's JSON, which must be a success.
    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text());
        self.json()
    }
}

impl Server {
    pub async fn start() -> Self {
        Self::start_with(WaysOut::default()).await
    }

    /// With those ways out known to it: SMS are only written where there is one.
    pub async fn start_with(ways_out: WaysOut) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.sqlite").display());
        Self::on(folder, url, ways_out).await
    }

    /// The same on PostgreSQL, in a schema of its own; `None`, which is said, when
    /// there is none to test with.
    pub async fn start_on_postgres() -> Option<Self> {
        let Ok(server) = std::env::var("LLAVERO_TEST_POSTGRES_URL") else {
            assert!(
                std::env::var_os("CI").is_none(),
                "no PostgreSQL to test with"
            );
            eprintln!("NOT TESTED on PostgreSQL: LLAVERO_TEST_POSTGRES_URL is not set");
            return None;
        };
        let schema = format!("routes_{}", uuid_like());
        sqlx::any::install_default_drivers();
        let mut conn = sqlx::AnyConnection::connect(&server).await.unwrap();
        let create = format!("CREATE SCHEMA {schema}");
        sqlx::query(sqlx::AssertSqlSafe(create))
            .execute(&mut conn)
            .await
            .unwrap();
        conn.close().await.unwrap();
        let separator = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{separator}options[search_path]={schema}");
        Some(Self::on(tempfile::tempdir().unwrap(), url, WaysOut::default()).await)
    }

    /// Another program on the same database, as after a restart: nothing of what
    /// the first had in its memory.
    pub async fn restarted(self) -> Self {
        let Self {
            context,
            url,
            folder,
            ..
        } = self;
        context.store.close().await;
        let ways_out = context.settings.ways_out.clone();
        drop(context);
        Self::on(folder, url, ways_out).await
    }

    async fn on(folder: tempfile::TempDir, url: String, ways_out: WaysOut) -> Self {
        let store = Store::open(&url).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Arc::new(TestClock(AtomicI64::new(1_800_000_000_000_000)));
        let random = Arc::new(OsRandom);
        let context = Context::new(Parts {
            store,
            clock: clock.clone(),
            random: random.clone(),
            vault: Vault::from_text("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").unwrap(),
            passwords: PasswordHasher::new(2, random).unwrap(),
            hub: Hub::default(),
            settings: Settings {
                public_url: ORIGIN.to_owned(),
                demo: true,
                messages: folder.path().join("messages"),
                ways_out,
                support_lines: Settings::default_support_lines(),
                support_hours: Settings::default_support_hours(),
            },
        });
        demo::install(&context).await.unwrap();
        let options = LeptosOptions::builder()
            .output_name("llavero")
            .site_root(folder.path().display().to_string())
            .hash_files(false)
            .build();
        let router = router(context.clone(), options);
        Self {
            router,
            clock,
            context,
            url,
            folder,
        }
    }

    /// Sends what is due by the ways out that the environment's variables name.
    pub async fn send_by(&self, variables: &[(&str, &str)]) {
        let value = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let settings = MessageSettings::read(value).unwrap();
        let ways_out = llavero::server::WaysOut::new(&settings).unwrap();
        for channel in Channel::ALL {
            ways_out.send_due(&self.context, channel).await.unwrap();
        }
    }

    /// Sends what is due, and tells every letter in the folder, oldest first.
    pub async fn letters(&self) -> Vec<Letter> {
        self.send_by(&[]).await;
        let Ok(folder) = std::fs::read_dir(&self.context.settings.messages) else {
            return Vec::new();
        };
        let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
            .iter()
            .map(|path| Letter::read(&std::fs::read_to_string(path).unwrap()))
            .collect()
    }

    /// Sends a request whose answer has no end.
    pub async fn open(&self, request: Request<Body>) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.open(request).await.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX)
            .await
            .unwrap()
            .to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    pub async fn get(&self, path: &str, session: Option<&Session>) -> Answer {
        let mut request = Request::get(path);
        if let Some(session) = session {
            request = request.header(header::COOKIE, session.cookie());
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts JSON as our own page would.
    pub async fn post(&self, path: &str, session: Option<&Session>, body: &Value) -> Answer {
        self.post_bytes(
            path,
            session,
            "application/json",
            body.to_string().into_bytes(),
        )
        .await
    }

    pub async fn post_bytes(
        &self,
        path: &str,
        session: Option<&Session>,
        kind: &str,
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, kind);
        if let Some(session) = session {
            request = request.header(header::COOKIE, session.cookie());
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }
}
