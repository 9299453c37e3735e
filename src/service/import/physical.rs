//! A file of physical tokens: which serial would be registered to whom.

use super::{Planned, Write, told, usernames};
use crate::domain::error::FieldProblem;
use crate::domain::id::TokenId;
use crate::domain::import::{ImportColumn, ReportRow, RowPlan, RowProblem, SheetRow, repeated};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::{PhysicalState, PhysicalToken};
use crate::domain::user::{User, UserStatus};
use crate::domain::user_change::UserRefusal;
use crate::service::identify::Caller;
use crate::service::{Context, ServiceError};
use crate::store::user_lookup::UsersByName;
use crate::store::{Connection, token_lookup, user_lookup};

/// Plans every row.
pub(super) async fn plan(
    context: &Context,
    connection: &mut Connection,
    caller: &Caller,
    rows: &[SheetRow],
    at: Timestamp,
) -> Result<Vec<Planned>, ServiceError> {
    let company = caller.company.id;
    let users = user_lookup::by_usernames(connection, company, &usernames(rows)).await?;
    let holders: Vec<_> = rows
        .iter()
        .filter_map(|row| found(&users, row))
        .map(|user| user.id)
        .collect();
    let held = token_lookup::by_holders(connection, company, &holders).await?;
    let physical = token_lookup::physical_by_holders(connection, company, &holders).await?;
    let serials: Vec<_> = rows
        .iter()
        .filter_map(|row| read_serial(row).ok())
        .collect();
    let taken = token_lookup::taken_serials(connection, company, &serials).await?;
    let same_serial = repeated(rows, ImportColumn::Serial);
    let same_user = repeated(rows, ImportColumn::Username);
    let planned = rows.iter().map(|row| {
        let holder = found(&users, row);
        let serial = read_serial(row);
        let mut why: Vec<RowProblem> = row.problem.iter().cloned().collect();
        for (column, lines) in [
            (ImportColumn::Serial, &same_serial),
            (ImportColumn::Username, &same_user),
        ] {
            if let Some(line) = lines.get(&row.line) {
                why.push(RowProblem::Repeated {
                    column,
                    line: *line,
                });
            }
        }
        why.extend(holder_problem(row, holder));
        why.extend(serial.clone().err());
        let decided = match (holder, serial) {
            (Some(holder), Ok(serial)) if why.is_empty() => {
                let owned = physical.get(&holder.id).and_then(|tokens| tokens.first());
                match owned {
                    Some(owned) if owned.serial == serial => Ok((RowPlan::Unchanged, None)),
                    Some(owned) => Err(vec![RowProblem::HoldsPhysical(owned.serial)]),
                    None if taken.contains(&serial) => Err(vec![RowProblem::SerialTaken]),
                    None => {
                        let held = held.get(&holder.id);
                        let id = TokenId::new(at, context.random_bytes());
                        let token =
                            PhysicalToken::registered(id, company, serial, holder.id, held, at);
                        let is_replaced = matches!(token.state, PhysicalState::Disabled { .. });
                        let replaced_by = held
                            .filter(|_| is_replaced)
                            .map(|replacement| replacement.serial);
                        let write = Write::Register(Box::new((token, holder.clone())));
                        Ok((RowPlan::Register { replaced_by }, Some(write)))
                    }
                }
            }
            _ => Err(why),
        };
        let (plan, write) = decided.unwrap_or_else(|why| (RowPlan::Refused(why), None));
        Planned {
            row: ReportRow {
                line: row.line,
                username: told(row, ImportColumn::Username),
                full_name: holder
                    .map(|user| user.full_name.clone())
                    .unwrap_or_default(),
                serial: told(row, ImportColumn::Serial),
                plan,
            },
            write,
        }
    });
    Ok(planned.collect())
}

/// Who holds the token of a row.
fn found<'u>(users: &'u UsersByName, row: &SheetRow) -> Option<&'u User> {
    let username = row.cell(ImportColumn::Username);
    users.get(username).map(|(user, _)| user)
}

fn holder_problem(row: &SheetRow, holder: Option<&User>) -> Option<RowProblem> {
    match holder {
        None if row.cell(ImportColumn::Username).is_empty() => Some(RowProblem::Cell {
            column: ImportColumn::Username,
            problem: FieldProblem::Missing,
        }),
        None => Some(RowProblem::NoSuchUser),
        Some(user) if user.status == UserStatus::Inactive => {
            Some(RowProblem::User(UserRefusal::Inactive))
        }
        Some(_) => None,
    }
}

/// A serial as people type it: the letters may be small.
pub(super) fn read_serial(row: &SheetRow) -> Result<Serial, RowProblem> {
    let cell = row.cell(ImportColumn::Serial);
    let problem = if cell.is_empty() {
        FieldProblem::Missing
    } else {
        FieldProblem::Malformed
    };
    cell.to_uppercase().parse().map_err(|_| RowProblem::Cell {
        column: ImportColumn::Serial,
        problem,
    })
}
