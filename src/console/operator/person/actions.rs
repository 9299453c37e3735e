//! What is done about one administrator or auditor: another link, a token.

use leptos::prelude::*;

use crate::api::company_person::{
    give_company_person_token, invite_company_person, unlock_company_person,
};
use crate::console::error_notice::ErrorNotice;
use crate::domain::error::RequestError;
use crate::domain::id::{CompanyId, UserId};
use crate::domain::user::{Role, UserStatus};
use crate::domain::view::CompanyPerson;
use crate::i18n::console_password::PasswordMessage as Words;
use crate::ui::{Button, ButtonVariant, Dialog, IconName, Notice, NoticeKind, t, t_with};

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonDeed {
    /// Another link to choose a password with.
    SendLink,
    /// A token.
    GiveToken,
    /// That they may ask again after rejections in a row.
    LiftLock,
}

/// Does it for one person. It is the table's: a row is built anew once it changed.
pub type PersonChange = Action<(UserId, PersonDeed), Result<PersonDeed, RequestError>>;

/// What does it for the people of `company`.
pub fn use_person_change(company: CompanyId) -> PersonChange {
    Action::new(move |(person, deed): &(UserId, PersonDeed)| {
        let (person, deed) = (*person, *deed);
        async move {
            match deed {
                PersonDeed::SendLink => invite_company_person(company, person).await?,
                PersonDeed::GiveToken => give_company_person_token(company, person).await?,
                PersonDeed::LiftLock => unlock_company_person(company, person).await?,
            }
            Ok(deed)
        }
    })
}

/// The buttons and the question.
#[component]
pub fn PersonActions(person: CompanyPerson, change: PersonChange) -> impl IntoView {
    let id = person.id;
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if change.value().with(Option::is_some) {
            open.set(false);
        }
    });
    if person.status == UserStatus::Inactive {
        return ().into_any();
    }
    let name = person.full_name.clone();
    let named = move |words: Words| {
        let name = name.clone();
        t_with(words, move || vec![("name", name.clone())])
    };
    let lacks_token = person.role == Role::Admin && person.token.is_none();
    let is_locked = person.are_requests_locked;
    let (send, give) = (named(Words::SendLinkTo), named(Words::GiveTokenTo));
    let lift = named(Words::LiftLockOf);
    let title = named(Words::SendTitle);
    let email = person.email.clone().unwrap_or_default();
    let lead = t_with(Words::SendLead, move || vec![("email", email.clone())]);
    let (yes, short_give) = (t(Words::SendLink), t(Words::GiveToken));
    let short_lift = t(Words::LiftLock);
    let actions = move || {
        view! {
            <Button
                variant=ButtonVariant::Primary
                icon=IconName::Mail
                busy=change.pending()
                on_click=move || { change.dispatch((id, PersonDeed::SendLink)); }
            >
                {yes}
            </Button>
        }
    };
    view! {
        <span class="cluster">
            <Button small=true icon=IconName::Mail on_click=move || open.set(true)>
                <span aria-hidden="true">{yes}</span>
                <span class="sr-only">{send}</span>
            </Button>
            {lacks_token.then(|| view! {
                <Button
                    small=true
                    icon=IconName::Key
                    busy=change.pending()
                    on_click=move || { change.dispatch((id, PersonDeed::GiveToken)); }
                >
                    <span aria-hidden="true">{short_give}</span>
                    <span class="sr-only">{give}</span>
                </Button>
            })}
            {is_locked.then(|| view! {
                <Button
                    small=true
                    icon=IconName::Lock
                    busy=change.pending()
                    on_click=move || { change.dispatch((id, PersonDeed::LiftLock)); }
                >
                    <span aria-hidden="true">{short_lift}</span>
                    <span class="sr-only">{lift}</span>
                </Button>
            })}
        </span>
        <Dialog id=format!("enlace-{id}") open title actions><p>{lead}</p></Dialog>
    }
    .into_any()
}

/// What became of it.
#[component]
pub fn PersonOutcome(change: PersonChange) -> impl IntoView {
    move || {
        change.value().get().map(|answer| match answer {
            Err(error) => view! { <ErrorNotice error/> }.into_any(),
            Ok(deed) => {
                let done = match deed {
                    PersonDeed::SendLink => Words::SendDone,
                    PersonDeed::GiveToken => Words::GiveDone,
                    PersonDeed::LiftLock => Words::LiftDone,
                };
                view! { <Notice kind=NoticeKind::Success title=t(done)/> }.into_any()
            }
        })
    }
}
