//! The design system: what every screen is made of.
//!
//! Components take texts as signals, so that they follow the language, and
//! say nothing by themselves that is not in [`UiMessage`](crate::i18n::ui::UiMessage).
//! Whatever touches the browser stands behind the `hydrate` feature; all of
//! them render on the server, most work before hydration.

mod app_screen;
mod badge;
mod brand;
mod breadcrumb;
mod browser;
mod button;
mod choice;
mod console_shell;
mod countdown;
mod dialog;
mod document_title;
mod download;
mod empty_state;
mod error_summary;
mod field;
mod file_input;
mod icons;
mod language_switch;
mod lifeline;
mod locale;
mod menu;
mod notice;
mod page_title;
mod pager;
mod progress_bar;
mod row_detail;
mod row_select;
mod secret_input;
mod side_navigation;
mod sort_header;
mod support_block;
mod table_frame;
mod text_area;
mod text_input;
mod timeline;
mod to_do;
mod toast;
mod top_bar;
mod value;
mod wizard;

pub use app_screen::AppScreen;
pub use badge::{Badge, StateBadge, Tone, status_message, status_tone};
pub use brand::{Brand, BrandMark};
pub use breadcrumb::{Breadcrumb, Crumb};
pub use browser::reload_page;
#[cfg(feature = "hydrate")]
pub use browser::sleep;
pub use button::{Button, ButtonVariant, IconButton, LinkButton};
pub use choice::{Checkbox, RadioCard, RadioGroup, SelectInput, SelectOption};
pub use console_shell::{CONTENT_ID, ConsoleShell, SkipLink};
pub use countdown::Countdown;
pub use dialog::Dialog;
pub use document_title::DocumentTitle;
pub use download::download_text;
pub use empty_state::{Counter, Counters, EmptyKind, EmptyState, FilterBar, SkeletonRows, Waiting};
pub use error_summary::{ErrorSummary, FieldProblem};
pub use field::{Field, FieldContext};
pub use file_input::{ChosenFile, FileChoice, FileInput, FileProblem};
pub use icons::{Icon, IconName};
pub use language_switch::LanguageSwitch;
pub use lifeline::Lifeline;
pub use locale::{provide_locale, t, t_with, use_locale};
pub use menu::{Menu, MenuButton, MenuLink};
pub use notice::{DemoRibbon, Notice, NoticeKind, OfflineBanner};
pub use page_title::{KeyValue, KeyValueList, PageTitle, Panel};
pub use pager::{Pager, PagerState};
pub use progress_bar::ProgressBar;
pub use row_detail::{RowDetail, RowToggle};
pub use row_select::{BatchBar, SelectAllCell, SelectCell};
pub use secret_input::{CodeInput, PasswordInput, PinInput};
pub use side_navigation::{NavigationItem, SideNavigation};
pub use sort_header::{SortDirection, SortHeader};
pub use support_block::{SupportBlock, SupportDetails};
pub use table_frame::{
    Cell, CellKind, HeaderCell, Row, RowHeader, TableBody, TableFrame, TableHead,
};
pub use text_area::TextArea;
pub use text_input::{DateInput, SearchInput, TextInput, TextKind};
pub use timeline::{Timeline, TimelineEvent};
pub use to_do::{NothingToDo, ToDo, ToDoList};
pub use toast::{ToastRegion, Toasts, provide_toasts, use_toasts};
pub use top_bar::TopBar;
pub use value::{BigNumber, CopyField, QrFrame};
pub use wizard::WizardSteps;
