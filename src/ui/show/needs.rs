//! The ways to close a distance, as a person would say them.

use super::naming;
use super::number::{exact, full_amount, grouped};
use crate::engine::report::NeedReport;
use crate::engine::ruleset::{FigureForm, Stage, TrackRules};
use crate::engine::text::Lang;
use crate::ui::state::address::{Address, Part, Side};
use crate::ui::wording::words;

/// One way, as one line; none for a figure that the ruleset does not have.
pub fn way(need: &NeedReport, rules: &TrackRules, stage: Stage, lang: Lang) -> Option<String> {
    let words = words(lang);
    let place = rules.figure(&need.figure)?;
    if let FigureForm::Tally { kinds, counted_in, ranked } = &rules.figures[place].form {
        let kind = kinds.iter().find(|kind| Some(&kind.id) == need.kind.as_ref())?;
        let way = (words.add_count)(kind.title.get(lang), &grouped(&need.amount), counted_in.get(lang));
        return Some(if *ranked { [&way, words.as_lead_unit].concat() } else { way });
    }
    let part = need.entry.map_or(Part::Whole, Part::Entry);
    let figure = naming::full(Address { side: Side::Now, figure: place, part }, rules, stage, lang);
    Some((words.add_amount)(&figure, &full_amount(exact(&need.amount), words)))
}

#[cfg(test)]
mod tests {
    use super::way;
    use crate::engine::report::NeedReport;
    use crate::engine::ruleset::{Stage, Track};
    use crate::engine::text::Lang;
    use crate::ui::state::testing::rules;

    #[test]
    fn every_way_reads_as_a_person_would_say_it() {
        let need = |figure: &str, entry: Option<usize>, kind: Option<&str>, amount: &str| NeedReport {
            figure: figure.to_owned(),
            entry,
            kind: kind.map(str::to_owned),
            amount: amount.to_owned(),
        };
        let champion = need("quality_enterprises", None, Some("manufacturing_champion"), "1");
        let financing = need("equity_financing", Some(2), None, "1120");
        let table = [
            (&champion, Lang::Zh, Some("制造业单项冠军企业 再增加 1 家")),
            (&champion, Lang::En, Some("Manufacturing single-product champion: 1 more")),
            (&financing, Lang::Zh, Some("主导产业股权融资金额 · 第三年（最近） 再增加 1,120 万元")),
            (
                &financing,
                Lang::En,
                Some("Equity financing of the leading industry · Third year (latest): 1,120 万元 more"),
            ),
            (
                &need("platforms", None, Some("pilot_platform"), "1000"),
                Lang::Zh,
                Some("国家级制造业中试平台 再增加 1,000 个（以牵头单位计）"),
            ),
            (&need("no_such_figure", None, None, "1"), Lang::Zh, None),
            (&need("patents", None, Some("no_such_kind"), "1"), Lang::Zh, None),
        ];
        for (need, lang, expected) in table {
            assert_eq!(way(need, &rules(Track::Park), Stage::Creation, lang).as_deref(), expected);
        }
    }
}
