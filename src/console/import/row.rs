//! One row of the dry run.

use leptos::prelude::*;

use super::state::Import;
use super::words::{plan_badge, plan_reasons};
use crate::domain::import::{ImportKind, ReportRow};
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{Badge, Cell, CellKind, IconName, Row, RowHeader, Tone, t, use_locale};

/// The row.
#[component]
pub fn ReportRowView(row: ReportRow, import: Import) -> impl IntoView {
    let locale = use_locale();
    let kind = import.kind.get_untracked();
    let ReportRow {
        line,
        username,
        full_name,
        serial,
        plan,
    } = row;
    let (words, tone, icon) = plan_badge(kind, &plan);
    let differs = import
        .differing
        .with_untracked(|lines| lines.as_ref().is_some_and(|lines| lines.contains(&line)));
    let reasons = move || {
        let reasons = plan_reasons(&plan, locale.get());
        (!reasons.is_empty()).then(|| {
            let items = reasons
                .into_iter()
                .map(|reason| view! { <li>{reason}</li> });
            view! { <ul class="row-reasons">{items.collect_view()}</ul> }
        })
    };
    let has_serial = kind != ImportKind::Users && kind != ImportKind::Assign;
    view! {
        <Row>
            <RowHeader label=t(Words::Username)>{username}</RowHeader>
            <Cell label=t(Words::Line) kind=CellKind::Figure>{line}</Cell>
            <Cell label=t(Words::FullName)>{full_name}</Cell>
            {has_serial.then(|| view! {
                <Cell label=t(Words::Serial) kind=CellKind::Code>{serial}</Cell>
            })}
            <Cell label=t(Words::WhatHappens)>
                <Badge label=t(words) tone icon/>
                {differs.then(|| view! {
                    " " <Badge label=t(Words::RowDiffers) tone=Tone::Warning icon=IconName::Refresh/>
                })}
            </Cell>
            <Cell label=t(Words::Why)>{reasons}</Cell>
        </Row>
    }
    .into_any()
}
