//! What the device says to the person at the terminal.

use std::io::{self, BufRead, Write};

use super::error::DeviceError;
use crate::domain::operation::OperationKind;
use crate::domain::protocol::{Challenge, ChallengeSubject, ChallengeToken, DeviceFault, Outcome};
use crate::domain::token::TokenStatus;

/// Asks for one line. The question goes to the error output, so that the answer
/// of the command stays alone on the other.
pub fn ask(question: &str, what: &'static str) -> Result<String, DeviceError> {
    eprint!("{question}");
    let _ = io::stderr().flush();
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => Err(DeviceError::Unanswered(what)),
        Ok(_) => Ok(line.trim().to_owned()),
    }
}

/// A name from the server without what could move a terminal's cursor.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() {
                '\u{fffd}'
            } else {
                character
            }
        })
        .collect()
}

/// A user, by both names.
fn person_words(subject: &ChallengeToken) -> String {
    let name = plain(&subject.holder_full_name);
    format!("{name} ({})", plain(&subject.holder_username))
}

/// One line of a request's list.
pub fn entry_words(entry: &ChallengeToken) -> String {
    format!("  {}  {}", entry.serial, person_words(entry))
}

fn batch_words(kind: OperationKind, items: u32) -> String {
    match kind {
        OperationKind::Assign => format!("Assign a token to each of {items} users"),
        OperationKind::Activate => {
            format!("Activate the tokens of {items} users; physical tokens of theirs are disabled")
        }
        _ => format!("Change the tokens of {items} users: {}", kind.code()),
    }
}

/// What a request will do.
pub fn change_words(challenge: &Challenge) -> String {
    let subject = match &challenge.subject {
        ChallengeSubject::Token(subject) => subject,
        ChallengeSubject::Batch(batch) => return batch_words(challenge.kind, batch.items),
    };
    let serial = subject.serial;
    let user = person_words(subject);
    match challenge.kind {
        OperationKind::Assign => format!("Assign token {serial} to {user}"),
        OperationKind::Cancel => format!("Take back the invitation of {user} for token {serial}"),
        OperationKind::Activate => {
            format!("Activate token {serial} of {user}; a physical token of theirs is disabled")
        }
        OperationKind::Unblock => format!(
            "Unblock token {serial} of {user}, on the same device; a physical token of theirs is \
             disabled"
        ),
        OperationKind::ReplaceDevice => {
            format!("Revoke the device of {user} and invite another, for token {serial}")
        }
        OperationKind::Unassign => {
            format!("Take token {serial} back from {user}; their physical token stays as it is")
        }
        OperationKind::UnassignRestoringPhysical => {
            format!("Take token {serial} back from {user}, and let their physical token work again")
        }
    }
}

/// That a request asks for a second approval, and when the first was given;
/// empty for one that asks for the first.
pub fn first_approval_words(challenge: &Challenge) -> String {
    let Some(first) = &challenge.first_approval else {
        return String::new();
    };
    format!(
        "\n  SECOND APPROVAL: {} approved it on {} (Bogotá)",
        plain(&challenge.requested_by_username),
        first.approved_at.to_minute_text()
    )
}

/// What became of a request.
pub const fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Applied { .. } => "Approved: it is done.",
        Outcome::Started { .. } => "Approved: it is being done; the console shows how far it is.",
        Outcome::AwaitingSecondApproval => "Approved: a second administrator has yet to confirm.",
        Outcome::Rejected => "Rejected: nothing was changed.",
    }
}

/// Where the token stands and whose turn it is.
pub const fn status_words(status: TokenStatus) -> &'static str {
    match status {
        TokenStatus::Active => "The token is active.",
        TokenStatus::PendingActivation => {
            "The token waits for the company's administrator to activate it."
        }
        TokenStatus::Blocked => "The token is blocked; the company's administrator can unblock it.",
        TokenStatus::Available
        | TokenStatus::Assigned
        | TokenStatus::Disabled
        | TokenStatus::Retired => "The token is not in use.",
    }
}

/// What went wrong and what to do next.
pub fn advice(error: &DeviceError) -> String {
    let next = match error {
        DeviceError::Refused(fault) => return fault_advice(fault),
        DeviceError::NotAnInvitation => {
            "A code has 26 letters and digits, such as 04H2K-…; copy it whole, or the link."
        }
        DeviceError::NotAPin | DeviceError::PinsDiffer => "Try again.",
        DeviceError::NotANumber => "Read it from the console's waiting screen.",
        DeviceError::Unanswered(_) => "Give it as an option; --help lists them.",
        DeviceError::NothingEnrolled(_) => "Enrol first: llavero device enrol CODE",
        DeviceError::SeveralEnrolled(_) => "Say which with --token.",
        DeviceError::NotEnrolledHere(_) => "Is it in another file? Name that with --store.",
        DeviceError::NothingWaits => {
            "Ask for a change in the console first; a request waits two minutes."
        }
        DeviceError::SeveralWait(_) => "Say which with --operation; `list` describes them.",
        DeviceError::DoesNotWait(_) => "`llavero device list` shows those that do.",
        DeviceError::CannotShow => {
            "Do not approve it elsewhere either. If it happens again, this program may be older \
             than the server."
        }
        DeviceError::NoHome => "Name the file of keys with --store.",
        DeviceError::File { .. } => "Check its permissions, or name another with --store.",
        DeviceError::FileDamaged(_) => {
            "Name another with --store; or delete it and have the devices replaced."
        }
        DeviceError::FileExposed(_) => "Make it yours alone: chmod 600.",
        DeviceError::NotAServer(_) => "An address is such as http://127.0.0.1:3000.",
        DeviceError::NotLoopback(_) => {
            "Run this on the server, or through a tunnel: \
             ssh -L 3000:127.0.0.1:3000 SERVER, then --server http://127.0.0.1:3000"
        }
        DeviceError::Unreachable { .. } => "Is the server running there?",
        DeviceError::EnrolmentUnsure(_) => {
            "`llavero device list` tells whether it worked; if not, enrol again."
        }
        DeviceError::Garbled(_) => "Is it Llavero that runs there, and of this version?",
        DeviceError::Protocol => "Is this program of the server's version?",
        DeviceError::Runtime(_) => "Is the machine out of memory or files?",
    };
    format!("{error}. {next}")
}

fn fault_advice(fault: &DeviceFault) -> String {
    let text = match fault {
        DeviceFault::Malformed => {
            "the server could not read the message. Is this program of its version?"
        }
        DeviceFault::InvitationInvalid => {
            "the invitation cannot be used: it is wrong, was used, or was taken back. \
             Ask your administrator for a new one."
        }
        DeviceFault::InvitationExpired => {
            "the invitation has expired. Ask your administrator for a new one."
        }
        DeviceFault::NotRecognised => {
            "the server does not recognise this device: it may have been replaced. \
             Ask your administrator for an invitation and enrol again."
        }
        DeviceFault::ClockOff { .. } => {
            "this machine's clock differs from the server's, even after taking the server's time. \
             Set the clock and try again."
        }
        DeviceFault::Replayed => "the server saw this very message before. Try again.",
        DeviceFault::Blocked => {
            "the token is blocked. Your administrator can unblock it, or call the bank."
        }
        DeviceFault::Suspended => {
            "the bank suspended your company's service. Nothing is lost; call the bank."
        }
        DeviceFault::NoSuchOperation => {
            "the request no longer waits for this device. `llavero device list` shows those that do."
        }
        DeviceFault::WrongChallenge => {
            "the request is not the one that was shown. Nothing was changed; look again with `list`."
        }
        DeviceFault::Expired => "the request has expired. Ask for it again in the console.",
        DeviceFault::AlreadySettled => {
            "the request was settled before. The console shows what became of it."
        }
        DeviceFault::Superseded => {
            "the token changed meanwhile; nothing was done. Look at it in the console and ask again."
        }
        DeviceFault::WrongNumber { left: 0 } => {
            "wrong number, for the last time: it no longer works. Ask for another in the console."
        }
        DeviceFault::WrongNumber { left } => {
            return format!(
                "that is not the number that the console shows; {left} {} left.",
                tries(*left)
            );
        }
        DeviceFault::WrongPin { left: 0 } => {
            "wrong PIN, for the last time: the token is now blocked. \
             Another administrator can unblock it, or call the bank."
        }
        DeviceFault::WrongPin { left } => {
            return format!(
                "wrong PIN; {left} {} left before the token is blocked.",
                tries(*left)
            );
        }
        DeviceFault::NotAllowed => {
            "the change is no longer allowed; nothing was done. The console says why."
        }
        DeviceFault::TooMany { retry_after } => {
            return format!("too many requests. Try again in {retry_after} s.");
        }
        DeviceFault::Unavailable => "the server cannot answer now. Try again in a moment.",
    };
    text.to_owned()
}

const fn tries(left: u8) -> &'static str {
    if left == 1 { "try" } else { "tries" }
}
