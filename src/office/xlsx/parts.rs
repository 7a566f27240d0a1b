//! How the parts of an archive refer to each other.

use super::text;
use crate::container::zip::Archive;
use crate::refusal::Refusal;
use crate::xml::{Reader, Token};

/// The links of a part to others.
#[derive(Debug, Default)]
pub struct Links(Vec<Link>);

#[derive(Debug)]
struct Link {
    id: String,
    kind: String,
    place: String,
}

impl Links {
    /// The links of a part; of the archive itself for an empty place.
    pub fn of(archive: &Archive, place: &str) -> Result<Links, Refusal> {
        let (folder, name) = place.rsplit_once('/').unwrap_or(("", place));
        let slash = if folder.is_empty() { "" } else { "/" };
        let text = text(archive, &[folder, slash, "_rels/", name, ".rels"].concat())?;
        let mut reader = Reader::new(&text);
        let mut links = Links::default();
        while let Some(token) = reader.next()? {
            let Token::Open(element) = token else { continue };
            if element.name != "Relationship" || element.attribute("TargetMode").is_some_and(|mode| mode == "External")
            {
                continue;
            }
            let attribute = |name| element.attribute(name).unwrap_or_default();
            links.0.push(Link {
                id: attribute("Id").into_owned(),
                kind: attribute("Type").into_owned(),
                place: resolved(folder, &attribute("Target")),
            });
        }
        Ok(links)
    }

    /// The place of the first linked part whose kind ends so. Both forms of the standard begin their kinds differently.
    pub fn of_kind(&self, end: &str) -> Option<&str> {
        self.0.iter().find(|link| link.kind.ends_with(end)).map(|link| link.place.as_str())
    }

    /// The kind and the place of a linked part.
    pub fn get(&self, id: &str) -> Option<(&str, &str)> {
        self.0.iter().find(|link| link.id == id).map(|link| (link.kind.as_str(), link.place.as_str()))
    }
}

/// A target as seen from a folder, or from the root where it begins with a slash.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (start, target) = match target.strip_prefix('/') {
        Some(absolute) => ("", absolute),
        None => (folder, target.as_str()),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in start.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
