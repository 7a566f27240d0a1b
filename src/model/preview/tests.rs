use std::rc::Rc;

use crate::action::Action;
use crate::entry::Entry;
use crate::file;
use crate::notice::Notice;
use crate::said::Filled;
use crate::scenarios::Scenario;
use crate::sheet::MOST_LINES;
use crate::store::Store;
use crate::testing::{json, rows, rules, rulesets, sample_input};
use engine::address::{Address, Column, Part, Side};
use engine::names::Named;
use engine::outcome::Outcome;
use engine::ruleset::{Stage, Track, TrackRules};
use engine::text::Lang;
use intake::Table;
use intake::context::{Along, Answer};
use intake::unit::Unit;

/// The address of a path like `figures.patents.silver`.
fn address(path: &str, rules: &TrackRules) -> Address {
    let all = rules.figures.with_ids().flat_map(|(figure, rule)| {
        let whole = Address::whole(Side::Now, figure);
        let lines = (0..9).flat_map(|line| Column::ALL.iter().map(move |column| Part::Line(line, *column)));
        let kinds = rule.form.kinds().ids().map(Part::Kind);
        let parts = std::iter::once(Part::Whole).chain((0..3).map(Part::Entry)).chain(kinds).chain(lines);
        parts.map(move |part| whole.at(part)).collect::<Vec<_>>()
    });
    all.into_iter().find(|address| address.path(rules) == path).unwrap_or_else(|| panic!("{path} is no address"))
}

fn begun(track: Track) -> Store {
    Store::new(rulesets(), Lang::Zh)
        .after(Action::ShowSample(sample_input(track, Stage::Creation)))
        .after(Action::ChooseTrack(track))
}

fn read(store: &Store, text: &str, at: Option<Address>) -> Store {
    store.after(Action::Read(Rc::new(Table::of_text(text).expect("a small table")), at))
}

/// One limit of lines, said at once, whatever way they come; and as many as it allows come back from a file.
#[test]
fn too_many_lines_are_refused_as_a_whole_whatever_way_they_come() {
    let rules = rules(Track::Park);
    let begun = Store::new(rulesets(), Lang::Zh)
        .after(Action::ChooseTrack(Track::Park))
        .after(Action::ChooseStage(Stage::Creation));
    let platforms = address("figures.platforms", &rules);
    let lines = |store: &Store| match &*store.sheet().unwrap().figures[platforms.figure] {
        Entry::Lines { lines, .. } => lines.len(),
        _ => panic!("a ranked tally"),
    };
    let pasted = |count: usize| {
        let first = platforms.at(Part::Line(0, Column::Kind));
        let rows = (1..=count).map(|number| ["全国重点实验室\t", &number.to_string(), "\t3\n"].concat());
        let table = ["平台类型\t数量\t排序\n", &rows.collect::<String>()].concat();
        let store = read(&begun, &table, Some(first));
        if store.preview.is_some() { store.after(Action::WriteTable) } else { store }
    };
    let opened = |count: usize| {
        let figures =
            [r#"{"platforms": ["#, &vec![r#"{"kind": "state_key_laboratory", "count": 2}"#; count].join(","), "]}"];
        let submission = [r#"{"track": "park", "stage": "creation", "figures": "#, &figures.concat(), "}"].concat();
        file::read(&json(&submission), &rulesets(), 0).expect("a submission")
    };
    // how many come, how many stand there
    for (count, expected) in [(1, 1), (MOST_LINES, MOST_LINES), (MOST_LINES + 1, 0), (3_000, 0), (50_000, 0)] {
        let store = pasted(count);
        assert_eq!(lines(&store), expected, "{count}");
        assert_eq!(store.notice == Some(Notice::TooManyLines(count)), expected == 0, "{count}: {:?}", store.notice);
        let file = opened(count);
        assert_eq!(file.left_out.iter().any(|path| &**path == "figures.platforms"), expected == 0, "{count}");
        assert_eq!(lines(&begun.after(Action::Open(Box::new(file)))), expected, "{count}");
    }
    let full = pasted(MOST_LINES);
    let added = full.after(Action::AddLine(Side::Now, platforms.figure));
    assert_eq!((lines(&added), &added.notice), (MOST_LINES, &Some(Notice::TooManyLines(MOST_LINES + 1))));
    let removed = full.after(Action::RemoveLine(Side::Now, platforms.figure, 0));
    assert_eq!(lines(&removed.after(Action::AddLine(Side::Now, platforms.figure))), MOST_LINES);
}

#[test]
fn a_table_fills_the_fields_that_it_names() {
    let rules = rules(Track::Park);
    for (line, cells) in rows(include_str!("../../../tests/cases/paste.txt")) {
        let [pasted, at, fills, how] = cells[..] else { panic!("line {line}: four columns") };
        let text = pasted.replace('⇥', "\t").replace('↵', "\n");
        let begun = begun(Track::Park);
        let shown = read(&begun, &text, (at != "-").then(|| address(at, &rules)));
        let asks = shown.preview.is_some();
        let written = if asks { shown.after(Action::WriteTable) } else { shown };
        let (before, after) = (begun.sheet().unwrap(), written.sheet().unwrap());
        let mut changed = Vec::new();
        for (figure, rule) in rules.figures.with_ids() {
            let whole = Address::whole(Side::Now, figure);
            let lines = (0..9).flat_map(|line| Column::ALL.iter().map(move |column| Part::Line(line, *column)));
            let parts = std::iter::once(Part::Whole).chain((0..3).map(Part::Entry)).chain(
                rule.form
                    .kinds()
                    .ids()
                    .filter(|_| !matches!(&*before.figures[figure], Entry::Lines { .. }))
                    .map(Part::Kind),
            );
            for at in parts.chain(lines).map(|part| whole.at(part)) {
                if before.text(at) != after.text(at) {
                    changed.push([&*at.path(&rules), " = ", after.text(at).map_or("(gone)", |text| text)].concat());
                }
            }
        }
        let expected: Vec<_> = fills.split(" ; ").filter(|fill| *fill != "-").collect();
        assert_eq!(changed, expected, "line {line}: {pasted}");
        assert_eq!(if asks { "shown" } else { "at once" }, how, "line {line}: {pasted}");
    }
}

#[test]
fn nothing_is_written_before_it_is_said_so_and_all_of_it_can_be_undone() {
    let begun = begun(Track::Park);
    let table = "指标\t2023年\t2024年\t2025年\n营业收入（亿元）\t1\t2\t3\n利润总额（亿元）\t4\t5\t6";
    let shown = read(&begun, table, None);
    let preview = shown.preview.as_ref().expect("shown");
    assert_eq!(shown.sheet(), begun.sheet());
    let rules = begun.rules().unwrap();
    let scale = rules.indicator("park.industry_scale").unwrap();
    assert_eq!(preview.outcomes, [(scale, Outcome::Met, Outcome::Unmet)]);
    assert!(shown.after(Action::DropTable).preview.is_none());
    let written = shown.after(Action::WriteTable);
    let revenue = rules.figure("revenue").unwrap();
    assert!(written.preview.is_none());
    assert_eq!(written.notice, Some(Notice::Pasted(Filled { figures: Rc::new([revenue]), said: false }, 1)));
    assert_eq!(written.after(Action::Undo).sheet(), begun.sheet());
}

#[test]
fn an_answer_reads_the_table_anew() {
    let begun = begun(Track::Park);
    let shown = read(&begun, "指标\t2023\t2024\t2025\n营业收入\t1\t2\t3", None);
    let texts = |store: &Store| -> Vec<String> {
        store.preview.as_ref().unwrap().changes.cells.iter().map(|(_, text)| text.to_string()).collect()
    };
    assert_eq!(texts(&shown), ["1万元", "2万元", "3万元"]);
    let in_yi = shown.after(Action::AnswerTable(Answer::AllUnits(Unit::YiYuan)));
    assert_eq!(texts(&in_yi), ["1亿元", "2亿元", "3亿元"]);
    let in_yuan = in_yi.after(Action::AnswerTable(Answer::AllUnits(Unit::Yuan)));
    assert_eq!(
        (texts(&in_yuan), in_yuan.preview.as_ref().unwrap().answers.len()),
        (vec!["1元".to_owned(), "2元".to_owned(), "3元".to_owned()], 1)
    );
    let none = in_yuan.after(Action::AnswerTable(Answer::LeaveOut(Along::Row(1))));
    assert!(texts(&none).is_empty());
}

#[test]
fn a_year_of_the_table_is_proposed_where_none_is_known() {
    let begun = begun(Track::Park);
    let year = |store: &Store| store.sheet().unwrap().last_year.text().to_string();
    let mut without = begun.clone();
    without.edit(|sheet| sheet.write_last_year(Side::Now, "".into()));
    let table = "指标\t2022\t2023\t2024\n营业收入（亿元）\t1\t2\t3";
    assert_eq!(year(&read(&without, table, None).after(Action::WriteTable)), "2024");
    // A year that is known stays, and says which of the table's years are taken.
    assert_eq!(year(&begun), "2025");
    let known = read(&begun, table, None);
    let cells: Vec<_> =
        known.preview.as_ref().unwrap().changes.cells.iter().map(|(at, text)| (at.part, text.to_string())).collect();
    assert_eq!(cells, [(Part::Entry(0), "2亿元".to_owned()), (Part::Entry(1), "3亿元".to_owned())]);
}

#[test]
fn what_is_given_is_not_written_over() {
    let begun = begun(Track::Park).after(Action::Show(Scenario::Targets));
    let rules = begun.rules().unwrap();
    let at = address("figures.revenue[0]", &rules);
    let shown = read(&begun, "7\t8\t9", Some(at));
    let preview = shown.preview.as_ref().expect("one value has no field");
    assert_eq!((preview.changes.cells.len(), preview.changes.without_field), (2, 1));
}

#[test]
fn a_list_takes_the_place_of_the_lines() {
    let begun = begun(Track::Park);
    let rules = begun.rules().unwrap();
    let platforms = rules.figure("platforms").unwrap();
    let lines = |store: &Store| match &*store.sheet().unwrap().figures[platforms] {
        Entry::Lines { lines, .. } => lines
            .iter()
            .map(|line| [&*line.kind, &**line.count.text(), &**line.rank.text()].join(" "))
            .collect::<Vec<_>>(),
        _ => panic!("ranked"),
    };
    let table = "平台类型\t数量\t排序\n国家实验室\t1\t\n国家技术创新中心\t2\t3\n省级重点实验室\t4\t1";
    let once = read(&begun, table, None).after(Action::WriteTable);
    assert_eq!(lines(&once), ["national_laboratory 1 ", "technology_innovation_center 2 3"]);
    assert_eq!(lines(&read(&once, table, None).after(Action::WriteTable)), lines(&once));
}

#[test]
fn what_is_typed_already_leaves_a_table_shown() {
    let employees = address("figures.employees", &rules(Track::Park));
    let store = begun(Track::Park).after(Action::Type(employees, "4".into()));
    let shown = read(&store, "营业收入（亿元）\t98\t102\t110", None);
    let table = [("4", true), ("5", false)];
    for (text, is_shown) in table {
        let after = shown.after(Action::Type(employees, text.into()));
        assert_eq!(after.preview.is_some(), is_shown, "{text}");
    }
}
