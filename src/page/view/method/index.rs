//! A list of indicators that leads to them.

use yew::prelude::*;

use crate::view::kit::leap::leap_to;
use crate::view::kit::piece::{HookContext, Piece};
use engine::names::Named;
use engine::ruleset::Certainty::Stated;
use engine::ruleset::{Indicator, Stage};
use engine::text::Lang;
use model::rules::Rules;

#[derive(PartialEq)]
pub struct Index {
    pub lang: Lang,
    pub rules: Rules,
    /// Whether only those are listed of which something is not stated in full.
    pub doubtful: bool,
}

/// The id of an indicator on this page; the fields have the plain one.
pub fn indicator_id(indicator: &Indicator) -> AttrValue {
    AttrValue::from(["method/", &indicator.id].concat())
}

/// Whether part of what is computed or asked is a reading, or missing in the text.
pub fn is_doubtful(indicator: &Indicator) -> bool {
    let mut criteria = Stage::ALL.iter().flat_map(|stage| indicator.criteria(*stage));
    indicator.measures.iter().any(|measure| measure.certainty != Stated)
        || criteria.any(|criterion| criterion.certainty != Stated)
}

impl Piece for Index {
    fn show(&self, _: &mut HookContext) -> Html {
        let listed = self.rules.indicators.iter().filter(|indicator| !self.doubtful || is_doubtful(indicator));
        let one = |indicator: &Indicator| {
            let name = html! { <>{ indicator.number }{ " " }{ indicator.title.get(self.lang) }</> };
            html! { <li key={indicator.id.clone()}>{ leap_to(indicator_id(indicator), name) }</li> }
        };
        html! { <ul class="names">{ for listed.map(one) }</ul> }
    }
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
