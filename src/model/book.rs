//! A workbook that was opened: its sheets as tables, of which one is read.

use std::rc::Rc;

use super::notice::{FileRefusal, Notice};
use super::preview::Preview;
use super::store::Store;
use engine::address::Address;
use intake::reading::{At, Reading};
use intake::{Table, template};

/// A workbook.
#[derive(Debug, Default, PartialEq)]
pub struct Book {
    /// The sheets that have a table, in their order.
    pub sheets: Vec<Sheet>,
    /// What has to be said of it.
    pub remarks: Vec<Remark>,
}

/// A sheet of a workbook.
#[derive(Debug, PartialEq)]
pub struct Sheet {
    /// What its tab says.
    pub title: Rc<str>,
    /// Whether its tab is hidden.
    pub is_hidden: bool,
    /// Its cells.
    pub table: Rc<Table>,
    /// The cells whose formula has no result in the file. They are blank in the table.
    pub uncomputed: Vec<At>,
    /// Whether a filter decides which rows are shown.
    pub is_filtered: bool,
}

/// Something that a person should know of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It has macros. They are not run.
    Macros,
    /// The program that wrote it did perhaps not compute the results of its formulas.
    ComputedOnOpening,
    /// A sheet with this title was not read.
    NotRead(Rc<str>),
}

impl Store {
    /// Shows the sheet of a workbook from which most is read; of equal ones the first, and a hidden one last. Of our own template the
    /// sheets are shown one after the other.
    pub(super) fn read_book(&mut self, book: Rc<Book>, at: Option<Address>) {
        if let Some(first) = self.filled_in(&book, 0, at) {
            return self.preview = Some(Rc::new(first));
        }
        // Beside the sheets of our own template there are only those that say how to fill them in.
        let is_ours = |sheet: &Sheet| template::mark(&sheet.table).is_some();
        let has_ours = book.sheets.iter().any(is_ours);
        let mut best: Option<((usize, bool), Preview)> = None;
        for (index, sheet) in book.sheets.iter().enumerate().filter(|(_, sheet)| !has_ours || is_ours(sheet)) {
            let Some(preview) = self.preview_of(Rc::clone(&sheet.table), at, Vec::new()) else { continue };
            let worth = (cells_used(&preview.reading), !sheet.is_hidden);
            if best.as_ref().is_none_or(|(other, _)| worth > *other) {
                best = Some((worth, Preview { book: Some((Rc::clone(&book), index)), ..preview }));
            }
        }
        match best {
            Some((_, preview)) => self.preview = Some(Rc::new(preview)),
            None => self.notice = Some(Notice::NotOpened(FileRefusal::NoSheet)),
        }
    }

    /// The next sheet of a template, from one on, in which anything is filled in.
    fn filled_in(&self, book: &Rc<Book>, from: usize, at: Option<Address>) -> Option<Preview> {
        let sheets = book.sheets.iter().enumerate().skip(from);
        let mut previews =
            sheets.filter(|(_, sheet)| template::mark(&sheet.table).is_some()).filter_map(|(index, sheet)| {
                let preview = self.preview_of(Rc::clone(&sheet.table), at, Vec::new())?;
                Some(Preview { book: Some((Rc::clone(book), index)), ..preview })
            });
        previews.find(Preview::says_something)
    }

    /// Shows the sheet that comes after one of a template; nothing after any other.
    pub(super) fn go_on_with_book(&mut self, written: &Preview) {
        let Some((book, index)) = &written.book else { return };
        if template::mark(&written.table).is_some() {
            self.preview = self.filled_in(book, index + 1, written.at).map(Rc::new);
        }
    }

    /// Shows another sheet of the workbook.
    pub(super) fn choose_sheet(&mut self, index: usize) {
        let Some(shown) = self.preview.take() else { return };
        let chosen = shown.book.as_ref().and_then(|(book, _)| Some((book, book.sheets.get(index)?)));
        let Some((book, sheet)) = chosen else { return self.preview = Some(shown) };
        let preview = self.preview_of(Rc::clone(&sheet.table), shown.at, Vec::new());
        self.preview = preview.map(|preview| Rc::new(Preview { book: Some((Rc::clone(book), index)), ..preview }));
    }
}

/// How many cells a reading uses.
fn cells_used(reading: &Reading) -> usize {
    reading.used.iter().map(|used| used.to.0 - used.cell.0 + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::{Book, Sheet};
    use crate::action::Action;
    use crate::notice::{FileRefusal, Notice};
    use crate::store::Store;
    use crate::testing::rulesets;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use intake::Table;
    use std::rc::Rc;

    fn book(sheets: &[(&str, bool, &str)]) -> Rc<Book> {
        let sheet = |(title, is_hidden, text): &(&str, bool, &str)| Sheet {
            title: (*title).into(),
            is_hidden: *is_hidden,
            table: Rc::new(Table::of_text(text).expect("a small table")),
            uncomputed: Vec::new(),
            is_filtered: false,
        };
        Rc::new(Book { sheets: sheets.iter().map(sheet).collect(), remarks: Vec::new() })
    }

    #[test]
    fn the_sheet_from_which_most_is_read_is_proposed_and_another_can_be_chosen() {
        let store = Store::new(rulesets(), Lang::Zh);
        let store = store.after(Action::ChooseTrack(Track::Park)).after(Action::ChooseStage(Stage::Creation));
        let years = "指标\t2023\t2024\t2025\n营业收入（亿元）\t98\t102\t110\n";
        let more = "研发投入（亿元）\t3\t4\t5\n";
        let table = [
            // the sheets | which is proposed
            (vec![("说明", false, "填表说明"), ("数据", false, years)], Some(1)),
            (vec![("数据", false, years), ("旧", false, years)], Some(0)),
            (vec![("旧", true, years), ("数据", false, years)], Some(1)),
            (vec![("少", false, years), ("多", false, &*[years, more].concat())], Some(1)),
            (vec![], None),
        ]
        .map(|(sheets, proposed)| (book(&sheets), proposed));
        for (book, proposed) in table {
            let shown = store.after(Action::ReadBook(Rc::clone(&book), None));
            let index = shown.preview.as_ref().and_then(|preview| Some(preview.book.as_ref()?.1));
            assert_eq!(index, proposed);
            match proposed {
                None => assert_eq!(shown.notice, Some(Notice::NotOpened(FileRefusal::NoSheet))),
                Some(_) => {
                    let other = shown.after(Action::ChooseSheet(0));
                    let preview = other.preview.as_ref().expect("shown");
                    assert!(Rc::ptr_eq(&preview.table, &book.sheets[0].table));
                    assert!(other.after(Action::ChooseSheet(9)).preview.is_some(), "there is no such sheet");
                    assert!(shown.workspace == store.workspace, "nothing is written");
                }
            }
        }
    }
}
