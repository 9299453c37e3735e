//! A mail server (RFC 5321) that accepts, or refuses, whatever it is sent.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// An e-mail as it came: to whom, and its lines.
#[derive(Debug, Clone)]
pub struct Mail {
    pub to: String,
    pub data: String,
}

/// A server on a port of its own, until it is dropped.
pub struct MailServer {
    pub port: u16,
    mails: Arc<Mutex<Vec<Mail>>>,
    task: JoinHandle<()>,
}

impl MailServer {
    /// On `port`, or any when that is 0; `reply` says what is answered to a
    /// recipient.
    pub async fn start(port: u16, reply: fn(&str) -> &'static str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let mails = Arc::new(Mutex::new(Vec::new()));
        let kept = mails.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, kept.clone(), reply));
            }
        });
        Self { port, mails, task }
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn converse(
    stream: TcpStream,
    mails: Arc<Mutex<Vec<Mail>>>,
    reply: fn(&str) -> &'static str,
) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut to = String::new();
    let mut answer = "220 mail.example".to_owned();
    loop {
        if writing
            .write_all(format!("{answer}\r\n").as_bytes())
            .await
            .is_err()
        {
            return;
        }
        let Ok(Some(line)) = lines.next_line().await else {
            return;
        };
        let command = line.to_ascii_uppercase();
        answer = if let Some(path) = command.strip_prefix("RCPT TO:") {
            to = path.trim_matches(['<', '>']).to_ascii_lowercase();
            reply(&to).to_owned()
        } else if command == "DATA" {
            writing.write_all(b"354 go on\r\n").await.unwrap();
            let mut data = String::new();
            while let Ok(Some(line)) = lines.next_line().await {
                if line == "." {
                    break;
                }
                data.push_str(&line);
                data.push('\n');
            }
            mails.lock().unwrap().push(Mail {
                to: to.clone(),
                data,
            });
            "250 taken".to_owned()
        } else if command == "QUIT" {
            return;
        } else {
            "250 mail.example".to_owned()
        };
    }
}
