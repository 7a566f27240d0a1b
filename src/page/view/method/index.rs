//! A list of indicators that leads to them.

use yew::prelude::*;

use super::panel::Method;
use crate::view::kit::leap::leap_to;
use engine::ruleset::Certainty::Stated;
use engine::ruleset::{Indicator, Stage};
use model::rules::Rules;

/// The id of an indicator on this page; the fields have the plain one.
pub fn indicator_id(indicator: &Indicator) -> AttrValue {
    AttrValue::from(["method/", &indicator.id].concat())
}

/// Whether part of what is computed or asked is a reading, or missing in the text.
pub fn is_doubtful(indicator: &Indicator) -> bool {
    let mut criteria = Stage::NAMES.iter().flat_map(|(_, stage)| indicator.criteria(*stage));
    indicator.measures.iter().any(|measure| measure.certainty != Stated)
        || criteria.any(|criterion| criterion.certainty != Stated)
}

/// All indicators, or only those of which something is not stated in full.
pub fn index(props: &Method, rules: &Rules, doubtful: bool) -> Html {
    let listed = rules.indicators.iter().filter(|indicator| !doubtful || is_doubtful(indicator));
    let one = |indicator: &Indicator| {
        let name = html! { <>{ indicator.number }{ " " }{ indicator.title.get(props.lang) }</> };
        html! { <li key={indicator.id.clone()}>{ leap_to(&props.dispatcher, indicator_id(indicator), name) }</li> }
    };
    html! { <ul class="names">{ for listed.map(one) }</ul> }
}

#[cfg(test)]
mod tests {
    use super::is_doubtful;
    use engine::ruleset::Track;
    use model::testing::rules;

    #[test]
    fn what_is_not_stated_in_full_is_listed() {
        let rules = rules(Track::Park);
        let doubtful: Vec<_> = rules.indicators.iter().filter(|one| is_doubtful(one)).map(|one| one.number).collect();
        assert_eq!(doubtful, [1, 3, 5, 8, 9]);
    }
}
