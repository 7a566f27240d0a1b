//! What came of a table: what is used and why, what is left out and why, and what has to be asked.

use std::rc::Rc;

use engine::address::{Address, Column, Part, Side};
use engine::ids::{FigureId, KindId};
use engine::names::Named;
use engine::roster::Item;
use engine::ruleset::TrackRules;

use crate::context::Along;
use crate::list::Field;
use crate::template::Said;
use crate::unit::Unit;
use crate::words::joined;

/// A cell, by its row and column, both counted from 0.
pub type At = (usize, usize);

/// All that was read from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The side that the figures belong to; none where nothing was read.
    pub side: Option<Side>,
    /// The figures, in the order in which the track declares them.
    pub figures: Vec<(FigureId, Figure)>,
    /// The year of the last entry of every series, where the table says it.
    pub last_year: Option<u16>,
    /// What is said beside the figures; only of our own template.
    pub said: Vec<Said>,
    /// The cells that are used, in the order of the figures.
    pub used: Vec<Used>,
    /// The cells that are not, from the top.
    pub unused: Vec<Unused>,
    /// What only a person can tell.
    pub questions: Vec<Question>,
    /// Whether the table was too large to be read at all.
    pub is_too_large: bool,
}

/// A figure as the table has it, in texts that a submission may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// An amount or a count.
    Single(String),
    /// The entries of a series or of rates; none where the table has none.
    Listed(Vec<Option<String>>),
    /// The lines of a tally.
    Tally(Vec<Line>),
    /// The items of a list, which a tally may be.
    Roster(Rc<Vec<Item>>),
}

/// A line of a tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The kind; none where the place alone says it, in a bare block.
    pub kind: Option<KindId>,
    /// How many; none in a bare column of ranks.
    pub count: Option<String>,
    /// The unit's rank, where the table says it.
    pub rank: Option<String>,
}

/// A cell that is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Where it goes.
    pub address: Address,
    /// Where it comes from.
    pub cell: At,
    /// The last of the cells, where a whole column of a list is used.
    pub to: At,
    /// What the cell shows.
    pub text: String,
    /// What is read: the text, with the unit behind it.
    pub written: String,
    /// The names that lead there, as the table has them.
    pub names: String,
    /// The row or column whose name leads there.
    pub along: Along,
    /// Why.
    pub because: Vec<Because>,
}

/// Cells that are not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The first of them.
    pub from: At,
    /// The last of them.
    pub to: At,
    /// What the first that says something says.
    pub text: String,
    /// The row or column that is left out as a whole; none for single cells.
    pub along: Option<Along>,
    /// Why.
    pub code: Code,
    /// How often it stands there, where a list names the same again and again.
    pub times: usize,
}

/// A question, with the answer that was taken meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub code: Asked,
    /// What it is about.
    pub paths: Vec<Address>,
    /// The cells that it is about, the first and the last.
    pub cells: Option<(At, At)>,
    /// What may be answered.
    pub choices: Vec<Choice>,
    /// The choice that was taken; none where nothing is written without an answer.
    pub chosen: Option<usize>,
}

/// An answer that may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The row or column is this figure.
    Figure(FigureId),
    /// The row or column is this kind.
    Kind(FigureId, KindId),
    /// The numbers are in this unit.
    Unit(Unit),
    /// These cells are the ones that count.
    Cells(At, At),
    /// These cells, a column of a list, say this of its items.
    Column(At, At, Field),
    /// The series ends with this year.
    LastYear(u16),
    /// The first value is this entry of the series.
    Entry(usize),
    /// The number is meant as it stands, in percent.
    Percent,
    /// The number is a fraction: 0.05 is 5 %.
    Fraction,
    /// The total, or the parts, are right.
    AsItStands,
    /// What the total in this cell has more than its parts is of this kind: so many.
    Rest(FigureId, KindId, At, String),
}

macro_rules! codes {
    ($(#[$doc:meta])* $type:ident { $($(#[$about:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type {
            $($(#[$about])* $variant,)*
        }

        impl Named for $type {
            const ALL: &'static [$type] = &[$($type::$variant),*];
            const NAMES: &'static [&'static str] = &[$($name),*];

            fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// Why a cell is read as it is.
    Because {
        /// The name of its row.
        RowName = "row_name",
        /// The name of its column.
        ColumnName = "column_name",
        /// The name of the section it stands in.
        SectionName = "section_name",
        /// The unit behind the number.
        UnitCell = "unit_cell",
        /// The unit in the name of its row.
        UnitName = "unit_name",
        /// The unit in a column of its own.
        UnitColumn = "unit_column",
        /// The unit in the head of its column.
        UnitHeader = "unit_header",
        /// A line 单位：….
        UnitLine = "unit_line",
        /// The unit in which amounts are typed.
        UnitContext = "unit_context",
        /// The year above its column.
        YearHeader = "year_header",
        /// The year of its row.
        YearRow = "year_row",
        /// The head 数量, 家数.
        CountColumn = "count_column",
        /// The head 排序, 位次.
        RankColumn = "rank_column",
        /// A list: one each.
        Listed = "listed",
        /// Where it stands.
        Position = "position",
        /// Our own template says where it belongs.
        Template = "template",
        /// The workbook shows it in percent.
        PercentFormat = "percent_format",
        /// A person said so.
        Answer = "answer",
    }
}

codes! {
    /// Why cells are not used.
    Code {
        /// A title.
        Title = "title",
        /// A head.
        Header = "header",
        /// A note below the table.
        Note = "note",
        /// 序号, 代码.
        SerialNumber = "serial_number",
        /// No figure of the track is called so.
        NoSuchFigure = "no_such_figure",
        /// A year that is not asked for.
        OtherYear = "other_year",
        /// A total of others.
        Total = "total",
        /// A rate of change or a share.
        ChangeColumn = "change_column",
        /// A weight or what was computed with it.
        WeightColumn = "weight_column",
        /// A remark.
        Remark = "remark",
        /// A mark for a value that is not there.
        NotAvailable = "not_available",
        /// What a spreadsheet could not compute.
        ErrorValue = "error_value",
        /// A hidden row or column.
        Hidden = "hidden",
        /// What is said twice.
        Duplicate = "duplicate",
        /// No number can be read.
        NoNumber = "no_number",
        /// The plan counts no such kind.
        NoSuchKind = "no_such_kind",
        /// A goal, a forecast, a foreign unit, or more than there are places.
        OutOfScope = "out_of_scope",
        /// Neither yes nor no, where only one of these can stand.
        NoAnswer = "no_answer",
        /// Our own template, made for another track, stage or ruleset: it is read by its names.
        OtherTemplate = "other_template",
        /// A person left it out.
        LeftOut = "left_out",
    }
}

codes! {
    /// What is asked.
    Asked {
        /// Which figure or kind a row or column is, or which of several rows counts.
        WhichFigure = "which_figure",
        /// Which unit the numbers are in.
        WhichUnit = "which_unit",
        /// Which column counts.
        WhichColumn = "which_column",
        /// A total is not the sum of its parts.
        TotalDiffers = "total_differs",
        /// Which years the numbers are of.
        YearsUnclear = "years_unclear",
        /// A rate below 1 may be a fraction.
        LooksLikeAFraction = "looks_like_a_fraction",
    }
}

impl Reading {
    /// The reading of a table that is too large.
    pub fn too_large() -> Reading {
        Reading { is_too_large: true, ..Reading::default() }
    }
}

impl Choice {
    /// The choice as a text: an id, a unit, a range of cells.
    pub fn text(&self, track: &TrackRules) -> String {
        match self {
            Choice::Figure(figure) => track.figures[*figure].id.clone(),
            Choice::Kind(figure, kind) => {
                let rule = &track.figures[*figure];
                joined(&[rule.id.as_str(), ".", &rule.form.kinds()[*kind].id])
            }
            Choice::Unit(unit) => unit.as_str().to_owned(),
            Choice::Cells(from, to) | Choice::Column(from, to, _) => cells_text(*from, *to),
            Choice::LastYear(year) => usize::from(*year).to_string(),
            Choice::Entry(entry) => entry.to_string(),
            Choice::Percent => "percent".to_owned(),
            Choice::Fraction => "fraction".to_owned(),
            Choice::AsItStands => "as_it_stands".to_owned(),
            Choice::Rest(..) => "rest".to_owned(),
        }
    }
}

/// A cell as spreadsheets name it: `D4`.
pub fn cell_text((row, column): At) -> String {
    let mut text = String::new();
    let mut left = column + 1;
    while left > 0 {
        text.insert(0, (b'A' + ((left - 1) % 26) as u8) as char);
        left = (left - 1) / 26;
    }
    text.push_str(&(row + 1).to_string());
    text
}

/// Cells as spreadsheets name them: `A5:F5`, or `D4` for one.
pub fn cells_text(from: At, to: At) -> String {
    if from == to { cell_text(from) } else { joined(&[&*cell_text(from), ":", &cell_text(to)]) }
}

/// The smallest block of cells around two blocks, each from its first cell to its last.
pub fn around((from, to): (At, At), (other_from, other_to): (At, At)) -> (At, At) {
    let first = (from.0.min(other_from.0), from.1.min(other_from.1));
    (first, (to.0.max(other_to.0), to.1.max(other_to.1)))
}

/// The address of a figure, or of one of its entries.
pub fn entry(side: Side, figure: FigureId, entry: Option<usize>) -> Address {
    Address::whole(side, figure).at(entry.map_or(Part::Whole, Part::Entry))
}

/// The address of a column of a tally's line.
pub fn line(side: Side, figure: FigureId, line: usize, column: Column) -> Address {
    Address::whole(side, figure).at(Part::Line(line, column))
}
