//! The operator's table of messages.

use serde::{Deserialize, Serialize};

use super::address::{QueryProblem, Reader, TableFilter, parameter};
use super::query::TableQuery;
use super::sort::{Direction, Sort, TableColumn};
use crate::domain::message::{Channel, MessageState};

/// A query of the table of messages.
pub type MessageQuery = TableQuery<MessageFilter, MessageColumn>;

/// The most characters of a company's word.
const LONGEST_WORD: usize = 100;

/// Which messages the table shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MessageFilter {
    /// Only those in this state.
    pub state: Option<MessageState>,
    /// Only those by this channel.
    pub channel: Option<Channel>,
    /// Only those to people of the company that signs in with this word.
    pub company: Option<String>,
}

impl MessageFilter {
    /// What could not be sent: *Inicio* counts it and leads to it.
    pub fn failed() -> Self {
        Self {
            state: Some(MessageState::Failed),
            ..Self::default()
        }
    }
}

/// The word that stands for a state in an address.
pub const fn message_state_word(state: MessageState) -> &'static str {
    match state {
        MessageState::Waiting => "pendientes",
        MessageState::Delivered => "enviados",
        MessageState::Failed => "fallidos",
        MessageState::Void => "anulados",
    }
}

/// The word that stands for a channel in an address.
pub const fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "correo",
        Channel::Sms => "sms",
    }
}

impl TableFilter for MessageFilter {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            state: reader.read(parameter::STATUS, QueryProblem::Status, |text| {
                MessageState::ALL
                    .into_iter()
                    .find(|state| message_state_word(*state) == text)
            }),
            channel: reader.read(parameter::CHANNEL, QueryProblem::Channel, |text| {
                Channel::ALL
                    .into_iter()
                    .find(|channel| channel_word(*channel) == text)
            }),
            company: reader.read(parameter::COMPANY, QueryProblem::Company, |text| {
                (text.chars().count() <= LONGEST_WORD).then(|| text.to_ascii_lowercase())
            }),
        }
    }

    fn write(&self) -> Vec<(&'static str, String)> {
        let state = self.state.map(message_state_word).map(str::to_owned);
        let channel = self.channel.map(channel_word).map(str::to_owned);
        [
            (parameter::STATUS, state),
            (parameter::CHANNEL, channel),
            (parameter::COMPANY, self.company.clone()),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}

/// A column by which the table of messages can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageColumn {
    /// *Escrito*: when it was written; the table opens with the newest.
    WrittenAt,
}

impl TableColumn for MessageColumn {
    const COLUMNS: &'static [Self] = &[Self::WrittenAt];
    const OPENING: Sort<Self> = Sort {
        column: Self::WrittenAt,
        direction: Direction::Descending,
    };

    fn word(self) -> &'static str {
        match self {
            Self::WrittenAt => "escrito",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::MessageState;

    #[test]
    fn an_address_says_what_the_table_shows() {
        let query = MessageQuery {
            filter: MessageFilter {
                state: Some(MessageState::Failed),
                channel: Some(Channel::Sms),
                company: Some("andina".to_owned()),
            },
            ..MessageQuery::default()
        };
        let address = query.to_query_string();
        assert_eq!(address, "?estado=fallidos&canal=sms&empresa=andina");
        let pairs = [
            ("estado", "fallidos"),
            ("canal", "sms"),
            ("empresa", "Andina"),
        ];
        let (read, problems) = MessageQuery::parse(|name| {
            let found = pairs.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        });
        assert_eq!((read, problems), (query, vec![]));
    }
}
