//! Lists of users who get a token, and of tokens to activate or to block: who
//! and what is meant, and why something cannot be done. What can be done leads
//! to the request that the tables lead to.

use std::collections::{HashMap, HashSet};

use super::physical::read_serial;
use super::{Planned, told, usernames};
use crate::domain::error::FieldProblem;
use crate::domain::id::{TokenId, UserId};
use crate::domain::import::{
    ImportColumn, ImportKind, ReportRow, RowPlan, RowProblem, SheetRow, repeated,
};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::token::{BlockReason, Circumstances, Token, TokenAction, decide};
use crate::domain::user::{Ineligibility, User, UserStatus};
use crate::domain::view::SeenToken;
use crate::service::ServiceError;
use crate::service::circumstances::is_last_admin;
use crate::service::identify::Caller;
use crate::store::{Connection, token, token_lookup, user_lookup};

/// Plans an assignment for each row. The available tokens go to the first rows.
pub(super) async fn plan_assign(
    connection: &mut Connection,
    caller: &Caller,
    rows: &[SheetRow],
    at: Timestamp,
) -> Result<Vec<Planned>, ServiceError> {
    let company = caller.company.id;
    let users = user_lookup::by_usernames(connection, company, &usernames(rows)).await?;
    let again = repeated(rows, ImportColumn::Username);
    let mut free = token::count_free(connection, company).await?;
    let period = caller.company.contact_period();
    let mut planned = Vec::with_capacity(rows.len());
    for row in rows {
        let found = users.get(row.cell(ImportColumn::Username));
        let decided = match (unusable(row, &again), found) {
            (Some(problem), _) => Err(problem),
            (None, None) => Err(RowProblem::NoSuchUser),
            (None, Some((user, holdings))) => match user.ineligibilities(*holdings, at, period) {
                why if !why.is_empty() => Err(RowProblem::Ineligible(why)),
                _ if free == 0 => Err(RowProblem::NoTokenLeft),
                _ => {
                    free -= 1;
                    Ok(RowPlan::Assign(user.id))
                }
            },
        };
        planned.push(shown(row, found.map(|(user, _)| user), None, decided));
    }
    Ok(planned)
}

/// Why a row names nobody, or somebody whom an earlier row names.
fn unusable(row: &SheetRow, again: &HashMap<u32, u32>) -> Option<RowProblem> {
    let column = ImportColumn::Username;
    row.problem
        .clone()
        .or_else(|| {
            again.get(&row.line).map(|line| RowProblem::Repeated {
                column,
                line: *line,
            })
        })
        .or_else(|| {
            row.cell(column).is_empty().then_some(RowProblem::Cell {
                column,
                problem: FieldProblem::Missing,
            })
        })
}

/// Plans to activate or to block the token of each row, which is named by its
/// serial or by its holder.
pub(super) async fn plan_change(
    connection: &mut Connection,
    caller: &Caller,
    kind: ImportKind,
    rows: &[SheetRow],
) -> Result<Vec<Planned>, ServiceError> {
    let action = match kind {
        ImportKind::Block => TokenAction::Block {
            reason: BlockReason::Other,
        },
        _ => TokenAction::Activate,
    };
    let tokens = Tokens::of(connection, caller, rows).await?;
    let mut lines: HashMap<TokenId, u32> = HashMap::new();
    let mut planned = Vec::with_capacity(rows.len());
    for row in rows {
        let found = tokens.find(row);
        let decided = match &found {
            Err(problem) => Err(problem.clone()),
            Ok(token) => {
                let column = ImportColumn::Username;
                match lines.get(&token.id) {
                    Some(line) => Err(RowProblem::Repeated {
                        column,
                        line: *line,
                    }),
                    None => {
                        lines.insert(token.id, row.line);
                        let circumstances = tokens.circumstances(connection, token).await?;
                        decide(caller.actor(), token.state, action, &circumstances)
                            .map_err(RowProblem::Token)
                            .map(|_| {
                                RowPlan::Change(SeenToken {
                                    token: token.id,
                                    version: token.version,
                                })
                            })
                    }
                }
            }
        };
        let token = found.ok();
        let holder = token.and_then(|token| tokens.holder(token));
        planned.push(shown(row, holder, token.map(|token| token.serial), decided));
    }
    Ok(planned)
}

/// The tokens that a file names.
struct Tokens {
    users: user_lookup::UsersByName,
    by_holder: HashMap<UserId, Token>,
    by_serial: HashMap<Serial, Token>,
    holders: HashMap<UserId, User>,
    open: HashSet<TokenId>,
}

impl Tokens {
    async fn of(
        connection: &mut Connection,
        caller: &Caller,
        rows: &[SheetRow],
    ) -> Result<Self, ServiceError> {
        let company = caller.company.id;
        let users = user_lookup::by_usernames(connection, company, &usernames(rows)).await?;
        let named: Vec<_> = rows
            .iter()
            .filter_map(|row| users.get(row.cell(ImportColumn::Username)))
            .map(|(user, _)| user.id)
            .collect();
        let by_holder = token_lookup::by_holders(connection, company, &named).await?;
        let serials: Vec<_> = rows.iter().filter_map(serial_of).collect();
        let by_serial = token_lookup::by_serials(connection, company, &serials).await?;
        let all: Vec<&Token> = by_holder.values().chain(by_serial.values()).collect();
        let holders: Vec<_> = all
            .iter()
            .filter_map(|token| token.state.holder())
            .collect();
        let ids: Vec<_> = all.iter().map(|token| token.id).collect();
        let holders = user_lookup::by_ids(connection, company, &holders).await?;
        let open = token_lookup::with_open_operation(connection, company, &ids).await?;
        Ok(Self {
            users,
            by_holder,
            by_serial,
            holders,
            open,
        })
    }

    fn find(&self, row: &SheetRow) -> Result<&Token, RowProblem> {
        if let Some(problem) = &row.problem {
            return Err(problem.clone());
        }
        let username = row.cell(ImportColumn::Username);
        let has_serial = !row.cell(ImportColumn::Serial).is_empty();
        if let (Some((user, _)), false) = (self.users.get(username), has_serial) {
            return self.by_holder.get(&user.id).ok_or(RowProblem::HoldsNone);
        }
        match serial_of(row) {
            Some(serial) => self.by_serial.get(&serial).ok_or(RowProblem::NoSuchToken),
            None if has_serial => Err(read_serial(row).err().unwrap_or(RowProblem::NoSuchToken)),
            None if username.is_empty() => Err(RowProblem::Cell {
                column: ImportColumn::Username,
                problem: FieldProblem::Missing,
            }),
            None => Err(RowProblem::NoSuchUser),
        }
    }

    fn holder(&self, token: &Token) -> Option<&User> {
        self.holders.get(&token.state.holder()?)
    }

    async fn circumstances(
        &self,
        connection: &mut Connection,
        token: &Token,
    ) -> Result<Circumstances, ServiceError> {
        let holder = self.holder(token);
        let inactive = holder.is_some_and(|holder| holder.status == UserStatus::Inactive);
        Ok(Circumstances {
            ineligibilities: inactive
                .then_some(Ineligibility::Inactive)
                .into_iter()
                .collect(),
            has_open_operation: self.open.contains(&token.id),
            holder_is_last_admin: match holder {
                Some(holder) => is_last_admin(connection, token, holder).await?,
                None => false,
            },
        })
    }
}

/// The serial that a row names; in a bare list it stands where usernames do.
fn serial_of(row: &SheetRow) -> Option<Serial> {
    let cell = match row.cell(ImportColumn::Serial) {
        "" => row.cell(ImportColumn::Username),
        serial => serial,
    };
    cell.to_uppercase().parse().ok()
}

fn shown(
    row: &SheetRow,
    user: Option<&User>,
    serial: Option<Serial>,
    decided: Result<RowPlan, RowProblem>,
) -> Planned {
    let username = match user {
        Some(user) => user.username.clone(),
        None => told(row, ImportColumn::Username),
    };
    let serial = match serial {
        Some(serial) => serial.to_string(),
        None => told(row, ImportColumn::Serial),
    };
    Planned {
        row: ReportRow {
            line: row.line,
            username,
            full_name: user.map(|user| user.full_name.clone()).unwrap_or_default(),
            serial,
            plan: decided.unwrap_or_else(|problem| RowPlan::Refused(vec![problem])),
        },
        write: None,
    }
}
