//! The guide for assigning tokens: the nine steps.

use leptos::prelude::*;

use super::guide::{HelpPage, heading, point, point_with_link, trouble};
use crate::console::paths;
use crate::domain::table::{TokenFilter, TokenQuery};
use crate::domain::token::TokenStatus;
use crate::i18n::console_help::HelpMessage as Help;

/// The page.
#[component]
pub fn AssignmentGuide() -> impl IntoView {
    view! {
        <HelpPage title=Help::AssignTitle lead=Help::AssignLead path=paths::HELP_ASSIGN>
            <ol class="stack stack-tight">
                {point_with_link(Help::AssignStep1, Help::AssignOpenTable, paths::TOKENS)}
                {point_with_link(Help::AssignStep2, Help::AssignOpenWizard, paths::ASSIGN)}
                {point_with_link(Help::AssignStep3, Help::UsersTitle, paths::HELP_USERS)}
                {point(Help::AssignStep4)}
                {point(Help::AssignStep5)}
                {point_with_link(Help::AssignStep6, Help::EnrolTitle, paths::HELP_ENROL)}
                {point(Help::AssignStep7)}
                {point_with_link(Help::AssignStep8, Help::AssignOpenPending, &pending())}
                {point(Help::AssignStep9)}
            </ol>
            <section class="stack">
                {heading(Help::AssignTroubleHeading)}
                <dl class="key-values">
                    {trouble(Help::AssignExpired, Help::AssignExpiredHow)}
                    {trouble(Help::AssignNone, Help::AssignNoneHow)}
                    {trouble(Help::AssignStuck, Help::AssignStuckHow)}
                </dl>
            </section>
        </HelpPage>
    }
    .into_any()
}

/// The table with those that wait to be activated.
fn pending() -> String {
    let query = TokenQuery {
        filter: TokenFilter {
            status: Some(TokenStatus::PendingActivation),
            ..TokenFilter::default()
        },
        ..TokenQuery::default()
    };
    format!("{}{}", paths::TOKENS, query.to_query_string())
}
