//! What is read of a file as one run of bytes, and back: by this the module and the page hand over to each other.
//!
//! It consists of numbers and texts, in the order of the fields in `workbook.rs`. A number is its digits and a blank; a text is its length
//! in bytes, written as a number, and its bytes. Both ends are of one version, which the page checks before it asks.

use crate::refusal::Refusal;
use crate::workbook::{Cell, Remark, Sheet, Table, Workbook};

/// What a cell has beside nothing, added up.
mod part {
    pub const TEXT: usize = 1;
    pub const NUMBER: usize = 2;
    pub const FORMAT: usize = 4;
    pub const HIDDEN: usize = 8;
    pub const MERGED: usize = 16;
}

/// Writes what was read of a file, or why nothing was.
pub fn write(read: &Result<Workbook, Refusal>) -> Vec<u8> {
    let mut to = Writer::default();
    to.outcome(read, |to, workbook| {
        to.list(&workbook.sheets, Writer::sheet);
        to.list(&workbook.remarks, Writer::remark);
    });
    to.0
}

/// Reads what was written. None if it is anything else.
pub fn read(bytes: &[u8]) -> Option<Result<Workbook, Refusal>> {
    let mut from = Reader(bytes);
    let read =
        from.outcome(|from| Some(Workbook { sheets: from.list(Reader::sheet)?, remarks: from.list(Reader::remark)? }))?;
    from.0.is_empty().then_some(read)
}

impl Writer {
    /// The code of a refusal and what was found instead, or a blank code and what was read.
    fn outcome<T>(&mut self, outcome: &Result<T, Refusal>, write: impl Fn(&mut Writer, &T)) {
        match outcome {
            Ok(read) => {
                self.text("");
                write(self, read);
            }
            Err(refusal) => {
                self.text(refusal.code());
                self.text(refusal.found().unwrap_or_default());
            }
        }
    }

    fn sheet(&mut self, sheet: &Sheet) {
        self.text(&sheet.title);
        self.number(sheet.is_hidden.into());
        self.outcome(&sheet.table, Writer::table);
    }

    fn table(&mut self, table: &Table) {
        self.list(&table.rows, |to, row| to.list(row, Writer::cell));
        self.list(&table.hidden_rows, |to, row| to.number(*row));
        self.list(&table.hidden_columns, |to, column| to.number(*column));
        self.number(table.is_filtered.into());
        self.list(&table.uncomputed, |to, at| to.pair(*at));
        self.number(table.formulas);
    }

    /// A blank cell is two bytes, for a table has many.
    fn cell(&mut self, cell: &Cell) {
        let has = |part: usize, is_there: bool| if is_there { part } else { 0 };
        self.number(
            has(part::TEXT, !cell.text.is_empty())
                + has(part::NUMBER, cell.number.is_some())
                + has(part::FORMAT, !cell.format.is_empty())
                + has(part::HIDDEN, cell.hidden)
                + has(part::MERGED, cell.merged != (1, 1)),
        );
        let texts = [Some(&cell.text), cell.number.as_ref(), Some(&cell.format)];
        for (at, text) in texts.into_iter().enumerate() {
            // A number is there or not; of the others, a blank one is not written.
            if let Some(text) = text.filter(|text| at == 1 || !text.is_empty()) {
                self.text(text);
            }
        }
        if cell.merged != (1, 1) {
            self.pair(cell.merged);
        }
    }

    fn remark(&mut self, remark: &Remark) {
        match remark {
            Remark::Macros => self.number(0),
            Remark::From1904 => self.number(1),
            Remark::ComputedOnOpening => self.number(2),
            Remark::NoTable(title) => {
                self.number(3);
                self.text(title);
            }
        }
    }
}

impl Reader<'_> {
    fn outcome<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Result<T, Refusal>> {
        let code = self.text()?;
        if code.is_empty() {
            return Some(Ok(read(self)?));
        }
        let found = self.text()?;
        Refusal::named(&code, &found).map(Err)
    }

    fn sheet(&mut self) -> Option<Sheet> {
        Some(Sheet { title: self.text()?, is_hidden: self.flag()?, table: self.outcome(Self::table)? })
    }

    fn table(&mut self) -> Option<Table> {
        Some(Table {
            rows: self.list(|from| from.list(Self::cell))?,
            hidden_rows: self.list(Self::number)?,
            hidden_columns: self.list(Self::number)?,
            is_filtered: self.flag()?,
            uncomputed: self.list(Self::pair)?,
            formulas: self.number()?,
        })
    }

    fn cell(&mut self) -> Option<Cell> {
        let parts = self.number()?;
        let mut cell = Cell { hidden: parts & part::HIDDEN != 0, ..Cell::default() };
        if parts & part::TEXT != 0 {
            cell.text = self.text()?;
        }
        if parts & part::NUMBER != 0 {
            cell.number = Some(self.text()?);
        }
        if parts & part::FORMAT != 0 {
            cell.format = self.text()?;
        }
        if parts & part::MERGED != 0 {
            cell.merged = self.pair()?;
        }
        Some(cell)
    }

    fn remark(&mut self) -> Option<Remark> {
        Some(match self.number()? {
            0 => Remark::Macros,
            1 => Remark::From1904,
            2 => Remark::ComputedOnOpening,
            3 => Remark::NoTable(self.text()?),
            _ => return None,
        })
    }
}

/// Bytes as they grow.
#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: usize) {
        let mut digits = [0; 20];
        let (mut at, mut rest) = (digits.len(), number);
        while rest > 0 || at == digits.len() {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        self.0.extend_from_slice(&digits[at..]);
        self.0.push(b' ');
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Writer, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    fn pair(&mut self, (first, second): (usize, usize)) {
        self.number(first);
        self.number(second);
    }
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<usize> {
        let length = self.0.iter().position(|byte| *byte == b' ').filter(|length| *length > 0)?;
        let (digits, rest) = self.0.split_at(length);
        self.0 = &rest[1..];
        digits.iter().try_fold(0usize, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| usize::from(digit - b'0'))?;
            number.checked_mul(10)?.checked_add(digit)
        })
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.number()? != 0)
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| read(self)).collect()
    }

    fn pair(&mut self) -> Option<(usize, usize)> {
        Some((self.number()?, self.number()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that a workbook may have, with texts that look like the marks between them.
    fn workbook() -> Workbook {
        let cell = |text: &str| Cell { text: text.into(), ..Cell::default() };
        let rows = vec![
            vec![],
            vec![Cell::default(), cell("5 甲 \0\n"), cell("")],
            vec![
                Cell { number: Some("0.5".into()), format: "0%".into(), hidden: true, ..cell("50%") },
                Cell { number: Some(String::new()), merged: (2, 1 << 14), ..Cell::default() },
            ],
        ];
        let table = Table {
            rows,
            hidden_rows: vec![0, 1 << 20],
            hidden_columns: vec![7],
            is_filtered: true,
            uncomputed: vec![(1, 2), (0, 0)],
            formulas: 3,
        };
        Workbook {
            sheets: vec![
                Sheet { title: "汇总 1".into(), is_hidden: false, table: Ok(table) },
                Sheet { title: String::new(), is_hidden: true, table: Err(Refusal::TooLarge) },
            ],
            remarks: vec![Remark::Macros, Remark::From1904, Remark::ComputedOnOpening, Remark::NoTable("图 12".into())],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for read_of_a_file in [Ok(workbook()), Ok(Workbook::default())].into_iter().chain(Refusal::ALL.map(Err)) {
            assert_eq!(read(&write(&read_of_a_file)), Some(read_of_a_file));
        }
    }

    #[test]
    fn blank_cells_take_two_bytes() {
        let with = |cells: usize| {
            let table = Table { rows: vec![vec![Cell::default(); cells]], ..Table::default() };
            let sheet = Sheet { title: String::new(), is_hidden: false, table: Ok(table) };
            write(&Ok(Workbook { sheets: vec![sheet], remarks: vec![] })).len()
        };
        assert_eq!(with(9) - with(1), 16);
    }

    #[test]
    fn anything_else_is_not_read() {
        let written = write(&Ok(workbook()));
        for length in 0..written.len() {
            assert_eq!(read(&written[..length]), None, "the first {length} bytes");
        }
        assert_eq!(read(&[&written[..], b" "].concat()), None);
        for other in [&b"0 99999999999999999999 "[..], b"0 18446744073709551615 ", b"3 odd0 ", b"0 1 1 \xff0 ", b" "] {
            assert_eq!(read(other), None, "{other:?}");
        }
    }
}
