//! A reading as the data contract has it.

use engine::address::{Address, Column, Part, Side};
use engine::ids::FigureId;
use engine::names::Named;
use engine::ruleset::TrackRules;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::reading::{Figure, Line, Question, Reading, Unused, Used, cell_text, cells_text};

/// A reading together with the rules that give its figures their names.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The reading.
    pub reading: &'a Reading,
    /// The rules of the track.
    pub track: &'a TrackRules,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reading = self.reading;
        let side = reading.side.unwrap_or(Side::Now);
        let figures = |own: Side| Figures { shown: *self, is_there: own == side };
        let mut all = serializer.serialize_struct("Reading", 7)?;
        all.serialize_field("figures", &figures(Side::Now))?;
        all.serialize_field("baseline", &figures(Side::Baseline))?;
        all.serialize_field("last_year", &reading.last_year)?;
        all.serialize_field("used", &Each(&reading.used, *self))?;
        all.serialize_field("unused", &Each(&reading.unused, *self))?;
        all.serialize_field("questions", &Each(&reading.questions, *self))?;
        if reading.is_too_large {
            all.serialize_field("refused", "too_large")?;
        }
        all.end()
    }
}

struct Figures<'a> {
    shown: Shown<'a>,
    is_there: bool,
}

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (figure, read) in self.shown.reading.figures.iter().filter(|_| self.is_there) {
            let id = &self.shown.track.figures[*figure].id;
            match read {
                Figure::Single(text) => map.serialize_entry(id, text)?,
                Figure::Listed(texts) => map.serialize_entry(id, texts)?,
                Figure::Tally(lines) => map.serialize_entry(id, &Lines(lines, *figure, self.shown.track))?,
            }
        }
        map.end()
    }
}

struct Lines<'a>(&'a [Line], FigureId, &'a TrackRules);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kinds = self.2.figures[self.1].form.kinds();
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for line in self.0 {
            let texts = [
                (Column::Kind, line.kind.map(|kind| kinds[kind].id.as_str())),
                (Column::Count, line.count.as_deref()),
                (Column::Rank, line.rank.as_deref()),
            ];
            let said = texts.iter().filter_map(|(column, text)| text.map(|text| (column.as_str(), text)));
            list.serialize_element(&Pairs(said.collect()))?;
        }
        list.end()
    }
}

struct Pairs<'a>(Vec<(&'a str, &'a str)>);

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

struct Each<'a, T>(&'a [T], Shown<'a>);

trait Written {
    fn write<S: Serializer>(&self, shown: Shown, serializer: S) -> Result<S::Ok, S::Error>;
}

struct One<'a, T>(&'a T, Shown<'a>);

impl<T: Written> Serialize for One<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(self.1, serializer)
    }
}

impl<T: Written> Serialize for Each<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|one| One(one, self.1)))
    }
}

impl Written for Used {
    fn write<S: Serializer>(&self, shown: Shown, serializer: S) -> Result<S::Ok, S::Error> {
        let because: Vec<&str> = self.because.iter().map(|because| because.as_str()).collect();
        let mut used = serializer.serialize_struct("Used", 5)?;
        used.serialize_field("path", &path(self.address, shown.track))?;
        used.serialize_field("cell", &cell_text(self.cell))?;
        used.serialize_field("text", &self.text)?;
        used.serialize_field("as", &self.written)?;
        used.serialize_field("because", &because)?;
        used.end()
    }
}

impl Written for Unused {
    fn write<S: Serializer>(&self, _: Shown, serializer: S) -> Result<S::Ok, S::Error> {
        let mut unused = serializer.serialize_struct("Unused", 3)?;
        unused.serialize_field("cells", &cells_text(self.from, self.to))?;
        unused.serialize_field("text", &self.text)?;
        unused.serialize_field("code", self.code.as_str())?;
        unused.end()
    }
}

impl Written for Question {
    fn write<S: Serializer>(&self, shown: Shown, serializer: S) -> Result<S::Ok, S::Error> {
        let paths: Vec<String> = self.paths.iter().map(|address| path(*address, shown.track)).collect();
        let choices: Vec<String> = self.choices.iter().map(|choice| choice.text(shown.track)).collect();
        let chosen = self.chosen.and_then(|index| choices.get(index));
        let mut question = serializer.serialize_struct("Question", 5)?;
        question.serialize_field("code", self.code.as_str())?;
        question.serialize_field("paths", &paths)?;
        question.serialize_field("cells", &self.cells.map(|(from, to)| cells_text(from, to)))?;
        question.serialize_field("choices", &choices)?;
        question.serialize_field("chosen", &chosen)?;
        question.end()
    }
}

/// The path of an address, as the contract writes it.
fn path(address: Address, track: &TrackRules) -> String {
    debug_assert!(!matches!(address.part, Part::Kind(_)), "a submission has lines");
    address.path(track)
}
