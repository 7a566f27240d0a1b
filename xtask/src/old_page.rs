//! `dist/shifan-chromium83.html`, the page in one file for Chromium 83 to 96.
//!
//! These run WebAssembly under a policy for scripts only with `'unsafe-eval'`, a word that would also let texts run as scripts. They know
//! Trusted Types, though, and the policy requires them and allows none: so `eval`, `Function` and `setTimeout(text)` throw all the same.
//! Where that is not so, `www/floor.js` does not let the application start.

use crate::page;
use crate::project::Project;
use crate::script::Scripts;
use anyhow::Result;

/// As it lies beside the others, whose message leads to it: `www/index.html` names it.
pub const NAME: &str = "shifan-chromium83.html";

/// What the other pages have to say where to find this one, and this one has not.
const LINK: &str = "<link rel=\"alternate\" href=\"shifan-chromium83.html\">\n    ";

/// For whoever reads or scans the file.
const REASON: &str = "<!-- 只供 Chromium 83 至 96（其他浏览器请用 shifan.html）。这些版本须有 'unsafe-eval' 才编译 WebAssembly；同一策略中的
         require-trusted-types-for 'script' 与 trusted-types 'none' 使 eval、Function、setTimeout(文本) 仍被拒绝，做不到时页面不启动。
         For Chromium 83 to 96 alone (others: shifan.html), which compile WebAssembly only with 'unsafe-eval'. By Trusted Types in the same
         policy eval, Function and setTimeout(text) are refused all the same; where they are not, the page does not start. -->
    <meta
      http-equiv=\"Content-Security-Policy\"";

pub fn build(project: &Project, template: &str, scripts: &Scripts) -> Result<()> {
    let places = [
        ("'wasm-unsafe-eval'", "'unsafe-eval'"),
        (LINK, ""),
        ("<meta\n      http-equiv=\"Content-Security-Policy\"", REASON),
    ];
    let template = page::put(template, &places)?;
    let page = page::with_scripts_inside(&template, &[&scripts.for_old], &scripts.office)?;
    Ok(project.shell.write_file(project.dist().join(NAME), page)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_pages_lead_to_it() {
        let template = include_str!("../../www/index.html");
        assert!(template.contains(LINK) && LINK.contains(NAME));
    }
}
