//! A text that the person keeps as a file.

/// Has the browser save `text` as a file of this name; on the server, nothing.
pub fn download_text(name: &str, text: &str) {
    #[cfg(feature = "hydrate")]
    {
        // Without it there is nothing to save, and nobody to tell.
        let _ = save(name, text);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (name, text);
}

#[cfg(feature = "hydrate")]
fn save(name: &str, text: &str) -> Result<(), wasm_bindgen::JsValue> {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast;

    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}
