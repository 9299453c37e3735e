//! How many requests wait for this person's own answer, for the navigation.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::approval::count_approvals;
use crate::console::live::use_live;
use crate::console::person::use_is_admin;

/// The count; 0 until the browser knows it. The page does not wait for it: it is
/// a mark beside a place and nothing depends on it.
pub fn use_waiting_count() -> Signal<u32> {
    let (live, is_admin) = (use_live(), use_is_admin());
    let count = RwSignal::new(0_u32);
    Effect::new(move |_| {
        live.operations();
        if !is_admin.get() {
            return;
        }
        spawn_local(async move {
            // What could not be asked for is asked again with the next change.
            if let Ok(waiting) = count_approvals().await {
                let _ = count.try_set(u32::try_from(waiting).unwrap_or(u32::MAX));
            }
        });
    });
    count.into()
}
