//! One figure as it is filled in, in the form that the ruleset gives it.

use std::rc::Rc;

use yew::prelude::*;

use super::list::ListTally;
use super::number_field::NumberField;
use super::ranked_tally::RankedTally;
use super::series::series;
use super::source_line::{source_button, source_line};
use super::tally::Tally;
use crate::view::findings::warnings::question;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use engine::address::{Address, Side};
use engine::ids::FigureId;
use engine::problem::Code;
use engine::ruleset::{FigureForm, Help};
use formatting::explanation::naming::title;
use model::action::Action;
use model::assessment::Warning;
use model::entry::Entry;
use model::list::{List, ListAction};
use model::typed::Typed;

#[derive(PartialEq)]
pub struct Figure {
    pub side: Side,
    pub figure: FigureId,
    pub entry: Rc<Entry>,
    /// The list of the baseline beside it, where it is one.
    pub before: Option<Rc<List>>,
    /// Where it comes from, in the person's words.
    pub source: Rc<str>,
    /// Why the figure as a whole is refused.
    pub problem: Option<Code>,
    /// What is odd about the size of its numbers.
    pub questions: Vec<Warning>,
}

impl Memo for Figure {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let unfolded = use_state(|| false).run(hooks);
        let helps = use_state(|| false).run(hooks);
        let words = frame.words();
        let address = Address::whole(self.side, self.figure);
        let rule = &frame.rules.figures[self.figure];
        let fields = match &*self.entry {
            Entry::Single(typed) => single(&frame, address, typed),
            Entry::Listed(years) => series(&frame, address, years),
            Entry::Kinds { none, counts } => memo(Tally { address, none: *none, counts: counts.clone() }),
            Entry::Lines { none, lines } => memo(RankedTally { address, none: *none, lines: lines.clone() }),
            Entry::Roster(list) => memo(ListTally { address, list: Rc::clone(list), before: self.before.clone() }),
        };
        // A single number is its own group: only the frame differs.
        let id = match &*self.entry {
            Entry::Single(_) => [&*frame.name(address), "/group"].concat().into(),
            _ => frame.name(address),
        };
        let hint = rule.hint.as_ref().map(|hint| frame.say(hint)).unwrap_or_default();
        let remark = match rule.form {
            FigureForm::Series { .. } | FigureForm::Amount { .. } => (words.number.amount_hint)(frame.unit),
            _ if self.entry.list().is_some() => "",
            FigureForm::Tally { ranked: false, .. } => words.blank_kinds_count_zero,
            FigureForm::Tally { ranked: true, .. } => words.ranks_apart,
            FigureForm::Count { .. } | FigureForm::Rates => "",
        };
        let (hint_id, problem_id, title_id) =
            ([&*id, "/hint"].concat(), [&*id, "/refusal"].concat(), [&*id, "/title"].concat());
        let title = title(self.figure, self.side, &frame.rules, frame.stage, frame.lang);
        let unit = match rule.form {
            FigureForm::Series { .. } | FigureForm::Amount { .. } => {
                (words.workbench.amount_unit_name)(frame.unit).into()
            }
            FigureForm::Rates => words.percent.into(),
            _ => rule.form.counted_in().map(|counted_in| frame.say(counted_in)).unwrap_or_default(),
        };
        let toggle_help = {
            let helps = helps.clone();
            move || helps.set(!*helps)
        };
        let help_key = {
            let toggle_help = toggle_help.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "F1" {
                    event.prevent_default();
                    toggle_help();
                }
            })
        };
        html! {
            <div
                class="figure"
                role="group"
                id={id}
                aria-labelledby={title_id.clone()}
                aria-describedby={[&*hint_id, " ", &problem_id].concat()}
                data-side={self.side.as_str()}
                data-form={form_name(&self.entry)}
                onkeydown={help_key}
            >
                <p class="figure-title" id={title_id}>
                    { title.clone() }
                    <span class="figure-unit">{ unit }</span>
                </p>
                { fields }
                <div class="figure-more" role="toolbar" aria-label={(words.workbench.of_figure)(&title)}>
                    <button
                        type="button"
                        class="small"
                        data-action="help"
                        aria-label={(words.workbench.help_of)(&title)}
                        aria-keyshortcuts="F1"
                        aria-expanded={if *helps { "true" } else { "false" }}
                        aria-controls={hint_id.clone()}
                        onclick={Callback::from(move |_: MouseEvent| toggle_help())}
                    >
                        { words.workbench.help }
                    </button>
                    // One source for a figure: that of its baseline is the application.
                    if self.side == Side::Now {
                        { source_button(&frame, self.figure, &self.source, &unfolded) }
                    }
                    { list_choice(&frame, address, &self.entry) }
                </div>
                <div class="hint" id={hint_id} hidden={!*helps}>
                    <p>
                        { if self.side == Side::Baseline { (words.baseline_means)(frame.stage).into() } else { hint } }
                        { words.sentence_gap }
                        { remark }
                    </p>
                    { if *helps { advice(&frame, rule.help.as_ref()) } else { html! {} } }
                </div>
                <p class="refusal" id={problem_id} hidden={self.problem.is_none()}>
                    { self.problem.map_or("", |code| code.message(frame.lang)) }
                </p>
                <div class="questions" hidden={self.questions.is_empty()}>
                    { for self.questions.iter().map(|warning| question(&frame, warning)) }
                </div>
                if self.side == Side::Now {
                    { source_line(&frame, self.figure, &self.source, &unfolded) }
                }
            </div>
        }
    }
}

/// From where a figure usually comes, and what is often mistaken for it.
fn advice(frame: &Frame, help: Option<&Help>) -> Html {
    let words = frame.words();
    let Some(help) = help else { return html! {} };
    html! {
        <dl class="advice">
            <div><dt>{ words.workbench.usual_source }</dt><dd>{ frame.say(&help.source) }</dd></div>
            <div><dt>{ words.workbench.mistakes }</dt><dd>{ frame.say(&help.mistakes) }</dd></div>
            <div><dt>{ words.workbench.advice }</dt><dd>{ words.workbench.advice_means }</dd></div>
        </dl>
    }
}

/// How an entry is laid out.
fn form_name(entry: &Entry) -> &'static str {
    match entry {
        Entry::Single(_) => "single",
        Entry::Listed(_) => "years",
        Entry::Kinds { .. } => "kinds",
        Entry::Lines { .. } => "lines",
        Entry::Roster(_) => "list",
    }
}

/// The way to a list, where the ruleset counts one and counts are typed.
fn list_choice(frame: &Frame, address: Address, entry: &Entry) -> Html {
    let words = frame.words().roster;
    let Address { side, figure, .. } = address;
    let can = matches!(&frame.rules.figures[figure].form, FigureForm::Tally { roster: Some(_), .. });
    let hidden = !can || entry.list().is_some() || frame.is_given(address);
    html! {
        <button
            type="button"
            class="small"
            tabindex="-1"
            data-action={["list-", &*frame.name(address)].concat()}
            title={words.begin_means}
            {hidden}
            onclick={frame.act(move |_: MouseEvent| Action::List(side, figure, ListAction::Begin))}
        >
            { words.begin }
        </button>
    }
}

fn single(frame: &Frame, address: Address, typed: &Typed) -> Html {
    let words = frame.words();
    let counted_in = frame.rules.figures[address.figure].form.counted_in();
    let label = if counted_in.is_some() { words.count } else { words.amount };
    memo(NumberField {
        disabled: false,
        remark: AttrValue::default(),
        address,
        label: label.into(),
        unit: counted_in.map(|counted_in| frame.say(counted_in)).unwrap_or_default(),
        typed: typed.clone(),
    })
}
