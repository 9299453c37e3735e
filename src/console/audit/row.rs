//! An entry of the audit log, and below it its details while it is unfolded.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::table::href;
use crate::domain::audit::{AuditAction, AuditOutcome};
use crate::domain::table::{AuditFilter, AuditQuery};
use crate::domain::view::AuditRow;
use crate::i18n::Message;
use crate::i18n::audit_words::{client, detail, reason, who};
use crate::i18n::console_audit::AuditMessage;
use crate::i18n::console_table::TableMessage;
use crate::ui::{
    Badge, Cell, CellKind, Icon, IconName, KeyValue, KeyValueList, Row, RowDetail, RowHeader,
    RowToggle, StateBadge, Tone, t, t_with, use_locale,
};

/// How many columns the table has.
pub const COLUMNS: u32 = 8;

/// A row.
#[component]
pub fn EntryRow(row: AuditRow) -> impl IntoView {
    let open = RwSignal::new(false);
    let detail_id = format!("entrada-{}", row.sequence);
    let controls = detail_id.clone();
    let entry = StoredValue::new(row);
    let when = entry.with_value(|row| row.at.to_minute_text());
    let machine_time = machine_time(&when);
    let locale = use_locale();
    let what = Signal::derive(move || entry.with_value(|row| row.action.text(locale.get())));
    let name = {
        let when = when.clone();
        t_with(AuditMessage::RowName, move || {
            vec![("what", what.get().to_owned()), ("when", when.clone())]
        })
    };
    let more = move || entry.with_value(|row| detail(row, locale.get()));
    view! {
        <Row>
            <RowHeader label=t(AuditMessage::When)><time class="figures" datetime=machine_time>{when}</time></RowHeader>
            <Cell label=t(AuditMessage::Who)><Doer entry/></Cell>
            <Cell label=t(AuditMessage::What)>
                <span class="log-what">{what}</span>
                {move || more().map(|more| view! { <span class="log-more muted">{more}</span> })}
            </Cell>
            <Cell label=t(AuditMessage::Token) kind=CellKind::Code><Token entry/></Cell>
            <Cell label=t(AuditMessage::User)><Concerned entry/></Cell>
            <Cell label=t(AuditMessage::Origin)><Origin entry/></Cell>
            <Cell label=t(AuditMessage::Outcome)><Outcome entry/></Cell>
            <Cell label=t(TableMessage::Actions) kind=CellKind::Actions><RowToggle open name controls/></Cell>
        </Row>
        <RowDetail id=detail_id open columns=COLUMNS><Details entry/></RowDetail>
    }
    .into_any()
}

type Entry = StoredValue<AuditRow>;

/// Who did it, with the way to their page.
#[component]
fn Doer(entry: Entry) -> impl IntoView {
    let locale = use_locale();
    let name = move || entry.with_value(|row| who(&row.who, locale.get()));
    match entry.with_value(|row| row.who.user()) {
        Some(id) => view! { <a href=paths::user(id)>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}

#[component]
fn Token(entry: Entry) -> impl IntoView {
    let (serial, action) = entry.with_value(|row| (row.serial, row.action));
    match serial {
        Some(serial) => {
            let href = if action.is_about_physical_token() {
                paths::physical_token(serial)
            } else {
                paths::detail(serial)
            };
            view! { <a class="mono" href=href>{serial.to_string()}</a> }.into_any()
        }
        None => view! { <Nothing/> }.into_any(),
    }
}

#[component]
fn Concerned(entry: Entry) -> impl IntoView {
    match entry.with_value(|row| row.user.clone()) {
        Some((id, name)) => view! { <a href=paths::user(id)>{name}</a> }.into_any(),
        None => view! { <Nothing/> }.into_any(),
    }
}

/// Nothing in a cell, which a screen reader says.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <span class="muted" aria-hidden="true">"—"</span>
        <span class="sr-only">{t(AuditMessage::None)}</span>
    }
}

#[component]
fn Origin(entry: Entry) -> impl IntoView {
    let locale = use_locale();
    let place = move || entry.with_value(|row| client(row.origin.as_ref(), locale.get()));
    let address = entry.with_value(|row| {
        let origin = row.origin.as_ref()?;
        origin.address().map(str::to_owned)
    });
    view! {
        <span>{place}</span>
        {address.map(|address| view! { <span class="log-more muted figures">{address}</span> })}
    }
    .into_any()
}

/// How it ended, and why.
#[component]
fn Outcome(entry: Entry) -> impl IntoView {
    let outcome = entry.with_value(|row| row.outcome);
    let (tone, icon) = match outcome {
        AuditOutcome::Done => (Tone::Success, IconName::Check),
        AuditOutcome::Refused(_) => (Tone::Danger, IconName::Close),
        AuditOutcome::Failed(_) => (Tone::Neutral, IconName::MinusCircle),
    };
    let locale = use_locale();
    let why = move || reason(outcome, locale.get());
    view! {
        <Badge label=t(outcome.kind()) tone icon/>
        {move || why().map(|why| view! { <span class="log-more muted">{why}</span> })}
    }
    .into_any()
}

/// What the row has no place for.
#[component]
fn Details(entry: Entry) -> impl IntoView {
    let row = entry.get_value();
    let exact = row.at.to_second_text();
    let browser = row
        .origin
        .as_ref()
        .and_then(|origin| origin.client().map(str::to_owned))
        .filter(|client| !client.is_empty());
    let change = (row.from.is_some() || row.to.is_some()).then(|| {
        let from = row.from.map(|status| view! { <StateBadge status/> });
        let to = row.to.filter(|to| Some(*to) != row.from).map(|status| {
            view! { <span class="timeline-arrow"><Icon name=IconName::ArrowRight/></span> <StateBadge status/> }
        });
        view! { <KeyValue name=t(AuditMessage::ChangedFrom)><span class="timeline-change">{from} {to}</span></KeyValue> }
    });
    let operation = row.operation.map(|operation| {
        link(
            &AuditFilter::of_operation(operation),
            AuditMessage::SameOperation,
        )
    });
    let exported = (row.action == AuditAction::LogExported).then(|| {
        let href = format!("{}{}", paths::LOG, row.detail);
        view! { <p><a href=href>{t(AuditMessage::SameFilters)}</a></p> }
    });
    view! {
        <KeyValueList>
            <KeyValue name=t(AuditMessage::ExactTime)><span class="figures">{exact}</span></KeyValue>
            {change}
            {browser.map(|browser| view! { <KeyValue name=t(AuditMessage::Browser)>{browser}</KeyValue> })}
            <KeyValue name=t(AuditMessage::Number)><span class="figures">{row.sequence}</span></KeyValue>
        </KeyValueList>
        {operation}
        {exported}
    }
    .into_any()
}

fn link(filter: &AuditFilter, words: AuditMessage) -> impl IntoView + use<> {
    let query = AuditQuery {
        filter: filter.clone(),
        ..AuditQuery::default()
    };
    let to = href(paths::LOG, &query);
    view! { <p><a href=to>{t(words)}</a></p> }
}

/// Bogotá's wall clock as HTML's `datetime` takes it.
fn machine_time(minute: &str) -> String {
    format!("{}-05:00", minute.replace('/', "-").replace(' ', "T"))
}
