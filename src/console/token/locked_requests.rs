//! Over the table of tokens, for an administrator: which other administrators'
//! requests are locked, and the way to lift it.

use leptos::prelude::*;

use crate::api::user::{list_locked_requests, unlock_requests};
use crate::console::asked::asked;
use crate::console::error_notice::ErrorNotice;
use crate::console::live::use_live;
use crate::console::loaded::loaded;
use crate::domain::error::RequestError;
use crate::domain::id::UserId;
use crate::domain::view::LockedPerson;
use crate::i18n::console_token::TokenMessage;
use crate::ui::{Button, IconName, Notice, NoticeKind, t, t_with};

type Unlock = Action<UserId, Result<(), RequestError>>;

/// A notice for each; nothing while nobody's requests are locked.
#[component]
pub fn LockedRequests() -> impl IntoView {
    let live = use_live();
    let locked = asked(
        move || (live.users(), live.operations()),
        |_| list_locked_requests(),
    );
    let unlock: Unlock = Action::new(|user: &UserId| unlock_requests(*user));
    Effect::new(move |_| {
        if unlock.value().get().is_some() {
            locked.refetch();
        }
    });
    let error = move || unlock.value().get().and_then(Result::err);
    let lifted = move || matches!(unlock.value().get(), Some(Ok(())));
    let done = t(TokenMessage::LockLifted);
    view! {
        {move || error().map(|error| view! { <ErrorNotice error/> })}
        {move || lifted().then(|| view! { <Notice kind=NoticeKind::Success title=done/> })}
        {loaded(locked, || ().into_any(), move |locked| {
            (move || {
                let each = |person| view! { <LockedRequest person unlock/> };
                locked.get().into_iter().map(each).collect_view()
            })
            .into_any()
        })}
    }
    .into_any()
}

#[component]
fn LockedRequest(person: LockedPerson, unlock: Unlock) -> impl IntoView {
    let LockedPerson { user, full_name } = person;
    let id = format!("levantar-{user}");
    let title = t_with(TokenMessage::LockedTitle, move || {
        vec![("name", full_name.clone())]
    });
    let (lead, lift, lifting) = (
        t(TokenMessage::LockedLead),
        t(TokenMessage::LiftLock),
        t(TokenMessage::LiftingLock),
    );
    let actions = move || {
        view! {
            <Button
                id=id
                icon=IconName::Key
                busy=unlock.pending()
                busy_label=lifting
                on_click=move || { unlock.dispatch(user); }
            >
                {lift}
            </Button>
        }
    };
    view! { <Notice kind=NoticeKind::Warning title actions>{lead}</Notice> }.into_any()
}
