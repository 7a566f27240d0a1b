//! Keeping and handing over: what is saved comes back, what is broken changes nothing, what is forgotten is gone.

mod drafts;
mod kept;
mod lists;
mod on_disk;
mod years;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use e2e::Page;
use serde_json::json;

/// What is typed into one and looked for in another.
const TYPED: [(&str, &str); 5] = [
    ("figures.revenue[0]", "3.1亿"),
    ("figures.revenue[1]", "３１０００"),
    ("figures.revenue[2]", "约4亿"),
    ("figures.employees", "1,234"),
    ("applicant.name", "某/企业"),
];

/// Types what every story begins with.
async fn fill_in(page: &Page) -> Result<()> {
    for (name, text) in TYPED {
        page.type_into(name, text).await?;
    }
    page.act("add-figures.standards").await?;
    page.type_into("figures.standards[0].count", "2").await
}

async fn expect_filled_in(page: &Page) -> Result<()> {
    for (name, text) in TYPED {
        assert_eq!(page.value(name).await?, text, "{name}");
    }
    assert_eq!(page.value("figures.standards[0].count").await?, "2");
    page.expect_outcome("enterprise.revenue", "invalid").await.map(drop)
}

/// An empty folder of a story's own, to which its browser saves.
pub(crate) async fn downloads(page: &Page, story: &str) -> Result<PathBuf> {
    let folder = crate::folder("files")?.join(story);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    page.save_to(&folder).await?;
    Ok(folder)
}

/// The file of ours that arrives in a folder.
pub(crate) async fn arrived(folder: &Path) -> Result<PathBuf> {
    arrived_as(folder, "json").await
}

/// The file that arrives in a folder with an extension.
pub(crate) async fn arrived_as(folder: &Path, extension: &str) -> Result<PathBuf> {
    let since = Instant::now();
    loop {
        let files = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        // Firefox keeps its place with an empty file until it has all of it.
        let whole = |file: &PathBuf| file.metadata().is_ok_and(|about| about.len() > 0);
        let file = files.into_iter().find(|file| file.extension().is_some_and(|name| name == extension) && whole(file));
        if let Some(file) = file {
            return Ok(file);
        }
        if since.elapsed() > e2e::PATIENCE {
            bail!("nothing arrives in {}", folder.display());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Chooses a file behind a button, as the browser's own window does.
pub(crate) async fn choose(page: &Page, action: &str, file: &Path) -> Result<()> {
    let field = page.find(&format!("input[data-file='{action}']")).await?;
    field.send_keys(file.to_str().context("a path")?).await.context("choosing a file")
}

async fn expect_notice(page: &Page, part: &str) -> Result<()> {
    let since = Instant::now();
    loop {
        let said = page.script("return root.querySelector('.notice').textContent", json!(null)).await?;
        if said.as_str().is_some_and(|said| said.contains(part)) {
            return Ok(());
        }
        if since.elapsed() > e2e::PATIENCE {
            bail!("the page does not say {part:?} but {said}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Ends a story that loaded the page more than once.
async fn end(page: Page) -> Result<()> {
    end_after(page, &[]).await
}

/// The same for one in which these were asked for as well, once each.
async fn end_after(page: Page, more: &[&str]) -> Result<()> {
    let others: Vec<String> = page.requests().into_iter().filter(|path| path != "/" && path != "/shifan.js").collect();
    assert_eq!(others, more, "requests");
    page.quit().await
}
