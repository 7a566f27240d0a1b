//! What stands at a path that a report names.

use engine::Input;

/// The value at a path like `figures.patents[2].count`; none where nothing stands at all. Ids with points or brackets in
/// them cannot be told apart from paths: ask only where there are none.
pub fn at<'a>(document: &'a Input<'a>, path: &str) -> Option<&'a Input<'a>> {
    path.split(['.', '[']).try_fold(document, |here, step| match (step.strip_suffix(']'), here) {
        (Some(index), Input::List(entries)) => entries.get(index.parse::<usize>().ok()?),
        (None, Input::Object(pairs)) => pairs.iter().rev().find(|(key, _)| key == step).map(|(_, value)| value),
        _ => None,
    })
}

/// Whether nothing is said: no value, or a blank text.
pub fn is_silent(value: Option<&Input>) -> bool {
    match value {
        None | Some(Input::Absent) => true,
        Some(Input::Text(text)) => text.trim().is_empty(),
        Some(_) => false,
    }
}

/// Whether a text is one step of a path and no more.
pub fn is_one_step(id: &str) -> bool {
    !id.is_empty() && !id.contains(['.', '[', ']'])
}
