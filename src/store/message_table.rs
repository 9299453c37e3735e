//! The operator's table of messages, by the time they were written: identifiers
//! sort by it.

use sqlx::any::AnyRow;

use super::row::{Fields, counted};
use super::statement::{Key, Statement};
use super::{Connection, Result, page};
use crate::domain::id::CompanyId;
use crate::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState, masked};
use crate::domain::table::{Cursor, MessageQuery, Page, PageRequest, Place};
use crate::domain::view::MessageRow;

/// The most messages that are counted: more are as many.
pub const MOST_COUNTED: u32 = 100_000;

/// A page of the table; only that `company`'s messages when one is named. A place
/// that is none is taken for the first page.
///
/// # Errors
/// See [`super::StoreError`].
pub async fn page(
    conn: &mut Connection,
    query: &MessageQuery,
    company: Option<CompanyId>,
) -> Result<Page<MessageRow>> {
    let total = total(conn, query.filter.state, query.filter.channel, company).await?;
    let request = PageRequest {
        place: possible(&query.page.place),
        ..query.page.clone()
    };
    let table = Table {
        conn,
        query,
        company,
    };
    page::fetch(table, &request, total).await
}

/// How many messages there are, up to [`MOST_COUNTED`].
///
/// # Errors
/// See [`super::StoreError`].
pub async fn total(
    conn: &mut Connection,
    state: Option<MessageState>,
    channel: Option<Channel>,
    company: Option<CompanyId>,
) -> Result<u64> {
    let mut statement =
        Statement::new("SELECT COUNT(*) FROM (SELECT 1 FROM message m WHERE m.id > $1".to_owned());
    narrow(&mut statement, state, channel, company);
    statement
        .text
        .push_str(&format!(" LIMIT {MOST_COUNTED}) counted"));
    // Every name sorts after none.
    counted(statement.count(conn, "").await?)
}

fn possible(place: &Place) -> Place {
    match place {
        Place::After(cursor) | Place::Before(cursor) if cursor.id.contains('\0') => Place::First,
        place => place.clone(),
    }
}

struct Table<'a> {
    conn: &'a mut Connection,
    query: &'a MessageQuery,
    company: Option<CompanyId>,
}

impl page::List for Table<'_> {
    type Row = MessageRow;

    async fn rows(&mut self, walk: &page::Walk) -> Result<Vec<(Cursor, MessageRow)>> {
        let statement = statement(self.query, self.company, walk);
        let rows = statement.fetch(self.conn, "", walk.limit()).await?;
        rows.iter().map(read).collect()
    }
}

fn statement(query: &MessageQuery, company: Option<CompanyId>, walk: &page::Walk) -> Statement {
    let mut statement = Statement::new(
        "SELECT m.id, m.kind, m.channel, m.recipient, m.state, m.attempts, m.last_error,
                m.created_at, m.next_attempt_at, m.settled_at, m.version, c.name AS company_name,
                u.username
         FROM message m
         JOIN company c ON c.id = m.company_id
         JOIN app_user u ON u.id = m.user_id
         WHERE m.id > $1"
            .to_owned(),
    );
    narrow(
        &mut statement,
        query.filter.state,
        query.filter.channel,
        company,
    );
    let from = walk
        .from
        .as_ref()
        .map(|cursor| (Key::Text(cursor.id.clone()), Key::Text(cursor.id.clone())));
    statement.walk("m.id", "m.id", query.sort.direction, walk, from);
    statement
}

fn narrow(
    statement: &mut Statement,
    state: Option<MessageState>,
    channel: Option<Channel>,
    company: Option<CompanyId>,
) {
    if let Some(state) = state {
        statement.and("m.state = ?", [Key::Text(state.code().to_owned())]);
    }
    if let Some(channel) = channel {
        statement.and("m.channel = ?", [Key::Text(channel.code().to_owned())]);
    }
    if let Some(company) = company {
        statement.and("m.company_id = ?", [Key::Text(company.to_string())]);
    }
}

fn read(row: &AnyRow) -> Result<(Cursor, MessageRow)> {
    let fields = Fields::of("message", row);
    let kind: String = fields.get("kind")?;
    let recipient: Option<String> = fields.get("recipient")?;
    let found = MessageRow {
        id: fields.parsed("id")?,
        company: fields.get("company_name")?,
        username: fields.get("username")?,
        // Another server's program may be newer than this one.
        kind: MessageKind::from_code(&kind),
        channel: fields.coded("channel", Channel::from_code)?,
        recipient: recipient.as_deref().map(masked),
        state: fields.coded("state", MessageState::from_code)?,
        attempts: fields.number("attempts")?,
        failure: fields.coded_or_null("last_error", DeliveryFailure::from_code)?,
        written_at: fields.time("created_at")?,
        next_attempt_at: fields.time_or_null("next_attempt_at")?,
        settled_at: fields.time_or_null("settled_at")?,
        version: fields.get("version")?,
    };
    let id = found.id.to_string();
    Ok((
        Cursor {
            key: id.clone(),
            id,
        },
        found,
    ))
}
