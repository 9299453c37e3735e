use llavero::domain::id::CompanyId;
use llavero::domain::token::{Token, TokenState, TokenStatus};
use llavero::domain::user::{Role, User};
use llavero::store::{self, Connection};
use proptest::prelude::*;
use sqlx::Row as _;

use crate::engine::for_all;
use crate::fixture::*;

/// One change; the numbers choose among what there is.
#[derive(Debug, Clone)]
enum Change {
    Grant,
    Move {
        token: usize,
        to: TokenStatus,
        holder: usize,
        day: u64,
    },
    SwitchRole {
        user: usize,
    },
    Rename {
        user: usize,
    },
    Delete {
        token: usize,
    },
}

fn any_change() -> impl Strategy<Value = Change> {
    let status = prop::sample::select(vec![
        TokenStatus::Available,
        TokenStatus::Assigned,
        TokenStatus::PendingActivation,
        TokenStatus::Active,
        TokenStatus::Blocked,
        TokenStatus::Retired,
    ]);
    prop_oneof![
        2 => Just(Change::Grant),
        8 => (0..9_usize, status, 0..5_usize, 0..3_u64)
            .prop_map(|(token, to, holder, day)| Change::Move { token, to, holder, day }),
        1 => (0..5_usize).prop_map(|user| Change::SwitchRole { user }),
        1 => (0..5_usize).prop_map(|user| Change::Rename { user }),
        1 => (0..9_usize).prop_map(|token| Change::Delete { token }),
    ]
}

struct World {
    company: CompanyId,
    users: Vec<User>,
    tokens: Vec<Token>,
}

impl World {
    async fn new(conn: &mut Connection) -> Self {
        let company = company(conn).await;
        let mut users = Vec::new();
        for _ in 0..5 {
            users.push(member(conn, company).await);
        }
        Self {
            company,
            users,
            tokens: Vec::new(),
        }
    }

    async fn apply(&mut self, conn: &mut Connection, change: Change) {
        match change {
            Change::Grant => self.tokens.push(available(conn, self.company).await),
            Change::Move {
                token,
                to,
                holder,
                day,
            } if token < self.tokens.len() => {
                self.shift(conn, token, to, holder, after(day * 86_400))
                    .await;
            }
            Change::SwitchRole { user } => {
                let user = &mut self.users[user];
                user.role = if user.role == Role::Admin {
                    Role::Member
                } else {
                    Role::Admin
                };
                store::user::save(conn, user, user.version).await.unwrap();
                user.version += 1;
            }
            Change::Rename { user } => {
                let user = &mut self.users[user];
                user.username = format!("r{}", unique_number());
                store::user::save(conn, user, user.version).await.unwrap();
                user.version += 1;
            }
            Change::Delete { token } if token < self.tokens.len() => {
                let token = self.tokens.swap_remove(token);
                if token.version > 1 {
                    return self.tokens.push(token);
                }
                sqlx::query("DELETE FROM virtual_token WHERE id = $1")
                    .bind(token.id.to_string())
                    .execute(conn)
                    .await
                    .unwrap();
            }
            Change::Move { .. } | Change::Delete { .. } => {}
        }
    }

    async fn shift(
        &mut self,
        conn: &mut Connection,
        token: usize,
        to: TokenStatus,
        holder: usize,
        at: llavero::domain::time::Timestamp,
    ) {
        let holder = self.users[holder].id;
        let busy = self
            .tokens
            .iter()
            .enumerate()
            .any(|(other, held)| other != token && held.state.holder() == Some(holder));
        let before = self.tokens[token].clone();
        if let Some(device) = before.state.device() {
            store::device::revoke(conn, device, at).await.unwrap();
        }
        self.tokens[token] = match to {
            TokenStatus::Available => put(conn, &before, TokenState::Available, at).await,
            TokenStatus::Retired => put(conn, &before, TokenState::Retired, at).await,
            _ if busy => put(conn, &before, TokenState::Available, at).await,
            to => hand_over(conn, &before, holder, to, at).await,
        };
    }

    /// The kept figures are those that counting gives.
    async fn check(&self, conn: &mut Connection) {
        let kept = figures(
            conn,
            "SELECT holder_role, status, updated_day, tokens FROM token_stock
             WHERE company_id = $1 ORDER BY 1, 2, 3",
            self.company,
        )
        .await;
        let counted = figures(
            conn,
            "SELECT COALESCE(holder_role, 'none') AS holder_role, status, updated_day,
                    COUNT(*) AS tokens
             FROM virtual_token WHERE company_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            self.company,
        )
        .await;
        assert_eq!(kept, counted);

        let stock = store::stock::of_company(conn, self.company).await.unwrap();
        let of = |status| {
            self.tokens
                .iter()
                .filter(|token| token.state.status() == status)
                .count() as u64
        };
        assert_eq!(stock.available, of(TokenStatus::Available));
        assert_eq!(
            stock.total,
            self.tokens.len() as u64 - of(TokenStatus::Retired)
        );
        assert!(
            stock
                .by_status
                .iter()
                .all(|(status, count)| of(*status) == *count)
        );
    }
}

async fn figures(
    conn: &mut Connection,
    sql: &'static str,
    company: CompanyId,
) -> Vec<(String, String, i64, i64)> {
    let rows = sqlx::query(sql)
        .bind(company.to_string())
        .fetch_all(conn)
        .await
        .unwrap();
    rows.iter()
        .map(|row| {
            (
                row.get("holder_role"),
                row.get("status"),
                row.get("updated_day"),
                row.get("tokens"),
            )
        })
        .collect()
}

on_both_engines! {
    async fn the_kept_figures_are_true_after_any_changes(db: &Db) {
        for_all(40, prop::collection::vec(any_change(), 1..40), async |changes| {
            let mut writer = db.write().await;
            let mut world = World::new(&mut writer).await;
            for change in changes {
                world.apply(&mut writer, change).await;
            }
            world.check(&mut writer).await;
        });
    }

    async fn a_company_without_tokens_has_a_stock_of_none(db: &Db) {
        let mut writer = db.write().await;
        let company = company(&mut writer).await;
        let stock = store::stock::of_company(&mut writer, company).await.unwrap();
        assert_eq!((stock.total, stock.available), (0, 0));
        assert_eq!(stock.by_status.len(), 6);
    }

    async fn the_figures_are_true_after_many_wrote_at_once(db: &Db) {
        let mut writer = db.write().await;
        let mut world = World::new(&mut writer).await;
        for _ in 0..5 {
            world.apply(&mut writer, Change::Grant).await;
        }
        writer.commit().await.unwrap();
        // Blocked becomes active while active becomes blocked: two that each
        // held one figure would wait for the other's.
        let changes: Vec<_> = world.tokens.iter().cloned().zip(world.users.clone()).map(|(token, user)| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut writer = store.write().await.unwrap();
                let mut token = hand_over(&mut writer, &token, user.id, TokenStatus::Active, NOW).await;
                writer.commit().await.unwrap();
                let device = token.state.device().unwrap();
                for turn in 0..10 {
                    let status = [TokenStatus::Blocked, TokenStatus::Active][turn % 2];
                    let mut writer = store.write().await.unwrap();
                    token = put(&mut writer, &token, held(status, user.id, device), NOW).await;
                    writer.commit().await.unwrap();
                }
                token
            })
        }).collect();
        world.tokens.clear();
        for change in changes {
            world.tokens.push(change.await.unwrap());
        }
        world.check(&mut *db.read().await).await;
    }
}
