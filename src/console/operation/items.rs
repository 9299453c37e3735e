//! What became of each token of a request about several.

use leptos::prelude::*;

use crate::api::operation::list_items;
use crate::console::asked::asked;
use crate::console::error_words::explain;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::domain::batch::ItemOutcome;
use crate::domain::error::RequestError;
use crate::domain::id::OperationId;
use crate::domain::view::{ItemPage, ItemView, WantedItems};
use crate::i18n::console_operation::OperationMessage as Words;
use crate::i18n::console_token::TokenMessage;
use crate::i18n::{Locale, Message};
use crate::ui::{
    Badge, Button, Cell, CellKind, Field, HeaderCell, IconName, Panel, Row, RowHeader, SelectInput,
    SelectOption, SkeletonRows, TableBody, TableFrame, TableHead, Tone, t, use_locale,
};

const ALL: &str = "todos";
const DONE: &str = "hechos";
const FAILED: &str = "no-se-pudo";
/// How many known results are shown at once, as the server tells at once.
const PIECE: usize = 50;

/// The items, a piece at a time, all or only some.
#[component]
pub fn Items(
    /// Of which operation.
    operation: OperationId,
    /// What the list is: what became of each, or what will be changed.
    #[prop(default = Words::ItemsTitle)]
    title: Words,
) -> impl IntoView {
    let shown = RwSignal::new(ALL.to_owned());
    // A piece is one of the list that it was asked in.
    let piece = RwSignal::new((ALL.to_owned(), 0_u32));
    let question = move || {
        let shown = shown.get();
        let from = piece.with(|(of, from)| if *of == shown { *from } else { 0 });
        (shown, from)
    };
    let items = asked(question, move |(shown, from)| {
        list_items(operation, wanted(&shown), from)
    });
    let loading = t(Words::LoadingItems);
    let waiting = move || view! { <SkeletonRows rows=3 label=loading/> }.into_any();
    let has_results = title == Words::ItemsTitle;
    view! {
        <Panel title=t(title)>
            {has_results.then(|| view! { <WhichItems shown/> })}
            {loaded(items, waiting, move |page| view! { <Piece page shown piece has_results/> }.into_any())}
        </Panel>
    }
    .into_any()
}

/// The same for results that are known here, of what was done at once.
#[component]
pub fn KnownItems(
    /// Each, in its order.
    items: Vec<ItemView>,
) -> impl IntoView {
    let shown = RwSignal::new(ALL.to_owned());
    let piece = RwSignal::new((ALL.to_owned(), 0_u32));
    let page = Memo::new(move |_| {
        let shown = shown.get();
        let from = piece.with(|(of, from)| if *of == shown { *from } else { 0 });
        piece_of(&items, wanted(&shown), from)
    });
    view! {
        <Panel title=t(Words::ItemsTitle)>
            <WhichItems shown/>
            <Piece page=page.into() shown piece has_results=true/>
        </Panel>
    }
    .into_any()
}

/// The items from `from` on that are wanted.
fn piece_of(items: &[ItemView], wanted: WantedItems, from: u32) -> ItemPage {
    let is_wanted = |item: &&ItemView| match wanted {
        WantedItems::All => true,
        WantedItems::Done => item.outcome == Some(ItemOutcome::Done),
        WantedItems::Failed => matches!(item.outcome, Some(ItemOutcome::Failed(_))),
    };
    let rest = items.iter().filter(|item| item.position >= from);
    let mut rest = rest.filter(is_wanted);
    let piece: Vec<_> = rest.by_ref().take(PIECE).cloned().collect();
    ItemPage {
        items: piece,
        next: rest.next().map(|item| item.position),
    }
}

/// Which results are shown.
#[component]
fn WhichItems(shown: RwSignal<String>) -> impl IntoView {
    let locale = use_locale();
    let options = Signal::derive(move || {
        let locale = locale.get();
        [
            (ALL, Words::ItemsAll),
            (DONE, Words::ItemsDone),
            (FAILED, Words::ItemsFailed),
        ]
        .map(|(value, words)| SelectOption::new(value, words.text(locale)))
        .to_vec()
    });
    view! {
        <Field id="mostrar" label=t(Words::ItemsShow)>
            <SelectInput name="mostrar" value=shown options/>
        </Field>
    }
    .into_any()
}

fn wanted(shown: &str) -> WantedItems {
    match shown {
        DONE => WantedItems::Done,
        FAILED => WantedItems::Failed,
        _ => WantedItems::All,
    }
}

#[component]
fn Piece(
    page: Signal<ItemPage>,
    shown: RwSignal<String>,
    piece: RwSignal<(String, u32)>,
    has_results: bool,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| page.with(|page| page.items.is_empty()));
    let next = Memo::new(move |_| page.with(|page| page.next));
    let is_first = Memo::new(move |_| {
        page.with(|page| page.items.first().is_none_or(|item| item.position == 0))
    });
    let go_to = move |from: u32| piece.set((shown.get_untracked(), from));
    let (none, more, first) = (
        t(Words::ItemsNone),
        t(Words::ItemsMore),
        t(Words::ItemsFirst),
    );
    view! {
        {move || if is_empty.get() {
            view! { <p class="muted">{none}</p> }.into_any()
        } else {
            view! { <Table page has_results/> }.into_any()
        }}
        <div class="cluster">
            {move || (!is_first.get()).then(|| view! {
                <Button icon=IconName::ChevronFirst on_click=move || go_to(0)>{first}</Button>
            })}
            {move || next.get().map(|from| view! {
                <Button icon=IconName::ArrowRight on_click=move || go_to(from)>{more}</Button>
            })}
        </div>
    }
    .into_any()
}

#[component]
fn Table(page: Signal<ItemPage>, has_results: bool) -> impl IntoView {
    view! {
        <TableFrame id="items" caption=t(Words::ItemsTitle)>
            <TableHead>
                <HeaderCell label=t(TokenMessage::Username)/>
                <HeaderCell label=t(TokenMessage::Serial)/>
                {has_results.then(|| view! { <HeaderCell label=t(Words::ItemResult)/> })}
            </TableHead>
            <TableBody>
                <For each=move || page.get().items key=|item| item.position let:item>
                    <Item item has_results/>
                </For>
            </TableBody>
        </TableFrame>
    }
    .into_any()
}

#[component]
fn Item(item: ItemView, has_results: bool) -> impl IntoView {
    let ItemView {
        serial,
        username,
        full_name,
        outcome,
        ..
    } = item;
    view! {
        <Row>
            <RowHeader label=t(TokenMessage::Username)>{username} " · " {full_name}</RowHeader>
            <Cell label=t(TokenMessage::Serial) kind=CellKind::Code>
                <a href=paths::detail(serial)>{serial.to_string()}</a>
            </Cell>
            {has_results.then(|| view! { <Cell label=t(Words::ItemResult)>{outcome.map(told)}</Cell> })}
        </Row>
    }
    .into_any()
}

fn told(outcome: ItemOutcome) -> AnyView {
    let locale = use_locale();
    match outcome {
        ItemOutcome::Done => view! {
            <Badge label=t(Words::ItemDone) tone=Tone::Success icon=IconName::CheckCircle/>
        }
        .into_any(),
        ItemOutcome::Failed(error) => {
            let why = move || reason(&error, locale.get());
            view! {
                <span class="stack stack-tight">
                    <Badge label=t(Words::ItemsFailed) tone=Tone::Danger icon=IconName::Alert/>
                    <span>{why}</span>
                </span>
            }
            .into_any()
        }
    }
}

/// Why it could not be done, in one line.
fn reason(error: &RequestError, locale: Locale) -> String {
    let explained = explain(error, locale);
    if explained.details.is_empty() {
        format!("{}. {}", explained.title, explained.lead)
    } else {
        format!("{} {}.", explained.lead, explained.details.join(", "))
    }
}
