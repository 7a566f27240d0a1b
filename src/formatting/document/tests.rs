//! What the document says, for every track and stage, in both languages, and of whatever a person types.

use super::document;
use super::look::Look;
use crate::paper::entries;
use crate::paper::handover::Handover;
use crate::paper::handover::testing::handed;
use crate::paper::open_points::open_points;
use crate::paper::origin::Origin;
use crate::paper::receipt::receipt;
use engine::input::Input;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use model::scenarios::Scenario::{Original, WhatIf};
use model::testing::{ALL, json, sample_input};
use office::document::{Block, Document, Paragraph, Run, Table, write};
use serde_json::{Value, json as value};

/// What no file format likes.
const HOSTILE: &str =
    "<&\"'>\u{0}\u{1}\u{b}\r\n\r\u{1f}\u{7f}\u{85}\u{2028}\u{202e}\u{fffe}\u{ffff}\u{fdd0}_x0001_]]>&#x0; 🏭👩‍👩‍👧 é";

/// Submissions with anything in every place where a person types.
fn hostile(track: Track) -> Input<'static> {
    let (track, note) = match track {
        Track::Park => ("park", "park.industrial_policy"),
        Track::Enterprise => ("enterprise", "enterprise.industry_scale"),
    };
    let long = "长".repeat(5000);
    let item = value!({"name": HOSTILE, "code": HOSTILE, "kinds": [HOSTILE, "invention"], "rank": HOSTILE, "host": long, "anyway": HOSTILE});
    let submission = value!({
        "track": track,
        "field": HOSTILE,
        "applicant": {"name": ([HOSTILE, &long].concat())},
        "last_year": HOSTILE,
        "figures": {"revenue": [HOSTILE, ("1".repeat(3000)), "-5"], "patents": {"roster": [item, {"name": long}]}},
        "sources": {"revenue": HOSTILE, "patents": long},
        "notes": {note: ([HOSTILE, "\n\n\t", &"无空格".repeat(2000), &"W".repeat(2000)].concat())},
    });
    json(&submission.to_string())
}

/// The samples, with nothing filled in, tried out, and with anything: a name, the submission, and where it is from.
fn submissions(track: Track, stage: Stage) -> Vec<(&'static str, Input<'static>, Origin)> {
    let origin = |scenario, sample| Origin { scenario, sample };
    vec![
        ("sample", sample_input(track, stage), origin(Original, true)),
        ("as-is", sample_input(track, stage), origin(Original, false)),
        ("what-if", sample_input(track, stage), origin(WhatIf, false)),
        ("empty", json("{}"), origin(Original, false)),
        ("hostile", hostile(track), origin(WhatIf, true)),
    ]
}

/// Every document, and by which name.
fn all(tell: impl Fn(&str, &Handover)) {
    for (applying, lang) in ALL.into_iter().flat_map(|applying| [(applying, Lang::Zh), (applying, Lang::En)]) {
        for (name, submission, origin) in submissions(applying.0, applying.1) {
            let name = format!("{:?}-{:?}-{lang:?}-{name}", applying.0, applying.1).to_lowercase();
            handed(applying, &submission, lang, |of| tell(&name, &Handover { origin, ..*of }));
        }
    }
}

/// What a paragraph says.
fn text(paragraph: &Paragraph) -> String {
    let run = |run: &Run| match run {
        Run::Text(text) | Run::Bold(text) => text.clone(),
        Run::PageNumber => "#".to_owned(),
    };
    paragraph.runs.iter().map(run).collect()
}

/// The cells of a table that say something, row by row.
fn cells(table: &Table) -> Vec<Vec<String>> {
    let row = |row: &office::document::Row| {
        let shown = row.cells.iter().filter(|cell| !cell.continues);
        shown.map(|cell| cell.paragraphs.iter().map(text).collect::<Vec<_>>().join("\n")).collect()
    };
    table.rows.iter().map(row).collect()
}

/// Everything that it says, a paragraph or a row a line.
fn lines(document: &Document) -> Vec<String> {
    let block = |block: &Block| match block {
        Block::Paragraph(paragraph) => vec![text(paragraph)],
        Block::Table(table) => cells(table).iter().map(|row| row.join(" | ")).collect(),
    };
    document.blocks.iter().flat_map(block).collect()
}

/// The paragraphs of a look.
fn of_look(document: &Document, look: Look) -> Vec<String> {
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.style == look as usize => Some(text(paragraph)),
        _ => None,
    });
    paragraphs.collect()
}

#[test]
fn every_look_has_its_style() {
    let table = [
        (Look::Text, "Normal", 0),
        (Look::Title, "Title", 0),
        (Look::Subtitle, "Subtitle", 0),
        (Look::Heading, "heading 1", 1),
        (Look::Subheading, "heading 2", 2),
        (Look::Item, "heading 3", 3),
        (Look::Header, "header", 0),
        (Look::OddNumber, "footer", 0),
        (Look::Cell, "表格文字", 0),
        (Look::Label, "表格栏目", 0),
        (Look::Number, "表格数字", 0),
        (Look::Section, "表格小标题", 0),
        (Look::Behind, "表格之后", 0),
        (Look::EvenNumber, "双页码", 0),
        (Look::End, "文末", 0),
    ];
    let styles = super::look::styles(Lang::Zh);
    assert_eq!(styles.len(), table.len());
    for (look, name, level) in table {
        let style = &styles[look as usize];
        assert_eq!((&*style.name, style.level), (name, level));
    }
    // 28 characters of text fit a line of 156 mm, and 22 lines fit 225 mm; one more of either does not.
    let (page, text) = (super::look::page(), &styles[Look::Text as usize]);
    let [top, right, bottom, left] = page.margins;
    let (across, down, character) =
        (page.width - left - right, page.height - top - bottom, text.size * 10 - text.closer);
    assert_eq!((across / character, down / text.line, page.lines), (28, 22, 22));
    assert_eq!(across, super::look::WIDTH);
}

#[test]
fn every_document_is_written() {
    all(|name, of| {
        for document in [document(of, false), document(of, true)] {
            let bytes = write(&document).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
            assert_eq!(write(&document).as_ref(), Ok(&bytes), "{name}: the same bytes");
        }
    });
}

#[test]
fn it_says_all_that_paper_says() {
    all(|name, of| {
        let lines = lines(&document(of, false));
        let says = |text: &str| assert!(lines.iter().any(|line| line.contains(text)), "{name}: {text:?} in {lines:#?}");
        for (what, it) in receipt(of) {
            says(&[&*what, " | ", &it].concat());
        }
        says((of.words().verdict)(of.assessment.verdict));
        for point in open_points(of) {
            says(&["□ ", &point.text].concat());
        }
        for entry in entries::rows(of.rules, of.stage, of.sheet, of.lang) {
            says(&entry.figure);
            says(&[entry.part.as_str(), entry.shown(), ""].join(" | "));
            says(&entry.understood(of.words()).0);
            says(entry.source.trim());
        }
        for (id, finding) in of.assessment.indicators.with_ids() {
            let indicator = &of.rules.indicators[id];
            says(of.say(&indicator.title));
            says(&[of.report_words().outcome, (of.words().outcome)(finding.outcome)].join(" | "));
            for line in of.sheet.notes[id].lines() {
                says(line);
            }
            for measure in indicator.measures.ids() {
                let said = of.basis().measure(id, measure, finding);
                let texts = [said.title, said.value, said.formula, said.now.equation, said.now.years];
                texts.iter().for_each(|text| says(text));
            }
            for index in 0..indicator.criteria(of.stage).len() {
                let said = of.basis().criterion(id, index, finding);
                let texts =
                    [said.requirement, said.change, said.distance, said.reached, said.quote, said.sureness.note];
                texts.iter().flatten().chain(&said.needs).for_each(|text| says(text));
            }
        }
    });
}

#[test]
fn what_is_no_actual_data_says_so_everywhere() {
    // where it is from, the language, below the title, above every page, before the conclusion
    let table = [
        (Original, false, Lang::Zh, "", "", ""),
        (WhatIf, false, Lang::Zh, "（假设）", "假设（非实际数据）", "（假设）"),
        (Original, true, Lang::Zh, "（虚构示例）", "虚构示例 · 现状", "（虚构示例）"),
        (
            WhatIf,
            true,
            Lang::En,
            "(Invented sample · What if)",
            "Invented sample · What if (not actual data)",
            "(Invented sample · What if) ",
        ),
    ];
    for (scenario, sample, lang, below, above, before) in table {
        let origin = Origin { scenario, sample };
        let made = handed(ALL[0], &json("{}"), lang, |of| document(&Handover { origin, ..*of }, false));
        let title = of_look(&made, Look::Title).concat();
        assert_eq!(title.split('\n').nth(1).unwrap_or_default(), below);
        assert_eq!(made.title, title.replace('\n', ""));
        assert_eq!(made.header.iter().map(text).collect::<String>(), above);
        let verdict = of_look(&made, Look::Text).concat();
        assert!(
            verdict.starts_with(&[before, if lang == Lang::Zh { "尚未填完。" } else { "Not yet complete." }].concat()),
            "{verdict}"
        );
    }
}

#[test]
fn the_sample_reads_as_an_official_document() {
    let made = handed(ALL[0], &sample_input(Track::Park, Stage::Creation), Lang::Zh, |of| document(of, false));
    assert_eq!(
        of_look(&made, Look::Heading),
        ["一、基本信息", "二、总体结果", "三、逐项结果", "四、待处理事项", "五、填报与审核", "附：数据明细"]
    );
    assert_eq!(of_look(&made, Look::Item).first().map(String::as_str), Some("1．主导产业规模"));
    let lines = lines(&made);
    let at = lines.iter().position(|line| line == "1．主导产业规模").expect("the first indicator");
    assert_eq!(
        lines[at + 1..at + 7],
        [
            "指标结果 | 达到",
            "平均营业收入 | 124.29 亿元（1,242,933.33 万元）\n占本指标 50% 的分值",
            "公式 | Σ近三年主导产业规模以上企业营业收入 ÷ 3",
            "代入（万元） | 2023年、2024年、2025年：(1,125,000 + 1,238,600 + 1,365,200) ÷ 3 ≈ 124.29 亿元（1,242,933.33 万元）",
            "门槛 | 不低于 100 亿元（1,000,000 万元）",
            "与门槛比较 | 超出 24.29 亿元（242,933.33 万元） · 为门槛的 124.29%",
        ]
    );
    let sign_off: Vec<&String> = lines.iter().skip_while(|line| *line != "五、填报与审核").skip(1).take(3).collect();
    assert_eq!(sign_off, ["填报单位（盖章） | ", "填表人 |  | 审核人 | ", "日期 | 　　　　年　　月　　日"]);
}

#[test]
fn lists_are_counted_and_shown_only_if_asked_for() {
    let items = value!([{"name": "甲公司", "kinds": ["high_tech"]}, {"name": "乙公司", "kinds": ["雏鹰"]}]);
    let submission = json(&value!({"figures": {"quality_enterprises": {"roster": items}}}).to_string());
    let [counted, whole] =
        handed(ALL[0], &submission, Lang::Zh, |of| [document(of, false), document(of, true)]).map(|it| lines(&it));
    let at = counted.iter().position(|line| line == "附：名单").expect("the lists");
    assert_eq!(counted[at + 1..], ["（一）优质企业名单", "共 2 条：计入 1，未计入 1，存疑 0。"]);
    assert!(!counted.iter().any(|line| line.contains("甲公司")));
    assert_eq!(
        whole[at + 3..],
        [
            "序号 | 名称 | 代码（编号） | 类别 | 如何计算",
            "1 | 甲公司 |  | 高新技术企业 | 计入：高新技术企业",
            "2 | 乙公司 |  | 雏鹰 | 未计入：方案未列的类别",
            ""
        ]
    );
}

/// For another reader: every document with what it is to say, in the folder that `SHIFAN_DOCUMENTS` names. `tests/office/documents.py` reads
/// them.
#[test]
#[ignore = "writes files for tests/office/documents.py"]
fn documents_for_another_reader() {
    let folder = std::path::PathBuf::from(std::env::var_os("SHIFAN_DOCUMENTS").expect("a folder"));
    let keep = |name: String, made: &Document| {
        let style = |paragraph: &Paragraph| &made.styles[paragraph.style].name;
        let paragraph = |paragraph: &Paragraph| value!([style(paragraph), text(paragraph)]);
        let block = |block: &Block| match block {
            Block::Paragraph(own) => paragraph(own),
            Block::Table(table) => value!({"widths": table.widths, "heads": table.heads, "rows": cells(table)}),
        };
        let page = &made.page;
        let says: Value = value!({
            "title": made.title,
            "page": [page.width, page.height, page.margins],
            "header": made.header.iter().map(text).collect::<Vec<_>>(),
            "blocks": made.blocks.iter().map(block).collect::<Vec<_>>(),
        });
        std::fs::write(folder.join([&name, ".json"].concat()), says.to_string()).expect("writing");
        std::fs::write(folder.join([&name, ".docx"].concat()), write(made).expect("a document")).expect("writing");
    };
    all(|name, of| {
        keep(name.to_owned(), &document(of, false));
        if !of.sheet.applicant.is_empty() {
            keep([name, "-lists"].concat(), &document(of, true));
        }
    });
}
