//! The company's tokens by state: a bar for the eye, a table for everybody.

use leptos::prelude::*;

use crate::domain::token::TokenStatus;
use crate::domain::view::HomeView;
use crate::i18n::console_home::HomeMessage;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{
    Cell, CellKind, Counter, Counters, HeaderCell, Row, RowHeader, StateBadge, TableBody,
    TableFrame, TableHead, status_tone, t,
};

/// How long the whole bar is, in units of its drawing.
const WHOLE: u64 = 1_000;

/// Counters, bar and table. Retired tokens are not the company's any more.
#[component]
pub fn TokensByState(home: Signal<HomeView>) -> impl IntoView {
    let rows = Memo::new(move |_| home.with(in_use));
    let total = Signal::derive(move || home.with(|home| home.stock.total));
    let available = Signal::derive(move || home.with(|home| home.stock.available));
    view! {
        <Counters>
            <Counter label=t(TokenMessage::CounterTotal) value=total/>
            <Counter label=t(TokenMessage::CounterAvailable) value=available/>
        </Counters>
        <svg class="home-bar" viewBox=format!("0 0 {WHOLE} 24") preserveAspectRatio="none" aria-hidden="true">
            {move || pieces(&rows.get()).into_iter().map(|(status, from, length)| view! {
                <rect data-tone=status_tone(status).name() x=from.to_string() y="0" width=length.to_string() height="24"/>
            }).collect_view()}
        </svg>
        <TableFrame id="tokens-by-state" caption=t(HomeMessage::StockPanel)>
            <TableHead>
                <HeaderCell label=t(TokenMessage::State)/>
                <HeaderCell label=t(HomeMessage::Amount) kind=CellKind::Figure/>
            </TableHead>
            <TableBody>
                {move || rows.get().into_iter().map(|(status, count)| view! {
                    <Row>
                        <RowHeader label=t(TokenMessage::State)><StateBadge status/></RowHeader>
                        <Cell label=t(HomeMessage::Amount) kind=CellKind::Figure>{count}</Cell>
                    </Row>
                }).collect_view()}
            </TableBody>
        </TableFrame>
    }
    .into_any()
}

fn in_use(home: &HomeView) -> Vec<(TokenStatus, u64)> {
    home.stock
        .by_status
        .iter()
        .copied()
        .filter(|(status, _)| *status != TokenStatus::Retired)
        .collect()
}

/// Where each state's piece of the bar begins, and how long it is.
fn pieces(rows: &[(TokenStatus, u64)]) -> Vec<(TokenStatus, u64, u64)> {
    let total: u64 = rows.iter().map(|(_, count)| count).sum();
    let mut before = 0;
    rows.iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            let from = before * WHOLE / total;
            before += count;
            (*status, from, before * WHOLE / total - from)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_pieces_of_the_bar_fill_it_without_a_gap(counts in prop::collection::vec(0_u64..100_000, 5)) {
            let statuses = [
                TokenStatus::Available,
                TokenStatus::Assigned,
                TokenStatus::PendingActivation,
                TokenStatus::Active,
                TokenStatus::Blocked,
            ];
            let rows: Vec<_> = statuses.into_iter().zip(counts.clone()).collect();
            let pieces = pieces(&rows);
            let mut end = 0;
            for (_, from, length) in &pieces {
                prop_assert_eq!(*from, end);
                end += length;
            }
            let any = counts.iter().any(|count| *count > 0);
            prop_assert_eq!(end, if any { WHOLE } else { 0 });
        }
    }
}
