//! `dist/shifan.js`: the whole application as one classic script.

use crate::packing::pack;
use crate::project::Project;
use crate::wasm::{self, Effort, Glue};
use anyhow::{Result, ensure};

/// The page's style sheets in the order in which they apply.
const STYLES: [&str; 6] =
    ["www/shifan.css", "www/desk.css", "www/overview.css", "www/method.css", "www/files.css", "www/print.css"];

/// The text of the script.
pub fn build(project: &Project, effort: Effort) -> Result<String> {
    let (sh, work) = (&project.shell, project.work());
    wasm::build(project, "ui", Glue::Script, effort, &work)?;
    let glue = sh.read_file(work.join("shifan.js"))?;
    let wasm = sh.read_binary_file(work.join("shifan_bg.wasm"))?;
    let styles = STYLES.iter().map(|file| project.read(file)).collect::<Result<String>>()?;
    script(&glue, &wasm, &styles, &(project.read("www/unpack.js")? + &project.read("www/element.js")?))
}

/// One classic script that defines the custom element and leaves no other global behind.
fn script(glue: &str, wasm: &[u8], styles: &str, element: &str) -> Result<String> {
    ensure!(glue.starts_with("let wasm_bindgen = "), "the glue of wasm-bindgen has a new shape: look at script()");
    let wasm = text_literal(&pack(wasm))?;
    let styles = text_literal(styles)?;
    // The glue works out its own address from `document`, which throws in documents without a usable address
    // (about:srcdoc, blob:). It is handed its bytes and needs no address, so for it there is no document.
    Ok(ascii(&format!(
        "(() => {{\n\"use strict\";\n\
         const makeEngine = (document) => {{\n{glue}\nreturn wasm_bindgen;\n}};\n\
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_means_the_same_in_a_page_of_any_encoding() {
        assert_eq!(ascii("\"é 示范 😀\""), r#""\u00e9 \u793a\u8303 \ud83d\ude00""#);
    }

    #[test]
    fn nothing_in_a_text_can_end_an_inline_script() {
        assert_eq!(text_literal("a\"</script>\n").unwrap(), r#""a\"<\/script>\n""#);
    }
}
