//! The ways to close a distance, as a person would say them.

use std::cmp::Reverse;

use super::naming;
use crate::formatting::number::{exact, full_amount, grouped};
use crate::formatting::order::by_key;
use crate::texts::words;
use engine::report::NeedReport;
use engine::ruleset::{FigureForm, Stage, TrackRules};
use engine::text::Lang;
use model::address::{Address, Part, Side};

/// The ways, a line each. Kinds of which the same number is needed share one.
pub fn ways(needs: &[NeedReport], rules: &TrackRules, stage: Stage, lang: Lang) -> Vec<String> {
    // The commonest kinds first: most is needed of them, and they are what one is likeliest to add.
    let needs = by_key(needs.iter().cloned(), |need| need.kind.as_ref().map(|_| Reverse(exact(&need.amount))));
    let alike = |one: &NeedReport, next: &NeedReport| {
        one.kind.is_some() && next.kind.is_some() && (&one.figure, &one.amount) == (&next.figure, &next.amount)
    };
    needs.chunk_by(alike).filter_map(|needs| way(needs, rules, stage, lang)).collect()
}

/// One line; none for a figure or a kind that the ruleset does not have.
fn way(needs: &[NeedReport], rules: &TrackRules, stage: Stage, lang: Lang) -> Option<String> {
    let words = words(lang);
    let need = needs.first()?;
    let index = rules.figure(&need.figure)?;
    if let FigureForm::Tally { kinds, counted_in, ranked } = &rules.figures[index].form {
        let kind = |need: &NeedReport| kinds.iter().find(|kind| Some(&kind.id) == need.kind.as_ref());
        let names = needs.iter().map(|need| Some(kind(need)?.title.get(lang))).collect::<Option<Vec<_>>>()?;
        let add = if names.len() > 1 { words.add_any } else { words.add_count };
        let lead = if *ranked { words.as_lead_unit } else { "" };
        return Some(add(&names.join(words.enumeration), &grouped(&need.amount), counted_in.get(lang), lead));
    }
    let part = need.entry.map_or(Part::Whole, Part::Entry);
    let figure = naming::full(Address { side: Side::Now, figure: index, part }, rules, stage, lang);
    Some((words.add_amount)(&figure, &full_amount(exact(&need.amount), words)))
}

#[cfg(test)]
mod tests {
    use super::ways;
    use engine::report::NeedReport;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::testing::rules;

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
            let found = ways(std::slice::from_ref(need), &rules(Track::Park), Stage::Creation, lang);
            assert_eq!(found.first().map(String::as_str), expected);
        }
        let [laboratory, center, pilot] = ["state_key_laboratory", "engineering_center", "pilot_platform"]
            .map(|kind| need("platforms", None, Some(kind), if kind == "pilot_platform" { "2" } else { "1" }));
        let together = ways(&[laboratory, center, pilot], &rules(Track::Park), Stage::Creation, Lang::Zh);
        assert_eq!(
            together,
            [
                "国家级制造业中试平台 再增加 2 个（以牵头单位计）",
                "任一类再增加 1 个（以牵头单位计）：全国重点实验室、国家产业技术工程化中心",
            ]
        );
    }
}
