//! What is said to be kept is kept: under hosts that change the language, beside keys that nobody knows, while one types on.

use std::time::Duration;

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

use super::{choose, downloads, end, end_after, expect_notice};

/// Types a text and switches the draft on, as a person does, in one turn of a script.
const WRITE: &str = "
    const field = (name) => root.querySelector(`[name='${name}']`);
    const type = (name, text) => {
        field(name).value = text;
        field(name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    const turn = () => new Promise((done) => setTimeout(done, 300));
";

/// Old Prototype.js gives every list and text a `toJSON` of its own, which `JSON.stringify` asks.
#[tokio::test]
async fn files_and_drafts_are_written_by_nothing_that_a_host_can_change() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    let script = format!(
        "return (async () => {{
            {WRITE}
            const asText = function () {{ return JSON.stringify(Object.assign({{}}, this)) }};
            const texts = [];
            const url = URL.createObjectURL;
            URL.createObjectURL = (blob) => (texts.push(blob.text()), url(blob));
            Object.assign(Array.prototype, {{ toJSON: asText }});
            String.prototype.toJSON = asText;
            try {{
                type('figures.employees', '1,234');
                field('draft').click();
                await turn();
                root.querySelector(\"[data-action='save-file']\").click();
                await turn();
            }} finally {{
                delete Array.prototype.toJSON;
                delete String.prototype.toJSON;
            }}
            return [localStorage.getItem('shifan-draft:/'), ...(await Promise.all(texts))];
        }})()"
    );
    let texts: Vec<String> = serde_json::from_value(page.script(&script, json!(null)).await?)?;
    assert_eq!(texts.len(), 2, "a draft and a file");
    let [draft, file] = [&texts[0], &texts[1]].map(|text| serde_json::from_str::<Value>(text));
    assert_eq!(draft?["desks"][0]["own"]["submission"]["figures"]["employees"], json!("1,234"));
    assert_eq!(file?["submission"]["figures"]["employees"], json!("1,234"));
    page.find(".draft-said[data-failed='false']").await?;
    page.reload_as_a_person().await?;
    expect_notice(&page, "已恢复本机草稿").await?;
    assert_eq!(page.value("figures.employees").await?, "1,234");
    end(page).await
}

/// A storage that takes everything and keeps nothing, or something else, is found out.
#[tokio::test]
async fn a_draft_counts_as_kept_once_it_was_read_back() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    page.type_into("figures.employees", "5").await?;
    page.script("window.kept = Storage.prototype.setItem", json!(null)).await?;
    for broken in ["() => {}", "function (key, text) { window.kept.call(this, key, text.slice(0, 40)) }"] {
        page.script(&format!("Storage.prototype.setItem = {broken}"), json!(null)).await?;
        page.click("input[name=draft]").await?;
        let said = page.find(".draft-said[data-failed='true']:not(:empty)").await?.text().await?;
        assert!(said.contains("读不回来"), "{said}");
        page.click("input[name=draft]").await?;
        page.find(".draft-said:empty").await?;
    }
    page.close().await
}

/// While one key follows another the draft is written at least every two seconds.
#[tokio::test]
async fn a_draft_follows_whoever_types_without_a_pause() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    let script = format!(
        "return (async () => {{
            {WRITE}
            field('draft').click();
            await turn();
            let seen = '';
            for (let key = 1; key <= 30; key += 1) {{
                type('applicant.name', 'x'.repeat(key));
                await new Promise((done) => setTimeout(done, 100));
                const name = JSON.parse(localStorage.getItem('shifan-draft:/')).desks[0]?.own.submission.applicant.name ?? '';
                if (name.length > seen.length) seen = name;
            }}
            return seen.length;
        }})()"
    );
    let seen = page.script(&script, json!(null)).await?.as_u64().unwrap_or_default();
    assert!((10..30).contains(&seen), "{seen} of 30 keys were kept while typing went on");
    page.close().await
}

/// What this page has no place for is named, and stays where it is until the person lets go of it.
#[tokio::test]
async fn a_draft_with_unknown_keys_is_not_written_over_unasked() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    page.type_into("figures.employees", "5").await?;
    page.click("input[name=draft]").await?;
    page.find(".draft-said[data-failed='false']").await?;
    page.reload_as_a_person().await?;
    expect_notice(&page, "已恢复本机草稿").await?;
    let rename =
        "localStorage.setItem('shifan-draft:/', localStorage.getItem('shifan-draft:/').replace('\"own\"', '\"mine\"'))";
    page.script(&format!("addEventListener('pagehide', () => {rename})"), json!(null)).await?;
    page.reload_as_a_person().await?;
    let said = page.find(".remains:not([hidden])").await?.text().await?;
    assert!(said.contains("desks[0].mine"), "{said}");
    page.find("input[name=draft]:disabled").await?;
    let kept = "return localStorage.getItem('shifan-draft:/')";
    let before = page.script(kept, json!(null)).await?;
    page.type_into("figures.employees", "6").await?;
    tokio::time::sleep(Duration::from_millis(2500)).await;
    assert_eq!(page.script(kept, json!(null)).await?, before, "nothing is written over");
    page.act("draft-let-go").await?;
    page.find(".remains[hidden]").await?;
    page.find(".draft-said[data-failed='false']:not(:empty)").await?;
    assert_ne!(page.script(kept, json!(null)).await?, before);
    end(page).await
}

/// A file that an editor saved in another encoding opens as what it is, and a workbook is told what it is, whatever is in it.
#[tokio::test]
async fn a_file_opens_as_what_it_is() -> Result<()> {
    let page = Page::open(1280).await?;
    let folder = downloads(&page, "encodings").await?;
    let ours = |name: &[u8]| {
        let begin = br#"{"track": "park", "stage": "creation", "applicant": {"name": ""#;
        [begin, name, br#""}}"#].concat()
    };
    let utf16 =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let utf8 = String::from_utf8(ours("某园区".as_bytes()))?;
    let files: [(&str, Vec<u8>); 4] = [
        ("utf8.json", utf8.clone().into_bytes()),
        ("mark.json", ["\u{feff}", &utf8].concat().into_bytes()),
        // 某园区 in GBK.
        ("gbk.json", ours(b"\xc4\xb3\xd4\xb0\xc7\xf8")),
        ("utf16.json", utf16(&utf8)),
    ];
    for (name, bytes) in files {
        let file = folder.join(name);
        std::fs::write(&file, bytes)?;
        choose(&page, "open-file", &file).await?;
        expect_notice(&page, "文件已打开").await?;
        assert_eq!(page.value("applicant.name").await?, "某园区", "{name}");
        page.empty("applicant.name").await?;
    }
    let refused: [(&str, &[u8], &str); 5] = [
        ("table.xlsx", b"PK\x03\x04", "工作簿"),
        ("table.xls", b"<html><table></table></html>", "工作簿"),
        ("table.json", b"PK\x03\x04", "工作簿"),
        ("bytes.json", b"{\"track\": \"\xff\xff\"}", "无法读取"),
        (
            "overrides.json",
            br#"{"format": "shifan", "version": 1, "ruleset": {"id": "plan-2025"}, "submission": {"track": "park", "stage": "creation"}, "overrides": "x"}"#,
            "（位置：overrides）。已填内容没有任何改动。",
        ),
    ];
    for (name, bytes, said) in refused {
        let file = folder.join(name);
        std::fs::write(&file, bytes)?;
        choose(&page, "open-file", &file).await?;
        expect_notice(&page, said).await?;
    }
    end_after(page, &["/shifan-office.js"]).await
}
