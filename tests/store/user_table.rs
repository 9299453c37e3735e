use std::collections::BTreeSet;

use llavero::domain::table::{
    ContactFilter, Direction, PageRequest, Place, Sort, TokenHolding, UserColumn, UserFilter,
    UserQuery,
};
use llavero::domain::user::{Role, User, UserStatus};
use llavero::store::{self, Connection};

use crate::fixture::*;

/// A dozen people in whom every column has equals and gaps.
async fn people(conn: &mut Connection) -> (llavero::domain::id::CompanyId, Vec<User>) {
    let company = company(conn).await;
    let mut all = Vec::new();
    for number in 0..12_u64 {
        let role = [Role::Member, Role::Auditor, Role::Admin][number as usize % 3];
        let mut person = a_user(company, &format!("u{:02}", number * 7 % 12), role);
        person.full_name = ["Ñoño Álvarez", "zoe", "Ana", "Ana"][number as usize % 4].to_owned();
        person.status = UserStatus::ALL[usize::from(number % 5 == 0)];
        person.contact.email = Some("persona@empresa.example".to_owned());
        person.contact.mobile = Some("3001234567".to_owned());
        person.contact.confirmed_at = (number % 4 != 0).then(|| after(number / 2));
        store::user::insert(conn, &person, "hash", NOW)
            .await
            .unwrap();
        all.push(person);
    }
    (company, all)
}

async fn walk(
    conn: &mut Connection,
    company: llavero::domain::id::CompanyId,
    mut query: UserQuery,
    backwards: bool,
) -> Vec<String> {
    let mut names = Vec::new();
    query.page.place = if backwards { Place::Last } else { Place::First };
    loop {
        let page = store::user_table::page(conn, company, &query, NOW)
            .await
            .unwrap();
        let rows = page.rows.into_iter().map(|(user, _)| user.username);
        if backwards {
            names.splice(0..0, rows);
        } else {
            names.extend(rows);
        }
        let next = if backwards { page.previous } else { page.next };
        query.page.number = page.number;
        query.page.place = match next {
            Some(cursor) if backwards => Place::Before(cursor),
            Some(cursor) => Place::After(cursor),
            None => return names,
        };
    }
}

on_both_engines! {
    async fn every_order_of_users_can_be_walked_from_either_end(db: &Db) {
        let mut writer = db.write().await;
        let (company, all) = people(&mut writer).await;
        let everybody: BTreeSet<_> = all.iter().map(|user| user.username.clone()).collect();
        for column in UserColumn::ALL {
            for direction in [Direction::Ascending, Direction::Descending] {
                let query = UserQuery {
                    sort: Sort { column, direction },
                    page: PageRequest { size: 5, ..PageRequest::default() },
                    ..UserQuery::default()
                };
                let forwards = walk(&mut writer, company, query.clone(), false).await;
                assert_eq!(forwards.iter().cloned().collect::<BTreeSet<_>>(), everybody);
                assert_eq!(forwards.len(), all.len(), "{column:?}");
                assert_eq!(walk(&mut writer, company, query, true).await, forwards, "{column:?}");
            }
        }
    }

    async fn users_are_in_the_order_of_the_column(db: &Db) {
        let mut writer = db.write().await;
        let (company, all) = people(&mut writer).await;
        let find = |name: &String| all.iter().find(|user| user.username == *name).unwrap();
        let sorted = |column| UserQuery {
            sort: Sort { column, direction: Direction::Ascending },
            ..UserQuery::default()
        };
        let names = walk(&mut writer, company, sorted(UserColumn::FullName), false).await;
        let mut told: Vec<_> = names.iter().map(|name| find(name).full_name.as_str()).collect();
        told.dedup();
        assert_eq!(told, ["Ana", "Ñoño Álvarez", "zoe"]);
        let names = walk(&mut writer, company, sorted(UserColumn::ConfirmedAt), false).await;
        let times: Vec<_> = names.iter().map(|name| find(name).contact.confirmed_at).collect();
        assert!(times.is_sorted(), "never comes first");
    }

    async fn a_filter_of_users_counts_what_it_lists(db: &Db) {
        let mut writer = db.write().await;
        let (company, _) = people(&mut writer).await;
        let holder = member(&mut writer, company).await;
        assigned(&mut writer, company, holder.id).await;
        let filters = [
            UserFilter { status: Some(UserStatus::Inactive), ..UserFilter::default() },
            UserFilter { role: Some(Role::Auditor), ..UserFilter::default() },
            UserFilter { contact: Some(ContactFilter::Stale), ..UserFilter::default() },
            UserFilter { contact: Some(ContactFilter::Fresh), ..UserFilter::default() },
            UserFilter { token: Some(TokenHolding::With), ..UserFilter::default() },
            UserFilter { search: "ÑOÑO".to_owned(), ..UserFilter::default() },
        ];
        for filter in filters {
            let query = UserQuery { filter: filter.clone(), ..UserQuery::default() };
            let listed = walk(&mut writer, company, query, false).await.len() as u64;
            let counted = store::user_table::total(&mut writer, company, &filter, NOW).await.unwrap();
            assert_eq!(listed, counted, "{filter:?}");
            assert!(listed > 0, "{filter:?}");
        }
    }
}
