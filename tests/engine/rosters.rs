//! Rosters: the case files, the codes, and what must hold for every list.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::common::table::rows;
use crate::common::{report, report_with};

/// One case of a file.
struct Case<'a> {
    line: usize,
    title: &'a str,
    figure: &'a str,
    columns: &'a str,
    rows: Vec<&'a str>,
    counts: &'a str,
}

/// `#` begins a case with its title; `>` says track and figure; then the columns, then one item a line with how it counts behind `→` and
/// what is doubtful behind `?`; `=` says the counts.
fn cases(text: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("##") || line.trim().is_empty() {
            continue;
        }
        if let Some(title) = line.strip_prefix("# ") {
            cases.push(Case { line: number + 1, title, figure: "", columns: "", rows: Vec::new(), counts: "" });
            continue;
        }
        let case = cases.last_mut().expect("a title first");
        match line.split_once(' ').unwrap_or((line, "")) {
            (">", figure) => case.figure = figure,
            ("=", counts) => case.counts = counts,
            _ if case.columns.is_empty() => case.columns = line,
            _ => case.rows.push(line),
        }
    }
    cases
}

/// The submission with the items of a case.
fn submission(case: &Case) -> Value {
    let (track, figure) = case.figure.split_once(' ').expect("track and figure");
    let keys: Vec<&str> = case.columns.split('|').map(str::trim).collect();
    let item = |row: &&str| {
        let cells = row.split('→').next().expect("cells").split('|').map(str::trim);
        let pairs = keys.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        Value::Object(pairs.map(|(key, cell)| ((*key).to_owned(), json!(cell))).collect())
    };
    let items: Vec<Value> = case.rows.iter().map(item).collect();
    json!({"track": track, "stage": "creation", "figures": {figure: {"roster": items}}})
}

/// How the items of a case count, a line each, and the counts.
fn counted(case: &Case) -> (Vec<String>, String) {
    let report = serde_json::to_value(report(&submission(case))).expect("a report");
    let rosters = report["rosters"].as_object().expect("rosters");
    let (_, roster) = rosters.iter().next().expect("one");
    assert_eq!(roster["items"], case.rows.len());
    let mut said = vec![String::from("counts"); case.rows.len()];
    for left in roster["left_out"].as_array().expect("a list") {
        let text = match (left["of"].as_u64(), left["by"].as_str()) {
            (Some(of), Some(by)) => format!("same as {} by {by}", of + 1),
            _ => left["code"].as_str().expect("a code").to_owned(),
        };
        said[left["item"].as_u64().expect("an item") as usize] = text;
    }
    for doubt in roster["doubts"].as_array().expect("a list") {
        let text = &mut said[doubt["item"].as_u64().expect("an item") as usize];
        write!(text, " ? {}", doubt["code"].as_str().expect("a code")).expect("text");
        if let Some(of) = doubt["of"].as_u64() {
            write!(text, " {}", of + 1).expect("text");
        }
        if let Some(character) = doubt["character"].as_u64() {
            write!(text, " at {character}").expect("text");
        }
        if let Some(expected) = doubt["expected"].as_str() {
            write!(text, " {expected}").expect("text");
        }
    }
    let line = |line: &Value| {
        let rank = if line["rank"] == 1 { String::new() } else { format!("/{}", line["rank"]) };
        format!("{}:{}{rank}", line["kind"].as_str().expect("a kind"), line["count"])
    };
    let lines: Vec<String> = roster["counted"].as_array().map(|all| all.iter().map(line).collect()).unwrap_or_default();
    (said, if lines.is_empty() { "none".to_owned() } else { lines.join(" ") })
}

#[test]
fn lists_are_counted_as_a_reviewer_would() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/rosters");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect(folder).map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let (mut wrong, mut count) = (String::new(), 0);
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a case file");
        let mut blessed: String =
            text.lines().take_while(|line| line.starts_with("##")).map(|line| format!("{line}\n")).collect();
        for case in cases(&text) {
            assert!((5..=30).contains(&case.rows.len()), "{}:{}", file.display(), case.line);
            let (said, counts) = counted(&case);
            count += 1;
            writeln!(blessed, "\n# {}\n> {}\n{}", case.title, case.figure, case.columns).expect("text");
            for (row, said) in case.rows.iter().zip(&said) {
                let (cells, expected) = row.split_once('→').unwrap_or((row, ""));
                if expected.trim() != said {
                    writeln!(wrong, "{}:{} {}: {row}, but: {said}", file.display(), case.line, case.title)
                        .expect("text");
                }
                writeln!(blessed, "{} → {said}", cells.trim_end()).expect("text");
            }
            if counts != case.counts {
                writeln!(wrong, "{}:{} {}: = {}, but: {counts}", file.display(), case.line, case.title, case.counts)
                    .expect("text");
            }
            writeln!(blessed, "= {counts}").expect("text");
        }
        if std::env::var_os("SHIFAN_BLESS").is_some() {
            std::fs::write(&file, blessed).expect("writing");
        }
    }
    assert!(wrong.is_empty() || std::env::var_os("SHIFAN_BLESS").is_some(), "{wrong}");
    assert!(count >= 60, "{count} lists");
}

#[test]
fn codes_are_checked_character_by_character() {
    for (line, cells) in rows(include_str!("../cases/codes.txt")) {
        let (figure, kind) = match cells[0] {
            "organisation" => ("park quality_enterprises", "high_tech"),
            "patent" => ("park patents", "other"),
            "standard" => ("enterprise standards", ""),
            other => panic!("line {line}: {other}"),
        };
        let row = format!("{} | {kind} →", cells[1]);
        let case = Case { line, title: "", figure, columns: "code | kinds", rows: vec![&row], counts: "" };
        let (said, counts) = counted(&case);
        let found = format!("{} = {counts}", said[0]);
        assert_eq!(found, cells[2], "line {line}: {}", cells[1]);
    }
}

/// Items of a list of enterprises in which everything occurs: known and unknown kinds, equal and different names, codes right and wrong.
fn enterprise() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec![
        "",
        "甲公司",
        "甲有限公司",
        "乙公司",
        "乙 公 司",
        "丙（苏州）公司",
        "丙(苏州)公司",
        "丁厂",
    ]);
    let code = prop::sample::select(vec![
        "",
        "",
        "",
        "91320505MAAY4CL12Y",
        "91320505MAAY4CL120",
        "91510107091390998Y",
        "MAHTM53J-2",
        "320588505077873",
        "x1",
    ]);
    let kind = prop::sample::select(vec![
        "innovative_sme",
        "高企",
        "specialized_sme",
        "小巨人",
        "制造业单项冠军企业",
        "雏鹰企业",
    ]);
    let kinds = prop::collection::vec(kind, 0..3);
    (name, code, kinds).prop_map(|(name, code, kinds)| json!({"name": name, "code": code, "kinds": kinds}))
}

/// The lines of a list, without what each item is told.
fn lines(figure: &str, items: &[Value]) -> Value {
    let submission = json!({"track": "park", "stage": "creation", "figures": {figure: {"roster": items}}});
    let report = serde_json::to_value(report(&submission)).expect("a report");
    report["rosters"][format!("figures.{figure}")]["counted"].clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn order_changes_no_count(items in prop::collection::vec(enterprise(), 0..12), seed in any::<u64>()) {
        let mut shuffled = items.clone();
        let mut seed = seed;
        for index in (1..shuffled.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, (seed >> 33) as usize % (index + 1));
        }
        for figure in ["quality_enterprises", "platforms", "talent"] {
            let (one, other) = (plain(figure, &items), plain(figure, &shuffled));
            prop_assert_eq!(lines(figure, &one), lines(figure, &other), "{}", figure);
        }
    }

    /// One enterprise with several kinds in one row, or in a row each.
    #[test]
    fn splitting_a_thing_over_rows_changes_no_count(items in prop::collection::vec(enterprise(), 0..12)) {
        let mut split = Vec::new();
        for item in &items {
            let kinds = item["kinds"].as_array().expect("a list");
            let is_split = kinds.len() > 1 && (item["name"] != "" || item["code"] != "");
            let parts: Vec<Value> = if is_split { kinds.iter().map(|kind| json!([kind])).collect() } else { vec![json!(kinds)] };
            split.extend(parts.into_iter().map(|kinds| {
                let mut item = item.clone();
                item["kinds"] = kinds;
                item
            }));
        }
        prop_assert_eq!(lines("quality_enterprises", &items), lines("quality_enterprises", &split));
    }

    /// A thing that is new to the list adds exactly one to the kind that it counts as.
    #[test]
    fn a_new_thing_adds_one(items in prop::collection::vec(enterprise(), 0..12), place in 0usize..12) {
        let mut more = items.clone();
        more.insert(place.min(items.len()), json!({"name": "新来的公司", "kinds": ["little_giant"]}));
        let count = |lines: &Value| lines.as_array().expect("lines").iter().find(|line| line["kind"] == "little_giant").map_or(0, |line| line["count"].as_i64().expect("a count"));
        let (before, after) = (lines("quality_enterprises", &items), lines("quality_enterprises", &more));
        prop_assert_eq!(count(&after), count(&before) + 1);
    }

    /// A list means the same to every measure as the tally that it comes to.
    #[test]
    fn a_list_is_its_tally(items in prop::collection::vec(enterprise(), 0..12)) {
        let of = |tally: &Value| {
            let submission = json!({"track": "park", "stage": "recognition", "figures": {"quality_enterprises": tally}, "baseline": {"quality_enterprises": tally}});
            let mut report = serde_json::to_value(report(&submission)).expect("a report");
            // A list knows more ways: who is there may rise.
            for indicator in report["indicators"].as_array_mut().expect("indicators") {
                for criterion in indicator["criteria"].as_array_mut().expect("criteria") {
                    criterion["needs"].as_array_mut().expect("needs").retain(|need| need.get("from").is_none());
                }
            }
            report.as_object_mut().expect("an object").remove("rosters");
            report
        };
        let mut tally = lines("quality_enterprises", &items);
        for line in tally.as_array_mut().expect("lines") {
            line.as_object_mut().expect("a line").remove("rank");
        }
        let (list, tally) = (of(&json!({"roster": items})), of(&tally));
        prop_assert!(list == tally, "{}", list);
    }
}

/// The same items with kinds of another tally.
fn plain(figure: &str, items: &[Value]) -> Vec<Value> {
    let kinds = |kinds: &Value| -> Value {
        let of = |kind: &Value| {
            match (figure, kind.as_str().expect("a text")) {
                ("platforms", "高企") => "国家实验室",
                ("platforms", "小巨人") => "全国重点实验室",
                ("platforms", _) => "国家级制造业中试平台",
                ("talent", "高企") => "博士",
                ("talent", _) => "高级职称",
                (_, kind) => kind,
            }
            .to_owned()
        };
        kinds.as_array().expect("a list").iter().map(of).collect()
    };
    let item = |(index, item): (usize, &Value)| {
        let mut item = item.as_object().expect("an object").clone();
        let of_kinds = kinds(&item["kinds"]);
        item.insert("kinds".to_owned(), of_kinds);
        if figure == "platforms" {
            // Depends on the item and not on its place.
            let length = item["name"].as_str().expect("a name").len() + item["code"].as_str().expect("a code").len();
            item.insert("host".to_owned(), json!(["", "甲研究院", "乙大学"][length % 3]));
            item.insert("rank".to_owned(), json!(length % 4 + 1));
        }
        let _ = index;
        Value::Object(item)
    };
    items.iter().enumerate().map(item).collect()
}

#[test]
fn what_is_refused_in_a_list_is_named_and_nothing_is_counted() {
    // the list | the place and code of the problem
    let table: [(Value, &str); 8] = [
        (json!({"roster": "甲公司"}), "figures.platforms wrong_type"),
        (json!({"roster": ["甲公司"]}), "figures.platforms.roster[0] wrong_type"),
        (json!({"roster": [{"name": ["甲"]}]}), "figures.platforms.roster[0].name wrong_type"),
        (json!({"roster": [{"kinds": 5}]}), "figures.platforms.roster[0].kinds wrong_type"),
        (json!({"roster": [{"kinds": ["国家实验室", 5]}]}), "figures.platforms.roster[0].kinds[1] wrong_type"),
        (json!({"roster": [{"name": "甲"}, {"rank": "第二"}]}), "figures.platforms.roster[1].rank not_a_number"),
        (json!({"roster": [{"rank": 0}]}), "figures.platforms.roster[0].rank out_of_range"),
        (json!({"roster": [{"rank": 1.5}]}), "figures.platforms.roster[0].rank not_whole"),
    ];
    for (list, expected) in table {
        let report = report(&json!({"track": "park", "stage": "creation", "figures": {"platforms": list}}));
        let found: Vec<String> =
            report.problems.iter().map(|problem| format!("{} {}", problem.path, problem.code.as_str())).collect();
        assert_eq!(found, [expected]);
        let value = serde_json::to_value(&report).expect("a report");
        let roster = &value["rosters"]["figures.platforms"];
        assert!(roster.is_null() || roster["counted"].is_null(), "{expected}: {roster}");
    }
}

#[test]
fn a_key_that_no_item_has_is_named_and_the_rest_counts() {
    let list = json!({"roster": [{"name": "甲", "kinds": "国家实验室", "phone": "1"}], "rooster": []});
    let report = report(&json!({"track": "park", "stage": "creation", "figures": {"platforms": list}}));
    let found: Vec<&str> = report.problems.iter().map(|problem| &*problem.path).collect();
    assert_eq!(found, ["figures.platforms.rooster", "figures.platforms.roster[0].phone"]);
    let counted = report.rosters[0].1.counted.as_ref().expect("counts");
    assert_eq!((counted.len(), counted[0].count), (1, 1));
}

#[test]
fn who_is_there_may_rise() {
    let many = |count: usize, kind: &str| -> Vec<Value> {
        (0..count).map(|index| json!({"name": format!("{kind}{index}"), "kinds": [kind]})).collect()
    };
    // who is there | from, to and how many are the ways to 50
    type Way = (&'static str, &'static str, &'static str);
    type There = Vec<(usize, &'static str)>;
    let table: [(There, &[Way]); 5] = [
        // Two lack; each of the others would bring one, nine or nineteen.
        (
            vec![(48, "high_tech")],
            &[
                ("high_tech", "specialized_sme", "2"),
                ("high_tech", "little_giant", "1"),
                ("high_tech", "manufacturing_champion", "1"),
            ],
        ),
        // Only one is there that could rise by one.
        (
            vec![(1, "high_tech"), (23, "specialized_sme")],
            &[
                ("high_tech", "little_giant", "1"),
                ("high_tech", "manufacturing_champion", "1"),
                ("specialized_sme", "little_giant", "1"),
                ("specialized_sme", "manufacturing_champion", "1"),
            ],
        ),
        // Nobody is there who could rise high enough.
        (vec![(1, "high_tech")], &[]),
        (vec![(2, "manufacturing_champion")], &[]),
        (vec![(4, "little_giant")], &[("little_giant", "manufacturing_champion", "1")]),
    ];
    for (there, expected) in table {
        let items: Vec<Value> = there.iter().flat_map(|(count, kind)| many(*count, kind)).collect();
        let submission =
            json!({"track": "park", "stage": "creation", "figures": {"quality_enterprises": {"roster": items}}});
        let report = report(&submission);
        let needs = &report.indicators[1].criteria[0].needs;
        let rises: Vec<(&str, &str, &str)> =
            needs.iter().filter_map(|need| Some((need.from?, need.kind?, need.amount.as_str()))).collect();
        assert_eq!(rises, expected, "{there:?}");
    }
}

/// Which kind of a thing counts follows the weights that hold, also those of a notice.
#[test]
fn a_weight_of_the_batch_decides_too() {
    let list = json!({"roster": [{"name": "甲公司", "kinds": ["high_tech", "little_giant"]}]});
    let submission = json!({"track": "park", "stage": "creation", "figures": {"quality_enterprises": list}});
    let heavier = json!([{"indicator": "park.quality_enterprises", "kind": "high_tech", "weight": "11"}]);
    let counted = |report: engine::Report| report.rosters[0].1.counted.as_ref().expect("counts")[0].kind.to_owned();
    assert_eq!(counted(report(&submission)), "little_giant");
    assert_eq!(counted(report_with(&submission, heavier)), "high_tech");
}

#[test]
fn a_hundred_thousand_items_are_counted() {
    let item = |index: usize| {
        let mut item = Map::new();
        item.insert("name".to_owned(), json!(format!("示例企业{}", index / 2)));
        item.insert("kinds".to_owned(), json!([if index.is_multiple_of(2) { "high_tech" } else { "specialized_sme" }]));
        Value::Object(item)
    };
    let items: Vec<Value> = (0..100_000).map(item).collect();
    assert_eq!(lines("quality_enterprises", &items), json!([{"kind": "specialized_sme", "count": 50_000, "rank": 1}]));
}

/// The list that a tally would be counted from by hand: as many things of each kind and rank, each with a name of its own.
fn expanded(tally: &[Value]) -> Option<Value> {
    let mut items = Vec::new();
    for (index, line) in tally.iter().enumerate() {
        let count: usize = match &line["count"] {
            Value::Number(count) => count.as_u64()? as usize,
            Value::String(text) => text.parse().ok()?,
            _ => return None,
        };
        let kind = line["kind"].as_str()?;
        if count > 2_000 {
            return None;
        }
        for place in 0..count {
            let mut item = json!({"name": format!("{kind}之{index}之{place}"), "kinds": [kind]});
            if let Some(rank) = line.get("rank").filter(|rank| !rank.is_null() && *rank != "") {
                item["rank"] = rank.clone();
            }
            items.push(item);
        }
    }
    Some(json!({ "roster": items }))
}

/// The replayed submissions, whose tallies the workbook computes as well, come to the same when each tally is its list.
#[test]
fn tallies_expanded_by_hand_come_to_the_same() {
    let lines = include_str!("../replay/submissions.jsonl").lines();
    let mut compared = 0;
    for line in lines.map(|line| serde_json::from_str::<Value>(line).expect("JSON")) {
        let mut submission = line["submission"].clone();
        let mut changed = false;
        for side in ["figures", "baseline"] {
            let Some(figures) = submission[side].as_object_mut() else { continue };
            for (id, figure) in figures.iter_mut() {
                let Some(tally) = figure.as_array().filter(|tally| tally.iter().all(Value::is_object)) else {
                    continue;
                };
                // Of patents, the rank of a list says who is the first unit, and a tally has none.
                if tally.is_empty() || (id == "patents" && tally.iter().any(|line| line.get("rank").is_some())) {
                    continue;
                }
                if let Some(roster) = expanded(tally) {
                    (*figure, changed) = (roster, true);
                }
            }
        }
        if !changed {
            continue;
        }
        let of = |submission: &Value| {
            let ruleset = crate::common::LIBRARY.choose(&crate::common::input(&line["options"])).expect("options");
            let report = engine::report(&ruleset, &crate::common::input(submission)).expect("a submission");
            let criteria = report.indicators.iter().flat_map(|indicator| &indicator.criteria);
            let said =
                criteria.map(|one| (one.outcome, one.observed_exact.clone(), one.gap.clone())).collect::<Vec<_>>();
            let measures = report.indicators.iter().flat_map(|indicator| &indicator.measures);
            (report.verdict, said, measures.map(|measure| measure.exact.clone()).collect::<Vec<_>>())
        };
        if crate::common::report(&line["submission"]).problems.iter().any(|problem| problem.path.contains('[')) {
            continue;
        }
        assert_eq!(of(&submission), of(&line["submission"]), "{}", line["submission"]);
        compared += 1;
    }
    assert!(compared > 50, "{compared} submissions with tallies");
}
