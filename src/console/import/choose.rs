//! The first step: the file, or its rows pasted.

use leptos::prelude::*;

use super::columns::Columns;
use super::state::Import;
use super::words::{column_message, rows_text, sheet_words, size_text};
use crate::console::error_notice::ErrorNotice;
use crate::domain::import::{ImportKind, LARGEST_FILE, template};
use crate::i18n::Message;
use crate::i18n::console_import::ImportMessage as Words;
use crate::ui::{
    Button, Field, FileInput, IconName, Panel, TextArea, Waiting, download_text, t, t_with,
    use_locale,
};

/// The step.
#[component]
pub fn ChooseFile(import: Import) -> impl IntoView {
    let locale = use_locale();
    let pending = import.is_checking();
    let name = move || {
        import.file.with(|file| {
            file.as_ref()
                .and_then(|file| file.name.clone())
                .unwrap_or_else(|| Words::Pasted.text(locale.get()).to_owned())
        })
    };
    let checking = t_with(Words::Checking, move || vec![("name", name())]);
    let again = Callback::new(move |()| import.check());
    view! {
        {move || import.check_error().map(|error| view! { <ErrorNotice error retry=again/> })}
        {move || pending.get().then(|| view! { <Panel><Waiting label=checking/></Panel> })}
        <div class="stack" hidden=move || pending.get()>
            <FilePanel import/>
            <Columns kind=import.kind/>
        </div>
    }
    .into_any()
}

#[component]
fn FilePanel(import: Import) -> impl IntoView {
    let locale = use_locale();
    let hint = t_with(Words::FileHint, || {
        vec![("rows", rows_text()), ("size", size_text())]
    });
    let hint = Signal::derive(move || Some(hint.get()));
    let error = Signal::derive(move || {
        import.problem.with(|problem| {
            problem
                .as_ref()
                .map(|problem| sheet_words(problem, locale.get()))
        })
    });
    let on_file = Callback::new(move |choice| import.take(choice));
    let words = t(Words::Template);
    let keep_template = move || {
        let (kind, locale) = (import.kind.get_untracked(), locale.get_untracked());
        let names: Vec<String> = kind
            .columns()
            .map(|column| column_message(column).text(locale).to_owned())
            .collect();
        let kind = file_word(kind).text(locale);
        let name = Words::TemplateFile.fill(locale, &[("kind", kind)]);
        download_text(&name, &template(&names));
    };
    let actions = move || {
        view! { <Button icon=IconName::Download on_click=keep_template>{words}</Button> }
    };
    view! {
        <Panel title=t(Words::FilePanel) actions>
            <Field id="archivo" label=t(Words::FileField) hint error>
                <FileInput
                    name="archivo"
                    accept=".csv,.txt,.tsv,text/csv,text/plain"
                    max_bytes=LARGEST_FILE
                    on_file
                />
            </Field>
            <Paste import/>
        </Panel>
    }
    .into_any()
}

/// Rows that are pasted instead.
#[component]
fn Paste(import: Import) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let locale = use_locale();
    let hint = Signal::derive(move || {
        let hint = if import.kind.get().may_be_bare() {
            Words::PasteBareHint
        } else {
            Words::PasteHint
        };
        Some(hint.text(locale.get()).to_owned())
    });
    let (summary, words) = (t(Words::PasteSummary), t(Words::CheckPasted));
    let check = move || pasted.with_untracked(|text| import.take_text(text));
    view! {
        <details class="stack">
            <summary>{summary}</summary>
            <div class="stack stack-tight">
                <Field id="filas" label=t(Words::PasteField) hint>
                    <TextArea name="filas" value=pasted/>
                </Field>
                <div class="cluster">
                    <Button icon=IconName::ArrowRight on_click=check>{words}</Button>
                </div>
            </div>
        </details>
    }
    .into_any()
}

/// What a file of this kind is called.
const fn file_word(kind: ImportKind) -> Words {
    match kind {
        ImportKind::Users => Words::FileUsers,
        ImportKind::PhysicalTokens => Words::FilePhysical,
        ImportKind::Assign | ImportKind::Activate | ImportKind::Block => Words::FileList,
    }
}
