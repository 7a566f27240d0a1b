//! `dist/offline/`: the page as one that a browser keeps and opens without a network.
//!
//! Its policy is that of the hosted page with four exceptions: the worker and the manifest come from the page's own host, the icons stand
//! in the manifest, and one address may become a worker. The page itself still connects to nothing; only the worker fetches, and only
//! what is in its list.

use crate::frame::closed;
use crate::node;
use crate::old_page;
use crate::page::{self, hash, integrity};
use crate::project::Project;
use crate::script::Scripts;
use anyhow::Result;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

const POLICY: &str = "trusted-types shifan-offline; worker-src 'self'; manifest-src 'self'; img-src data:";

const HEAD: &str = "<meta name=\"theme-color\" content=\"#1b4f8f\">
    <link rel=\"manifest\" href=\"./manifest.webmanifest\">
    <title>";

/// Below everything, where it pushes nothing aside while someone is typing.
const STYLE: &str = "  .new-version { position: sticky; bottom: 0; z-index: 9; margin: 0; padding: .5rem; background: #1b4f8f; text-align: center; }
      .new-version button {
        min-height: 44px; padding: .4rem 1rem; border: 1px solid #ffffff; border-radius: 6px; background: none; color: #ffffff;
        font: inherit; font-family: system-ui, \"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif; cursor: pointer;
      }
      .new-version button:focus-visible { outline: 3px solid #ffffff; outline-offset: 2px; }
      @media print { .new-version { display: none; } }
    </style>";

const BAR: &str = "<p class=\"new-version\" role=\"status\" hidden>
      <button type=\"button\">有新版本，点此更新 <span lang=\"en\">A new version is here: update</span></button>
    </p>";

/// The icons, made from `www/offline/icon.svg`.
const ICONS: [&str; 2] = ["icon-192.png", "icon-512.png"];

/// The scripts, which lie beside the hosted page.
const SCRIPT: &str = "../shifan.js";
const OFFICE: &str = "../shifan-office.js";

pub fn build(project: &Project, template: &str, scripts: &Scripts) -> Result<()> {
    let (sh, folder) = (&project.shell, project.dist().join("offline"));
    let page = page(project, template, scripts)?;
    let manifest = manifest(project)?;
    let kept = [
        ("./", &page),
        (SCRIPT, &scripts.page),
        // Before it is wanted: once the host is away, it could not be had any more.
        (OFFICE, &scripts.office),
        ("./manifest.webmanifest", &manifest),
    ]
    .map(|(path, content)| (path, integrity(content.as_bytes())));
    let worker = worker(&kept, &project.read("www/offline/sw.js")?)?;
    sh.remove_path(&folder)?;
    sh.write_file(folder.join("sw.js"), node::minify(project, "js", node::OLDEST_BROWSERS, &worker)? + "\n")?;
    sh.write_file(folder.join("manifest.webmanifest"), manifest)?;
    Ok(sh.write_file(folder.join("index.html"), page)?)
}

/// With the icons in it: whoever may load an image from a host can tell it something by the address.
fn manifest(project: &Project) -> Result<String> {
    ICONS.iter().try_fold(project.read("www/offline/manifest.webmanifest")?, |manifest, icon| {
        let content = project.shell.read_binary_file(project.root().join("www/offline").join(icon))?;
        page::put(&manifest, &[(*icon, &format!("data:image/png;base64,{}", BASE64_STANDARD.encode(content)))])
    })
}

fn page(project: &Project, template: &str, scripts: &Scripts) -> Result<String> {
    let register =
        node::minify(project, "js", node::OLDEST_BROWSERS, &closed(&project.read("www/offline/register.js")?))?;
    let above = ["../", old_page::NAME].concat();
    let template = page::put(
        template,
        &[("trusted-types 'none'", POLICY), ("<title>", HEAD), ("</style>", STYLE), (old_page::NAME, &above)],
    )?;
    let (source, tag) = page::beside(SCRIPT, &scripts.page);
    let (office_source, office) = page::beside(OFFICE, &scripts.office);
    let tags = format!("{BAR}\n    {tag}\n    {}\n    <script>{register}</script>", page::on_demand(&office));
    page::page(&template, &format!("{source} {office_source} {}", hash(&register)), "", &tags)
}

/// The worker behind its list. A browser takes it for a new version when any byte of it is another.
fn worker(kept: &[(&str, String)], text: &str) -> Result<String> {
    let files = serde_json::to_string(kept)?;
    let version = format!("{:x}", Sha256::digest(&files));
    Ok(format!("const FILES = {files};\nconst VERSION = \"{}\";\n{text}", &version[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_is_another_version_and_the_same_is_the_same() {
        let version = |content: &str| {
            let worker = worker(&[("./", integrity(content.as_bytes()))], "rest").unwrap();
            assert!(worker.ends_with("\";\nrest"), "{worker}");
            worker.split("VERSION = ").nth(1).unwrap().to_owned()
        };
        assert_eq!(version("abc"), version("abc"));
        assert_ne!(version("abc"), version("abd"));
    }
}
