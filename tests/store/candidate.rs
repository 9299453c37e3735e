use llavero::domain::id::CompanyId;
use llavero::domain::operation::OperationKind;
use llavero::domain::table::{Cursor, PageRequest, Place};
use llavero::domain::token::TokenStatus;
use llavero::domain::user::{Holdings, Role};
use llavero::store::{self, Connection};

use crate::fixture::*;

async fn names(conn: &mut Connection, company: CompanyId, search: &str) -> Vec<String> {
    let page = store::candidate::page(conn, company, search, &PageRequest::default())
        .await
        .unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows
        .into_iter()
        .map(|(user, _)| user.username)
        .collect()
}

on_both_engines! {
    async fn a_search_finds_a_part_of_either_name_whatever_case_and_accents(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        for (username, full_name) in [("zPEÑA", "Ana Ruiz"), ("b1", "José  Núñez"), ("A_1", "100% Sur")] {
            let mut user = a_user(company, username, Role::Member);
            user.full_name = full_name.to_owned();
            store::user::insert(&mut writer, &user, "hash", NOW).await.unwrap();
        }
        for (search, found) in [
            ("", vec!["A_1", "b1", "zPEÑA"]),
            ("pena", vec!["zPEÑA"]),
            ("NUNEZ", vec!["b1"]),
            ("jose nu", vec!["b1"]),
            ("_", vec!["A_1"]),
            ("%", vec!["A_1"]),
            ("\\", vec![]),
            ("'; DROP TABLE app_user; --", vec![]),
            ("pena\nana", vec![]),
            ("a\0_1", vec!["A_1"]),
        ] {
            assert_eq!(names(&mut writer, company, search).await, found, "{search:?}");
        }
    }

    async fn another_companys_users_are_not_listed(db: &Db) {
        let mut writer = db.write().await;
        let (here, there) = (company(&mut writer).await, company(&mut writer).await);
        member(&mut writer, there).await;
        assert_eq!(names(&mut writer, here, "").await, Vec::<String>::new());
    }

    async fn what_a_user_holds_is_told(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let boss = user(&mut writer, company, "a", Role::Admin).await;
        let holder = user(&mut writer, company, "b", Role::Member).await;
        let waiting = user(&mut writer, company, "c", Role::Member).await;
        let token = available(&mut writer, company).await;
        hand_over(&mut writer, &token, holder.id, TokenStatus::Assigned, NOW).await;
        let token = available(&mut writer, company).await;
        let operation = an_operation(&token, OperationKind::Assign, waiting.id, boss.id);
        store::operation::insert(&mut writer, &operation).await.unwrap();

        let page = store::candidate::page(&mut writer, company, "", &PageRequest::default()).await.unwrap();
        let holdings: Vec<_> = page.rows.into_iter().map(|(_, holdings)| holdings).collect();
        let none = Holdings::default();
        assert_eq!(holdings, [
            none,
            Holdings { has_live_token: true, ..none },
            Holdings { has_open_operation: true, ..none },
        ]);
    }

    async fn pages_forth_and_back_show_everybody_once(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        for number in 0..23 {
            user(&mut writer, company, &format!("u{number:02}"), Role::Member).await;
        }
        let mut seen = Vec::new();
        let mut request = PageRequest { size: 5, ..PageRequest::default() };
        loop {
            let page = store::candidate::page(&mut writer, company, "", &request).await.unwrap();
            assert_eq!((page.number, page.total), (request.number, 23));
            seen.extend(page.rows.into_iter().map(|(user, _)| user.username));
            let Some(next) = page.next else { break };
            request = PageRequest { place: Place::After(next), number: page.number + 1, size: 5 };
        }
        let expected: Vec<_> = (0..23).map(|number| format!("u{number:02}")).collect();
        assert_eq!(seen, expected);

        let mut back = Vec::new();
        request = PageRequest { place: Place::Last, number: 1, size: 5 };
        loop {
            let page = store::candidate::page(&mut writer, company, "", &request).await.unwrap();
            back.splice(0..0, page.rows.into_iter().map(|(user, _)| user.username));
            let Some(previous) = page.previous else { break };
            request = PageRequest { place: Place::Before(previous), number: page.number - 1, size: 5 };
        }
        assert_eq!(back, expected);
    }

    async fn a_nonsensical_place_shows_a_page_all_the_same(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        member(&mut writer, company).await;
        for key in ["", "zzzz", "ñ\u{10ffff}", "'"] {
            let cursor = Cursor { key: key.to_owned(), id: "x\0y".to_owned() };
            for place in [Place::After(cursor.clone()), Place::Before(cursor.clone())] {
                let request = PageRequest { place, number: u64::MAX, size: 10 };
                let page = store::candidate::page(&mut writer, company, "", &request).await.unwrap();
                assert_eq!((page.rows.len(), page.number), (1, 1), "{request:?}");
            }
        }
    }
}
