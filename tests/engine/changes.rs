//! Two lists of one tally compared.

use engine::roster::{Change, Counting, Item, items_of};
use engine::ruleset::FigureForm;
use serde_json::{Value, json};

use crate::common::{input, plan};

/// What became of the things: `+ 甲` new, `- 甲` gone, `甲: from → to`, `=` the same.
fn changes(figure: &str, before: &Value, now: &Value) -> Vec<String> {
    let track = plan().track(engine::ruleset::Track::Park);
    let id = track.figure(figure).expect("a figure");
    let FigureForm::Tally { kinds, ranked, roster: Some(rule), .. } = &track.figures[id].form else {
        panic!("{figure} is counted from lists")
    };
    let read = |list: &Value| items_of(&input(list), kinds).expect("a list").0;
    let (before, now): (Vec<Item>, Vec<Item>) = (read(before), read(now));
    let told = |change: Change| match change {
        Change::New { now: item } => format!("+ {}", now[item].name),
        Change::Gone { before: item } => format!("- {}", before[item].name),
        Change::Kind { now: item, from, to } => format!("{}: {} → {}", now[item].name, kinds[from].id, kinds[to].id),
        Change::Same => "=".to_owned(),
    };
    let counting = Counting { rule, kinds, ranked: *ranked };
    let (old, new) = (counting.count(&before), counting.count(&now));
    counting.changes((&before, &old), (&now, &new)).into_iter().map(told).collect()
}

#[test]
fn two_lists_are_compared_by_what_their_items_are_known_by() {
    let item = |name: &str, code: &str, kinds: &str, anyway: &str| json!({"name": name, "code": code, "kinds": kinds, "anyway": anyway});
    let (old, new) = ("91320100MA1A00K13E", "91110108MA1A00K13G");
    // the list before | the list now | what became of the things
    let table: [(Value, Value, &[&str]); 6] = [
        (
            json!([item("甲", old, "高企", "")]),
            json!([item("甲公司", new, "小巨人", "")]),
            &["甲公司: high_tech → little_giant"],
        ),
        (json!([item("甲", "", "高企", "")]), json!([item("乙", "", "高企", "")]), &["- 甲", "+ 乙"]),
        // A word in place of a code makes nobody the same.
        (json!([item("甲", "无", "高企", "")]), json!([item("乙", "无", "高企", "")]), &["- 甲", "+ 乙"]),
        // Who counts for a reason is compared with who did before, and with nobody else.
        (json!([item("甲", old, "高企", "理由")]), json!([item("甲", old, "高企", "理由")]), &["="]),
        (
            json!([item("甲", old, "高企", "")]),
            json!([item("甲", old, "高企", ""), item("甲", old, "小巨人", "理由")]),
            &["=", "+ 甲"],
        ),
        (json!([item("甲", old, "高企", ""), item("甲", old, "高企", "理由")]), json!([]), &["- 甲", "- 甲"]),
    ];
    for (before, now, expected) in table {
        assert_eq!(changes("quality_enterprises", &before, &now), expected, "{before} {now}");
    }
    let platform =
        |host: &str, anyway: &str| json!([{"name": "甲", "host": host, "kinds": "国家实验室", "anyway": anyway}]);
    assert_eq!(changes("platforms", &platform("某院", "理由"), &platform("某院", "理由")), ["="]);
}
