//! A table of kinds says the same whichever way it is turned.

use intake::reading::Figure;
use intake::table::{Cell, Table};
use intake::{Context, read_table};
use proptest::prelude::*;

use crate::plan;

const KINDS: [&str; 3] = ["高新技术企业", "小巨人", "单项冠军"];
/// What stands on the other side, each set of which says the same of rows and of columns.
const OTHERS: [&[&str]; 22] = [
    &["数量"],
    &["数量", "要求", "差距"],
    &["现值", "基准值", "目标值"],
    &["数量", "甲街道"],
    &["快报", "年报"],
    &["总数", "主导产业"],
    &["总数", "其中：主导产业"],
    &["2023年", "2024年"],
    &["2024年", "2025年（预计）"],
    &["2024年", "2025H1"],
    &["2024年", "2025年目标"],
    &["上年末", "本年末"],
    &["截至2023年底", "截至2024年底"],
    &["2023-12-31", "2024-12-31"],
    &["一季度", "二季度", "三季度"],
    &["1月", "2月", "3月"],
    &["累计", "2024年"],
    &["全市", "园区"],
    &["数量", "占比"],
    &["数量", "备注"],
    &["FY23", "FY24"],
    &["现状", "第一年", "第二年"],
];

/// The lines of all tallies, in any order.
fn lines(rows: &[Vec<String>]) -> Vec<(String, Option<String>)> {
    let rules = &plan().park;
    let cells = |row: &Vec<String>| row.iter().map(|cell| Cell::text(cell)).collect();
    let table = Table { rows: rows.iter().map(cells).collect(), ..Table::default() };
    let reading = read_table(&table, &Context::of(rules));
    let mut lines = Vec::new();
    for (figure, read) in reading.figures {
        let Figure::Tally(tally) = read else { panic!("no tally") };
        let kinds = rules.figures[figure].form.kinds();
        lines.extend(tally.into_iter().map(|line| (kinds[line.kind.expect("a kind")].id.clone(), line.count)));
    }
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn kinds_across_the_top_say_what_kinds_down_the_side_say(others in prop::sample::select(&OTHERS[..]), numbers in prop::collection::vec(1u32..900, 9)) {
        let head = std::iter::once("指标").chain(others.iter().copied()).map(str::to_owned).collect();
        let mut down: Vec<Vec<String>> = vec![head];
        for (index, kind) in KINDS.iter().enumerate() {
            let counts = (0..others.len()).map(|other| numbers[3 * index + other].to_string());
            down.push(std::iter::once((*kind).to_owned()).chain(counts).collect());
        }
        let across: Vec<Vec<String>> =
            (0..down[0].len()).map(|column| down.iter().map(|row| row[column].clone()).collect()).collect();
        prop_assert_eq!(lines(&down), lines(&across), "{:?}", others);
    }
}
