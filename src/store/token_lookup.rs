//! Many tokens at once: virtual ones by holder or serial, physical ones by
//! holder, and which serials are taken.

use std::collections::{HashMap, HashSet};

use super::many::fetch_by_keys;
use super::row::Fields;
use super::statement::Key;
use super::{Connection, Result, physical_token, token};
use crate::domain::id::{CompanyId, TokenId, UserId};
use crate::domain::serial::Serial;
use crate::domain::token::{PhysicalToken, Token};

macro_rules! select_virtual {
    ($by:literal) => {
        concat!(
            "SELECT t.id, t.company_id, t.serial, t.status, t.holder_id, t.device_id,
                    t.activation, t.block_reason, t.updated_at, t.version
             FROM virtual_token t WHERE t.company_id = $1 AND ",
            $by
        )
    };
}

/// The live virtual tokens that these users hold.
///
/// # Errors
/// `Inconsistent` when a row's columns disagree; see [`super::StoreError`].
pub async fn by_holders(
    conn: &mut Connection,
    company: CompanyId,
    holders: &[UserId],
) -> Result<HashMap<UserId, Token>> {
    let keys = holders.iter().map(|id| Key::Text(id.to_string())).collect();
    let rows = fetch_by_keys(conn, select_virtual!("t.holder_id"), company, keys).await?;
    let mut tokens = HashMap::with_capacity(rows.len());
    for row in &rows {
        let token = token::read(row)?;
        if let Some(holder) = token.state.holder() {
            tokens.insert(holder, token);
        }
    }
    Ok(tokens)
}

/// The virtual tokens of that company with these serials.
///
/// # Errors
/// As [`by_holders`].
pub async fn by_serials(
    conn: &mut Connection,
    company: CompanyId,
    serials: &[Serial],
) -> Result<HashMap<Serial, Token>> {
    let rows = fetch_by_keys(conn, select_virtual!("t.serial"), company, numbers(serials)).await?;
    rows.iter()
        .map(|row| token::read(row).map(|token| (token.serial, token)))
        .collect()
}

/// Those of `tokens` that an open operation waits for.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn with_open_operation(
    conn: &mut Connection,
    company: CompanyId,
    tokens: &[TokenId],
) -> Result<HashSet<TokenId>> {
    let select = "SELECT o.token_id FROM operation_item o
                  WHERE o.company_id = $1 AND o.settled_at IS NULL AND o.token_id";
    let keys = tokens.iter().map(|id| Key::Text(id.to_string())).collect();
    let rows = fetch_by_keys(conn, select, company, keys).await?;
    rows.iter()
        .map(|row| Fields::of("operation_item", row).parsed("token_id"))
        .collect()
}

/// The physical tokens that these users hold, by holder.
///
/// # Errors
/// As [`by_holders`].
pub async fn physical_by_holders(
    conn: &mut Connection,
    company: CompanyId,
    holders: &[UserId],
) -> Result<HashMap<UserId, Vec<PhysicalToken>>> {
    let select = "SELECT id, company_id, serial, status, holder_id, replacement_id, updated_at,
                         version
                  FROM physical_token WHERE company_id = $1 AND holder_id";
    let keys = holders.iter().map(|id| Key::Text(id.to_string())).collect();
    let rows = fetch_by_keys(conn, select, company, keys).await?;
    let mut tokens: HashMap<UserId, Vec<PhysicalToken>> = HashMap::new();
    for row in &rows {
        let token = physical_token::read(row)?;
        tokens.entry(token.holder()).or_default().push(token);
    }
    Ok(tokens)
}

/// Those of `serials` that a token of the bank has, whichever kind and company.
/// Whose it is stays untold.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn taken_serials(
    conn: &mut Connection,
    company: CompanyId,
    serials: &[Serial],
) -> Result<HashSet<Serial>> {
    // The company is named because every query by keys names it.
    let select = "SELECT serial FROM serial_number WHERE $1 <> '' AND serial";
    let rows = fetch_by_keys(conn, select, company, numbers(serials)).await?;
    rows.iter()
        .map(|row| token::serial(&Fields::of("serial_number", row)))
        .collect()
}

fn numbers(serials: &[Serial]) -> Vec<Key> {
    serials
        .iter()
        .map(|serial| Key::Number(i64::from(serial.number())))
        .collect()
}
