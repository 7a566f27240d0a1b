//! What has to be gathered for each indicator, at either stage: derived from the ruleset like the fields of the page.

use super::naming;
use crate::texts::Words;
use engine::address::Side;
use engine::figures::{RATES, YEARS};
use engine::ids::{FigureId, IndicatorId, Table};
use engine::names::Named;
use engine::ruleset::{FigureForm, Stage, TrackRules};
use model::arrangement::{arrangement, first_year_matters};
use model::period::Period;

/// A figure that an indicator uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The figure.
    pub figure: FigureId,
    /// The first indicator that uses it, where it is described.
    pub home: IndicatorId,
    /// The stages that need it, as it stands or at the baseline, those left out that an indicator before names already.
    pub moments: Vec<(Stage, Side)>,
}

/// For every indicator of a track, the figures it uses, each once.
pub fn gathering(track: &TrackRules) -> Table<IndicatorId, Vec<Gathered>> {
    let mut all: Table<IndicatorId, Vec<Gathered>> = track.indicators.iter().map(|_| Vec::new()).collect();
    for stage in Stage::ALL.iter().copied() {
        for (indicator, uses) in arrangement(track, stage, false).with_ids() {
            for used in uses {
                let gathered = &mut all[indicator];
                match gathered.iter_mut().find(|known| known.figure == used.figure) {
                    Some(known) => known.moments.push((stage, used.side)),
                    None => gathered.push(Gathered {
                        figure: used.figure,
                        home: indicator,
                        moments: vec![(stage, used.side)],
                    }),
                }
            }
        }
    }
    let mut named: Vec<Gathered> = Vec::new();
    for one in all.entries_mut().iter_mut().flatten() {
        match named.iter_mut().find(|known| known.figure == one.figure) {
            Some(known) => {
                one.home = known.home;
                one.moments.retain(|moment| !known.moments.contains(moment));
                known.moments.extend(&one.moments);
            }
            None => named.push(one.clone()),
        }
    }
    all
}

/// What of a figure is needed at a moment: the years of a series that matter, else the figure as it stands then.
pub fn moment(track: &TrackRules, figure: FigureId, (stage, side): (Stage, Side), words: &Words) -> String {
    let form = &track.figures[figure].form;
    let entries = match form {
        FigureForm::Series { .. } => YEARS,
        FigureForm::Rates => RATES,
        FigureForm::Amount { .. } | FigureForm::Count { .. } | FigureForm::Tally { .. } => {
            return match side {
                Side::Now => words.method.as_it_stands,
                Side::Baseline => (words.baseline)(stage),
            }
            .to_owned();
        }
    };
    let from = usize::from(!first_year_matters(track, stage, side, figure));
    let years: Vec<_> =
        (from..entries).map(|index| naming::year(form, side, index, Period::undated(stage), words)).collect();
    years.join(words.enumeration)
}

#[cfg(test)]
mod tests {
    use super::{gathering, moment};
    use crate::texts::words;
    use engine::address::Side;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::testing::{id, rules};

    #[test]
    fn every_figure_of_the_plan_is_described_once_where_it_is_used_first() {
        for track in [Track::Park, Track::Enterprise] {
            let rules = rules(track);
            let mut described = Vec::new();
            for (indicator, gathered) in gathering(&rules).with_ids() {
                for one in gathered {
                    assert_eq!(one.home == indicator, !described.contains(&one.figure), "{track:?} {one:?}");
                    described.push(one.figure);
                }
            }
            described.sort_unstable();
            described.dedup();
            assert_eq!(described, rules.figures.ids().collect::<Vec<_>>(), "{track:?}");
        }
    }

    #[test]
    fn the_moments_are_those_of_the_fields() {
        use Side::{Baseline, Now};
        use Stage::{Creation, Recognition};
        use Track::{Enterprise, Park};
        type Expected = &'static [(Stage, Side, &'static str)];
        // Track, indicator, figure, and what is needed of it when.
        let table: [(Track, usize, &str, Expected); 6] = [
            (
                Park,
                0,
                "revenue",
                &[
                    (Creation, Now, "第一年（最早）、第二年、第三年（最近）"),
                    (Recognition, Now, "创建期前一年、创建期第一年、创建期第二年"),
                ],
            ),
            (Park, 0, "national_revenue_growth", &[(Recognition, Now, "创建期第一年、创建期第二年")]),
            (
                Park,
                3,
                "tech_contracts",
                &[
                    (Creation, Now, "第一年（最早）、第二年、第三年（最近）"),
                    (Recognition, Now, "创建期第一年、创建期第二年"),
                ],
            ),
            (
                Park,
                4,
                "platforms",
                &[(Creation, Now, "当期的数"), (Creation, Baseline, "近三年期初"), (Recognition, Now, "当期的数")],
            ),
            (Park, 2, "revenue", &[]),
            (Enterprise, 10, "revenue", &[(Recognition, Baseline, "申报时第一年、申报时第二年、申报时第三年")]),
        ];
        for (track, indicator, figure, expected) in table {
            let rules = rules(track);
            let index = rules.figure(figure).unwrap();
            let gathered = gathering(&rules);
            let found = gathered[id(indicator)].iter().find(|one| one.figure == index).expect(figure);
            let said: Vec<_> =
                found.moments.iter().map(|&at| (at.0, at.1, moment(&rules, index, at, words(Lang::Zh)))).collect();
            let expected: Vec<_> = expected.iter().map(|&(stage, side, text)| (stage, side, text.to_owned())).collect();
            assert_eq!(said, expected, "{figure}");
        }
    }
}
