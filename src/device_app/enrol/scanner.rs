//! The camera that reads an invitation's QR code, where the browser can.

use leptos::html;
use leptos::prelude::*;

use crate::i18n::device_app::DeviceAppMessage as Words;
use crate::ui::{Notice, NoticeKind, Waiting, t};

/// The camera's picture; tells the text of the first QR code that it sees.
#[component]
pub(super) fn Scanner(on_text: Callback<String>) -> impl IntoView {
    let video = NodeRef::<html::Video>::new();
    let refused = RwSignal::new(false);
    camera::read(video, on_text, refused);
    view! {
        {move || if refused.get() {
            view! { <Notice kind=NoticeKind::Warning title=t(Words::CameraRefused)/> }.into_any()
        } else {
            view! { <Waiting label=t(Words::Scanning)/> }.into_any()
        }}
        <video
            node_ref=video
            class="app-camera"
            hidden=move || refused.get()
            aria-label=t(Words::CameraView)
            muted
            playsinline
        ></video>
    }
    .into_any()
}

pub(super) use camera::can_scan;

#[cfg(feature = "hydrate")]
mod camera {
    use js_sys::{Array, Function, Object, Promise, Reflect};
    use leptos::html;
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        HtmlVideoElement, MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack,
    };

    use crate::device_app::browser::property;
    use crate::ui::sleep;

    const DETECTOR: &str = "BarcodeDetector";
    const LOOK_EVERY_MILLIS: i32 = 250;

    /// Whether this browser has a camera for pages and reads QR codes.
    pub fn can_scan() -> bool {
        property(&window(), DETECTOR).is_some() && devices().is_some()
    }

    /// Shows the camera and looks for a QR code until it finds one or the
    /// picture goes away.
    pub fn read(video: NodeRef<html::Video>, on_text: Callback<String>, refused: RwSignal<bool>) {
        let looking = StoredValue::new(true);
        Effect::new(move |before: Option<()>| {
            let Some(video) = video.get() else { return };
            if before.is_some() && video.src_object().is_some() {
                return;
            }
            leptos::task::spawn_local(async move {
                let found = look(&video, looking).await;
                stop(&video);
                match found {
                    Ok(Some(text)) if looking.try_get_value().is_some() => on_text.run(text),
                    Ok(_) => {}
                    Err(_) => {
                        refused.try_set(true);
                    }
                }
            });
        });
        on_cleanup(move || {
            looking.try_set_value(false);
        });
    }

    async fn look(
        video: &HtmlVideoElement,
        looking: StoredValue<bool>,
    ) -> Result<Option<String>, JsValue> {
        let stream = open().await?;
        video.set_src_object(Some(&stream));
        JsFuture::from(video.play()?).await?;
        let detector = detector()?;
        let detect: Function = Reflect::get(&detector, &"detect".into())?.dyn_into()?;
        while looking.try_get_value() == Some(true) {
            let seeing: Promise = detect.call1(&detector, video)?.dyn_into()?;
            // A picture that is not there yet is no failure.
            if let Ok(codes) = JsFuture::from(seeing).await
                && let Some(code) = Array::from(&codes).iter().next()
                && let Some(text) = property(&code, "rawValue").and_then(|text| text.as_string())
            {
                return Ok(Some(text));
            }
            sleep(LOOK_EVERY_MILLIS).await;
        }
        Ok(None)
    }

    async fn open() -> Result<MediaStream, JsValue> {
        let facing = Object::new();
        Reflect::set(&facing, &"facingMode".into(), &"environment".into())?;
        let wanted = MediaStreamConstraints::new();
        wanted.set_video(&facing);
        let opening = devices()
            .ok_or(JsValue::NULL)?
            .get_user_media_with_constraints(&wanted)?;
        JsFuture::from(opening).await?.dyn_into()
    }

    fn detector() -> Result<JsValue, JsValue> {
        let class: Function = Reflect::get(&window(), &DETECTOR.into())?.dyn_into()?;
        let options = Object::new();
        Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into()))?;
        Reflect::construct(&class, &Array::of1(&options))
    }

    fn stop(video: &HtmlVideoElement) {
        if let Some(stream) = video.src_object() {
            for track in stream.get_tracks().iter() {
                if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                    track.stop();
                }
            }
            video.set_src_object(None);
        }
    }

    fn devices() -> Option<MediaDevices> {
        property(&window().navigator(), "mediaDevices").map(JsCast::unchecked_into)
    }
}

#[cfg(not(feature = "hydrate"))]
mod camera {
    use leptos::html;
    use leptos::prelude::{Callback, NodeRef, RwSignal};

    /// No: there is no browser.
    pub const fn can_scan() -> bool {
        false
    }

    /// Nothing: there is no browser.
    pub const fn read(_: NodeRef<html::Video>, _: Callback<String>, _: RwSignal<bool>) {}
}
