//! The page in a place of its own.

use std::collections::BTreeMap;

use js_sys::Function;
use page::application::Application;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, InputEvent, InputEventInit, NodeList};
use yew::scheduler::flush;

/// The page in a place of its own, which goes with it.
pub struct Page(HtmlElement, #[expect(dead_code, reason = "it lives as long as the page")] Application);

impl Page {
    pub async fn open() -> Page {
        let host: HtmlElement = document().create_element("div").expect("a div").unchecked_into();
        document().body().expect("a body").append_child(&host).expect("room");
        let nothing = Function::new_no_args("");
        let application = Application::open(host.clone(), "zh-CN", "", nothing.clone(), nothing.clone(), nothing);
        flush().await;
        Page(host, application)
    }

    /// Opens the page with track and stage chosen.
    pub async fn open_at(track: &str, stage: &str) -> Page {
        let page = Page::open().await;
        page.press(&["track-", track].concat()).await;
        page.press(&["stage-", stage].concat()).await;
        page
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

pub fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a browser")
}
