//! The table of a company's audit log, along the time.
//!
//! A filter is answered from an index as far as one condition of it has one: an
//! operation, a serial, a user, a person, what was not done. The others are
//! looked for among so many entries ([`LOOKED_AT`]) of that index and no more,
//! and the answer says where the search stopped: a log that grows for years
//! costs a question no more than a young one (ADR 21).

mod narrow;

use sqlx::any::AnyRow;

use super::audit::{self, ActorKind, chain};
use super::row::{Fields, counted};
use super::statement::Key;
use super::{Connection, Result, page};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::table::{AuditFilter, AuditQuery, Cursor, Direction, Page, PageRequest, Place};
use crate::domain::time::Timestamp;
use crate::domain::view::{AuditPage, AuditRow, AuditWho, LogNews};
use narrow::Narrowed;

/// Among so many entries of an index, what has none of its own is looked for.
pub const LOOKED_AT: u32 = 20_000;
/// So many new entries are looked at to count those that a filter lets through.
const NEWS_LOOKED_AT: u32 = 1_000;

/// How many entries a company's log has.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn entries(conn: &mut Connection, company: CompanyId) -> Result<i64> {
    Ok(chain::head(conn, company).await?.entries)
}

/// A page of a company's log. A place that no entry has is taken for the first
/// page.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    company: CompanyId,
    query: &AuditQuery,
) -> Result<AuditPage> {
    let entries = entries(conn, company).await?;
    let narrowed = narrow::narrow(conn, company, &query.filter).await?;
    let (total, total_is_exact) = if query.filter == AuditFilter::default() {
        (counted(entries)?, true)
    } else {
        total(conn, company, &narrowed).await?
    };
    let request = PageRequest {
        place: possible(&query.page.place),
        ..query.page.clone()
    };
    let mut walk = Walk {
        conn,
        company,
        narrowed: &narrowed,
        direction: query.sort.direction,
    };
    let (mut page, looked_until) = walk.page(&request, total).await?;
    if !total_is_exact {
        // How many pages there are is not known.
        page.number = request.number.max(1);
    }
    Ok(AuditPage {
        page,
        total_is_exact,
        looked_until: looked_until
            .and_then(|cursor| cursor.key.parse().ok())
            .map(Timestamp::from_micros),
        entries,
    })
}

/// How many entries came after the first `since` that the filter lets through.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn news(
    conn: &mut Connection,
    company: CompanyId,
    filter: &AuditFilter,
    since: i64,
) -> Result<LogNews> {
    let narrowed = narrow::narrow(conn, company, filter).await?;
    let statement = narrow::count_after(&narrowed, since, NEWS_LOOKED_AT);
    let row = statement.fetch_one(conn, company).await?;
    let fields = Fields::of("audit_entry", &row);
    Ok(LogNews {
        count: fields.number("found")?,
        or_more: fields.number::<u32>("looked")? >= NEWS_LOOKED_AT,
    })
}

/// A stretch of the log as it was when it had `entries` entries, in the query's
/// order, and the place where the next begins; none after the last.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn stretch(
    conn: &mut Connection,
    company: CompanyId,
    query: &AuditQuery,
    entries: i64,
    from: Option<&Cursor>,
    rows: u32,
) -> Result<(Vec<AuditRow>, Option<Cursor>)> {
    let mut narrowed = narrow::narrow(conn, company, &query.filter).await?;
    narrowed.until(entries);
    let mut walk = Walk {
        conn,
        company,
        narrowed: &narrowed,
        direction: query.sort.direction,
    };
    let ascending = query.sort.direction == Direction::Ascending;
    let found = walk.go(from, ascending, i64::from(rows)).await?;
    let next = if found.len() == rows as usize {
        found.last().map(|(cursor, _)| cursor.clone())
    } else {
        walk.end_of_sight(from, ascending).await?
    };
    Ok((found.into_iter().map(|(_, row)| row).collect(), next))
}

/// How the database would find the first page: the steps it tells, for tests and
/// for whoever wonders why a page is slow.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn explain(
    conn: &mut Connection,
    company: CompanyId,
    query: &AuditQuery,
) -> Result<Vec<String>> {
    let narrowed = narrow::narrow(conn, company, &query.filter).await?;
    let ascending = query.sort.direction == Direction::Ascending;
    let statement = narrowed.rows(None, ascending);
    statement
        .explain(conn, company, i64::from(query.page.size))
        .await
}

/// How many entries a filter lets through, and whether those are all: they are
/// when fewer had to be looked at than [`LOOKED_AT`].
async fn total(
    conn: &mut Connection,
    company: CompanyId,
    narrowed: &Narrowed,
) -> Result<(u64, bool)> {
    let statement = narrow::count(narrowed, LOOKED_AT + 1);
    let row = statement.fetch_one(conn, company).await?;
    let fields = Fields::of("audit_entry", &row);
    let is_exact = fields.number::<u32>("looked")? <= LOOKED_AT;
    Ok((fields.number("found")?, is_exact))
}

fn possible(place: &Place) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor) if keys(cursor).is_none() => Place::First,
        place => place.clone(),
    }
}

fn keys(cursor: &Cursor) -> Option<(Key, Key)> {
    let (at, sequence) = (cursor.key.parse().ok()?, cursor.id.parse().ok()?);
    Some((Key::Number(at), Key::Number(sequence)))
}

/// Going along the entries that a filter lets through.
struct Walk<'a> {
    conn: &'a mut Connection,
    company: CompanyId,
    narrowed: &'a Narrowed,
    direction: Direction,
}

impl Walk<'_> {
    /// The page that is asked for and, when the search for its rows stopped
    /// before it was done, the entry at which it did.
    async fn page(
        &mut self,
        request: &PageRequest,
        total: u64,
    ) -> Result<(Page<AuditRow>, Option<Cursor>)> {
        let size = request.size.max(1);
        let mut place = request.place.clone();
        loop {
            let walk = page::Walk::to(&place, size, total);
            let ascending = walk.ascends(self.direction);
            let mut found = self.go(walk.from.as_ref(), ascending, walk.limit()).await?;
            let goes_on = i64::try_from(found.len()).is_ok_and(|len| len == walk.limit());
            let end = if goes_on {
                None
            } else {
                self.end_of_sight(walk.from.as_ref(), ascending).await?
            };
            match place {
                Place::After(_) if found.is_empty() && end.is_none() => place = Place::Last,
                Place::Before(_) if !goes_on && end.is_none() && found.len() < size.into() => {
                    place = Place::First;
                }
                _ => {
                    if goes_on {
                        found.pop();
                    }
                    if walk.backwards {
                        found.reverse();
                    }
                    let more = goes_on || end.is_some();
                    let mut page = page::assemble(found, &place, more, request.number, total, size);
                    if end.is_some() {
                        let beside = if walk.backwards {
                            &mut page.previous
                        } else {
                            &mut page.next
                        };
                        beside.clone_from(&end);
                    }
                    return Ok((page, end));
                }
            }
        }
    }

    /// The next entries beyond `from`.
    async fn go(
        &mut self,
        from: Option<&Cursor>,
        ascending: bool,
        limit: i64,
    ) -> Result<Vec<(Cursor, AuditRow)>> {
        let statement = self.narrowed.rows(from.and_then(keys), ascending);
        let rows = statement.fetch(self.conn, self.company, limit).await?;
        rows.iter().map(read).collect()
    }

    /// The last entry that a search beyond `from` looks at; none when it looks
    /// at all there are.
    async fn end_of_sight(
        &mut self,
        from: Option<&Cursor>,
        ascending: bool,
    ) -> Result<Option<Cursor>> {
        if self.narrowed.is_answered_by_index() {
            return Ok(None);
        }
        let statement = self.narrowed.end_of_sight(from.and_then(keys), ascending);
        let rows = statement.fetch(self.conn, self.company, 1).await?;
        rows.first().map(cursor).transpose()
    }
}

fn cursor(row: &AnyRow) -> Result<Cursor> {
    let fields = Fields::of("audit_entry", row);
    Ok(Cursor {
        key: fields.get::<i64>("happened_at")?.to_string(),
        id: fields.get::<i64>("sequence")?.to_string(),
    })
}

fn read(row: &AnyRow) -> Result<(Cursor, AuditRow)> {
    let fields = Fields::of("audit_entry", row);
    let entry = audit::read(row)?;
    let person: Option<UserId> = entry.actor.user;
    let username: Option<String> = fields.get("who_username")?;
    let who = match (entry.actor.kind, person) {
        (ActorKind::Person, Some(id)) if username.is_some() => AuditWho::Person {
            id,
            name: entry.actor.name,
        },
        (ActorKind::Person, _) => AuditWho::Bank {
            name: entry.actor.name,
        },
        (ActorKind::Device, person) => AuditWho::Device {
            holder: person.zip(username),
            name: entry.actor.name,
        },
        (ActorKind::System, _) => AuditWho::System,
    };
    let row_of = AuditRow {
        id: entry.id,
        sequence: fields.get("sequence")?,
        at: entry.at,
        who,
        action: entry.action,
        outcome: entry.outcome,
        serial: entry.serial,
        user: entry.user.zip(entry.username),
        origin: entry.actor.origin,
        from: entry.from,
        to: entry.to,
        operation: entry.operation,
        detail: entry.detail,
    };
    Ok((cursor(row)?, row_of))
}
