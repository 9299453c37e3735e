//! *Historial*: the last entries about a user, on their page.

use leptos::prelude::*;

use crate::api::audit::list_log;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::table::href;
use crate::domain::audit::AuditOutcome;
use crate::domain::table::{AuditFilter, AuditQuery};
use crate::domain::view::{AuditPage, AuditRow};
use crate::i18n::audit_words::{detail, reason, who};
use crate::i18n::console_audit::AuditMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{
    IconName, LinkButton, Panel, SkeletonRows, Timeline, TimelineEvent, t, use_locale,
};

/// The panel.
#[component]
pub fn UserHistory(
    /// Whose.
    username: String,
) -> impl IntoView {
    let query = AuditQuery {
        filter: AuditFilter::of_user(&username),
        ..AuditQuery::default()
    };
    let all = href(paths::LOG, &query);
    let live = use_live();
    let log = asked(
        move || (query.clone(), live.log()),
        |(query, _)| list_log(query),
    );
    let loading = t(AuditMessage::Loading);
    let waiting = move || view! { <SkeletonRows rows=2 label=loading/> }.into_any();
    let words = t(AuditMessage::SeeAll);
    view! {
        <Panel title=t(AuditMessage::HistoryPanel)>
            {loaded(log, waiting, |page| view! { <Entries page/> }.into_any())}
            <p><LinkButton href=all icon=IconName::Book>{words}</LinkButton></p>
        </Panel>
    }
    .into_any()
}

#[component]
fn Entries(page: Signal<AuditPage>) -> impl IntoView {
    let locale = use_locale();
    let events = Signal::derive(move || {
        page.with(|page| {
            let rows = page.page.rows.iter();
            rows.map(|row| event(row, locale.get())).collect::<Vec<_>>()
        })
    });
    let none = t(AuditMessage::NoHistory);
    let is_empty = Memo::new(move |_| page.with(|page| page.page.rows.is_empty()));
    view! {
        {move || is_empty.get().then(|| view! { <p class="muted">{none}</p> })}
        <Timeline events/>
    }
    .into_any()
}

fn event(row: &AuditRow, locale: Locale) -> TimelineEvent {
    let when = row.at.to_minute_text();
    let refused = reason(row.outcome, locale)
        .map(|reason| format!("{}: {reason}", row.outcome.kind().text(locale)));
    let notes: Vec<_> = [
        row.serial.map(|serial| serial.to_string()),
        detail(row, locale),
        refused,
    ]
    .into_iter()
    .flatten()
    .collect();
    let changed = row.outcome == AuditOutcome::Done && row.from != row.to;
    TimelineEvent {
        machine_time: format!("{}-05:00", when.replace('/', "-").replace(' ', "T")),
        when,
        who: who(&row.who, locale),
        what: row.action.text(locale).to_owned(),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
        from: row.from.filter(|_| changed),
        to: row.to.filter(|_| changed),
    }
}
