//! The pages: one template, with the script beside it or inside it, and under a policy that allows just that.

use crate::checksums;
use crate::freshness::Making;
use crate::licences;
use crate::node;
use crate::project::Project;
use crate::script::{self, Scripts};
use crate::wasm::{self, Effort};
use crate::{examples, frame, offline, old_page};
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256, Sha384};

/// What stands in the single file where a ministry may put its own rules. No text of the page: it is for those who edit the file.
const RULES: &str =
    "<!-- 当批通知的规则：把规则文件（JSON）的全文放在下一行的两个标签之间，并去掉这两行的注释符号，即按该规则自评。
             A batch's own rules: put the ruleset document (JSON) between the two tags and take the comment marks away.
        <script type=\"application/json\"></script>
        -->";

/// Everything in `dist/` but the package.
pub fn build(project: &Project, effort: Effort) -> Result<()> {
    eprintln!("\nThe pages");
    let (sh, dist) = (&project.shell, project.dist());
    let making = Making::started(project)?;
    let scripts = script::build(project, effort)?;
    let floor = node::minify(project, "js", node::ANY_BROWSER, &project.read("www/floor.js")?)?;
    let address = node::minify(project, "js", node::OLDEST_BROWSERS, &frame::closed(&project.read("www/address.js")?))?;
    let template = with_before(&with_before(&project.read("www/index.html")?, &floor)?, &address)?;
    sh.write_file(dist.join("index.html"), with_scripts_beside(&template, &scripts)?)?;
    sh.write_file(dist.join("shifan.html"), with_scripts_inside(&template, &[&scripts.page], &scripts.office)?)?;
    sh.write_file(dist.join("shifan.js"), &scripts.page)?;
    sh.write_file(dist.join("shifan-office.js"), &scripts.office)?;
    old_page::build(project, &template, &scripts)?;
    frame::build(project, &template, &scripts)?;
    offline::build(project, &template, &scripts)?;
    examples::copy(project)?;
    licences::write(project, &[wasm::PAGE, wasm::OFFICE], &dist)?;
    checksums::write(&dist)?;
    making.finished()
}

/// The template with one more small script before the script.
fn with_before(template: &str, small: &str) -> Result<String> {
    ensure!(template.contains("SCRIPT-SOURCE") && template.contains("<!-- SCRIPT -->"), "the template has no script");
    Ok(template.replacen("SCRIPT-SOURCE", &format!("{} SCRIPT-SOURCE", hash(small)), 1).replacen(
        "<!-- SCRIPT -->",
        &format!("<script>{small}</script>\n    <!-- SCRIPT -->"),
        1,
    ))
}

/// The hosted page.
fn with_scripts_beside(template: &str, scripts: &Scripts) -> Result<String> {
    let (source, tag) = beside("./shifan.js", &scripts.page);
    let (office_source, office) = beside("./shifan-office.js", &scripts.office);
    page(template, &format!("{source} {office_source}"), "", &format!("{tag}\n    {}", on_demand(&office)))
}

/// How a policy names a script beside a page, and its tag. One that was changed on its way is not run. The policy names its hash and not
/// `'self'`, which would let a page ask its own host for anything by `import()`.
pub fn beside(path: &str, script: &str) -> (String, String) {
    let integrity = integrity(script.as_bytes());
    (format!("'{integrity}'"), format!("<script src=\"{path}\" integrity=\"{integrity}\"></script>"))
}

/// The part for Excel files as it lies in a page, where it is neither fetched nor run: `www/office.js` takes it out.
pub fn on_demand(tag: &str) -> String {
    format!("<template id=\"shifan-office\">{tag}</template>")
}

/// The page in one file, which opens by double click, with its scripts in their order and the part for Excel files.
pub fn with_scripts_inside(template: &str, scripts: &[&str], office: &str) -> Result<String> {
    let all = [scripts, &[office]].concat();
    let lower = all.concat().to_ascii_lowercase();
    ensure!(!lower.contains("</script") && !lower.contains("<!--"), "a script would end its own element");
    let sources: Vec<String> = all.iter().map(|script| hash(script)).collect();
    let tag = |script: &str| format!("<script>{script}</script>");
    let tags: String = scripts.iter().map(|script| tag(script)).collect();
    page(template, &sources.join(" "), RULES, &(tags + "\n    " + &on_demand(&tag(office))))
}

/// The template with its scripts and their sources, as the policy names them.
pub fn page(template: &str, script_sources: &str, rules: &str, scripts: &str) -> Result<String> {
    let (_, rest) = template.split_once("<style>").context("www/index.html has no <style>")?;
    let (style, _) = rest.split_once("</style>").context("www/index.html does not close its <style>")?;
    let places = [
        ("SCRIPT-SOURCE", script_sources),
        ("STYLE-SOURCE", &hash(style)),
        ("<!-- RULES -->", rules),
        // The scripts come last: nothing is looked for in them.
        ("<!-- SCRIPT -->", scripts),
    ];
    put(template, &places)
}

/// Puts texts into the places of a template, each of which has to be there once.
pub fn put(template: &str, places: &[(&str, &str)]) -> Result<String> {
    places.iter().try_fold(template.to_owned(), |page, (place, text)| {
        ensure!(page.matches(place).count() == 1, "the template must have {place} once");
        Ok(page.replacen(place, text, 1))
    })
}

/// As a policy names what is inline.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// As a page or a worker names what it will take from its host.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "SCRIPT-SOURCE STYLE-SOURCE<style>abc</style><!-- RULES --><!-- SCRIPT -->";
    // SHA-256 of "abc" is the standard's own first example.
    const ABC: &str = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";

    fn scripts(page: &str, office: &str) -> Scripts {
        Scripts { page: page.to_owned(), for_old: String::new(), office: office.to_owned() }
    }

    #[test]
    fn a_policy_allows_exactly_what_stands_in_the_page() {
        let inside = with_scripts_inside(TEMPLATE, &["abc"], "office").unwrap();
        assert!(inside.starts_with(&format!("{ABC} {} {ABC}<style>abc</style>", hash("office"))), "{inside}");
        let office = "<template id=\"shifan-office\"><script>office</script></template>";
        assert!(inside.ends_with(&format!("<script>abc</script>\n    {office}")), "{inside}");
        let two = with_scripts_inside(TEMPLATE, &["other", "abc"], "office").unwrap();
        assert!(two.contains(&format!("' {ABC} '")) && two.contains("</script><script>abc</script>\n"), "{two}");
    }

    #[test]
    fn the_policy_allows_the_look_at_the_browser_as_well_and_it_comes_first() {
        let page = with_scripts_inside(&with_before(TEMPLATE, "abc").unwrap(), &["def"], "office").unwrap();
        assert!(page.starts_with(&format!("{ABC} {} ", hash("def"))), "{page}");
        assert!(page.contains("<script>abc</script>\n    <script>def</script>\n"), "{page}");
        assert!(with_before("<style></style>", "abc").is_err());
    }

    #[test]
    fn scripts_beside_the_page_carry_their_hashes() {
        let beside = with_scripts_beside(TEMPLATE, &scripts("abc", "office")).unwrap();
        // The standard's example for SHA-384.
        let abc = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        let tag = format!("<script src=\"./shifan.js\" integrity=\"{abc}\"></script>");
        let office = integrity(b"office");
        let inert = format!(
            "<template id=\"shifan-office\"><script src=\"./shifan-office.js\" integrity=\"{office}\"></script></template>"
        );
        assert!(beside.ends_with(&format!("{tag}\n    {inert}")), "{beside}");
        assert!(beside.starts_with(&format!("'{abc}' '{office}' {ABC}")));
    }

    #[test]
    fn a_template_without_a_place_and_a_script_that_ends_itself_are_refused() {
        assert!(with_scripts_beside("<style>abc</style>", &scripts("abc", "")).is_err());
        assert!(with_scripts_inside(TEMPLATE, &["'</Script>'"], "").is_err());
        assert!(with_scripts_inside(TEMPLATE, &["abc", "'</Script>'"], "").is_err());
        assert!(with_scripts_inside(TEMPLATE, &["abc"], "'</Script>'").is_err());
    }
}
