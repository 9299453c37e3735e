//! The dry run's rows, fifty at a time, all or only some.

use leptos::prelude::*;

use super::row::ReportRowView;
use super::state::Import;
use super::words::plan_reasons;
use crate::domain::import::{ImportKind, ReportRow, RowPlan, write};
use crate::i18n::Locale;
use crate::i18n::Message;
use crate::i18n::console_import::ImportMessage as Words;
use crate::i18n::ui::UiMessage;
use crate::ui::{
    Button, Field, HeaderCell, IconName, Panel, SelectInput, SelectOption, TableBody, TableFrame,
    TableHead, download_text, t, t_with, use_locale,
};

/// How many rows are shown at a time.
const PAGE: usize = 50;

const ALL: &str = "todas";
const REFUSED: &str = "con-problemas";
const EFFECTIVE: &str = "con-efecto";

/// The rows.
#[component]
pub fn Rows(import: Import) -> impl IntoView {
    let shown = RwSignal::new(ALL.to_owned());
    let page = RwSignal::new(0_usize);
    let fitting = Memo::new(move |_| {
        let shown = shown.get();
        import.report.with(|report| {
            let rows = report.as_ref().map(|report| report.rows.as_slice());
            fitting(rows.unwrap_or_default(), &shown)
        })
    });
    // Another filter or another dry run begins at its first page.
    Effect::new(move |before: Option<Vec<usize>>| {
        let now = fitting.get();
        if before.is_some_and(|before| before != now) {
            page.set(0);
        }
        now
    });
    let here = Memo::new(move |_| {
        let from = page.get() * PAGE;
        fitting.with(|fitting| {
            fitting
                .iter()
                .skip(from)
                .take(PAGE)
                .copied()
                .collect::<Vec<_>>()
        })
    });
    let rows = Memo::new(move |_| {
        import.report.with(|report| {
            let rows = report.as_ref().map(|report| report.rows.as_slice());
            let rows = rows.unwrap_or_default();
            here.with(|here| {
                here.iter()
                    .filter_map(|at| rows.get(*at).cloned())
                    .collect::<Vec<_>>()
            })
        })
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let none = t(Words::NoRows);
    view! {
        <Panel>
            <Tools import shown/>
            {move || if is_empty.get() {
                view! { <p class="muted" role="status">{none}</p> }.into_any()
            } else {
                view! { <Table import rows=rows.into()/> <Pages fitting page/> }.into_any()
            }}
        </Panel>
    }
    .into_any()
}

/// The places of the rows that a filter lets through.
fn fitting(rows: &[ReportRow], shown: &str) -> Vec<usize> {
    let fits = |row: &ReportRow| match shown {
        REFUSED => row.is_refused(),
        EFFECTIVE => !row.is_refused() && row.plan != RowPlan::Unchanged,
        _ => true,
    };
    rows.iter()
        .enumerate()
        .filter(|(_, row)| fits(row))
        .map(|(at, _)| at)
        .collect()
}

/// The filter, and the problems as a file.
#[component]
fn Tools(import: Import, shown: RwSignal<String>) -> impl IntoView {
    let locale = use_locale();
    let options = Signal::derive(move || {
        let locale = locale.get();
        [
            (ALL, Words::ShowAll),
            (REFUSED, Words::ShowRefused),
            (EFFECTIVE, Words::ShowEffective),
        ]
        .map(|(value, words)| SelectOption::new(value, words.text(locale)))
        .to_vec()
    });
    let has_problems = Memo::new(move |_| import.tally().refused > 0);
    let words = t(Words::DownloadProblems);
    let keep = move || {
        let locale = locale.get_untracked();
        let text = import.report.with_untracked(|report| {
            let rows = report.as_ref().map(|report| report.rows.as_slice());
            problems_file(rows.unwrap_or_default(), locale)
        });
        download_text(Words::ProblemsFile.text(locale), &text);
    };
    view! {
        <div class="cluster cluster-end">
            <Field id="mostrar" label=t(Words::Show)>
                <SelectInput name="mostrar" value=shown options/>
            </Field>
            {move || has_problems.get().then(|| view! {
                <Button icon=IconName::Download on_click=keep>{words}</Button>
            })}
        </div>
    }
    .into_any()
}

/// The refused rows with why, as a file.
fn problems_file(rows: &[ReportRow], locale: Locale) -> String {
    let head = [
        Words::Line,
        Words::Username,
        Words::FullName,
        Words::Serial,
        Words::Why,
    ]
    .map(|words| words.text(locale).to_owned());
    let refused = rows.iter().filter(|row| row.is_refused()).map(|row| {
        vec![
            row.line.to_string(),
            row.username.clone(),
            row.full_name.clone(),
            row.serial.clone(),
            plan_reasons(&row.plan, locale).join("; "),
        ]
    });
    let all: Vec<_> = std::iter::once(head.to_vec()).chain(refused).collect();
    write(&all)
}

#[component]
fn Table(import: Import, rows: Signal<Vec<ReportRow>>) -> impl IntoView {
    let kind = import.kind.get_untracked();
    view! {
        <TableFrame id="filas-del-archivo" caption=t(Words::TableCaption)>
            <TableHead>
                <HeaderCell label=t(Words::Username)/>
                <HeaderCell label=t(Words::Line)/>
                <HeaderCell label=t(Words::FullName)/>
                {(kind != ImportKind::Users && kind != ImportKind::Assign).then(|| view! {
                    <HeaderCell label=t(Words::Serial)/>
                })}
                <HeaderCell label=t(Words::WhatHappens)/>
                <HeaderCell label=t(Words::Why)/>
            </TableHead>
            <TableBody>
                {move || rows.get().into_iter().map(|row| view! { <ReportRowView row import/> }).collect_view()}
            </TableBody>
        </TableFrame>
    }
    .into_any()
}

/// Which rows are shown, and the way to the others.
#[component]
fn Pages(fitting: Memo<Vec<usize>>, page: RwSignal<usize>) -> impl IntoView {
    let total = Memo::new(move |_| fitting.with(Vec::len));
    let pages = move || total.get().div_ceil(PAGE);
    let range = t_with(Words::Range, move || {
        let (from, total) = (page.get() * PAGE, total.get());
        vec![
            ("from", (from + 1).min(total).to_string()),
            ("to", (from + PAGE).min(total).to_string()),
            ("total", total.to_string()),
        ]
    });
    let (previous, next) = (t(UiMessage::PreviousPage), t(UiMessage::NextPage));
    view! {
        <div class="cluster">
            <p class="muted figures" role="status">{range}</p>
            {move || (page.get() > 0).then(|| view! {
                <Button icon=IconName::ChevronLeft on_click=move || page.update(|page| *page -= 1)>{previous}</Button>
            })}
            {move || (page.get() + 1 < pages()).then(|| view! {
                <Button icon=IconName::ChevronRight on_click=move || page.update(|page| *page += 1)>{next}</Button>
            })}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::import::{ImportKind, RowProblem, read};

    fn row(line: u32, plan: RowPlan) -> ReportRow {
        ReportRow {
            line,
            username: format!("U{line}"),
            full_name: "=HYPERLINK()".to_owned(),
            serial: String::new(),
            plan,
        }
    }

    #[test]
    fn a_filter_lets_its_rows_through() {
        let rows = [
            row(2, RowPlan::Create),
            row(3, RowPlan::Unchanged),
            row(4, RowPlan::Refused(vec![RowProblem::LineBreak])),
        ];
        assert_eq!(fitting(&rows, ALL), [0, 1, 2]);
        assert_eq!(fitting(&rows, REFUSED), [2]);
        assert_eq!(fitting(&rows, EFFECTIVE), [0]);
    }

    #[test]
    fn the_problems_are_a_file_that_can_be_read_and_runs_no_formula() {
        let rows = [row(2, RowPlan::Refused(vec![RowProblem::LineBreak]))];
        let file = problems_file(&rows, Locale::Spanish);
        assert!(file.contains("'=HYPERLINK()"), "{file}");
        let sheet = read(ImportKind::Assign, &file).unwrap();
        assert_eq!(sheet.rows.len(), 1);
    }
}
