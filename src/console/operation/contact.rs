//! What changes of a user's contact data, before and after.

use leptos::prelude::*;

use crate::domain::contact_change::ContactChange;
use crate::i18n::console_operation::OperationMessage as Words;
use crate::ui::{Icon, IconName, KeyValue, KeyValueList, t};

/// The data, those that change with what they were.
#[component]
pub fn ContactFacts(
    /// The change.
    change: ContactChange,
    /// The person's own name until now, where that can change too.
    #[prop(optional, into)]
    full_name_before: Option<String>,
) -> impl IntoView {
    let checked = if change.contact_confirmed {
        Words::DataChecked
    } else {
        Words::DataUnchecked
    };
    let full_name_before = full_name_before.unwrap_or_else(|| change.full_name_after.clone());
    let renamed = full_name_before != change.full_name_after;
    view! {
        <KeyValueList>
            {datum(Words::Email, change.email_before, change.email_after)}
            {datum(Words::Mobile, change.mobile_before, change.mobile_after)}
            {renamed.then(|| datum(Words::FullName, full_name_before, change.full_name_after))}
            <KeyValue name=t(Words::DataState)>{t(checked)}</KeyValue>
        </KeyValueList>
    }
    .into_any()
}

fn datum(name: Words, before: String, after: String) -> AnyView {
    let (nothing, becomes) = (t(Words::NoDatum), t(Words::Becomes));
    let told = move |text: String| {
        if text.is_empty() {
            view! { <span class="muted">{nothing}</span> }.into_any()
        } else {
            view! { <span>{text}</span> }.into_any()
        }
    };
    let was = (before != after).then(|| {
        view! {
            <span class="muted">{told(before)}</span>
            <Icon name=IconName::ArrowRight/> <span class="sr-only">{becomes}</span>
        }
    });
    view! { <KeyValue name=t(name)><span class="cluster">{was} {told(after)}</span></KeyValue> }
        .into_any()
}
