//! The rules of one track, in the order of its annex.

use yew::prelude::*;

use super::index::{index, is_uncertain};
use super::indicator::indicator;
use super::panel::Method;
use super::provision::provisions;
use engine::ids::IndicatorId;
use engine::ruleset::{Indicator, Plausibility};
use formatting::explanation::gathering::gathering;
use formatting::texts::words;
use model::rules::Rules;

/// The rules of a track.
pub fn track(props: &Method, rules: &Rules) -> Html {
    let lang = props.lang;
    let (words, method) = (words(lang), words(lang).method);
    let uncertain = rules.indicators.iter().filter(|indicator| is_uncertain(indicator)).count();
    let gathered = gathering(rules);
    let indicators: Vec<_> = rules.indicators.with_ids().collect();
    let group = |group: &[(IndicatorId, &Indicator)]| {
        let one = |(id, _): &(IndicatorId, &Indicator)| indicator(props, rules, *id, &gathered[*id]);
        let title = group[0].1.group.get(lang).to_owned();
        html! {
            <section key={title.clone()} class="method-group">
                <h4>{ title }</h4>
                { for group.iter().map(one) }
            </section>
        }
    };
    let relation = |relation: &Plausibility| {
        let [part, whole] = [relation.part, relation.whole].map(|index| rules.figures[index].title.get(lang));
        html! {
            <li key={relation.code.clone()}>
                <p class="name">{ (method.part_of)(part, whole) }</p>
                <p class="quiet">{ relation.message.get(lang) }</p>
            </li>
        }
    };
    html! {
        <>
            if uncertain > 0 {
                <div>
                    <h4>{ method.to_check }</h4>
                    <p>{ (method.to_check_means)(uncertain) }</p>
                    { index(props, rules, true) }
                </div>
            }
            <h4>{ words.eligibility }</h4>
            { provisions(&rules.eligibility, lang) }
            { for indicators.chunk_by(|one, next| one.1.group == next.1.group).map(group) }
            if !rules.plausibility.is_empty() {
                <div>
                    <h4>{ method.plausibility }</h4>
                    <p>{ method.plausibility_means }</p>
                    <ul class="provisions">{ for rules.plausibility.iter().map(relation) }</ul>
                </div>
            }
        </>
    }
}
