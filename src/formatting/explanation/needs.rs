//! Needs, the ways to close a distance, as a person would say them.

use std::cmp::Reverse;

use super::naming;
use crate::number::{full_amount, plain};
use crate::order::by_key;
use crate::texts::words;
use engine::address::{Address, Part, Side};
use engine::needs::Need;
use engine::ruleset::{FigureForm, TrackRules};
use engine::text::Lang;
use model::period::Period;

/// The needs in words, a line each. Kinds of which the same number is needed share one.
pub fn needs_in_words(needs: &[Need], rules: &TrackRules, period: Period, lang: Lang) -> Vec<String> {
    // The commonest kinds first: most is needed of them, and they are what one is likeliest to add.
    let needs = by_key(needs.iter().cloned(), |need| need.lever.kind.map(|_| Reverse(need.amount)));
    let alike = |one: &Need, next: &Need| {
        let of_kinds = [one, next].iter().all(|need| need.lever.kind.is_some() && need.lever.rise.is_none());
        of_kinds && (one.lever.figure, one.amount) == (next.lever.figure, next.amount)
    };
    needs.chunk_by(alike).filter_map(|needs| need_in_words(needs, rules, period, lang)).collect()
}

/// One line of needs that are alike.
fn need_in_words(needs: &[Need], rules: &TrackRules, period: Period, lang: Lang) -> Option<String> {
    let words = words(lang);
    let Need { lever, amount } = needs.first()?;
    let figure = &rules.figures[lever.figure];
    if let FigureForm::Tally { kinds, counted_in, ranked, .. } = &figure.form {
        if let (Some(rise), Some(to)) = (lever.rise, lever.kind) {
            let [from, to] = [rise.from, to].map(|kind| kinds[kind].title.get(lang));
            return Some((words.rise)(&plain(*amount).text, counted_in.get(lang), from, to));
        }
        let names: Vec<_> = needs.iter().filter_map(|need| Some(kinds[need.lever.kind?].title.get(lang))).collect();
        let add = if names.len() > 1 { words.add_any } else { words.add_count };
        let lead = if *ranked { words.as_lead_unit } else { "" };
        return Some(add(&names.join(words.enumeration), &plain(*amount).text, counted_in.get(lang), lead));
    }
    let part = lever.entry.map_or(Part::Whole, Part::Entry);
    let figure = naming::full(Address { side: Side::Now, figure: lever.figure, part }, rules, period, lang);
    Some((words.add_amount)(&figure, &full_amount(*amount, words)))
}

#[cfg(test)]
mod tests {
    use super::needs_in_words;
    use engine::exact::Exact;
    use engine::measure::{Lever, Rise};
    use engine::needs::Need;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::period::Period;
    use model::testing::rules;

    #[test]
    fn every_way_reads_as_a_person_would_say_it() {
        let rules = rules(Track::Park);
        let need = |figure: &str, entry: Option<usize>, kind: Option<&str>, amount: i64| {
            let figure = rules.figure(figure).expect("a figure");
            let kind = kind
                .map(|kind| rules.figures[figure].form.kinds().find(|declared| declared.id == kind).expect("a kind"));
            Need { lever: Lever { figure, entry, kind, rise: None, effect: Exact::ONE }, amount: Exact::whole(amount) }
        };
        let champion = need("quality_enterprises", None, Some("manufacturing_champion"), 1);
        let financing = need("equity_financing", Some(2), None, 1120);
        let mut rising = need("quality_enterprises", None, Some("specialized_sme"), 2);
        let high_tech = need("quality_enterprises", None, Some("high_tech"), 1).lever.kind.expect("a kind");
        rising.lever.rise = Some(Rise { from: high_tech, most: Exact::whole(3) });
        let table = [
            (&rising, Lang::Zh, Some("2 家高新技术企业升为专精特新中小企业")),
            (&rising, Lang::En, Some("2 enterprises rise: High-tech enterprise to Specialized and sophisticated SME")),
            (&champion, Lang::Zh, Some("制造业单项冠军企业 再增加 1 家")),
            (&champion, Lang::En, Some("Manufacturing single-product champion: 1 more")),
            (&financing, Lang::Zh, Some("主导产业股权融资金额 · 第三年（最近） 再增加 1,120 万元")),
            (
                &financing,
                Lang::En,
                Some("Equity financing of the leading industry · Third year (latest): 1,120 万元 more"),
            ),
            (
                &need("platforms", None, Some("pilot_platform"), 1000),
                Lang::Zh,
                Some("国家级制造业中试平台 再增加 1,000 个（以牵头单位计）"),
            ),
        ];
        for (need, lang, expected) in table {
            let found = needs_in_words(std::slice::from_ref(need), &rules, Period::undated(Stage::Creation), lang);
            assert_eq!(found.first().map(String::as_str), expected);
        }
        let [laboratory, center, pilot] = ["state_key_laboratory", "engineering_center", "pilot_platform"]
            .map(|kind| need("platforms", None, Some(kind), if kind == "pilot_platform" { 2 } else { 1 }));
        let together = needs_in_words(&[laboratory, center, pilot], &rules, Period::undated(Stage::Creation), Lang::Zh);
        assert_eq!(
            together,
            [
                "国家级制造业中试平台 再增加 2 个（以牵头单位计）",
                "任一类再增加 1 个（以牵头单位计）：全国重点实验室、国家产业技术工程化中心",
            ]
        );
    }
}
