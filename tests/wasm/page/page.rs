//! The page in a place of its own.

use std::collections::BTreeMap;

use js_sys::{Function, Promise};
use page::application::Application;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, InputEvent, InputEventInit, NodeList, Window};
use yew::scheduler::flush;

/// The page in a place of its own, which goes with it.
pub struct Page(HtmlElement, #[expect(dead_code, reason = "it lives as long as the page")] Application);

impl Page {
    pub async fn open() -> Page {
        let page = Page::begin(None);
        flush().await;
        page
    }

    /// Begins with the page where a host page wants it, and gives what there is of it before any frame could be made.
    pub async fn begin_at(track: &str, stage: &str) -> Page {
        let page = Page::begin(Some((track, stage)));
        // It is rendered at the end of this turn, to which these belong.
        for _ in 0..3 {
            JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("the same turn");
        }
        page
    }

    fn begin(place: Option<(&str, &str)>) -> Page {
        let host: HtmlElement = document().create_element("div").expect("a div").unchecked_into();
        document().body().expect("a body").append_child(&host).expect("room");
        let nothing = Function::new_no_args("");
        let place = place.map(|(track, stage)| vec![track.to_owned(), stage.to_owned()]).unwrap_or_default();
        let (changed, failed) = (nothing.clone(), nothing.clone());
        Page(host.clone(), Application::open(host, "zh-CN", "", place, changed, failed, nothing))
    }

    /// Opens the page with track and stage chosen.
    pub async fn open_at(track: &str, stage: &str) -> Page {
        let page = Page::open().await;
        page.press(&["track-", track].concat()).await;
        page.press(&["stage-", stage].concat()).await;
        page.is_whole().await;
        page
    }

    /// Waits for the part of the sheet that is shown after the first frame.
    pub async fn is_whole(&self) {
        while !self.all("[aria-busy]").is_empty() {
            let turn = Promise::new(&mut |done, _| {
                window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 10).expect("a timer");
            });
            JsFuture::from(turn).await.expect("a timer");
            flush().await;
        }
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found: NodeList = self.0.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|index| found.get(index)).map(JsCast::unchecked_into).collect()
    }

    pub fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).expect("a selector").unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    pub fn field(&self, name: &str) -> HtmlInputElement {
        self.find(&format!("[name='{name}']")).unchecked_into()
    }

    pub async fn press(&self, action: &str) {
        self.find(&format!("[data-action='{action}']")).unchecked_into::<HtmlElement>().click();
        flush().await;
    }

    /// Puts the focus on a field.
    pub async fn come_to(&self, name: &str) {
        self.field(name).focus().expect("a field takes the focus");
        flush().await;
    }

    /// One key, behind what stands in the field, and the event that it raises.
    pub async fn type_key(&self, name: &str, key: &str) {
        let field = self.field(name);
        field.focus().expect("a field takes the focus");
        field.set_value(&[&field.value(), key].concat());
        let how = InputEventInit::new();
        how.set_bubbles(true);
        how.set_composed(true);
        how.set_data(Some(key));
        field.dispatch_event(&InputEvent::new_with_event_init_dict("input", &how).expect("an event")).expect("heard");
        flush().await;
    }

    /// What each indicator's section says.
    pub fn sections(&self) -> BTreeMap<String, Option<String>> {
        let sections = self.all("[data-indicator]").into_iter();
        sections
            .map(|section| (section.get_attribute("data-indicator").expect("its id"), section.text_content()))
            .collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.0.remove();
    }
}

pub fn window() -> Window {
    web_sys::window().expect("a browser")
}

pub fn document() -> Document {
    window().document().expect("a page")
}
