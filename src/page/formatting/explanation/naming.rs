//! What places are called: a figure, a year of it, a kind, a column of a line.

use crate::texts::{Words, words};
use engine::address::{Address, Column, Part, Side};
use engine::ids::FigureId;
use engine::ruleset::{FigureForm, Ruleset, Stage, TrackRules};
use engine::text::{Lang, Text};
use model::overrides::OverrideKey;

/// The name of a place for a list of many: `有效发明专利（申报时） · 获中国专利奖金奖`.
pub fn full(address: Address, rules: &TrackRules, stage: Stage, lang: Lang) -> String {
    let words = words(lang);
    let figure = &rules.figures[address.figure];
    let mut name = title(address.figure, address.side, rules, stage, lang);
    let mut add = |part: &str| {
        name.push_str(words.separator);
        name.push_str(part);
    };
    match address.part {
        Part::Whole => {}
        Part::Entry(index) => add(year(&figure.form, address.side, index, stage, words)),
        Part::Kind(index) => add(figure.form.kinds()[index].title.get(lang)),
        Part::Line(index, which) => {
            add(&(words.line)(index + 1));
            add(column(which, words));
        }
    }
    name
}

/// The name of a number that is set: `智能工厂占比（创建）的门槛`, `领航级的权重`.
pub fn override_key(override_key: &OverrideKey, ruleset: &Ruleset, lang: Lang) -> String {
    let words = words(lang);
    let (open, close) = words.brackets;
    let title = |text: Option<&Text>| text.map_or("", |text| text.get(lang)).to_owned();
    let tracks = [&ruleset.park, &ruleset.enterprise];
    let indicator = |id: &str| {
        tracks.into_iter().find_map(|track| Some((track, track.indicators.iter().find(|one| one.id == id)?)))
    };
    match override_key {
        OverrideKey::Threshold { indicator: id, stage, measure, .. } => {
            let measures = indicator(id).map(|(_, indicator)| indicator.measures.iter());
            let measure = measures.and_then(|mut all| all.find(|one| *one.id == **measure));
            let name = [&title(measure.map(|one| &one.title)), open, (words.stage)(*stage), close].concat();
            (words.workbench.threshold_of)(&name)
        }
        OverrideKey::Weight { indicator: id, kind } => {
            let kinds = indicator(id).map(|(track, _)| track.figures.iter().flat_map(|figure| figure.form.kinds()));
            let kind = kinds.and_then(|mut all| all.find(|one| *one.id == **kind));
            (words.workbench.weight_of)(&title(kind.map(|one| &one.title)))
        }
    }
}

/// The name of a figure, with the moment it is about where that is the baseline.
pub fn title(figure: FigureId, side: Side, rules: &TrackRules, stage: Stage, lang: Lang) -> String {
    let words = words(lang);
    let title = rules.figures[figure].title.get(lang);
    let (open, close) = words.brackets;
    match side {
        Side::Now => title.to_owned(),
        Side::Baseline => [title, open, (words.baseline)(stage), close].concat(),
    }
}

/// The name of a year.
pub fn year(form: &FigureForm, side: Side, index: usize, stage: Stage, words: &Words) -> &'static str {
    match (form, side) {
        (FigureForm::Rates, _) => (words.rate_year)(index),
        (_, Side::Now) => (words.year)(stage, index),
        (_, Side::Baseline) => (words.baseline_year)(stage, index),
    }
}

/// The name of a column of a ranked tally.
pub fn column(column: Column, words: &Words) -> &'static str {
    match column {
        Column::Kind => words.kind,
        Column::Count => words.count,
        Column::Rank => words.rank,
    }
}
