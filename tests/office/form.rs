//! A form as the page is to hand it out: `cells` and openpyxl read it, LibreOffice computes it.

use office::write::{Cell, Choices, Content, List, Mark, Paper, Sheet, Style, Tone, Workbook};

fn text(text: &str, style: usize) -> Cell {
    Cell { content: Content::Text(text.to_owned()), style }
}

fn number(number: &str, style: usize) -> Cell {
    Cell { content: Content::Number(number.to_owned()), style }
}

/// A title, heads, a list to choose from, a total, and words to choose among on a hidden sheet.
pub fn form() -> Workbook {
    let (title, head, amount, percent) = (1, 2, 3, 4);
    let formula =
        |code: &str, result: &str, style| Cell { content: Content::Formula(code.to_owned(), result.to_owned()), style };
    let label = Content::TextFormula("IF(B5>1000,\"达到\",\"未达到\")&\" <&>\"".to_owned(), "达到 <&>".to_owned());
    let sheet = Sheet {
        title: "填报表 & 说明".to_owned(),
        rows: vec![
            vec![text("某某产业园区", title)],
            vec![text("指标", head), text("2025年\n（万元）", head), text("类别", head), text("占比", head)],
            vec![
                text("营业收入", 0),
                number("1098.50", amount),
                text("高企", 0),
                formula("B3/B5", "0.9945676776822", percent),
            ],
            vec![
                text("  研发 <投入> \"A&B\" _x0041_ \u{1}", 0),
                number("6", amount),
                Cell { style: head, ..Cell::default() },
            ],
            vec![text("合计", head), formula("SUM(B3:B4)", "1104.5", amount), Cell { content: label, style: 0 }],
        ],
        widths: vec![30, 16, 0, 12],
        hidden_columns: vec![5],
        merged: vec![((0, 0), (0, 3))],
        lists: vec![
            List {
                from: (2, 2),
                to: (2, 2),
                choices: Choices::Texts(vec!["高企".to_owned(), "小巨人 & 单项冠军".to_owned()]),
                is_only_help: false,
            },
            List {
                from: (3, 2), to: (3, 2), choices: Choices::Cells("词表!$A$1:$A$2".to_owned()), is_only_help: true
            },
        ],
        marks: vec![
            Mark {
                from: (4, 2),
                to: (4, 2),
                text: "达到 <&>".to_owned(),
                tone: Tone { colour: 0x17643a, fill: 0xe4f2e9 },
            },
            Mark {
                from: (2, 2),
                to: (3, 2),
                text: "称\"号".to_owned(),
                tone: Tone { colour: 0xb3261e, fill: 0xfbe4e2 },
            },
        ],
        frozen: Some((2, 1)),
        paper: Paper::A4Across,
        ..Sheet::default()
    };
    let words = Sheet {
        title: "词表".to_owned(),
        is_hidden: true,
        rows: vec![vec![text("国家级", 0)], vec![text("省级", 0)]],
        ..Sheet::default()
    };
    let bordered = Style { is_bordered: true, ..Style::default() };
    let styles = vec![
        Style { is_bold: true, size: 16, is_centred: true, colour: Some(0x1f4e79), ..Style::default() },
        Style { is_bold: true, fill: Some(0xddebf7), is_wrapped: true, is_centred: true, ..bordered.clone() },
        Style { format: "#,##0.00\"万元\"".to_owned(), ..bordered.clone() },
        Style { format: "0.00%".to_owned(), ..bordered },
    ];
    Workbook { sheets: vec![sheet, words], styles }
}
