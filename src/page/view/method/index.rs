//! A list of indicators that leads to them.

use yew::prelude::*;

use super::panel::Method;
use crate::view::kit::link::link_to;
use engine::names::Named;
use engine::ruleset::Certainty::Stated;
use engine::ruleset::{Indicator, Stage};
use model::rules::Rules;

/// The id of an indicator on this page; the fields have the plain one.
pub fn indicator_id(indicator: &Indicator) -> AttrValue {
    AttrValue::from(["method/", &indicator.id].concat())
}

/// Whether part of what is computed or asked is a reading, or missing in the text.
pub fn is_uncertain(indicator: &Indicator) -> bool {
    let mut criteria = Stage::ALL.iter().flat_map(|stage| indicator.criteria(*stage));
    indicator.measures.iter().any(|measure| measure.certainty != Stated)
        || criteria.any(|criterion| criterion.certainty != Stated)
}

/// All indicators, or only those of which something is not stated in full.
pub fn index(props: &Method, rules: &Rules, uncertain: bool) -> Html {
    let listed = rules.indicators.iter().filter(|indicator| !uncertain || is_uncertain(indicator));
    let one = |indicator: &Indicator| {
        let name = html! { <>{ indicator.number }{ " " }{ indicator.title.get(props.lang) }</> };
        html! { <li key={indicator.id.clone()}>{ link_to(&props.dispatcher, indicator_id(indicator), name) }</li> }
    };
    html! { <ul class="names">{ for listed.map(one) }</ul> }
}

#[cfg(test)]
mod tests {
    use super::is_uncertain;
    use engine::ruleset::Track;
    use model::testing::rules;

    #[test]
    fn what_is_not_stated_in_full_is_listed() {
        let rules = rules(Track::Park);
        let uncertain: Vec<_> = rules.indicators.iter().filter(|one| is_uncertain(one)).map(|one| one.number).collect();
        assert_eq!(uncertain, [1, 3, 5, 8, 9]);
    }
}
