//! `/administracion/bitacora`.

use leptos::prelude::*;

use super::export::ExportForm;
use super::filters::Filters;
use super::news::News;
use super::table::LogTable;
use crate::api::audit::list_log;
use crate::console::asked::asked;
use crate::console::loaded::loaded;
use crate::console::paths;
use crate::console::table::{Address, NothingFits, href, use_address};
use crate::domain::table::{AuditColumn, AuditFilter, AuditQuery, PageRequest, Place};
use crate::domain::view::AuditPage;
use crate::i18n::console::ConsoleMessage;
use crate::i18n::console_audit::AuditMessage;
use crate::ui::{
    Breadcrumb, ButtonVariant, Crumb, DocumentTitle, EmptyState, IconName, LinkButton, Notice,
    PageTitle, SkeletonRows, t, t_with,
};

/// A page of the log with the query that it answers.
pub type Shown = (AuditQuery, AuditPage);

/// The page. What comes in later is announced, and shown when it is asked for:
/// somebody who reads does not lose their place.
#[component]
pub fn LogPage() -> impl IntoView {
    let address = use_address::<AuditFilter, AuditColumn>();
    let log = asked(
        move || address.query.get(),
        |query| async move {
            let page = list_log(query.clone()).await?;
            Ok((query, page))
        },
    );
    let again = Callback::new(move |()| log.refetch());
    let title = t(AuditMessage::Title);
    let crumbs = vec![
        Crumb::name(t(ConsoleMessage::Administration)),
        Crumb::link(title, paths::LOG),
    ];
    let loading = t(AuditMessage::Loading);
    let waiting = move || view! { <SkeletonRows label=loading/> }.into_any();
    view! {
        <DocumentTitle text=title/>
        <Breadcrumb crumbs/>
        <PageTitle title lead=t(AuditMessage::Lead)/>
        {loaded(log, waiting, move |shown| view! { <Log shown address again/> }.into_any())}
    }
    .into_any()
}

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Nothing,
    NothingFits,
    NotYetFound,
    Rows,
}

fn content(page: &AuditPage) -> Content {
    match (page.page.rows.is_empty(), page.looked_until) {
        (false, _) => Content::Rows,
        (true, Some(_)) => Content::NotYetFound,
        (true, None) if page.entries == 0 => Content::Nothing,
        (true, None) => Content::NothingFits,
    }
}

#[component]
fn Log(shown: Signal<Shown>, address: Address<AuditQuery>, again: Callback<()>) -> impl IntoView {
    let query = address.query;
    let content = Memo::new(move |_| shown.with(|(_, page)| content(page)));
    let body = move || match content.get() {
        Content::Nothing => view! {
            <EmptyState title=t(AuditMessage::EmptyTitle) lead=t(AuditMessage::EmptyLead)/>
        }
        .into_any(),
        Content::NothingFits => view! {
            <NothingFits
                path=paths::LOG
                query
                title=t(AuditMessage::FilteredTitle)
                lead=t(AuditMessage::FilteredLead)
            />
        }
        .into_any(),
        Content::NotYetFound => ().into_any(),
        Content::Rows => view! { <LogTable shown query/> }.into_any(),
    };
    view! {
        <Filters address/>
        <News shown again/>
        {body}
        <LookFurther shown/>
        <ExportForm shown/>
    }
    .into_any()
}

/// Where a search stopped that was not done, and the way on.
#[component]
fn LookFurther(shown: Signal<Shown>) -> impl IntoView {
    let until = Memo::new(move |_| {
        shown.with(|(query, page)| Some((page.looked_until?, further(query, page)?)))
    });
    let words = t(AuditMessage::LookFurther);
    let title = t_with(AuditMessage::LookedUntil, move || {
        let at = until.get().map(|(at, _)| at.to_minute_text());
        vec![("when", at.unwrap_or_default())]
    });
    move || {
        let (_, href) = until.get()?;
        let actions = move || {
            view! {
                <LinkButton href variant=ButtonVariant::Secondary icon=IconName::Search>
                    {words}
                </LinkButton>
            }
        };
        Some(view! { <Notice title actions/> })
    }
}

/// The address of the page beyond where the search stopped.
fn further(query: &AuditQuery, page: &AuditPage) -> Option<String> {
    let (place, number) = match query.page.place {
        Place::Before(_) | Place::Last => (
            Place::Before(page.page.previous.clone()?),
            page.page.number.saturating_sub(1).max(1),
        ),
        Place::First | Place::After(_) => {
            (Place::After(page.page.next.clone()?), page.page.number + 1)
        }
    };
    let size = query.page.size;
    let request = PageRequest {
        place,
        number,
        size,
    };
    Some(href(paths::LOG, &query.clone().on_page(request)))
}
