//! The calendar years of a sheet's series, as far as they are known.

use std::rc::Rc;

use super::sheet::Sheet;
use super::typed::Typed;
use engine::address::Side;
use engine::figures::{RATES, YEARS};
use engine::number::NumberKind;
use engine::ruleset::{FigureForm, Stage};

/// The creation period is so many years long.
const CREATION_YEARS: u16 = 2;

/// The stage of a sheet, and the last year of its series on either side where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The stage whose criteria the sheet is held against. It says what part a year plays.
    pub stage: Stage,
    now: Option<u16>,
    baseline: Option<u16>,
}

impl Period {
    /// A stage of which no calendar year is known.
    pub fn undated(stage: Stage) -> Period {
        Period { stage, now: None, baseline: None }
    }

    /// The year of the last entry of a side's series, where it is known.
    pub fn last_year(self, side: Side) -> Option<u16> {
        match side {
            Side::Now => self.now,
            Side::Baseline => self.baseline,
        }
    }

    /// The calendar year of an entry of a series or of rates; none where it is not known.
    pub fn year(self, form: &FigureForm, side: Side, index: usize) -> Option<u16> {
        let entries = match form {
            // The creation period, whose growth these are, lies ahead of an application.
            FigureForm::Rates if self.stage == Stage::Creation => return None,
            FigureForm::Rates => RATES,
            _ => YEARS,
        };
        self.last_year(side)?.checked_sub(u16::try_from(entries.checked_sub(index + 1)?).ok()?)
    }

    /// Whether the baseline is known to reach into the creation period that is held against it.
    pub fn baseline_overlaps(self) -> bool {
        let before = self.now.map(|last| last - CREATION_YEARS);
        self.stage == Stage::Recognition
            && self.baseline.zip(before).is_some_and(|(baseline, before)| baseline > before)
    }
}

impl Sheet {
    /// The years of a sheet that is held against the criteria of a stage. The start of the three years of an application lies right
    /// before them; the years of the application itself have to be said.
    pub fn period(&self, stage: Stage) -> Period {
        let now = year(&self.last_year);
        let baseline = match stage {
            Stage::Creation => now.and_then(|last| last.checked_sub(u16::try_from(YEARS).ok()?)),
            Stage::Recognition => year(&self.baseline_last_year),
        };
        Period { stage, now, baseline }
    }

    /// Types the last year of a side's series.
    pub fn write_last_year(&mut self, side: Side, text: Rc<str>) {
        let unit = self.unit();
        match side {
            Side::Now => self.last_year.write(text, unit),
            Side::Baseline => self.baseline_last_year.write(text, unit),
        }
    }

    /// Takes the years of an application as those of the baseline: the creation period follows them.
    pub(super) fn take_years(&mut self, creation: &Sheet) {
        self.baseline_last_year = dated(year(&creation.last_year));
        self.last_year = dated(year(&creation.last_year).map(|last| last + CREATION_YEARS));
    }

    /// The same for a recognition that may say years of its own. An application that says none takes none away.
    pub(super) fn take_known_years(&mut self, creation: &Sheet) {
        if year(&creation.last_year).is_some() {
            let own = self.last_year.clone();
            self.take_years(creation);
            if !own.is_blank() {
                self.last_year = own;
            }
        }
    }
}

/// A year is whole, so its mantissa is all of it.
fn year(typed: &Typed) -> Option<u16> {
    typed.number().and_then(|number| number.mantissa().try_into().ok())
}

/// A field with a year in it; blank where none is known or where it is one that no field takes.
fn dated(year: Option<u16>) -> Typed {
    let blank = Typed::blank(NumberKind::Year);
    let Some(year) = year else { return blank };
    let mut typed = blank.clone();
    typed.write(year.to_string().into(), Default::default());
    if typed.problem().is_some() { blank } else { typed }
}

#[cfg(test)]
mod tests {
    use crate::data::sheet;
    use crate::testing::{json, rules};
    use engine::address::Side::{self, Baseline, Now};
    use engine::ruleset::Stage::{self, Creation, Recognition};
    use engine::ruleset::Track;

    #[test]
    fn the_years_of_a_series_end_with_the_last_year() {
        let rules = rules(Track::Park);
        let form = |figure: &str| &rules.figures[rules.figure(figure).unwrap()].form;
        type Case = (&'static str, &'static str, Stage, &'static str, Side, [Option<u16>; 3]);
        // last year, that of the baseline, stage, figure, side, the years of its entries
        let table: [Case; 12] = [
            ("2025", "", Creation, "revenue", Now, [Some(2023), Some(2024), Some(2025)]),
            ("2025", "", Creation, "revenue", Baseline, [Some(2020), Some(2021), Some(2022)]),
            ("2025", "2024", Creation, "revenue", Baseline, [Some(2020), Some(2021), Some(2022)]),
            ("", "", Creation, "revenue", Now, [None; 3]),
            ("x", "", Creation, "revenue", Now, [None; 3]),
            ("2101", "", Creation, "revenue", Now, [None; 3]),
            ("1990年", "", Creation, "revenue", Baseline, [Some(1985), Some(1986), Some(1987)]),
            ("2025", "", Creation, "national_revenue_growth", Now, [None; 3]),
            ("2027", "2025", Recognition, "revenue", Now, [Some(2025), Some(2026), Some(2027)]),
            ("2027", "2025", Recognition, "revenue", Baseline, [Some(2023), Some(2024), Some(2025)]),
            ("2027", "", Recognition, "revenue", Baseline, [None; 3]),
            ("2027", "", Recognition, "national_revenue_growth", Now, [Some(2026), Some(2027), None]),
        ];
        for (last, baseline, stage, figure, side, expected) in table {
            let mut sheet = sheet(&json("{}"), &rules);
            sheet.write_last_year(Now, last.into());
            sheet.write_last_year(Baseline, baseline.into());
            let period = sheet.period(stage);
            let found = [0, 1, 2].map(|index| period.year(form(figure), side, index));
            assert_eq!(found, expected, "{last} {baseline} {stage:?} {figure} {side:?}");
        }
    }

    #[test]
    fn a_baseline_that_reaches_into_the_creation_period_is_asked_about() {
        let rules = rules(Track::Park);
        let table = [
            ("2027", "2025", Recognition, false),
            ("2027", "2024", Recognition, false),
            ("2027", "2026", Recognition, true),
            ("2027", "2027", Recognition, true),
            ("2027", "2030", Recognition, true),
            ("2027", "", Recognition, false),
            ("", "2026", Recognition, false),
            ("2027", "2026", Creation, false),
        ];
        for (last, baseline, stage, expected) in table {
            let mut sheet = sheet(&json("{}"), &rules);
            sheet.write_last_year(Now, last.into());
            sheet.write_last_year(Baseline, baseline.into());
            assert_eq!(sheet.period(stage).baseline_overlaps(), expected, "{last} {baseline} {stage:?}");
        }
    }

    #[test]
    fn the_years_of_an_application_go_over_to_its_recognition() {
        let rules = rules(Track::Park);
        // the application's last year, the recognition's own two, and what they are afterwards
        let table = [
            ("2025", ["", ""], ["2027", "2025"]),
            ("2025年", ["", ""], ["2027", "2025"]),
            ("2025", ["2028", "2020"], ["2028", "2025"]),
            ("", ["2028", "2020"], ["2028", "2020"]),
            ("x", ["", "2020"], ["", "2020"]),
            ("2099", ["", ""], ["", "2099"]),
        ];
        for (of_application, [last, baseline], expected) in table {
            let (mut creation, mut later) = (sheet(&json("{}"), &rules), sheet(&json("{}"), &rules));
            creation.write_last_year(Now, of_application.into());
            later.write_last_year(Now, last.into());
            later.write_last_year(Baseline, baseline.into());
            later.take_known_years(&creation);
            assert_eq!([&**later.last_year.text(), &**later.baseline_last_year.text()], expected, "{of_application}");
        }
    }
}
