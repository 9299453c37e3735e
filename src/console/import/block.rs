//! Blocking the tokens of a file at once: why, how far it is, and what became of
//! each.

use leptos::prelude::*;

use super::accept::{WaysOut, seen_tokens, use_why_not};
use super::state::{Import, RESULT_ID};
use crate::api::token::block_tokens;
use crate::console::error_notice::ErrorNotice;
use crate::console::error_words::explain;
use crate::console::focus::focus_soon;
use crate::console::paths;
use crate::console::words::block_reason_message;
use crate::domain::batch::LARGEST_PIECE;
use crate::domain::error::RequestError;
use crate::domain::token::BlockReason;
use crate::domain::view::SeenToken;
use crate::i18n::Message;
use crate::i18n::console_import::ImportMessage as Words;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{
    Badge, Button, ButtonVariant, Cell, HeaderCell, IconName, LinkButton, Notice, NoticeKind,
    RadioCard, RadioGroup, Row, RowHeader, TableBody, TableFrame, TableHead, Tone, Waiting, t,
    t_with, use_locale,
};

/// As many tokens as one request blocks.
const PIECE: usize = LARGEST_PIECE;

/// What became of each token, by its user.
type Outcomes = Vec<(String, Option<RequestError>)>;
type Block = Action<(Vec<(SeenToken, String)>, BlockReason), Result<Outcomes, RequestError>>;

/// The reason and the button, then what became of each.
#[component]
pub fn BlockRows(import: Import, leave: &'static str) -> impl IntoView {
    let reached = RwSignal::new(0_usize);
    let block: Block = Action::new(
        move |(tokens, reason): &(Vec<(SeenToken, String)>, BlockReason)| {
            let (tokens, reason) = (tokens.clone(), *reason);
            reached.set(0);
            async move { block_all(tokens, reason, reached).await }
        },
    );
    Effect::new(move |_| {
        if block.value().with(|value| matches!(value, Some(Ok(_)))) {
            import.is_blocked.set(true);
            focus_soon(RESULT_ID);
        }
    });
    move || match block.value().get() {
        Some(Ok(outcomes)) => view! { <BlockOutcomes outcomes import/> }.into_any(),
        answer => {
            let error = answer.and_then(Result::err);
            view! {
                {error.map(|error| view! { <ErrorNotice error/> })}
                <Question import leave block reached/>
            }
            .into_any()
        }
    }
}

/// Blocks them piece by piece. What fails for a whole piece is told of each of
/// it and of those after it.
async fn block_all(
    tokens: Vec<(SeenToken, String)>,
    reason: BlockReason,
    reached: RwSignal<usize>,
) -> Result<Outcomes, RequestError> {
    let mut outcomes: Outcomes = Vec::with_capacity(tokens.len());
    for piece in tokens.chunks(PIECE) {
        let seen = piece.iter().map(|(seen, _)| *seen).collect();
        let names = piece.iter().map(|(_, name)| name.clone());
        match block_tokens(seen, reason).await {
            Ok(answers) => {
                outcomes.extend(names.zip(answers.into_iter().map(|answer| answer.error)));
            }
            Err(error) if tokens.len() == 1 => {
                outcomes.extend(names.map(|name| (name, Some(error.clone()))))
            }
            Err(error) if outcomes.is_empty() => return Err(error),
            Err(error) => outcomes.extend(names.map(|name| (name, Some(error.clone())))),
        }
        let _ = reached.try_set(outcomes.len());
    }
    Ok(outcomes)
}

#[component]
fn Question(
    import: Import,
    leave: &'static str,
    block: Block,
    reached: RwSignal<usize>,
) -> impl IntoView {
    let locale = use_locale();
    let reason = RwSignal::new(String::new());
    let beforehand = use_why_not(import);
    let why = Signal::derive(move || {
        beforehand.get().or_else(|| {
            let missing = reason.with(String::is_empty);
            missing.then(|| {
                OperationMessage::BlockWhyMissing
                    .text(locale.get())
                    .to_owned()
            })
        })
    });
    let press = move || {
        let chosen = reason.with_untracked(|reason| BlockReason::from_code(reason));
        if let (Some(reason), false) = (chosen, block.pending().get_untracked()) {
            block.dispatch((seen_tokens(import), reason));
        }
    };
    let progress = t_with(Words::Blocking, move || {
        let total = import.tally().effective();
        vec![
            ("done", reached.get().to_string()),
            ("total", total.to_string()),
        ]
    });
    let words = t(Words::AcceptBlock);
    view! {
        <RadioGroup legend=t(OperationMessage::BlockWhy)>
            {BlockReason::GIVEN
                .map(|given| view! {
                    <RadioCard
                        id=format!("motivo-{}", given.code())
                        name="motivo"
                        value=given.code()
                        chosen=reason
                        label=t(block_reason_message(given))
                    />
                })
                .collect_view()}
        </RadioGroup>
        {move || block.pending().get().then(|| view! { <Waiting label=progress/> })}
        <div class="cluster">
            <Button
                id="bloquear"
                variant=ButtonVariant::Danger
                icon=IconName::Lock
                disabled_reason=why
                busy=block.pending()
                busy_label=t(OperationMessage::Blocking)
                on_click=press
            >
                {words}
            </Button>
            <WaysOut import leave/>
        </div>
    }
    .into_any()
}

#[component]
fn BlockOutcomes(outcomes: Outcomes, import: Import) -> impl IntoView {
    let locale = use_locale();
    let total = outcomes.len();
    let done = outcomes.iter().filter(|(_, error)| error.is_none()).count();
    let title = t_with(Words::BlockDone, move || {
        vec![("done", done.to_string()), ("total", total.to_string())]
    });
    let kind = if done == total {
        NoticeKind::Success
    } else {
        NoticeKind::Warning
    };
    let (see, other) = (t(Words::SeeTokens), t(Words::OtherFile));
    let rows = outcomes
        .into_iter()
        .map(|(name, error)| {
            let told = match error {
                None => view! {
                    <Badge label=t(Words::Blocked) tone=Tone::Success icon=IconName::CheckCircle/>
                }
                .into_any(),
                Some(error) => {
                    let why = move || {
                        let explained = explain(&error, locale.get());
                        format!("{}. {}", explained.title, explained.lead)
                    };
                    view! {
                        <Badge label=t(Words::PlanRefused) tone=Tone::Danger icon=IconName::Alert/>
                        " " <span>{why}</span>
                    }
                    .into_any()
                }
            };
            view! {
                <Row>
                    <RowHeader label=t(Words::Username)>{name}</RowHeader>
                    <Cell label=t(Words::Outcome)>{told}</Cell>
                </Row>
            }
        })
        .collect_view();
    view! {
        <div id=RESULT_ID tabindex="-1"><Notice kind title/></div>
        <TableFrame id="resultados" caption=t(Words::OutcomeCaption)>
            <TableHead>
                <HeaderCell label=t(Words::Username)/>
                <HeaderCell label=t(Words::Outcome)/>
            </TableHead>
            <TableBody>{rows}</TableBody>
        </TableFrame>
        <div class="cluster">
            <LinkButton href=paths::TOKENS variant=ButtonVariant::Primary>{see}</LinkButton>
            <Button icon=IconName::Refresh on_click=move || import.forget()>{other}</Button>
        </div>
    }
    .into_any()
}
