//! What is left of an application that was closed: enough to go on as if it had not been.

use crate::view::kit::window::today;
use engine::text::Lang;
use js::parse_json;
use model::action::Action;
use model::draft;
use model::json::to_json;
use model::scenarios::Scenario;
use model::store::Store;

const SCENARIOS: [Scenario; 3] = [Scenario::Original, Scenario::WhatIf, Scenario::Targets];
const YES: &str = "yes";

/// The work as a draft, then what no draft says: the scenario shown, whether it is shown large and in English, and whether the host
/// page has all of it.
pub fn snapshot_of(store: &Store) -> Vec<String> {
    let draft = to_json(&draft::write(&store.workspace, store.ruleset(), &today()));
    let scenario = store.scenarios().map_or(Scenario::Original, |scenarios| scenarios.current).name();
    let said = [store.large, store.lang == Lang::En, !store.is_changed()].map(|yes| if yes { YES } else { "" });
    [draft, scenario.to_owned()].into_iter().chain(said.map(str::to_owned)).collect()
}

/// What leads to the same work again.
pub fn actions_of(snapshot: &[String], store: &Store) -> Option<[Action; 3]> {
    let [draft, scenario, large, english, saved] = snapshot else { return None };
    let (mut restored, _) = draft::read(&parse_json(draft), &store.rulesets).ok()?;
    let scenario = SCENARIOS.into_iter().find(|one| one.name() == scenario)?;
    let workspace = &mut restored.workspace;
    if let Some((track, stage)) = workspace.track.zip(workspace.stage) {
        let rules = store.rulesets[workspace.batch].track(track);
        workspace.dossier_mut(track, stage).scenarios.show(scenario, rules);
    }
    Some([
        Action::Speak(if english == YES { Lang::En } else { Lang::Zh }),
        Action::Enlarge(large == YES),
        Action::Resume(Box::new(restored), saved == YES),
    ])
}
