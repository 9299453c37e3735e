//! What the server does without being asked.

use std::fmt::Display;
use std::time::Duration;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tracing::warn;

use super::messages::WaysOut;
use crate::domain::message::Channel;
use crate::service::carry_out_batches::carry_out_batches;
use crate::service::expire_invitations::expire_invitations;
use crate::service::expire_operations::expire_operations;
use crate::service::forget_past::forget_past;
use crate::service::{Change, Context, Topic};

const SWEEP: Duration = Duration::from_secs(2);
/// How long a confirmed batch waits at most that nobody told of: another node's,
/// or what an ended program left.
const BATCHES: Duration = Duration::from_secs(15);
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
    tokio::spawn(carry_out_when_told(context.clone(), context.hub.listen()));
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

/// Carries out what was confirmed: at once when an operation changed, and now and
/// again for what nobody told of.
async fn carry_out_when_told(context: Context, mut told: Receiver<Change>) {
    loop {
        if let Err(error) = carry_out_batches(&context).await {
            warn!(%error, "changing confirmed tokens failed; it is tried again");
            // A fault that stays must not be tried without a pause.
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        if tokio::time::timeout(BATCHES, operation_changed(&mut told)).await == Ok(Told::NoMore) {
            return;
        }
    }
}

/// Whether there is anybody left who tells.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    Changed,
    NoMore,
}

/// Completes when an operation changed. What else was told by then is about
/// operations that are looked at together.
async fn operation_changed(told: &mut Receiver<Change>) -> Told {
    loop {
        match told.recv().await {
            Ok(change) if !matches!(change.topic, Topic::Operation(_)) => {}
            Ok(_) | Err(RecvError::Lagged(_)) => break,
            Err(RecvError::Closed) => return Told::NoMore,
        }
    }
    loop {
        match told.try_recv() {
            Ok(_) | Err(TryRecvError::Lagged(_)) => {}
            Err(TryRecvError::Empty | TryRecvError::Closed) => return Told::Changed,
        }
    }
}
