//! How far a file has come.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::import::{accept_import, check_import};
use crate::console::focus::focus_soon;
use crate::domain::error::RequestError;
use crate::domain::import::{
    Acceptance, Decoded, ImportKind, ImportOutcome, ImportReport, SheetProblem, Tally,
    TextEncoding, decode,
};
use crate::ui::{FileChoice, FileProblem};

/// The id of the dry run's heading.
pub const REVIEW_ID: &str = "revision";
/// The id of the result's heading.
pub const RESULT_ID: &str = "resultado";

/// A file that is being looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedFile {
    /// Its name; `None` for what was pasted.
    pub name: Option<String>,
    /// What it says.
    pub text: String,
    /// How its letters were written.
    pub encoding: TextEncoding,
}

type Check = Action<(ImportKind, String), Result<ImportReport, RequestError>>;
type Accept = Action<(ImportKind, String, Acceptance), Result<ImportOutcome, RequestError>>;

/// A file from its choice to its result.
#[derive(Clone, Copy)]
pub struct Import {
    /// What it is for.
    pub kind: Signal<ImportKind>,
    /// The file.
    pub file: RwSignal<Option<LoadedFile>>,
    /// Why the last one cannot be read.
    pub problem: RwSignal<Option<SheetProblem>>,
    /// The dry run.
    pub report: RwSignal<Option<Arc<ImportReport>>>,
    /// The lines that differ from an earlier dry run, when the newest is the
    /// answer to an acceptance that came too late.
    pub differing: RwSignal<Option<Vec<u32>>>,
    /// Whether the refused rows are left out.
    pub leave_out: RwSignal<bool>,
    /// What was written.
    pub done: RwSignal<Option<Tally>>,
    /// Whether its tokens were blocked, so that the dry run is over.
    pub is_blocked: RwSignal<bool>,
    check: Check,
    accept: Accept,
}

/// A screen that no file was given yet.
pub fn use_import(kind: Signal<ImportKind>) -> Import {
    let import = Import {
        kind,
        file: RwSignal::new(None),
        problem: RwSignal::new(None),
        report: RwSignal::new(None),
        differing: RwSignal::new(None),
        leave_out: RwSignal::new(false),
        done: RwSignal::new(None),
        is_blocked: RwSignal::new(false),
        check: Action::new(|(kind, text): &(ImportKind, String)| check_import(*kind, text.clone())),
        accept: Action::new(
            |(kind, text, acceptance): &(ImportKind, String, Acceptance)| {
                accept_import(*kind, text.clone(), acceptance.clone())
            },
        ),
    };
    Effect::new(move |_| {
        if let Some(answer) = import.check.value().get() {
            import.checked(answer);
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(outcome)) = import.accept.value().get() {
            import.accepted(outcome);
        }
    });
    import
}

impl Import {
    /// Takes a file that was chosen or dropped.
    pub fn take(self, choice: FileChoice) {
        let file = choice
            .map_err(|problem| match problem {
                FileProblem::TooLarge => SheetProblem::TooLarge,
                FileProblem::Unreadable => SheetProblem::Unreadable,
            })
            .and_then(|file| decode(&file.bytes).map(|decoded| (Some(file.name), decoded)));
        self.look_at(file);
    }

    /// Takes what was pasted.
    pub fn take_text(self, text: &str) {
        self.look_at(decode(text.as_bytes()).map(|decoded| (None, decoded)));
    }

    fn look_at(self, file: Result<(Option<String>, Decoded), SheetProblem>) {
        self.forget();
        match file {
            Err(problem) => self.problem.set(Some(problem)),
            Ok((name, Decoded { text, encoding })) => {
                self.file.set(Some(LoadedFile {
                    name,
                    text,
                    encoding,
                }));
                self.check();
            }
        }
    }

    /// Asks for the dry run of the file.
    pub fn check(self) {
        if let Some(text) = self.text() {
            self.check.dispatch((self.kind.get_untracked(), text));
        }
    }

    /// Whether the dry run is on its way.
    pub fn is_checking(self) -> Signal<bool> {
        self.check.pending().into()
    }

    /// Why there is no dry run, when it is not the file's fault.
    pub fn check_error(self) -> Option<RequestError> {
        let failed = self.check.value().get().and_then(Result::err)?;
        (!matches!(failed, RequestError::Sheet(_))).then_some(failed)
    }

    /// Accepts the dry run that is shown.
    pub fn accept(self) {
        let seal = self
            .report
            .with_untracked(|report| report.as_ref().map(|report| report.seal.clone()));
        if let (Some(text), Some(seal), false) =
            (self.text(), seal, self.accept.pending().get_untracked())
        {
            let acceptance = Acceptance {
                seal,
                leave_out_refused: self.leave_out.get_untracked(),
            };
            self.accept
                .dispatch((self.kind.get_untracked(), text, acceptance));
        }
    }

    /// Whether the answer to the acceptance is on its way.
    pub fn is_accepting(self) -> Signal<bool> {
        self.accept.pending().into()
    }

    /// Why the acceptance failed.
    pub fn accept_error(self) -> Option<RequestError> {
        self.accept.value().get().and_then(Result::err)
    }

    /// Begins again.
    pub fn forget(self) {
        self.file.set(None);
        self.problem.set(None);
        self.report.set(None);
        self.differing.set(None);
        self.leave_out.set(false);
        self.done.set(None);
        self.is_blocked.set(false);
        self.check.value().set(None);
        self.accept.value().set(None);
    }

    /// How many rows of the dry run there are of each kind.
    pub fn tally(self) -> Tally {
        self.report.with(|report| {
            report
                .as_ref()
                .map(|report| report.tally())
                .unwrap_or_default()
        })
    }

    fn text(self) -> Option<String> {
        self.file
            .with_untracked(|file| file.as_ref().map(|file| file.text.clone()))
    }

    fn checked(self, answer: Result<ImportReport, RequestError>) {
        match answer {
            Ok(report) => {
                self.report.set(Some(Arc::new(report)));
                focus_soon(REVIEW_ID);
            }
            Err(RequestError::Sheet(problem)) => {
                self.file.set(None);
                self.problem.set(Some(problem));
            }
            Err(_) => {}
        }
    }

    fn accepted(self, outcome: ImportOutcome) {
        match outcome {
            ImportOutcome::Done(tally) => {
                self.done.set(Some(tally));
                focus_soon(RESULT_ID);
            }
            ImportOutcome::Differs(report) => {
                let differing = self.report.with_untracked(|before| {
                    let before = before.as_ref().map(|before| before.rows.as_slice());
                    differing(before.unwrap_or_default(), &report.rows)
                });
                self.differing.set(Some(differing));
                self.leave_out.set(false);
                self.report.set(Some(Arc::new(*report)));
                focus_soon(REVIEW_ID);
            }
        }
    }
}

/// The lines whose row is not what it was.
fn differing(
    before: &[crate::domain::import::ReportRow],
    now: &[crate::domain::import::ReportRow],
) -> Vec<u32> {
    let same = |at: usize| before.get(at) == now.get(at);
    now.iter()
        .enumerate()
        .filter(|(at, _)| !same(*at))
        .map(|(_, row)| row.line)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::import::{ReportRow, RowPlan};

    fn row(line: u32, plan: RowPlan) -> ReportRow {
        ReportRow {
            line,
            username: String::new(),
            full_name: String::new(),
            serial: String::new(),
            plan,
        }
    }

    #[test]
    fn rows_that_are_not_what_they_were_are_found_by_their_line() {
        let before = [row(2, RowPlan::Create), row(4, RowPlan::Create)];
        let now = [row(2, RowPlan::Create), row(4, RowPlan::Unchanged)];
        assert_eq!(differing(&before, &now), [4]);
        assert_eq!(differing(&now, &now), Vec::<u32>::new());
    }
}
