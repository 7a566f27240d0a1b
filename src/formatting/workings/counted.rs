//! The rows of a tally that is counted from things: lines with a kind, a count and a rank, or the items of a list.
//!
//! Every kind has a formula over them, so who changes a thing sees its tally follow.

use super::figures::{WEIGHTS, read};
use super::formula::{Cells, coded, fractions, if_else, numbers_or_blank, quoted, state};
use super::lists::ListCells;
use super::places::{Ranked, Tally};
use super::tally::{Figure, KIND_NAMES, formula};
use crate::book::look::{Format, Look, cell, style, text};
use crate::book::side::{FIRST, SideSheet};
use crate::explanation::naming::column;
use engine::address::Column;
use engine::exact::Exact;
use engine::ids::KindId;
use engine::ruleset::FigureForm;
use intake::template::NOTHING;
use model::sheet::{Entry, Line};
use office::write::{Cell, Content};

/// Empty lines below those that are filled in.
const MORE_LINES: usize = 3;
/// The columns of a kind: the common multiple's share, and what it comes to by ranks.
const MULTIPLES: usize = FIRST;
const FOLDED: usize = FIRST + 1;
/// The columns of a line: its kind, its count, its rank, and the rank that is computed with.
const LINE_KINDS: usize = FIRST;
const LINE_COUNTS: usize = FIRST + 1;
const LINE_RANKS: usize = FIRST + 2;
const LINE_DIVISORS: usize = WEIGHTS;

/// What is counted.
pub struct Things {
    /// The formula of their state.
    pub state: String,
    /// Their kinds, as a formula names them.
    pub kinds: String,
    /// How many each of them is, as a factor.
    pub counts: String,
    /// The rank by which each is divided.
    pub ranks: Cells,
    /// The condition under which they can be computed with.
    pub is_readable: String,
    /// The same things as numbers; none where one of them cannot be read.
    pub known: Option<Vec<(KindId, Exact, Exact)>>,
    /// Whether all that is needed of them is there.
    pub is_whole: bool,
}

/// Adds the rows of a tally that is counted.
pub fn rows(figure: Figure, entry: &Entry, list: Option<&ListCells>, more: Vec<Cell>, sheet: &mut SideSheet) -> Tally {
    let words = figure.of.words();
    let title = sheet.sheet.title.clone();
    let first = sheet.next() + 1;
    let lines = filled_lines(entry);
    let things = match list {
        Some(list) => list.things(),
        None => line_things(figure, lines, &title, first),
    };
    let ranked = matches!(figure.form(), FigureForm::Tally { ranked: true, .. });
    let common =
        things.known.as_ref().map_or(1, |known| common_multiple(known.iter().map(|(_, _, rank)| rank.floor())));
    let common = Exact::integer(common).unwrap_or(Exact::ONE);
    let common_at = Cells::one(&title, (first - 1, MULTIPLES));
    let count = text(column(Column::Count, words), Look::Head);
    let heads = if ranked {
        let code = coded("IFERROR(LCM({0}),1)", &[&things.ranks.text()]);
        let multiple = formula(if_else(&things.is_readable, &code, "1"), common, Look::Label);
        [
            Cell { style: style(Look::Label, Format::Multiple), ..multiple },
            text(words.workings.folded, Look::Head),
            count,
        ]
    } else {
        [cell(Look::Closed), cell(Look::Closed), count]
    };
    sheet.row(NOTHING, (figure.label, Look::Label), figure.counted_in(), heads, more);
    let mut multiples = Vec::new();
    for (id, kind) in figure.kinds().with_ids() {
        let row = sheet.next();
        let of_kind =
            coded("({0}={1})*{2}", &[&things.kinds, &Cells::one(&title, (row, KIND_NAMES)).text(), &things.counts]);
        let sum = |terms: &str| if_else(&things.is_readable, &coded("SUMPRODUCT({0})", &[terms]), "0");
        let own = |amount: &dyn Fn(Exact, Exact) -> Option<Exact>| {
            let own = things.known.iter().flatten().filter(|(kind, ..)| *kind == id);
            own.map(|(_, count, rank)| amount(*count, *rank)).try_fold(Exact::ZERO, |sum, one| sum.plus(one?).ok())
        };
        let multiple = own(&|count, rank| count.times(common.over(rank).ok()?).ok()).unwrap_or(Exact::ZERO);
        let count = formula(sum(&of_kind), own(&|count, _| Some(count)).unwrap_or(Exact::ZERO), Look::Label);
        let values = if ranked {
            let code = coded("{0}*({1}/{2})", &[&of_kind, &common_at.text(), &things.ranks.text()]);
            let folded = coded("{0}/{1}", &[&Cells::one(&title, (row, MULTIPLES)).text(), &common_at.text()]);
            let ratio = multiple.over(common).unwrap_or(Exact::ZERO);
            let folded = Cell { style: style(Look::Label, Format::Amount), ..formula(folded, ratio, Look::Label) };
            [formula(sum(&code), multiple, Look::Label), folded, count]
        } else {
            [cell(Look::Closed), cell(Look::Closed), count]
        };
        multiples.push(multiple);
        sheet.row(NOTHING, (figure.of.say(&kind.title), Look::Label), figure.counted_in(), values, figure.behind(id));
    }
    if list.is_none() {
        line_rows(figure, entry, lines, sheet);
    }
    let ranked = ranked.then(|| Ranked {
        common: common_at,
        multiples: figure.column(&title, MULTIPLES, first),
        folded: figure.column(&title, FOLDED, first),
        number: common,
    });
    let numbers = Some(multiples).filter(|_| things.known.is_some() && things.is_whole);
    Tally { ranked, numbers, ..figure.tally(&title, first, &things.state) }
}

/// The least common multiple of ranks; 1 where it is too large to be one.
fn common_multiple(ranks: impl Iterator<Item = i128>) -> i128 {
    let divisor = |mut a: i128, mut b: i128| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    /// What a spreadsheet takes for a whole number at all.
    const MOST: i128 = 1 << 53;
    let all = ranks.filter(|rank| *rank > 0);
    let common = all
        .into_iter()
        .try_fold(1i128, |common, rank| Some(common / divisor(common, rank) * rank).filter(|common| *common < MOST));
    common.unwrap_or(1)
}

/// The lines of a ranked tally, and whether the person says that there is none.
fn filled_lines(entry: &Entry) -> &[Line] {
    if let Entry::Lines { none: false, lines } = entry { lines } else { &[] }
}

/// Below the kinds, after a head: the lines, with room for more.
fn line_things(figure: Figure, lines: &[Line], title: &str, first: usize) -> Things {
    let from = first + figure.kinds().len() + 1;
    let rows = from..from + lines.len().max(1) + MORE_LINES;
    let in_column = |column| Cells::column(title, column, rows.clone());
    let (kinds, counts, ranks) =
        (in_column(LINE_KINDS).text(), in_column(LINE_COUNTS).text(), in_column(LINE_RANKS).text());
    let (divisors, count) = (in_column(LINE_DIVISORS), rows.len().to_string());
    let names = figure.column(title, KIND_NAMES, first).text();
    let unfilled = quoted(figure.of.words().unfilled);
    let unknown = [
        "SUMPRODUCT((",
        &*kinds,
        "<>\"\")*(",
        &kinds,
        "<>",
        &unfilled,
        ")*ISNA(MATCH(",
        &kinds,
        ",",
        &names,
        ",0)))>0",
    ];
    let wrong = [
        &*coded("COUNTIF({0},\"<0\")>0,COUNTIF({0},\">1000000000\")>0,", &[&counts]),
        &fractions(&counts),
        ",",
        &unknown.concat(),
    ];
    let wrong_rank = coded("COUNTIF({0},\"<1\")>0,COUNTIF({0},\">1000\")>0,{1}", &[&ranks, &fractions(&ranks)]);
    let none = coded("COUNTBLANK({0})+COUNTBLANK({1})+COUNTBLANK({2})=3*{3}", &[&kinds, &counts, &ranks, &count]);
    let begun = coded("({0}<>\"\")+({1}<>\"\")+({2}<>\"\")>0", &[&kinds, &counts, &ranks]);
    let lacking = coded("({0}=\"\")+({1}=\"\")>0", &[&kinds, &counts]);
    let missing = coded("OR({0},SUMPRODUCT(({1})*({2}))>0)", &[&none, &begun, &lacking]);
    let then = if_else(&missing, state::MISSING, state::KNOWN);
    let state =
        numbers_or_blank(&counts, &count, &wrong.concat(), &numbers_or_blank(&ranks, &count, &wrong_rank, &then));
    let are_counts = coded("COUNT({0})+COUNTBLANK({0})={1}", &[&counts, &count]);
    let is_readable = coded("AND({0},COUNT({1})={2})", &[&are_counts, &divisors.text(), &count]);
    let form = figure.form();
    let kind_of = |line: &Line| form.kinds().find(|kind| *kind.id == *line.kind);
    let is_refused = |line: &Line| line.count.problem().is_some() || line.rank.problem().is_some();
    let own = |line: &Line| {
        let rank = line.rank.number().map_or(Exact::ONE, Exact::from);
        Some((kind_of(line)?, line.count.number().map(Exact::from)?, rank))
    };
    Things {
        state,
        kinds,
        counts,
        ranks: divisors,
        is_readable,
        known: (!lines.iter().any(is_refused)).then(|| lines.iter().filter_map(own).collect()),
        is_whole: lines.iter().all(|line| own(line).is_some()),
    }
}

/// Adds the lines.
fn line_rows(figure: Figure, entry: &Entry, lines: &[Line], sheet: &mut SideSheet) {
    let all = figure.of.words();
    let head = |of| text(column(of, all), Look::Head);
    let heads = [head(Column::Kind), head(Column::Count), head(Column::Rank)];
    let behind = vec![text(all.workings.divisor, Look::Head), cell(Look::Label), cell(Look::Remark)];
    sheet.row(NOTHING, ("", Look::Label), "", heads, behind);
    let title = sheet.sheet.title.clone();
    // That there is none at all is a kind of which there are none.
    let is_none = matches!(entry, Entry::Lines { none: true, .. });
    for index in 0..lines.len().max(1) + MORE_LINES {
        let row = sheet.next();
        let line = lines.get(index);
        let values = match line {
            Some(line) => {
                let kind = figure.kinds().iter().find(|kind| *kind.id == *line.kind);
                let kind = kind.map_or(&*line.kind, |kind| figure.of.say(&kind.title));
                // A line that was added and left blank is one that is not filled in.
                let kind = if line.says_something() { kind } else { all.unfilled };
                [text(kind, Look::Field), read(&line.count), read(&line.rank)]
            }
            None if is_none && index == 0 => {
                let kind = figure.kinds().iter().next().map_or("", |kind| figure.of.say(&kind.title));
                [text(kind, Look::Field), super::tally::number(Exact::ZERO, Look::Field), cell(Look::Field)]
            }
            None => [cell(Look::Field), cell(Look::Field), cell(Look::Field)],
        };
        let rank = Cells::one(&title, (row, LINE_RANKS)).text();
        let code = if_else(&coded("{0}=\"\"", &[&rank]), "1", &rank);
        let content = match line.map(|line| line.rank.reading()) {
            Some(Ok(Some(number))) => Content::Formula(code, number.normalize().to_string()),
            Some(Err(_)) => Content::TextFormula(code, line.map_or("", |line| line.rank.text().trim()).to_owned()),
            _ => Content::Formula(code, "1".to_owned()),
        };
        let divisor = Cell { content, style: Look::Label as usize };
        let name = ["　", &(all.template.line)(&(index + 1).to_string())].concat();
        sheet.row(figure.mark, (&name, Look::Label), "", values, vec![divisor, cell(Look::Label), cell(Look::Remark)]);
    }
}
