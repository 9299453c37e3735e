//! The support block.

use super::Context;
use crate::domain::view::SupportView;

/// How to reach the bank, and whether it is open now.
pub fn show_support(context: &Context) -> SupportView {
    let settings = &context.settings;
    SupportView {
        lines: settings.support_lines.clone(),
        hours: settings.support_hours.clone(),
        open_now: settings.support_hours.is_open(context.now()),
    }
}
