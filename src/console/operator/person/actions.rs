//! What is done about one administrator or auditor: another link, a token.

use leptos::prelude::*;

use crate::api::company_person::{give_company_person_token, invite_company_person};
use crate::console::error_notice::ErrorNotice;
use crate::domain::error::RequestError;
use crate::domain::id::CompanyId;
use crate::domain::user::{Role, UserStatus};
use crate::domain::view::CompanyPerson;
use crate::i18n::console_password::PasswordMessage as Words;
use crate::ui::{Button, ButtonVariant, Dialog, IconName, Notice, NoticeKind, t, t_with};

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    SendLink,
    GiveToken,
}

type Change = Action<Deed, Result<Deed, RequestError>>;

/// The buttons, the question, and the outcome.
#[component]
pub fn PersonActions(company: CompanyId, person: CompanyPerson) -> impl IntoView {
    let id = person.id;
    let open = RwSignal::new(false);
    let change: Change = Action::new(move |deed: &Deed| {
        let deed = *deed;
        async move {
            match deed {
                Deed::SendLink => invite_company_person(company, id).await?,
                Deed::GiveToken => give_company_person_token(company, id).await?,
            }
            Ok(deed)
        }
    });
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
    let (send, give) = (named(Words::SendLinkTo), named(Words::GiveTokenTo));
    let title = named(Words::SendTitle);
    let email = person.email.clone().unwrap_or_default();
    let lead = t_with(Words::SendLead, move || vec![("email", email.clone())]);
    let (yes, short_give) = (t(Words::SendLink), t(Words::GiveToken));
    let actions = move || {
        view! {
            <Button
                variant=ButtonVariant::Primary
                icon=IconName::Mail
                busy=change.pending()
                on_click=move || { change.dispatch(Deed::SendLink); }
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
                    on_click=move || { change.dispatch(Deed::GiveToken); }
                >
                    <span aria-hidden="true">{short_give}</span>
                    <span class="sr-only">{give}</span>
                </Button>
            })}
        </span>
        <Dialog id=format!("enlace-{id}") open title actions><p>{lead}</p></Dialog>
        {move || change.value().get().map(|answer| match answer {
            Err(error) => view! { <ErrorNotice error/> }.into_any(),
            Ok(deed) => {
                let done = match deed {
                    Deed::SendLink => Words::SendDone,
                    Deed::GiveToken => Words::GiveDone,
                };
                view! { <Notice kind=NoticeKind::Success title=t(done)/> }.into_any()
            }
        })}
    }
    .into_any()
}
