//! What the server does without being asked.

use std::time::Duration;

use tracing::warn;

use super::messages;
use crate::service::Context;
use crate::service::expire_operations::expire_operations;

const SWEEP: Duration = Duration::from_secs(2);
const OUTBOX: Duration = Duration::from_secs(1);

/// Starts the tasks; they end with the program.
pub(super) fn start(context: &Context) {
    let sweeping = context.clone();
    tokio::spawn(async move {
        let mut interval = tokio::time::interval(SWEEP);
        loop {
            interval.tick().await;
            if let Err(error) = expire_operations(&sweeping).await {
                warn!(%error, "operations past their time were not ended; they are tried again");
            }
        }
    });
    let sending = context.clone();
    tokio::spawn(async move {
        let mut interval = tokio::time::interval(OUTBOX);
        loop {
            interval.tick().await;
            if let Err(error) = messages::send_waiting(&sending).await {
                warn!(%error, "messages were not sent; they are tried again");
            }
        }
    });
}
