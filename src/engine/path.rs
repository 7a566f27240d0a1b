//! Where something stands in a submission or a ruleset, written as `figures.revenue[1]`.

/// A place in a tree, as a chain back to the root. It becomes text only when there is something to say about the place.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    /// The whole document.
    Root,
    /// A key of the object at the place before.
    Key(&'a Path<'a>, &'a str),
    /// An entry of the list at the place before, counted from 0.
    Entry(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The place of a key here.
    pub fn key(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    /// The place of an entry here.
    pub fn entry(&'a self, index: usize) -> Path<'a> {
        Path::Entry(self, index)
    }

    /// The place as text; empty for the whole document.
    pub fn text(&self) -> String {
        match self {
            Path::Root => String::new(),
            Path::Key(before, key) => {
                let mut text = before.text();
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
                text
            }
            Path::Entry(before, index) => {
                let mut text = before.text();
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
                text
            }
        }
    }
}
