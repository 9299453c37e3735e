//! The bank's own company, its table of customers, and the serials it gives.

use std::collections::BTreeSet;

use llavero::domain::company::{Company, CompanyKind, CompanyStatus};
use llavero::domain::serial::{LARGEST, Serial};
use llavero::domain::table::{CompanyColumn, CompanyFilter, CompanyQuery, Direction, Place, Sort};
use llavero::domain::token::{Token, TokenState};
use llavero::domain::user::Role;
use llavero::store::{self, Connection, StoreError, Unique};

use crate::fixture::*;

async fn bank(conn: &mut Connection) -> Company {
    if let Some(bank) = store::company::bank(conn).await.unwrap() {
        return bank;
    }
    let bank = Company {
        kind: CompanyKind::Bank,
        ..a_company()
    };
    store::company::insert(conn, &bank).await.unwrap();
    bank
}

/// A dozen customers in whom every column has equals.
async fn customers(conn: &mut Connection, mark: &str) -> Vec<Company> {
    let mut all = Vec::new();
    for number in 0..12_u8 {
        let made = Company {
            name: format!(
                "{mark} {}",
                ["Ñandú", "Ágata", "Zorro"][usize::from(number % 3)]
            ),
            status: CompanyStatus::ALL[usize::from(number % 2)],
            ..a_company()
        };
        store::company::insert(conn, &made).await.unwrap();
        all.push(made);
    }
    all
}

async fn walk(conn: &mut Connection, mut query: CompanyQuery, backwards: bool) -> Vec<String> {
    let mut slugs = Vec::new();
    query.page.place = if backwards { Place::Last } else { Place::First };
    loop {
        let page = store::company_table::page(conn, &query).await.unwrap();
        let rows = page.rows.into_iter().map(|row| row.company.slug);
        if backwards {
            slugs.splice(0..0, rows);
        } else {
            slugs.extend(rows);
        }
        let next = if backwards { page.previous } else { page.next };
        query.page.number = page.number;
        query.page.place = match next {
            Some(cursor) if backwards => Place::Before(cursor),
            Some(cursor) => Place::After(cursor),
            None => return slugs,
        };
    }
}

on_both_engines! {
    async fn the_bank_has_one_company_of_its_own(db: &Db) {
        let mut writer = db.write().await;
        bank(&mut writer).await;
        let second = Company { kind: CompanyKind::Bank, ..a_company() };
        let refused = store::company::insert(&mut writer, &second).await;
        assert!(matches!(refused, Err(StoreError::Duplicate(Unique::Bank))), "{refused:?}");
    }

    async fn a_company_has_no_operator(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let operator = a_user(company, "Operador", Role::Operator);
        assert!(store::user::insert(&mut writer, &operator, "hash", NOW).await.is_err());
    }

    async fn the_bank_has_nobody_but_operators(db: &Db) {
        let mut writer = db.write().await;
        let bank = bank(&mut writer).await;
        user(&mut writer, bank.id, "Operador", Role::Operator).await;
        let admin = a_user(bank.id, "Admin", Role::Admin);
        assert!(store::user::insert(&mut writer, &admin, "hash", NOW).await.is_err());
    }

    async fn nobody_becomes_an_operator(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let mut person = admin(&mut writer, company).await;
        person.role = Role::Operator;
        assert!(store::user::save(&mut writer, &person, 1).await.is_err());
    }

    async fn every_order_of_companies_can_be_walked_from_either_end(db: &Db) {
        let mut writer = db.write().await;
        let mark = format!("orden{}", unique_number());
        let all = customers(&mut writer, &mark).await;
        let everyone: BTreeSet<_> = all.into_iter().map(|company| company.slug).collect();
        for column in CompanyColumn::ALL {
            for direction in [Direction::Ascending, Direction::Descending] {
                let mut query = CompanyQuery {
                    filter: CompanyFilter { search: mark.clone(), status: None },
                    sort: Sort { column, direction },
                    ..CompanyQuery::default()
                };
                query.page.size = 5;
                let forwards = walk(&mut writer, query.clone(), false).await;
                assert_eq!(forwards, walk(&mut writer, query, true).await, "{column:?}");
                let walked: BTreeSet<_> = forwards.into_iter().collect();
                assert_eq!(walked, everyone, "{column:?} {direction:?}");
            }
        }
    }

    async fn companies_are_filtered_by_state(db: &Db) {
        let mut writer = db.write().await;
        let mark = format!("estado{}", unique_number());
        customers(&mut writer, &mark).await;
        let filter = CompanyFilter { search: mark, status: Some(CompanyStatus::Suspended) };
        assert_eq!(store::company_table::total(&mut writer, &filter).await.unwrap(), 6);
    }

    async fn a_company_that_changed_meanwhile_is_not_overwritten(db: &Db) {
        let mut writer = db.write().await;
        let company = Company { name: "Uno".to_owned(), ..a_company() };
        store::company::insert(&mut writer, &company).await.unwrap();
        let edited = Company { name: "Dos".to_owned(), ..company.clone() };
        store::company::save(&mut writer, &edited, 1).await.unwrap();
        let late = store::company::save(&mut writer, &company, 1).await;
        assert!(matches!(late, Err(StoreError::VersionConflict)));
        let now = store::company::find(&mut writer, company.id).await.unwrap().unwrap();
        assert_eq!((now.name.as_str(), now.version), ("Dos", 2));
    }

    async fn serials_that_are_taken_are_passed_over(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let first = store::serial_number::take(&mut writer, 1).await.unwrap()[0].number();
        for number in [first + 2, first + 3] {
            let token = Token {
                serial: Serial::from_number(number).unwrap(),
                ..a_token(company, TokenState::Available)
            };
            store::token::insert(&mut writer, &token).await.unwrap();
        }
        let next = store::serial_number::take(&mut writer, 2).await.unwrap();
        let numbers: Vec<_> = next.into_iter().map(Serial::number).collect();
        assert_eq!(numbers, [first + 1, first + 4]);
    }

    async fn more_serials_than_the_bank_can_have_are_none(db: &Db) {
        let mut writer = db.write().await;
        let all = store::serial_number::take(&mut writer, LARGEST + 2).await;
        assert!(matches!(all, Err(StoreError::Duplicate(Unique::Serial))));
    }

    async fn what_was_granted_counts_the_retired_ones_too(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        for state in [TokenState::Available, TokenState::Retired] {
            store::token::insert(&mut writer, &a_token(company, state)).await.unwrap();
        }
        assert_eq!(store::stock::granted(&mut writer, company).await.unwrap(), 2);
    }
}
