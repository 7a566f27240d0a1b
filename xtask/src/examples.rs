//! `dist/examples/`: pages of the kind that this is embedded in, and how a host serves them.

use crate::project::Project;
use anyhow::{Context, Result};

/// The pages whose policies a host sends as headers.
const PAGES: [&str; 5] = ["index.html", "shifan.html", "shifan-chromium83.html", "frame.html", "offline/index.html"];

/// Copies the examples. The pages have to be there: their policies are written into the sample of a host.
pub fn copy(project: &Project) -> Result<()> {
    let (sh, folder) = (&project.shell, project.dist().join("examples"));
    sh.remove_path(&folder)?;
    sh.create_dir(&folder)?;
    for file in sh.read_dir(project.root().join("www/examples"))? {
        sh.copy_file(file, &folder)?;
    }
    let mut sample = project.read("www/examples/nginx.conf")?;
    for name in PAGES {
        let page = sh.read_file(project.dist().join(name))?;
        let policy = policy(&page).with_context(|| format!("{name} has no policy"))?;
        sample = sample.replace(&format!("POLICY({name})"), policy);
    }
    sh.write_file(folder.join("nginx.conf"), sample)?;
    Ok(())
}

/// The policy that a page brings.
fn policy(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, rest) = rest.split_once("content=\"")?;
    rest.split_once('"').map(|(policy, _)| policy)
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn the_policy_is_that_of_the_meta_element() {
        let page = "<meta charset=\"utf-8\">\n<meta\n http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'none'; a\">";
        assert_eq!(policy(page), Some("default-src 'none'; a"));
        assert_eq!(policy("<meta charset=\"utf-8\">"), None);
    }
}
