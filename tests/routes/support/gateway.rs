//! An SMS gateway that notes what it is sent.

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// An SMS as it came: the `Authorization`, the key of the request, the JSON.
#[derive(Debug, Clone)]
pub struct Sms {
    pub authorization: String,
    pub key: String,
    pub body: Value,
}

type Noted = Arc<Mutex<(StatusCode, Vec<Sms>)>>;

/// A gateway on a port of its own, until it is dropped.
pub struct Gateway {
    pub url: String,
    noted: Noted,
    task: JoinHandle<()>,
}

impl Gateway {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/sms", listener.local_addr().unwrap());
        let noted = Noted::new(Mutex::new((StatusCode::ACCEPTED, Vec::new())));
        let app = Router::new()
            .route("/sms", post(note))
            .with_state(noted.clone());
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, noted, task }
    }

    /// What it answers from now on.
    pub fn answer(&self, status: StatusCode) {
        self.noted.lock().unwrap().0 = status;
    }

    pub fn taken(&self) -> Vec<Sms> {
        self.noted.lock().unwrap().1.clone()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn note(
    State(noted): State<Noted>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> StatusCode {
    let header = |name: &str| {
        let value = headers.get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default().to_owned()
    };
    let mut noted = noted.lock().unwrap();
    let sms = Sms {
        authorization: header("authorization"),
        key: header("idempotency-key"),
        body,
    };
    noted.1.push(sms);
    noted.0
}
