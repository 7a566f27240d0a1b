//! Formulas of a spreadsheet, as texts: how cells are named, and the few pieces of which all formulas here are made.
//!
//! A spreadsheet computes with floats, so nothing that decides is left to a decimal fraction: see `exact.rs`.

use engine::exact::{Exact, Rounding};
use engine::number::NumberKind;
use office::workbook::At;

/// The states of a number, of which the largest counts where several come together.
pub mod state {
    /// It is known.
    pub const KNOWN: &str = "0";
    /// It would take a division by zero.
    pub const NOT_COMPUTABLE: &str = "1";
    /// An entry is absent.
    pub const MISSING: &str = "2";
    /// An entry cannot be used.
    pub const REFUSED: &str = "3";
    /// A weight or a threshold is not stated.
    pub const UNSTATED: &str = "4";
}

/// Cells of a sheet, from the first to the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The title of their sheet.
    pub sheet: String,
    /// The first.
    pub from: At,
    /// The last.
    pub to: At,
}

impl Cells {
    /// A single cell.
    pub fn one(sheet: &str, at: At) -> Cells {
        Cells { sheet: sheet.to_owned(), from: at, to: at }
    }

    /// Cells one below the other.
    pub fn column(sheet: &str, column: usize, rows: core::ops::Range<usize>) -> Cells {
        Cells { sheet: sheet.to_owned(), from: (rows.start, column), to: (rows.end.saturating_sub(1), column) }
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        (self.to.0 + 1 - self.from.0) * (self.to.1 + 1 - self.from.1)
    }

    /// As a formula names them: `'数据'!$D$5:$F$5`.
    pub fn text(&self) -> String {
        let mut text = ["'", &self.sheet.replace('\'', "''"), "'!", &fixed(self.from)].concat();
        if self.from != self.to {
            text.push(':');
            text.push_str(&fixed(self.to));
        }
        text
    }
}

/// A formula, and the number that it comes to; none where it is too large to be worked out here.
#[derive(Clone, Debug)]
pub struct Worked {
    /// The formula.
    pub code: String,
    /// The number.
    pub number: Option<Exact>,
}

impl Worked {
    /// A number.
    pub fn whole(number: i64) -> Worked {
        Worked { code: number.to_string(), number: Some(Exact::whole(number)) }
    }

    /// self × other
    pub fn times(&self, other: &Worked) -> Worked {
        let number = self.number.zip(other.number).and_then(|(a, b)| a.times(b).ok());
        Worked { code: coded("{0}*{1}", &[&self.code, &other.code]), number }
    }

    /// self + other
    pub fn plus(&self, other: &Worked) -> Worked {
        let number = self.number.zip(other.number).and_then(|(a, b)| a.plus(b).ok());
        Worked { code: coded("({0}+{1})", &[&self.code, &other.code]), number }
    }

    /// self − other
    pub fn minus(&self, other: &Worked) -> Worked {
        let number = self.number.zip(other.number).and_then(|(a, b)| a.minus(b).ok());
        Worked { code: coded("({0}-{1})", &[&self.code, &other.code]), number }
    }
}

/// A number as a spreadsheet holds it: to some fifteen digits.
pub fn held(number: Exact) -> String {
    let is_small = Exact::whole(-SMALL) < number && number < Exact::whole(SMALL);
    number.shown(if is_small { 15 } else { 10 }, Rounding::HalfAway).to_string()
}

/// Below it there is room for fifteen decimals.
const SMALL: i64 = 1_000_000_000;

/// A cell that stays where it is when the formula is moved: `$D$5`.
fn fixed(at: At) -> String {
    let name = intake::reading::cell_text(at);
    let digits = name.find(|sign: char| sign.is_ascii_digit()).unwrap_or(name.len());
    let (letters, row) = name.split_at(digits);
    ["$", letters, "$", row].concat()
}

/// A formula with its parts in place: `{0}` stands for the first.
pub fn coded(form: &str, parts: &[&str]) -> String {
    let mut pieces = form.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('}').unwrap_or(("", piece));
        text.push_str(number.parse().ok().and_then(|number: usize| parts.get(number)).unwrap_or(&""));
        text.push_str(rest);
    }
    text
}

/// A text as a formula has it.
pub fn quoted(text: &str) -> String {
    ["\"", &text.replace('"', "\"\""), "\""].concat()
}

/// The largest of numbers.
pub fn largest(numbers: &[String]) -> String {
    match numbers {
        [one] => one.clone(),
        all => coded("MAX({0})", &[&all.join(",")]),
    }
}

/// The sum of cells.
pub fn sum(cells: &Cells) -> String {
    if cells.count() == 1 { cells.text() } else { coded("SUM({0})", &[&cells.text()]) }
}

/// The state of amounts, or of rates: all of them have to be there, with no more than six decimals.
pub fn state_of_amounts(cells: &Cells, signed: bool) -> String {
    let (cells, most) = (&cells.text(), &NumberKind::Amount.most().to_string());
    let least = &*if signed { ["<=-", most].concat() } else { "<0".to_owned() };
    let size = "COUNTIF({0},\"{1}\")>0,COUNTIF({0},\">={2}\")>0";
    // How many decimals a large number has a spreadsheet cannot tell.
    let decimals = "SUMPRODUCT((ABS({0})<1E9)*(ROUND({0},6)<>{0}))>0";
    let wrong = coded(&[size, decimals].join(","), &[cells, least, most]);
    let missing = if_else(&coded("COUNTBLANK({0})>0", &[cells]), state::MISSING, state::KNOWN);
    numbers_or_blank(cells, &wrong, &missing)
}

/// The state of counts. Of several, those that are absent count as none.
pub fn state_of_counts(cells: &Cells) -> String {
    let cells = &cells.text();
    let all_blank = coded("COUNTBLANK({0})=ROWS({0})*COLUMNS({0})", &[cells]);
    numbers_or_blank(cells, &wrong_counts(cells), &if_else(&all_blank, state::MISSING, state::KNOWN))
}

/// Whether cells hold what is no count.
pub fn wrong_counts(cells: &str) -> String {
    let most = NumberKind::Count.most().to_string();
    coded("COUNTIF({0},\"<0\")>0,COUNTIF({0},\">{2}\")>0,{1}", &[cells, &fractions(cells), &most])
}

/// Whether cells hold what is no rank.
pub fn wrong_ranks(cells: &str) -> String {
    let most = NumberKind::Rank.most().to_string();
    coded("COUNTIF({0},\"<1\")>0,COUNTIF({0},\">{2}\")>0,{1}", &[cells, &fractions(cells), &most])
}

fn fractions(cells: &str) -> String {
    coded("SUMPRODUCT(--(INT({0})<>{0}))>0", &[cells])
}

/// Refused where any cell has something else than a number in it, or a wrong one; else what `then` says. Only numbers come to be asked
/// whether they are wrong, so no text is computed with. Cells are counted by the spreadsheet: rows may be inserted.
pub fn numbers_or_blank(cells: &str, wrong: &str, then: &str) -> String {
    let others = coded("COUNT({0})+COUNTBLANK({0})<ROWS({0})*COLUMNS({0})", &[cells]);
    let truths = coded("SUMPRODUCT(--ISLOGICAL({0}))>0", &[cells]);
    let refused = coded("OR({0},{1})", &[&others, &truths]);
    if_else(&refused, state::REFUSED, &if_else(&coded("OR({0})", &[wrong]), state::REFUSED, then))
}

/// The state of weights: unstated where any of the cells is blank.
pub fn state_of_weights(cells: &Cells) -> String {
    let cells = &cells.text();
    let blank = if_else(&coded("COUNT({0})<ROWS({0})", &[cells]), state::UNSTATED, state::KNOWN);
    numbers_or_blank(cells, &coded("COUNTIF({0},\"<0\")>0", &[cells]), &blank)
}

/// One or the other.
pub fn if_else(condition: &str, then: &str, otherwise: &str) -> String {
    coded("IF({0},{1},{2})", &[condition, then, otherwise])
}

#[cfg(test)]
mod tests {
    use super::{Cells, coded, quoted};

    #[test]
    fn parts_stand_where_the_form_has_them() {
        assert_eq!(coded("IF({0}>0,{1},-{0})", &["A1", "\"{0}\""]), "IF(A1>0,\"{0}\",-A1)");
        assert_eq!(coded("A1", &[]), "A1");
    }

    #[test]
    fn cells_are_named_as_a_formula_has_them() {
        // sheet | from | to | text
        let table = [
            ("数据", (4, 3), (4, 5), "'数据'!$D$5:$F$5"),
            ("数据", (4, 3), (4, 3), "'数据'!$D$5"),
            ("甲's", (0, 26), (9, 26), "'甲''s'!$AA$1:$AA$10"),
        ];
        for (sheet, from, to, text) in table {
            assert_eq!(Cells { sheet: sheet.into(), from, to }.text(), text);
        }
        assert_eq!(quoted("甲\"乙"), "\"甲\"\"乙\"");
    }
}
