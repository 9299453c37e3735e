//! The names of the columns, as people write them.

use super::ImportColumn;
use crate::domain::text::folded;

/// The names by which each column is known, folded and without marks.
const NAMES: [(ImportColumn, &[&str]); 7] = [
    (
        ImportColumn::Username,
        &[
            "usuario",
            "nombre usuario",
            "nombre de usuario",
            "usuarios",
            "username",
            "user name",
            "user",
            "login",
        ],
    ),
    (
        ImportColumn::FullName,
        &[
            "nombre completo",
            "nombre",
            "nombres",
            "nombres y apellidos",
            "nombre y apellido",
            "nombre y apellidos",
            "full name",
            "fullname",
            "name",
        ],
    ),
    (
        ImportColumn::Email,
        &[
            "correo",
            "correo electronico",
            "e mail",
            "email",
            "mail",
            "email address",
        ],
    ),
    (
        ImportColumn::Mobile,
        &[
            "celular",
            "numero de celular",
            "numero celular",
            "movil",
            "telefono celular",
            "telefono movil",
            "mobile",
            "mobile number",
            "mobile phone",
            "cell phone",
        ],
    ),
    (
        ImportColumn::Role,
        &["rol", "perfil", "tipo de usuario", "role"],
    ),
    (
        ImportColumn::Confirmed,
        &[
            "datos confirmados",
            "confirmado",
            "confirmados",
            "contacto confirmado",
            "confirmed",
            "contact confirmed",
            "data confirmed",
        ],
    ),
    (
        ImportColumn::Serial,
        &[
            "numero de serie",
            "serie",
            "serial",
            "numero serial",
            "token",
            "serial number",
        ],
    ),
];

/// The name of a column that files written in Spanish have.
pub const fn name(column: ImportColumn) -> &'static str {
    match column {
        ImportColumn::Username => "Usuario",
        ImportColumn::FullName => "Nombre completo",
        ImportColumn::Email => "Correo",
        ImportColumn::Mobile => "Celular",
        ImportColumn::Role => "Rol",
        ImportColumn::Confirmed => "Datos confirmados",
        ImportColumn::Serial => "Número de serie",
    }
}

/// The column that a heading names, whatever its case, accents and marks.
pub fn heading(text: &str) -> Option<ImportColumn> {
    let words: Vec<String> = text
        .split(|character: char| !character.is_alphanumeric() && !is_combining(character))
        .map(folded)
        .filter(|word| !word.is_empty())
        .collect();
    let name = words.join(" ");
    NAMES
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()))
        .map(|(column, _)| *column)
}

fn is_combining(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_whatever_its_case_accents_and_marks() {
        for (written, column) in [
            ("Usuario", ImportColumn::Username),
            ("  NOMBRE_COMPLETO ", ImportColumn::FullName),
            ("Correo electrónico", ImportColumn::Email),
            ("E-mail *", ImportColumn::Email),
            ("Número de Serie:", ImportColumn::Serial),
            ("Nu\u{301}mero de serie", ImportColumn::Serial),
            ("Teléfono móvil", ImportColumn::Mobile),
            ("¿Datos confirmados?", ImportColumn::Confirmed),
            ("ROL", ImportColumn::Role),
        ] {
            assert_eq!(heading(written), Some(column), "{written}");
        }
        for unknown in ["", "Cargo", "FEF4900032", "*"] {
            assert_eq!(heading(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        for (column, names) in NAMES {
            for name in names {
                assert_eq!(heading(name), Some(column), "{name}");
            }
        }
    }
}
