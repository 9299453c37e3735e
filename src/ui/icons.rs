//! The icons, drawn here on a 24 × 24 grid with a 1.75 stroke.

use leptos::prelude::*;

/// A drawing of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconName {
    /// Alerts, danger.
    Alert,
    /// Approvals: a stamp of agreement.
    Approve,
    /// Back, previous.
    ArrowLeft,
    /// Onward.
    ArrowRight,
    /// Audit log: a ruled book.
    Book,
    /// A company's building.
    Building,
    /// A check mark.
    Check,
    /// A check in a disc: active, success.
    CheckCircle,
    /// Unfold.
    ChevronDown,
    /// First page.
    ChevronFirst,
    /// Last page.
    ChevronLast,
    /// Previous page.
    ChevronLeft,
    /// Next page, breadcrumb.
    ChevronRight,
    /// Empty disc: available.
    Circle,
    /// Clock: pending.
    Clock,
    /// Close, remove.
    Close,
    /// Copy.
    Copy,
    /// Download.
    Download,
    /// Eye: reveal.
    Eye,
    /// Struck eye: hide.
    EyeOff,
    /// Filter.
    Filter,
    /// Help.
    Help,
    /// Home.
    Home,
    /// Information.
    Info,
    /// Key: a token.
    Key,
    /// A link of chain: linking.
    Link,
    /// Lock: blocked.
    Lock,
    /// Envelope.
    Mail,
    /// Three bars.
    Menu,
    /// A dash in a disc: disabled.
    MinusCircle,
    /// Three dots.
    More,
    /// Telephone.
    Phone,
    /// Add.
    Plus,
    /// Refresh, resend.
    Refresh,
    /// Search.
    Search,
    /// Gear.
    Settings,
    /// Shield.
    Shield,
    /// A file on its way up.
    Upload,
    /// A phone: the AppMovil, a virtual token.
    Smartphone,
    /// Ascending.
    SortAscending,
    /// Descending.
    SortDescending,
    /// Sortable, not sorted.
    SortNone,
    /// A box put away: retired.
    Archive,
    /// A key fob: a physical token.
    Fob,
    /// Person.
    User,
    /// A person with a tick: assigned.
    UserCheck,
    /// People.
    Users,
    /// Leave.
    Leave,
    /// A cloud struck: offline.
    Offline,
}

impl IconName {
    const fn drawing(self) -> &'static str {
        match self {
            Self::Alert => r#"<path d="M12 3.6 2.7 19.4h18.6z"/><path d="M12 10v4.2M12 16.9v.1"/>"#,
            Self::Approve => {
                r#"<path d="M4 20h16M6.5 16.5h11v-2.2a2 2 0 0 0-2-2h-1.7c.2-2 1.4-3 1.4-5.1a3.2 3.2 0 0 0-6.4 0c0 2.1 1.2 3.1 1.4 5.1H8.5a2 2 0 0 0-2 2z"/>"#
            }
            Self::ArrowLeft => r#"<path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5"/>"#,
            Self::ArrowRight => r#"<path d="M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5"/>"#,
            Self::Book => {
                r#"<path d="M5 4.5h12a2 2 0 0 1 2 2v13H7a2 2 0 0 1-2-2z"/><path d="M5 17.5a2 2 0 0 1 2-2h12M9 8.5h6M9 11.5h4"/>"#
            }
            Self::Building => {
                r#"<path d="M5 20V5.5L13 3.5V20M13 9l6 1.8V20M3 20h18M8 8.5h2M8 12h2M8 15.5h2M16 14v.1M16 17v.1"/>"#
            }
            Self::Check => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
            Self::CheckCircle => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="m8.3 12.3 2.6 2.6 4.9-5.3"/>"#
            }
            Self::ChevronDown => r#"<path d="m6 9.5 6 6 6-6"/>"#,
            Self::ChevronFirst => r#"<path d="M6.5 6v12M17.5 6l-6 6 6 6"/>"#,
            Self::ChevronLast => r#"<path d="M17.5 6v12M6.5 6l6 6-6 6"/>"#,
            Self::ChevronLeft => r#"<path d="m14.5 6-6 6 6 6"/>"#,
            Self::ChevronRight => r#"<path d="m9.5 6 6 6-6 6"/>"#,
            Self::Circle => r#"<circle cx="12" cy="12" r="8.5"/>"#,
            Self::Clock => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7.3V12l3.2 2"/>"#,
            Self::Close => r#"<path d="m6 6 12 12M18 6 6 18"/>"#,
            Self::Copy => {
                r#"<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>"#
            }
            Self::Download => r#"<path d="M12 4v10.5M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15"/>"#,
            Self::Eye => {
                r#"<path d="M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12z"/><circle cx="12" cy="12" r="2.7"/>"#
            }
            Self::EyeOff => {
                r#"<path d="M9.8 6.1c.7-.2 1.4-.3 2.2-.3 6 0 9.2 6.2 9.2 6.2a16 16 0 0 1-2.7 3.5M6.6 7.6A15.8 15.8 0 0 0 2.8 12S6 18.2 12 18.2c2 0 3.7-.7 5.1-1.6M10 10.1a2.7 2.7 0 0 0 3.8 3.8M4 4l16 16"/>"#
            }
            Self::Filter => r#"<path d="M4 6.5h16M7 12h10M10 17.5h4"/>"#,
            Self::Help => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7a2.5 2.5 0 1 1 3.6 2.3c-.7.3-1.1.8-1.1 1.6M12 16.5v.1"/>"#
            }
            Self::Home => r#"<path d="M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5"/>"#,
            Self::Info => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.9V8"/>"#,
            Self::Key => {
                r#"<circle cx="8" cy="15.5" r="4"/><path d="m11 12.7 8.5-8.2M16 8l3 3M13.6 10.2l1.9 1.9"/>"#
            }
            Self::Link => {
                r#"<path d="M10.3 13.7a3.5 3.5 0 0 0 5 0l3.2-3.2a3.5 3.5 0 0 0-5-5l-1.2 1.2M13.7 10.3a3.5 3.5 0 0 0-5 0l-3.2 3.2a3.5 3.5 0 0 0 5 5l1.2-1.2"/>"#
            }
            Self::Lock => {
                r#"<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.3v2"/>"#
            }
            Self::Mail => {
                r#"<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4.5 7.5 7.5 5.8 7.5-5.8"/>"#
            }
            Self::Menu => r#"<path d="M4 7h16M4 12h16M4 17h16"/>"#,
            Self::MinusCircle => r#"<circle cx="12" cy="12" r="8.5"/><path d="M8.3 12h7.4"/>"#,
            Self::More => r#"<path d="M5.5 12v.1M12 12v.1M18.5 12v.1" stroke-width="2.6"/>"#,
            Self::Phone => {
                r#"<path d="M5 4.5h3.7l1.6 4.2-2.1 1.6a12 12 0 0 0 5.5 5.5l1.6-2.1 4.2 1.6V19c0 .6-.5 1-1 1A14.6 14.6 0 0 1 4 5.5c0-.6.4-1 1-1z"/>"#
            }
            Self::Upload => r#"<path d="M12 15.5V4.5M7.5 8.8 12 4.3l4.5 4.5M4.5 19.5h15"/>"#,
            Self::Plus => r#"<path d="M12 5v14M5 12h14"/>"#,
            Self::Refresh => r#"<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15"/>"#,
            Self::Search => r#"<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>"#,
            Self::Settings => {
                r#"<path d="M4 7.5h8M18 7.5h2M4 16.5h2M12 16.5h8"/><circle cx="15" cy="7.5" r="2.6"/><circle cx="9" cy="16.5" r="2.6"/>"#
            }
            Self::Shield => {
                r#"<path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.6 7 9 4.1-1.4 7-4.7 7-9V6z"/><path d="m9 11.8 2.2 2.2 3.9-4.2"/>"#
            }
            Self::Smartphone => {
                r#"<rect x="6.5" y="3" width="11" height="18" rx="2.5"/><path d="M10.5 17.8h3"/>"#
            }
            Self::SortAscending => r#"<path d="M12 19V5.5M6.5 11 12 5.5l5.5 5.5"/>"#,
            Self::SortDescending => r#"<path d="M12 5v13.5M6.5 13l5.5 5.5 5.5-5.5"/>"#,
            Self::SortNone => r#"<path d="m8 9.5 4-4 4 4M8 14.5l4 4 4-4"/>"#,
            Self::Archive => {
                r#"<rect x="3.5" y="5" width="17" height="4" rx="1"/><path d="M5.5 9v9a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5V9M10 13h4"/>"#
            }
            Self::Fob => {
                r#"<rect x="4" y="8" width="16.5" height="9" rx="3"/><path d="M8.5 8V6.5a2 2 0 0 0-4 0V9M8 12.5h5M17 12.5v.1"/>"#
            }
            Self::User => {
                r#"<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"/>"#
            }
            Self::UserCheck => {
                r#"<circle cx="10" cy="8.5" r="4"/><path d="M3 20c.6-4 3.3-6 7-6 1.5 0 2.9.3 4 1M14.5 18.3l2 2 4-4.3"/>"#
            }
            Self::Users => {
                r#"<circle cx="9" cy="9" r="3.6"/><path d="M2.5 19.5c.5-3.6 3-5.4 6.5-5.4s6 1.8 6.5 5.4M15.5 5.7a3.6 3.6 0 0 1 0 6.6M18 14.7c2 .8 3.2 2.4 3.5 4.8"/>"#
            }
            Self::Leave => {
                r#"<path d="M14 4.5H6.5a1.5 1.5 0 0 0-1.5 1.5v12a1.5 1.5 0 0 0 1.5 1.5H14M10.5 12H20M16.5 8.5 20 12l-3.5 3.5"/>"#
            }
            Self::Offline => {
                r#"<path d="M7 18.5h10.5M9 8.3A5.5 5.5 0 0 1 17 10.6a4 4 0 0 1 3.2 6.2M6.5 10.5a4.1 4.1 0 0 0-.5 8M4 4l16 16"/>"#
            }
        }
    }
}

/// One icon of the set, in the colour of its text; silent to screen readers.
#[component]
pub fn Icon(
    /// Which one.
    #[prop(into)]
    name: Signal<IconName>,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            width="20"
            height="20"
            aria-hidden="true"
            focusable="false"
            inner_html=move || name.get().drawing()
        ></svg>
    }
    .into_any()
}
