//! What places are called: a figure, a year of it, a kind, a column of a line.

use crate::texts::{Words, words};
use engine::address::{Address, Column, Part, Side};
use engine::figures::YEARS;
use engine::ids::FigureId;
use engine::measure::Form;
use engine::ruleset::{FigureForm, Rule, Ruleset, Stage, Threshold, TrackRules};
use engine::text::{Lang, Text};
use model::overrides::OverrideKey;
use model::period::Period;

/// The name of a place for a list of many: `有效发明专利（申报时） · 获中国专利奖金奖`.
pub fn full(address: Address, rules: &TrackRules, period: Period, lang: Lang) -> String {
    let words = words(lang);
    let figure = &rules.figures[address.figure];
    let mut name = title(address.figure, address.side, rules, period.stage, lang);
    let mut add = |part: &str| {
        name.push_str(words.separator);
        name.push_str(part);
    };
    match address.part {
        Part::Whole => {}
        Part::Entry(index) => add(&year(&figure.form, address.side, index, period, words)),
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

/// The name of a year: the calendar year where it is known, at recognition with the part that it plays, else that part alone.
pub fn year(form: &FigureForm, side: Side, index: usize, period: Period, words: &Words) -> String {
    let part = match (form, side) {
        (FigureForm::Rates, _) => (words.rate_year)(index),
        (_, Side::Now) => (words.year)(period.stage, index),
        (_, Side::Baseline) => (words.baseline_year)(period.stage, index),
    };
    match (period.year(form, side, index).map(words.years.calendar_year), period.stage, side) {
        (Some(year), Stage::Recognition, Side::Now) => {
            let (open, close) = words.brackets;
            [&year, open, part, close].concat()
        }
        (Some(year), ..) => year,
        (None, ..) => part.to_owned(),
    }
}

/// The calendar years that enter a measure, where they are known: `2023年、2025年`.
pub fn years(form: &Form, side: Side, rules: &TrackRules, period: Period, words: &Words) -> Option<String> {
    let figures = form.figures();
    let series = figures.iter().find(|figure| matches!(rules.figures[**figure].form, FigureForm::Series { .. }))?;
    let within_period = period.stage == Stage::Recognition && side == Side::Now;
    let entries: &[usize] = match form {
        Form::Growth(_) => &[0, YEARS - 1],
        _ if within_period => &[1, 2],
        _ => &[0, 1, 2],
    };
    joined(entries, &rules.figures[*series].form, side, period, words)
}

/// The calendar years whose rates are compounded into a threshold, where they are known.
pub fn rate_years(rule: &Rule, rules: &TrackRules, period: Period, words: &Words) -> Option<String> {
    let Rule::AtLeast(Threshold::Compound(rates)) = rule else { return None };
    joined(&[0, 1], &rules.figures[*rates].form, Side::Now, period, words)
}

fn joined(entries: &[usize], form: &FigureForm, side: Side, period: Period, words: &Words) -> Option<String> {
    let years = entries.iter().map(|entry| period.year(form, side, *entry).map(words.years.calendar_year));
    Some(years.collect::<Option<Vec<_>>>()?.join(words.years.between_years))
}

/// The name of a column of a ranked tally.
pub fn column(column: Column, words: &Words) -> &'static str {
    match column {
        Column::Kind => words.kind,
        Column::Count => words.count,
        Column::Rank => words.rank,
    }
}

#[cfg(test)]
mod tests {
    use super::{full, rate_years, year, years};
    use crate::texts::words;
    use engine::address::{Address, Part, Side};
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::sheet::Sheet;
    use model::testing::{id, rows, rules};

    fn dated(track: Track, last: &str, of_baseline: &str) -> Sheet {
        let mut sheet = Sheet::blank(&rules(track));
        sheet.write_last_year(Side::Now, last.into());
        sheet.write_last_year(Side::Baseline, of_baseline.into());
        sheet
    }

    #[test]
    fn years_are_named_by_the_calendar_where_it_is_known() {
        let rules = rules(Track::Park);
        let dash = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
        for (number, cells) in rows(include_str!("../../../tests/cases/years.txt")) {
            let [stage, last, of_baseline, figure, zh, en] = cells[..] else { panic!("line {number}: six columns") };
            let stage = if stage == "creation" { Stage::Creation } else { Stage::Recognition };
            let (side, figure) = figure.split_once('.').expect("a side");
            let side = if side == "figures" { Side::Now } else { Side::Baseline };
            let form = &rules.figures[rules.figure(figure).expect("a figure")].form;
            let period = dated(Track::Park, &dash(last), &dash(of_baseline)).period(stage);
            for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
                let expected: Vec<&str> = expected.split(" ; ").collect();
                let named = |index| year(form, side, index, period, words(lang));
                assert_eq!((0..expected.len()).map(named).collect::<Vec<_>>(), expected, "line {number}");
            }
        }
    }

    #[test]
    fn a_place_is_named_with_its_year() {
        let rules = rules(Track::Park);
        let revenue = rules.figure("revenue").expect("a figure");
        let table = [
            ("2025", Stage::Creation, Side::Now, Lang::Zh, "主导产业规模以上企业营业收入 · 2025年"),
            ("", Stage::Creation, Side::Now, Lang::Zh, "主导产业规模以上企业营业收入 · 第三年（最近）"),
            ("2027", Stage::Recognition, Side::Now, Lang::Zh, "主导产业规模以上企业营业收入 · 2027年（创建期第二年）"),
            ("2027", Stage::Recognition, Side::Baseline, Lang::Zh, "主导产业规模以上企业营业收入（申报时） · 2025年"),
        ];
        for (last, stage, side, lang, expected) in table {
            let period = dated(Track::Park, last, "2025").period(stage);
            let at = Address { side, figure: revenue, part: Part::Entry(2) };
            assert_eq!(full(at, &rules, period, lang), expected);
        }
    }

    #[test]
    fn a_formula_says_which_years_enter_it() {
        // track, indicator, its measure, stage, side, the years
        let table = [
            (Track::Park, 0, 0, Stage::Creation, Side::Now, Some("2023年、2024年、2025年")),
            (Track::Park, 0, 0, Stage::Recognition, Side::Now, Some("2024年、2025年")),
            (Track::Park, 0, 0, Stage::Recognition, Side::Baseline, Some("2021年、2022年、2023年")),
            (Track::Park, 0, 0, Stage::Creation, Side::Baseline, Some("2020年、2021年、2022年")),
            (Track::Park, 0, 1, Stage::Creation, Side::Now, Some("2023年、2025年")),
            (Track::Park, 0, 1, Stage::Recognition, Side::Now, Some("2023年、2025年")),
            (Track::Park, 1, 0, Stage::Creation, Side::Now, None),
            (Track::Park, 5, 0, Stage::Creation, Side::Now, None),
            (Track::Park, 6, 0, Stage::Creation, Side::Now, Some("2023年、2024年、2025年")),
        ];
        for (track, indicator, measure, stage, side, expected) in table {
            let rules = rules(track);
            let form = &rules.indicators[id(indicator)].measures[id(measure)].form;
            for (last, of_baseline, known) in [("2025", "2023", true), ("", "", false)] {
                let period = dated(track, last, of_baseline).period(stage);
                let found = years(form, side, &rules, period, words(Lang::Zh));
                assert_eq!(found.as_deref(), expected.filter(|_| known), "{indicator} {measure} {stage:?} {side:?}");
            }
        }
    }

    #[test]
    fn a_compounded_threshold_says_its_years() {
        let rules = rules(Track::Park);
        for (last, expected) in [("2027", Some("2026年、2027年")), ("", None)] {
            let period = dated(Track::Park, last, "").period(Stage::Recognition);
            let criteria = rules.indicators[id(0)].criteria(Stage::Recognition);
            let found: Vec<_> =
                criteria.iter().filter_map(|one| rate_years(&one.rule, &rules, period, words(Lang::Zh))).collect();
            assert_eq!(found, Vec::from_iter(expected), "{last}");
        }
    }
}
