//! The pages: the script of the application in HTML of its own, under a policy of its own.

use crate::freshness::Making;
use crate::project::Project;
use crate::script;
use crate::wasm::Effort;
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// `dist/shifan.js` and `dist/index.html`.
pub fn build(project: &Project, effort: Effort) -> Result<()> {
    eprintln!("\nThe page");
    let sh = &project.shell;
    let making = Making::started(project)?;
    sh.write_file(project.dist().join("shifan.js"), script::build(project, effort)?)?;
    sh.write_file(project.dist().join("index.html"), with_style_hash(&project.read("www/index.html")?)?)?;
    making.finished()
}

/// Puts the hash of the page's one inline style into its Content-Security-Policy.
fn with_style_hash(html: &str) -> Result<String> {
    const PLACE: &str = "'sha256-of-the-style'";
    ensure!(html.matches(PLACE).count() == 1, "www/index.html must have {PLACE} once, in its policy");
    let (_, rest) = html.split_once("<style>").context("www/index.html has no <style>")?;
    let (style, _) = rest.split_once("</style>").context("www/index.html does not close its <style>")?;
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    Ok(html.replace(PLACE, &format!("'sha256-{hash}'")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_gets_the_hash_of_exactly_what_is_between_the_style_tags() {
        let html = "<meta content=\"style-src 'sha256-of-the-style'\"><style>abc</style>";
        // SHA-256 of "abc" is the standard's own first example.
        let hash = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let expected = format!("<meta content=\"style-src 'sha256-{hash}'\"><style>abc</style>");
        assert_eq!(with_style_hash(html).unwrap(), expected);
    }

    #[test]
    fn a_page_without_a_place_for_the_hash_is_refused() {
        assert!(with_style_hash("<style>abc</style>").is_err());
    }
}
