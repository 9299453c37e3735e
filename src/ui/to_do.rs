//! What waits for somebody: a list of counted things, each with the way to where
//! it is done.

use leptos::prelude::*;

use super::{Icon, IconName, Tone, t, t_with};
use crate::i18n::Message;

/// The list.
#[component]
pub fn ToDoList(children: Children) -> impl IntoView {
    view! { <ul class="home-waiting">{children()}</ul> }
}

/// One kind of thing that waits; nothing while there is none of it.
#[component]
pub fn ToDo<M: Message + Send + Sync + 'static>(
    /// How many wait.
    count: Memo<u64>,
    /// The words for one.
    one: M,
    /// The words for several, with `{count}`.
    many: M,
    /// How much it presses.
    #[prop(default = Tone::Warning)]
    tone: Tone,
    /// Its drawing.
    icon: IconName,
    /// Where it is done.
    href: String,
) -> impl IntoView {
    let one = t(one);
    let many = t_with(many, move || vec![("count", count.get().to_string())]);
    let words = Signal::derive(move || {
        if count.get() == 1 {
            one.get()
        } else {
            many.get()
        }
    });
    let is_there = Memo::new(move |_| count.get() > 0);
    move || {
        is_there.get().then(|| {
            view! {
                <li>
                    <a class="home-item" data-tone=tone.name() href=href.clone()>
                        <Icon name=icon/>
                        <span>{words}</span>
                        <Icon name=IconName::ArrowRight/>
                    </a>
                </li>
            }
        })
    }
}

/// In place of the list when nothing waits.
#[component]
pub fn NothingToDo(
    /// That nothing waits.
    words: Signal<String>,
) -> impl IntoView {
    view! { <p class="home-quiet"><Icon name=IconName::CheckCircle/> <span>{words}</span></p> }
}
