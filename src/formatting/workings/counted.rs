//! The rows of a tally that is counted from things: lines with a kind, a count and a rank, or the items of a list.
//!
//! Every kind has a formula over them, so who changes a thing sees its tally follow.

use super::figures::{WEIGHTS, read};
use super::formula::{Cells, coded, if_else, numbers_or_blank, quoted, state, wrong_counts, wrong_ranks};
use super::lists::ListCells;
use super::places::{Ranked, Tally};
use super::tally::{COUNTS, Figure, KIND_NAMES, formula};
use crate::book::look::{Format, Look, cell, style, text};
use crate::book::side::{FIRST, SideSheet};
use crate::explanation::naming::column;
use engine::address::Column;
use engine::exact::Exact;
use engine::ids::KindId;
use engine::ruleset::FigureForm;
use intake::template::NOTHING;
use model::entry::{Entry, Line};
use office::write::{Cell, Choices, Content, List};

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
    /// How many they are, as a formula.
    pub total: String,
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
    let common = things.known.iter().flatten().map(|(_, _, rank)| rank.floor());
    // Too large to be one, there is none: what is divided by it cannot be decided by a spreadsheet.
    let common = common_multiple(common).and_then(|common| Exact::integer(common).ok()).unwrap_or(Exact::ZERO);
    let common_at = Cells::one(&title, (first - 1, MULTIPLES));
    // A row that was inserted has no rank yet.
    let ranks = coded("({0}+({0}=\"\"))", &[&things.ranks.text()]);
    let count = text(column(Column::Count, words), Look::Head);
    let heads = if ranked {
        let code = coded("IFERROR(LCM({0}),0)", &[&things.ranks.text()]);
        let multiple = formula(if_else(&things.is_readable, &code, "0"), common, Look::Label);
        [
            Cell { style: style(Look::Label, Format::Multiple), ..multiple },
            text(words.workings.folded, Look::Head),
            count,
        ]
    } else {
        [cell(Look::Closed), cell(Look::Closed), count]
    };
    sheet.row(figure.source, (figure.label, Look::Label), figure.counted_in(), heads, more);
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
            let code = coded("{0}*({1}/{2})", &[&of_kind, &common_at.text(), &ranks]);
            let ratio = own(&|count, rank| count.over(rank).ok()).unwrap_or(Exact::ZERO);
            let folded = formula(sum(&coded("{0}/{1}", &[&of_kind, &ranks])), ratio, Look::Label);
            let folded = Cell { style: style(Look::Label, Format::Amount), ..folded };
            [formula(sum(&code), multiple, Look::Label), folded, count]
        } else {
            [cell(Look::Closed), cell(Look::Closed), count]
        };
        multiples.push(multiple);
        sheet.row(NOTHING, (figure.of.say(&kind.title), Look::Label), figure.counted_in(), values, figure.behind(id));
    }
    if list.is_none() {
        line_rows(figure, entry, lines, first, sheet);
    }
    let ranked = ranked.then(|| Ranked {
        common: common_at,
        multiples: figure.column(&title, MULTIPLES, first),
        folded: figure.column(&title, FOLDED, first),
        number: common,
    });
    let numbers = Some(multiples).filter(|_| things.known.is_some() && things.is_whole);
    // A thing that no kind takes must not be lost.
    let lost = coded(
        "IF(ROUND(SUM({0})-{1},0)=0,{2},{3})",
        &[&figure.column(&title, COUNTS, first).text(), &things.total, state::KNOWN, state::REFUSED],
    );
    let state = coded("IF({0}>0,{0},{1})", &[&things.state, &lost]);
    Tally { ranked, numbers, ..figure.tally(&title, first, &state) }
}

/// The least common multiple of ranks; none where it is too large for a spreadsheet to hold it.
fn common_multiple(mut ranks: impl Iterator<Item = i128>) -> Option<i128> {
    const MOST: i128 = 1 << 53;
    let divisor = |mut a: i128, mut b: i128| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let times = |common: i128, rank: i128| Some(common / divisor(common, rank) * rank).filter(|common| *common < MOST);
    ranks.try_fold(1, times)
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
    let divisors = in_column(LINE_DIVISORS);
    let names = figure.column(title, KIND_NAMES, first).text();
    let parts = [&*kinds, &*counts, &*ranks, &divisors.text(), &names, &quoted(figure.of.words().unfilled)];
    let unknown = "SUMPRODUCT(({0}<>\"\")*({0}<>{5})*ISNA(MATCH({0},{4},0)))>0";
    let begun = "(({0}<>\"\")+({1}<>\"\")+({2}<>\"\")>0)";
    let undivided = [&*["SUMPRODUCT(", begun].concat(), "*(1-ISNUMBER({3})))>0"].concat();
    let wrong = [&*wrong_counts(&counts), unknown, &undivided].join(",");
    let none = "COUNTBLANK({0})+COUNTBLANK({1})+COUNTBLANK({2})=3*ROWS({0})";
    let lacking = [&*["SUMPRODUCT(", begun].concat(), "*(({0}=\"\")+({0}={5})+({1}=\"\")>0))>0"].concat();
    let missing = coded(&["OR(", none, ",", &lacking, ")"].concat(), &parts);
    let then = if_else(&missing, state::MISSING, state::KNOWN);
    let then = numbers_or_blank(&ranks, &wrong_ranks(&ranks), &then);
    let state = numbers_or_blank(&counts, &coded(&wrong, &parts), &then);
    let is_readable = coded("AND(COUNT({1})+COUNTBLANK({1})=ROWS({1}),COUNT({3})+COUNTBLANK({3})=ROWS({3}))", &parts);
    let form = figure.form();
    let kind_of = |line: &Line| form.kinds().find(|kind| *kind.id == *line.kind);
    let is_refused = |line: &Line| line.count.problem().is_some() || line.rank.problem().is_some();
    let own = |line: &Line| {
        let rank = line.rank.number().map_or(Exact::ONE, Exact::from);
        Some((kind_of(line)?, line.count.number().map(Exact::from)?, rank))
    };
    Things {
        state,
        total: coded("SUM({0})", &[&counts]),
        kinds,
        counts,
        ranks: divisors,
        is_readable,
        known: (!lines.iter().any(is_refused)).then(|| lines.iter().filter_map(own).collect()),
        is_whole: lines.iter().all(|line| own(line).is_some()),
    }
}

/// Adds the lines.
fn line_rows(figure: Figure, entry: &Entry, lines: &[Line], kinds_from: usize, sheet: &mut SideSheet) {
    let all = figure.of.words();
    let head = |of| text(column(of, all), Look::Head);
    let heads = [head(Column::Kind), head(Column::Count), head(Column::Rank)];
    let behind = vec![text(all.workings.divisor, Look::Head), cell(Look::Label), cell(Look::Remark)];
    sheet.row(NOTHING, ("", Look::Label), "", heads, behind);
    let title = sheet.sheet.title.clone();
    let first = sheet.next();
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
    let last = sheet.next() - 1;
    let choices = Choices::Cells(figure.column(&title, KIND_NAMES, kinds_from).text());
    sheet.sheet.lists.push(List { from: (first, LINE_KINDS), to: (last, LINE_KINDS), choices, is_only_help: false });
}
