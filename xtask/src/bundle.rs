//! What is delivered: the npm package, and the page as one classic script beside one HTML file.

use crate::freshness::Making;
use crate::node;
use crate::project::Project;
use crate::wasm::{self, Effort, Glue};
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The page's style sheets in the order in which they apply.
const STYLES: [&str; 6] =
    ["www/shifan.css", "www/desk.css", "www/overview.css", "www/method.css", "www/files.css", "www/print.css"];

/// `dist/npm`: the engine with its JavaScript exports, without the page.
pub fn package(project: &Project) -> Result<()> {
    eprintln!("\nThe npm package");
    let sh = &project.shell;
    let readme = project.read("docs/npm.md").context("docs/npm.md is the README of the npm package")?;
    let out = project.dist().join("npm");
    wasm::build(project, "api", Glue::Package, Effort::Release, &out)?;

    // wasm-pack's own file is incomplete and its .gitignore would hide everything from npm.
    sh.remove_path(out.join(".gitignore"))?;
    let generated: Value = serde_json::from_str(&sh.read_file(out.join("package.json"))?)?;
    let manifest = serde_json::to_string_pretty(&manifest(&generated))? + "\n";
    sh.write_file(out.join("package.json"), manifest)?;
    sh.write_file(out.join("README.md"), readme)?;
    Ok(())
}

fn manifest(generated: &Value) -> Value {
    json!({
        "name": "shifan",
        "version": generated["version"],
        "description": generated["description"],
        "type": "module",
        "main": "./shifan.js",
        "types": "./shifan.d.ts",
        "exports": {
            ".": {"types": "./shifan.d.ts", "default": "./shifan.js"},
            "./shifan_bg.wasm": "./shifan_bg.wasm",
            "./package.json": "./package.json",
        },
        "files": ["shifan.js", "shifan.d.ts", "shifan_bg.wasm", "shifan_bg.wasm.d.ts", "README.md"],
        "sideEffects": false,
        "engines": {"node": format!(">={}", node::OLDEST)},
        "keywords": ["self-assessment", "自评", "国家新兴产业发展示范基地", "wasm"],
    })
}

/// `dist/shifan.js` and `dist/index.html`.
pub fn page(project: &Project, effort: Effort) -> Result<()> {
    eprintln!("\nThe page");
    let sh = &project.shell;
    let work = project.work();
    let making = Making::started(project)?;
    wasm::build(project, "ui", Glue::Script, effort, &work)?;

    let glue = sh.read_file(work.join("shifan.js"))?;
    let wasm = sh.read_binary_file(work.join("shifan_bg.wasm"))?;
    let styles = STYLES.iter().map(|file| project.read(file)).collect::<Result<String>>()?;
    let script = script(&glue, &wasm, &styles, &project.read("www/element.js")?)?;
    sh.write_file(project.dist().join("shifan.js"), script)?;
    sh.write_file(project.dist().join("index.html"), with_style_hash(&project.read("www/index.html")?)?)?;
    making.finished()
}

/// One classic script that defines the custom element and leaves no other global behind.
fn script(glue: &str, wasm: &[u8], styles: &str, element: &str) -> Result<String> {
    ensure!(glue.starts_with("let wasm_bindgen = "), "the glue of wasm-bindgen has a new shape: look at script()");
    let wasm = text_literal(&BASE64_STANDARD.encode(wasm))?;
    let styles = text_literal(styles)?;
    // The glue works out its own address from `document`, which throws in documents without a usable address
    // (about:srcdoc, blob:). It is handed its bytes and needs no address, so for it there is no document.
    Ok(ascii(&format!(
        "(() => {{\n\"use strict\";\n\
         const wasm_bindgen = ((document) => {{\n{glue}\nreturn wasm_bindgen;\n}})();\n\
         const WASM = {wasm};\n\
         const STYLES = {styles};\n\
         {element}}})();\n"
    )))
}

/// A classic script is read in the encoding of the page around it, and official sites may still be in GBK.
fn ascii(script: &str) -> String {
    let mut units = [0; 2];
    script
        .chars()
        .flat_map(|character| match character {
            '\0'..='\x7f' => vec![character.to_string()],
            _ => character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
        })
        .collect()
}

/// A JavaScript string that may also stand inside an inline script.
fn text_literal(text: &str) -> Result<String> {
    Ok(serde_json::to_string(text)?.replace("</", "<\\/"))
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

    #[test]
    fn a_script_means_the_same_in_a_page_of_any_encoding() {
        assert_eq!(ascii("\"é 示范 😀\""), r#""\u00e9 \u793a\u8303 \ud83d\ude00""#);
    }

    #[test]
    fn nothing_in_a_text_can_end_an_inline_script() {
        assert_eq!(text_literal("a\"</script>\n").unwrap(), r#""a\"<\/script>\n""#);
    }
}
