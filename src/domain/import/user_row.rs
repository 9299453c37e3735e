//! A row of a file of users, as the form would hold it.

use super::ImportColumn;
use super::report::RowProblem;
use super::row::SheetRow;
use crate::domain::error::{FieldError, FieldName, FieldProblem};
use crate::domain::text::folded;
use crate::domain::user::Role;
use crate::domain::user_draft::{GIVEN_ROLE, UserDraft};

/// What a row says of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRowDraft {
    /// The form; its role is [`GIVEN_ROLE`] where the row names none.
    pub draft: UserDraft,
    /// Whether the row names a role.
    pub says_role: bool,
}

/// Reads a row's cells; whether what they say can be kept is asked after.
///
/// # Errors
/// Every cell that says nothing known.
pub fn read_user(row: &SheetRow) -> Result<UserRowDraft, Vec<RowProblem>> {
    if let Some(problem) = &row.problem {
        return Err(vec![problem.clone()]);
    }
    let role = read_role(row.cell(ImportColumn::Role));
    let confirmed = read_yes(row.cell(ImportColumn::Confirmed));
    match (role, confirmed) {
        (Some(role), Some(contact_confirmed)) => Ok(UserRowDraft {
            draft: UserDraft {
                username: row.cell(ImportColumn::Username).to_owned(),
                full_name: row.cell(ImportColumn::FullName).to_owned(),
                email: row.cell(ImportColumn::Email).to_owned(),
                mobile: row.cell(ImportColumn::Mobile).to_owned(),
                role: role.unwrap_or(GIVEN_ROLE),
                contact_confirmed,
            },
            says_role: role.is_some(),
        }),
        (role, confirmed) => {
            let unknown = [
                (ImportColumn::Role, role.is_none()),
                (ImportColumn::Confirmed, confirmed.is_none()),
            ];
            Err(unknown
                .into_iter()
                .filter(|(_, is_unknown)| *is_unknown)
                .map(|(column, _)| RowProblem::Cell {
                    column,
                    problem: FieldProblem::Malformed,
                })
                .collect())
        }
    }
}

/// The role that a cell names: `Some(None)` for none, `None` for what is no role.
#[allow(clippy::option_option, reason = "no role and no such role differ")]
fn read_role(cell: &str) -> Option<Option<Role>> {
    Some(Some(match folded(cell).as_str() {
        "" => return Some(None),
        "usuario secundario" | "secundario" | "secondary user" | "secondary" | "member" => {
            Role::Member
        }
        "usuario administrador"
        | "administrador"
        | "administradora"
        | "administrator"
        | "admin" => Role::Admin,
        "auditor" | "auditora" => Role::Auditor,
        _ => return None,
    }))
}

/// A yes or a no; nothing is a no.
fn read_yes(cell: &str) -> Option<bool> {
    match folded(cell).as_str() {
        "si" | "s" | "x" | "1" | "yes" | "y" | "true" | "verdadero" => Some(true),
        "" | "no" | "n" | "0" | "false" | "falso" => Some(false),
        _ => None,
    }
}

impl From<FieldError> for RowProblem {
    fn from(error: FieldError) -> Self {
        let column = match error.field {
            FieldName::FullName => ImportColumn::FullName,
            FieldName::Email => ImportColumn::Email,
            FieldName::Mobile => ImportColumn::Mobile,
            FieldName::Role => ImportColumn::Role,
            _ => ImportColumn::Username,
        };
        Self::Cell {
            column,
            problem: error.problem,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::import::{ImportKind, read};

    fn row(role: &str, confirmed: &str) -> Result<UserRowDraft, Vec<RowProblem>> {
        let text = format!(
            "usuario;nombre;correo;celular;rol;confirmado\nANA1;Ana;a@b.co;300;{role};{confirmed}"
        );
        read_user(&read(ImportKind::Users, &text).unwrap().rows[0])
    }

    #[test]
    fn a_yes_is_a_yes_in_both_languages_and_nothing_is_a_no() {
        for (cell, yes) in [
            ("Sí", true),
            ("x", true),
            ("YES", true),
            ("", false),
            ("no", false),
        ] {
            assert_eq!(
                row("", cell).unwrap().draft.contact_confirmed,
                yes,
                "{cell}"
            );
        }
    }

    #[test]
    fn who_has_no_role_gets_the_one_that_an_administrator_gives() {
        let unsaid = row("", "").unwrap();
        assert!(!unsaid.says_role && unsaid.draft.role == GIVEN_ROLE);
        let said = row("Administrador", "").unwrap();
        assert!(said.says_role && said.draft.role == Role::Admin);
    }

    #[test]
    fn what_is_neither_is_told_with_its_column() {
        let problems = row("jefe", "quizás").unwrap_err();
        let malformed = |column| RowProblem::Cell {
            column,
            problem: FieldProblem::Malformed,
        };
        assert_eq!(
            problems,
            [
                malformed(ImportColumn::Role),
                malformed(ImportColumn::Confirmed)
            ]
        );
    }
}
