//! What keeps people out of the page, as axe-core finds it: on every screen, in both languages, light and dark, on a phone and
//! on a desk.

use anyhow::{Context, Result};
use e2e::Page;
use serde_json::json;

/// A table about which there is something to ask and something to leave out.
const TABLE: &str = "指标\t2024年\t2025年\n营业收入\t1\t2\n利润总额\t3\t4\n融资额\t5\t6";

/// A step on the way to a screen.
enum Step {
    /// Presses a button by its action.
    Press(&'static str),
    /// Types a text into a field.
    Type(&'static str, &'static str),
    /// Pastes a text into a field.
    Paste(&'static str, &'static str),
    /// Waits for something to be there.
    Await(&'static str),
}
use Step::{Await, Paste, Press, Type};

/// Every screen, and how one gets there from the beginning.
const SCREENS: [(&str, &[Step]); 23] = [
    ("start", &[]),
    ("a track is chosen", &[Press("track-park")]),
    ("a park at creation, blank", &[Press("track-park"), Press("stage-creation")]),
    ("a park at creation, the sample", &[Press("track-park"), Press("stage-creation"), Press("sample")]),
    (
        "an enterprise at recognition, the sample",
        &[Press("track-enterprise"), Press("stage-recognition"), Press("sample")],
    ),
    (
        "an entry is refused",
        &[
            Press("track-enterprise"),
            Press("stage-creation"),
            Type("figures.gross_profit[1]", "1,23"),
            Await("[name='figures.gross_profit[1]'][aria-invalid='true']"),
        ],
    ),
    (
        "a year is refused, and a source is asked for",
        &[
            Press("track-park"),
            Press("stage-creation"),
            Type("last_year", "x"),
            Press("source"),
            Await("[id='sources.revenue/line']:not([hidden])"),
        ],
    ),
    (
        "a table is shown before it is filled in",
        &[
            Press("track-park"),
            Press("stage-creation"),
            Paste("figures.revenue[0]", TABLE),
            Await("dialog[open] .preview-questions:not([hidden])"),
        ],
    ),
    (
        "a list is shown before it is filled in",
        &[
            Press("track-enterprise"),
            Press("stage-creation"),
            Press("list-figures.talent"),
            Press("sample-list-figures.talent"),
            Await("dialog[open] .preview-roster"),
        ],
    ),
    (
        "a list, with an item to be added",
        &[
            Press("track-park"),
            Press("stage-creation"),
            Press("list-figures.platforms"),
            Press("sample-list-figures.platforms"),
            Press("fill-in"),
            Press("dismiss"),
            Press("add-item-figures.platforms"),
            Await(".list-editor"),
        ],
    ),
    ("the overview, blank", &[Press("track-enterprise"), Press("stage-creation"), Press("view-overview")]),
    ("the overview, the sample", &[Press("sample"), Press("view-overview")]),
    (
        "the overview of a recognition",
        &[Press("track-enterprise"), Press("stage-recognition"), Press("sample"), Press("view-overview")],
    ),
    ("no trial to compare yet", &[Press("sample"), Press("view-compare")]),
    (
        "a trial and the original",
        &[
            Press("sample"),
            Press("variant-what-if"),
            Type("figures.debt_financing[2]", "0"),
            Press("view-compare"),
            Await("[data-panel='compare'] table"),
        ],
    ),
    ("targets", &[Press("sample"), Press("variant-targets"), Type("figures.patents.gold", "40")]),
    (
        "a batch's own numbers",
        &[
            Press("sample"),
            Type("overrides.park.rd_intensity.creation.rd_intensity", "3"),
            Type("overrides.park.digitalization.leading", "x"),
        ],
    ),
    (
        "what is folded away",
        &[Press("sample"), Press("help"), Press("finding-park.tech_contracts"), Press("unfold-more")],
    ),
    ("the particulars", &[Press("sample"), Press("unfold-conditions")]),
    ("all findings in a row", &[Press("sample"), Press("view-findings"), Await("[data-card='park.talent']")]),
    ("a notice", &[Press("sample"), Press("unit-yi-yuan"), Await(".notice[data-shown='true']")]),
    ("the question before forgetting", &[Press("sample"), Press("forget"), Await("dialog[open]")]),
    ("the rules", &[Press("view-method"), Await(".method")]),
];

/// The whole of WCAG 2.2 AA that a program can see, and what axe-core recommends beyond it.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const DESK: u32 = 1280;
const PHONE: u32 = 360;

#[tokio::test]
async fn nobody_is_kept_out_on_a_desk() -> Result<()> {
    every_screen_at(DESK).await
}

#[tokio::test]
async fn nobody_is_kept_out_on_a_phone() -> Result<()> {
    every_screen_at(PHONE).await
}

async fn every_screen_at(width: u32) -> Result<()> {
    let page = Page::open(width).await?;
    let mut findings = Vec::new();
    for ((screen, steps), language) in SCREENS.into_iter().flat_map(|screen| ["zh", "en"].map(|lang| (screen, lang))) {
        page.reload().await?;
        page.act(&format!("lang-{language}")).await?;
        for step in steps {
            match step {
                Press(action) => page.act(action).await?,
                Type(name, text) => page.type_into(name, text).await?,
                Paste(name, text) => page.paste_into(name, text).await?,
                Await(selector) => page.find(selector).await.map(drop)?,
            }
        }
        page.script(&axe()?, json!(null)).await.context("axe-core does not start")?;
        // Whatever scrolls goes under the bar at some place, and under a notice; at the top, and at the end, nothing has.
        let notice = width == DESK && page.look_for(".notice[data-shown='true']").await?.is_some();
        page.ask(&format!("scrollTo(0, {})", if notice { "document.documentElement.scrollHeight" } else { "0" }))
            .await?;
        for scheme in ["light", "dark"] {
            page.prefer(scheme).await?;
            for finding in inspect(&page).await? {
                findings.push(format!("{screen}, {language}, {scheme}, {width} px: {finding}"));
            }
        }
    }
    page.quit().await?;
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
    Ok(())
}

/// The script of axe-core.
fn axe() -> Result<String> {
    let path =
        std::env::var("AXE").unwrap_or_else(|_| "../../target/tools/npm/node_modules/axe-core/axe.min.js".into());
    std::fs::read_to_string(&path).with_context(|| format!("no axe-core at {path}: run `cargo xtask build`"))
}

/// What axe-core finds on the page as it stands: the rule, and where. Fails if it did not look into the application.
async fn inspect(page: &Page) -> Result<Vec<String>> {
    let script = "return (async () => {
        const report = await axe.run(document, {runOnly: argument, resultTypes: ['violations']});
        const lines = ({ id, impact, help, nodes }) =>
            nodes.map(({ target, any, all, none }) => {
                const why = [...any, ...all, ...none].map(({ message }) => message)[0] ?? help;
                return `${id} (${impact}) at ${target.flat().join(' >> ')}: ${why}`;
            });
        const inside = report.passes.flatMap(({ nodes }) => nodes).filter(({ target }) => Array.isArray(target[0]));
        return [inside.length, report.violations.flatMap(lines)];
    })()";
    let report = page.script(script, json!(RULES)).await?;
    assert!(report[0].as_u64() > Some(0), "axe-core looks into the application: {report}");
    Ok(serde_json::from_value(report[1].clone())?)
}
