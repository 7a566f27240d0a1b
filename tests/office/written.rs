//! Workbooks that are written.

use office::workbook::At;
use office::write::{Cell, Choices, Content, Fault, List, Mark, Sheet, Tone, Workbook, write};

use crate::corpus::shown;
use crate::form::form;

#[test]
fn what_is_written_is_read_as_it_was() {
    let bytes = write(&form()).expect("a workbook");
    assert_eq!(bytes, write(&form()).expect("a workbook"), "the same bytes again");
    let expected = "\
        # 填报表 & 说明\n\
        A1 某某产业园区 {merged 1x4}\n\
        A2 指标\n\
        B2 2025年↵（万元）\n\
        C2 类别\n\
        D2 占比\n\
        A3 营业收入\n\
        B3 1,098.50万元 {1098.5 | #,##0.00\"万元\"}\n\
        C3 高企\n\
        D3 99.46% {0.9945676776822 | 0.00%}\n\
        A4 \u{20} 研发 <投入> \"A&B\" _x0041_ \u{1}\n\
        B4 6.00万元 {6 | #,##0.00\"万元\"}\n\
        A5 合计\n\
        B5 1,104.50万元 {1104.5 | #,##0.00\"万元\"}\n\
        C5 达到 <&>\n\
        # 词表 {hidden}\n\
        A1 国家级\n\
        A2 省级\n";
    assert_eq!(shown(&office::open(&bytes)), expected);
}

#[test]
fn what_excel_would_not_open_is_not_written() {
    let sheet = |title: &str| Sheet { title: title.to_owned(), ..Sheet::default() };
    let one = |sheet: Sheet| Workbook { sheets: vec![sheet], ..Workbook::default() };
    let holding = |content: Content| one(Sheet { rows: vec![vec![Cell { content, style: 0 }]], ..sheet("表") });
    let title = |title: &str| Err(Fault::Title(title.to_owned()));
    let list = |choices: Vec<String>| {
        one(Sheet {
            lists: vec![List { from: (0, 0), to: (0, 0), choices: Choices::Texts(choices), is_only_help: false }],
            ..sheet("表")
        })
    };
    let merged = |areas: &[(At, At)]| one(Sheet { merged: areas.to_vec(), ..sheet("表") });
    let mark = |from, to| {
        let tone = Tone { colour: 0, fill: 0 };
        one(Sheet { marks: vec![Mark { from, to, text: "\"&".to_owned(), tone }], ..sheet("表") })
    };
    let long = "长".repeat(32);
    let at = (0, 0);
    let table: [(Workbook, Result<(), Fault>); 27] = [
        (Workbook::default(), Err(Fault::NoSheet)),
        (one(Sheet { is_hidden: true, ..sheet("表") }), Err(Fault::NoSheet)),
        (one(sheet("")), title("")),
        (one(sheet("a/b")), title("a/b")),
        (one(sheet("'a")), title("'a")),
        (one(sheet(&long)), title(&long)),
        (one(sheet(&"长".repeat(31))), Ok(())),
        (Workbook { sheets: vec![sheet("a"), sheet("A")], ..Workbook::default() }, title("A")),
        (holding(Content::Number("12.5".to_owned())), Ok(())),
        (holding(Content::Number("1,2".to_owned())), Err(Fault::NotANumber(at))),
        (holding(Content::Formula("1".to_owned(), "一".to_owned())), Err(Fault::NotANumber(at))),
        (holding(Content::Formula("1".to_owned(), String::new())), Ok(())),
        (holding(Content::Text("长".repeat(32_767))), Ok(())),
        (holding(Content::Text("长".repeat(32_768))), Err(Fault::LongText(at))),
        (one(Sheet { rows: vec![vec![Cell { style: 1, ..Cell::default() }]], ..sheet("表") }), Err(Fault::NoStyle(at))),
        (merged(&[((0, 0), (1, 1)), ((2, 0), (2, 1))]), Ok(())),
        (merged(&[((0, 0), (1, 1)), ((1, 1), (2, 2))]), Err(Fault::Place((1, 1)))),
        (merged(&[((1, 0), (0, 0))]), Err(Fault::Place((1, 0)))),
        (merged(&[((0, 0), (0, 16_383))]), Ok(())),
        (merged(&[((0, 0), (0, 16_384))]), Err(Fault::Place((0, 16_384)))),
        (merged(&[((0, 0), (1_048_576, 0))]), Err(Fault::Place((1_048_576, 0)))),
        (mark((0, 0), (1, 1)), Ok(())),
        (mark((1, 0), (0, 0)), Err(Fault::Place((1, 0)))),
        (list(vec!["长".repeat(127), "长".repeat(127)]), Ok(())),
        (list(vec!["长".repeat(128), "长".repeat(127)]), Err(Fault::Choices(at))),
        (list(vec!["a,b".to_owned()]), Err(Fault::Choices(at))),
        (list(Vec::new()), Err(Fault::Choices(at))),
    ];
    for (case, (book, expected)) in table.into_iter().enumerate() {
        assert_eq!(write(&book).map(|_| ()), expected, "case {case}");
    }
}
