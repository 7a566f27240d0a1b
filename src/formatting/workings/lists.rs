//! The sheet of a list, with how each of its items counts.

use super::counted::Things;
use super::formula::{Cells, coded, numbers_or_blank, quoted, state, wrong_ranks};
use crate::book::look::{Look, text};
use crate::book::{kinds, lists};
use crate::paper::handover::Handover;
use crate::roster::{doubts, standing};
use engine::exact::Exact;
use engine::figures::Line;
use engine::ids::KindId;
use engine::known::Given;
use engine::number::{NumberKind, parse_number};
use engine::roster::Standing;
use intake::template::{Edition, NOTHING};
use model::arrangement::Use;
use office::write::{Cell, Choices, Content, List, Sheet};

/// How wide the columns are: whether it counts, as what, by which rank, why.
const WIDTHS: [u32; 4] = [10, 26, 12, 50];

/// More items that somebody may have added below a list are looked for in so many rows.
const ROWS_BELOW: usize = 200;

/// Where the items of a list stand, and what they come to.
pub struct ListCells {
    /// Whether each counts.
    standings: Cells,
    /// As what.
    kinds: Cells,
    /// The rank by which it is divided.
    ranks: Cells,
    /// The names below the last row.
    below: Cells,
    /// What may stand in the first of these: it counts, it is a duplicate, it does not count.
    words: [&'static str; 3],
    /// What the list comes to; none where something in it cannot be read.
    lines: Option<Vec<(KindId, Exact, Exact)>>,
}

impl ListCells {
    /// What is counted.
    pub fn things(&self) -> Things {
        let (standings, ranks) = (self.standings.text(), self.ranks.text());
        let [counted, duplicate, left_out] = self.words.map(quoted);
        let is_readable = coded("COUNT({0})=ROWS({0})", &[&ranks]);
        let standing = "COUNTIF({0},{1})+COUNTIF({0},{2})+COUNTIF({0},{3})<ROWS({0})";
        let standing = coded(standing, &[&standings, &counted, &duplicate, &left_out]);
        let below = coded("COUNTA({0})>0", &[&self.below.text()]);
        let wrong = [standing, below, coded("COUNT({0})<ROWS({0})", &[&ranks]), wrong_ranks(&ranks)].join(",");
        Things {
            state: numbers_or_blank(&ranks, &wrong, state::KNOWN),
            kinds: self.kinds.text(),
            counts: coded("({0}={1})", &[&standings, &counted]),
            total: coded("COUNTIF({0},{1})", &[&standings, &counted]),
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
            Given::Refused if parse_number(typed, NumberKind::Rank).is_err() => Content::Text(typed.clone()),
            _ => Content::Number(rank.floor().to_string()),
        };
        let mut why = vec![standing(how, form, of.lang)];
        why.extend(doubts(&roster, index, of.lang));
        sheet.rows[first + index].extend(own_cells(word, kind, rank, &why.join(of.words().enumeration), Look::Field));
    }
    // The last row, above which a spreadsheet takes inserted rows into every formula.
    let mut closing = vec![Cell::default(); width];
    closing.extend(own_cells(words.left_out, "", Content::Number("1".to_owned()), words.insert_above, Look::Label));
    sheet.rows.push(closing);
    sheet.widths.extend(WIDTHS);
    let last = sheet.rows.len() - 1;
    let at = |column: usize| ((first, width + column), (last, width + column));
    let standing_words = [words.counted, words.duplicate, words.left_out];
    let cells = kinds(of, used.figure, choices);
    for (column, choices) in [(0, Choices::Texts(standing_words.map(str::to_owned).to_vec())), (1, cells)] {
        let (from, to) = at(column);
        sheet.lists.push(List { from, to, choices, is_only_help: false });
    }
    let in_column = |column| Cells::column(&sheet.title, width + column, first..last + 1);
    let lines = if let Given::Known(lines) = &roster.lines { lines.iter().map(numbers).collect() } else { None };
    let cells = ListCells {
        standings: in_column(0),
        kinds: in_column(1),
        ranks: in_column(2),
        below: Cells::column(&sheet.title, 0, last + 1..last + 1 + ROWS_BELOW),
        words: standing_words,
        lines,
    };
    Some((sheet, cells))
}

/// Whether an item counts, as what, by which rank, and why.
fn own_cells(word: &str, kind: &str, rank: Content, why: &str, look: Look) -> [Cell; 4] {
    [text(word, look), text(kind, look), Cell { content: rank, style: look as usize }, text(why, Look::Remark)]
}

/// The kind, the count and the rank of a line; those of a list that is read are known.
fn numbers(line: &Line) -> Option<(KindId, Exact, Exact)> {
    match (line.kind, line.count, line.rank) {
        (Given::Known(kind), Given::Known(count), Given::Known(rank)) => Some((kind, count, rank)),
        _ => None,
    }
}
