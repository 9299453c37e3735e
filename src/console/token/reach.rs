//! How far a choice reaches: this page, or all that match the filter. The two are
//! told apart in words wherever one could be taken for the other.

use leptos::prelude::*;

use super::selection::Selection;
use crate::domain::table::{TokenFilter, TokenQuery};
use crate::domain::view::TokenPage;
use crate::i18n::console_table::TableMessage;
use crate::ui::{Button, ButtonVariant, t, t_with};

/// What is chosen, in words, and the way to choose more or less; nothing while
/// there is no doubt.
#[component]
pub fn Reach(
    /// The choice.
    selection: Selection,
    /// The page that is shown, and the query that it answers.
    shown: Signal<(TokenQuery, TokenPage)>,
) -> impl IntoView {
    let page = Memo::new(move |_| shown.with(|(_, page)| page.page.rows.len()));
    let total = Memo::new(move |_| shown.with(|(_, page)| page.page.total));
    let is_filtered =
        Memo::new(move |_| shown.with(|(query, _)| query.filter != TokenFilter::default()));
    let chosen = Memo::new(move |_| selection.rows().len());
    let whole_page = Memo::new(move |_| selection.state() == Some(true));
    let all_of = move |message| t_with(message, move || vec![("count", total.get().to_string())]);
    let of_page = t_with(TableMessage::PageChosen, move || {
        vec![("count", page.get().to_string())]
    });
    let (matching, all) = (
        all_of(TableMessage::ChooseMatching),
        all_of(TableMessage::ChooseAll),
    );
    let (are_matching, are_all, only_page) = (
        t(TableMessage::MatchingChosen),
        t(TableMessage::AllChosen),
        t(TableMessage::OnlyPage),
    );
    let by_filter = move |filtered: Signal<String>, unfiltered: Signal<String>| {
        Signal::derive(move || {
            if is_filtered.get() {
                filtered.get()
            } else {
                unfiltered.get()
            }
        })
    };
    let more = by_filter(matching, all);
    let everything = by_filter(are_matching, are_all);
    move || {
        if selection.is_everything() {
            view! {
                <span>{everything}</span>
                <Button variant=ButtonVariant::Quiet small=true on_click=move || selection.narrow_to_page()>
                    {only_page}
                </Button>
            }
            .into_any()
        } else if whole_page.get() && total.get() > chosen.get() as u64 {
            let alone = chosen.get() == page.get();
            view! {
                {alone.then(|| view! { <span>{of_page}</span> })}
                <Button variant=ButtonVariant::Quiet small=true on_click=move || selection.choose_everything()>
                    {more}
                </Button>
            }
            .into_any()
        } else {
            ().into_any()
        }
    }
}
