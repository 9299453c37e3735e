//! A file of users: who would be made and whose data would change, by the rules
//! of the form.

use super::{Planned, Write, told, usernames};
use crate::domain::contact::{Contact, ContactProblem, Email, Mobile};
use crate::domain::id::UserId;
use crate::domain::import::{
    ImportColumn, ReportRow, RowPlan, RowProblem, SheetRow, UserRowDraft, read_user, repeated,
};
use crate::domain::time::Timestamp;
use crate::domain::user::{Role, User, UserStatus};
use crate::domain::user_change::UserRefusal;
use crate::domain::user_draft::UserDraft;
use crate::service::edit_user::{edited, has_other_contact};
use crate::service::identify::Caller;
use crate::service::phone_number;
use crate::service::{Context, ServiceError};
use crate::store::{Connection, user_lookup};

/// Plans every row.
pub(super) async fn plan(
    context: &Context,
    connection: &mut Connection,
    caller: &Caller,
    rows: &[SheetRow],
    at: Timestamp,
) -> Result<Vec<Planned>, ServiceError> {
    let company = caller.company.id;
    let known = user_lookup::by_usernames(connection, company, &usernames(rows)).await?;
    let again = repeated(rows, ImportColumn::Username);
    let planned = rows.iter().map(|row| {
        let known = known.get(row.cell(ImportColumn::Username));
        let decided = match (again.get(&row.line), known) {
            (Some(line), _) => Err(vec![RowProblem::Repeated {
                column: ImportColumn::Username,
                line: *line,
            }]),
            (None, None) => new_user(context, caller, row, at),
            (None, Some((user, holdings))) => {
                changed_user(caller, row, user, holdings.has_live_token, at)
            }
        };
        let (plan, write) = decided.unwrap_or_else(|why| (RowPlan::Refused(why), None));
        Planned {
            row: ReportRow {
                line: row.line,
                username: told(row, ImportColumn::Username),
                full_name: told(row, ImportColumn::FullName),
                serial: String::new(),
                plan,
            },
            write,
        }
    });
    Ok(planned.collect())
}

type Decided = Result<(RowPlan, Option<Write>), Vec<RowProblem>>;

/// Somebody whom the company does not have yet.
fn new_user(context: &Context, caller: &Caller, row: &SheetRow, at: Timestamp) -> Decided {
    let UserRowDraft { draft, .. } = read_user(row)?;
    let checked = draft.check_new(phone_number::mobile).map_err(problems)?;
    let user = User {
        id: UserId::new(at, context.random_bytes()),
        company: caller.company.id,
        username: draft.username.trim().to_owned(),
        full_name: checked.full_name,
        role: draft.role,
        status: UserStatus::Active,
        contact: Contact {
            email: Some(checked.email.as_str().to_owned()),
            mobile: Some(checked.mobile.as_str().to_owned()),
            confirmed_at: draft.contact_confirmed.then_some(at),
        },
        version: 1,
    };
    Ok((RowPlan::Create, Some(Write::Create(Box::new(user)))))
}

/// Somebody who is there: other data are taken over, the same are left alone.
fn changed_user(
    caller: &Caller,
    row: &SheetRow,
    user: &User,
    holds_token: bool,
    at: Timestamp,
) -> Decided {
    let UserRowDraft { draft, says_role } = read_user(row)?;
    if user.role != Role::Member {
        return Err(vec![RowProblem::NotSecondary]);
    }
    let draft = UserDraft {
        role: if says_role { draft.role } else { user.role },
        ..draft
    };
    let checked = draft.check_new(phone_number::mobile).map_err(problems)?;
    let asked = draft.contact_confirmed;
    let other_contact = |after: &User| has_other_contact(&user.contact, &after.contact);
    let unconfirmed = UserDraft {
        contact_confirmed: false,
        ..draft
    };
    let mut after =
        edited(user, &unconfirmed, checked, at).map_err(|_| vec![RowProblem::NotSecondary])?;
    let old = user
        .contact
        .problems(at, caller.company.contact_period())
        .contains(&ContactProblem::Stale);
    if asked && (old || other_contact(&after)) {
        after.contact.confirmed_at = Some(at);
    }
    if holds_token && other_contact(&after) {
        return Err(vec![RowProblem::User(UserRefusal::HoldsToken)]);
    }
    let columns = changes(user, &after);
    if columns.is_empty() {
        return Ok((RowPlan::Unchanged, None));
    }
    let write = Write::Update {
        before: Box::new(user.clone()),
        after: Box::new(after),
    };
    Ok((RowPlan::Update(columns), Some(write)))
}

/// The columns whose content differs; how an address or a number was typed makes
/// no difference.
fn changes(before: &User, after: &User) -> Vec<ImportColumn> {
    let email = |user: &User| user.contact.email.as_deref().and_then(Email::parse);
    let mobile = |user: &User| user.contact.mobile.as_deref().and_then(Mobile::parse);
    let newly_confirmed = after.contact.confirmed_at.is_some()
        && before.contact.confirmed_at != after.contact.confirmed_at;
    [
        (ImportColumn::FullName, before.full_name != after.full_name),
        (ImportColumn::Email, email(before) != email(after)),
        (ImportColumn::Mobile, mobile(before) != mobile(after)),
        (ImportColumn::Confirmed, newly_confirmed),
    ]
    .into_iter()
    .filter_map(|(column, differs)| differs.then_some(column))
    .collect()
}

fn problems(fields: Vec<crate::domain::error::FieldError>) -> Vec<RowProblem> {
    fields.into_iter().map(RowProblem::from).collect()
}
