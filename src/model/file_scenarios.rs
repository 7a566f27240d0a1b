//! The sheets of one submission in a file. Each is a submission of the contract, so amounts carry their unit; which of them were
//! typed without it stands beside, so that they come back as typed.

use std::borrow::Cow;
use std::rc::Rc;

use super::data::{data, object, raw, sheet, text};
use super::entry::Entry;
use super::scenarios::{Scenarios, with_start};
use super::sheet::{MOST_LINES, Sheet};
use super::unit::{AmountUnit, is_amount, is_bare};
use engine::Submission;
use engine::address::{Address, Part, Side};
use engine::figures::{RATES, YEARS};
use engine::input::Input;
use engine::names::Named;
use engine::problem::{Code, Problem};
use engine::ruleset::{FigureForm, FigureRule, Ruleset, Stage, Track, TrackRules};

/// The keys under which the sheets stand.
pub(super) const SHEETS: [&str; 3] = [ORIGINAL, WHAT_IF, TARGETS];
const ORIGINAL: &str = "submission";
const WHAT_IF: &str = "what_if";
const TARGETS: &str = "targets";
/// The key of what a submission cannot say: for each sheet, how it was typed.
pub(super) const AS_TYPED: &str = "as_typed";
const UNIT: &str = "amount_unit";
const WITHOUT_UNIT: &str = "without_unit";
const BASELINE_LAST_YEAR: &str = "baseline_last_year";
/// The places of which a person said that what stands there is right, however odd it looks.
const CONFIRMED: &str = "confirmed";

/// The sheets as the pairs of an object. A what-if that is still a mere copy and targets that set nothing are left out.
pub(super) fn write(
    scenarios: &Scenarios,
    track_name: Track,
    stage: Stage,
    track: &TrackRules,
) -> Vec<(&'static str, Input<'static>)> {
    let written = |sheet: &Sheet, stage: Stage| (data(sheet, track_name, stage, track), as_typed(sheet, track));
    let original = written(&scenarios.original, stage);
    let what_if = scenarios.what_if.as_ref().map(|own| written(own, stage)).filter(|own| *own != original);
    let targets = scenarios.targets.as_ref().filter(|own| own.has_targets());
    // The submission may have changed since the targets were last looked at.
    let targets = targets.map(|own| with_start((**own).clone(), &scenarios.original, track));
    let targets = targets.map(|own| written(&own, Stage::Recognition));

    let sheets = [(ORIGINAL, Some(original)), (WHAT_IF, what_if), (TARGETS, targets)];
    let (mut pairs, mut typed) = (Vec::new(), Vec::new());
    for (key, (said, how)) in sheets.into_iter().filter_map(|(key, sheet)| Some((key, sheet?))) {
        pairs.push((key, said));
        if how != Input::Absent {
            typed.push((key, how));
        }
    }
    if !typed.is_empty() {
        pairs.push((AS_TYPED, object(typed)));
    }
    pairs
}

/// The sheets of an object, and the paths of what the page has no field for.
pub(super) fn read(file: &Input, track_name: Track, stage: Stage, ruleset: &Ruleset) -> (Scenarios, Vec<String>) {
    let mut left_out = Vec::new();
    let mut read = |key: &str, stage: Stage| {
        let given = file.get(key);
        if *given == Input::Absent {
            return None;
        }
        // A sheet of another track would be read by the wrong rules.
        if place_of(given) != Some((track_name, stage)) {
            left_out.push(key.to_owned());
            return None;
        }
        let root = if key == ORIGINAL { String::new() } else { [key, "."].concat() };
        let typed = file.get(AS_TYPED).get(key);
        Some(Rc::new(read_sheet(given, typed, ruleset, &root, &mut left_out)))
    };
    let original = read(ORIGINAL, stage).unwrap_or_else(|| Rc::new(Sheet::blank(ruleset.track(track_name))));
    let what_if = read(WHAT_IF, stage);
    let targets = read(TARGETS, Stage::Recognition);
    left_out.extend(unknown(file.get(AS_TYPED), &[&SHEETS], &[AS_TYPED, "."].concat()));
    for key in SHEETS {
        let known = [UNIT, WITHOUT_UNIT, BASELINE_LAST_YEAR, CONFIRMED];
        left_out.extend(unknown(file.get(AS_TYPED).get(key), &[&known], &[AS_TYPED, ".", key, "."].concat()));
    }
    (Scenarios { what_if, targets, ..Scenarios::of(original) }, left_out)
}

/// The paths of the keys that are none of these.
pub(super) fn unknown(given: &Input, known: &[&[&str]], root: &str) -> Vec<String> {
    let Input::Object(pairs) = given else { return Vec::new() };
    let is_known = |key: &str| known.iter().any(|keys| keys.contains(&key));
    pairs.iter().filter(|(key, _)| !is_known(key)).map(|(key, _)| [root, key].concat()).collect()
}

/// The track and stage that a submission names.
pub(super) fn place_of(submission: &Input) -> Option<(Track, Stage)> {
    Some((named(submission.get("track"))?, named(submission.get("stage"))?))
}

/// The one whose name stands here.
pub(super) fn named<T: Named>(given: &Input) -> Option<T> {
    match given {
        Input::Text(name) => T::named(name),
        _ => None,
    }
}

/// What a sheet says and its submission cannot: the unit of bare amounts unless it is 万元, the last year of the baseline, and what was
/// said to be right.
fn as_typed(sheet: &Sheet, track: &TrackRules) -> Input<'static> {
    let mut pairs = Vec::new();
    if sheet.unit() != AmountUnit::default() {
        let bare = amounts(track).filter(|address| is_bare(amount(sheet, *address)));
        let bare = bare.map(|address| text(&address.path(track))).collect();
        pairs.extend([(UNIT, text(sheet.unit().as_str())), (WITHOUT_UNIT, Input::List(bare))]);
    }
    if !sheet.baseline_last_year.is_blank() {
        pairs.push((BASELINE_LAST_YEAR, text(sheet.baseline_last_year.text())));
    }
    let confirmed: Vec<Input> =
        sized(track).filter(|at| sheet.is_confirmed(*at)).map(|at| text(&at.path(track))).collect();
    if !confirmed.is_empty() {
        pairs.push((CONFIRMED, Input::List(confirmed)));
    }
    if pairs.is_empty() { Input::Absent } else { object(pairs) }
}

fn read_sheet(given: &Input, typed: &Input, ruleset: &Ruleset, root: &str, left_out: &mut Vec<String>) -> Sheet {
    let Some((track_name, _)) = place_of(given) else { unreachable!("looked at before") };
    let track = ruleset.track(track_name);
    let mut lost = Vec::new();
    let given = fitting(given, track, &mut lost);
    if let Ok((_, problems)) = Submission::read(ruleset, &given) {
        lost.extend(problems.into_iter().filter(|one| is_lost(one, track)).map(|one| one.path));
    }
    lost.extend(unnamed_texts(&given, "notes", |key| track.indicators.iter().any(|one| one.id == key)));
    lost.extend(unnamed_texts(&given, "applicant", |key| key == "name"));
    lost.extend(kindless_lines(&given, track));
    left_out.extend(lost.into_iter().map(|path| [root, &path].concat()));

    let mut sheet = sheet(&given, track);
    sheet.write_last_year(Side::Baseline, raw(typed.get(BASELINE_LAST_YEAR)));
    sheet.read_amounts_in(named(typed.get(UNIT)).unwrap_or_default());
    let bare = if let Input::List(bare) = typed.get(WITHOUT_UNIT) { bare.as_slice() } else { &[] };
    let mut sheet = said_in(sheet, bare, track);
    if let Input::List(confirmed) = typed.get(CONFIRMED) {
        let places: Vec<Address> = sized(track).filter(|at| confirmed.contains(&text(&at.path(track)))).collect();
        sheet.confirm(&places);
    }
    sheet
}

/// A sheet whose amounts are those of a submission, as it is typed in its unit: those of the list without it.
fn said_in(mut sheet: Sheet, bare: &[Input], track: &TrackRules) -> Sheet {
    if sheet.unit() == AmountUnit::default() {
        return sheet;
    }
    for address in amounts(track) {
        let own = amount(&sheet, address);
        let was_bare = bare.contains(&text(&address.path(track)));
        let shown = own.strip_suffix(sheet.unit().sign()).filter(|number| was_bare && is_bare(number));
        let shown = shown.map_or_else(|| AmountUnit::default().as_read_in(sheet.unit(), own), Rc::from);
        sheet.write(address, shown);
    }
    sheet
}

/// Every place of a sheet where an amount is typed.
fn amounts(track: &TrackRules) -> impl Iterator<Item = Address> {
    sized(track).filter(|at| is_amount(&track.figures[at.figure].form))
}

/// Every place of a sheet where an amount or a rate is typed.
fn sized(track: &TrackRules) -> impl Iterator<Item = Address> {
    let is_sized = |form: &FigureForm| is_amount(form) || matches!(form, FigureForm::Rates);
    let figures = track.figures.with_ids().filter(move |(_, figure)| is_sized(&figure.form));
    let wholes =
        figures.flat_map(|(id, figure)| Side::ALL.iter().map(move |side| (Address::whole(*side, id), &figure.form)));
    wholes.flat_map(|(whole, form)| match form {
        FigureForm::Series { .. } => (0..YEARS).map(|year| whole.at(Part::Entry(year))).collect(),
        FigureForm::Rates => (0..RATES).map(|year| whole.at(Part::Entry(year))).collect(),
        _ => vec![whole],
    })
}

fn amount(sheet: &Sheet, address: Address) -> &Rc<str> {
    let year = if let Part::Entry(year) = address.part { year } else { 0 };
    sheet.side(address.side)[address.figure].amounts()[year].text()
}

/// The submission without the lists that have no place on a sheet.
fn fitting<'a>(given: &Input<'a>, track: &TrackRules, lost: &mut Vec<String>) -> Input<'a> {
    let Input::Object(pairs) = given else { return given.clone() };
    let side = |(key, value): &(Cow<'a, str>, Input<'a>)| match value {
        Input::Object(figures) if Side::ALL.iter().any(|side| side.as_str() == key) => {
            let fits = |(id, list): &&(Cow<str>, Input)| {
                let fits = track.figure(id).is_none_or(|figure| fits(&track.figures[figure], list));
                if !fits {
                    lost.push([key, ".", id].concat());
                }
                fits
            };
            (key.clone(), Input::Object(figures.iter().filter(fits).cloned().collect()))
        }
        _ => (key.clone(), value.clone()),
    };
    Input::Object(pairs.iter().map(side).collect())
}

fn fits(figure: &FigureRule, value: &Input) -> bool {
    let Input::List(list) = value else { return true };
    match figure.form {
        FigureForm::Series { .. } => list.len() == YEARS,
        FigureForm::Rates => list.len() == RATES,
        _ => list.len() <= MOST_LINES.max(figure.form.kinds().len()),
    }
}

/// Whether what the engine refuses is not to be seen on the sheet either.
fn is_lost(problem: &Problem, track: &TrackRules) -> bool {
    match problem.code {
        Code::UnknownKey | Code::WrongType => true,
        // A line keeps its kind, whatever it is; a tally with one field for each kind has none for this.
        Code::UnknownKind => tally_of(&problem.path, track).is_some_and(|figure| !is_in_lines(figure)),
        _ => false,
    }
}

fn tally_of<'a>(path: &str, track: &'a TrackRules) -> Option<&'a FigureRule> {
    let (_, figure) = path.split_once('.')?;
    Some(&track.figures[track.figure(figure.split('[').next()?)?])
}

fn is_in_lines(figure: &FigureRule) -> bool {
    matches!(Entry::blank(&figure.form), Entry::Lines { .. })
}

/// The texts of an object that have no field, which the engine never looks at.
fn unnamed_texts(given: &Input, key: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    match given.get(key) {
        Input::Absent => Vec::new(),
        Input::Object(pairs) => {
            let shown = |(own, value): &&(Cow<str>, Input)| {
                is_known(own) && matches!(value, Input::Text(_) | Input::Number(_) | Input::Absent)
            };
            pairs.iter().filter(|pair| !shown(pair)).map(|(own, _)| [key, ".", own].concat()).collect()
        }
        _ => vec![key.to_owned()],
    }
}

/// The counts of no kind, in a tally with one field for each kind.
fn kindless_lines(given: &Input, track: &TrackRules) -> Vec<String> {
    let blank = |value: &Input| match value {
        Input::Text(text) => text.trim().is_empty(),
        other => *other == Input::Absent,
    };
    let mut paths = Vec::new();
    for (side, figure) in Side::ALL.iter().copied().flat_map(|side| track.figures.iter().map(move |one| (side, one))) {
        let Input::List(lines) = given.get(side.as_str()).get(&figure.id) else { continue };
        let is_tally = matches!(figure.form, FigureForm::Tally { .. }) && !is_in_lines(figure);
        let is_lost = |line: &Input| is_tally && blank(line.get("kind")) && !blank(line.get("count"));
        let lost = lines.iter().enumerate().filter(|(_, line)| is_lost(line));
        paths.extend(lost.map(|(index, _)| [side.as_str(), ".", &figure.id, "[", &index.to_string(), "]"].concat()));
    }
    paths
}
