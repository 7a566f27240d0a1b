//! The sheet with the figures of a side: its heads, and rows that say what they are.

use super::look::{Look, cell, text};
use crate::explanation::naming::year;
use crate::paper::handover::Handover;
use engine::address::Side;
use engine::ids::{FigureId, IndicatorId};
use engine::ruleset::FigureForm;
use intake::template::{Edition, NOTHING, Particular, UNIT, VALUES, YEARS};
use office::write::{Cell, Paper, Sheet};

/// The column of names.
pub const NAMES: usize = 1;
/// The column of units.
pub const UNITS: usize = 2;
/// The first of the three columns of values.
pub const FIRST: usize = 3;
/// The marks, the name, the unit, three of values.
const WIDTHS: [u32; 6] = [4, 40, 9, 16, 16, 16];
/// The rows that stay in sight: the hidden one, the title, the head.
const HEADS: usize = 3;

/// A sheet of figures as it grows.
///
/// Its first row and its first column are hidden and say what everything is, so that it is read where it belongs: see
/// `intake::template`.
pub struct SideSheet<'a> {
    of: &'a Handover<'a>,
    /// The sheet so far.
    pub sheet: Sheet,
    /// How many columns there are behind those of values.
    more: usize,
}

impl<'a> SideSheet<'a> {
    /// The heads of a sheet, with columns behind those of values: their marks, names and widths.
    pub fn new(of: &'a Handover, edition: &Edition, side: Side, more: &[(&str, &str, u32)]) -> SideSheet<'a> {
        let (all, words) = (of.words(), of.words().template);
        let name = name(of, side);
        let title = [(all.track)(of.rules.track), "·", (all.stage)(of.stage), " ", name].concat();
        let series = FigureForm::Series { signed: false };
        let head = |index| text(&year(&series, side, index, of.period(), all), Look::Head);
        let mut marks = vec![&*edition.mark(side.as_str()), NOTHING, UNIT, VALUES[0], VALUES[1], VALUES[2]]
            .into_iter()
            .map(|mark| text(mark, Look::None))
            .collect::<Vec<Cell>>();
        let mut heads = vec![text(YEARS, Look::None), text(words.figure, Look::Head), text(words.unit, Look::Head)];
        heads.extend([head(0), head(1), head(2)]);
        let mut widths = WIDTHS.to_vec();
        for (mark, name, width) in more {
            marks.push(text(mark, Look::None));
            heads.push(text(name, Look::Head));
            widths.push(*width);
        }
        let sheet = Sheet {
            title: name.to_owned(),
            rows: vec![marks, vec![text(NOTHING, Look::None), text(&title, Look::Title)], heads],
            widths,
            hidden_columns: vec![0],
            hidden_rows: vec![0],
            frozen: Some((HEADS, UNITS)),
            paper: Paper::A4Across,
            ..Sheet::default()
        };
        SideSheet { of, sheet, more: more.len() }
    }

    /// The row that comes next.
    pub fn next(&self) -> usize {
        self.sheet.rows.len()
    }

    /// Adds a row: what it is, its name, its unit, its values, and what stands behind them.
    pub fn row(&mut self, mark: &str, label: (&str, Look), unit: &str, values: [Cell; 3], more: Vec<Cell>) {
        let mut row = vec![text(mark, Look::None), text(label.0, label.1), text(unit, label.1)];
        row.extend(values);
        row.extend(more);
        self.sheet.rows.push(row);
    }

    /// Adds the heading of an indicator, with what the plan says of it.
    pub fn indicator(&mut self, id: IndicatorId) {
        let of = self.of;
        let criteria = of.rules.indicators[id].criteria(of.stage);
        let mut quotes: Vec<&str> = criteria.iter().map(|criterion| &*criterion.quote).collect();
        quotes.dedup();
        let mut more = vec![cell(Look::Section); self.more - 1];
        more.push(text(&quotes.join("\n"), Look::Section));
        self.row(NOTHING, (&of.indicator(id), Look::Section), "", [Look::Section; 3].map(cell), more);
    }
}

/// The mark of the row above the kinds or lines of a tally: where it comes from stands in it.
pub fn mark_of_source(of: &Handover, side: Side, figure: FigureId) -> String {
    if side == Side::Now { Particular::Source(figure).path(of.rules) } else { NOTHING.to_owned() }
}

/// What the sheet of a side is called.
pub fn name(of: &Handover, side: Side) -> &'static str {
    let words = of.words().template;
    if side == Side::Now { words.figures } else { (words.baseline)(of.stage) }
}
