//! The guide for creating and setting up secondary users.

use leptos::prelude::*;

use super::guide::{HelpPage, heading, point, point_with_link, trouble};
use crate::console::paths;
use crate::i18n::console_help::HelpMessage as Help;

/// The page.
#[component]
pub fn SecondaryUsersGuide() -> impl IntoView {
    view! {
        <HelpPage title=Help::UsersTitle lead=Help::UsersLead path=paths::HELP_USERS>
            <section class="stack">
                {heading(Help::UsersNeedHeading)}
                <ul class="stack stack-tight">
                    {point(Help::UsersNeedActive)}
                    {point(Help::UsersNeedEmail)}
                    {point(Help::UsersNeedMobile)}
                    {point(Help::UsersNeedFresh)}
                    {point(Help::UsersNeedNoToken)}
                </ul>
            </section>
            <section class="stack">
                {heading(Help::UsersCreateHeading)}
                <ol class="stack stack-tight">
                    {point(Help::UsersCreateCollect)}
                    {point(Help::UsersCreateAsk)}
                    {point_with_link(Help::UsersCreateCheck, Help::AssignOpenWizard, paths::ASSIGN)}
                </ol>
            </section>
            <section class="stack">
                {heading(Help::UsersFixHeading)}
                <dl class="key-values">
                    {trouble(Help::UsersFixContact, Help::UsersFixContactHow)}
                    {trouble(Help::UsersFixStale, Help::UsersFixStaleHow)}
                    {trouble(Help::UsersFixHasToken, Help::UsersFixHasTokenHow)}
                    {trouble(Help::UsersFixInactive, Help::UsersFixInactiveHow)}
                </dl>
            </section>
        </HelpPage>
    }
    .into_any()
}
