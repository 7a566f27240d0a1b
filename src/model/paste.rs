//! A block of cells from a spreadsheet, and the fields that it fills.

use std::rc::Rc;

use super::clipping::{Block, by_figure, has_digits};
use super::sheet::{Entry, Sheet};
use engine::address::{Address, Column, Part};
use engine::ids::{KindId, Table};
use engine::number::NumberKind;
use engine::ruleset::{FigureForm, Kind, TrackRules};

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
pub fn place_block(block: &Block, at: Address, after: &[Address], sheet: &Sheet, track: &TrackRules) -> Placed {
    let entry = |figure: Address| &*sheet.side(figure.side)[figure.figure];
    let form = &track.figures[at.figure].form;
    match entry(at) {
        Entry::Kinds { .. } if names_kinds(block, form.kinds()) => by_title(block, at, form.kinds()),
        Entry::Lines { lines, .. } => in_lines(block, at, lines.len(), form.kinds()),
        own => {
            let places = places_from(at, own).len();
            let whole = if let Entry::Listed(texts) = own { texts.len() } else { places };
            let figures = std::iter::once(at).chain(after.iter().copied().filter(|next| same_form(entry(*next), own)));
            let rows = by_figure(block, whole, kind_of(form));
            let cells = figures.zip(&rows).flat_map(|(figure, row)| fill(places_from(figure, entry(figure)), row));
            placed(cells.collect(), said(rows.iter().flatten()))
        }
    }
}

impl Placed {
    /// Writes the texts, in lines that are added where they are not there yet.
    pub fn write(self, sheet: &mut Sheet) {
        for (at, text) in self.cells {
            if let Part::Line(line, _) = at.part {
                let entry = sheet.entry_mut(at.side, at.figure);
                while matches!(entry, Entry::Lines { lines, .. } if lines.len() <= line) {
                    entry.add_line();
                }
            }
            sheet.write(at, text);
        }
    }

    /// Leaves out what is at places that cannot be typed into.
    pub fn without(mut self, is_given: impl Fn(Address) -> bool) -> Placed {
        let said_before = said(self.cells.iter().map(|(_, text)| text));
        self.cells.retain(|(at, _)| !is_given(*at));
        self.left_over += said_before - said(self.cells.iter().map(|(_, text)| text));
        self
    }
}

/// The cells that were placed out of so many values.
fn placed(cells: Vec<(Address, Rc<str>)>, values: usize) -> Placed {
    let left_over = values.saturating_sub(said(cells.iter().map(|(_, text)| text)));
    Placed { cells, left_over }
}

fn said<'a>(texts: impl Iterator<Item = &'a Rc<str>>) -> usize {
    texts.filter(|text| !text.is_empty()).count()
}

/// How the numbers of a figure are read; a sign is for the field to refuse.
fn kind_of(form: &FigureForm) -> NumberKind {
    match form {
        FigureForm::Amount { .. } | FigureForm::Series { .. } => NumberKind::SignedAmount,
        FigureForm::Rates => NumberKind::Percent,
        FigureForm::Count { .. } | FigureForm::Tally { .. } => NumberKind::Count,
    }
}

/// The fields of a figure from one on.
fn places_from(at: Address, entry: &Entry) -> Vec<Address> {
    match (at.part, entry) {
        (Part::Entry(first), Entry::Listed(texts)) => {
            (first..texts.len()).map(|index| at.at(Part::Entry(index))).collect()
        }
        (Part::Kind(first), Entry::Kinds { counts, .. }) => {
            counts.ids().filter(|kind| *kind >= first).map(|kind| at.at(Part::Kind(kind))).collect()
        }
        _ => vec![at],
    }
}

fn fill(places: Vec<Address>, cells: &[Rc<str>]) -> Vec<(Address, Rc<str>)> {
    places.into_iter().zip(cells.iter().cloned()).collect()
}

fn same_form(one: &Entry, other: &Entry) -> bool {
    matches!((one, other), (Entry::Listed(one), Entry::Listed(other)) if one.len() == other.len())
}

/// The kind that a cell names.
fn kind_named(kinds: &Table<KindId, Kind>, cell: &str) -> Option<KindId> {
    let bare = |text: &str| text.replace(['“', '”', '"', ' '], "");
    kinds.find(|kind| [&kind.title.zh, &kind.title.en].into_iter().any(|own| bare(own) == bare(cell)))
}

/// Whether a block is a table of kinds: it names some, or no sequence of counts can be read out of it.
fn names_kinds(block: &Block, kinds: &Table<KindId, Kind>) -> bool {
    let is_table = block.len() > 1 && block.iter().any(|row| row.len() > 1);
    is_table || block.iter().flatten().any(|cell| kind_named(kinds, cell).is_some())
}

/// A table of kinds by name: the last filled cell of a row goes to the kind that its first filled one names.
fn by_title(block: &Block, at: Address, kinds: &Table<KindId, Kind>) -> Placed {
    let filled = |row: &Vec<Rc<str>>| {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        let title = filled.next()?;
        Some((Rc::clone(title), Rc::clone(filled.next_back().filter(|count| has_digits(count))?)))
    };
    // Of a table by name, only the counts are values.
    let rows: Vec<_> = block.iter().filter_map(filled).collect();
    let named =
        |(title, count): &(Rc<str>, Rc<str>)| Some((at.at(Part::Kind(kind_named(kinds, title)?)), Rc::clone(count)));
    placed(rows.iter().filter_map(named).collect(), rows.len())
}

/// Row by row into the lines, as many as there are rows that name a kind. Rows of numbers alone fill the lines that are there,
/// from the count on to the rank.
fn in_lines(block: &Block, at: Address, lines: usize, kinds: &Table<KindId, Kind>) -> Placed {
    let Part::Line(first, column) = at.part else { return placed(Vec::new(), said(block.iter().flatten())) };
    let place_of_name = |row: &[Rc<str>]| row.iter().position(|cell| kind_named(kinds, cell).is_some());
    let values = block.iter().filter(|row| row.iter().any(|cell| has_digits(cell)));
    let all = said(values.clone().flatten());
    if block.iter().any(|row| place_of_name(row).is_some()) {
        let named = block.iter().filter_map(|row| Some(&row[place_of_name(row)?..]));
        let line = |(line, row): (usize, &[Rc<str>])| {
            let kind = kind_named(kinds, &row[0]).map_or("", |kind| kinds[kind].id.as_str());
            let mut numbers = row.iter().filter(|cell| cell.is_empty() || has_digits(cell)).cloned();
            let mut number = || numbers.next().unwrap_or_else(|| "".into());
            let texts = [(Column::Kind, kind.into()), (Column::Count, number()), (Column::Rank, number())];
            texts.map(|(column, text)| (at.at(Part::Line(line, column)), text))
        };
        return placed((first..).zip(named).flat_map(line).collect(), all);
    }
    let columns: &[Column] = if column == Column::Rank { &[Column::Rank] } else { &[Column::Count, Column::Rank] };
    // Nobody knows which line a row with another text is about.
    let numbers = values.filter(|row| row.iter().all(|cell| cell.is_empty() || has_digits(cell)));
    let line = |(line, row): (usize, &Vec<Rc<str>>)| {
        let empty = row.iter().take(row.len().saturating_sub(columns.len())).take_while(|cell| cell.is_empty()).count();
        fill(columns.iter().map(|column| at.at(Part::Line(line, *column))).collect(), &row[empty..])
    };
    placed((first..lines).zip(numbers).flat_map(line).collect(), all)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::place_block;
    use crate::action::Action;
    use crate::clipping::block;
    use crate::data::sheet;
    use crate::notice::Notice;
    use crate::scenarios::Scenario;
    use crate::sheet::Entry;
    use crate::store::Store;
    use crate::testing::{rows, rules, rulesets, sample_input};
    use engine::address::{Address, Column, Part, Side};
    use engine::names::Named;
    use engine::ruleset::{Stage, Track, TrackRules};
    use engine::text::Lang;

    /// The address of a path like `figures.patents.silver`.
    fn address(path: &str, rules: &TrackRules) -> Address {
        let all = rules.figures.with_ids().flat_map(|(figure, rule)| {
            let whole = Address::whole(Side::Now, figure);
            let lines = (0..9).flat_map(|line| Column::ALL.iter().map(move |column| Part::Line(line, *column)));
            let kinds = rule.form.kinds().ids().map(Part::Kind);
            let parts = std::iter::once(Part::Whole).chain((0..3).map(Part::Entry)).chain(kinds).chain(lines);
            parts.map(move |part| whole.at(part)).collect::<Vec<_>>()
        });
        all.into_iter().find(|address| address.path(rules) == path).unwrap_or_else(|| panic!("{path} is no address"))
    }

    #[test]
    fn a_block_fills_the_neighbouring_fields() {
        let rules = rules(Track::Park);
        let sheet = sheet(&sample_input(Track::Park, Stage::Creation), &rules);
        let after = ["figures.rd_spending[0]", "figures.patents", "figures.tech_contracts[0]"];
        let after = after.map(|path| address(path, &rules));
        for (line, cells) in rows(include_str!("../../tests/cases/paste.txt")) {
            let [pasted, at, fills, left_over] = cells[..] else { panic!("line {line}: four columns") };
            let text = pasted.replace('⇥', "\t").replace('↵', "\n");
            let placed = place_block(&block(&text).unwrap(), address(at, &rules), &after, &sheet, &rules);
            let filled =
                placed.cells.iter().map(|(at, text)| [&at.path(&rules), " = ", text].concat().trim_end().to_owned());
            let expected: Vec<_> = fills.split(" ; ").filter(|fill| *fill != "-").collect();
            assert_eq!(filled.collect::<Vec<_>>(), expected, "line {line}: {pasted}");
            assert_eq!(placed.left_over.to_string(), left_over, "line {line}: {pasted}");
        }
    }

    #[test]
    fn what_is_given_is_not_pasted_over_and_lines_are_added_once() {
        let begun = Store::new(rulesets(), Lang::Zh)
            .after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)))
            .after(Action::Show(Scenario::Targets));
        let rules = begun.rules().unwrap();
        let at = |figure: &str, part| Address { side: Side::Now, figure: rules.figure(figure).unwrap(), part };
        let paste = |store: &Store, text: &str, at| store.after(Action::Paste(at, block(text).unwrap()));
        let revenue = at("revenue", Part::Entry(0));
        let texts = |store: &Store| {
            let entry = Rc::clone(&store.sheet().unwrap().figures[revenue.figure]);
            entry.amounts().iter().map(|amount| amount.text().to_string()).collect::<Vec<_>>()
        };
        let given = texts(&begun).swap_remove(0);
        let pasted = paste(&begun, "7\t8\t9", revenue);
        assert_eq!(texts(&pasted), [given, "8".to_owned(), "9".to_owned()]);
        assert_eq!((&pasted.notice, pasted.offers_undo()), (&Some(Notice::Pasted([revenue.figure].into(), 1)), true));

        let platforms = at("platforms", Part::Line(0, Column::Count));
        let line = begun.after(Action::AddLine(Side::Now, platforms.figure));
        let table = "国家实验室\t1\t\n国家技术创新中心\t2\t3";
        for store in [paste(&line, table, platforms), paste(&paste(&line, table, platforms), table, platforms)] {
            let Entry::Lines { lines, .. } = &*store.sheet().unwrap().figures[platforms.figure] else {
                panic!("ranked")
            };
            let shown: Vec<_> =
                lines.iter().map(|line| (line.key, &*line.kind, &**line.count.text(), &**line.rank.text())).collect();
            assert_eq!(shown, [(0, "national_laboratory", "1", ""), (1, "technology_innovation_center", "2", "3")]);
        }

        let nothing = paste(&begun, "别的\t说明", revenue);
        assert_eq!((nothing.sheet(), nothing.offers_undo()), (begun.sheet(), false));
        assert_eq!(nothing.notice, Some(Notice::Pasted([].into(), 0)));
    }
}
