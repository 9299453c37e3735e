//! `/administracion/aprobaciones/:operation`: one request, from what it will do
//! to what was decided.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::answer::Answer;
use super::facts::{Consequence, Facts, ListOf};
use super::page::crumbs;
use crate::api::approval::show_approval;
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::focus::focus_soon;
use crate::console::live::use_live;
use crate::console::loaded::loaded_or;
use crate::console::not_found::NotFound;
use crate::console::operation::what_of;
use crate::console::paths;
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::operation::OperationState;
use crate::domain::view::ApprovalView;
use crate::i18n::console_approval::ApprovalMessage as Words;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{
    Breadcrumb, Crumb, DocumentTitle, IconName, LinkButton, Notice, NoticeKind, PageTitle, Panel,
    SkeletonRows, WizardSteps, t, t_with, use_locale,
};

/// The id of the result.
const OUTCOME_ID: &str = "resultado";

/// The page.
#[component]
pub fn ApprovalPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("operation")?.parse::<OperationId>().ok())
    });
    move || match id.get() {
        Some(operation) => view! { <One operation/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    }
}

#[component]
fn One(operation: OperationId) -> impl IntoView {
    let live = use_live();
    let approval = asked(
        move || (live.operations(), live.tokens()),
        move |_| show_approval(operation),
    );
    let again = Callback::new(move |()| approval.refetch());
    let loading = t(OperationMessage::LoadingRequest);
    let waiting = move || view! { <SkeletonRows rows=3 label=loading/> }.into_any();
    let failed = |error, retry| match error {
        RequestError::NotFound => view! { <NotFound/> }.into_any(),
        error => view! { <PageTitle title=t(Words::Title)/> <ErrorNotice error retry/> }.into_any(),
    };
    loaded_or(approval, waiting, failed, move |approval| {
        view! { <Loaded approval again/> }.into_any()
    })
}

#[component]
fn Loaded(approval: Signal<ApprovalView>, again: Callback<()>) -> impl IntoView {
    let state = Memo::new(move |_| approval.with(|approval| approval.row.state));
    let waits = Memo::new(move |_| state.get() == OperationState::AwaitingSecondApproval);
    let (open, settled) = (t(Words::DetailTitle), t(Words::DetailTitleSettled));
    let title = Signal::derive(move || {
        if waits.get() {
            open.get()
        } else {
            settled.get()
        }
    });
    let mut crumbs = crumbs();
    crumbs.push(Crumb::name(title));
    let locale = use_locale();
    let what = move || {
        approval.with(|approval| what_of(approval.row.kind, &approval.row.subject, locale.get()))
    };
    let asked = Memo::new(move |_| approval.with(|approval| approval.question.is_some()));
    let step = Signal::derive(move || match (waits.get(), asked.get()) {
        (true, false) => 1,
        (true, true) => 2,
        (false, _) => 3,
    });
    let steps = vec![
        t(OperationMessage::StepReview),
        t(Words::StepApprove),
        t(OperationMessage::StepResult),
    ];
    Effect::new(move |before: Option<bool>| {
        let now = waits.get();
        if before == Some(true) && !now {
            focus_soon(OUTCOME_ID);
        }
        now
    });
    let back = t(Words::Back);
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title/>
        <WizardSteps steps current=step/>
        {move || (!waits.get()).then(|| view! { <Outcome approval state=state.get()/> })}
        <Panel>
            <h2>{what}</h2>
            <Facts approval/>
            {move || waits.get().then(|| view! { <Consequence approval/> <Answer approval again/> })}
        </Panel>
        <ListOf approval/>
        <p><LinkButton href=paths::APPROVALS icon=IconName::ArrowLeft>{back}</LinkButton></p>
    }
    .into_any()
}

/// What was decided, and by whom.
#[component]
fn Outcome(approval: Signal<ApprovalView>, state: OperationState) -> impl IntoView {
    let (title, kind) = match state {
        OperationState::Applied => (Words::AppliedTitle, NoticeKind::Success),
        OperationState::Rejected { .. } => (Words::RejectedTitle, NoticeKind::Warning),
        OperationState::Expired => (Words::ExpiredTitle, NoticeKind::Warning),
        OperationState::Cancelled => (Words::CancelledTitle, NoticeKind::Warning),
        OperationState::Superseded => (Words::SupersededTitle, NoticeKind::Warning),
        OperationState::Pending
        | OperationState::AwaitingSecondApproval
        | OperationState::Confirmed => (Words::ConfirmedTitle, NoticeKind::Success),
    };
    let second = Memo::new(move |_| {
        approval.with(|approval| approval.row.second_username.clone().unwrap_or_default())
    });
    let by = t_with(Words::DecidedBy, move || vec![("name", second.get())]);
    view! {
        <div id=OUTCOME_ID tabindex="-1">
            <Notice kind title=t(title)>
                {move || (!second.with(String::is_empty)).then(|| view! { <p>{by}</p> })}
            </Notice>
        </div>
    }
    .into_any()
}
