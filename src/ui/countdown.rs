//! The time left for something.

use leptos::prelude::*;

use super::{t, use_locale};
use crate::domain::time::Timestamp;
use crate::i18n::Message;
use crate::i18n::ui::UiMessage;

/// Seconds left at which the time is read out.
const ANNOUNCED: [u64; 3] = [60, 30, 10];
/// How often the browser looks at its clock.
#[cfg(feature = "hydrate")]
const TICK: std::time::Duration = std::time::Duration::from_millis(500);

/// Minutes and seconds left, over a bar that grows shorter.
///
/// The browser's clock may be wrong, so only its pace counts: what is left is
/// told by the server's `now`.
#[component]
pub fn Countdown(
    /// The server's clock when it wrote this page.
    now: Timestamp,
    /// When it ends.
    expires_at: Timestamp,
    /// The whole time that was given, in seconds, for the bar.
    #[prop(default = 120)]
    total_seconds: u64,
    /// Runs once at the end.
    #[prop(into, optional)]
    on_end: Option<Callback<()>>,
) -> impl IntoView {
    let at_first = expires_at.since(now).as_secs();
    let left = RwSignal::new(at_first);
    #[cfg(feature = "hydrate")]
    run_down(left, at_first, on_end);
    #[cfg(not(feature = "hydrate"))]
    let _ = on_end;

    let locale = use_locale();
    let label = t(UiMessage::TimeLeft);
    let announced = Memo::new(move |_| match left.get() {
        0 => Some(0),
        seconds => ANNOUNCED.into_iter().find(|mark| *mark == seconds),
    });
    let said = move || match announced.get() {
        None => String::new(),
        Some(0) => UiMessage::TimeIsUp.text(locale.get()).to_owned(),
        Some(seconds) => {
            UiMessage::SecondsLeft.fill(locale.get(), &[("seconds", &seconds.to_string())])
        }
    };
    view! {
        <div class="countdown" role="timer" aria-live="off" data-urgent=move || (left.get() <= 30).then_some("true")>
            <span class="countdown-label">{label}</span>
            <span class="countdown-time figures">{move || minutes_and_seconds(left.get())}</span>
            <progress
                class="countdown-bar"
                aria-hidden="true"
                max=total_seconds.max(at_first).to_string()
                value=move || left.get().to_string()
            ></progress>
            <span class="sr-only" role="status">{said}</span>
        </div>
    }
    .into_any()
}

fn minutes_and_seconds(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(feature = "hydrate")]
#[expect(
    clippy::disallowed_methods,
    reason = "only the pace of the browser's clock is read, to draw the time left"
)]
fn run_down(left: RwSignal<u64>, at_first: u64, on_end: Option<Callback<()>>) {
    Effect::new(move |_| {
        let began = js_sys::Date::now();
        let tick = move || {
            let Some(before) = left.try_get_untracked() else {
                return;
            };
            if before == 0 {
                return;
            }
            let elapsed = ((js_sys::Date::now() - began) / 1_000.0).max(0.0) as u64;
            let now = at_first.saturating_sub(elapsed);
            if now != before {
                let _ = left.try_set(now);
                if now == 0
                    && let Some(on_end) = on_end
                {
                    on_end.run(());
                }
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, TICK) {
            on_cleanup(move || handle.clear());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::minutes_and_seconds;

    #[test]
    fn seconds_have_two_digits() {
        assert_eq!(minutes_and_seconds(120), "2:00");
        assert_eq!(minutes_and_seconds(9), "0:09");
    }
}
