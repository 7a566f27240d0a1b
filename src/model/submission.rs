//! A sheet as a submission for the engine, and a submission as a sheet.

use std::rc::Rc;

use super::address::Side;
use super::sheet::{Entry, Line, Scores, Sheet};
use super::unit::{AmountUnit, is_amount};
use engine::input::Input;
use engine::number::{NumberKind, parse_number};
use engine::ruleset::{FigureRule, Stage, Track, TrackRules};

/// The sheet as the submission that the engine assesses. Blank is absent; a tally said to be none is an empty list.
pub fn submission(sheet: &Sheet, track_name: Track, stage: Stage, track: &TrackRules) -> Input {
    let mut pairs = vec![
        ("track", text(name_of(&Track::NAMES, track_name))),
        ("stage", text(name_of(&Stage::NAMES, stage))),
        ("figures", figures(track, sheet.side(Side::Now), sheet.unit)),
        ("baseline", figures(track, sheet.side(Side::Baseline), sheet.unit)),
    ];
    if !sheet.field.is_empty() {
        pairs.push(("field", text(&sheet.field)));
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

fn scores(track: &TrackRules, scores: &Scores) -> Input {
    let parts = [("basics", &scores.basics), ("workplan", &scores.workplan)];
    let mut pairs: Vec<_> = filled(parts).collect();
    let own: Vec<_> = filled(track.indicators.iter().map(|one| one.id.as_str()).zip(&scores.indicators)).collect();
    if !own.is_empty() {
        pairs.push(("indicators", object(own)));
    }
    object(pairs)
}

fn filled<'a>(texts: impl IntoIterator<Item = (&'a str, &'a Rc<str>)>) -> impl Iterator<Item = (&'a str, Input)> {
    texts.into_iter().filter(|(_, one)| !is_blank(one)).map(|(key, one)| (key, text(one)))
}

fn figures(track: &TrackRules, entries: &[Rc<Entry>], unit: AmountUnit) -> Input {
    let value = |(figure, entry): (&'_ FigureRule, &Rc<Entry>)| value(figure, entry, unit);
    let ids = track.figures.iter().map(|figure| figure.id.as_str());
    let filled = ids.zip(track.figures.iter().zip(entries).map(value));
    object(filled.filter(|(_, value)| *value != Input::Absent).collect())
}

fn value(figure: &FigureRule, entry: &Entry, unit: AmountUnit) -> Input {
    let unit = if is_amount(&figure.form) { unit } else { AmountUnit::WanYuan };
    let amount = |one: &Rc<str>| text(&unit.as_read_in(AmountUnit::WanYuan, one));
    match entry {
        Entry::Single(one) if is_blank(one) => Input::Absent,
        Entry::Single(one) => amount(one),
        Entry::Listed(texts) if texts.iter().all(|one| is_blank(one)) => Input::Absent,
        Entry::Listed(texts) => Input::List(texts.iter().map(amount).collect()),
        Entry::Kinds { none: true, .. } | Entry::Lines { none: true, .. } => Input::List(Vec::new()),
        Entry::Kinds { counts, .. } => {
            let filled = figure.form.kinds().iter().zip(counts).filter(|(_, count)| !is_blank(count));
            let line = |(kind, count): (&engine::ruleset::Kind, &Rc<str>)| {
                object(vec![("kind", text(&kind.id)), ("count", text(count))])
            };
            some(filled.map(line).collect())
        }
        Entry::Lines { lines, .. } => {
            let line = |line: &Line| {
                object(vec![("kind", text(&line.kind)), ("count", text(&line.count)), ("rank", text(&line.rank))])
            };
            some(lines.iter().map(line).collect())
        }
    }
}

/// A tally without a line says nothing yet: only the person can say that there is none.
fn some(lines: Vec<Input>) -> Input {
    if lines.is_empty() { Input::Absent } else { Input::List(lines) }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

pub(super) fn text(text: &str) -> Input {
    Input::Text(text.to_owned())
}

pub(super) fn object(pairs: Vec<(&str, Input)>) -> Input {
    Input::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

pub(super) fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, named)| *named == value).map_or("", |(name, _)| name)
}

/// The sheet that a submission fills in.
pub fn sheet(submission: &Input, track: &TrackRules) -> Sheet {
    let side = |side: Side| {
        let given = submission.get(side.key());
        track.figures.iter().map(|figure| Rc::new(entry(figure, given.get(&figure.id)))).collect()
    };
    let answer = |id: &str| match submission.get("eligibility").get(id) {
        Input::Bool(answer) => Some(*answer),
        _ => None,
    };
    let score = |key: &str| submission.get("scores").get(key);
    Sheet {
        applicant: raw(submission.get("applicant").get("name")),
        field: raw(submission.get("field")),
        eligibility: track.eligibility.iter().map(|item| answer(&item.id)).collect(),
        figures: side(Side::Now),
        baseline: side(Side::Baseline),
        notes: track.indicators.iter().map(|indicator| raw(submission.get("notes").get(&indicator.id))).collect(),
        unit: AmountUnit::WanYuan,
        scores: Scores {
            basics: raw(score("basics")),
            workplan: raw(score("workplan")),
            indicators: track.indicators.iter().map(|indicator| raw(score("indicators").get(&indicator.id))).collect(),
        },
    }
}

fn entry(figure: &FigureRule, given: &Input) -> Entry {
    let mut entry = Entry::blank(&figure.form);
    match (&mut entry, given) {
        (Entry::Single(text), _) => *text = raw(given),
        (Entry::Listed(texts), Input::List(values)) => {
            texts.iter_mut().zip(values).for_each(|(text, value)| *text = raw(value));
        }
        (Entry::Kinds { none, counts }, Input::List(lines)) => {
            *none = lines.is_empty();
            for line in lines {
                let kind = raw(line.get("kind"));
                if let Some(index) = figure.form.kinds().iter().position(|declared| *declared.id == *kind) {
                    counts[index] = both(&counts[index], raw(line.get("count")));
                }
            }
        }
        (Entry::Lines { none, lines }, Input::List(given)) => {
            *none = given.is_empty();
            let line = |(key, line): (u32, &Input)| Line {
                key,
                kind: raw(line.get("kind")),
                count: raw(line.get("count")),
                rank: raw(line.get("rank")),
            };
            *lines = (0..).zip(given).map(line).collect();
        }
        _ => {}
    }
    entry
}

/// Two lines of one kind add up. What cannot be added stands side by side, for the person to see.
fn both(first: &Rc<str>, second: Rc<str>) -> Rc<str> {
    if is_blank(first) {
        return second;
    }
    let read = |text: &str| parse_number(text, NumberKind::Count).ok().flatten();
    match (read(first), read(&second)) {
        (Some(one), Some(other)) => (one + other).to_string().into(),
        _ => [first, " + ", &second].concat().into(),
    }
}

fn raw(value: &Input) -> Rc<str> {
    match value {
        Input::Text(text) | Input::Number(text) => text.as_str().into(),
        _ => "".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{sheet, submission};
    use crate::sheet::Sheet;
    use crate::testing::{ALL, json, rules, sample_input};
    use engine::assess;
    use engine::input::Input;
    use engine::ruleset::{Stage, Track};

    #[test]
    fn a_sample_on_the_page_is_assessed_like_the_sample_itself() {
        for (track, stage) in ALL {
            let (rules, sample) = (rules(track), sample_input(track, stage));
            let on_page = submission(&sheet(&sample, &rules), track, stage, &rules);
            assert_eq!(assess(&rules.ruleset, &on_page), assess(&rules.ruleset, &sample), "{track:?} {stage:?}");
        }
    }

    #[test]
    fn a_blank_sheet_says_nothing_about_any_figure() {
        for (track, stage) in ALL {
            let rules = rules(track);
            let blank = submission(&Sheet::blank(&rules), track, stage, &rules);
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
            let on_page = submission(&sheet(&given, &rules), Track::Park, Stage::Creation, &rules);
            assert_eq!(*on_page.get("figures"), json(expected), "{figures}");
        }
    }
}
