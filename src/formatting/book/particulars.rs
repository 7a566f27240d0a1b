//! The sheet of who applies, and of all that is said in words beside the figures.

use super::column_of;
use super::look::{Look, cell, text, typed};
use crate::paper::handover::Handover;
use engine::ruleset::Stage;
use engine::text::Text;
use intake::template::{Edition, NOTHING, PARTICULARS, Particular, SAYS};
use model::sheet::Scored;
use model::typed::Typed;
use office::write::{Cell, Choices, List, Paper, Sheet};

/// The column that a person fills in.
const FILLED: usize = 2;
/// The marks, what it is, what is said, what is to be known of it.
const WIDTHS: [u32; 4] = [4, 30, 60, 70];
/// The rows that stay in sight: the hidden one, the title, the head.
const HEADS: usize = 3;

/// The sheet as it grows.
struct Growing<'a> {
    of: &'a Handover<'a>,
    choices: &'a mut Sheet,
    sheet: Sheet,
}

/// The sheet of who applies. What is answered elsewhere in the workbook is taken `from` there: its cells hold formulas.
pub fn particulars(
    of: &Handover,
    edition: &Edition,
    choices: &mut Sheet,
    from: impl Fn(Particular) -> Option<Cell>,
) -> Sheet {
    let (all, words) = (of.words(), of.words().template);
    let marks = [&*edition.mark(PARTICULARS), NOTHING, SAYS, NOTHING].map(|mark| text(mark, Look::None));
    let title = [(all.track)(of.rules.track), "·", (all.stage)(of.stage), " ", words.particulars].concat();
    let heads = [words.particular, words.filled_in, words.about].map(|head| text(head, Look::Head));
    let sheet = Sheet {
        title: words.particulars.to_owned(),
        rows: vec![
            marks.to_vec(),
            vec![text(NOTHING, Look::None), text(&title, Look::Title)],
            [text(NOTHING, Look::None)].into_iter().chain(heads).collect(),
        ],
        widths: WIDTHS.to_vec(),
        hidden_columns: vec![0],
        hidden_rows: vec![0],
        frozen: Some((HEADS, 0)),
        paper: Paper::A4Across,
        ..Sheet::default()
    };
    let mut growing = Growing { of, choices, sheet };
    growing.section(all.workbench.chosen);
    growing.row(Particular::Applicant, all.applicant, text(&of.sheet.applicant, Look::TextField), "");
    growing.field(from(Particular::Field));
    for (index, clause) in of.rules.eligibility.iter().enumerate() {
        let what = Particular::Eligibility(index);
        growing.answer(what, &clause.title, of.sheet.eligibility[index], &clause.quote, from(what));
    }
    growing.section(all.note);
    for (id, note) in of.sheet.notes.with_ids() {
        growing.row(Particular::Note(id), &of.indicator(id), text(note, Look::TextField), "");
    }
    growing.scores();
    growing.sheet
}

impl Growing<'_> {
    fn section(&mut self, title: &str) {
        let blank = cell(Look::Section);
        let row = vec![text(NOTHING, Look::None), text(title, Look::Section), blank.clone(), blank];
        self.sheet.rows.push(row);
    }

    fn row(&mut self, what: Particular, label: &str, says: Cell, about: &str) {
        let mark = text(&what.path(self.of.rules), Look::None);
        self.sheet.rows.push(vec![mark, text(label, Look::Label), says, text(about, Look::Remark)]);
    }

    /// What can be chosen in the row that comes next.
    fn offer(&mut self, choices: Choices, is_only_help: bool) {
        let at = (self.sheet.rows.len(), FILLED);
        self.sheet.lists.push(List { from: at, to: at, choices, is_only_help });
    }

    fn field(&mut self, from: Option<Cell>) {
        let of = self.of;
        let fields = &of.rules.ruleset.fields;
        if from.is_none() {
            let cells = column_of(fields.iter().map(|field| of.say(field)), self.choices);
            self.offer(Choices::Cells(cells), true);
        }
        let known = fields.iter().find(|field| *field.zh == *of.sheet.field);
        let own = text(known.map_or(&*of.sheet.field, |field| of.say(field)), Look::TextField);
        self.row(Particular::Field, of.words().field, from.unwrap_or(own), "");
    }

    fn answer(&mut self, what: Particular, title: &Text, answer: Option<bool>, quote: &str, from: Option<Cell>) {
        let words = self.of.words();
        if from.is_none() {
            self.offer(Choices::Texts([words.yes, words.no].map(str::to_owned).to_vec()), false);
        }
        let own = answer.map_or("", |yes| if yes { words.yes } else { words.no });
        let own = text(own, Look::TextField);
        self.row(what, self.of.say(title), from.unwrap_or(own), quote);
    }

    /// The scores of the person's own review that are asked for, and those that are there.
    fn scores(&mut self) {
        let (of, words) = (self.of, self.of.words());
        let scores = &of.sheet.scores;
        let asked = if of.stage == Stage::Creation { Scored::asked(of.rules) } else { Vec::new() };
        let of_indicators = scores.indicators.with_ids().map(|(id, typed)| (Scored::Indicator(id), typed));
        let all = [(Scored::Basics, &scores.basics)].into_iter().chain(of_indicators);
        let all = all.chain([(Scored::Workplan, &scores.workplan)]);
        let mut is_first = true;
        for (which, score) in all.filter(|(which, score): &(Scored, &Typed)| !score.is_blank() || asked.contains(which))
        {
            if std::mem::take(&mut is_first) {
                self.section(words.overview.weighing);
            }
            let (what, label) = match which {
                Scored::Basics => (Particular::Basics, words.overview.basics.to_owned()),
                Scored::Workplan => (Particular::Workplan, words.overview.workplan.to_owned()),
                Scored::Indicator(id) => (Particular::Score(id), of.indicator(id)),
            };
            self.row(what, &label, typed(score.text(), Look::Field), words.overview.weighing_means);
        }
    }
}
