//! Tells the server that somebody is there: a session lives by what its person
//! does, not by what an open page asks by itself (docs/adr/0009).

use leptos::prelude::*;

/// Tells of keys and the pointer while `wanted`.
pub fn tell_of_activity_while(wanted: Signal<bool>) {
    #[cfg(feature = "hydrate")]
    browser::tell_of_activity_while(wanted);
    #[cfg(not(feature = "hydrate"))]
    let _ = wanted;
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::time::Duration;

    use leptos::prelude::*;
    use leptos::task::spawn_local;

    use crate::api::session::note_activity;

    /// How often the server is told at most.
    const QUIET: Duration = Duration::from_secs(60);
    /// What a person does to a page, even when they only read.
    const SIGNS: [&str; 3] = ["keydown", "pointerdown", "wheel"];

    /// What was told, and what is still to be told.
    #[derive(Clone, Copy, PartialEq)]
    enum Told {
        Nothing,
        /// The server knows of somebody.
        Recently,
        /// It does, and there were signs since.
        RecentlyWithMore,
    }

    pub(super) fn tell_of_activity_while(wanted: Signal<bool>) {
        let told = StoredValue::new(Told::Nothing);
        Effect::new(move |_| {
            if !wanted.get() {
                return;
            }
            for sign in SIGNS {
                let listener = window_event_listener_untyped(sign, move |_| seen(told));
                on_cleanup(move || listener.remove());
            }
        });
    }

    fn seen(told: StoredValue<Told>) {
        match told.try_get_value() {
            Some(Told::Nothing) => tell(told),
            Some(Told::Recently) => {
                let _ = told.try_set_value(Told::RecentlyWithMore);
            }
            Some(Told::RecentlyWithMore) | None => {}
        }
    }

    /// Tells the server, and once more after a while if there were signs since:
    /// the last one always counts. What it answers is no matter here; the stream
    /// of changes ends with the session.
    fn tell(told: StoredValue<Told>) {
        let _ = told.try_set_value(Told::Recently);
        spawn_local(async {
            let _ = note_activity().await;
        });
        let look_back = move || {
            let had_more = told.try_get_value() == Some(Told::RecentlyWithMore);
            let _ = told.try_set_value(Told::Nothing);
            if had_more {
                tell(told);
            }
        };
        set_timeout(look_back, QUIET);
    }
}
