//! What must hold for any table: what stands around the figures changes nothing of what is read.

use engine::Input;
use intake::reading::{Code, Figure, Reading, cells_text};
use intake::table::{Cell, Table};
use intake::{Context, read_table};
use proptest::prelude::*;

use crate::plan;

type Rows = Vec<Vec<String>>;

const NAMES: [&str; 6] = ["营业收入", "研发投入", "技术合同成交额", "股权融资", "债权融资", "利润总额"];
const UNITS: [&str; 4] = ["元", "千元", "万元", "亿元"];

fn amount() -> impl Strategy<Value = String> {
    (0u32..9_000_000, 0u32..100).prop_map(|(whole, part)| format!("{whole}.{part:02}"))
}

/// A table of figures over the years 2023 to 2025, each row in a unit of its own.
fn table() -> impl Strategy<Value = Rows> {
    let row = (prop::sample::select(&UNITS[..]), prop::collection::vec(amount(), 3));
    (prop::sample::subsequence(&NAMES[..], 1..=6), prop::collection::vec(row, 6)).prop_map(|(names, rows)| {
        let head = ["指标", "计量单位", "2023年", "2024年", "2025年"].map(str::to_owned).to_vec();
        let body = names
            .iter()
            .zip(rows)
            .map(|(name, (unit, amounts))| [vec![(*name).to_owned(), unit.to_owned()], amounts].concat());
        std::iter::once(head).chain(body).collect()
    })
}

fn read(rows: &Rows) -> Reading {
    let cells = |row: &Vec<String>| row.iter().map(|cell| Cell::text(cell)).collect();
    read_table(&Table { rows: rows.iter().map(cells).collect(), ..Table::default() }, &Context::of(&plan().park))
}

/// Puts a column in, with a head and cells made from the row's number.
fn with_column(rows: &Rows, at: usize, head: &str, cell: impl Fn(usize) -> String) -> Rows {
    let mut rows = rows.clone();
    for (number, row) in rows.iter_mut().enumerate() {
        row.insert(at.min(row.len()), if number == 0 { head.to_owned() } else { cell(number) });
    }
    rows
}

/// Everything that may be added to a table without a change to its figures.
fn variants(rows: &Rows) -> Vec<(&'static str, Rows)> {
    let mut all: Vec<(&'static str, Rows)> = vec![
        ("序号", with_column(rows, 0, "序号", |number| number.to_string())),
        ("行次", with_column(rows, 1, "行次", |number| number.to_string())),
        ("代码", with_column(rows, 0, "代码", |number| (100 + number).to_string())),
        ("同比", with_column(rows, 4, "同比（%）", |number| format!("{number}.5"))),
        ("同比 at the end", with_column(rows, 9, "同比增长", |number| format!("0.0{number}"))),
        ("占比", with_column(rows, 9, "占比", |number| format!("{number}%"))),
        ("备注", with_column(rows, 9, "备注", |number| format!("含{number}家新企业"))),
        ("权重", with_column(rows, 9, "权重", |number| number.to_string())),
        ("a year before", with_column(rows, 2, "2022年", |number| number.to_string())),
        ("a goal", with_column(rows, 9, "2026年目标", |number| number.to_string())),
        ("half a year", with_column(rows, 9, "2026年上半年", |number| number.to_string())),
        ("a blank column", with_column(rows, 2, "", |_| String::new())),
    ];
    let line = |texts: &[&str]| -> Vec<String> { texts.iter().map(|text| (*text).to_owned()).collect() };
    let mut above = rows.clone();
    above.insert(0, line(&["示范园区2025年主要经济指标表"]));
    all.push(("a title", above));
    let mut unit = rows.clone();
    unit.insert(0, line(&["单位：万元"]));
    all.push(("a line of units", unit));
    let mut note = rows.clone();
    note.push(line(&["注：2025年为快报数，共12项。"]));
    all.push(("a note", note));
    let mut blank = rows.clone();
    blank.insert(1, Vec::new());
    all.push(("a blank row", blank));
    let mut sum = rows.clone();
    sum.push(line(&["合计", "", "1", "2", "3"]));
    all.push(("a total", sum));
    let mut other = rows.clone();
    other.insert(1, line(&["固定资产投资", "万元", "7", "8", "9"]));
    all.push(("another figure", other));
    let mut shuffled = rows.clone();
    shuffled[1..].reverse();
    all.push(("rows the other way round", shuffled));
    let mut back = rows.clone();
    back.iter_mut().for_each(|row| row[2..].reverse());
    all.push(("years the other way round", back));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn what_stands_around_the_figures_changes_nothing(rows in table()) {
        let own = read(&rows);
        for (what, variant) in variants(&rows) {
            let read = read(&variant);
            prop_assert_eq!(&read.figures, &own.figures, "{}: {:?}", what, variant);
            prop_assert_eq!(read.last_year, own.last_year, "{}", what);
        }
    }

    #[test]
    fn a_table_turned_over_says_the_same(rows in table()) {
        let width = rows[0].len();
        let turned: Rows = (0..width).map(|column| rows.iter().map(|row| row[column].clone()).collect()).collect();
        let own = read(&rows);
        prop_assert_eq!(read(&turned).figures, own.figures, "{:?}", turned);
    }

    #[test]
    fn no_cell_with_a_digit_goes_unmentioned(rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..6), 0..8), at in 0usize..5) {
        let reading = read_anywhere(&rows, at);
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let left = reading.unused.iter().any(|unused| {
                    (unused.from.0..=unused.to.0).contains(&row) && (unused.from.1..=unused.to.1).contains(&column)
                });
                let used = reading.used.iter().any(|used| (used.cell.0..=used.to.0).contains(&row) && used.cell.1 == column);
                let has_digit = cell.contains(|c: char| c.is_ascii_digit());
                prop_assert!(left || used || !has_digit, "{} of {:?}", cells_text((row, column), (row, column)), rows);
            }
        }
    }

    #[test]
    fn nothing_is_used_twice_or_both_used_and_left_out(rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..6), 0..8), at in 0usize..5) {
        let reading = read_anywhere(&rows, at);
        // The columns of a list all go to the list, and a cell of kinds may name one that there is beside one that there is not.
        let is_list = reading.figures.iter().any(|(_, figure)| matches!(figure, Figure::Roster(_)));
        for (index, used) in reading.used.iter().enumerate() {
            let again = reading.used[index + 1..].iter().any(|other| {
                if is_list { (other.cell.1, other.cell.0) == (used.cell.1, used.cell.0) } else { other.address == used.address }
            });
            prop_assert!(!again, "{:?} of {:?}", used, rows);
            let is_part = |code| matches!(code, Code::NoSuchKind | Code::NoNumber);
            let left = reading.unused.iter().any(|unused| {
                unused.from == used.cell && unused.to == used.cell && !(is_list && is_part(unused.code))
            });
            prop_assert!(!left, "{:?} of {:?}", used, rows);
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in "[0-9,;\t\n\r\" 年元万亿%营业收入合计（）—/]{0,80}") {
        let table = Table::of_text(&text).expect("a small table");
        read_table(&table, &Context::of(&plan().enterprise));
    }
}

/// Words, numbers, years and marks as tables have them, in any order.
fn any_cell() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "营业收入",
        "研发投入（亿元）",
        "小巨人",
        "高新技术企业",
        "国家实验室",
        "合计",
        "同比",
        "2023年",
        "2024",
        "2025年",
        "单位：元",
        "万元",
        "家",
        "数量",
        "排序",
        "—",
        "#REF!",
        "",
        "",
        "备注",
        "利润总额",
        "融资额",
        "1.营业收入",
        "GB/T 1-2024",
        "上年",
        "有效发明专利",
        "其中：小巨人",
        "约5",
        "5%",
        "1,234",
        "0.5",
        "其中：主导产业",
        "全区",
        "累计",
        "排名第1",
        "第一年",
        "2025H1",
        "上年同期",
        "二、全市情况",
        "三、园区",
        "指标",
        "数值",
    ]);
    prop_oneof![3 => words.prop_map(str::to_owned), 2 => (0u32..3000).prop_map(|number| number.to_string())]
}

fn read_anywhere(rows: &Rows, at: usize) -> Reading {
    let places = ["", "figures.revenue[0]", "figures.platforms[0].count", "figures.patents.gold", "baseline.employees"];
    let context = Input::Object(vec![
        ("track".into(), Input::Text("park".into())),
        ("stage".into(), Input::Text("creation".into())),
        ("at".into(), Input::Text(places[at].to_owned().into())),
    ]);
    let cells = |row: &Vec<String>| row.iter().map(|cell| Cell::text(cell)).collect();
    let table = Table { rows: rows.iter().map(cells).collect(), ..Table::default() };
    read_table(&table, &Context::read(plan(), &context).expect("a context"))
}

/// Found by the property above: a list with ranks and no counts, in which the name is a year or the number of a standard.
#[test]
fn a_name_that_counts_as_one_is_not_left_out() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let rows = vec![
        row(&["排序", "营业收入"]),
        row(&["小巨人", "万元"]),
        row(&[]),
        row(&["营业收入", "2023年", "GB/T 1-2024"]),
    ];
    for at in 0..5 {
        let reading = read_anywhere(&rows, at);
        for used in &reading.used {
            assert!(
                !reading.unused.iter().any(|unused| (unused.from, unused.to) == (used.cell, used.cell)),
                "{used:?}"
            );
        }
    }
}
