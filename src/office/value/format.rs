//! Number formats: `0.00%`, `#,##0.00_ ;-#,##0.00`, `yyyy"年"m"月"`.

use core::cmp::Ordering;

use super::date::{DateSystem, Moment};
use super::decimal::Decimal;
use super::render::{moment, number};
use super::section::{Comparison, Piece, Section};

/// A number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// The code as the workbook has it; empty for `General`.
    pub code: String,
    sections: Vec<Section>,
}

/// What is shown of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A number, and whether it is shown a hundred times as large, as a percentage.
    Number(String, bool),
    /// A date or a time. The number behind it is a count of days, and no figure.
    Moment(String),
}

/// The longest code that Excel takes is of 255 characters.
const LONGEST: usize = 1024;

impl Format {
    /// Reads a format's code.
    pub fn read(code: &str) -> Format {
        if code.eq_ignore_ascii_case("general") || code.is_empty() || code.len() > LONGEST {
            return Format::default();
        }
        Format { code: code.to_owned(), sections: split(code).into_iter().map(Section::read).collect() }
    }

    /// The format that a number below 164 stands for, as a Chinese Excel has it.
    pub fn built_in(id: u16) -> Format {
        let code = match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            5 | 6 => "\"¥\"#,##0;\"¥\"-#,##0",
            7 | 8 => "\"¥\"#,##0.00;\"¥\"-#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            12 => "# ?/?",
            13 => "# ??/??",
            14 => "yyyy/m/d",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "h:mm",
            21 => "h:mm:ss",
            22 => "yyyy/m/d h:mm",
            27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
            28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
            30 => "m/d/yy",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            32 => "h\"时\"mm\"分\"",
            33 => "h\"时\"mm\"分\"ss\"秒\"",
            34 | 55 => "AM/PMh\"时\"mm\"分\"",
            35 | 56 => "AM/PMh\"时\"mm\"分\"ss\"秒\"",
            37 | 38 => "#,##0;-#,##0",
            39 | 40 => "#,##0.00;-#,##0.00",
            41 => "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
            42 => "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
            43 => "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
            44 => "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            48 => "##0.0E+0",
            49 => "@",
            _ => "",
        };
        Format::read(code)
    }

    /// What Excel shows of a number.
    pub fn shows(&self, value: Decimal, system: DateSystem) -> Shown {
        let Some((section, is_signed)) = self.section(value) else { return Shown::Number(value.general(), false) };
        if section.is_date() {
            return match Moment::of(value, system) {
                Some(at) => Shown::Moment(moment(section, at)),
                None => Shown::Number(value.general(), false),
            };
        }
        Shown::Number(number(section, value, is_signed), section.percents > 0)
    }

    /// What Excel shows of a text.
    pub fn shows_text(&self, text: &str) -> String {
        // The fourth is for texts whatever it says: `;;;` shows none.
        let last = self.sections.last().filter(|section| {
            self.sections.len() >= 4 || (section.pieces.contains(&Piece::Text) && section.pieces.len() > 1)
        });
        let Some(section) = last else { return text.to_owned() };
        let piece = |piece: &Piece| match piece {
            Piece::Literal(literal) => literal.clone(),
            Piece::Text | Piece::General => text.to_owned(),
            _ => String::new(),
        };
        section.pieces.iter().map(piece).collect()
    }

    /// The section for a number, and whether a minus sign is shown before it where it is negative.
    fn section(&self, value: Decimal) -> Option<(&Section, bool)> {
        // The last of several is for texts alone where it has a place for one: `0.00;@`.
        let is_for_texts = self.sections.len() > 1 && self.sections.last()?.pieces.contains(&Piece::Text);
        let sections = self.sections.get(..(self.sections.len() - usize::from(is_for_texts)).min(3))?;
        let first = sections.first()?;
        if let Some(at) = sections.iter().position(|section| section.condition.is_some_and(|it| holds(it, value))) {
            let section = &sections[at];
            let is_below = section.condition.is_some_and(|(comparison, limit)| {
                matches!(comparison, Comparison::Less | Comparison::AtMost) && (limit.is_negative || limit.is_zero())
            });
            return Some((section, !is_below));
        }
        if sections.iter().any(|section| section.condition.is_some()) {
            return sections.iter().rev().find(|section| section.condition.is_none()).map(|section| (section, true));
        }
        Some(match sections {
            [_, below, ..] if value.is_negative => (below, false),
            [_, _, zero] if value.is_zero() => (zero, false),
            _ => (first, true),
        })
    }
}

fn holds((comparison, limit): (Comparison, Decimal), value: Decimal) -> bool {
    let order = compare(value, limit);
    match comparison {
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Other => order != Ordering::Equal,
        Comparison::AtLeast => order != Ordering::Less,
        Comparison::More => order == Ordering::Greater,
    }
}

fn compare(a: Decimal, b: Decimal) -> Ordering {
    let sign = |number: Decimal| i32::from(!number.is_zero()) * if number.is_negative { -1 } else { 1 };
    // The digits as if there were 15 of them.
    let size = |number: Decimal| {
        let mut digits = number.digits;
        while digits > 0 && digits < 100_000_000_000_000 {
            digits *= 10;
        }
        (number.magnitude(), digits)
    };
    match (sign(a), sign(b)) {
        (left, right) if left != right => left.cmp(&right),
        (0, _) => Ordering::Equal,
        (-1, _) => size(b).cmp(&size(a)),
        _ => size(a).cmp(&size(b)),
    }
}

/// The sections of a code, which semicolons part.
fn split(code: &str) -> Vec<&str> {
    let (mut sections, mut start) = (Vec::new(), 0);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (index, byte) in code.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'"' => is_quoted = !is_quoted,
            b'\\' | b'!' | b'_' | b'*' if !is_quoted => is_escaped = true,
            b';' if !is_quoted => {
                sections.push(code.get(start..index).unwrap_or(""));
                start = index + 1;
            }
            _ => {}
        }
    }
    sections.push(code.get(start..).unwrap_or(""));
    sections
}
