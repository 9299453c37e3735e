//! The strip over every page, and the shell without navigation.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::error_words::explain;
use super::language::use_choose_language;
use super::live::LiveStatus;
use super::paths;
use super::person::use_person;
use crate::api::session::{SignOut, choose_language};
use crate::domain::view::PersonView;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::ui::UiMessage;
use crate::ui::{
    ConsoleShell, DemoRibbon, IconName, LanguageSwitch, Menu, MenuButton, MenuLink, OfflineBanner,
    TopBar, t, t_with, use_locale, use_toasts,
};

/// Banners, product, company, language, and the person's menu.
#[component]
pub fn Top(
    /// Whether there is a side navigation to unfold.
    #[prop(default = true)]
    navigation: bool,
) -> impl IntoView {
    let person = use_person();
    let is_demo =
        Memo::new(move |_| person.is_some_and(|person| person.with(|person| person.demo)));
    let company =
        Memo::new(move |_| person.map(|person| person.with(|person| person.company.clone())));
    let choose = use_choose_language();
    let on_change = Callback::new(move |locale| {
        choose.run(locale);
        // Messages follow the screen; if it is not told, only they are late.
        if person.is_some() {
            spawn_local(async move {
                let _ = choose_language(locale).await;
            });
        }
    });
    view! {
        {move || is_demo.get().then(|| view! { <DemoRibbon/> })}
        <OfflineBanner/>
        <TopBar home="/" company navigation status=|| view! { <LiveStatus/> }>
            <LanguageSwitch on_change/>
            {person.map(|person| view! { <PersonMenu person/> })}
        </TopBar>
    }
    .into_any()
}

#[component]
fn PersonMenu(person: Signal<PersonView>) -> impl IntoView {
    let label = Signal::derive(move || person.with(|person| person.username.clone()));
    let name = t_with(UiMessage::PersonMenu, move || vec![("person", label.get())]);
    let accessible_name = Signal::derive(move || Some(name.get()));
    let profile = t(ConsoleMessage::Profile);
    view! {
        <Menu label icon=IconName::User accessible_name>
            <MenuLink href=paths::PROFILE icon=IconName::User>{profile}</MenuLink>
            <SignOutForm/>
        </Menu>
    }
    .into_any()
}

/// The form that ends the session; works before hydration too.
#[component]
fn SignOutForm() -> impl IntoView {
    let sign_out = use_sign_out();
    let words = t(ConsoleMessage::SignOut);
    view! {
        <ActionForm action=sign_out>
            <MenuButton submit=true icon=IconName::Leave>{words}</MenuButton>
        </ActionForm>
    }
    .into_any()
}

/// Ends the session and goes to the sign-in page.
pub fn use_sign_out() -> ServerAction<SignOut> {
    let sign_out = ServerAction::<SignOut>::new();
    let (navigate, toasts, locale) = (use_navigate(), use_toasts(), use_locale());
    Effect::new(move |_| match sign_out.value().get() {
        Some(Ok(())) => navigate(
            paths::SIGN_IN,
            NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            },
        ),
        Some(Err(error)) => {
            let words = explain(&error, locale.get_untracked());
            toasts.danger(format!("{}. {}", words.title, words.lead));
        }
        None => {}
    });
    sign_out
}

/// The shell of a page from which there is nowhere else to go, or that is open
/// to all.
#[component]
pub fn BareShell(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <ConsoleShell top=move || view! { <Top navigation=false/> }>
            {children()}
        </ConsoleShell>
    }
    .into_any()
}
