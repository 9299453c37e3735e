//! What the bank's commands print.

use crate::domain::company::CompanyStatus;
use crate::domain::error::{Conflict, FieldError, FieldName, FieldProblem, RequestError};
use crate::domain::view::{BankToken, CompanyRow};

/// The head over [`company_line`]s.
pub(super) fn company_head() -> String {
    line("WORD", "STATE", "TOKENS", "AVAILABLE", "NAME")
}

/// A company in one line.
pub(super) fn company_line(row: &CompanyRow) -> String {
    line(
        &row.slug,
        status(row.status),
        &row.tokens.to_string(),
        &row.available.to_string(),
        &row.name,
    )
}

fn line(slug: &str, state: &str, tokens: &str, available: &str, name: &str) -> String {
    format!("{slug:<24} {state:<10} {tokens:>8} {available:>10}  {name}")
}

const fn status(status: CompanyStatus) -> &'static str {
    match status {
        CompanyStatus::Active => "active",
        CompanyStatus::Suspended => "suspended",
    }
}

/// A token in a few lines.
pub(super) fn token(found: &BankToken) -> String {
    let (kind, serial, state, company, holder) = match found {
        BankToken::Virtual { company, token, .. } => {
            let holder = token.holder.as_ref();
            let holder = holder.map(|(_, username, name)| format!("{username} ({name})"));
            ("virtual", token.serial, token.status, company, holder)
        }
        BankToken::Physical {
            company,
            serial,
            status,
            holder: (username, name),
            ..
        } => {
            let holder = Some(format!("{username} ({name})"));
            ("physical", *serial, *status, company, holder)
        }
    };
    format!(
        "{serial}  {kind} token, {}\ncompany: {} ({})\nholder: {}",
        state.code(),
        company.name,
        status(company.status),
        holder.unwrap_or_else(|| "nobody".to_owned())
    )
}

/// Why a command was refused, and what to do.
pub(super) fn refusal(error: &RequestError) -> String {
    match error {
        RequestError::Invalid(fields) => {
            let fields: Vec<_> = fields.iter().map(field).collect();
            fields.join("; ")
        }
        RequestError::NotFound => {
            "there is no such company, person or token; look at `llavero company list`".to_owned()
        }
        RequestError::NotAllowed => "an operator cannot do this".to_owned(),
        RequestError::Refused(refusal) => format!("it is not possible now: {refusal}"),
        RequestError::Conflict(Conflict::SerialsUsedUp) => {
            "the bank has no serial numbers left".to_owned()
        }
        RequestError::Conflict(_) | RequestError::Overtaken(_) => {
            "it is so already, or somebody changed it first: look again".to_owned()
        }
        RequestError::Unavailable { .. } => {
            "the database is locked, full or away: try again".to_owned()
        }
        other => other.to_string(),
    }
}

fn field(wrong: &FieldError) -> String {
    let name = match wrong.field {
        FieldName::Company => "the company code",
        FieldName::CompanyName => "the name",
        FieldName::ContactPeriod => "the number of days",
        FieldName::TokenCount => "the number of tokens (1 to 1000)",
        FieldName::Serial => "the serial (FEF and seven digits)",
        FieldName::Username if wrong.problem == FieldProblem::Wrong => {
            return "there is no such active operator: see `llavero operator create`".to_owned();
        }
        FieldName::Username => "the user name",
        FieldName::FullName => "the full name",
        FieldName::Email => "the e-mail",
        FieldName::Mobile => "the mobile",
        _ => "a value",
    };
    let problem = match wrong.problem {
        FieldProblem::Missing => "is missing",
        FieldProblem::Taken => "is taken by another",
        FieldProblem::TooLong => "is too long",
        _ => "is not right",
    };
    format!("{name} {problem}")
}
