//! A list that is read and counted with pauses is the same list, wherever the pauses are.

use std::cell::Cell as Counter;
use std::future::poll_fn;
use std::task::Poll;

use engine::address::{Address, Side};
use engine::pause::{Pause, Wait, at_once};
use engine::roster::Counting;
use engine::ruleset::FigureForm;
use intake::reading::Figure;
use intake::table::{Cell, Table};
use intake::{Context, read_table, read_table_with};
use proptest::prelude::*;

use crate::plan;

/// A figure, the head of a list pasted there, and what may stand in each of its columns.
type List = (&'static str, [&'static str; 3], [&'static [&'static str]; 3]);

const LISTS: [List; 4] = [
    (
        "quality_enterprises",
        ["企业名称", "统一社会信用代码", "资质"],
        [
            &["甲公司", "乙有限公司", "乙集团", "丙厂", "合计", "合肥丁公司", ""],
            &["91320505MAAY4CL12Y", "91510107091390998Y", "无", ""],
            &["高企", "小巨人、高企", "雏鹰企业", "单项冠军（小巨人）", ""],
        ],
    ),
    (
        "platforms",
        ["平台名称", "平台类型", "依托单位"],
        [
            &["高端轴承全国重点实验室", "甲平台", "乙平台", ""],
            &["全国重点实验室", "省级重点实验室", "3", "别的"],
            &["甲大学", "乙公司", ""],
        ],
    ),
    (
        "patents",
        ["专利名称", "专利号", "法律状态"],
        [
            &["一种轴承", "一种齿轮", ""],
            &["ZL202112169968.X", "CN112345678B", "202016559047.0", ""],
            &["有效", "失效", ""],
        ],
    ),
    (
        "talent",
        ["姓名", "工号", "职称"],
        [&["张三", "李四", "注：以下", ""], &["1", "2", ""], &["高级工程师", "博士", "三级（高级工）", ""]],
    ),
];

/// Waits until it is asked once more.
fn a_turn() -> Wait {
    let mut is_over = false;
    Box::pin(poll_fn(move |_| if std::mem::replace(&mut is_over, true) { Poll::Ready(()) } else { Poll::Pending }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn pauses_change_nothing(
        list in 0..LISTS.len(),
        has_head in prop::bool::weighted(0.8),
        rows in prop::collection::vec([0usize..8, 0..8, 0..8], 1..400),
        pauses in prop::collection::vec(any::<bool>(), 1..9),
    ) {
        let (figure, head, columns) = LISTS[list];
        let cells = |row: &[usize; 3]| (0..3).map(|column| Cell::text(columns[column][row[column] % columns[column].len()])).collect();
        let mut table = Table { rows: rows.iter().map(cells).collect(), ..Table::default() };
        if has_head {
            table.rows.insert(0, head.iter().map(|cell| Cell::text(cell)).collect());
        }
        let track = &plan().park;
        let figure = track.figure(figure).expect("a figure");
        let context = Context { at: Some(Address::whole(Side::Now, figure)), ..Context::of(track) };
        let (asked, done) = (Counter::new(0), Counter::new(0));
        let ask = |rows: Option<usize>| {
            asked.set(asked.get() + 1);
            done.set(rows.unwrap_or(done.get()));
            pauses[asked.get() % pauses.len()].then(a_turn)
        };
        let pause = Pause::asking(&ask);
        let reading = at_once(read_table_with(&table, &context, pause));
        prop_assert_eq!(&reading, &read_table(&table, &context));
        prop_assert!(asked.get() > 0);
        let FigureForm::Tally { kinds, ranked, roster: Some(rule), .. } = &track.figures[figure].form else {
            panic!("a tally that may be a list");
        };
        let counting = Counting { rule, kinds, ranked: *ranked };
        for (_, read) in &reading.figures {
            let Figure::Roster(items) = read else { continue };
            let roster = at_once(counting.count_with(items, pause));
            prop_assert_eq!(&roster, &counting.count(items));
            prop_assert!(done.get() <= items.len());
            let half = &items[items.len() / 2..];
            let (before, now) = ((half, &counting.count(half)), (&***items, &roster));
            prop_assert_eq!(at_once(counting.changes_with(before, now, pause)), counting.changes(before, now));
        }
    }
}
