//! The program in parts. Every page needs the program itself; what a screen needs
//! beside it is a part, fetched when a screen of it is first opened and kept by
//! the browser after that (ADR 11).

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use leptos_router::LazyRoute;

/// A part could not be fetched: no network, or a newer build took its place.
pub struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches a part. While the page is still as the server wrote it there is
/// nothing better to do than to try again: its forms and links work meanwhile.
/// Later, the screen says that it could not be shown.
#[cfg(feature = "hydrate")]
async fn fetched<F>(fetch: impl Fn() -> F)
where
    F: Future<Output = Result<(), SplitLoaderError>>,
{
    const PAUSE_MILLIS: i32 = 3000;
    while fetch().await.is_err() && !super::hydration::is_hydrated() {
        crate::ui::sleep(PAUSE_MILLIS).await;
    }
}

/// Fetches the console while somebody still signs in.
#[cfg(feature = "hydrate")]
pub async fn fetch_ahead() {
    let path = window().location().pathname().unwrap_or_default();
    if !path.starts_with("/app") {
        // Without it now, it is fetched when it is needed.
        let _ = frame::preload().await;
    }
}

/// Names each part and its screens: `part: Route = function(component)`.
macro_rules! parts {
    ($($part:ident: $($route:ident = $name:ident($screen:path)),+;)+) => {$($(
        // A function that lives in a part is called through the loader's
        // foreign interface.
        #[allow(unsafe_code)]
        mod $name {
            use super::*;

            #[leptos::wasm_split::wasm_split(
                $part,
                wasm_split_path = leptos::wasm_split,
                fallible,
                preload(preload)
            )]
            pub fn $name() -> Result<AnyView, NotFetched> {
                Ok($screen().into_any())
            }
        }

        #[doc = concat!("The screen of the part `", stringify!($part), "`.")]
        pub struct $route;

        impl LazyRoute for $route {
            fn data() -> Self {
                Self
            }

            async fn view(_: Self) -> AnyView {
                #[cfg(feature = "ssr")]
                leptos::prefetch_lazy_fn_on_server(stringify!($part));
                $name::$name()
                    .await
                    .unwrap_or_else(|NotFetched| view! { <crate::console::BrokenPage/> }.into_any())
            }

            async fn preload() {
                #[cfg(feature = "hydrate")]
                fetched($name::preload).await;
            }
        }
    )+)+};
}

parts! {
    sign_in: SignIn = sign_in(crate::console::SignInPage);
    console:
        Frame = frame(crate::console::Frame),
        Link = link(crate::console::LinkPage),
        Tokens = tokens(crate::console::TokensPage),
        TokenDetail = token_detail(crate::console::TokenDetailPage),
        Assign = assign(crate::console::AssignPage),
        Change = change(crate::console::ChangePage),
        Several = several(crate::console::SeveralPage),
        Profile = profile(crate::console::ProfilePage),
        Help = help(crate::console::HelpIndex),
        SecondaryUsers = secondary_users(crate::console::SecondaryUsersGuide),
        Assignment = assignment(crate::console::AssignmentGuide),
        Enrolment = enrolment(crate::console::EnrolmentGuide),
        Mailbox = mailbox(crate::console::MailboxPage);
    people:
        Home = home(crate::console::HomePage),
        Approvals = approvals(crate::console::ApprovalsPage),
        Approval = approval(crate::console::ApprovalPage),
        Log = log(crate::console::LogPage),
        PhysicalTokens = physical_tokens(crate::console::PhysicalTokensPage),
        Users = users(crate::console::UsersPage),
        UserDetail = user_detail(crate::console::UserDetailPage),
        CreateUser = create_user(crate::console::CreateUserPage),
        EditUser = edit_user(crate::console::EditUserPage);
    files:
        ImportUsers = import_users(crate::console::ImportUsersPage),
        ImportPhysical = import_physical(crate::console::ImportPhysicalPage),
        ListFromFile = list_from_file(crate::console::ListFromFilePage);
    operator:
        OperatorHome = operator_home(crate::console::OperatorHomePage),
        Companies = companies(crate::console::CompaniesPage),
        CreateCompany = create_company(crate::console::CreateCompanyPage),
        CompanyDetail = company_detail(crate::console::CompanyDetailPage),
        EditCompany = edit_company(crate::console::EditCompanyPage),
        Messages = messages(crate::console::MessagesPage),
        FindSerial = find_serial(crate::console::FindSerialPage),
        TokenRequests = token_requests(crate::console::TokenRequestsPage),
        CreateCompanyPerson = create_company_person(crate::console::CreateCompanyPersonPage),
        Password = password(crate::console::PasswordPage);
    device_app:
        DeviceApp = device_app_frame(crate::device_app::DeviceApp),
        DeviceHome = device_home(crate::device_app::HomePage),
        DeviceEnrol = device_enrol(crate::device_app::EnrolPage),
        DeviceConfirm = device_confirm(crate::device_app::ConfirmPage),
        DeviceCode = device_code(crate::device_app::CodePage),
        DeviceDetails = device_details(crate::device_app::DevicePage);
}
