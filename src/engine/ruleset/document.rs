//! A document that replaces parts of another: a batch that changes its fields need not repeat every threshold.

use super::node::{Node, Read};
use crate::input::Input;

/// The whole document: `document` itself, or what it extends with the top-level keys that `document` gives put in place.
/// `base` is the document that can be extended.
pub fn whole<'a>(root: &Node<'a>, base: Option<&Input<'a>>) -> Read<Input<'a>> {
    let document = root.value;
    let node = root.key("extends");
    let Some(id) = node.optional(Node::string)? else { return Ok(document.clone()) };
    let base = base.filter(|base| *base.get("id") == Input::Text(id.as_str().into()));
    let (Some(Input::Object(base)), Input::Object(own)) = (base, document) else {
        return Err(node.refuse("no document of this id is at hand"));
    };
    for key in ["id", "title"] {
        if *document.get(key) == Input::Absent {
            return Err(root.key(key).refuse("a document that extends another needs its own"));
        }
    }
    let given = own.iter().filter(|(key, value)| key != "extends" && *value != Input::Absent);
    let mut pairs: Vec<_> = given.cloned().collect();
    // The version tells the states of one document apart; the base's would say nothing of this one.
    let inherited = base.iter().filter(|(key, _)| key != "version" && *document.get(key) == Input::Absent);
    pairs.extend(inherited.cloned());
    Ok(Input::Object(pairs))
}
