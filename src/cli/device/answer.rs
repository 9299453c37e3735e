//! `llavero device approve` and `llavero device reject`.

use serde_json::json;

use super::Tools;
use super::arguments::{ApproveArguments, RejectArguments, WhichToken};
use super::error::DeviceError;
use super::list::describe;
use super::session::{Session, Waiting};
use super::words::{ask, entry_words, outcome_words};
use crate::domain::id::OperationId;
use crate::domain::protocol::client::{approval, rejection};
use crate::domain::protocol::{Decision, DeviceCall, DeviceReply, NUMBER_DIGITS, is_pin};

/// Which request, and what was given to approve it with.
pub struct Answer {
    which: WhichToken,
    operation: Option<OperationId>,
    number: Option<String>,
    pin: Option<String>,
}

impl From<ApproveArguments> for Answer {
    fn from(arguments: ApproveArguments) -> Self {
        Self {
            which: arguments.which,
            operation: arguments.operation,
            number: arguments.number,
            pin: arguments.pin,
        }
    }
}

impl From<RejectArguments> for Answer {
    fn from(arguments: RejectArguments) -> Self {
        Self {
            which: arguments.which,
            operation: arguments.operation,
            number: None,
            pin: None,
        }
    }
}

/// Says yes or no to a request.
pub async fn answer(tools: &Tools, decision: Decision, answer: Answer) -> Result<(), DeviceError> {
    let mut session = Session::open(tools, answer.which.token)?;
    let (waiting, _) = session.waiting().await?;
    let chosen = choose(waiting, answer.operation)?;
    let list = session.list(&chosen).await?;
    if !tools.json {
        eprintln!("{}", describe(&chosen));
        for entry in &list {
            eprintln!("{}", entry_words(entry));
        }
    }
    let call = match decision {
        Decision::Approve => approve(&session, &chosen, answer.number, answer.pin).await?,
        Decision::Reject => rejection(&chosen.operation),
    };
    let DeviceReply::Confirmed(outcome) = session.call(call).await? else {
        return Err(DeviceError::Protocol);
    };
    let result = json!({ "operation": chosen.challenge.operation, "outcome": outcome });
    tools.say(&result, || outcome_words(outcome).to_owned());
    Ok(())
}

async fn approve(
    session: &Session<'_>,
    chosen: &Waiting,
    number: Option<String>,
    pin: Option<String>,
) -> Result<DeviceCall, DeviceError> {
    let number = match number {
        Some(number) => number,
        None => ask("The number that the console shows: ", "the number")?,
    };
    if number.len() != NUMBER_DIGITS || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DeviceError::NotANumber);
    }
    let pin = match pin {
        Some(pin) => pin,
        None => ask("PIN: ", "the PIN")?,
    };
    if !is_pin(&pin) {
        return Err(DeviceError::NotAPin);
    }
    let operation = &chosen.operation;
    Ok(approval(session.keys(), session.profile(), operation, &number, &pin).await?)
}

fn choose(
    mut waiting: Vec<Waiting>,
    operation: Option<OperationId>,
) -> Result<Waiting, DeviceError> {
    if let Some(id) = operation {
        return waiting
            .into_iter()
            .find(|one| one.challenge.operation == id)
            .ok_or(DeviceError::DoesNotWait(id));
    }
    match (waiting.pop(), waiting.len()) {
        (None, _) => Err(DeviceError::NothingWaits),
        (Some(only), 0) => Ok(only),
        (Some(last), _) => {
            waiting.push(last);
            Err(DeviceError::SeveralWait(
                waiting.iter().map(|one| one.challenge.operation).collect(),
            ))
        }
    }
}
