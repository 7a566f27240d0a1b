//! Where a figure or a part of it is typed. The page's fields, the engine's paths and the error summary all meet here.

use super::sheet::Entry;
use engine::ruleset::TrackRules;

/// The figures of the stage, or those of its baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The figures of the stage.
    Now,
    /// The figures compared with.
    Baseline,
}

/// A place where something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The side.
    pub side: Side,
    /// The figure, by its index in the track.
    pub figure: usize,
    /// The part of the figure.
    pub part: Part,
}

/// A part of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// A year.
    Entry(usize),
    /// The count of a kind.
    Kind(usize),
    /// A column of a line.
    Line(usize, Column),
}

/// What a line of a ranked tally consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The kind.
    Kind,
    /// How many.
    Count,
    /// The unit's rank.
    Rank,
}

impl Side {
    /// Both.
    pub const ALL: [Side; 2] = [Side::Now, Side::Baseline];

    /// Its key in a submission.
    pub fn key(self) -> &'static str {
        match self {
            Side::Now => "figures",
            Side::Baseline => "baseline",
        }
    }
}

impl Column {
    const ALL: [Column; 3] = [Column::Kind, Column::Count, Column::Rank];

    fn key(self) -> &'static str {
        match self {
            Column::Kind => "kind",
            Column::Count => "count",
            Column::Rank => "rank",
        }
    }
}

impl Address {
    /// All of a figure.
    pub fn whole(side: Side, figure: usize) -> Address {
        Address { side, figure, part: Part::Whole }
    }

    /// A part of the same figure.
    pub fn at(self, part: Part) -> Address {
        Address { part, ..self }
    }

    /// The name and id of its field: `figures.revenue[1]`, `figures.patents.gold`, `baseline.platforms[0].rank`.
    pub fn name(self, track: &TrackRules) -> String {
        let figure = &track.figures[self.figure];
        let whole = [self.side.key(), ".", &figure.id].concat();
        match self.part {
            Part::Whole => whole,
            Part::Entry(index) => [&whole, "[", &index.to_string(), "]"].concat(),
            Part::Kind(index) => [&whole, ".", &figure.form.kinds()[index].id].concat(),
            Part::Line(index, column) => [&whole, "[", &index.to_string(), "].", column.key()].concat(),
        }
    }

    /// The place that a path of the engine speaks of. `entries` gives the texts of a side, because the lines that an unranked
    /// tally submits are those of the kinds that are filled in.
    pub fn read<'a>(
        path: &str,
        track: &TrackRules,
        entries: impl Fn(Side) -> &'a [std::rc::Rc<Entry>],
    ) -> Option<Address> {
        let (root, rest) = path.split_once('.')?;
        let side = Side::ALL.into_iter().find(|side| side.key() == root)?;
        let (id, rest) = rest.split_at(rest.find('[').unwrap_or(rest.len()));
        let figure = track.figure(id)?;
        let whole = Address::whole(side, figure);
        let Some((index, key)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
            return Some(whole);
        };
        let index: usize = index.parse().ok()?;
        let column = Column::ALL.into_iter().find(|column| key.strip_prefix('.') == Some(column.key()));
        Some(whole.at(match &*entries(side)[figure] {
            Entry::Single(_) => Part::Whole,
            Entry::Listed(_) => Part::Entry(index),
            Entry::Kinds { counts, .. } => {
                let mut filled = counts.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
                Part::Kind(filled.nth(index)?.0)
            }
            Entry::Lines { .. } => Part::Line(index, column.unwrap_or(Column::Kind)),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Side};
    use crate::submission::sheet;
    use crate::testing::{json, rules};
    use engine::ruleset::Track;

    #[test]
    fn the_engines_paths_lead_to_the_fields() {
        let rules = rules(Track::Park);
        let filled = json(
            r#"{"figures": {"patents": [{"kind": "silver", "count": "1"}, {"kind": "other", "count": "x"}],
                            "platforms": [{"kind": "pilot_platform", "count": "1"}]}}"#,
        );
        let sheet = sheet(&filled, &rules);
        let table = [
            ("figures.revenue", Some("figures.revenue")),
            ("figures.revenue[1]", Some("figures.revenue[1]")),
            ("baseline.national_revenue_growth[0]", Some("baseline.national_revenue_growth[0]")),
            ("figures.employees", Some("figures.employees")),
            ("figures.patents", Some("figures.patents")),
            // The second line submitted is that of the third kind, for the first is left blank.
            ("figures.patents[1].count", Some("figures.patents.other")),
            ("figures.platforms[0].rank", Some("figures.platforms[0].rank")),
            ("baseline.platforms[2].kind", Some("baseline.platforms[2].kind")),
            ("figures.no_such_figure", None),
            ("eligibility.legal_person", None),
            ("field", None),
        ];
        for (path, expected) in table {
            let address = Address::read(path, &rules, |side: Side| sheet.side(side));
            assert_eq!(address.map(|address| address.name(&rules)).as_deref(), expected, "{path}");
        }
    }
}
