//! Tables as offices keep them: pasted from the clipboard or opened from a file, shown, corrected, and filled in.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::folder;

/// What the preview says of a figure, with the numbers that it would fill in.
const FILLED: &str = "return [...root.querySelectorAll('dialog[open] .preview-part')]
    .map(one => [one.querySelector('h4').textContent, ...[...one.querySelectorAll('strong')].map(one => one.textContent)].join(' '))";

/// What stands in every field of a figure.
const FIELDS: &str =
    "return Object.fromEntries([...root.querySelectorAll('input[name^=figures]')].map(one => [one.name, one.value]))";

async fn filled(page: &Page) -> Result<Vec<String>> {
    page.find("dialog[open] .preview-part").await?;
    let said = page.script(FILLED, json!(null)).await?;
    Ok(serde_json::from_value(said)?)
}

#[tokio::test]
async fn every_table_is_read_for_what_it_says() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    // table | what is shown | an indicator and its outcome afterwards
    let table = [
        (
            "技术合同成交额\t元\t2,100,000\t2,310,500\t2,688,000\n",
            "主导产业技术合同成交额 2,100,000元 2,310,500元 2,688,000元",
            ("park.tech_contracts", "unmet"),
        ),
        (
            "营业收入\t亿元\t98.50\t112.36\t125.80\n",
            "主导产业规模以上企业营业收入 98.50亿元 112.36亿元 125.80亿元",
            ("park.industry_scale", "met"),
        ),
        (
            "单位：亿元\n指标\t2021年\t2022年\t2023年\t2024年\t同比\t2025年\n营业收入\t70\t80\t98.5\t112.36\t14%\t125.8\n利润总额\t7\t8\t9\t10\t11%\t12\n",
            "主导产业规模以上企业营业收入 98.5亿元 112.36亿元 125.8亿元",
            ("park.industry_scale", "met"),
        ),
        (
            "类型\t数量\t权重\t加权数量\n小巨人\t3\t10\t30\n高新\t8\t1\t8\n",
            "优质企业 3",
            ("park.quality_enterprises", "unmet"),
        ),
        ("类型\t2025年\t2024年\t2023年\n单项冠军\t1\t2\t9\n", "优质企业 1", ("park.quality_enterprises", "met")),
    ];
    for (text, shown, (indicator, outcome)) in table {
        page.paste_into("figures.revenue[0]", text).await?;
        let filled = filled(&page).await?;
        assert_eq!(filled.first().map(String::as_str), Some(shown), "{text}: {filled:?}");
        page.act("fill-in").await?;
        page.expect_outcome(indicator, outcome).await?;
    }
    let notice = page.find(".notice[data-shown='true']").await?.text().await?;
    assert!(notice.contains("已填入：优质企业"), "{notice}");
    page.act("undo").await?;
    page.expect_outcome("park.quality_enterprises", "unmet").await?;
    page.close().await
}

/// Nothing is written before one says so, and then nothing but what was shown.
#[tokio::test]
async fn what_is_written_was_shown() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let before = page.script(FIELDS, json!(null)).await?;
    let text = "序号\t指标\t2023年\t2024年\t2025年\t备注\n1\t研发投入（亿元）\t3.1\t3.6\t4.2\t含2家\n2\t利润总额（亿元）\t9\t10\t11\t\n3\t营业收入（亿元）\t98.5\t—\t125.8\t\n";
    page.paste_into("figures.revenue[0]", text).await?;
    assert_eq!(
        filled(&page).await?,
        ["主导产业规模以上企业营业收入 98.5亿元 125.8亿元", "主导产业研发投入 3.1亿元 3.6亿元 4.2亿元"]
    );
    let left_out = page.find("dialog[open] .preview-left-out").await?.text().await?;
    for said in ["利润总额", "本页不需要这一项", "D4：营业收入（亿元） 2024年 —", "备注：F2", "序号或代码：A2"]
    {
        assert!(left_out.contains(said), "{said}: {left_out}");
    }
    page.press(Key::Escape + "").await?;
    page.find("dialog.preview:not([open])").await?;
    assert_eq!(page.script(FIELDS, json!(null)).await?, before, "nothing was written");
    assert_eq!(page.focused().await?, json!("figures.revenue[0]"), "the focus is where it was");

    page.paste_into("figures.revenue[0]", text).await?;
    page.act("fill-in").await?;
    page.find("dialog.preview:not([open])").await?;
    let after = page.script(FIELDS, json!(null)).await?;
    let changed: Vec<(&str, &str)> = after
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, value)| before[*name] != **value)
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()))
        .collect();
    let expected = [
        ("figures.revenue[0]", "98.5亿元"),
        ("figures.revenue[2]", "125.8亿元"),
        ("figures.rd_spending[0]", "3.1亿元"),
        ("figures.rd_spending[1]", "3.6亿元"),
        ("figures.rd_spending[2]", "4.2亿元"),
    ];
    assert_eq!(changed.len(), expected.len(), "{changed:?}");
    assert!(expected.iter().all(|cell| changed.contains(cell)), "{changed:?}");
    assert_eq!(page.value("last_year").await?, "2025", "the table says it");
    page.close().await
}

/// A question is answered with one click, a row is said to be a figure, a unit is corrected, a row is left out.
#[tokio::test]
async fn what_was_read_can_be_corrected() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.paste_into(
        "figures.revenue[0]",
        "指标\t2023年\t2024年\t2025年\n园区总产出\t98\t112\t125\n股权融资\t1\t2\t3\n融资额\t4\t5\t6\n",
    )
    .await?;
    assert_eq!(filled(&page).await?, ["主导产业股权融资金额 1万元 2万元 3万元"]);
    // All amounts are in 亿元.
    page.click("dialog[open] [data-question='which_unit'] button:nth-of-type(4)").await?;
    page.wait_until(FILLED, |said| *said == json!(["主导产业股权融资金额 1亿元 2亿元 3亿元"])).await?;
    // 融资额 is 债权融资.
    page.click("dialog[open] [data-question='which_figure'] button:nth-of-type(2)").await?;
    page.wait_until(FILLED, |said| said.as_array().is_some_and(|all| all.len() == 2)).await?;
    page.find("dialog[open] .preview-questions").await?;
    // The row that nobody knew is the revenue.
    page.choose("preview-out-0-figure", "0").await?;
    page.wait_until(FILLED, |said| said[0] == json!("主导产业规模以上企业营业收入 98亿元 112亿元 125亿元")).await?;
    // In 万元 after all, and no 股权融资.
    page.choose("preview-0-unit", "wan_yuan").await?;
    page.wait_until(FILLED, |said| said[0] == json!("主导产业规模以上企业营业收入 98万元 112万元 125万元")).await?;
    page.choose("preview-1-figure", "out").await?;
    page.wait_until(FILLED, |said| said.as_array().is_some_and(|all| all.len() == 2)).await?;
    page.act("fill-in").await?;
    assert_eq!(page.value("figures.revenue[2]").await?, "125万元");
    assert_eq!(page.value("figures.debt_financing[0]").await?, "4亿元");
    assert_eq!(page.value("figures.equity_financing[0]").await?, "");
    page.close().await
}

/// Numbers that differ for the same thing are chosen from, and every question has its choices.
#[tokio::test]
async fn which_of_two_numbers_counts_is_answered_by_a_click() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let questions = "return [...root.querySelectorAll('dialog[open] [data-question]')].map(one => [one.dataset.question, ...[...one.querySelectorAll('button')].map(button => button.textContent)].join('|'))";
    // table | what is asked | the choice that is clicked | what is filled in then
    let table = [
        (
            "指标\t2023年\t2024年\t2025年\n营业收入（万元）\t100\t200\t300\n其中：主导产业营业收入（万元）\t60\t70\t80\n",
            "which_figure|A2:D2：营业收入（万元） 100 200 300|A3:D3：其中：主导产业营业收入（万元） 60 70 80",
            "which_figure",
            2,
            json!(["主导产业规模以上企业营业收入 60万元 70万元 80万元"]),
        ),
        (
            "类别\t离职人数\n研究生学历人员\t60\n高级职称人员\t12\n",
            "which_column|B2:B3：离职人数 60…",
            "which_column",
            1,
            json!(["高水平人才 60", "高水平人才 12"]),
        ),
    ];
    for (text, asked, code, choice, expected) in table {
        page.paste_into("figures.revenue[0]", text).await?;
        page.find("dialog[open]").await?;
        assert_eq!(page.script(questions, json!(null)).await?, json!([asked]), "{text}");
        let button =
            ["dialog[open] [data-question='", code, "'] button:nth-of-type(", &choice.to_string(), ")"].concat();
        page.click(&button).await?;
        page.wait_until(FILLED, |said| *said == expected).await?;
        page.act("drop-table").await?;
        page.find("dialog.preview:not([open])").await?;
    }
    page.close().await
}

/// A question about several rows is answered in all of them at once.
#[tokio::test]
async fn rows_that_say_two_units_are_answered_together() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let revenue = "主导产业规模以上企业营业收入";
    let spending = "主导产业研发投入";
    // table | which of the two units | what is shown before, and then
    let table = [
        (
            "指标\t单位\t2023年\t2024年\t2025年\n营业收入（亿元）\t万元\t1\t2\t3\n研发投入（亿元）\t万元\t4\t5\t6\n",
            2,
            [[revenue, " 1亿元 2亿元 3亿元"].concat(), [spending, " 4亿元 5亿元 6亿元"].concat()],
            [[revenue, " 1万元 2万元 3万元"].concat(), [spending, " 4万元 5万元 6万元"].concat()],
        ),
        (
            "指标\t2023年\t2024年\t2025年\n营业收入\t￥10\t￥20\t3万元\n研发投入\t4万元\t￥50\t￥60\n",
            1,
            [[revenue, " 3万元"].concat(), [spending, " 4万元"].concat()],
            [[revenue, " ￥10元 ￥20元 3万元"].concat(), [spending, " 4万元 ￥50元 ￥60元"].concat()],
        ),
    ];
    for (text, unit, before, after) in table {
        page.paste_into("figures.revenue[0]", text).await?;
        assert_eq!(filled(&page).await?, before, "{text}");
        let button = ["dialog[open] [data-question='which_unit'] button:nth-of-type(", &unit.to_string(), ")"].concat();
        page.click(&button).await?;
        page.wait_until(FILLED, |said| *said == json!(after)).await?;
        page.find("dialog[open] .preview-questions[hidden]").await?;
        page.act("drop-table").await?;
        page.find("dialog.preview:not([open])").await?;
    }
    page.close().await
}

/// The keyboard alone: into the dialog, through it, and back to the field.
#[tokio::test]
async fn the_preview_is_worked_by_keyboard() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    page.paste_into("figures.revenue[0]", "项目\t2023\t2024\t2025\n营业收入（万元）\t31000\t32000\t33000\n").await?;
    page.find("dialog[open]").await?;
    page.wait_until("return root.activeElement?.id", |id| *id == json!("preview-heading")).await?;
    page.tab_to("[data-action='fill-in']").await?;
    page.press(Key::Enter + "").await?;
    page.expect_outcome("enterprise.revenue", "met").await?;
    assert_eq!(page.focused().await?, json!("figures.revenue[0]"));
    page.close().await
}

/// With large text a long preview is as high as the window, and its buttons are in it.
#[tokio::test]
async fn a_preview_in_large_text_stays_in_the_window() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    page.act("larger").await?;
    page.resize(1280, 500).await?;
    page.paste_into("figures.revenue[0]", "项目\t2023\t2024\t2025\n营业收入（万元）\t31000\t32000\t33000\n研发投入（万元）\t3100\t3200\t3300\n利润总额（万元）\t310\t320\t330\n").await?;
    page.find("dialog[open] [data-action='fill-in']").await?;
    let inside = "
        root.querySelector('.preview-body').scrollTop = 9999;
        return ['.preview', `[data-action='fill-in']`].map((one) => {
            const { top, bottom } = root.querySelector(one).getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
        })";
    assert_eq!(page.script(inside, json!(null)).await?, json!([true, true]));
    page.act("drop-table").await?;
    page.close().await
}

/// A table that is no table of ours leaves nothing behind, and says so.
#[tokio::test]
async fn nothing_that_is_known_is_said_aloud() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.paste_into("figures.revenue[0]", "别的\t说明\n再一行\t3\n").await?;
    let said = page.find("dialog[open] .preview-body").await?.text().await?;
    assert!(said.contains("没有认出本页需要的数据"), "{said}");
    page.find("dialog[open] [data-action='fill-in']:disabled").await?;
    page.act("drop-table").await?;
    assert_eq!(page.value("figures.revenue[0]").await?, "");
    page.close().await
}

/// Files as offices save them.
#[tokio::test]
async fn tables_are_opened_from_files() -> Result<()> {
    let folder = folder("tables")?;
    std::fs::create_dir_all(&folder)?;
    let page = Page::open(1280).await?;
    let comma = "指标,2023年,2024年,2025年\r\n营业收入（亿元）,98.5,112.36,125.8\r\n";
    // “指标,2024年,2025年” and “营业收入（亿元）,1,2” in GB18030.
    let gb18030: &[u8] = b"\xd6\xb8\xb1\xea,2024\xc4\xea,2025\xc4\xea\r\n\xd3\xaa\xd2\xb5\xca\xd5\xc8\xeb\xa3\xa8\xd2\xda\xd4\xaa\xa3\xa9,1,2\r\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(comma.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bom = ["\u{feff}", comma].concat();
    let semicolons = comma.replace(',', ";");
    let choose = async |name: &str, bytes: &[u8]| -> Result<()> {
        let file = folder.join(name);
        std::fs::write(&file, bytes)?;
        Ok(page.find("[data-file='open-file']").await?.send_keys(file.to_string_lossy()).await?)
    };
    let notice = "return root.querySelector('.notice > p').textContent";
    choose("early.csv", comma.as_bytes()).await?;
    page.wait_until(notice, |said| said.as_str().is_some_and(|said| said.contains("请先选择园区或企业"))).await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    choose("book.xlsx", b"PK\x03\x04rest").await?;
    page.wait_until(notice, |said| said.as_str().is_some_and(|said| said.contains("工作簿"))).await?;
    let table: [(&str, &[u8], &str); 5] = [
        ("utf8.csv", comma.as_bytes(), "主导产业规模以上企业营业收入 98.5亿元 112.36亿元 125.8亿元"),
        ("bom.csv", bom.as_bytes(), "主导产业规模以上企业营业收入 98.5亿元 112.36亿元 125.8亿元"),
        ("semicolons.csv", semicolons.as_bytes(), "主导产业规模以上企业营业收入 98.5亿元 112.36亿元 125.8亿元"),
        ("utf16.txt", &utf16, "主导产业规模以上企业营业收入 98.5亿元 112.36亿元 125.8亿元"),
        ("office.csv", gb18030, "主导产业规模以上企业营业收入 1亿元 2亿元"),
    ];
    for (name, bytes, shown) in table {
        choose(name, bytes).await?;
        assert_eq!(filled(&page).await?, [shown], "{name}");
        page.act("drop-table").await?;
        page.find("dialog.preview:not([open])").await?;
    }
    // Workbooks by their bytes, whatever they are called: the same sheet by two programs in two formats.
    let office = |name: &str| std::fs::read([env!("CARGO_MANIFEST_DIR"), "/../cases/office/", name].concat());
    for (name, bytes) in [("park.xlsx", office("openpyxl.xlsx")?), ("park.et", office("libreoffice.xls")?)] {
        choose(name, &bytes).await?;
        assert_eq!(filled(&page).await?[0], "主导产业规模以上企业营业收入 98.5亿元 112.36亿元 125.8亿元", "{name}");
        let sheets = page.find("dialog[open] #preview-sheet").await?.text().await?;
        assert!(sheets.contains("汇总表") && sheets.contains("核对（隐藏）"), "{sheets}");
        page.choose("preview-sheet", "1").await?;
        page.find("dialog[open] .preview-filled[hidden]").await?;
        page.act("drop-table").await?;
        page.find("dialog.preview:not([open])").await?;
    }
    for (name, said) in [("encrypted.xlsx", "有打开密码"), ("libreoffice.ods", "另存为 .xlsx")] {
        choose(name, &office(name)?).await?;
        page.wait_until(notice, |found| found.as_str().is_some_and(|found| found.contains(said))).await?;
    }
    page.close_after(&["/shifan-office.js"]).await
}

/// Copied in another tab, as a person does, and pasted here.
#[tokio::test]
async fn a_table_is_copied_in_another_tab() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let own = page.browser().window().await?;
    let other = page.browser().new_tab().await?;
    page.browser().switch_to_window(other).await?;
    page.browser()
        .goto("data:text/html;charset=utf-8,<textarea>指标%09数量%0A小巨人%093%0A高企%0930</textarea>")
        .await?;
    let area = page.browser().find(By::Tag("textarea")).await?;
    area.send_keys(Key::Control + "a").await?;
    area.send_keys(Key::Control + "c").await?;
    page.browser().close_window().await?;
    page.browser().switch_to_window(own).await?;
    page.field("figures.employees").await?.send_keys(Key::Control + "v").await?;
    assert_eq!(filled(&page).await?, ["优质企业 3", "优质企业 30"]);
    page.act("fill-in").await?;
    let count: Value = page
        .script("return root.querySelector(\"[name='figures.quality_enterprises.high_tech']\").value", json!(null))
        .await?;
    assert_eq!(count, json!("30"));
    page.close().await
}
