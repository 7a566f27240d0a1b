//! What a step did, in words.

use crate::texts::words;
use engine::ids::FigureId;
use engine::ruleset::Track;
use engine::text::Lang;
use model::history::Step;
use model::rules::Rules;
use model::said::Filled;

/// More figures than these are only counted.
const NAMED: usize = 3;

/// A step, by the rules under which it was taken. Only the first steps come before a track is chosen, and they are about no figure.
pub fn named(step: &Step, rules: Option<&Rules>, lang: Lang) -> String {
    let all = words(lang);
    let words = all.history;
    let title = |figure: FigureId| rules.map_or("", |rules| rules.figures[figure].title.get(lang));
    let said = match step {
        Step::Typed(at) => return (words.typed)(title(at.figure)),
        Step::Source(figure) => return (words.source)(title(*figure)),
        Step::None(_, figure) => return (words.none)(title(*figure)),
        Step::LineAdded(figure) => return (words.line_added)(title(*figure)),
        Step::LineRemoved(figure) => return (words.line_removed)(title(*figure)),
        Step::List(figure) => return (words.list)(title(*figure)),
        Step::Pasted(pasted) => return (words.pasted)(&filled(pasted, rules, lang)),
        Step::Note(indicator) => {
            return (words.note)(rules.map_or("", |rules| rules.indicators[*indicator].title.get(lang)));
        }
        Step::Scenario(scenario) => return (words.scenario)(*scenario),
        Step::Unit(unit) => return (words.unit)((all.workbench.amount_unit_name)(*unit)),
        Step::Track => words.track,
        Step::Stage => words.stage,
        Step::Ruleset => words.ruleset,
        Step::Sample => words.sample,
        Step::SampleCleared => words.sample_cleared,
        Step::SampleTakenBack => words.sample_taken_back,
        Step::WhatIfDiscarded => words.what_if_discarded,
        Step::Applicant => (words.applicant)(rules.map_or(Track::Park, |rules| rules.track)),
        Step::Field => words.field,
        Step::Eligibility(_) => words.eligibility,
        Step::Score(_) => words.score,
        Step::Override(_) => words.override_typed,
        Step::UnitsWritten => words.units_written,
        Step::ReadAnew => words.read_anew,
        Step::Baseline => words.baseline,
        Step::Opened => words.opened,
        Step::Confirmed => words.confirmed,
        Step::Restored => words.restored,
        Step::Host => words.host,
        Step::LastYear(_) => words.last_year,
    };
    said.to_owned()
}

/// What was filled in from a table: figures by their titles, of many the first ones and how many they are; and whether anything was said
/// beside them.
pub fn filled(filled: &Filled, rules: Option<&Rules>, lang: Lang) -> String {
    let Some(rules) = rules else { return String::new() };
    let (all, figures) = (words(lang), &filled.figures);
    let titles: Vec<&str> = figures.iter().take(NAMED).map(|figure| rules.figures[*figure].title.get(lang)).collect();
    let listed = titles.join(all.enumeration);
    let listed = if figures.len() > NAMED { (all.history.among)(&listed, figures.len()) } else { listed };
    let said = if filled.said { all.history.particulars } else { "" };
    if listed.is_empty() || said.is_empty() { [&listed, said].concat() } else { [&listed, said].join(all.enumeration) }
}

#[cfg(test)]
mod tests {
    use super::named;
    use engine::address::{Address, Side};
    use engine::ruleset::Track;
    use engine::text::Lang;
    use model::history::Step;
    use model::said::Filled;
    use model::scenarios::Scenario;
    use model::testing::rules;
    use model::unit::AmountUnit;

    #[test]
    fn a_step_says_what_it_did() {
        let rules = rules(Track::Park);
        let figure = |name: &str| rules.figure(name).expect("a figure");
        let table = |names: &[&str], said| {
            Step::Pasted(Filled { figures: names.iter().map(|name| figure(name)).collect(), said })
        };
        let pasted = |names: &[&str]| table(names, false);
        let four = ["revenue", "rd_spending", "tech_contracts", "employees"];
        let [first, second, third, _] = four.map(|name| rules.figures[figure(name)].title.zh.to_string());
        let table = [
            (Step::Typed(Address::whole(Side::Now, figure("revenue"))), ["填写", &first].concat()),
            (pasted(&four[..1]), ["填入", &first].concat()),
            (pasted(&four[..3]), ["填入", &first, "、", &second, "、", &third].concat()),
            (pasted(&four), ["填入", &first, "、", &second, "、", &third, "等 4 项"].concat()),
            (table(&[], true), "填入申报信息和说明".to_owned()),
            (table(&four[..1], true), ["填入", &first, "、申报信息和说明"].concat()),
            (Step::Scenario(Scenario::WhatIf), "转到“假设”".to_owned()),
            (Step::Unit(AmountUnit::YiYuan), "金额单位改为亿元".to_owned()),
        ];
        for (step, said) in table {
            assert_eq!(named(&step, Some(&rules), Lang::Zh), said);
        }
        assert_eq!(named(&Step::Scenario(Scenario::WhatIf), None, Lang::En), "go to “What if”");
        assert_eq!(named(&Step::Track, None, Lang::Zh), "选择申报对象");
    }
}
