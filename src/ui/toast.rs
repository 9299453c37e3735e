//! Passing messages: the result of what was just done.

use leptos::prelude::*;

use super::badge::Tone;
use super::{Icon, IconButton, IconName, t};
use crate::i18n::ui::UiMessage;

/// How long a good message stays; a bad one stays until it is dismissed.
#[cfg(feature = "hydrate")]
const STAY: std::time::Duration = std::time::Duration::from_secs(8);

#[derive(Clone, PartialEq)]
struct Toast {
    id: u64,
    tone: Tone,
    text: String,
}

/// The messages of this page; get it with [`use_toasts`].
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: RwSignal<u64>,
}

impl Toasts {
    /// Something went well.
    pub fn success(self, text: impl Into<String>) {
        self.push(Tone::Success, text.into());
    }

    /// Something happened.
    pub fn info(self, text: impl Into<String>) {
        self.push(Tone::Info, text.into());
    }

    /// Something went wrong; stays until dismissed.
    pub fn danger(self, text: impl Into<String>) {
        self.push(Tone::Danger, text.into());
    }

    fn push(self, tone: Tone, text: String) {
        let id = self.next.get_untracked();
        self.next.set(id + 1);
        self.shown
            .update(|shown| shown.push(Toast { id, tone, text }));
        #[cfg(feature = "hydrate")]
        if tone != Tone::Danger {
            set_timeout(move || self.dismiss(id), STAY);
        }
    }

    fn dismiss(self, id: u64) {
        let _ = self
            .shown
            .try_update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// Makes passing messages available below; call once, at the root.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts {
        shown: RwSignal::new(Vec::new()),
        next: RwSignal::new(0),
    };
    provide_context(toasts);
    toasts
}

/// The messages of this page. Where none were provided, messages go nowhere.
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(|| Toasts {
        shown: RwSignal::new(Vec::new()),
        next: RwSignal::new(0),
    })
}

/// Where passing messages appear, read out politely; once, at the root.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let label = t(UiMessage::Messages);
    let dismiss = t(UiMessage::Dismiss);
    let shown = move || {
        toasts
            .shown
            .get()
            .into_iter()
            .map(|toast| {
                let icon = match toast.tone {
                    Tone::Danger => IconName::Alert,
                    Tone::Info => IconName::Info,
                    _ => IconName::CheckCircle,
                };
                view! {
                    <div class="toast" data-tone=toast.tone.name()>
                        <Icon name=icon/>
                        <p>{toast.text}</p>
                        <IconButton icon=IconName::Close label=dismiss on_click=move || toasts.dismiss(toast.id)/>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <section class="toast-region" aria-label=label>
            <div role="status" aria-live="polite" aria-atomic="false">{shown}</div>
        </section>
    }
    .into_any()
}
