//! A server in this process: the real router on a real SQLite file, with a clock
//! that tests move.

pub mod large;
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
use llavero::domain::time::Timestamp;
use llavero::server::router;
use llavero::service::clock::{Clock, OsRandom, random_bytes};
use llavero::service::password::PasswordHasher;
use llavero::service::settings::Settings;
use llavero::service::vault::Vault;
use llavero::service::{Context, Hub, Parts, demo};
use llavero::store::Store;
use serde_json::Value;
use sqlx::Connection as _;
use tower::ServiceExt;

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
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.sqlite").display());
        Self::on(folder, url).await
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
        Some(Self::on(tempfile::tempdir().unwrap(), url).await)
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
        drop(context);
        Self::on(folder, url).await
    }

    async fn on(folder: tempfile::TempDir, url: String) -> Self {
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
