//! What waits, each with the list where it is done.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::table::href;
use crate::domain::table::{TokenFilter, TokenQuery, UserFilter, UserQuery};
use crate::domain::token::TokenStatus;
use crate::domain::view::HomeView;
use crate::i18n::console_home::HomeMessage;
use crate::ui::{IconName, NothingToDo, ToDo, ToDoList, Tone, t};

/// The list; kind words when nothing waits.
#[component]
pub fn WaitingList(home: Signal<HomeView>) -> impl IntoView {
    let is_quiet = Memo::new(move |_| home.with(HomeView::is_quiet));
    let count = move |of: fn(&HomeView) -> u64| Memo::new(move |_| home.with(of));
    move || {
        if is_quiet.get() {
            return view! { <NothingToDo words=t(HomeMessage::Quiet)/> }.into_any();
        }
        view! {
            <ToDoList>
                <ToDo
                    count=count(|home| home.approvals)
                    one=HomeMessage::ApprovalsOne
                    many=HomeMessage::Approvals
                    icon=IconName::Approve
                    href=paths::APPROVALS.to_owned()
                />
                <ToDo
                    count=count(|home| home.pending_activation)
                    one=HomeMessage::PendingOne
                    many=HomeMessage::Pending
                    icon=IconName::Clock
                    href=tokens(TokenStatus::PendingActivation)
                />
                <ToDo
                    count=count(|home| home.expiring_invitations)
                    one=HomeMessage::ExpiringOne
                    many=HomeMessage::Expiring
                    icon=IconName::Mail
                    href=tokens(TokenStatus::Assigned)
                />
                <ToDo
                    count=count(|home| home.blocked)
                    one=HomeMessage::BlockedOne
                    many=HomeMessage::Blocked
                    tone=Tone::Danger
                    icon=IconName::Lock
                    href=tokens(TokenStatus::Blocked)
                />
                <ToDo
                    count=count(|home| home.stale_users)
                    one=HomeMessage::StaleOne
                    many=HomeMessage::Stale
                    icon=IconName::Users
                    href=users_to_confirm()
                />
            </ToDoList>
        }
        .into_any()
    }
}

fn tokens(status: TokenStatus) -> String {
    let query = TokenQuery {
        filter: TokenFilter::in_status(status),
        ..TokenQuery::default()
    };
    href(paths::TOKENS, &query)
}

fn users_to_confirm() -> String {
    let query = UserQuery {
        filter: UserFilter::to_confirm(),
        ..UserQuery::default()
    };
    href(paths::USERS, &query)
}
