//! The options of an assessment: which ruleset, and which numbers on top of it.

use std::borrow::Cow;

use super::input::Input;
use super::path::Path;
use super::ruleset::{Base, Node, Read, Ruleset};

/// The default ruleset, as a document (other documents may extend it) and as read.
#[derive(Debug)]
pub struct Library {
    document: Input<'static>,
    ruleset: Ruleset,
}

impl Library {
    /// Reads the default document; its text is [`PLAN_2025`](super::ruleset::PLAN_2025).
    pub fn new(document: Input<'static>) -> Read<Library> {
        let ruleset = Ruleset::read(&document, None)?;
        Ok(Library { document, ruleset })
    }

    /// The default ruleset.
    pub fn default_ruleset(&self) -> &Ruleset {
        &self.ruleset
    }

    fn base(&self) -> Base<'_> {
        Base { document: &self.document, ruleset: &self.ruleset }
    }

    /// Reads another document, which may extend the default one.
    pub fn read(&self, document: &Input) -> Read<Ruleset> {
        Ruleset::read(document, Some(self.base()))
    }

    /// The ruleset that options ask for: `{"ruleset": a document, "overrides": [...]}`, both optional.
    pub fn choose(&self, options: &Input) -> Read<Cow<'_, Ruleset>> {
        let root = Node::root(options);
        if *options == Input::Absent {
            return Ok(Cow::Borrowed(&self.ruleset));
        }
        if !matches!(options, Input::Object(_)) {
            let node = Node { path: Path::Key(&Path::Root, "options"), value: options };
            return Err(node.refuse(node.no_object()));
        }
        root.only(&["ruleset", "overrides"])?;
        let read = |node: &Node| Ruleset::read_at(node, Some(self.base())).map(Cow::Owned);
        let ruleset = root.key("ruleset").optional(read)?.unwrap_or(Cow::Borrowed(&self.ruleset));
        let overridden = root.key("overrides").optional(|node| ruleset.overridden(node))?;
        Ok(overridden.map_or(ruleset, Cow::Owned))
    }
}
