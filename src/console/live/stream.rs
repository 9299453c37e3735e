//! The browser's end of the stream of changes.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventSource, MessageEvent};

use super::LiveUpdates;

const ADDRESS: &str = "/events";
/// The name of the event that tells of a change.
const CHANGE: &str = "change";
/// How often the pages ask by themselves while the stream is lost.
const POLL: Duration = Duration::from_secs(5);
/// After how many polls a stream that the browser gave up is tried again.
const POLLS_BEFORE_RETRY: u32 = 3;

#[derive(serde::Deserialize)]
struct Change {
    topic: String,
}

/// An open stream with what listens to it; closed when dropped.
struct Stream {
    source: EventSource,
    _listeners: [Closure<dyn FnMut(Event)>; 3],
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Keeps one stream open while `wanted` and while the tab is in sight: a
/// browser allows six connections to a server, and hidden tabs would use them
/// up.
pub fn listen_while(live: LiveUpdates, wanted: Signal<bool>) {
    let stream = StoredValue::new_local(None::<Stream>);
    let visible = RwSignal::new(true);
    Effect::new(move |_| {
        visible.set(!document().hidden());
        let listener = window_event_listener(leptos::ev::visibilitychange, move |_| {
            visible.set(!document().hidden());
        });
        on_cleanup(move || listener.remove());
    });
    // A stream can outlive a short loss of the network without a word, and what
    // it told meanwhile could not be asked for.
    Effect::new(move |_| {
        let listener = window_event_listener(leptos::ev::online, move |_| {
            if wanted.get_untracked() {
                stream.set_value(open(live));
            }
        });
        on_cleanup(move || listener.remove());
    });
    let listens = Memo::new(move |_| wanted.get() && visible.get());
    Effect::new(move |_| {
        if listens.get() {
            stream.set_value(open(live));
        } else {
            stream.set_value(None);
        }
    });
    Effect::new(move |_| {
        if !listens.get() {
            return;
        }
        let polls = StoredValue::new(0_u32);
        let poll = move || {
            if !live.lost.get_untracked() {
                polls.set_value(0);
                return;
            }
            live.look_again();
            polls.update_value(|polls| *polls += 1);
            if polls.get_value().is_multiple_of(POLLS_BEFORE_RETRY) && is_closed(stream) {
                stream.set_value(open(live));
            }
        };
        if let Ok(handle) = set_interval_with_handle(poll, POLL) {
            on_cleanup(move || handle.clear());
        }
    });
    on_cleanup(move || {
        let _ = stream.try_set_value(None);
    });
}

fn is_closed(stream: StoredValue<Option<Stream>, LocalStorage>) -> bool {
    stream.with_value(|stream| {
        stream
            .as_ref()
            .is_none_or(|stream| stream.source.ready_state() == EventSource::CLOSED)
    })
}

/// Opens the stream. What changed before it opened is asked for once.
fn open(live: LiveUpdates) -> Option<Stream> {
    let Ok(source) = EventSource::new(ADDRESS) else {
        let _ = live.lost.try_set(true);
        return None;
    };
    let on_open = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // The server greets with an event of the same name.
        if event.dyn_ref::<MessageEvent>().is_none() {
            let _ = live.lost.try_set(false);
            live.look_again();
        }
    });
    let refused = source.clone();
    let on_error = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
        let _ = live.lost.try_set(true);
        // The browser tries a broken stream again, but not one that the server
        // refuses: the session may have ended, and the page's own questions
        // find out.
        if refused.ready_state() == EventSource::CLOSED {
            live.look_again();
        }
    });
    let on_change = Closure::<dyn FnMut(Event)>::new(move |event: Event| tell(live, &event));
    source.set_onopen(Some(on_open.as_ref().unchecked_ref()));
    source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let _ = source.add_event_listener_with_callback(CHANGE, on_change.as_ref().unchecked_ref());
    Some(Stream {
        source,
        _listeners: [on_open, on_error, on_change],
    })
}

fn tell(live: LiveUpdates, event: &Event) {
    let change = event
        .dyn_ref::<MessageEvent>()
        .and_then(|message| message.data().as_string())
        .and_then(|data| serde_json::from_str::<Change>(&data).ok());
    match change {
        Some(change) => live.changed(&change.topic),
        None => live.look_again(),
    }
}
