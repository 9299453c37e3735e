//! The serials of the bank: which ones come next.

use super::row::Fields;
use super::{Connection, Result, StoreError, Unique};
use crate::domain::serial::{LARGEST, Serial};

/// How many serials are looked at in one query.
const WINDOW: u32 = 2_000;

/// The next `count` serials that no token of the bank has, whichever its kind.
/// Whoever takes some waits for others who do, until their transaction ends.
///
/// They are looked for from where the last ones were found; after the largest
/// come those that were passed over.
///
/// # Errors
/// `Duplicate(Serial)` when the bank has no more; see [`super::StoreError`].
pub async fn take(conn: &mut Connection, count: u32) -> Result<Vec<Serial>> {
    let start = lock(conn).await?;
    let wanted = usize::try_from(count).unwrap_or(usize::MAX);
    let mut free = Vec::with_capacity(wanted);
    for (from, until) in windows(start) {
        let taken = taken_between(conn, from, until).await?;
        let missing = wanted - free.len();
        let found = (from..=until)
            .filter(|number| taken.binary_search(number).is_err())
            .filter_map(Serial::from_number);
        free.extend(found.take(missing));
        if free.len() == wanted {
            break;
        }
    }
    match free.last() {
        Some(last) if free.len() == wanted => set_next(conn, *last).await?,
        _ => return Err(StoreError::Duplicate(Unique::Serial)),
    }
    Ok(free)
}

/// All numbers from `start` round to the one before it, in pieces.
fn windows(start: u32) -> impl Iterator<Item = (u32, u32)> {
    let pieces = |from: u32, until: u32| {
        (from..=until)
            .step_by(WINDOW as usize)
            .map(move |from| (from, until.min(from.saturating_add(WINDOW - 1))))
    };
    let before = start.checked_sub(1).map(|end| pieces(0, end));
    pieces(start, LARGEST).chain(before.into_iter().flatten())
}

/// Waits for others who take serials, and tells from where to look.
async fn lock(conn: &mut Connection) -> Result<u32> {
    let row = sqlx::query("UPDATE serial_counter SET next = next WHERE id = 1 RETURNING next")
        .fetch_one(conn)
        .await?;
    Fields::of("serial_counter", &row).number("next")
}

async fn set_next(conn: &mut Connection, last: Serial) -> Result<()> {
    let next = if last.number() == LARGEST {
        0
    } else {
        last.number() + 1
    };
    sqlx::query("UPDATE serial_counter SET next = $1 WHERE id = 1")
        .bind(i64::from(next))
        .execute(conn)
        .await?;
    Ok(())
}

/// The numbers of a range that tokens have, in order.
async fn taken_between(conn: &mut Connection, from: u32, until: u32) -> Result<Vec<u32>> {
    sqlx::query("SELECT serial FROM serial_number WHERE serial BETWEEN $1 AND $2 ORDER BY serial")
        .bind(i64::from(from))
        .bind(i64::from(until))
        .fetch_all(conn)
        .await?
        .iter()
        .map(|row| Fields::of("serial_number", row).number("serial"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_looked_at_once_whatever_the_beginning() {
        for start in [0, 1, 1_999, 2_000, 5_000_123, LARGEST] {
            let mut next = start;
            let mut seen = 0_u64;
            for (from, until) in windows(start) {
                assert_eq!(from, next);
                assert!(from <= until);
                seen += u64::from(until - from) + 1;
                next = if until == LARGEST { 0 } else { until + 1 };
            }
            assert_eq!(seen, u64::from(LARGEST) + 1, "{start}");
        }
    }
}
