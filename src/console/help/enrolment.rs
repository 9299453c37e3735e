//! The guide for enrolling in the AppMovil.

use leptos::prelude::*;

use super::guide::{HelpPage, heading, point, trouble};
use crate::console::app_link::AppLink;
use crate::console::paths;
use crate::i18n::console_help::HelpMessage as Help;
use crate::ui::t;

/// The page.
#[component]
pub fn EnrolmentGuide() -> impl IntoView {
    let open = t(Help::EnrolOpenApp);
    view! {
        <HelpPage title=Help::EnrolTitle lead=Help::EnrolLead path=paths::HELP_ENROL>
            <ol class="stack stack-tight">
                {point(Help::EnrolStep1)}
                {point(Help::EnrolStep2)}
                {point(Help::EnrolStep3)}
                {point(Help::EnrolStep4)}
                {point(Help::EnrolStep5)}
                {point(Help::EnrolStep6)}
            </ol>
            <p><AppLink words=open framed=true/></p>
            <section class="stack">
                {heading(Help::EnrolTroubleHeading)}
                <dl class="key-values">
                    {trouble(Help::EnrolExpired, Help::EnrolExpiredHow)}
                    {trouble(Help::EnrolBlocked, Help::EnrolBlockedHow)}
                    {trouble(Help::EnrolLost, Help::EnrolLostHow)}
                </dl>
            </section>
        </HelpPage>
    }
    .into_any()
}
