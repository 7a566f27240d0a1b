//! A sheet as plain data, a submission of the contract, and the sheet that plain data fills in: for files and host pages.

use std::rc::Rc;

use super::entry::{Entry, Line};
use super::list::List;
use super::sheet::{Scores, Sheet};
use super::typed::{Typed, in_one_line};
use super::unit::{AmountUnit, is_amount};
use engine::address::{Column, Side};
use engine::ids::{FigureId, Table};
use engine::input::Input;
use engine::number::NumberKind;
use engine::roster::{as_input, items_of};
use engine::ruleset::{FigureForm, FigureRule, Kind, Stage, Track, TrackRules};

/// The sheet as a submission of the contract, with every text as typed. Blank is absent; a tally said to be none is an empty list; an
/// amount that was typed without a unit has the sheet's written behind it.
pub fn data(sheet: &Sheet, track_name: Track, stage: Stage, track: &TrackRules) -> Input<'static> {
    let mut pairs = vec![
        ("track", text(track_name.as_str())),
        ("stage", text(stage.as_str())),
        ("figures", figures(track, &sheet.figures, sheet.unit())),
        ("baseline", figures(track, &sheet.baseline, sheet.unit())),
    ];
    if !sheet.field.is_empty() {
        pairs.push(("field", text(&sheet.field)));
    }
    pairs.extend(filled([("last_year", &sheet.last_year)]));
    let sources = track.figures.iter().zip(&sheet.sources).filter(|(_, source)| !source.trim().is_empty());
    let sources: Vec<_> = sources.map(|(figure, source)| (figure.id.as_str(), text(source))).collect();
    if !sources.is_empty() {
        pairs.push(("sources", object(sources)));
    }
    if !sheet.applicant.trim().is_empty() {
        pairs.push(("applicant", object(vec![("name", text(&sheet.applicant))])));
    }
    let answers = track.eligibility.iter().zip(&sheet.eligibility);
    let answers = answers.filter_map(|(item, answer)| Some((item.id.as_str(), Input::Bool((*answer)?))));
    pairs.push(("eligibility", object(answers.collect())));
    let notes = track.indicators.iter().zip(&sheet.notes).filter(|(_, note)| !note.trim().is_empty());
    pairs.push(("notes", object(notes.map(|(indicator, note)| (indicator.id.as_str(), text(note))).collect())));
    let scores = scores(track, &sheet.scores);
    if scores != Input::Object(Vec::new()) {
        pairs.push(("scores", scores));
    }
    object(pairs)
}

fn scores(track: &TrackRules, scores: &Scores) -> Input<'static> {
    let parts = [("basics", &scores.basics), ("workplan", &scores.workplan)];
    let mut pairs: Vec<_> = filled(parts).collect();
    let own: Vec<_> = filled(track.indicators.iter().map(|one| one.id.as_str()).zip(&scores.indicators)).collect();
    if !own.is_empty() {
        pairs.push(("indicators", object(own)));
    }
    object(pairs)
}

fn filled<'a>(
    fields: impl IntoIterator<Item = (&'a str, &'a Typed)>,
) -> impl Iterator<Item = (&'a str, Input<'static>)> {
    fields.into_iter().filter(|(_, typed)| !typed.is_blank()).map(|(key, typed)| (key, text(typed.text())))
}

fn figures(track: &TrackRules, entries: &Table<FigureId, Rc<Entry>>, unit: AmountUnit) -> Input<'static> {
    let value = |(figure, entry): (&'_ FigureRule, &Rc<Entry>)| value(figure, entry, unit);
    let ids = track.figures.iter().map(|figure| figure.id.as_str());
    let filled = ids.zip(track.figures.iter().zip(entries).map(value));
    object(filled.filter(|(_, value)| *value != Input::Absent).collect())
}

fn value(figure: &FigureRule, entry: &Entry, unit: AmountUnit) -> Input<'static> {
    let unit = if is_amount(&figure.form) { unit } else { AmountUnit::WanYuan };
    let amount = |typed: &Typed| text(&unit.as_read_in(AmountUnit::WanYuan, typed.text()));
    match entry {
        Entry::Single(typed) if typed.is_blank() => Input::Absent,
        Entry::Single(typed) => amount(typed),
        Entry::Listed(years) if years.iter().all(Typed::is_blank) => Input::Absent,
        Entry::Listed(years) => Input::List(years.iter().map(amount).collect()),
        Entry::Kinds { none: true, .. } | Entry::Lines { none: true, .. } => Input::List(Vec::new()),
        Entry::Kinds { counts, .. } => {
            let filled = figure.form.kinds().iter().zip(counts).filter(|(_, count)| !count.is_blank());
            let line = |(kind, count): (&Kind, &Typed)| {
                object(vec![(Column::Kind.as_str(), text(&kind.id)), (Column::Count.as_str(), text(count.text()))])
            };
            some(filled.map(line).collect())
        }
        Entry::Lines { lines, .. } => {
            let line = |line: &Line| {
                let texts =
                    [(Column::Kind, &line.kind), (Column::Count, line.count.text()), (Column::Rank, line.rank.text())];
                object(texts.map(|(column, own)| (column.as_str(), text(own))).into())
            };
            some(lines.iter().map(line).collect())
        }
        Entry::Roster(list) if list.items().is_empty() => {
            list.typed().map_or(Input::Absent, |typed| value(figure, typed, unit))
        }
        Entry::Roster(list) => {
            let items = list.items().iter().map(|item| as_input(item, figure.form.kinds()));
            object(vec![(ROSTER, Input::List(items.collect()))])
        }
    }
}

/// Under this key a tally has its list.
const ROSTER: &str = "roster";

/// A tally without a line says nothing yet: only the person can say that there is none.
fn some<'a>(lines: Vec<Input<'a>>) -> Input<'a> {
    if lines.is_empty() { Input::Absent } else { Input::List(lines) }
}

pub(super) fn text(text: &str) -> Input<'static> {
    Input::Text(text.to_owned().into())
}

pub(super) fn object<'a>(pairs: Vec<(&str, Input<'a>)>) -> Input<'a> {
    Input::Object(pairs.into_iter().map(|(key, value)| (key.to_owned().into(), value)).collect())
}

/// The sheet that a submission fills in.
pub fn sheet(submission: &Input, track: &TrackRules) -> Sheet {
    let mut sheet = Sheet::blank(track);
    for side in [Side::Now, Side::Baseline] {
        let given = submission.get(side.as_str());
        for (figure, rule) in track.figures.with_ids() {
            fill(sheet.entry_mut(side, figure), rule, given.get(&rule.id));
        }
    }
    let answer = |id: &str| match submission.get("eligibility").get(id) {
        Input::Bool(answer) => Some(*answer),
        _ => None,
    };
    let score = |key: &str| raw(submission.get("scores").get(key));
    sheet.applicant = in_one_line(raw(submission.get("applicant").get("name")));
    sheet.field = raw(submission.get("field"));
    sheet.write_last_year(Side::Now, raw(submission.get("last_year")));
    sheet.sources =
        track.figures.iter().map(|figure| in_one_line(free_text(submission.get("sources").get(&figure.id)))).collect();
    sheet.eligibility = track.eligibility.iter().map(|item| answer(&item.id)).collect();
    sheet.notes = track.indicators.iter().map(|indicator| raw(submission.get("notes").get(&indicator.id))).collect();
    let read = |text: Rc<str>| Typed::new(NumberKind::Score, text, AmountUnit::WanYuan);
    let own = submission.get("scores").get("indicators");
    sheet.scores = Scores {
        basics: read(score("basics")),
        workplan: read(score("workplan")),
        indicators: track.indicators.iter().map(|indicator| read(raw(own.get(&indicator.id)))).collect(),
    };
    sheet
}

/// Fills a blank entry. The amounts of a submission are in 万元 where they say no unit.
fn fill(entry: &mut Entry, figure: &FigureRule, given: &Input) {
    let has_rule = matches!(&figure.form, FigureForm::Tally { roster: Some(_), .. });
    if let Some((items, _)) = items_of(given.get(ROSTER), figure.form.kinds()).filter(|_| has_rule) {
        // A list with nothing in it says that there is none, as an empty tally does.
        if items.is_empty() {
            entry.declare_none(true);
        } else {
            *entry = Entry::Roster(Rc::new(List::of(Rc::new(items))));
        }
        return;
    }
    let write = |typed: &mut Typed, value: &Input| typed.write(raw(value), AmountUnit::WanYuan);
    match (entry, given) {
        (Entry::Single(typed), _) => write(typed, given),
        (Entry::Listed(years), Input::List(values)) => {
            years.iter_mut().zip(values).for_each(|(typed, value)| write(typed, value));
        }
        (Entry::Kinds { none, counts }, Input::List(lines)) => {
            *none = lines.is_empty();
            for line in lines {
                let name = raw(line.get(Column::Kind.as_str()));
                if let Some(kind) = figure.form.kinds().find(|declared| *declared.id == *name) {
                    add(&mut counts[kind], raw(line.get(Column::Count.as_str())));
                }
            }
        }
        (Entry::Lines { none, lines }, Input::List(given)) => {
            *none = given.is_empty();
            *lines = (0..).zip(given).map(|(key, given)| line(key, given)).collect();
        }
        _ => {}
    }
}

fn line(key: u32, given: &Input) -> Line {
    let mut line = Line::blank(key);
    let text = |column: Column| raw(given.get(column.as_str()));
    line.kind = text(Column::Kind);
    line.count.write(text(Column::Count), AmountUnit::WanYuan);
    line.rank.write(text(Column::Rank), AmountUnit::WanYuan);
    line
}

/// Two lines of one kind add up. What cannot be added stands side by side, for the person to see.
fn add(count: &mut Typed, more: Rc<str>) {
    let second = Typed::new(NumberKind::Count, more, AmountUnit::WanYuan);
    let text = match (count.number(), second.number()) {
        _ if count.is_blank() => Rc::clone(second.text()),
        (Some(one), Some(other)) => (one + other).to_string().into(),
        _ => [count.text(), " + ", second.text()].concat().into(),
    };
    count.write(text, AmountUnit::WanYuan);
}

fn free_text(value: &Input) -> Rc<str> {
    if let Input::Text(text) = value { (**text).into() } else { "".into() }
}

pub(super) fn raw(value: &Input) -> Rc<str> {
    match value {
        Input::Text(text) | Input::Number(text) => (**text).into(),
        _ => "".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{data, sheet};
    use crate::sheet::Sheet;
    use crate::testing::{ALL, json, rules, sample_input};
    use engine::input::Input;
    use engine::report;
    use engine::ruleset::{Stage, Track};

    #[test]
    fn a_sample_on_the_page_is_assessed_like_the_sample_itself() {
        for (track, stage) in ALL {
            let (rules, sample) = (rules(track), sample_input(track, stage));
            let on_page = data(&sheet(&sample, &rules), track, stage, &rules);
            assert_eq!(report(&rules.ruleset, &on_page), report(&rules.ruleset, &sample), "{track:?} {stage:?}");
        }
    }

    #[test]
    fn a_blank_sheet_says_nothing_about_any_figure() {
        for (track, stage) in ALL {
            let rules = rules(track);
            let blank = data(&Sheet::blank(&rules), track, stage, &rules);
            assert_eq!(*blank.get("figures"), Input::Object(Vec::new()));
            assert_eq!(*blank.get("baseline"), Input::Object(Vec::new()));
            assert_eq!(*blank.get("field"), Input::Absent);
        }
    }

    #[test]
    fn what_is_filled_in_decides_what_is_submitted() {
        // what the figures of a park hold, and what of it comes back from the page
        let table = [
            (r#"{"platforms": []}"#, r#"{"platforms": []}"#),
            (r#"{"patents": []}"#, r#"{"patents": []}"#),
            (r#"{"revenue": ["", " ", ""]}"#, "{}"),
            (r#"{"revenue": ["1", null, "x y"]}"#, r#"{"revenue": ["1", "", "x y"]}"#),
            (r#"{"employees": " 1,23"}"#, r#"{"employees": " 1,23"}"#),
            (
                r#"{"patents": [{"kind": "other", "count": "3"}, {"kind": "gold", "count": 1}]}"#,
                r#"{"patents": [{"kind": "gold", "count": "1"}, {"kind": "other", "count": "3"}]}"#,
            ),
            (
                r#"{"patents": [{"kind": "gold", "count": "3"}, {"kind": "gold", "count": "1,000"}]}"#,
                r#"{"patents": [{"kind": "gold", "count": "1003"}]}"#,
            ),
            (
                r#"{"patents": [{"kind": "gold", "count": "3"}, {"kind": "gold", "count": "x"}]}"#,
                r#"{"patents": [{"kind": "gold", "count": "3 + x"}]}"#,
            ),
            (
                r#"{"platforms": [{"kind": "pilot_platform", "count": "1"}, {"count": "2", "rank": "3"}]}"#,
                r#"{"platforms": [{"kind": "pilot_platform", "count": "1", "rank": ""}, {"kind": "", "count": "2", "rank": "3"}]}"#,
            ),
        ];
        let rules = rules(Track::Park);
        for (figures, expected) in table {
            let given = json(&["{\"figures\": ", figures, "}"].concat());
            let on_page = data(&sheet(&given, &rules), Track::Park, Stage::Creation, &rules);
            assert_eq!(*on_page.get("figures"), json(expected), "{figures}");
        }
    }
}
