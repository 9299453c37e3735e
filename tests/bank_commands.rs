//! `llavero operator | company | grant | admin | serial` as a program.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

use std::path::Path;
use std::process::{Command, Output};

fn llavero(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_llavero"))
        .args(arguments)
        .env_clear()
        .env("LLAVERO_DATA_DIR", folder)
        .env("LLAVERO_OPERATOR", "MartaO")
        .env("LLAVERO_PUBLIC_URL", "https://tokens.bank.example")
        .output()
        .unwrap()
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = llavero(folder, arguments);
    let told = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {errors}");
    told
}

fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = llavero(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

const MARTA: [&str; 10] = [
    "operator",
    "create",
    "MartaO",
    "--full-name",
    "Marta Ospina",
    "--email",
    "marta@bank.example",
    "--mobile",
    "3001234567",
    // So that the serials of these tests begin with the customers'.
    "--without-token",
];

/// A bank with its first operator and one company.
fn bank() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &MARTA);
    done(
        folder.path(),
        &["company", "create", "aceros", "--name", "Aceros del Sur"],
    );
    folder
}

#[test]
fn the_first_operator_gets_a_link_to_choose_a_password() {
    let folder = tempfile::tempdir().unwrap();
    let told = done(folder.path(), &MARTA);
    assert!(told.contains("the company code banco"), "{told}");
    assert!(told.contains("https://tokens.bank.example/contrasena#"));
    let again = refused(folder.path(), &MARTA);
    assert!(again.contains("the user name is taken"), "{again}");
}

#[test]
fn nothing_is_done_in_the_name_of_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let told = refused(folder.path(), &["company", "list"]);
    assert!(told.contains("llavero operator create"), "{told}");
}

#[test]
fn a_company_is_made_listed_suspended_and_resumed() {
    let folder = bank();
    let folder = folder.path();
    let list = done(folder, &["company", "list"]);
    assert!(list.contains("aceros") && list.contains("Aceros del Sur"));
    assert!(!list.contains("banco"), "the bank is no customer: {list}");
    done(folder, &["company", "suspend", "aceros"]);
    let list = done(folder, &["company", "list", "--search", "acero"]);
    assert!(list.contains("suspended"), "{list}");
    refused(folder, &["company", "suspend", "aceros"]);
    done(folder, &["company", "resume", "aceros"]);
    let taken = refused(folder, &["company", "create", "aceros", "--name", "Otra"]);
    assert!(taken.contains("the company code is taken"), "{taken}");
}

#[test]
fn tokens_are_granted_shown_and_retired() {
    let folder = bank();
    let folder = folder.path();
    let told = done(folder, &["grant", "aceros", "3"]);
    assert!(told.contains("FEF0000001 to FEF0000003"), "{told}");
    let shown = done(folder, &["serial", "show", "fef0000002"]);
    assert!(shown.contains("virtual token, available"), "{shown}");
    done(folder, &["serial", "retire", "FEF0000002"]);
    let shown = done(folder, &["serial", "show", "FEF0000002"]);
    assert!(shown.contains("retired"), "{shown}");
    refused(folder, &["serial", "retire", "FEF0000002"]);
    refused(folder, &["grant", "aceros", "0"]);
    refused(folder, &["grant", "nadie", "1"]);
}

#[test]
fn an_administrator_is_made_with_a_token_and_invited_again() {
    let folder = bank();
    let folder = folder.path();
    let told = done(
        folder,
        &[
            "admin",
            "create",
            "aceros",
            "NuriaA",
            "--full-name",
            "Nuria Acevedo",
            "--email",
            "nuria@aceros.example",
            "--mobile",
            "3012223344",
        ],
    );
    assert!(told.contains("nuria@aceros.example"), "{told}");
    let shown = done(folder, &["serial", "show", "FEF0000001"]);
    assert!(shown.contains("NuriaA"), "{shown}");
    done(folder, &["admin", "invite", "aceros", "NuriaA"]);
    refused(folder, &["admin", "invite", "aceros", "Nadie"]);
}

#[test]
fn an_operator_gets_a_token_at_once_unless_it_is_said_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    done(folder, &MARTA[..9]);
    let shown = done(folder, &["serial", "show", "FEF0000001"]);
    assert!(shown.contains("MartaO"), "{shown}");
    refused(folder, &["operator", "give-token", "MartaO"]);
}

#[test]
fn an_operator_is_invited_again_given_a_token_and_switched_off() {
    let folder = bank();
    let folder = folder.path();
    let told = done(folder, &["operator", "invite", "MartaO"]);
    assert!(
        told.contains("https://tokens.bank.example/contrasena#"),
        "{told}"
    );
    done(folder, &["operator", "give-token", "MartaO"]);
    done(folder, &["operator", "deactivate", "MartaO"]);
    refused(folder, &["operator", "deactivate", "MartaO"]);
    refused(folder, &["operator", "invite", "MartaO"]);
    // In whose name nothing is done any more.
    refused(folder, &["company", "list"]);
    done(folder, &["operator", "activate", "MartaO"]);
    done(folder, &["company", "list"]);
    refused(folder, &["operator", "invite", "Nadie"]);
}
