//! The pages: one template, with the script beside it or inside it, and under a policy that allows just that.

use crate::checksums;
use crate::freshness::Making;
use crate::licences;
use crate::node;
use crate::project::Project;
use crate::script;
use crate::wasm::Effort;
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256, Sha384};

/// What stands in the single file where a ministry may put its own rules.
const RULES: &str =
    "<!-- 当批通知的规则：把规则文件（JSON）的全文放在下一行的两个标签之间，并去掉这两行的注释符号，即按该规则自评。
             A batch's own rules: put the ruleset document (JSON) between the two tags and take the comment marks away.
        <script type=\"application/json\"></script>
        -->";

/// `dist/shifan.js`, `dist/index.html` and `dist/shifan.html`.
pub fn build(project: &Project, effort: Effort) -> Result<()> {
    eprintln!("\nThe pages");
    let (sh, dist) = (&project.shell, project.dist());
    let making = Making::started(project)?;
    let script = script::build(project, effort)?;
    let floor = node::minify(project, "js", node::ANY_BROWSER, &project.read("www/floor.js")?)?;
    let template = with_floor(&project.read("www/index.html")?, &floor)?;
    sh.write_file(dist.join("index.html"), with_script_beside(&template, &script)?)?;
    sh.write_file(dist.join("shifan.html"), with_script_inside(&template, &script)?)?;
    sh.write_file(dist.join("shifan.js"), script)?;
    licences::write(project, "ui", &dist)?;
    checksums::write(&dist)?;
    making.finished()
}

/// The template with what looks whether the browser is new enough, before the script.
fn with_floor(template: &str, floor: &str) -> Result<String> {
    ensure!(template.contains("SCRIPT-SOURCE") && template.contains("<!-- SCRIPT -->"), "the template has no script");
    Ok(template.replacen("SCRIPT-SOURCE", &format!("{} SCRIPT-SOURCE", hash(floor)), 1).replacen(
        "<!-- SCRIPT -->",
        &format!("<script>{floor}</script>\n    <!-- SCRIPT -->"),
        1,
    ))
}

/// The hosted page: a script that was changed on its way is not run. The policy names its hash and not `'self'`, which would let
/// a page ask its own host for anything by `import()`.
fn with_script_beside(template: &str, script: &str) -> Result<String> {
    let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(script)));
    let tag = format!("<script src=\"./shifan.js\" integrity=\"{integrity}\"></script>");
    page(template, &format!("'{integrity}'"), "", &tag)
}

/// The page in one file, which opens by double click.
fn with_script_inside(template: &str, script: &str) -> Result<String> {
    let lower = script.to_ascii_lowercase();
    ensure!(!lower.contains("</script") && !lower.contains("<!--"), "the script would end its own element");
    page(template, &hash(script), RULES, &format!("<script>{script}</script>"))
}

fn page(template: &str, script_source: &str, rules: &str, script: &str) -> Result<String> {
    let (_, rest) = template.split_once("<style>").context("www/index.html has no <style>")?;
    let (style, _) = rest.split_once("</style>").context("www/index.html does not close its <style>")?;
    let places = [
        ("SCRIPT-SOURCE", script_source),
        ("STYLE-SOURCE", &hash(style)),
        ("<!-- RULES -->", rules),
        ("<!-- SCRIPT -->", script),
    ];
    // The script comes last: nothing is looked for in it.
    places.into_iter().try_fold(template.to_owned(), |page, (place, text)| {
        ensure!(page.matches(place).count() == 1, "www/index.html must have {place} once");
        Ok(page.replacen(place, text, 1))
    })
}

/// As a policy names what is inline.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "SCRIPT-SOURCE STYLE-SOURCE<style>abc</style><!-- RULES --><!-- SCRIPT -->";
    // SHA-256 of "abc" is the standard's own first example.
    const ABC: &str = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";

    #[test]
    fn a_policy_allows_exactly_what_stands_in_the_page() {
        let inside = with_script_inside(TEMPLATE, "abc").unwrap();
        assert!(inside.starts_with(&format!("{ABC} {ABC}<style>abc</style>")), "{inside}");
        assert!(inside.ends_with("<script>abc</script>"), "{inside}");
    }

    #[test]
    fn the_policy_allows_the_look_at_the_browser_as_well_and_it_comes_first() {
        let page = with_script_inside(&with_floor(TEMPLATE, "abc").unwrap(), "def").unwrap();
        assert!(page.starts_with(&format!("{ABC} {} ", hash("def"))), "{page}");
        assert!(page.ends_with("<script>abc</script>\n    <script>def</script>"), "{page}");
        assert!(with_floor("<style></style>", "abc").is_err());
    }

    #[test]
    fn a_script_beside_the_page_carries_its_hash() {
        let beside = with_script_beside(TEMPLATE, "abc").unwrap();
        // The standard's example for SHA-384.
        let integrity = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert!(
            beside.ends_with(&format!("<script src=\"./shifan.js\" integrity=\"{integrity}\"></script>")),
            "{beside}"
        );
        assert!(beside.starts_with(&format!("'{integrity}' {ABC}")));
    }

    #[test]
    fn a_template_without_a_place_and_a_script_that_ends_itself_are_refused() {
        assert!(with_script_beside("<style>abc</style>", "abc").is_err());
        assert!(with_script_inside(TEMPLATE, "'</Script>'").is_err());
    }
}
