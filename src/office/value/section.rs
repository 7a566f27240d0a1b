//! One section of a number format, such as `#,##0.00"万元"` of `#,##0.00"万元";-0`, taken apart.

use super::decimal::Decimal;

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Shown as it is.
    Literal(String),
    /// A place for a digit: `0`, `#` or `?`.
    Place(u8),
    /// The decimal point.
    Point,
    /// `E+` or `E-`: the power of ten follows.
    Power,
    /// The value as `General` shows it.
    General,
    /// A text, where the cell holds one.
    Text,
}

/// How a section compares the number with the one in its condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `<>`
    Other,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

/// Which parts of a date or time a section shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The year.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day of the month, or that of the week.
    pub day: bool,
    /// The hour.
    pub hour: bool,
    /// The minute.
    pub minute: bool,
    /// The second.
    pub second: bool,
    /// Whether hours go on beyond a day.
    pub elapsed: bool,
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Which numbers it is for, where it says so.
    pub condition: Option<(Comparison, Decimal)>,
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
    /// The parts of a date, if it has any.
    pub shape: Shape,
    /// How often the number is multiplied by a hundred.
    pub percents: i32,
    /// How often it is divided by a thousand.
    pub thousands: i32,
    /// Whether its thousands are parted by commas.
    pub is_grouped: bool,
    /// Whether it is a fraction such as `# ?/?`.
    pub is_fraction: bool,
}

/// A section as it is read.
#[derive(Default)]
struct Reading<'a> {
    section: Section,
    rest: &'a str,
    /// The commas behind the last place: they divide, unless another place follows.
    commas: i32,
    /// Whether an `m` was read that seconds would make a minute.
    is_month_open: bool,
    /// Whether an `m` would be a minute, since hours come before it.
    is_after_hour: bool,
}

impl Section {
    /// Reads a section.
    pub fn read(code: &str) -> Section {
        let mut reading = Reading { rest: code, ..Reading::default() };
        while let Some(c) = reading.next() {
            if !reading.quoted(c) && !reading.of_number(c) && !reading.of_date(c) {
                reading.section.literal(&String::from(c));
            }
        }
        reading.section.shape.month |= reading.is_month_open;
        reading.section.thousands += reading.commas;
        reading.section
    }

    /// Whether it shows a date or a time.
    pub fn is_date(&self) -> bool {
        // Letters that are no part of a date stand in formats of numbers now and then: `0.00 d`.
        self.shape != Shape::default()
            && (self.shape.second || !self.pieces.iter().any(|piece| matches!(piece, Piece::Place(_))))
    }

    /// Whether one of its literals has this text in it.
    pub fn says(&self, text: &str) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Literal(literal) if literal.contains(text)))
    }

    fn literal(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Literal(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Literal(text.to_owned())),
        }
    }
}

impl Reading<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = self.rest.get(c.len_utf8()..)?;
        Some(c)
    }

    /// Takes a word that comes next, in whatever case.
    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if is_next {
            self.rest = self.rest.get(word.len()..).unwrap_or("");
        }
        is_next
    }

    /// Takes all up to a sign, and the sign.
    fn until(&mut self, end: char) -> String {
        let (inside, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        inside.to_owned()
    }

    /// What stands for itself, and what stands in brackets.
    fn quoted(&mut self, c: char) -> bool {
        match c {
            '"' => {
                let text = self.until('"');
                self.section.literal(&text);
            }
            '\\' | '!' => {
                let text = self.next().map(String::from).unwrap_or_default();
                self.section.literal(&text);
            }
            // A gap as wide as a character, or that character over and over: nothing to read.
            '_' | '*' => {
                self.next();
            }
            '[' => {
                let inside = self.until(']');
                self.bracket(&inside);
            }
            _ => return false,
        }
        true
    }

    /// The signs of a number's section.
    fn of_number(&mut self, c: char) -> bool {
        let section = &mut self.section;
        match c {
            '0' | '#' | '?' => {
                section.is_grouped |= self.commas > 0;
                self.commas = 0;
                section.pieces.push(Piece::Place(c as u8));
            }
            ',' if matches!(section.pieces.last(), Some(Piece::Place(_) | Piece::Point)) => self.commas += 1,
            // Parts of a second are not shown.
            '.' if section.shape.second => {}
            '.' if !section.pieces.contains(&Piece::Point) => {
                section.thousands += core::mem::take(&mut self.commas);
                section.pieces.push(Piece::Point);
            }
            '%' => {
                section.percents += 1;
                section.literal("%");
            }
            'E' | 'e' if self.rest.starts_with(['+', '-']) => {
                section.pieces.push(Piece::Power);
                self.next();
            }
            '/' if matches!(section.pieces.last(), Some(Piece::Place(_))) => section.is_fraction = true,
            '@' => section.pieces.push(Piece::Text),
            'G' | 'g' if self.takes("eneral") || self.takes("/通用格式") => {
                self.section.pieces.push(Piece::General)
            }
            _ => return false,
        }
        true
    }

    /// The letters of a date's section.
    fn of_date(&mut self, c: char) -> bool {
        let c = c.to_ascii_lowercase();
        let is_half = c == 'a' && (self.takes("m/pm") || self.takes("/p"));
        let shape = &mut self.section.shape;
        // Only seconds make a minute of the month before them.
        if matches!(c, 'y' | 'd' | 'h') {
            shape.month |= core::mem::take(&mut self.is_month_open);
        }
        match c {
            _ if is_half => {}
            'y' | 'e' | 'b' => shape.year = true,
            'd' | 'a' => shape.day = true,
            'h' => (shape.hour, self.is_after_hour) = (true, true),
            's' => {
                shape.minute |= core::mem::take(&mut self.is_month_open);
                shape.second = true;
            }
            'm' => {
                self.rest = self.rest.trim_start_matches(['m', 'M']);
                if self.is_after_hour || shape.second {
                    (shape.minute, self.is_after_hour) = (true, false);
                } else {
                    self.is_month_open = true;
                }
            }
            _ => return false,
        }
        true
    }

    /// `[h]`, `[$¥-804]`, `[>=100]`; colours and the like say nothing of the number.
    fn bracket(&mut self, inside: &str) {
        let is_all = |c: char| !inside.is_empty() && inside.chars().all(|other| other.eq_ignore_ascii_case(&c));
        if let Some(currency) = inside.strip_prefix('$') {
            self.section.literal(currency.split('-').next().unwrap_or(""));
        } else if is_all('h') {
            (self.section.shape.hour, self.section.shape.elapsed) = (true, true);
            self.is_after_hour = true;
        } else if is_all('m') {
            (self.section.shape.minute, self.section.shape.elapsed) = (true, true);
        } else if is_all('s') {
            (self.section.shape.second, self.section.shape.elapsed) = (true, true);
        } else {
            let comparisons = [
                ("<=", Comparison::AtMost),
                (">=", Comparison::AtLeast),
                ("<>", Comparison::Other),
                ("<", Comparison::Less),
                (">", Comparison::More),
                ("=", Comparison::Equal),
            ];
            let split = |(sign, comparison)| Some((comparison, Decimal::read(inside.strip_prefix(sign)?)?));
            self.section.condition = comparisons.into_iter().find_map(split).or(self.section.condition);
        }
    }
}
