//! The operation that the address names: a reload goes on waiting for it.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::console::paths;
use crate::domain::id::OperationId;
use crate::i18n::console_operation::OperationMessage;
use crate::ui::{ButtonVariant, LinkButton, Notice, NoticeKind, t};

/// What the address says of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requested {
    /// It names none.
    Nothing,
    /// It names this one.
    Operation(OperationId),
    /// What it names is no operation.
    Unreadable,
}

impl Requested {
    /// Reads the value of the address's parameter.
    pub fn parse(text: Option<&str>) -> Self {
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            None => Self::Nothing,
            Some(text) => text.parse().map_or(Self::Unreadable, Self::Operation),
        }
    }
}

/// Reads the address.
pub fn use_requested() -> Signal<Requested> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| Requested::parse(query.get_str(paths::OPERATION)))).into()
}

/// What stands where the address names no operation that exists.
#[component]
pub fn NoSuchRequest(
    /// Where to start again.
    #[prop(into)]
    start: String,
) -> impl IntoView {
    let words = t(OperationMessage::StartAgain);
    let actions = move || {
        view! { <LinkButton href=start variant=ButtonVariant::Primary>{words}</LinkButton> }
    };
    view! {
        <Notice kind=NoticeKind::Warning title=t(OperationMessage::NoRequestTitle) actions>
            {t(OperationMessage::NoRequestLead)}
        </Notice>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_operation_is_not_taken_for_none() {
        assert_eq!(Requested::parse(None), Requested::Nothing);
        assert_eq!(Requested::parse(Some(" ")), Requested::Nothing);
        assert_eq!(Requested::parse(Some("abc")), Requested::Unreadable);
        let id = "01890000-0000-7000-8000-000000000000";
        assert_eq!(
            Requested::parse(Some(id)),
            Requested::Operation(id.parse().unwrap())
        );
    }
}
