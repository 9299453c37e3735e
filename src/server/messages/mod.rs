//! The ways out of the outbox: e-mail by SMTP, or a folder of files while there
//! is no mail server; SMS by a gateway.

mod compose;
mod folder;
mod html;
mod settings;
mod short_text;
mod sms;
mod smtp;

pub use settings::{MessageSettings, SettingsError};

use std::sync::Arc;

use tokio::task::JoinSet;

use crate::domain::message::{Channel, DeliveryFailure, MessageState};
use crate::service::send_messages::{Outgoing, settle, take_due};
use crate::service::{Change, Context, ServiceError, Topic};

/// What messages are sent by. Cloning it is cheap.
#[derive(Clone)]
pub struct WaysOut(Arc<Ways>);

struct Ways {
    email: Option<smtp::Smtp>,
    sms: Option<sms::Gateway>,
}

impl WaysOut {
    /// As the settings say.
    ///
    /// # Errors
    /// [`SettingsError`] for what cannot be used.
    pub fn new(settings: &MessageSettings) -> Result<Self, SettingsError> {
        Ok(Self(Arc::new(Ways {
            email: settings.smtp.as_ref().map(smtp::Smtp::new).transpose()?,
            sms: settings.sms.as_ref().map(sms::Gateway::new).transpose()?,
        })))
    }

    /// Sends what is due of a channel, some messages side by side, until nothing
    /// is due, or nothing could be sent: then the way out is not there, and the
    /// next call tries again.
    ///
    /// # Errors
    /// Those of the outbox. What a message met is written to it and is none.
    pub async fn send_due(&self, context: &Context, channel: Channel) -> Result<(), ServiceError> {
        let mut told = None;
        while self.send_some(context, channel, &mut told).await? {}
        context.publish_all(told);
        Ok(())
    }

    /// Sends a few; `true` while there may be more. What open screens are told
    /// of it goes to `told`.
    async fn send_some(
        &self,
        context: &Context,
        channel: Channel,
        told: &mut Option<Change>,
    ) -> Result<bool, ServiceError> {
        let taken = take_due(context, channel).await?;
        let Some(first) = taken.first() else {
            return Ok(false);
        };
        *told = Some(Change {
            company: first.to.company,
            topic: Topic::Messages,
        });
        let mut sending = JoinSet::new();
        for message in taken {
            let (ways, context) = (self.clone(), context.clone());
            sending.spawn(async move { ways.send_one(&context, &message).await });
        }
        let mut moved = false;
        for state in sending.join_all().await {
            moved |= state? != MessageState::Waiting;
        }
        Ok(moved)
    }

    async fn send_one(
        &self,
        context: &Context,
        message: &Outgoing,
    ) -> Result<MessageState, ServiceError> {
        let outcome = match (message.channel(), &self.0.email, &self.0.sms) {
            (Channel::Email, Some(smtp), _) => smtp.send(context, message).await,
            (Channel::Email, None, _) => folder::write(context, message).await,
            (Channel::Sms, _, Some(gateway)) => gateway.send(context, message).await,
            (Channel::Sms, _, None) => Err(DeliveryFailure::NoWayOut),
        };
        settle(context, message, outcome).await
    }
}
