//! What waits, each with the list where it is done.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::table::href;
use crate::domain::table::{TokenFilter, TokenQuery, UserFilter, UserQuery};
use crate::domain::token::TokenStatus;
use crate::domain::view::HomeView;
use crate::i18n::console_home::HomeMessage;
use crate::ui::{Icon, IconName, Tone, t, t_with};

/// The list; kind words when nothing waits.
#[component]
pub fn WaitingList(home: Signal<HomeView>) -> impl IntoView {
    let is_quiet = Memo::new(move |_| home.with(HomeView::is_quiet));
    let quiet = t(HomeMessage::Quiet);
    move || {
        if is_quiet.get() {
            return view! {
                <p class="home-quiet"><Icon name=IconName::CheckCircle/> <span>{quiet}</span></p>
            }
            .into_any();
        }
        view! {
            <ul class="home-waiting">
                {item(home, |home| home.approvals, Tone::Warning, IconName::Approve,
                    (HomeMessage::ApprovalsOne, HomeMessage::Approvals), paths::APPROVALS.to_owned())}
                {item(home, |home| home.pending_activation, Tone::Warning, IconName::Clock,
                    (HomeMessage::PendingOne, HomeMessage::Pending), tokens(TokenStatus::PendingActivation))}
                {item(home, |home| home.expiring_invitations, Tone::Warning, IconName::Mail,
                    (HomeMessage::ExpiringOne, HomeMessage::Expiring), tokens(TokenStatus::Assigned))}
                {item(home, |home| home.blocked, Tone::Danger, IconName::Lock,
                    (HomeMessage::BlockedOne, HomeMessage::Blocked), tokens(TokenStatus::Blocked))}
                {item(home, |home| home.stale_users, Tone::Warning, IconName::Users,
                    (HomeMessage::StaleOne, HomeMessage::Stale), users_to_confirm())}
            </ul>
        }
        .into_any()
    }
}

/// One thing, with the way to its list; nothing while there is none.
fn item(
    home: Signal<HomeView>,
    count: fn(&HomeView) -> u64,
    tone: Tone,
    icon: IconName,
    (one, many): (HomeMessage, HomeMessage),
    href: String,
) -> AnyView {
    let count = Memo::new(move |_| home.with(count));
    let one = t(one);
    let many = t_with(many, move || vec![("count", count.get().to_string())]);
    (move || {
        let words = move || {
            if count.get() == 1 {
                one.get()
            } else {
                many.get()
            }
        };
        (count.get() > 0).then(|| {
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
    })
    .into_any()
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
