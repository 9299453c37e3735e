//! What the server does without being asked.

use std::fmt::Display;
use std::time::Duration;

use tracing::warn;

use super::messages::WaysOut;
use crate::domain::message::Channel;
use crate::service::Context;
use crate::service::carry_out_batches::carry_out_batches;
use crate::service::expire_invitations::expire_invitations;
use crate::service::expire_operations::expire_operations;
use crate::service::forget_past::forget_past;

const SWEEP: Duration = Duration::from_secs(2);
const BATCHES: Duration = Duration::from_millis(300);
const OUTBOX: Duration = Duration::from_secs(1);
const FORGETTING: Duration = Duration::from_secs(10 * 60);
const INVITATIONS: Duration = Duration::from_secs(10 * 60);

/// Starts the tasks; they end with the program.
pub(super) fn start(context: &Context, ways_out: &WaysOut) {
    every(
        SWEEP,
        "ending requests past their time",
        context,
        |context| async move { expire_operations(&context).await },
    );
    every(
        BATCHES,
        "changing confirmed tokens",
        context,
        |context| async move { carry_out_batches(&context).await },
    );
    // One each: a gateway that does not answer holds up no e-mail.
    for (channel, name) in [
        (Channel::Email, "sending e-mails"),
        (Channel::Sms, "sending SMS"),
    ] {
        let ways_out = ways_out.clone();
        every(OUTBOX, name, context, move |context| {
            let ways_out = ways_out.clone();
            async move { ways_out.send_due(&context, channel).await }
        });
    }
    every(
        INVITATIONS,
        "freeing tokens nobody enrolled",
        context,
        |context| async move { expire_invitations(&context).await },
    );
    every(
        FORGETTING,
        "forgetting ended sessions",
        context,
        |context| async move { forget_past(&context).await.map(drop) },
    );
}

/// Does `task` now and again and again; one that failed is tried again the next
/// time.
fn every<F, E>(
    period: Duration,
    name: &'static str,
    context: &Context,
    task: impl Fn(Context) -> F + Send + 'static,
) where
    F: Future<Output = Result<(), E>> + Send,
    E: Display + Send,
{
    let context = context.clone();
    tokio::spawn(async move {
        let mut interval = tokio::time::interval(period);
        loop {
            interval.tick().await;
            if let Err(error) = task(context.clone()).await {
                warn!(%error, task = name, "a task failed; it is tried again");
            }
        }
    });
}
