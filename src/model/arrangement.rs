//! Which figures are filled in at which indicator: derived from the ruleset, so that a batch with other measures needs no code.

use super::entry::Entry;
use super::sheet::Sheet;
use engine::address::Side;
use engine::ids::{FigureId, IndicatorId, Table};
use engine::ruleset::{FigureForm, FigureRule, Indicator, Rule, Stage, Threshold, TrackRules};

/// A figure that an indicator uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The figure of the stage or of the baseline.
    pub side: Side,
    /// The figure.
    pub figure: FigureId,
    /// The indicator at which it is filled in: the first that uses it.
    pub home: IndicatorId,
}

/// For every indicator, the figures that it uses at a stage. A baseline is asked for where something is compared with it; all of
/// it is shown where it was taken over as a whole, so that nothing counts that a person does not see.
pub fn arrangement(track: &TrackRules, stage: Stage, whole_baseline: bool) -> Table<IndicatorId, Vec<Use>> {
    let mut homes: Vec<(Side, FigureId, IndicatorId)> = Vec::new();
    let mut at_home = |indicator: IndicatorId, (side, figure): (Side, FigureId)| {
        let known = homes.iter().find(|(other, used, _)| (*other, *used) == (side, figure));
        let home = known.map_or(indicator, |(_, _, home)| *home);
        homes.push((side, figure, home));
        Use { side, figure, home }
    };
    let used = |indicator| used_by(indicator, stage, whole_baseline).into_iter();
    track.indicators.with_ids().map(|(id, one)| used(one).map(|used| at_home(id, used)).collect()).collect()
}

/// Whether a sheet has figures at the baseline that no criterion of the stage asks for.
pub fn has_whole_baseline(sheet: &Sheet, track: &TrackRules, stage: Stage) -> bool {
    let asked = |figure: FigureId| {
        let mut used = track.indicators.iter().flat_map(|indicator| used_by(indicator, stage, false));
        used.any(|used| used == (Side::Baseline, figure))
    };
    let filled = |(id, figure): (FigureId, &FigureRule)| *sheet.baseline[id] != Entry::blank(&figure.form);
    stage == Stage::Recognition && track.figures.with_ids().any(|one| filled(one) && !asked(one.0))
}

/// The figures of an indicator's measures and thresholds, then those at the baseline, each once.
fn used_by(indicator: &Indicator, stage: Stage, whole_baseline: bool) -> Vec<(Side, FigureId)> {
    let criteria = indicator.criteria(stage);
    let measured = indicator.measures.iter().flat_map(|measure| measure.form.figures());
    let rates = criteria.iter().filter_map(|criterion| match criterion.rule {
        Rule::AtLeast(Threshold::Compound(rates)) => Some(rates),
        _ => None,
    });
    let is_compared =
        |measure| whole_baseline || criteria.iter().any(|one| one.looks_back() && one.measure == Some(measure));
    let compared = indicator.measures.with_ids().filter(|(id, _)| is_compared(*id));
    let before = compared.flat_map(|(_, measure)| measure.form.figures());
    let mut used = Vec::new();
    for one in
        measured.chain(rates).map(|figure| (Side::Now, figure)).chain(before.map(|figure| (Side::Baseline, figure)))
    {
        if !used.contains(&one) {
            used.push(one);
        }
    }
    used
}

/// Whether the first year of a series matters: at recognition it lies before the creation period, and only a growth needs it.
pub fn first_year_matters(track: &TrackRules, stage: Stage, side: Side, figure: FigureId) -> bool {
    let grows = |indicator: &Indicator| {
        indicator.measures.iter().any(|measure| {
            matches!(measure.form, engine::measure::Form::Growth(_)) && measure.form.figures().contains(&figure)
        })
    };
    let is_series = matches!(track.figures[figure].form, FigureForm::Series { .. });
    !is_series || stage == Stage::Creation || side == Side::Baseline || track.indicators.iter().any(grows)
}

#[cfg(test)]
mod tests {
    use super::{arrangement, first_year_matters, has_whole_baseline};
    use crate::data;
    use crate::scenarios::take_baseline;
    use crate::sheet::Sheet;
    use crate::testing::{ALL, rules, sample_input};
    use engine::address::{Address, Side};
    use engine::ruleset::{Stage, Track};

    #[test]
    fn every_figure_is_filled_in_once_and_where_it_is_used_first() {
        for (track, stage) in ALL {
            let rules = rules(track);
            let mut seen = Vec::new();
            for (indicator, uses) in arrangement(&rules, stage, false).with_ids() {
                for used in uses {
                    let first = !seen.contains(&(used.side, used.figure));
                    assert_eq!(used.home == indicator, first, "{track:?} {stage:?} {used:?}");
                    seen.push((used.side, used.figure));
                }
            }
        }
    }

    #[test]
    fn a_baseline_is_asked_for_where_something_is_compared_with_it() {
        let table: [(Track, Stage, &[&str]); 4] = [
            (Track::Park, Stage::Creation, &["baseline.platforms"]),
            (Track::Park, Stage::Recognition, &["baseline.quality_enterprises", "baseline.patents"]),
            (Track::Enterprise, Stage::Creation, &["baseline.awards"]),
            (
                Track::Enterprise,
                Stage::Recognition,
                &["baseline.patents", "baseline.standards", "baseline.gross_profit", "baseline.revenue"],
            ),
        ];
        for (track, stage, expected) in table {
            let rules = rules(track);
            let uses = arrangement(&rules, stage, false).concat();
            let asked: Vec<_> = uses.iter().filter(|used| used.side == Side::Baseline).collect();
            let names: Vec<_> = asked.iter().map(|used| Address::whole(used.side, used.figure).path(&rules)).collect();
            assert_eq!(names, expected, "{track:?} {stage:?}");
        }
    }

    #[test]
    fn a_baseline_taken_over_as_a_whole_is_shown_as_a_whole() {
        let rules = rules(Track::Park);
        let mut sheet = Sheet::blank(&rules);
        assert!(!has_whole_baseline(&sheet, &rules, Stage::Recognition));
        let creation = data::sheet(&sample_input(Track::Park, Stage::Creation), &rules);
        take_baseline(&mut sheet, &creation, &rules);
        assert!(has_whole_baseline(&sheet, &rules, Stage::Recognition));
        let uses = arrangement(&rules, Stage::Recognition, true).concat();
        for (index, figure) in rules.figures.with_ids() {
            let shown = uses.iter().any(|used| used.side == Side::Baseline && used.figure == index);
            assert_eq!(shown, figure.id != "national_revenue_growth", "{}", figure.id);
        }
    }

    #[test]
    fn the_year_before_the_creation_period_matters_only_to_a_growth() {
        let rules = rules(Track::Park);
        let table = [
            ("revenue", Stage::Recognition, Side::Now, true),
            ("rd_spending", Stage::Recognition, Side::Now, false),
            ("rd_spending", Stage::Recognition, Side::Baseline, true),
            ("rd_spending", Stage::Creation, Side::Now, true),
            ("national_revenue_growth", Stage::Recognition, Side::Now, true),
        ];
        for (figure, stage, side, expected) in table {
            let index = rules.figure(figure).unwrap();
            assert_eq!(first_year_matters(&rules, stage, side, index), expected, "{figure} {stage:?} {side:?}");
        }
    }
}
