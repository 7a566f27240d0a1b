//! The browser's storage, where the draft is kept.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The browser does not allow it here.
    Forbidden,
    /// There is no room for it.
    Full,
    /// What was written cannot be read again.
    Unreadable,
}

/// What another window did with the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// It keeps its own.
    Kept,
    /// It deleted it.
    Deleted,
}

/// Whether there can be a draft under this key. All files opened from folders share one storage, so a draft would be nobody's own.
pub fn has_place_for(key: &str) -> bool {
    let protocol = web_sys::window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| !key.is_empty() && (protocol == "http:" || protocol == "https:"))
}

/// The draft that is kept.
pub fn kept(key: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(key).map_err(|_| Refused::Forbidden)
}

/// Keeps a draft in place of the one before, and gives what is there now.
pub fn keep(key: &str, text: &str) -> Result<String, Refused> {
    storage()?.set_item(key, text).map_err(|error| reason(&error))?;
    kept(key)?.filter(|kept| kept == text).ok_or(Refused::Unreadable)
}

/// Whether an event of the window tells of a draft that another window kept, or deleted.
pub fn changed_elsewhere(own: &str, event: &web_sys::Event) -> Option<Elsewhere> {
    let value = |key: &str| Reflect::get(event, &key.into()).ok().and_then(|value| value.as_string());
    match value("key") {
        Some(key) if key != own => None,
        _ if value("newValue").is_none() => Some(Elsewhere::Deleted),
        _ => Some(Elsewhere::Kept),
    }
}

/// Deletes the draft.
pub fn delete(key: &str) -> Result<(), Refused> {
    storage()?.remove_item(key).map_err(|_| Refused::Forbidden)
}

fn storage() -> Result<Storage, Refused> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    storage.ok_or(Refused::Forbidden)
}

fn reason(error: &JsValue) -> Refused {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refused::Full,
        _ => Refused::Forbidden,
    }
}
