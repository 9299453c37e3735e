//! What decides, besides a token's state, what can be done with it: asked for
//! the rows of one page, so that it costs the same however long the table is.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;

use crate::domain::id::TokenId;
use crate::domain::token::Circumstances;
use crate::domain::user::Ineligibility;
use crate::domain::view::TokenRow;
use crate::store::row::Fields;
use crate::store::{Connection, Result, many};

/// Tells each row its circumstances. A secondary user is no administrator, let
/// alone the last one.
pub(super) async fn fill(conn: &mut Connection, rows: &mut [TokenRow]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let text = statement(rows.len());
    let mut select = sqlx::query(AssertSqlSafe(text));
    for row in rows.iter() {
        select = select.bind(row.id.to_string());
    }
    let found = select.fetch_all(conn).await?;
    let mut known = found.iter().map(read).collect::<Result<HashMap<_, _>>>()?;
    for row in rows {
        if let Some(circumstances) = known.remove(&row.id) {
            (row.circumstances, row.awaits_approval) = circumstances;
        }
    }
    Ok(())
}

/// The query for so many tokens: nothing but numbers is written into it.
fn statement(tokens: usize) -> String {
    format!(
        "SELECT t.id,
                CASE WHEN u.status = 'inactive' THEN 1 ELSE 0 END AS holder_is_inactive,
                CASE WHEN EXISTS (SELECT 1 FROM operation_item o
                                  WHERE o.token_id = t.id AND o.settled_at IS NULL)
                     THEN 1 ELSE 0 END AS has_open_operation,
                CASE WHEN EXISTS (SELECT 1 FROM operation_item o JOIN operation p
                                         ON p.id = o.operation_id
                                  WHERE o.token_id = t.id AND o.settled_at IS NULL
                                    AND p.state = 'awaiting_second_approval')
                     THEN 1 ELSE 0 END AS awaits_approval
         FROM virtual_token t JOIN app_user u ON u.id = t.holder_id
         WHERE t.id IN ({})",
        many::places(1, tokens)
    )
}

/// A token's circumstances, and whether a request on it waits for a second
/// administrator.
fn read(row: &AnyRow) -> Result<(TokenId, (Circumstances, bool))> {
    let fields = Fields::of("virtual_token", row);
    let inactive = fields
        .flag("holder_is_inactive")?
        .then_some(Ineligibility::Inactive);
    let circumstances = Circumstances {
        ineligibilities: inactive.into_iter().collect(),
        has_open_operation: fields.flag("has_open_operation")?,
        holder_is_last_admin: false,
    };
    let awaits_approval = fields.flag("awaits_approval")?;
    Ok((fields.parsed("id")?, (circumstances, awaits_approval)))
}
