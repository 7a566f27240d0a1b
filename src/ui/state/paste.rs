//! A block of cells from a spreadsheet, and the fields that it fills.

use std::rc::Rc;

use super::address::{Address, Column, Part};
use super::sheet::{Entry, Sheet};
use crate::engine::ruleset::{FigureForm, Kind, TrackRules};

/// Rows of cells.
pub type Block = Vec<Vec<Rc<str>>>;

/// The cells of a text from the clipboard; none for a text that is one cell only, which the browser itself pastes at the caret.
pub fn block(text: &str) -> Option<Block> {
    // Spreadsheets separate the cells by tabs, and quote a cell that has one, or a line break, in it.
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let row = |record: csv::StringRecord| record.iter().map(|cell| cell.trim().into()).collect::<Vec<Rc<str>>>();
    let mut block: Block = reader.records().filter_map(Result::ok).map(row).collect();
    // A selection that reaches past the last filled row ends with rows that say nothing.
    while block.last().is_some_and(|row| row.iter().all(|cell| cell.is_empty())) {
        block.pop();
    }
    let is_block = block.len() > 1 || block.first().is_some_and(|row| row.len() > 1);
    is_block.then_some(block)
}

/// What goes where: the fields that are filled, and how many values found none.
#[derive(Debug, PartialEq, Eq)]
pub struct Placed {
    /// The fields with their new texts.
    pub cells: Vec<(Address, Rc<str>)>,
    /// How many values found no field.
    pub left_over: usize,
}

/// Places a block whose first cell belongs at an address. A row or a column fills the fields from there on. A block with several
/// rows of years fills the series that follow on the page, `after`, row by row; in a ranked tally, a row is a line. All of
/// `after` are places as `at` is one: a row begins in the same year as the first.
pub fn place(block: &Block, at: Address, after: &[Address], sheet: &Sheet, track: &TrackRules) -> Placed {
    let entry = |figure: Address| &*sheet.side(figure.side)[figure.figure];
    let single = block.len() == 1 || block.iter().all(|row| row.len() == 1);
    let cells = match entry(at) {
        Entry::Kinds { .. } if !single => by_title(block, at, track),
        Entry::Lines { lines, .. } => in_lines(block, at, lines.len()),
        own if single => fill(places_from(at, own), block.iter().flatten()),
        own => {
            let figures = std::iter::once(at).chain(after.iter().copied().filter(|next| same_form(entry(*next), own)));
            figures.zip(block).flat_map(|(figure, row)| fill(places_from(figure, entry(figure)), row.iter())).collect()
        }
    };
    let said = |texts: &mut dyn Iterator<Item = &Rc<str>>| texts.filter(|text| !text.is_empty()).count();
    // Of a table by name, only the counts are values.
    let values = match entry(at) {
        Entry::Kinds { .. } if !single => said(&mut block.iter().filter_map(|row| row.last())),
        _ => said(&mut block.iter().flatten()),
    };
    let left_over = values.saturating_sub(said(&mut cells.iter().map(|(_, text)| text)));
    Placed { cells, left_over }
}

/// The fields of a figure from one on.
fn places_from(at: Address, entry: &Entry) -> Vec<Address> {
    match (at.part, entry) {
        (Part::Entry(first), Entry::Listed(texts)) => {
            (first..texts.len()).map(|place| at.at(Part::Entry(place))).collect()
        }
        (Part::Kind(first), Entry::Kinds { counts, .. }) => {
            (first..counts.len()).map(|place| at.at(Part::Kind(place))).collect()
        }
        _ => vec![at],
    }
}

fn fill<'a>(places: Vec<Address>, cells: impl Iterator<Item = &'a Rc<str>>) -> Vec<(Address, Rc<str>)> {
    places.into_iter().zip(cells.cloned()).collect()
}

fn same_form(one: &Entry, other: &Entry) -> bool {
    matches!((one, other), (Entry::Listed(one), Entry::Listed(other)) if one.len() == other.len())
}

/// A table of kinds by name: the last cell of a row goes to the kind that its first one names.
fn by_title(block: &Block, at: Address, track: &TrackRules) -> Vec<(Address, Rc<str>)> {
    let FigureForm::Tally { kinds, .. } = &track.figures[at.figure].form else { return Vec::new() };
    let named = |row: &Vec<Rc<str>>| {
        let (title, count) = (row.first()?, row.last()?);
        let place = kinds.iter().position(|kind| is_named(kind, title))?;
        Some((at.at(Part::Kind(place)), Rc::clone(count)))
    };
    block.iter().filter(|row| row.len() > 1).filter_map(named).collect()
}

fn is_named(kind: &Kind, title: &str) -> bool {
    let bare = |text: &str| text.replace(['“', '”', '"', ' '], "");
    [&kind.title.zh, &kind.title.en].into_iter().any(|own| bare(own) == bare(title))
}

/// Row by row into the lines that are there; a row of several cells goes on from the count to the rank.
fn in_lines(block: &Block, at: Address, lines: usize) -> Vec<(Address, Rc<str>)> {
    let Part::Line(first, column) = at.part else { return Vec::new() };
    let columns: &[Column] = if column == Column::Rank { &[Column::Rank] } else { &[Column::Count, Column::Rank] };
    let row = |(line, row): (usize, &Vec<Rc<str>>)| {
        fill(columns.iter().map(|column| at.at(Part::Line(line, *column))).collect(), row.iter())
    };
    (first..lines).zip(block).flat_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Placed, block, place};
    use crate::engine::ruleset::{Stage, Track};
    use crate::ui::state::address::{Address, Column, Part, Side};
    use crate::ui::state::submission::sheet;
    use crate::ui::state::testing::{rules, sample_input};

    #[test]
    fn a_single_cell_is_left_to_the_browser() {
        for text in ["", "1,234.5", "1.2亿\r\n", "\n", "约 5 000"] {
            assert_eq!(block(text), None, "{text}");
        }
    }

    #[test]
    fn cells_are_told_apart_as_the_spreadsheet_wrote_them() {
        let table: [(&str, &[&[&str]]); 5] = [
            ("1\t2\t3\r\n", &[&["1", "2", "3"]]),
            ("1\r\n2\r\n3\r\n", &[&["1"], &["2"], &["3"]]),
            ("1,234.50 \t\t３\n", &[&["1,234.50", "", "３"]]),
            ("\"专精特新\"\"小巨人\"\"企业\"\t2\n", &[&["专精特新\"小巨人\"企业", "2"]]),
            ("1\t2\n3\t4\n\t\n", &[&["1", "2"], &["3", "4"]]),
        ];
        for (text, expected) in table {
            let read = block(text).expect(text);
            let read: Vec<Vec<&str>> = read.iter().map(|row| row.iter().map(|cell| &**cell).collect()).collect();
            assert_eq!(read, expected, "{text}");
        }
    }

    /// What is pasted where, what it fills, and how many values find no field.
    #[test]
    fn a_block_fills_the_neighbouring_fields() {
        let rules = rules(Track::Park);
        let sheet = sheet(&sample_input(Track::Park, Stage::Creation), &rules);
        let at = |figure: &str, part| Address { side: Side::Now, figure: rules.figure(figure).unwrap(), part };
        let after = ["rd_spending", "patents", "tech_contracts"].map(|figure| at(figure, Part::Entry(0)));
        let (year, kind) = (Part::Entry, Part::Kind);
        let table: [(&str, Address, &[&str], usize); 11] = [
            (
                "1\t2\t3",
                at("revenue", year(0)),
                &["figures.revenue[0]=1", "figures.revenue[1]=2", "figures.revenue[2]=3"],
                0,
            ),
            (
                "1\n2\n3\n",
                at("revenue", year(0)),
                &["figures.revenue[0]=1", "figures.revenue[1]=2", "figures.revenue[2]=3"],
                0,
            ),
            ("1\t2\t3", at("revenue", year(1)), &["figures.revenue[1]=1", "figures.revenue[2]=2"], 1),
            (
                "1\t2\t3\n4\t5\t6\n7\t8\t9",
                at("revenue", year(0)),
                &[
                    "figures.revenue[0]=1",
                    "figures.revenue[1]=2",
                    "figures.revenue[2]=3",
                    "figures.rd_spending[0]=4",
                    "figures.rd_spending[1]=5",
                    "figures.rd_spending[2]=6",
                    "figures.tech_contracts[0]=7",
                    "figures.tech_contracts[1]=8",
                    "figures.tech_contracts[2]=9",
                ],
                0,
            ),
            ("5\n6\n7\n8", at("patents", kind(1)), &["figures.patents.silver=5", "figures.patents.other=6"], 2),
            (
                "高新技术企业\t30\n专精特新\"小巨人\"企业\t2\n别的\t1",
                at("quality_enterprises", kind(0)),
                &["figures.quality_enterprises.high_tech=30", "figures.quality_enterprises.little_giant=2"],
                1,
            ),
            ("4200\t1", at("employees", Part::Whole), &["figures.employees=4200"], 1),
            (
                "3\n4\n5",
                at("platforms", Part::Line(0, Column::Count)),
                &["figures.platforms[0].count=3", "figures.platforms[1].count=4"],
                1,
            ),
            (
                "3\t1\n4\t2",
                at("platforms", Part::Line(0, Column::Count)),
                &[
                    "figures.platforms[0].count=3",
                    "figures.platforms[0].rank=1",
                    "figures.platforms[1].count=4",
                    "figures.platforms[1].rank=2",
                ],
                0,
            ),
            ("2\n3", at("platforms", Part::Line(1, Column::Rank)), &["figures.platforms[1].rank=2"], 1),
            (
                "1\t\t3",
                at("revenue", year(0)),
                &["figures.revenue[0]=1", "figures.revenue[1]=", "figures.revenue[2]=3"],
                0,
            ),
        ];
        for (text, first, expected, left_over) in table {
            let Placed { cells, left_over: found } = place(&block(text).unwrap(), first, &after, &sheet, &rules);
            let cells: Vec<_> = cells.iter().map(|(at, text)| [&at.name(&rules), "=", text].concat()).collect();
            assert_eq!(
                (cells.as_slice(), found),
                (expected.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>().as_slice(), left_over),
                "{text}"
            );
        }
    }
}
