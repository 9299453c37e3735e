//! The linked tokens, each a card.

use leptos::prelude::*;

use super::state::{Tokens, use_app};
use super::vault::LinkedToken;
use crate::domain::token::TokenStatus;
use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{
    ButtonVariant, Icon, IconName, KeyValue, KeyValueList, LinkButton, StateBadge, t, t_with,
};

/// Every linked token.
#[component]
pub fn TokenCards() -> impl IntoView {
    let app = use_app();
    let tokens = move || match app.tokens.get() {
        Tokens::Known(tokens) => tokens,
        Tokens::Reading | Tokens::Unreadable => Vec::new(),
    };
    view! {
        <section class="app-section" aria-labelledby="tokens">
            <h2 class="app-heading" id="tokens">{t(Words::TokensHeading)}</h2>
            <ul class="app-list">
                <For each=tokens key=|token| (token.device(), token.status) let:token>
                    <li><TokenCard token/></li>
                </For>
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn TokenCard(token: LinkedToken) -> impl IntoView {
    let app = use_app();
    let device = token.device();
    let status = token.status;
    let serial = token.profile.serial.to_string();
    let gone = Memo::new(move |_| app.gone.with(|gone| gone.contains(&device)));
    let (for_code, for_details) = (serial.clone(), serial.clone());
    let code_name = t_with(Words::SeeCodeOf, move || vec![("serial", for_code.clone())]);
    let details_name = t_with(Words::SeeDetailsOf, move || {
        vec![("serial", for_details.clone())]
    });
    let (see_code, see_details) = (t(Words::SeeCode), t(Words::SeeDetails));
    let (is_gone, not_yet, blocked) = (
        t(Words::TokenGone),
        t(Words::NotYetActive),
        t(Words::IsBlocked),
    );
    let note = move || match status {
        _ if gone.get() => Some(is_gone.get()),
        Some(TokenStatus::PendingActivation) => Some(not_yet.get()),
        Some(TokenStatus::Blocked) => Some(blocked.get()),
        _ => None,
    };
    view! {
        <article class="app-card">
            <KeyValueList>
                <KeyValue name=t(Words::Company)>{token.profile.company}</KeyValue>
                <KeyValue name=t(Words::User)>{token.profile.username}</KeyValue>
                <KeyValue name=t(Words::Serial) mono=true>{serial}</KeyValue>
                {status.map(|status| view! {
                    <KeyValue name=t(Words::Status)>
                        {move || (!gone.get()).then(|| view! { <StateBadge status/> })}
                        {move || gone.get().then_some("—")}
                    </KeyValue>
                })}
            </KeyValueList>
            {move || note().map(|note| view! {
                <p class="app-card-note"><Icon name=IconName::Info/> <span>{note}</span></p>
            })}
            <div class="app-card-actions">
                <LinkButton href=format!("/app/codigo/{device}") variant=ButtonVariant::Secondary icon=IconName::Key>
                    <span aria-hidden="true">{see_code}</span> <span class="sr-only">{code_name}</span>
                </LinkButton>
                <LinkButton href=format!("/app/dispositivo/{device}") variant=ButtonVariant::Quiet>
                    <span aria-hidden="true">{see_details}</span> <span class="sr-only">{details_name}</span>
                </LinkButton>
            </div>
        </article>
    }
    .into_any()
}
