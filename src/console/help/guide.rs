//! What the guides share.

use leptos::prelude::*;

use crate::console::paths;
use crate::console::person::use_person;
use crate::console::support::SupportPanel;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_help::HelpMessage;
use crate::ui::{Breadcrumb, Crumb, DocumentTitle, LinkButton, PageTitle, t};

/// A page of help: its place, its title, its text, and whom to ask.
#[component]
pub fn HelpPage(
    /// Its title.
    title: HelpMessage,
    /// What it is about.
    lead: HelpMessage,
    /// Its address, unless it is the index.
    #[prop(optional)]
    path: Option<&'static str>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let help = Crumb::link(t(ConsoleMessage::Help), paths::HELP);
    let own = path.map(|path| Crumb::link(t(title), path));
    let crumbs = std::iter::once(help).chain(own).collect();
    let (back, sign_in) = (t(HelpMessage::AllGuides), t(ConsoleMessage::SignIn));
    let title = t(title);
    let signed_out = use_person().is_none();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(lead)/>
        <article class="guide stack stack-loose measure">{children()}</article>
        <SupportPanel/>
        <div class="cluster">
            {path.map(|_| view! { <LinkButton href=paths::HELP>{back}</LinkButton> })}
            {signed_out.then(|| view! { <LinkButton href=paths::SIGN_IN>{sign_in}</LinkButton> })}
        </div>
    }
    .into_any()
}

/// A heading of a guide.
pub fn heading(words: HelpMessage) -> AnyView {
    view! { <h2>{t(words)}</h2> }.into_any()
}

/// A step, or a point, of a guide.
pub fn point(words: HelpMessage) -> AnyView {
    view! { <li>{t(words)}</li> }.into_any()
}

/// A step with the way to its screen.
pub fn point_with_link(words: HelpMessage, link: HelpMessage, href: &str) -> AnyView {
    let href = href.to_owned();
    view! { <li>{t(words)} " " <a href=href>{t(link)}</a></li> }.into_any()
}

/// A trouble and what to do about it.
pub fn trouble(what: HelpMessage, how: HelpMessage) -> AnyView {
    view! { <div class="key-value"><dt>{t(what)}</dt> <dd>{t(how)}</dd></div> }.into_any()
}
