//! What an operator does to a company as a whole. Each says what will happen
//! before it asks.

use leptos::prelude::*;

use crate::api::company::{resume_company, set_approvals, suspend_company};
use crate::console::error_notice::ErrorNotice;
use crate::console::paths;
use crate::domain::company::{Approvals, CompanyStatus};
use crate::domain::error::RequestError;
use crate::domain::view::{CompanyDetail, SeenCompany};
use crate::i18n::console_company::CompanyMessage;
use crate::ui::{
    Button, ButtonVariant, Dialog, IconName, LinkButton, Notice, NoticeKind, t, t_with,
};

/// A change that a question stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Suspend,
    Resume,
    SetApprovals(Approvals),
}

type Change = Action<(SeenCompany, Deed), Result<Deed, RequestError>>;

fn use_change(open: RwSignal<bool>, again: Callback<()>) -> Change {
    let change: Change = Action::new(|(seen, deed): &(SeenCompany, Deed)| {
        let (seen, deed) = (*seen, *deed);
        async move {
            match deed {
                Deed::Suspend => suspend_company(seen).await?,
                Deed::Resume => resume_company(seen).await?,
                Deed::SetApprovals(approvals) => set_approvals(seen, approvals).await?,
            }
            Ok(deed)
        }
    });
    Effect::new(move |_| {
        if change.value().get().is_some() {
            open.set(false);
            again.run(());
        }
    });
    change
}

/// Editing, and suspending or resuming.
#[component]
pub fn Actions(company: Signal<CompanyDetail>, again: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let change = use_change(open, again);
    let deed = Signal::derive(move || match company.with(|company| company.status) {
        CompanyStatus::Active => Deed::Suspend,
        CompanyStatus::Suspended => Deed::Resume,
    });
    let id = company.with_untracked(|company| company.id);
    let edit = t(CompanyMessage::Edit);
    view! {
        <Outcome change/>
        <div class="cluster">
            <LinkButton href=paths::edit_company(id) icon=IconName::Settings>{edit}</LinkButton>
            <Ask id="cambiar-estado" deed open/>
        </div>
        <Question id="pregunta-estado" company deed open change/>
    }
    .into_any()
}

/// The switch of *control dual*.
#[component]
pub fn ApprovalsAction(company: Signal<CompanyDetail>, again: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let change = use_change(open, again);
    let deed = Signal::derive(move || {
        Deed::SetApprovals(match company.with(|company| company.approvals) {
            Approvals::One => Approvals::Two,
            Approvals::Two => Approvals::One,
        })
    });
    view! {
        <Ask id="cambiar-aprobaciones" deed open/>
        <Outcome change/>
        <Question id="pregunta-aprobaciones" company deed open change/>
    }
    .into_any()
}

/// The words of a deed's button, of its question, and its weight.
const fn words(deed: Deed) -> (CompanyMessage, CompanyMessage, ButtonVariant) {
    match deed {
        Deed::Suspend => (
            CompanyMessage::Suspend,
            CompanyMessage::SuspendTitle,
            ButtonVariant::Danger,
        ),
        Deed::Resume => (
            CompanyMessage::Resume,
            CompanyMessage::ResumeTitle,
            ButtonVariant::Primary,
        ),
        Deed::SetApprovals(Approvals::Two) => (
            CompanyMessage::AskTwo,
            CompanyMessage::AskTwoTitle,
            ButtonVariant::Primary,
        ),
        Deed::SetApprovals(Approvals::One) => (
            CompanyMessage::AskOne,
            CompanyMessage::AskOneTitle,
            ButtonVariant::Danger,
        ),
    }
}

/// What a deed brings.
const fn consequences(deed: Deed) -> &'static [CompanyMessage] {
    match deed {
        Deed::Suspend => &[
            CompanyMessage::SuspendSessions,
            CompanyMessage::SuspendCodes,
            CompanyMessage::SuspendRequests,
            CompanyMessage::SuspendKept,
        ],
        Deed::Resume => &[CompanyMessage::ResumeLead],
        Deed::SetApprovals(Approvals::Two) => &[
            CompanyMessage::ApprovalsTwoLead,
            CompanyMessage::ApprovalsWaiting,
        ],
        Deed::SetApprovals(Approvals::One) => &[
            CompanyMessage::ApprovalsOneLead,
            CompanyMessage::ApprovalsWaiting,
        ],
    }
}

#[component]
fn Ask(id: &'static str, deed: Signal<Deed>, open: RwSignal<bool>) -> impl IntoView {
    move || {
        let deed = deed.get();
        let label = t(words(deed).0);
        let icon = match deed {
            Deed::Suspend => IconName::MinusCircle,
            Deed::Resume => IconName::CheckCircle,
            Deed::SetApprovals(_) => IconName::Users,
        };
        view! { <Button id icon on_click=move || open.set(true)>{label}</Button> }
    }
}

/// What will happen, and the button that does it.
#[component]
fn Question(
    id: &'static str,
    company: Signal<CompanyDetail>,
    deed: Signal<Deed>,
    open: RwSignal<bool>,
    change: Change,
) -> impl IntoView {
    move || {
        let deed = deed.get();
        let (yes, title, variant) = words(deed);
        let title = t_with(title, move || {
            vec![("name", company.with(|company| company.name.clone()))]
        });
        let yes = t(yes);
        let actions = move || {
            view! {
                <Button
                    variant
                    icon=IconName::Check
                    busy=change.pending()
                    busy_label=t(CompanyMessage::Saving)
                    on_click=move || {
                        change.dispatch((company.with_untracked(CompanyDetail::seen), deed));
                    }
                >
                    {yes}
                </Button>
            }
        };
        let lines = consequences(deed)
            .iter()
            .map(|line| view! { <li>{t(*line)}</li> })
            .collect_view();
        view! {
            <Dialog id open title actions><ul class="stack stack-tight">{lines}</ul></Dialog>
        }
    }
}

#[component]
fn Outcome(change: Change) -> impl IntoView {
    move || {
        change.value().get().map(|answer| match answer {
            Err(error) => view! { <ErrorNotice error/> }.into_any(),
            Ok(deed) => {
                let done = match deed {
                    Deed::Suspend => CompanyMessage::SuspendedDone,
                    Deed::Resume => CompanyMessage::ResumedDone,
                    Deed::SetApprovals(_) => CompanyMessage::ApprovalsDone,
                };
                view! { <Notice kind=NoticeKind::Success title=t(done)/> }.into_any()
            }
        })
    }
}
