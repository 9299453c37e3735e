use leptos::prelude::*;
#[component]
pub fn App() -> impl IntoView {
    view! { <p>"x"</p> }
}
pub fn shell(_: LeptosOptions) -> impl IntoView {
    view! { <App/> }
}
