//! The sheet of a list, with how each of its items counts.

use super::counted::Things;
use super::formula::{Cells, coded, if_else, quoted, state};
use crate::book::lists;
use crate::book::look::{Look, text};
use crate::paper::handover::Handover;
use crate::roster::{doubts, standing};
use engine::exact::Exact;
use engine::figures::Line;
use engine::ids::KindId;
use engine::known::Given;
use engine::roster::Standing;
use intake::template::{Edition, NOTHING};
use model::arrangement::Use;
use office::write::{Cell, Content, Sheet};

/// How wide the columns are: whether it counts, as what, by which rank, why.
const WIDTHS: [u32; 4] = [10, 26, 8, 50];

/// Where the items of a list stand, and what they come to.
pub struct ListCells {
    /// Whether each counts.
    standings: Cells,
    /// As what.
    kinds: Cells,
    /// The rank by which it is divided.
    ranks: Cells,
    /// The word for what counts.
    counted: &'static str,
    /// What the list comes to; none where something in it cannot be read.
    lines: Option<Vec<(KindId, Exact, Exact)>>,
}

impl ListCells {
    /// What is counted.
    pub fn things(&self) -> Things {
        let ranks = self.ranks.text();
        let is_readable = coded("COUNT({0})={1}", &[&ranks, &self.ranks.count().to_string()]);
        Things {
            state: if_else(&is_readable, state::KNOWN, state::REFUSED),
            kinds: self.kinds.text(),
            counts: coded("({0}={1})", &[&self.standings.text(), &quoted(self.counted)]),
            ranks: self.ranks.clone(),
            is_readable,
            known: self.lines.clone(),
            is_whole: true,
        }
    }
}

/// The sheet of a list that has items.
pub fn list(of: &Handover, edition: &Edition, used: Use, choices: &mut Sheet) -> Option<(Sheet, ListCells)> {
    let form = &of.rules.figures[used.figure].form;
    let list = of.sheet.side(used.side)[used.figure].list().filter(|list| !list.items().is_empty())?;
    let roster = list.shown(form)?;
    let (mut sheet, first) = lists::list(of, edition, used, list.items(), false, choices)?;
    let words = of.words().workings;
    let width = sheet.widths.len();
    // In the row of the mark: these columns hold nothing to be read.
    let marks = [NOTHING; WIDTHS.len()];
    let heads = [words.counts, words.counts_as, words.divisor, of.words().roster.how];
    for (row, texts, look) in [(first - 2, marks, Look::None), (first - 1, heads, Look::Head)] {
        sheet.rows[row].resize(width, Cell::default());
        sheet.rows[row].extend(texts.map(|one| text(one, look)));
    }
    for (index, how) in roster.standings.iter().enumerate() {
        let (word, kind, rank) = match how {
            Standing::Counted { kind, rank } => (words.counted, of.say(&form.kinds()[*kind].title), *rank),
            Standing::Duplicate { .. } => (words.duplicate, "", Exact::ONE),
            Standing::LeftOut(_) => (words.left_out, "", Exact::ONE),
        };
        let typed = &list.items()[index].rank;
        let rank = match &roster.lines {
            // What cannot be read must not look like something that can.
            Given::Refused if engine::number::parse_number(typed, engine::number::NumberKind::Rank).is_err() => {
                Content::Text(typed.clone())
            }
            _ => Content::Number(rank.floor().to_string()),
        };
        let mut why = vec![standing(how, form, of.lang)];
        why.extend(doubts(&roster, index, of.lang));
        sheet.rows[first + index].extend([
            text(word, Look::Field),
            text(kind, Look::Field),
            Cell { content: rank, style: Look::Field as usize },
            text(&why.join(of.words().enumeration), Look::Remark),
        ]);
    }
    sheet.widths.extend(WIDTHS);
    let rows = first..first + roster.standings.len();
    let in_column = |column| Cells::column(&sheet.title, width + column, rows.clone());
    let (standings, kinds, ranks) = (in_column(0), in_column(1), in_column(2));
    let lines = if let Given::Known(lines) = &roster.lines { lines.iter().map(numbers).collect() } else { None };
    Some((sheet, ListCells { standings, kinds, ranks, counted: words.counted, lines }))
}

/// The kind, the count and the rank of a line; those of a list that is read are known.
fn numbers(line: &Line) -> Option<(KindId, Exact, Exact)> {
    match (line.kind, line.count, line.rank) {
        (Given::Known(kind), Given::Known(count), Given::Known(rank)) => Some((kind, count, rank)),
        _ => None,
    }
}
