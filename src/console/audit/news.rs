//! What came into the log while somebody reads it: said quietly, shown when they
//! ask for it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::page::Shown;
use crate::api::audit::news_of_log;
use crate::console::asked::asked;
use crate::console::live::use_live;
use crate::console::paths;
use crate::console::table::href;
use crate::domain::table::{AuditQuery, Sort};
use crate::domain::view::LogNews;
use crate::i18n::Message;
use crate::i18n::console_audit::AuditMessage;
use crate::ui::{Button, ButtonVariant, IconName, t, use_locale};

/// "3 entradas nuevas", and the button that shows them: the first page, the
/// newest first.
#[component]
pub fn News(shown: Signal<Shown>, again: Callback<()>) -> impl IntoView {
    let live = use_live();
    let seen = Memo::new(move |_| shown.with(|(query, page)| (query.filter.clone(), page.entries)));
    let news = asked(
        move || (seen.get(), live.log()),
        |((filter, since), _)| news_of_log(filter, since),
    );
    let locale = use_locale();
    let newest = move || {
        shown.with_untracked(|(query, _)| AuditQuery {
            sort: Sort::default(),
            ..query.clone().on_first_page()
        })
    };
    let navigate = use_navigate();
    let show = Callback::new(move |()| {
        let to = newest();
        if shown.with_untracked(|(query, _)| *query == to) {
            again.run(());
        } else {
            navigate(&href(paths::LOG, &to), NavigateOptions::default());
        }
    });
    let words = t(AuditMessage::ShowNew);
    view! {
        <Transition fallback=|| ()>
            <div class="log-news" role="status">
                {move || {
                    let news = news.get().and_then(Result::ok).unwrap_or_default();
                    let said = told(news).map(|(message, count)| message.fill(locale.get(), &[("count", &count)]));
                    said.map(|said| view! {
                        <p class="log-news-words">
                            <span>{said}</span>
                            <Button variant=ButtonVariant::Secondary icon=IconName::Refresh small=true on_click=move || show.run(())>{words}</Button>
                        </p>
                    })
                }}
            </div>
        </Transition>
    }
    .into_any()
}

fn told(news: LogNews) -> Option<(AuditMessage, String)> {
    let message = match (news.count, news.or_more) {
        (0, _) => return None,
        (_, true) => AuditMessage::MoreNew,
        (1, false) => AuditMessage::OneNew,
        (_, false) => AuditMessage::ManyNew,
    };
    Some((message, news.count.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_came_is_said() {
        let news = |count, or_more| told(LogNews { count, or_more });
        assert_eq!(news(0, false), None);
        assert_eq!(news(1, false), Some((AuditMessage::OneNew, "1".to_owned())));
        assert_eq!(news(7, true), Some((AuditMessage::MoreNew, "7".to_owned())));
    }
}
