//! Which entries a filter lets through, and which index finds them.

use crate::domain::audit::{AuditAction, AuditGroup, OutcomeKind};
use crate::domain::id::{CompanyId, UserId};
use crate::domain::table::AuditFilter;
use crate::domain::time::Day;
use crate::store::statement::{Key, Statement};
use crate::store::{Connection, Result, audit, text, user};

use super::LOOKED_AT;

/// The word by which the log is asked for what Llavero did itself.
const LLAVERO: &str = "llavero";

/// A condition with its arguments in the place of each `?`.
type Condition = (String, Vec<Key>);

/// A filter taken apart.
pub(super) struct Narrowed {
    /// What one index answers.
    found: Vec<Condition>,
    /// What has to be looked for among what it finds.
    looked_for: Vec<Condition>,
}

/// Whom a filter names.
enum Somebody {
    Anybody,
    One(UserId),
    /// Everyone of the company, and of the bank, whose username or name holds the
    /// text.
    Like(String),
    Llavero,
}

async fn somebody(conn: &mut Connection, company: CompanyId, text: &str) -> Result<Somebody> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Somebody::Anybody);
    }
    if let Some(user) = user::find_by_username(conn, company, text).await? {
        return Ok(Somebody::One(user.id));
    }
    if text.eq_ignore_ascii_case(LLAVERO) {
        return Ok(Somebody::Llavero);
    }
    let pattern = text::pattern(text);
    Ok(match user::only_one_like(conn, company, &pattern).await? {
        Some(id) => Somebody::One(id),
        None => Somebody::Like(pattern),
    })
}

/// Takes a filter apart.
pub(super) async fn narrow(
    conn: &mut Connection,
    company: CompanyId,
    filter: &AuditFilter,
) -> Result<Narrowed> {
    let who = somebody(conn, company, &filter.who).await?;
    let about = somebody(conn, company, &filter.user).await?;
    // From what leaves fewest entries to what leaves most.
    let with_index = [
        filter
            .operation
            .map(|operation| equals("operation_id", operation)),
        filter.serial.map(|serial| {
            let number = Key::Number(i64::from(serial.number()));
            ("a.serial = ?".to_owned(), vec![number])
        }),
        one(&about).map(|id| equals("user_id", id)),
        filter.outcome.and_then(not_done),
        one(&who).map(|id| equals("actor_user_id", id)),
    ];
    let mut with_index = with_index.into_iter().flatten();
    let mut narrowed = Narrowed {
        found: with_index.next().into_iter().collect(),
        looked_for: with_index.collect(),
    };
    let first = filter.from.map(|day| after("a.happened_at >= ?", day));
    let last = filter
        .until
        .map(|day| after("a.happened_at < ?", day.next()));
    narrowed.found.extend([first, last].into_iter().flatten());
    let others = [
        several(&who, "actor_user_id"),
        several(&about, "user_id"),
        filter.group.map(of_group),
        (filter.outcome == Some(OutcomeKind::Done)).then(done),
    ];
    narrowed.looked_for.extend(others.into_iter().flatten());
    Ok(narrowed)
}

const fn one(somebody: &Somebody) -> Option<UserId> {
    match somebody {
        Somebody::One(id) => Some(*id),
        _ => None,
    }
}

fn equals(column: &str, name: impl ToString) -> Condition {
    (format!("a.{column} = ?"), vec![Key::Text(name.to_string())])
}

fn after(condition: &str, day: Day) -> Condition {
    let start = Key::Number(day.start().as_micros());
    (condition.to_owned(), vec![start])
}

fn several(somebody: &Somebody, column: &str) -> Option<Condition> {
    match somebody {
        Somebody::Anybody | Somebody::One(_) => None,
        Somebody::Like(pattern) => Some((
            format!(
                "a.{column} IN (SELECT u.id FROM app_user u
                 WHERE (u.company_id = $1
                        OR u.company_id IN (SELECT c.id FROM company c WHERE c.kind = 'bank'))
                   AND u.search_text LIKE ? ESCAPE '\\')"
            ),
            vec![Key::Text(pattern.clone())],
        )),
        Somebody::Llavero if column == "actor_user_id" => {
            Some(("a.actor_kind = 'system'".to_owned(), Vec::new()))
        }
        // Llavero is nobody's user.
        Somebody::Llavero => Some(("1 = 0".to_owned(), Vec::new())),
    }
}

fn not_done(kind: OutcomeKind) -> Option<Condition> {
    (kind != OutcomeKind::Done).then(|| {
        // The second half names the index, which holds nothing else.
        let condition = "a.outcome = ? AND a.outcome <> 'done'".to_owned();
        (condition, vec![Key::Text(kind.code().to_owned())])
    })
}

fn done() -> Condition {
    // Entries from before the column are of things done.
    let condition = "(a.outcome IS NULL OR a.outcome = 'done')".to_owned();
    (condition, Vec::new())
}

fn of_group(group: AuditGroup) -> Condition {
    let codes: Vec<_> = AuditAction::all()
        .filter(|action| action.group() == group)
        .map(|action| Key::Text(action.code().to_owned()))
        .collect();
    if codes.is_empty() {
        return ("1 = 0".to_owned(), codes);
    }
    let places = vec!["?"; codes.len()].join(", ");
    (format!("a.action IN ({places})"), codes)
}

/// What a search looks at.
const LOOKED_AT_COLUMNS: &str = "a.company_id, a.happened_at, a.sequence, a.action, a.actor_kind,
    a.actor_user_id, a.user_id, a.serial, a.operation_id, a.outcome";

impl Narrowed {
    /// Only the first `entries` entries that were written.
    pub(super) fn until(&mut self, entries: i64) {
        let condition = ("a.sequence <= ?".to_owned(), vec![Key::Number(entries)]);
        self.found.push(condition);
    }

    /// Whether an index finds the entries and no others.
    pub(super) const fn is_answered_by_index(&self) -> bool {
        self.looked_for.is_empty()
    }

    /// The entries beyond `from`; how many is the last argument.
    pub(super) fn rows(&self, from: Option<(Key, Key)>, ascending: bool) -> Statement {
        let (columns, keys) = (audit::columns!(), order("a.", ascending));
        let mut statement = Statement::new(format!(
            "SELECT {columns}, a.sequence, w.username AS who_username FROM "
        ));
        if self.is_answered_by_index() {
            statement.text.push_str("audit_entry a");
        } else {
            statement.text.push('(');
            self.in_sight(
                &mut statement,
                &format!("{columns}, a.sequence"),
                from.clone(),
                ascending,
            );
            statement
                .text
                .push_str(&format!(" ORDER BY {keys} LIMIT {LOOKED_AT}) a"));
        }
        statement
            .text
            .push_str(" LEFT JOIN app_user w ON w.id = a.actor_user_id AND w.company_id = a.company_id WHERE a.company_id = $1");
        if self.is_answered_by_index() {
            self.add(&mut statement, &self.found);
            beyond(&mut statement, from, ascending);
        } else {
            self.add(&mut statement, &self.looked_for);
        }
        statement.ordered_by(&keys);
        statement
    }

    /// The last of the entries that a search beyond `from` looks at, if there
    /// are as many as it looks at.
    pub(super) fn end_of_sight(&self, from: Option<(Key, Key)>, ascending: bool) -> Statement {
        let mut statement = Statement::new("SELECT a.happened_at, a.sequence FROM (".to_owned());
        self.in_sight(
            &mut statement,
            "a.company_id, a.happened_at, a.sequence",
            from,
            ascending,
        );
        let (keys, before) = (order("a.", ascending), LOOKED_AT - 1);
        statement.text.push_str(&format!(
            " ORDER BY {keys} LIMIT 1 OFFSET {before}) a WHERE a.company_id = $1"
        ));
        statement.ordered_by("a.sequence");
        statement
    }

    /// The entries that the index finds beyond `from`, without an end.
    fn in_sight(
        &self,
        statement: &mut Statement,
        columns: &str,
        from: Option<(Key, Key)>,
        ascending: bool,
    ) {
        statement.text.push_str(&format!(
            "SELECT {columns} FROM audit_entry a WHERE a.company_id = $1"
        ));
        self.add(statement, &self.found);
        beyond(statement, from, ascending);
    }

    fn add(&self, statement: &mut Statement, conditions: &[Condition]) {
        for (condition, arguments) in conditions {
            statement.and(condition, arguments.clone());
        }
    }
}

/// Counts among the newest `most` entries that the index finds: `looked` of all
/// of them, `found` of those that fit.
pub(super) fn count(narrowed: &Narrowed, most: u32) -> Statement {
    let mut statement = counting(narrowed, &[]);
    narrowed.in_sight(&mut statement, LOOKED_AT_COLUMNS, None, false);
    let keys = order("a.", false);
    statement
        .text
        .push_str(&format!(" ORDER BY {keys} LIMIT {most}) a"));
    statement
}

/// The same among the `most` entries that were written after the first `since`.
pub(super) fn count_after(narrowed: &Narrowed, since: i64, most: u32) -> Statement {
    let mut statement = counting(narrowed, &narrowed.found);
    statement.text.push_str(&format!(
        "SELECT {LOOKED_AT_COLUMNS} FROM audit_entry a WHERE a.company_id = $1"
    ));
    statement.and("a.sequence > ?", [Key::Number(since)]);
    statement
        .text
        .push_str(&format!(" ORDER BY a.sequence LIMIT {most}) a"));
    statement
}

fn counting(narrowed: &Narrowed, also: &[Condition]) -> Statement {
    let mut statement = Statement::new(
        "SELECT COUNT(*) AS looked, CAST(COALESCE(SUM(CASE WHEN a.company_id = $1".to_owned(),
    );
    narrowed.add(&mut statement, also);
    narrowed.add(&mut statement, &narrowed.looked_for);
    statement
        .text
        .push_str(" THEN 1 ELSE 0 END), 0) AS BIGINT) AS found FROM (");
    statement
}

fn beyond(statement: &mut Statement, from: Option<(Key, Key)>, ascending: bool) {
    if let Some((at, sequence)) = from {
        let than = if ascending { '>' } else { '<' };
        statement.and(
            &format!("(a.happened_at, a.sequence) {than} (?, ?)"),
            [at, sequence],
        );
    }
}

fn order(table: &str, ascending: bool) -> String {
    let way = if ascending { "ASC" } else { "DESC" };
    format!("{table}happened_at {way}, {table}sequence {way}")
}
